package doc

import "github.com/zhaibao/zhaibao/corpus/internal/flow"

// tables are the open ones, the outermost first.
type tables struct {
	d    *document
	open []*open
}

// open is a table that is being read.
type open struct {
	flow.Table
	row  flow.Row
	cell []flow.Block // of the cell at hand
}

// What a table and a cell cost of the budget, about what they take in memory.
const (
	tableCost = 256
	cellCost  = 96
)

// enter opens and closes tables until there are depth of them.
func (t *tables) enter(w *walker, depth int) error {
	if depth < len(t.open) {
		if err := w.outside(depth); err != nil {
			return err
		}
	}
	for len(t.open) < depth {
		if err := t.d.spend(tableCost); err != nil {
			return err
		}
		t.open = append(t.open, new(open))
	}
	return t.d.spend(cellCost)
}

// close closes the tables deeper than depth; the outermost is returned, others
// are put into the cells that they stand in.
func (t *tables) close(depth int) *flow.Table {
	var last *flow.Table
	for n := len(t.open); n > depth; n-- {
		o := t.open[n-1]
		t.open = t.open[:n-1]
		if len(o.cell) > 0 {
			o.endCell()
		}
		if len(o.row) > 0 {
			o.Rows = append(o.Rows, o.row)
		}
		last = &o.Table
		if n > 1 {
			outer := t.open[n-2]
			outer.cell = append(outer.cell, flow.Block{Table: last})
			last = nil
		}
	}
	return last
}

// add puts a paragraph into the cell at hand and ends it where ends.
func (t *tables) add(b flow.Block, ends bool) {
	o := t.open[len(t.open)-1]
	o.cell = append(o.cell, b)
	if ends {
		o.endCell()
	}
}

func (o *open) endCell() {
	o.row = append(o.row, flow.Cell{Blocks: o.cell})
	o.cell = nil
}

// endRow ends the row at hand, whose end describes its cells; gone says that
// the row is deleted, so it is dropped unless something in it is not.
func (t *tables) endRow(para paragraph, gone bool) error {
	if len(t.open) < para.depth {
		return nil // a row without cells
	}
	t.close(para.depth)
	o := t.open[para.depth-1]
	if len(o.cell) > 0 {
		o.endCell()
	}
	if len(o.row) == len(para.row) {
		for i, c := range para.row {
			o.row[i].Left, o.row[i].Right = c.left, c.right
			o.row[i].Below, o.row[i].Beside = c.below, c.beside
		}
	}
	if !gone || !o.row.IsEmpty() {
		o.Rows = append(o.Rows, o.row)
	}
	o.row = nil
	return t.d.spend(cellCost)
}
