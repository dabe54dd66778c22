package xlsx

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/zhaibao/zhaibao/export"
	"github.com/zhaibao/zhaibao/metrics"
)

var schema = export.Schema{Name: "facts", Columns: []export.Column{
	{Name: "period", Kind: export.Text}, {Name: "value", Kind: export.Number}, {Name: "start", Kind: export.Integer},
}}

func row(period string, value metrics.Number, start int) []export.Cell {
	return []export.Cell{export.TextCell(period), export.PlainCell(value), export.IntCell(start)}
}

// written writes the rows, at most limit a sheet with the header, and opens the workbook.
func written(t *testing.T, limit int, rows ...[]export.Cell) *excelize.File {
	t.Helper()
	dir := t.TempDir()
	b := &book{folder: dir, rows: limit}
	w, err := b.Table(schema)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	other, err := b.Table(export.Schema{Name: "gaps", Columns: schema.Columns[:1]})
	if err := errors.Join(err, w.Close(), other.Close(), b.Close()); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("%d files in the folder", len(left))
	}
	f, err := excelize.OpenFile(filepath.Join(dir, fileName))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestCells(t *testing.T) {
	long := strings.Repeat("长", maxText+5)
	wide := strings.Repeat("😀", maxText/2+1) // two code units each
	for _, c := range []struct {
		what, text, want string
	}{
		{"a period stays text", "2021-06", "2021-06"},
		{"a code keeps its zeros", "0110", "0110"},
		{"a formula is a text", "=1+1", "=1+1"},
		{"an apostrophe is one", "'a", "'a"},
		{"signs of XML", `a<b>&"c"`, `a<b>&"c"`},
		{"line ends and blanks", " a\r\n\tb ", " a\r\n\tb "},
		{"what reads like an escape", "_x0041_ _x_ _xZZZZ_", "_x0041_ _x_ _xZZZZ_"},
		{"control characters are replaced", "a\x00b\x1fc\uffff", "a\uFFFDb\uFFFDc\uFFFD"},
		{"bad UTF-8 is replaced", "a\xffb", "a\uFFFDb"},
		{"a long text is cut", long, strings.Repeat("长", maxText-1) + "…"},
		{"a long text of wide characters is cut", wide, strings.Repeat("😀", maxText/2) + "…"},
		{"a text that just fits", long[:3*maxText], long[:3*maxText]},
	} {
		f := written(t, maxRows, row(c.text, "", 1))
		got, err := f.GetCellValue("facts", "A2")
		if err != nil || got != c.want {
			t.Errorf("%s: %.80q, want %.80q (%v)", c.what, got, c.want, err)
		}
		if formula, _ := f.GetCellFormula("facts", "A2"); formula != "" {
			t.Errorf("%s: formula %q", c.what, formula)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		number metrics.Number
		kind   excelize.CellType
	}{
		{"0", excelize.CellTypeUnset}, {"-0.25", excelize.CellTypeUnset}, {"12.35", excelize.CellTypeUnset},
		{"123456789012345", excelize.CellTypeUnset}, {"9000000000000000000", excelize.CellTypeUnset},
		{"1234567890123456", excelize.CellTypeInlineString}, {"1234567890.123456", excelize.CellTypeInlineString},
	} {
		f := written(t, maxRows, row("a", c.number, 1))
		got, err := f.GetCellValue("facts", "B2", excelize.Options{RawCellValue: true})
		kind, _ := f.GetCellType("facts", "B2")
		if err != nil || got != string(c.number) || kind != c.kind {
			t.Errorf("%s: %q of type %v, want type %v (%v)", c.number, got, kind, c.kind, err)
		}
	}
	f := written(t, maxRows, row("a", "", 1))
	if kind, _ := f.GetCellType("facts", "B2"); kind != excelize.CellTypeUnset {
		t.Errorf("none has type %v", kind)
	}
	if got, _ := f.GetCellValue("facts", "B2"); got != "" {
		t.Errorf("none is %q", got)
	}
}

func TestHeaderFilterAndWidths(t *testing.T) {
	f := written(t, maxRows, row("2019H1", "1", 1), row("一个很长的时期名称", "2", 2))
	panes, err := f.GetPanes("facts")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v, %v", panes, err)
	}
	id, _ := f.GetCellStyle("facts", "A1")
	if style, err := f.GetStyle(id); err != nil || !style.Font.Bold {
		t.Errorf("the header is not bold: %v", err)
	}
	id, _ = f.GetCellStyle("facts", "A2")
	if style, err := f.GetStyle(id); err != nil || style.NumFmt != 49 {
		t.Errorf("texts are not in text format: %v", err)
	}
	if w, _ := f.GetColWidth("facts", "A"); w != 20 {
		t.Errorf("column A is %v wide", w)
	}
	if names := f.GetDefinedName(); len(names) != 2 || names[0].RefersTo != "'facts'!$A$1:$C$3" {
		t.Errorf("filters %+v", names)
	}
}

// TestFullSheets: rows go on in further sheets, each with the header, in order.
func TestFullSheets(t *testing.T) {
	f := written(t, 3, row("a", "", 1), row("b", "", 2), row("c", "", 3), row("d", "", 4), row("e", "", 5))
	if got, want := f.GetSheetList(), []string{"facts", "facts_2", "facts_3", "gaps"}; !slices.Equal(got, want) {
		t.Fatalf("sheets %q", got)
	}
	var periods []string
	for _, sheet := range f.GetSheetList()[:3] {
		rows, err := f.GetRows(sheet)
		if err != nil || rows[0][0] != "period" {
			t.Fatalf("%s: %q, %v", sheet, rows, err)
		}
		for _, r := range rows[1:] {
			periods = append(periods, r[0])
		}
	}
	if got := strings.Join(periods, ""); got != "abcde" {
		t.Errorf("rows %q", got)
	}
}

func TestLetters(t *testing.T) {
	for n, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA", maxColumns - 1: "XFD"} {
		if got := letters(n); got != want {
			t.Errorf("column %d is %s, want %s", n, got, want)
		}
	}
}

// TestManyRows: more than one buffer is compressed, and the archive is sound.
func TestManyRows(t *testing.T) {
	var rows [][]export.Cell
	for i := range 5000 {
		rows = append(rows, row("2019-01/2019-05", metrics.Number("0.5"), i))
	}
	got, err := written(t, maxRows, rows...).GetRows("facts")
	if err != nil || len(got) != 5001 || got[5000][2] != "4999" {
		t.Errorf("%d rows, %v", len(got), err)
	}
}
