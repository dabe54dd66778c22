package metrics

import (
	"cmp"

	"github.com/zhaibao/zhaibao/extract/catalog"
)

// places is how far means and medians are rounded, half to even.
const places = 6

// Row is one line of the first table. Numbers are in Unit; an empty Number is
// "none", never zero.
type Row struct {
	ReportKey
	Metric catalog.Metric
	Unit   string // the base unit; "" for figures without one
	Label  string // the thing counted, where the plan groups by it

	Docs  int // reports with a fact in the group, copies apart
	Facts int // mentions, counted or left out

	// Sum adds the counted totals; Low and High add the ends of what they claim.
	// Low is empty where a member has no lower end, High where one has no upper
	// end; Open counts the latter.
	Sum, Low, High Number
	Open           int

	// Mean, Median and Max are over the counted totals, over the levels (stocks,
	// cumulative figures, rates) where nothing is counted; so are the least
	// member, the quartiles (type 7) and the number of members.
	Mean, Median, Max Number
	Min, Q1, Q3       Number
	Count             int

	Target      Number // sum of the target totals
	Targets     int    // members of Target
	Completion  Number // Reached over Aimed, at four decimals
	Reached     Number // results that answer a target
	Aimed       Number // the targets that they answer
	Approximate Number // share of Mean's members that are not exact, at four decimals
	Gaps        int    // gaps that concern the group's facts
	LeftOut     Reasons

	Children Parts // over the divisions below the place; see Table
	Periods  Parts // over the periods inside the period
}

// Rows returns the table, ordered by region, code, organisation, genre, period,
// the catalogue's metrics, unit and label, strings bytewise. The aggregator may be used on.
func (a *Aggregator) Rows() []Row {
	a.fold()
	n := 0
	for _, r := range a.runs {
		n = max(n, len(r.heads))
	}
	rows := make([]Row, 0, n)
	a.each(func(g *Group) bool {
		rows = append(rows, Row{})
		g.fill(&rows[len(rows)-1])
		return true
	})
	return rows
}

func compareRows(a, b *Row) int {
	return cmp.Or(
		cmp.Compare(a.Region, b.Region),
		cmp.Compare(a.RegionCode, b.RegionCode),
		cmp.Compare(a.Org, b.Org),
		cmp.Compare(a.Genre, b.Genre),
		cmp.Compare(a.Period, b.Period),
		cmp.Compare(a.Metric, b.Metric),
		cmp.Compare(a.Unit, b.Unit),
		cmp.Compare(a.Label, b.Label),
	)
}

// Row is the group as a line of the table.
func (g *Group) Row() (row Row) {
	g.fill(&row)
	return row
}

// fill fills in an empty row.
func (g *Group) fill(row *Row) {
	what := &g.agg.whats.keys[g.key.what()]
	row.ReportKey, row.Metric, row.Unit, row.Label = g.Key(), g.Metric(), what[1], what[2]
	row.Docs, row.Facts = g.docs, g.facts
	if row.LeftOut[Counted] = g.facts; g.rest != nil {
		row.Gaps, row.LeftOut = g.rest.gaps, g.rest.reasons
		g.rest.fill(row)
	}
	if g.done.len() > 0 {
		g.fillSum(row)
	} else if g.levels.len() > 0 {
		sum, approximate := g.levels.sum(), g.rest.approxLevel
		g.levels.fill(row, &sum, approximate)
	}
}

// fill tells of the targets.
func (r *rest) fill(row *Row) {
	if r.targets > 0 {
		row.Target, row.Targets = r.target.Number(), r.targets
	}
	if r.pairs > 0 {
		row.Reached, row.Aimed = r.reached.Number(), r.aimed.Number()
		row.Completion = r.reached.ratio(&r.aimed, 4)
	}
}

func (g *Group) fillSum(row *Row) {
	sum, approximate := g.done.sum(), 0
	row.Sum = sum.Number()
	if row.Low, row.High = row.Sum, row.Sum; g.rest != nil {
		approximate, row.Open = g.rest.approxDone, g.rest.noHigh
		row.Low = end(&sum, &g.rest.low, g.rest.noLow)
		row.High = end(&sum, &g.rest.high, g.rest.noHigh)
	}
	g.done.fill(row, &sum, approximate)
}

// end is the sum and what one of its ends differs by; none where a member has no such end.
func end(sum, difference *Sum, without int) Number {
	if without > 0 {
		return ""
	}
	var s Sum
	s.Merge(sum)
	s.Merge(difference)
	return s.Number()
}

func (c *column) fill(row *Row, sum *Sum, approximate int) {
	n := c.len()
	row.Approximate = share(approximate, n)
	if n == 1 && c.scale <= places && len(c.wide) == 0 { // most groups: all of it is the one figure
		one := row.Sum
		if one == "" {
			one = sum.Number()
		}
		row.Count, row.Mean, row.Min, row.Q1, row.Median, row.Q3, row.Max = 1, one, one, one, one, one, one
		return
	}
	row.Count, row.Mean = n, sum.Over(n, places)
	row.Min, row.Q1, row.Median = Number(c.at(0).String()), c.quantile(1, 4), c.quantile(1, 2)
	row.Q3, row.Max = c.quantile(3, 4), Number(c.at(n-1).String())
}
