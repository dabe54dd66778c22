package export

import (
	"errors"
	"strconv"

	"github.com/zhaibao/zhaibao/metrics"
)

// column is a Column together with where its cells come from.
type column[T any] struct {
	Column
	// cell appends the cell of a row as it is, neither quoted nor guarded: a
	// text, or a number in plain notation, none where nothing is appended.
	cell func(dst []byte, r *T) []byte
	memo *memo[T] // where rows share the cell; else nil
}

func text[T any](name, meaning string, get func(*T) string) column[T] {
	return appended(name, meaning, func(dst []byte, r *T) []byte { return append(dst, get(r)...) })
}

// appended is a text column whose cells are put together.
func appended[T any](name, meaning string, cell func(dst []byte, r *T) []byte) column[T] {
	return column[T]{Column: Column{Name: name, Kind: Text, Meaning: meaning}, cell: cell}
}

func number[T any](name, meaning string, get func(*T) Cell) column[T] {
	return column[T]{
		Column: Column{Name: name, Kind: Number, Meaning: meaning},
		cell:   func(dst []byte, r *T) []byte { return get(r).AppendNumber(dst) },
	}
}

func integer[T any](name, meaning string, get func(*T) Cell) column[T] {
	c := number(name, meaning, get)
	c.Kind = Integer
	return c
}

// decimal is a column of numbers that are written out already.
func decimal[T any](name, meaning string, get func(*T) metrics.Number) column[T] {
	c := number[T](name, meaning, nil)
	c.cell = func(dst []byte, r *T) []byte { return append(dst, get(r)...) }
	return c
}

// count is a column of whole numbers of which none is missing.
func count[T any](name, meaning string, get func(*T) int) column[T] {
	c := integer[T](name, meaning, nil)
	c.cell = func(dst []byte, r *T) []byte { return strconv.AppendInt(dst, int64(get(r)), 10) }
	return c
}

// in states the unit of a column's numbers and how they may be summed.
func (c column[T]) in(unit, summed string) column[T] {
	c.Unit, c.Summed = unit, summed
	return c
}

// by says what the column's cells depend on alone.
func (c column[T]) by(m *memo[T]) column[T] {
	c.memo = m
	return c
}

func schemaOf[T any](name string, columns []column[T]) Schema {
	s := Schema{Name: name, Columns: make([]Column, len(columns))}
	for i, c := range columns {
		s.Columns[i] = c.Column
	}
	return s
}

// table writes rows of T in every format.
type table[T any] struct {
	columns []column[T]
	files   []*lineWriter // of the formats with a line per row
	lines   []*lines[T]   // how they are written
	writers []Writer      // of the others
	row     cells
	rows    int // that were added
}

// newTable starts the table in every book. Where one cannot be started the others are closed.
func newTable[T any](books []Book, name string, columns []column[T]) (*table[T], error) {
	t := &table[T]{columns: columns}
	for _, b := range books {
		w, err := b.Table(schemaOf(name, columns))
		if err != nil {
			return nil, errors.Join(err, t.close())
		}
		t.to(w)
	}
	return t, nil
}

// to adds a writer.
func (t *table[T]) to(w Writer) {
	if w, ok := w.(*lineWriter); ok {
		t.files, t.lines = append(t.files, w), append(t.lines, newLines(t.columns, w.syntax))
		return
	}
	t.writers = append(t.writers, w)
}

func (t *table[T]) add(r *T) error {
	t.rows++
	for i, f := range t.files {
		f.buf = t.lines[i].append(f.buf, r)
		if err := f.flush(); err != nil {
			return err
		}
	}
	return t.addCells(r)
}

// addLines writes lines that were made before, for each of the files.
func (t *table[T]) addLines(made [][]byte) error {
	for i, f := range t.files {
		f.buf = append(f.buf, made[i]...)
		if err := f.flush(); err != nil {
			return err
		}
	}
	return nil
}

// addCells writes a row in the formats without lines.
func (t *table[T]) addCells(r *T) error {
	if len(t.writers) == 0 {
		return nil
	}
	row := cellsOf(&t.row, t.columns, r)
	for _, w := range t.writers {
		if err := w.Write(row); err != nil {
			return err
		}
	}
	return nil
}

// cells is the scratch space of a row of Cells.
type cells struct {
	row  []Cell
	buf  []byte
	ends []int
}

// cellsOf makes the row of r. All its texts and numbers are pieces of one string.
func cellsOf[T any](s *cells, columns []column[T], r *T) []Cell {
	s.row, s.buf, s.ends = s.row[:0], s.buf[:0], s.ends[:0]
	for i := range columns {
		s.buf = columns[i].cell(s.buf, r)
		s.ends = append(s.ends, len(s.buf))
	}
	all, start := string(s.buf), 0
	for i, end := range s.ends {
		s.row = append(s.row, Cell{valid: columns[i].Kind == Text || end > start, text: all[start:end]})
		start = end
	}
	return s.row
}

// close closes the files; a second call does nothing.
func (t *table[T]) close() error {
	if t == nil {
		return nil
	}
	var errs []error
	for _, f := range t.files {
		errs = append(errs, f.Close())
	}
	for _, w := range t.writers {
		errs = append(errs, w.Close())
	}
	t.files, t.lines, t.writers = nil, nil, nil
	return errors.Join(errs...)
}
