package export

import (
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/metrics"
)

// Kind says what the cells of a column hold and how they are to be read.
type Kind uint8

// The kinds.
const (
	Text    Kind = iota // also codes made of digits
	Number              // exact decimal
	Integer             // whole number
)

// String is the kind's name in the codebook.
func (k Kind) String() string { return [...]string{"text", "number", "integer"}[k] }

// Column describes one column.
type Column struct {
	Name    string
	Kind    Kind
	Meaning string // in Chinese
	Unit    string // of its numbers, or the column that holds the unit
	Summed  string // how its numbers may be summed
}

// Schema describes one table.
type Schema struct {
	Name    string // also the file's name without ending
	Columns []Column
}

// Cell is one value of a row; the zero Cell is none.
type Cell struct {
	valid  bool
	text   string           // of a text, or a number in plain notation
	number quantity.Decimal // of a number where text is empty
}

// TextCell holds s, which may be empty.
func TextCell(s string) Cell { return Cell{valid: true, text: s} }

// NumberCell holds d.
func NumberCell(d quantity.Decimal) Cell { return Cell{valid: true, number: d} }

// IntCell holds n.
func IntCell(n int) Cell { return NumberCell(quantity.Int(int64(n))) }

// PlainCell holds a number in plain notation; none where it is empty.
func PlainCell(n metrics.Number) Cell { return Cell{valid: n != "", text: string(n)} }

// None reports whether the cell holds nothing.
func (c Cell) None() bool { return !c.valid }

// Text is the text of a cell in a text column.
func (c Cell) Text() string { return c.text }

// AppendNumber appends the plain notation of a cell in a number or integer column.
func (c Cell) AppendNumber(dst []byte) []byte {
	switch {
	case !c.valid:
		return dst
	case c.text != "":
		return append(dst, c.text...)
	}
	return c.number.Append(dst)
}

// Writer takes the rows of one table, one cell per column of its Schema.
// The row may be reused by the caller.
type Writer interface {
	Write(row []Cell) error
	Close() error
}
