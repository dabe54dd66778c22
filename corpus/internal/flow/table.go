package flow

import (
	"strings"

	"github.com/zhaibao/zhaibao/segment"
)

// Table is a table as a file has it.
type Table struct{ Rows []Row }

// Row is one row of a table, its cells from left to right.
type Row []Cell

// Cell is a cell with its paragraphs and the tables inside it.
type Cell struct {
	Blocks      []Block
	Left, Right int  // its edges in twips; both 0 where the file does not say
	Below       bool // it is merged with the one above, and what is in it is not shown
	Beside      bool // it is merged with the one before, and what is in it belongs to that
}

// tiny is up to how many cells an inner table is part of its cell's text.
const tiny = 4

func (w *Writer) table(t *Table) error {
	if t.isLayout() {
		return w.layout(t)
	}
	g := t.grid()
	var later []Block // inner tables
	w.blank()
	for _, row := range t.Rows {
		texts := make([]string, 0, len(row))
		for i, c := range row {
			text := c.text(&later)
			if c.Below {
				text = ""
			}
			for range g.before(row, i) {
				texts = append(texts, "")
			}
			texts = append(texts, text)
			for range g.after(row, i) {
				texts = append(texts, "")
			}
		}
		if err := w.row(texts); err != nil {
			return err
		}
	}
	w.blank()
	for _, b := range later {
		if err := w.Add(b); err != nil {
			return err
		}
	}
	return nil
}

// isLayout reports whether every row is one cell: a frame, not a table.
func (t *Table) isLayout() bool {
	for _, row := range t.Rows {
		n := 0
		for _, c := range row {
			if !c.Beside {
				n++
			}
		}
		if n > 1 {
			return false
		}
	}
	return true
}

func (w *Writer) layout(t *Table) error {
	w.blank()
	for _, row := range t.Rows {
		for _, c := range row {
			for _, b := range c.Blocks {
				if err := w.Add(b); err != nil {
					return err
				}
			}
		}
	}
	w.blank()
	return nil
}

// row writes a row that is not empty.
func (w *Writer) row(texts []string) error {
	line := strings.Join(texts, "\t")
	if strings.Trim(line, "\t") == "" {
		return nil
	}
	start := w.b.Len()
	w.mark(segment.MarkRow, start, start+len(line), 0)
	for _, text := range texts {
		w.mark(segment.MarkCell, start, start+len(text), 0)
		start += len(text) + 1
	}
	w.b.WriteString(line)
	w.b.WriteByte('\n')
	return w.check()
}

// text is the cell's text as one line; tables in it that are not tiny go to later.
func (c *Cell) text(later *[]Block) string {
	var parts, numbers []string
	for _, b := range c.Blocks {
		switch {
		case b.Table == nil:
			numbers = append(numbers, b.Number)
			parts = append(parts, b.Text)
		case b.Table.cells() <= tiny:
			for _, row := range b.Table.Rows {
				for i := range row {
					parts = append(parts, row[i].text(later))
				}
			}
		default:
			*later = append(*later, b)
		}
	}
	if text := oneLine(strings.Join(parts, "\n")); text != "" {
		return text
	}
	return NumbersAlone(numbers)
}

// NumbersAlone is the text of a cell that holds nothing but the automatic
// numbers of its paragraphs, as those of a column 序号: 1, not 1. .
func NumbersAlone(numbers []string) string {
	var kept []string
	for _, n := range numbers {
		if n = oneLine(strings.TrimRight(strings.TrimSpace(n), ".．、")); n != "" {
			kept = append(kept, n)
		}
	}
	return strings.Join(kept, " ")
}

// oneLine parts what stood on several lines or at tab stops by single spaces.
func oneLine(text string) string {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\t' })
	kept := parts[:0]
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, " ")
}

func (t *Table) cells() int {
	n := 0
	for _, row := range t.Rows {
		n += len(row)
	}
	return n
}

// IsEmpty reports whether no cell of the row holds anything but blanks.
func (r Row) IsEmpty() bool {
	for _, c := range r {
		for _, b := range c.Blocks {
			if b.Table != nil || strings.TrimSpace(b.Text) != "" {
				return false
			}
		}
	}
	return true
}
