package metrics

import (
	"cmp"
	"slices"

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

	Docs  int // reports with a fact in the group, copies apart
	Facts int // mentions, counted or left out

	// Sum adds the counted totals; Low and High add the ends of what they claim.
	// Low is empty where a member has no lower end, High where one has no upper
	// end; Open counts the latter.
	Sum, Low, High Number
	Open           int

	// Mean, Median and Max are over the counted totals, over the levels (stocks,
	// cumulative figures, rates) where nothing is counted.
	Mean, Median, Max Number

	Target      Number // sum of the target totals
	Targets     int    // members of Target
	Completion  Number // results over the targets they answer, those pairs alone, at four decimals
	Approximate Number // share of Mean's members that are not exact, at four decimals
	Gaps        int    // gaps that concern the group's facts
	LeftOut     Reasons
}

// Rows returns the table, ordered by region, code, period, the catalogue's
// metrics and unit, strings bytewise. The aggregator may be used on.
func (a *Aggregator) Rows() []Row {
	var rows []Row
	for key, groups := range a.reports {
		for cell, g := range groups {
			row := Row{ReportKey: key, Metric: cell.metric, Unit: cell.unit}
			g.fill(&row)
			rows = append(rows, row)
		}
	}
	slices.SortFunc(rows, compareRows)
	return rows
}

func compareRows(a, b Row) int {
	return cmp.Or(
		compareKeys(a.ReportKey, b.ReportKey),
		cmp.Compare(a.Metric, b.Metric),
		cmp.Compare(a.Unit, b.Unit),
	)
}

func compareKeys(a, b ReportKey) int {
	return cmp.Or(
		cmp.Compare(a.Region, b.Region),
		cmp.Compare(a.RegionCode, b.RegionCode),
		cmp.Compare(a.Period, b.Period),
	)
}

func (g *group) fill(row *Row) {
	row.Docs, row.Facts, row.Gaps, row.LeftOut = g.docs, g.facts, g.gaps, g.reasons
	if g.targets > 0 {
		row.Target, row.Targets = g.target.Number(), g.targets
	}
	if g.pairs > 0 {
		row.Completion = g.reached.ratio(&g.aimed, 4)
	}
	if g.done.n > 0 {
		g.fillSum(row)
		g.done.fill(row)
	} else if g.levels.n > 0 {
		g.levels.fill(row)
	}
}

func (g *group) fillSum(row *Row) {
	row.Sum, row.Open = g.done.sum.Number(), g.done.noHigh
	if g.done.noLow == 0 {
		row.Low = g.done.low.Number()
	}
	if g.done.noHigh == 0 {
		row.High = g.done.high.Number()
	}
}

func (t *tally) fill(row *Row) {
	row.Mean = t.sum.Over(t.n, places)
	row.Median, row.Max = t.values.median(), t.values.max()
	row.Approximate = share(t.approximate, t.n)
}
