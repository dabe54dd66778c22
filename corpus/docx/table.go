package docx

import (
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/corpus/internal/flow"
	"github.com/zhaibao/zhaibao/corpus/internal/ooxml"
	"github.com/zhaibao/zhaibao/corpus/internal/page"
)

// table is a table with its rows; memory is in proportion to its text.
type table struct {
	rows   []row
	merged map[int]bool // the columns in which a merged cell goes on downwards
}

type row struct {
	cells         []cell
	before, after int // columns of the grid that it leaves free
}

type cell struct {
	blocks []block
	span   int // columns
}

const (
	maxSpan   = 63 // columns of a table in Word
	tinyRunes = 40 // of a nested table that stays in its cell
)

// table reads the table that Child found, nil for one in what is left out.
func (d *document) table() *table {
	t := &table{merged: map[int]bool{}}
	d.rows(t)
	if d.muted > 0 {
		return nil
	}
	return t
}

func (d *document) rows(t *table) {
	for at := d.Depth(); d.Child(at); {
		switch {
		case d.Space == ooxml.Compat && d.Name == "AlternateContent":
			d.Alternate(func() { d.rows(t) })
		case d.Space != ooxml.Word:
		case d.Name == "tr":
			d.row(t)
		case d.Name == "sdt":
			d.control(func() { d.rows(t) })
		case d.Name == "ins", d.Name == "moveTo", d.Name == "customXml":
			d.rows(t)
		}
	}
}

func (d *document) row(t *table) {
	r, gone := row{}, false
	column := 0
	d.cells(t, &r, &column, &gone)
	if gone {
		d.muted--
	} else {
		t.rows = append(t.rows, r)
	}
}

// cells reads a row's cells; a row that was deleted or is hidden is muted.
func (d *document) cells(t *table, r *row, column *int, gone *bool) {
	for at := d.Depth(); d.Child(at); {
		switch {
		case d.Space == ooxml.Compat && d.Name == "AlternateContent":
			d.Alternate(func() { d.cells(t, r, column, gone) })
		case d.Space != ooxml.Word:
		case d.Name == "trPr":
			for pr := d.Depth(); d.Child(pr); {
				switch d.Name {
				case "gridBefore":
					r.before = d.number(0, maxSpan)
					*column += r.before
				case "gridAfter":
					r.after = d.number(0, maxSpan)
				case "del", "moveFrom", "hidden":
					if !*gone && (d.Name != "hidden" || d.on()) {
						*gone = true
						d.muted++
					}
				}
			}
		case d.Name == "tc":
			d.cell(t, r, column)
		case d.Name == "sdt":
			d.control(func() { d.cells(t, r, column, gone) })
		case d.Name == "customXml", d.Name == "ins", d.Name == "moveTo":
			d.cells(t, r, column, gone)
		}
	}
}

// cell reads a cell. One that is merged with that above is empty, one that was
// deleted is left out.
func (d *document) cell(t *table, r *row, column *int) {
	c, gone, covered := cell{span: 1}, false, false
	opens := false
	d.blocksOf(&c, func() {
		for pr := d.Depth(); d.Child(pr); {
			switch d.Name {
			case "gridSpan":
				c.span = d.number(1, maxSpan)
			case "vMerge":
				opens = d.Get("val") == "restart"
				covered = !opens && t.merged[*column]
				opens = opens || !covered
			case "cellDel":
				gone = true
			}
		}
		if gone || covered {
			d.muted++
		}
	})
	if gone || covered {
		d.muted--
	}
	if gone {
		return
	}
	if d.muted == 0 {
		t.merged[*column] = opens || covered
	}
	*column += c.span
	d.hold(32 * c.span)
	r.cells = append(r.cells, c)
}

// blocksOf reads a cell's blocks; properties reads what stands before them.
func (d *document) blocksOf(c *cell, properties func()) {
	var open *paragraph
	emit := func(b block) {
		d.hold(64 + len(b.text))
		c.blocks = append(c.blocks, b)
	}
	d.tcPr = properties
	d.wrapped(emit, &open)
	if open != nil {
		d.finish(open, emit)
	}
	d.tcPr = nil
}

// hold counts what is kept until its table, note or text box is printed.
func (d *document) hold(n int) {
	if d.held += int64(n); d.held > d.limit {
		d.Fail(page.ErrTooLong)
	}
}

// print writes the table, a blank line before and after it.
func (t *table) print(p *page.Page) {
	if t.layout() {
		t.each(func(b block) {
			if b.table != nil {
				b.table.print(p)
			} else {
				p.Paragraph(b.text, b.level)
			}
		})
		return
	}
	p.Blank()
	var inner []*table
	var cells []string
	for _, r := range t.rows {
		cells = append(cells[:0], make([]string, r.before)...)
		for _, c := range r.cells {
			var text string
			text, inner = c.text(inner)
			cells = append(cells, text)
			cells = append(cells, make([]string, c.span-1)...)
		}
		p.Row(append(cells, make([]string, r.after)...))
	}
	p.Blank()
	for _, in := range inner {
		in.print(p)
	}
}

// layout reports whether no row has more than one cell.
func (t *table) layout() bool {
	for _, r := range t.rows {
		if len(r.cells) > 1 {
			return false
		}
	}
	return true
}

// each calls visit for the blocks in all cells.
func (t *table) each(visit func(block)) {
	for _, r := range t.rows {
		for _, c := range r.cells {
			for _, b := range c.blocks {
				visit(b)
			}
		}
	}
}

// text is the cell as a line: its paragraphs and tiny tables parted by spaces.
// Larger tables are added to inner; they follow the table that they stand in.
func (c cell) text(inner []*table) (string, []*table) {
	var parts, labels []string
	var add func(b block)
	add = func(b block) {
		switch {
		case b.table == nil:
			labels = append(labels, b.label)
			if s := page.Flat(b.text); s != "" {
				parts = append(parts, s)
			}
		case b.table.layout() || b.table.tiny():
			b.table.each(add)
		default:
			inner = append(inner, b.table)
		}
	}
	for _, b := range c.blocks {
		add(b)
	}
	if len(parts) == 0 {
		return flow.NumbersAlone(labels), inner
	}
	return strings.Join(parts, " "), inner
}

// tiny reports whether the table is one row of few characters.
func (t *table) tiny() bool {
	n := 0
	t.each(func(b block) {
		n += utf8.RuneCountInString(b.text)
		if b.table != nil {
			n += tinyRunes + 1
		}
	})
	return len(t.rows) <= 1 && n <= tinyRunes
}
