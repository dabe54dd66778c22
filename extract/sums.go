package extract

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
	if t.heads[c.head].part {
		for k := range t.cellsOf(c.row) {
			if h := t.cells[r.cells+k].head; h != None && t.heads[h].total {
				return r.cells + k
			}
		}
	}
	if r.parent == None {
		return None
	}
	for k := range t.cellsOf(r.parent) {
		if t.cells[t.rows[r.parent].cells+k].head == c.head {
			return t.rows[r.parent].cells + k
		}
	}
	return None
}
