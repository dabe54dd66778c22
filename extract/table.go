package extract

import (
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

// table follows a flattened table. Where one begins, all its lines are read:
// cut into cells (grid.go), brought under their headlines (layout.go), summed
// up by their totals (sums.go). Then each figure is decided in its place
// (cells.go) when its line comes.
type table struct {
	end           int // index of the first block behind the table's lines
	grid          grid
	heads         []head
	rows          []row
	cells         []cell // in the order of the text
	next          int    // the first cell that is not behind
	unit          unitNote
	caption       int       // the block before the table, None where there is none
	named         block     // the label of a row, or the headline of a column, analysed
	probed        candidate // what probe asks the rules about
	probedMention quantity.Mention
	namedOf       segment.Span
}

// row is a row of a table.
type row struct {
	segment.Span
	label  segment.Span
	kind   rowKind
	unit   unitNote // from the row's cell of units
	cells  int      // its first cell in table.cells
	total  bool
	sub    bool // sums up only the rows before it
	among  bool // 其中: a part of the row before it
	parent int  // the row that sums it up, None where none does
	status Status
}

// cell is a figure's place in a table, or a unit in a column of units.
type cell struct {
	start int // byte
	row   int
	head  int // in table.heads, None where the column has none
	unit  bool
	fact  int  // its fact, None where it is none
	known bool // a metric was found:
	m     catalog.Metric
	takes bool // the fact counts an item that can be done
}

// unitNote is a unit given in brackets or a headline for figures without one.
type unitNote struct {
	spell, exp int
	ok         bool
}

func (t *table) reset() {
	t.end, t.unit, t.caption, t.named.doc = 0, unitNote{}, None, nil
	t.clear()
}

func (t *table) clear() {
	t.grid.reset()
	t.heads, t.rows, t.cells, t.next = t.heads[:0], t.rows[:0], t.cells[:0], 0
}

// enter reads block i: the first line of a table has all of it read, any
// other block ends it and may give its unit and its subject.
func (t *table) enter(w *Worker, i int) {
	def := &w.report.Doc.Blocks[i]
	if def.Kind == segment.Table {
		if i >= t.end {
			t.read(w, i)
		}
		return
	}
	t.finish(w)
	if i == t.end || def.Kind == segment.Heading && def.Level > 0 {
		t.unit = unitNote{}
	}
	if w.block.contains("单位") {
		t.unit = w.noteIn(&w.block, 0, w.block.text.Len())
	} else if def.Len() > shortCaption {
		t.unit = unitNote{}
	}
	t.caption = i
}

// shortCaption is the length in bytes of a title that may stand between the
// line that gives the unit and the table.
const shortCaption = 90

// read reads the table whose first line is block i.
func (t *table) read(w *Worker, i int) {
	t.clear()
	doc := w.report.Doc
	for t.end = i; t.end < len(doc.Blocks) && doc.Blocks[t.end].Kind == segment.Table; t.end++ {
		t.grid.cut(w.ex.lex.quantity, doc.Text, doc.Blocks[t.end].Span, doc.Cells(t.end))
	}
	t.layout(w)
}

// finish gives the states and totals of the table that ends to its facts.
func (t *table) finish(w *Worker) {
	if len(t.cells) == 0 {
		return
	}
	for k := range t.cells {
		c := &t.cells[k]
		if c.fact == None {
			continue
		}
		f := &w.dst.Facts[c.fact]
		if s := t.rows[c.row].status; s != NoStatus && f.Status == NoStatus && c.takes && (f.Role == Actual || !t.hasResult(w, c.row)) {
			f.Status = s
		}
		if k := t.totalOf(c); f.Basis == Part && k != None {
			f.Parent = t.cells[k].fact
		}
	}
	t.clear()
}

// hasResult reports whether a row states what was done, beside what was aimed at.
func (t *table) hasResult(w *Worker, row int) bool {
	for _, c := range t.cellsOf(row) {
		if c.fact != None && c.takes && w.dst.Facts[c.fact].Role == Actual {
			return true
		}
	}
	return false
}

// cellsOf are the cells of a row.
func (t *table) cellsOf(row int) []cell {
	end := len(t.cells)
	if row+1 < len(t.rows) {
		end = t.rows[row+1].cells
	}
	return t.cells[t.rows[row].cells:end]
}

// rowAt is the row that holds the byte offset, nil where none does.
func (t *table) rowAt(offset int) *row {
	lo, hi := 0, len(t.rows)
	for lo < hi {
		if mid := (lo + hi) / 2; t.rows[mid].End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(t.rows) && t.rows[lo].Start <= offset {
		return &t.rows[lo]
	}
	return nil
}

// seat notes which facts the block's figures have become.
func (t *table) seat(w *Worker) {
	if len(t.cells) == 0 {
		return
	}
	for i := range w.cands {
		if c := &w.cands[i]; c.cell > 0 && c.fact.Rule != undecided {
			t.cells[c.cell-1].fact, t.cells[c.cell-1].takes = c.at, c.takesStatus()
		}
	}
}
