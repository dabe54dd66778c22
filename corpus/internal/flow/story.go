package flow

// Story puts paragraphs, cells and rows together to blocks and tables, of a
// format that has them one after another, with marks where cells and rows end.
type Story struct {
	// Emit takes each paragraph and each table outside of tables.
	Emit func(Block) error
	// Spend counts bytes that are about to be gathered.
	Spend func(n int) error

	open []*open // tables, the outermost first
}

type open struct {
	Table
	row  Row
	cell []Block // of the cell at hand
}

// Column is what the end of a row says of one of its cells.
type Column struct {
	Left, Right   int // its edges, in twips
	Below, Beside bool
}

// What a table and a cell cost of the budget, about what they take in memory.
const (
	tableCost = 256
	cellCost  = 96
)

// Paragraph takes a paragraph that lies in depth tables, 0 for none, and ends
// the cell with it where ends.
func (s *Story) Paragraph(b Block, depth int, ends bool) error {
	if err := s.enter(depth); err != nil {
		return err
	}
	if depth == 0 {
		return s.Emit(b)
	}
	o := s.open[len(s.open)-1]
	o.cell = append(o.cell, b)
	if ends {
		o.endCell()
	}
	return s.Spend(cellCost)
}

// InRow reports whether a row is open that has cells already.
func (s *Story) InRow() bool { return len(s.open) > 0 && len(s.open[0].row) > 0 }

// EndRow ends the row of the table at depth, from 1, whose cells are columns;
// where their numbers differ the cells have no place. A row that is gone is
// dropped unless something in it is not.
func (s *Story) EndRow(depth int, columns []Column, gone bool) error {
	if len(s.open) < depth || depth < 1 {
		return nil // a row without cells
	}
	if err := s.enter(depth); err != nil {
		return err
	}
	o := s.open[depth-1]
	if len(o.cell) > 0 {
		o.endCell()
	}
	if len(o.row) == len(columns) {
		for i, c := range columns {
			o.row[i].Left, o.row[i].Right = c.Left, c.Right
			o.row[i].Below, o.row[i].Beside = c.Below, c.Beside
		}
	}
	if !gone || !o.row.IsEmpty() {
		o.Rows = append(o.Rows, o.row)
	}
	o.row = nil
	return s.Spend(cellCost)
}

// Close ends all tables.
func (s *Story) Close() error { return s.enter(0) }

// enter opens and closes tables until there are depth of them.
func (s *Story) enter(depth int) error {
	for len(s.open) > depth {
		if err := s.close(); err != nil {
			return err
		}
	}
	for len(s.open) < depth {
		if err := s.Spend(tableCost); err != nil {
			return err
		}
		s.open = append(s.open, new(open))
	}
	return nil
}

// close ends the innermost table: it becomes part of the cell around it.
func (s *Story) close() error {
	n := len(s.open)
	o := s.open[n-1]
	s.open = s.open[:n-1]
	if len(o.cell) > 0 {
		o.endCell()
	}
	if len(o.row) > 0 {
		o.Rows = append(o.Rows, o.row)
	}
	b := Block{Table: &o.Table}
	if n == 1 {
		return s.Emit(b)
	}
	outer := s.open[n-2]
	outer.cell = append(outer.cell, b)
	return nil
}

func (o *open) endCell() {
	o.row = append(o.row, Cell{Blocks: o.cell})
	o.cell = nil
}
