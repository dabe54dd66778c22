package metrics

import (
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
	there := map[cell]bool{} // also rows that have no sum of their own but one of their children
	for i := range rows {
		r := &rows[i]
		there[r.cell()] = true
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
			key := rows[0].ReportKey
			key.Period = period.Of(whole.first/12, whole.first%12+1, whole.last%12+1)
			same := func(s span) bool { return s.first == whole.first && s.last == whole.last }
			if there[cell{key, c.metric, c.unit, c.label}] || slices.ContainsFunc(spans, same) {
				continue
			}
			if p := tile(rows, spans, whole.first, whole.last); p.N > 0 {
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
// that Table added for a place or period that did not report stands there with
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
