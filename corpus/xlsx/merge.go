package xlsx

import (
	"slices"
	"strings"

	"github.com/zhaibao/zhaibao/corpus/internal/page"
	"github.com/zhaibao/zhaibao/corpus/internal/sheet"
)

// parseArea reads A1:B3; an area of one cell merges nothing.
func parseArea(ref string) (a area, ok bool) {
	first, last, ok := strings.Cut(ref, ":")
	if !ok {
		return a, false
	}
	c1, r1, ok1 := parseRef(first)
	c2, r2, ok2 := parseRef(last)
	return area{span{r1, r2}, span{c1, c2}}, ok1 && ok2 && r1 <= r2 && c1 <= c2
}

// mergeSteps is the most rows that merged areas cover in all: areas that lie
// over each other would make more work than the file is long.
const mergeSteps = 8 << 20

// seen is the sheet as it is shown: merged, and without what is hidden.
func (b *book) seen(t tab, g *grid) ([]sheet.Row, error) {
	steps, columns := mergeSteps, g.columns()
	for i, a := range g.merged {
		if i&1023 == 0 && b.ctx.Err() != nil {
			return nil, b.ctx.Err()
		}
		if steps -= g.merge(a, columns); steps < 0 {
			return nil, errMerged
		}
	}
	var rows []sheet.Row
	last, hidden := 0, 0 // the row before, and hidden rows since
	for i, l := range g.rows {
		if i&1023 == 0 && b.ctx.Err() != nil {
			return nil, b.ctx.Err()
		}
		if l.hidden {
			hidden++
			continue
		}
		r := sheet.Row{Number: l.number, Apart: last > 0 && l.number > last+1+hidden}
		for _, c := range l.cells {
			column := c.column
			if columns != nil {
				column = columns[column]
			}
			if column == 0 || c.text == "" && !c.bare {
				continue
			}
			if c.bare {
				return nil, uncomputed(t.name, name(c.column, l.number))
			}
			for len(r.Cells) < column {
				r.Cells = append(r.Cells, "")
			}
			r.Cells[column-1] = strings.TrimSpace(c.text)
		}
		if len(r.Cells) > 0 {
			if !b.take(16 * cap(r.Cells)) {
				return nil, page.ErrTooLong
			}
			rows = append(rows, r)
			last, hidden = l.number, 0
		}
	}
	return rows, nil
}

// columns maps columns to those that are left when the hidden ones are gone, 0
// for a hidden one; nil where none is hidden.
func (g *grid) columns() []int {
	if len(g.hidden) == 0 {
		return nil
	}
	to := make([]int, maxColumn+2)
	for _, h := range g.hidden {
		if h.from, h.to = max(h.from, 1), min(h.to, maxColumn); h.from <= h.to {
			to[h.from]++
			to[h.to+1]--
		}
	}
	n, depth := 0, 0
	for c := 1; c <= maxColumn; c++ {
		if depth += to[c]; depth > 0 {
			to[c] = 0
		} else {
			n++
			to[c] = n
		}
	}
	return to
}

// merge empties the cells of an area but the first, which goes to the first row
// and column that is not hidden. It returns the rows that it looked at.
func (g *grid) merge(a area, columns []int) (steps int) {
	i, _ := slices.BinarySearchFunc(g.rows, a.rows.from, func(l line, n int) int { return l.number - n })
	column := firstColumn(a.columns, columns)
	var first entry
	placed := false
	for ; i < len(g.rows) && g.rows[i].number <= a.rows.to; i++ {
		steps++
		l := &g.rows[i]
		at, _ := slices.BinarySearchFunc(l.cells, a.columns.from, func(e entry, c int) int { return e.column - c })
		end := at
		for ; end < len(l.cells) && l.cells[end].column <= a.columns.to; end++ {
			if l.number == a.rows.from && l.cells[end].column == a.columns.from {
				first = l.cells[end]
			}
		}
		l.cells = slices.Delete(l.cells, at, end)
		steps += end - at
		if (first.text != "" || first.bare) && !placed && !l.hidden {
			first.column = column
			l.cells = slices.Insert(l.cells, at, first)
			placed = true
		}
	}
	return steps
}

// firstColumn is the first column of the span that is not hidden.
func firstColumn(s span, columns []int) int {
	for c := s.from; c <= s.to && columns != nil; c++ {
		if columns[c] > 0 {
			return c
		}
	}
	return s.from
}
