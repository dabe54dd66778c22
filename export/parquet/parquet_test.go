package parquet

import (
	"fmt"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/export"
	"github.com/zhaibao/zhaibao/metrics"
)

var schema = export.Schema{Name: "facts", Columns: []export.Column{
	{Name: "text", Kind: export.Text}, {Name: "base[米]", Kind: export.Number}, {Name: "doc", Kind: export.Integer}, {Name: "a,b\"c", Kind: export.Text},
}}

// written writes the rows and opens the file.
func written(t *testing.T, rows ...[]export.Cell) *parquet.File {
	t.Helper()
	dir := t.TempDir()
	b, err := Format.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	w, err := b.Table(schema)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(filepath.Join(dir, "facts.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	info, _ := f.Stat()
	p, err := parquet.OpenFile(f, info.Size())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// shown are the file's rows as text, null where there is none.
func shown(t *testing.T, f *parquet.File) []string {
	t.Helper()
	var lines []string
	for _, group := range f.RowGroups() {
		rows, buf := group.Rows(), make([]parquet.Row, 10)
		for {
			n, err := rows.ReadRows(buf)
			for _, r := range buf[:n] {
				var cells []string
				for _, v := range r {
					cells = append(cells, show(v))
				}
				lines = append(lines, strings.Join(cells, "|"))
			}
			if err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
		rows.Close()
	}
	return lines
}

func show(v parquet.Value) string {
	if !v.IsNull() && v.Kind() == parquet.FixedLenByteArray {
		return decimal(v.ByteArray()).FloatString(18)
	}
	return v.String()
}

// decimal reads two's complement times 10^18.
func decimal(data []byte) *big.Rat {
	n := new(big.Int).SetBytes(data)
	if data[0]&0x80 != 0 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), 128))
	}
	return new(big.Rat).SetFrac(n, new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil))
}

func row(text string, number metrics.Number, doc int) []export.Cell {
	return []export.Cell{export.TextCell(text), export.PlainCell(number), export.IntCell(doc), export.TextCell("")}
}

func TestRows(t *testing.T) {
	f := written(t, row("2021-06", "-0.25", 1), row("=1+1", "", 2), row("坏\xff", "1234567890123456.123456", 3), make([]export.Cell, 4))
	want := []string{
		"2021-06|-0.250000000000000000|1|", "=1+1|<null>|2|",
		"坏\uFFFD|1234567890123456.123456000000000000|3|", "<null>|<null>|<null>|<null>",
	}
	if got := shown(t, f); !slices.Equal(got, want) {
		t.Errorf("rows %q", got)
	}
}

func TestSchema(t *testing.T) {
	got := written(t).Schema().String()
	want := "message facts {\n\toptional binary text (STRING);\n\toptional fixed_len_byte_array(16) base[米] (DECIMAL(38,18));\n\toptional int64 doc (INT(64,true));\n\toptional binary a,b\"c (STRING);\n}"
	if got != want {
		t.Errorf("schema %s", got)
	}
}

// TestNoBoundsOfDecimals: bounds that order two's complement as bytes would
// make readers pass over negative numbers.
func TestNoBoundsOfDecimals(t *testing.T) {
	f := written(t, row("a", "-1", 1), row("b", "1", 2))
	chunk := f.Metadata().RowGroups[0].Columns[1].MetaData
	if s := chunk.Statistics; len(s.MinValue)+len(s.MaxValue)+len(s.Min)+len(s.Max) > 0 {
		t.Errorf("bounds %+v", s)
	}
	for i, index := range f.ColumnIndexes() {
		if i == 1 && slices.ContainsFunc(index.MinValues, func(b []byte) bool { return len(b) > 0 }) {
			t.Errorf("bounds %v", index.MinValues)
		}
	}
}

func TestRowGroups(t *testing.T) {
	var rows [][]export.Cell
	for i := range rowsPerGroup + 10 {
		rows = append(rows, row("a", "1", i))
	}
	f := written(t, rows...)
	if groups := f.RowGroups(); len(groups) != 2 || groups[1].NumRows() != 10 {
		t.Errorf("%d groups", len(groups))
	}
	for i, line := range shown(t, f) {
		if want := fmt.Sprintf("a|1.000000000000000000|%d|", i); line != want {
			t.Fatalf("row %d is %s", i, line)
		}
	}
}

func TestWhatDoesNotFit(t *testing.T) {
	for _, number := range []metrics.Number{"100000000000000000000", "0.1234567890123456789", "-123456789012345678901.5"} {
		w, err := create(t.TempDir(), schema)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(row("a", number, 1)); err == nil || !strings.Contains(err.Error(), string(number)) {
			t.Errorf("%s: error %v", number, err)
		}
		w.Close()
	}
}

// TestDecimals: every number that fits is read back to the digit.
func TestDecimals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.StringMatching(`-?(0|[1-9][0-9]{0,19})(\.[0-9]{1,18})?`).Draw(t, "number")
		var data [width]byte
		if !putDecimal(&data, []byte(number)) {
			t.Fatalf("%s does not fit", number)
		}
		want, _ := new(big.Rat).SetString(number)
		if got := decimal(data[:]); got.Cmp(want) != 0 {
			t.Errorf("%s became %s", number, got.FloatString(18))
		}
	})
}
