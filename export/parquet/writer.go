package parquet

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"

	"github.com/zhaibao/zhaibao/export"
)

// Format writes TABLE.parquet.
var Format = export.PerTable("parquet", create)

// rowsPerGroup bounds what a writer keeps in memory before it writes.
const rowsPerGroup = 50_000

type writer struct {
	file    *os.File
	out     *parquet.Writer
	schema  export.Schema
	row     parquet.Row
	number  []byte
	decimal [][width]byte // of the row's columns, which its values point to
}

func create(folder string, s export.Schema) (export.Writer, error) {
	f, err := os.Create(filepath.Join(folder, s.Name+".parquet"))
	if err != nil {
		return nil, err
	}
	options := []parquet.WriterOption{
		schemaOf(s), parquet.Compression(&parquet.Snappy),
		parquet.MaxRowsPerRowGroup(rowsPerGroup), parquet.CreatedBy("zhaibao", export.SchemaVersion, ""),
	}
	for _, c := range s.Columns {
		if c.Kind == export.Number { // the library orders them as bytes, so its bounds would hide negative ones
			options = append(options, parquet.SkipPageBounds(c.Name))
		}
	}
	return &writer{
		file: f, out: parquet.NewWriter(f, options...), schema: s,
		decimal: make([][width]byte, len(s.Columns)),
	}, nil
}

// Write adds a row; the library copies what the values point to.
func (w *writer) Write(row []export.Cell) error {
	w.row = w.row[:0]
	for i, c := range row {
		v, err := w.value(i, c)
		if err != nil {
			return err
		}
		w.row = append(w.row, v)
	}
	_, err := w.out.WriteRows([]parquet.Row{w.row})
	return err
}

func (w *writer) value(i int, c export.Cell) (parquet.Value, error) {
	const optional = 1 // the definition level of a value that is there
	switch {
	case c.None():
		return parquet.NullValue().Level(0, 0, i), nil
	case w.schema.Columns[i].Kind == export.Text:
		return parquet.ByteArrayValue([]byte(strings.ToValidUTF8(c.Text(), "\uFFFD"))).Level(0, optional, i), nil
	}
	w.number = c.AppendNumber(w.number[:0])
	if w.schema.Columns[i].Kind == export.Integer {
		n, err := strconv.ParseInt(string(w.number), 10, 64)
		if err != nil {
			return parquet.Value{}, w.unfit(i)
		}
		return parquet.Int64Value(n).Level(0, optional, i), nil
	}
	if !putDecimal(&w.decimal[i], w.number) {
		return parquet.Value{}, w.unfit(i)
	}
	return parquet.FixedLenByteArrayValue(w.decimal[i][:]).Level(0, optional, i), nil
}

func (w *writer) unfit(i int) error {
	return fmt.Errorf("%s.parquet 的 %s 列放不下数字 %s，请去掉 --format 中的 parquet (column %s of %s.parquet cannot hold %s; leave parquet out of --format)",
		w.schema.Name, w.schema.Columns[i].Name, w.number, w.schema.Columns[i].Name, w.schema.Name, w.number)
}

func (w *writer) Close() error { return errors.Join(w.out.Close(), w.file.Close()) }
