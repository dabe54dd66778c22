package metrics

import (
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/period"
)

// ReportKey says which rows a report's facts belong to.
type ReportKey struct {
	Region     string // the name as in the text
	RegionCode string // tells places of one name apart; "" where unknown
	Period     period.Period
}

// Report is the facts of one report.
type Report struct {
	ReportKey
	Facts []extract.Fact
	Gaps  []extract.Gap
	Copy  bool // a copy of another report: its facts are left out
}

// Aggregator collects reports into groups. It is not safe for concurrent use;
// give each goroutine its own and Merge them.
type Aggregator struct {
	cat     *catalog.Catalog
	reports map[ReportKey]map[cellKey]*group
	seq     int // number of the report being added, from 1
}

// cellKey names a group inside its region and period.
type cellKey struct {
	metric catalog.Metric
	unit   string
}

// NewAggregator returns an empty aggregator over the catalogue's metrics.
func NewAggregator(cat *catalog.Catalog) *Aggregator {
	return &Aggregator{cat: cat, reports: map[ReportKey]map[cellKey]*group{}}
}

// Add counts one report. Facts whose metric is not in the catalogue are ignored.
func (a *Aggregator) Add(r Report) {
	a.seq++
	for i := range r.Facts {
		f := &r.Facts[i]
		if g := a.group(&r, f); g != nil {
			g.add(f, reasonFor(f, &r, a.cat.Metrics[f.Metric].Additive), a.seq)
			if f.Role == extract.Target && a.countsTarget(f, &r) {
				g.addTarget(f)
			}
			if f.TargetOf != extract.None {
				g.match(f, &r.Facts[f.TargetOf], reasonFor(f, &r, a.cat.Metrics[f.Metric].Additive))
			}
		}
	}
	for i := range r.Gaps {
		if n := r.Gaps[i].Fact; n >= 0 && n < len(r.Facts) {
			if g := a.group(&r, &r.Facts[n]); g != nil {
				g.gaps++
			}
		}
	}
}

func (a *Aggregator) countsTarget(f *extract.Fact, r *Report) bool {
	additive := a.cat.Metrics[f.Metric].Additive
	return reasonFor(f, r, additive) == Target && reasonForTotal(f, r, additive) == Counted
}

// group returns the group that f belongs to. A fact with a period of its own
// stays with its report, which leaves it out where the periods differ; only a
// report without a period lends it to the fact's.
func (a *Aggregator) group(r *Report, f *extract.Fact) *group {
	if int(f.Metric) >= len(a.cat.Metrics) {
		return nil
	}
	key := r.ReportKey
	if key.Period == "" {
		key.Period = f.Period
	}
	_, unit := Based(&f.Quantity)
	return a.at(key, cellKey{f.Metric, unit})
}

// at returns a group, a new one where there is none yet.
func (a *Aggregator) at(key ReportKey, cell cellKey) *group {
	groups := a.reports[key]
	if groups == nil {
		groups = map[cellKey]*group{}
		a.reports[key] = groups
	}
	g := groups[cell]
	if g == nil {
		g = &group{}
		groups[cell] = g
	}
	return g
}

// Merge adds what another aggregator over the same catalogue has collected.
// The other may be used on; it shares nothing with a.
func (a *Aggregator) Merge(o *Aggregator) {
	for key, groups := range o.reports {
		for cell, g := range groups {
			a.at(key, cell).merge(g)
		}
	}
}

// group is what is known of one region, period, metric and unit.
type group struct {
	docs, facts, gaps int
	lastDoc           int   // the last report counted in docs
	done              tally // the totals that are summed
	levels            tally // the figures that stand but may not be summed
	target            Sum
	targets           int
	reached, aimed    Sum // results and the targets they answer, in pairs
	pairs             int
	reasons           Reasons
}

func (g *group) add(f *extract.Fact, reason Reason, doc int) {
	g.facts++
	g.reasons[reason]++
	if g.lastDoc != doc && reason != Copied {
		g.docs, g.lastDoc = g.docs+1, doc
	}
	switch {
	case reason == Counted:
		g.done.add(&f.Quantity)
	case reason.level():
		g.levels.add(&f.Quantity)
	}
}

func (g *group) addTarget(f *extract.Fact) {
	v, _ := Based(&f.Quantity)
	g.target.Add(v)
	g.targets++
}

// match counts a result beside the target it answers. Only such pairs tell how
// far a target was reached: the sums of a column mix targets and results of
// different things.
func (g *group) match(result, target *extract.Fact, reason Reason) {
	v, unit := Based(&result.Quantity)
	aim, same := Based(&target.Quantity)
	if reason != Counted || unit != same || !target.Quantity.HasValue {
		return
	}
	g.reached.Add(v)
	g.aimed.Add(aim)
	g.pairs++
}

func (g *group) merge(o *group) {
	g.docs += o.docs
	g.facts += o.facts
	g.gaps += o.gaps
	g.done.merge(&o.done)
	g.levels.merge(&o.levels)
	g.target.Merge(&o.target)
	g.targets += o.targets
	g.reached.Merge(&o.reached)
	g.aimed.Merge(&o.aimed)
	g.pairs += o.pairs
	for i, n := range o.reasons {
		g.reasons[i] += n
	}
}

// tally adds up quantities of one unit.
type tally struct {
	n, approximate int
	noLow, noHigh  int // members without that end
	sum, low, high Sum
	values         values
}

func (t *tally) add(q *quantity.Quantity) {
	v, _ := Based(q)
	t.n++
	t.sum.Add(v)
	t.values.add(v)
	if q.Bound != quantity.Exact {
		t.approximate++
	}
	low, high, hasLow, hasHigh := ends(q)
	if hasLow {
		t.low.Add(low)
	} else {
		t.noLow++
	}
	if hasHigh {
		t.high.Add(high)
	} else {
		t.noHigh++
	}
}

func (t *tally) merge(o *tally) {
	t.n += o.n
	t.approximate += o.approximate
	t.noLow += o.noLow
	t.noHigh += o.noHigh
	t.sum.Merge(&o.sum)
	t.low.Merge(&o.low)
	t.high.Merge(&o.high)
	t.values.merge(&o.values)
}
