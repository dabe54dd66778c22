package metrics

import (
	"iter"
	"slices"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/region"
)

// rollUp is Table in the plain way: it fills Row.Children and Row.Periods of all
// rows, which are ordered as Rows returns them, at once.
func rollUp(rows []Row, level region.Level, months int) []Row {
	rows = inOrder(rows, rollUpRegions(rows, level))
	return inOrder(rows, rollUpPeriods(rows, months))
}

// node is a place's cell in the tree of divisions.
type node struct {
	cell
	division region.Division
	row      int // -1 where the place did not report
	children total
}

// rollUpRegions fills in Children and returns the rows of places that are asked for.
func rollUpRegions(rows []Row, level region.Level) (more []Row) {
	nodes := map[cell]*node{}
	var byLevel [region.County + 1][]*node
	enter := func(c cell, d region.Division, row int) *node {
		n := nodes[c]
		if n == nil {
			n = &node{cell: c, division: d, row: -1}
			nodes[c] = n
			byLevel[d.Level] = append(byLevel[d.Level], n)
		}
		if row >= 0 {
			n.row = row
		}
		return n
	}
	for i, d := range related(rows, level) {
		enter(rows[i].cell(), d, i)
	}
	for l := region.County; l > region.Province; l-- {
		for _, n := range byLevel[l] {
			parent, ok := region.ByCode(n.division.Parent)
			if !ok {
				continue
			}
			c := n.cell
			c.Region, c.RegionCode = parent.Name, parent.Code
			if sum, low, high, open, ok := n.figure(rows); ok {
				enter(c, parent, -1).children.add(sum, low, high, open)
			}
		}
	}
	for _, list := range byLevel {
		for _, n := range list {
			switch {
			case n.row >= 0:
				rows[n.row].Children = n.children.parts()
			case n.division.Level == level && n.children.n > 0:
				more = append(more, Row{ReportKey: n.ReportKey, Metric: n.metric, Unit: n.unit, Label: n.label, Children: n.children.parts()})
			}
		}
	}
	return more
}

// related yields the rows of places that another row's sum, or a row that is
// asked for, is made of, and those rows themselves: the places above which or
// below which there is another one. Mostly there are few.
func related(rows []Row, level region.Level) iter.Seq2[int, region.Division] {
	type place struct {
		from, to int
		division region.Division
	}
	var places []place
	present, above := map[string]bool{}, map[string]bool{} // by code
	for i := range rows {
		code := rows[i].RegionCode
		if last := len(places) - 1; last >= 0 && places[last].to == i && places[last].division.Code == code {
			places[last].to++
			continue
		}
		if code == "" {
			continue
		}
		if d, ok := region.ByCode(code); ok {
			places = append(places, place{i, i + 1, d})
			present[d.Code] = true
		}
	}
	wanted := func(d region.Division) bool { return present[d.Code] || d.Level == level }
	for _, p := range places {
		for d, ok := region.ByCode(p.division.Parent); ok; d, ok = region.ByCode(d.Parent) {
			if wanted(d) {
				above[p.division.Code], above[d.Code] = true, true
			}
		}
	}
	return func(yield func(int, region.Division) bool) {
		for _, p := range places {
			for i := p.from; i < p.to && above[p.division.Code]; i++ {
				if !yield(i, p.division) {
					return
				}
			}
		}
	}
}

// figure is what the place counts with in the sum of the one above it.
func (n *node) figure(rows []Row) (sum, low, high Number, open int, ok bool) {
	if n.row >= 0 && rows[n.row].Sum != "" {
		r := &rows[n.row]
		return r.Sum, r.Low, r.High, r.Open, true
	}
	p := n.children.parts()
	return p.Sum, p.Low, p.High, p.Open, p.N > 0
}

// wideTable is the table with one row per region and period and one column per
// metric and base unit that has at least one value.
type wideTable struct {
	Columns []WideColumn
	Rows    []WideRow
}

// newWide spreads rows, which are ordered as Rows returns them.
func newWide(rows []Row, cat *catalog.Catalog) wideTable {
	w := wideTable{Columns: wideColumns(rows, cat)}
	index := make(map[WideColumn]int, len(w.Columns))
	for i, c := range w.Columns {
		index[c] = i
	}
	for i := range rows {
		if rows[i].Facts == 0 {
			continue // of a place or period that did not report
		}
		last := len(w.Rows) - 1
		if last < 0 || w.Rows[last].ReportKey != rows[i].ReportKey {
			w.Rows = append(w.Rows, WideRow{rows[i].ReportKey, make([]Number, len(w.Columns)), make([]bool, len(w.Columns))})
			last++
		}
		if n := wideValue(&rows[i], cat); n != "" {
			w.Rows[last].enter(index[WideColumn{rows[i].Metric, rows[i].Unit}], n, cat.Metrics[rows[i].Metric].Additive)
		}
	}
	return w
}

func wideColumns(rows []Row, cat *catalog.Catalog) []WideColumn {
	var columns []WideColumn
	seen := map[WideColumn]bool{}
	for i := range rows {
		c := WideColumn{rows[i].Metric, rows[i].Unit}
		if wideValue(&rows[i], cat) != "" && !seen[c] {
			columns, seen[c] = append(columns, c), true
		}
	}
	slices.SortFunc(columns, compareColumns)
	return columns
}
