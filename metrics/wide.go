package metrics

import (
	"cmp"

	"github.com/zhaibao/zhaibao/extract/catalog"
)

// WideColumn is a metric counted in one base unit.
type WideColumn struct {
	Metric catalog.Metric
	Unit   string
}

// WideRow holds the values of one region and period, one per column; empty
// where nothing was reported, which is not zero.
type WideRow struct {
	ReportKey
	Cells []Number
	full  []bool // cells that a value came to
}

// Name is the column's heading: the metric's code with its unit in brackets
// (activity_sessions[场]), the bare code where there is no unit.
func (c WideColumn) Name(cat *catalog.Catalog) string {
	code := cat.Metrics[c.Metric].Code
	if c.Unit == "" {
		return code
	}
	return code + "[" + c.Unit + "]"
}

// enter puts a value into a cell. Where rows are told apart by label as well
// several come to one cell: sums add up, of levels there is none then.
func (r *WideRow) enter(i int, n Number, additive bool) {
	cell := &r.Cells[i]
	switch {
	case r.full[i] && !additive:
		*cell = ""
	case *cell != "":
		var s Sum
		s.AddNumber(*cell)
		s.AddNumber(n)
		*cell = s.Number()
	default:
		*cell = n
	}
	r.full[i] = true
}

func compareColumns(a, b WideColumn) int {
	return cmp.Or(cmp.Compare(a.Metric, b.Metric), cmp.Compare(a.Unit, b.Unit))
}

// wideValue is the sum of an additive metric, never one of its levels, so that
// a column does not mix what was built with what exists. A rate stands only
// where the group has a single value of it: shares of different things have no
// common number.
func wideValue(r *Row, cat *catalog.Catalog) Number {
	if cat.Metrics[r.Metric].Additive {
		return r.Sum
	}
	if r.Mean == r.Max && r.Median == r.Max {
		return r.Max
	}
	return ""
}
