package metrics

import (
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
)

// testCatalog has a metric of each kind.
var testCatalog = &catalog.Catalog{Metrics: []catalog.MetricDef{
	{Code: "activity_sessions", Name: "活动场次", Additive: true},
	{Code: "facilities", Name: "设施数量", Additive: true},
	{Code: "coverage_rate", Name: "覆盖率"},
}}

const (
	sessions catalog.Metric = iota
	facilities
	rate
)

func dec(s string) quantity.Decimal {
	d, ok := quantity.ParseDecimal(s)
	if !ok {
		panic("bad decimal " + s)
	}
	return d
}

// fact is an exact actual total; edits make something else of it.
func fact(m catalog.Metric, value, unit string, edits ...func(*extract.Fact)) extract.Fact {
	f := extract.Fact{Metric: m, SameAs: extract.None, Parent: extract.None, TargetOf: extract.None}
	f.Quantity = quantity.Quantity{Value: dec(value), Unit: unit, HasValue: true}
	for _, edit := range edits {
		edit(&f)
	}
	return f
}

// answers makes the fact the result of the target at the index.
func answers(target int) func(*extract.Fact) {
	return func(f *extract.Fact) { f.TargetOf = target }
}

func role(r extract.Role) func(*extract.Fact)   { return func(f *extract.Fact) { f.Role = r } }
func basis(b extract.Basis) func(*extract.Fact) { return func(f *extract.Fact) { f.Basis = b } }
func during(t extract.Time) func(*extract.Fact) { return func(f *extract.Fact) { f.Time = t } }

func missing(f *extract.Fact)  { f.Missing, f.Quantity.HasValue = true, false }
func noValue(f *extract.Fact)  { f.Quantity.HasValue = false }
func repeated(f *extract.Fact) { f.SameAs = 0 }
func undone(f *extract.Fact)   { f.Status = extract.Undone }
func partOf(f *extract.Fact)   { f.Parent = 0 }

// between gives the interval; "" is no end.
func between(b quantity.Bound, low, high string) func(*extract.Fact) {
	return func(f *extract.Fact) {
		q := &f.Quantity
		q.Bound = b
		if q.HasLow = low != ""; q.HasLow {
			q.Low = dec(low)
		}
		if q.HasUpper = high != ""; q.HasUpper {
			q.Upper = dec(high)
		}
	}
}

func base(value, unit string) func(*extract.Fact) {
	return func(f *extract.Fact) { f.Quantity.BaseValue, f.Quantity.BaseUnit = dec(value), unit }
}

func reports(facts ...extract.Fact) *Aggregator {
	a := NewAggregator(testCatalog)
	a.Add(Report{ReportKey: ReportKey{Region: "青河县", Period: "2019H1"}, Facts: facts})
	return a
}
