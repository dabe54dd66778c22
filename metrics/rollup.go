package metrics

import (
	"iter"
	"slices"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/region"
)

// Parts is the sum over what a row's place or period is made of. It stands
// beside the row's own sum and is never added to it.
type Parts struct {
	Sum, Low, High Number // as in Row; empty where there are no parts
	Open           int    // members without an upper end
	N              int    // parts with a figure
}

// RollUp fills Row.Children and Row.Periods. The rows must be ordered as Rows
// returns them, and RollUp returns them so.
//
//  1. A division's children are those below it in the tree: prefectures of a
//     province, counties of a prefecture. A child counts with its own sum, and
//     where it did not report with the sum over its own children.
//  2. A period's parts are the fewest other periods of the same place that
//     fill it without gap or overlap (H1 and H2, H1 and Q3 and Q4). Where they
//     do not fill it there is no sum, since what is missing is not zero.
//
// level and months ask for rows of their own where a place of that level, or a
// calendar period of so many months (3, 6 or 12), did not report and its parts
// did; region.None and 0 ask for none.
func RollUp(rows []Row, level region.Level, months int) []Row {
	rows = inOrder(rows, rollUpRegions(rows, level))
	return inOrder(rows, rollUpPeriods(rows, months))
}

// inOrder adds rows to those that are in order.
func inOrder(rows, more []Row) []Row {
	if len(more) == 0 {
		return rows
	}
	rows = append(rows, more...)
	sortRows(rows)
	return rows
}

// sortRows sorts by way of pointers, since a row is large.
func sortRows(rows []Row) {
	order := make([]*Row, len(rows))
	for i := range rows {
		order[i] = &rows[i]
	}
	slices.SortFunc(order, compareRows)
	sorted := make([]Row, len(rows))
	for i, r := range order {
		sorted[i] = *r
	}
	copy(rows, sorted)
}

// cell names a row.
type cell struct {
	ReportKey
	metric catalog.Metric
	unit   string
	label  string
}

func (r *Row) cell() cell { return cell{r.ReportKey, r.Metric, r.Unit, r.Label} }

// node is a place's cell in the tree of divisions.
type node struct {
	cell
	division region.Division
	row      int // -1 where the place did not report
	children total
}

// total adds up the figures of rows.
type total struct {
	sum, low, high Sum
	open, n, noLow int
}

func (t *total) add(sum, low, high Number, open int) {
	t.n++
	t.sum.AddNumber(sum)
	if t.open += open; low == "" {
		t.noLow++
	} else {
		t.low.AddNumber(low)
	}
	if high != "" {
		t.high.AddNumber(high)
	}
}

func (t *total) parts() Parts {
	if t.n == 0 {
		return Parts{}
	}
	p := Parts{Sum: t.sum.Number(), Open: t.open, N: t.n}
	if t.noLow == 0 {
		p.Low = t.low.Number()
	}
	if t.open == 0 {
		p.High = t.high.Number()
	}
	return p
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

// span is a period of a row with a sum, in months.
type span struct {
	first, last int
	row         int
}

// counted names what a row counts.
type counted struct {
	metric      catalog.Metric
	unit, label string
}

func (r *Row) counted() counted { return counted{r.Metric, r.Unit, r.Label} }

// rollUpPeriods fills in Periods place by place, whose rows stand together, and
// returns the rows of calendar periods that are asked for.
func rollUpPeriods(rows []Row, months int) (more []Row) {
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && rows[n].samePlace(&rows[0]) {
			n++
		}
		if rows[n-1].Period != rows[0].Period { // else nothing can be made of parts
			more = rollUpPlace(more, rows[:n], months)
		}
		rows = rows[n:]
	}
	return more
}

func (r *Row) samePlace(o *Row) bool {
	return r.Region == o.Region && r.RegionCode == o.RegionCode && r.Org == o.Org && r.Genre == o.Genre
}

func rollUpPlace(more, rows []Row, months int) []Row {
	by := map[counted][]span{}
	for i := range rows {
		r := &rows[i]
		if first, last, ok := r.Period.Months(); ok && !r.Period.IsMasked() && r.Sum != "" {
			by[r.counted()] = append(by[r.counted()], span{first, last, i})
		}
	}
	for i := range rows {
		r := &rows[i]
		if first, last, ok := r.Period.Months(); ok && !r.Period.IsMasked() && last > first {
			r.Periods = tile(rows, by[r.counted()], first, last)
		}
	}
	if months <= 1 || 12%months != 0 {
		return more
	}
	for c, spans := range by {
		for _, whole := range calendar(spans, months) {
			if slices.ContainsFunc(spans, func(s span) bool { return s.first == whole.first && s.last == whole.last }) {
				continue
			}
			if p := tile(rows, spans, whole.first, whole.last); p.N > 0 {
				key := rows[0].ReportKey
				key.Period = period.Of(whole.first/12, whole.first%12+1, whole.last%12+1)
				more = append(more, Row{ReportKey: key, Metric: c.metric, Unit: c.unit, Label: c.label, Periods: p})
			}
		}
	}
	return more
}

// calendar lists the calendar periods of so many months that the spans touch.
func calendar(spans []span, months int) []span {
	var list []span
	for _, s := range spans {
		for at := s.first - s.first%months; at <= s.last; at += months {
			list = append(list, span{first: at, last: at + months - 1})
		}
	}
	slices.SortFunc(list, func(a, b span) int { return a.first - b.first })
	return slices.Compact(list)
}

// tile sums up the fewest spans that fill the months from first to last, other
// than one that does so alone; of equally many the longer ones first.
func tile(rows []Row, spans []span, first, last int) Parts {
	n := last - first + 1
	covered := 0
	for _, s := range spans {
		if s.first >= first && s.last <= last && s.last-s.first+1 < n {
			covered += s.last - s.first + 1
		}
	}
	if covered < n {
		return Parts{}
	}
	best := make([]int, n+1)    // the fewest spans that fill the first so many months, plus one; 0 for none
	chosen := make([]span, n+1) // the last of them
	best[0] = 1
	for end := 1; end <= n; end++ {
		for _, s := range spans {
			from, to := s.first-first, s.last-first+1
			if to != end || from < 0 || to-from == n || best[from] == 0 {
				continue
			}
			if best[end] == 0 || best[from]+1 < best[end] || best[from]+1 == best[end] && s.first > chosen[end].first {
				best[end], chosen[end] = best[from]+1, s
			}
		}
	}
	var t total
	if best[n] == 0 {
		return Parts{}
	}
	for end := n; end > 0; end = chosen[end].first - first {
		r := &rows[chosen[end].row]
		t.add(r.Sum, r.Low, r.High, r.Open)
	}
	return t.parts()
}

// At returns the rows of divisions of a level, all rows for region.None. A row
// that RollUp added for a place or period that did not report stands there with
// the sum over its parts.
func At(rows []Row, level region.Level) []Row {
	var kept []Row
	for _, r := range rows {
		d, known := region.ByCode(r.RegionCode)
		if level != region.None && (!known || r.RegionCode == "" || d.Level != level) {
			continue
		}
		if r.Facts == 0 && r.Sum == "" {
			p := r.Children
			if p.N == 0 {
				p = r.Periods
			}
			r.Sum, r.Low, r.High, r.Open, r.Count = p.Sum, p.Low, p.High, p.Open, p.N
		}
		kept = append(kept, r)
	}
	return kept
}
