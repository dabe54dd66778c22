package metrics

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/region"
)

// ReportKey says which rows a report's facts belong to.
type ReportKey struct {
	Region     string // the name as in the text
	RegionCode string // tells places of one name apart; "" where unknown
	Period     period.Period
	Org        string // the body that reports, where the plan groups by it
	Genre      string // the kind of report, where the plan groups by it
}

// Report is the facts of one report.
type Report struct {
	ReportKey
	Facts  []extract.Fact
	Gaps   []extract.Gap
	Copy   bool                         // a copy of another report: its facts are left out
	Labels func(f *extract.Fact) string // the label of a fact, where the plan groups by it
}

// Aggregator collects reports into groups. It is not safe for concurrent use;
// give each goroutine its own and Merge them.
//
// Figures wait as entries of 16 bytes until there are many; then they are
// sorted by group and folded into a run, where a group takes 32 bytes and each
// of its counted figures 8. A map with a slice a group loses by more the more
// groups there are, since each figure then is a cache miss (BenchmarkAggregate).
type Aggregator struct {
	cat  *catalog.Catalog
	plan Plan

	whos, times, whats dict             // (region, code, organisation, genre); period; (metric, unit, label)
	metrics            []catalog.Metric // by what
	err                error

	blocks [][]entry // full ones
	block  []entry   // the one that is being filled
	runs   []*run
	seen   seen

	spills     bool // runs are put on disk
	spillDir   string
	spillLimit int      // bytes
	perEntry   int      // bytes of the runs that were folded last, by entry
	files      []string // on disk
}

// NewAggregator returns an empty aggregator over the catalogue's metrics with
// the plan of the first table.
func NewAggregator(cat *catalog.Catalog) *Aggregator { return NewAggregatorOf(cat, Plan{}) }

// NewAggregatorOf returns an empty aggregator that groups by plan.
func NewAggregatorOf(cat *catalog.Catalog, plan Plan) *Aggregator {
	a := &Aggregator{cat: cat, plan: plan}
	a.whats.order = a.compareWhats
	return a
}

// Err tells that something could not be counted: there were more different
// places and bodies, periods or labels than an aggregator numbers, or the disk
// failed.
func (a *Aggregator) Err() error { return a.err }

const (
	blockSize = 1 << 16 // entries, 1 MB
	// maxBlocks is how many blocks wait before they are folded: 256 MB, and as
	// much while they are sorted.
	maxBlocks = 256
)

// Add counts one report. Facts whose metric is not in the catalogue are ignored.
func (a *Aggregator) Add(r Report) {
	in := adding{Aggregator: a, report: &r, who: a.who(&r.ReportKey), time: a.time(r.Period)}
	a.seen.next()
	for i := range r.Facts {
		in.fact(&r.Facts[i])
	}
	if r.Copy {
		return // its gaps are those of its source
	}
	for i := range r.Gaps {
		if n := r.Gaps[i].Fact; n >= 0 && n < len(r.Facts) {
			if key, ok := in.group(&r.Facts[n]); ok {
				a.put(key, auxOf(useGap, 0), 0)
			}
		}
	}
}

// adding is a report on its way into the groups.
type adding struct {
	*Aggregator
	report    *Report
	who, time uint32
}

func (in *adding) fact(f *extract.Fact) {
	key, ok := in.group(f)
	if !ok {
		return
	}
	additive := in.cat.Metrics[f.Metric].Additive
	reason := reasonFor(f, in.report, additive)
	flags := aux(0)
	if reason != Copied && in.seen.first(key) {
		flags = firstOfDoc
	}
	v, _ := Based(&f.Quantity)
	switch {
	case reason == Counted:
		in.done(key, &f.Quantity, v, flags)
		in.answer(key, f, v)
	case reason.level():
		if !isExact(&f.Quantity) {
			flags |= notExact
		}
		in.value(key, useLeft+use(reason), v, flags)
	case reason == Target && reasonForTotal(f, in.report, additive) == Counted:
		in.value(key, useTarget, v, flags)
	default:
		in.put(key, auxOf(useLeft+use(reason), 0)|flags, 0)
	}
}

// done puts a total that is summed, and its ends where it is not its own interval.
func (a *Aggregator) done(key groupKey, q *quantity.Quantity, v quantity.Decimal, flags aux) {
	if isExact(q) {
		a.value(key, useDone, v, flags)
		return
	}
	low, high, hasLow, hasHigh := ends(q)
	flags |= notExact
	if !hasLow {
		flags |= noLowEnd
	}
	if !hasHigh {
		flags |= noHighEnd
	}
	a.value(key, useDone, v, flags)
	if hasLow {
		a.value(key, useLow, low, 0)
	}
	if hasHigh {
		a.value(key, useHigh, high, 0)
	}
}

// answer puts a result beside the target it answers. Only such pairs tell how
// far a target was reached: the sums of a column mix targets and results of
// different things.
func (in *adding) answer(key groupKey, f *extract.Fact, v quantity.Decimal) {
	if f.TargetOf == extract.None {
		return
	}
	target := &in.report.Facts[f.TargetOf].Quantity
	_, unit := Based(&f.Quantity)
	if aim, same := Based(target); same == unit && target.HasValue {
		in.value(key, useReached, v, 0)
		in.value(key, useAimed, aim, 0)
	}
}

// Value is one exact figure that comes from elsewhere, another table or program.
type Value struct {
	ReportKey
	Metric string // its code
	Unit   string
	Label  string
	Value  quantity.Decimal
}

// AddValue counts a figure as a report of its own. One whose metric is not in
// the catalogue is ignored.
func (a *Aggregator) AddValue(v *Value) {
	if what, ok := a.what(v.Metric, v.Unit, v.Label); ok {
		a.value(keyOf(a.who(&v.ReportKey), a.time(v.Period), what), useDone, v.Value, firstOfDoc)
	}
}

func (a *Aggregator) value(key groupKey, u use, v quantity.Decimal, flags aux) {
	coef, exp := v.Parts()
	a.put(key, auxOf(u, -exp)|flags, coef)
}

func (a *Aggregator) put(key groupKey, x aux, coef int64) {
	if len(a.block) == cap(a.block) {
		a.nextBlock()
	}
	a.block = append(a.block, entry{uint64(key)<<auxBits | uint64(x), coef})
}

// nextBlock puts the full block away. A first one starts small.
func (a *Aggregator) nextBlock() {
	if cap(a.block) < blockSize {
		a.block = slices.Grow(a.block, max(256, 3*cap(a.block)))[:len(a.block):min(blockSize, 4*max(64, cap(a.block)))]
		return
	}
	a.blocks = append(a.blocks, a.block)
	if len(a.blocks) >= a.mostBlocks() {
		a.block = nil
		a.fold()
	}
	a.block = make([]entry, 0, blockSize)
}

// mostBlocks is how many blocks wait before they are folded, less where memory
// is short: they take 16 bytes an entry, as much while they are sorted, and what
// entries became when they were folded last.
func (a *Aggregator) mostBlocks() int {
	if !a.spills {
		return maxBlocks
	}
	return min(maxBlocks, max(1, a.spillLimit/(blockSize*(2*16+cmp.Or(a.perEntry, mostPerEntry)))))
}

// mostPerEntry is about what a group takes that has but one figure.
const mostPerEntry = 640

// group tells which group f belongs to. A fact with a period of its own stays
// with its report, which leaves it out where the periods differ; only a report
// without a period lends it to the fact's.
func (in *adding) group(f *extract.Fact) (key groupKey, ok bool) {
	if int(f.Metric) >= len(in.cat.Metrics) {
		return 0, false
	}
	label := ""
	if in.plan.Groups(ByLabel) && in.report.Labels != nil {
		label = in.report.Labels(f)
	}
	_, unit := Based(&f.Quantity)
	what, ok := in.what(in.cat.Metrics[f.Metric].Code, unit, label)
	time := in.time
	if in.report.Period == "" && f.Period != "" {
		time = in.Aggregator.time(f.Period)
	}
	return keyOf(in.who, time, what), ok
}

func (a *Aggregator) who(k *ReportKey) uint32 {
	by, n := a.plan.by(), names{}
	if by&ByRegion != 0 {
		n[0], n[1] = k.Place()
	}
	if by&ByOrg != 0 {
		n[2] = k.Org
	}
	if by&ByGenre != 0 {
		n[3] = k.Genre
	}
	return a.within(a.whos.id(&n), whoBits, "places and bodies")
}

// Place is the name and code under which a region is grouped: by its code, with
// the division's name of today, where that is known, else the name as it stands.
func (k *ReportKey) Place() (name, code string) {
	if k.RegionCode != "" {
		if d, ok := region.ByCode(k.RegionCode); ok {
			return d.Name, d.Code
		}
	}
	return k.Region, k.RegionCode
}

func (a *Aggregator) time(p period.Period) uint32 {
	n := names{}
	if a.plan.Groups(ByPeriod) {
		n[0] = string(p)
	}
	return a.within(a.times.id(&n), timeBits, "periods")
}

// what numbers a metric, unit and label; ok is false where the metric is not in the catalogue.
func (a *Aggregator) what(metric, unit, label string) (id uint32, ok bool) {
	n := names{metric, unit}
	if a.plan.Groups(ByLabel) {
		n[2] = label
	}
	id = a.within(a.whats.id(&n), whatBits, "labels")
	for len(a.metrics) < len(a.whats.keys) {
		m, known := a.cat.Lookup(a.whats.keys[len(a.metrics)][0])
		if !known {
			m = unknown
		}
		a.metrics = append(a.metrics, m)
	}
	return id, a.metrics[id] != unknown
}

// unknown stands for a metric that is not in the catalogue.
const unknown = ^catalog.Metric(0)

// within is id where an entry has room for it. Else what it belongs to goes
// astray, which Err tells.
func (a *Aggregator) within(id uint32, bits int, what string) uint32 {
	if id>>bits == 0 {
		return id
	}
	if a.err == nil {
		a.err = fmt.Errorf("more than %d different %s: group by fewer dimensions", 1<<bits, what)
	}
	return 0
}

func (a *Aggregator) compareWhats(x, y *names) int {
	mx, _ := a.cat.Lookup(x[0])
	my, _ := a.cat.Lookup(y[0])
	return cmp.Or(cmp.Compare(mx, my), slices.Compare(x[:], y[:]))
}
