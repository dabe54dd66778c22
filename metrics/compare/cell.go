package compare

import (
	"slices"

	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/period"
)

// add puts a row into its place.
func (p *Panel) add(r *metrics.Row, at map[cellKey]int) error {
	region, _ := slices.BinarySearchFunc(p.Regions, Region{Name: r.Region, Code: r.RegionCode}, comparePlaces)
	per, _ := slices.BinarySearchFunc(p.Periods, r.Period, period.Period.Compare)
	indicator := at[cellKey{r.Metric, r.Unit}]
	place := column{per, indicator}
	cell := Cell{Note: NoTotal, Gaps: r.Gaps > 0, Open: r.Open > 0, Sum: r.Sum, Target: r.Target, Completion: r.Completion}
	cell.Number, cell.Single = standing(r, p.Indicators[indicator].Additive)
	switch v, ok := float(cell.Number); {
	case ok:
		cell.Note, cell.Value = None, v
	case cell.Number != "":
		return errorf("汇总表中 %s %s %s 的 %q 不是可以计算的数", "the table has %[4]q for %[1]s %[2]s %[3]s, which is no number to compute with", r.Region, r.Period, p.Indicators[indicator], cell.Number)
	case r.Gaps > 0:
		cell.Note = NumberLost
	}
	p.columns[place] = append(p.columns[place], Entry{region, cell})
	p.reports[report{region, per}] = true
	return nil
}

// standing is the number of a row that may stand beside those of other
// regions, as the wide table has it: the sum of an additive metric, else the
// value where the group has a single one.
func standing(r *metrics.Row, additive bool) (n metrics.Number, single bool) {
	if additive {
		return r.Sum, false
	}
	if r.Mean == r.Max && r.Median == r.Max {
		return r.Max, r.Max != ""
	}
	return "", false
}

// Cell is what a region reported of an indicator in a period, by their places
// in the panel. Where there is no row Note says whether the region reported
// anything else of that period.
func (p *Panel) Cell(region, per, indicator int) Cell {
	all := p.columns[column{per, indicator}]
	if i, ok := slices.BinarySearchFunc(all, region, func(e Entry, region int) int { return e.Region - region }); ok {
		return all[i].Cell
	}
	if p.reports[report{region, per}] {
		return Cell{Note: NotReported}
	}
	return Cell{Note: NoReport}
}

// Column lists the regions that have a number of the indicator in the period.
func (p *Panel) Column(per, indicator int) []Entry {
	var present []Entry
	for _, e := range p.columns[column{per, indicator}] {
		if e.Note == None {
			present = append(present, e)
		}
	}
	return present
}

func values(entries []Entry) []float64 {
	v := make([]float64, len(entries))
	for i, e := range entries {
		v[i] = e.Value
	}
	return v
}

// reporting lists the regions with any row of the period.
func (p *Panel) reporting(per int) []int {
	var list []int
	for r := range p.Regions {
		if p.reports[report{r, per}] {
			list = append(list, r)
		}
	}
	return list
}

// kind is what periods must share to be compared over years: the month in
// which they begin and their length. H1 is never compared with a whole year.
type kind struct{ first, months int }

func kindOf(p period.Period) kind {
	first, last, _ := p.Months()
	return kind{first % 12, last - first + 1}
}

// sameKind lists the panel's periods of the kind of the one given, in order.
func (p *Panel) sameKind(per int) []int {
	var list []int
	for t, other := range p.Periods {
		if kindOf(other) == kindOf(p.Periods[per]) {
			list = append(list, t)
		}
	}
	return list
}
