package extract

import "github.com/zhaibao/zhaibao/extract/catalog"

// sumUp finds which of the rows from first on sum the others up, and which
// are parts of the row before them.
func (t *table) sumUp(first int) {
	grand, count := None, 0
	for i := first; i < len(t.rows); i++ {
		if r := &t.rows[i]; r.total && !r.sub {
			grand, count = i, count+1
		}
	}
	from := first
	for i := first; i < len(t.rows); i++ {
		r := &t.rows[i]
		switch {
		case r.total && !r.sub:
			continue
		case grand != None && count == 1:
			r.parent = grand
		}
		if r.sub {
			for k := from; k < i; k++ {
				if grand != None && t.rows[k].total && !t.rows[k].sub {
					continue
				}
				t.rows[k].parent = i
			}
			from = i + 1
		}
	}
	t.sumUpAmong(first)
}

// sumUpAmong makes 其中 and the rows after it parts of the row before.
func (t *table) sumUpAmong(first int) {
	whole := None
	for i := first; i < len(t.rows); i++ {
		r := &t.rows[i]
		if r.total {
			whole = None
		}
		if r.among && i > first {
			whole = i - 1
		}
		if whole != None {
			r.parent = whole
		}
	}
}

// totalOf is the cell that a cell is a part of: under the same headline in the
// row that sums its own up, or in its row under 合计; None where there is none.
func (t *table) totalOf(c *cell) int {
	if c.head == None || c.unit {
		return None
	}
	r := &t.rows[c.row]
	if of := t.heads[c.head].of; of != 0 {
		return t.under(c.row, of)
	}
	if r.parent == None {
		return None
	}
	return t.under(r.parent, c.head)
}

// under is the cell of a row under a headline, None where it has none.
func (t *table) under(row, head int) int {
	for k, c := range t.cellsOf(row) {
		if c.head == head {
			return t.rows[row].cells + k
		}
	}
	return None
}

// likeParts is the metric that a total shares with its parts, as far as they
// are decided, and a column of parts with the column of the total.
func (t *table) likeParts(c *cell) (m catalog.Metric, ok bool) {
	if c.head == None {
		return 0, false
	}
	if of := t.heads[c.head].of; of != 0 {
		k := t.under(c.row, of)
		return t.cells[max(k, 0)].m, k != None && t.cells[k].known
	}
	for i := c.row - 1; i >= 0 && t.rows[i].parent == c.row; i-- {
		k := t.under(i, c.head)
		if k == None || !t.cells[k].known {
			continue
		}
		if ok && t.cells[k].m != m {
			return 0, false
		}
		m, ok = t.cells[k].m, true
	}
	return m, ok
}
