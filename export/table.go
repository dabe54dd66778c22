package export

import "errors"

// column is a Column together with where its cells come from.
type column[T any] struct {
	Column
	cell func(*T) Cell
}

func text[T any](name, meaning string, get func(*T) string) column[T] {
	return column[T]{Column{Name: name, Kind: Text, Meaning: meaning}, func(r *T) Cell { return TextCell(get(r)) }}
}

func number[T any](name, meaning string, get func(*T) Cell) column[T] {
	return column[T]{Column{Name: name, Kind: Number, Meaning: meaning}, get}
}

func integer[T any](name, meaning string, get func(*T) Cell) column[T] {
	return column[T]{Column{Name: name, Kind: Integer, Meaning: meaning}, get}
}

// in states the unit of a column's numbers and how they may be summed.
func (c column[T]) in(unit, summed string) column[T] {
	c.Unit, c.Summed = unit, summed
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
	writers []Writer
	row     []Cell
	rows    int
}

// newTable starts the table in every book. Where one cannot be started the others are closed.
func newTable[T any](books []Book, name string, columns []column[T]) (*table[T], error) {
	t := &table[T]{columns: columns, row: make([]Cell, len(columns))}
	for _, b := range books {
		w, err := b.Table(schemaOf(name, columns))
		if err != nil {
			return nil, errors.Join(err, t.close())
		}
		t.writers = append(t.writers, w)
	}
	return t, nil
}

func (t *table[T]) add(r *T) error {
	for i := range t.columns {
		t.row[i] = t.columns[i].cell(r)
	}
	t.rows++
	for _, w := range t.writers {
		if err := w.Write(t.row); err != nil {
			return err
		}
	}
	return nil
}

// close closes the files; a second call does nothing.
func (t *table[T]) close() error {
	if t == nil {
		return nil
	}
	var errs []error
	for _, w := range t.writers {
		errs = append(errs, w.Close())
	}
	t.writers = nil
	return errors.Join(errs...)
}
