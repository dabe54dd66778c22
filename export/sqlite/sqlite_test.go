package sqlite

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/export"
	"github.com/zhaibao/zhaibao/metrics"
)

func columns(kind export.Kind, names ...string) (columns []export.Column) {
	for _, name := range names {
		columns = append(columns, export.Column{Name: name, Kind: kind})
	}
	return columns
}

// written writes a table into a database, with at most limit columns a table, and opens it.
func written(t *testing.T, limit int, s export.Schema, rows ...[]export.Cell) *sql.DB {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "结果 100%? #1")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	opened, err := open(dir)
	if err != nil {
		t.Fatal(err)
	}
	b := opened.(*book)
	b.columns = limit
	w, err := b.Table(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), b.Close()); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 || left[0].Name() != fileName {
		t.Errorf("files %v", left)
	}
	again, err := open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { again.Abort() })
	again.(*book).tx.Rollback()
	return again.(*book).db
}

// asked returns the rows of a query, cells joined by |.
func asked(t *testing.T, db *sql.DB, query string) (lines []string) {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	names, _ := rows.Columns()
	for rows.Next() {
		cells, to := make([]sql.NullString, len(names)), make([]any, len(names))
		for i := range cells {
			to[i] = &cells[i]
		}
		if err := rows.Scan(to...); err != nil {
			t.Fatal(err)
		}
		var line []string
		for _, c := range cells {
			if !c.Valid {
				c.String = "NULL"
			}
			line = append(line, c.String)
		}
		lines = append(lines, strings.Join(line, "|"))
	}
	return lines
}

// TestNumbers: each is stored as what holds it exactly.
func TestNumbers(t *testing.T) {
	var rows [][]export.Cell
	want := []string{
		"0|integer", "-12|integer", "9223372036854775807|integer", "0.1|real", "123456789.012345|real",
		"9223372036854775808|text", "10000000000000000000|real", "1234567890.123456|text", "NULL|null",
	}
	for _, line := range want {
		number, _, _ := strings.Cut(line, "|")
		rows = append(rows, []export.Cell{export.PlainCell(metrics.Number(strings.TrimPrefix(number, "NULL")))})
	}
	db := written(t, maxColumns, export.Schema{Name: "table", Columns: columns(export.Number, "value")}, rows...)
	got := asked(t, db, `SELECT CASE typeof(value) WHEN 'real' THEN printf('%!.15g', value) ELSE value END, typeof(value) FROM "table" ORDER BY rowid`)
	want[6] = "1.0e+19|real"
	if !slices.Equal(got, want) {
		t.Errorf("numbers %q", got)
	}
}

func TestTexts(t *testing.T) {
	texts := []string{"2021-06", "0110", "=1+1", "a'b\"c\r\n", "坏\uFFFD", ""}
	var rows [][]export.Cell
	for _, s := range []string{"2021-06", "0110", "=1+1", "a'b\"c\r\n", "坏\xff", ""} {
		rows = append(rows, []export.Cell{export.TextCell(s)})
	}
	rows = append(rows, make([]export.Cell, 1))
	db := written(t, maxColumns, export.Schema{Name: "facts", Columns: columns(export.Text, "period")}, rows...)
	if got := asked(t, db, `SELECT period FROM facts ORDER BY rowid`); !slices.Equal(got, append(texts, "NULL")) {
		t.Errorf("texts %q", got)
	}
	if got := asked(t, db, `SELECT name FROM sqlite_master WHERE type = 'index'`); !slices.Equal(got, []string{"facts_period"}) {
		t.Errorf("indexes %q", got)
	}
}

// TestWideTables: what has too many columns goes on in a second table.
func TestWideTables(t *testing.T) {
	s := export.Schema{Name: "wide", Columns: columns(export.Integer, "a", "b", "c", "d", "e")}
	cells := []export.Cell{export.IntCell(1), export.IntCell(2), export.IntCell(3), export.IntCell(4), export.IntCell(5)}
	db := written(t, 2, s, cells, cells)
	if got := asked(t, db, `SELECT a, b, c, d, e FROM wide JOIN wide_2 ON wide_2.rowid = wide.rowid JOIN wide_3 ON wide_3.rowid = wide.rowid`); !slices.Equal(got, []string{"1|2|3|4|5", "1|2|3|4|5"}) {
		t.Errorf("rows %q", got)
	}
}

// TestNames: whatever a column is called it is there, under a name of its own.
func TestNames(t *testing.T) {
	s := export.Schema{Name: "wide", Columns: columns(export.Integer, "length[KM]", "length[km]", `a"b`, "select")}
	cells := []export.Cell{export.IntCell(1), export.IntCell(2), export.IntCell(3), export.IntCell(4)}
	db := written(t, maxColumns, s, cells)
	if got := asked(t, db, `SELECT "length[KM]", "length[km]_2", "a""b", "select" FROM wide`); !slices.Equal(got, []string{"1|2|3|4"}) {
		t.Errorf("rows %q", got)
	}
}

func TestAbort(t *testing.T) {
	b, err := open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	w, err := b.Table(export.Schema{Name: "facts", Columns: columns(export.Text, "a")})
	if err := errors.Join(err, w.Write([]export.Cell{export.TextCell("a")}), w.Close(), b.Abort()); err != nil {
		t.Fatal(err)
	}
}

func TestURI(t *testing.T) {
	for path, want := range map[string]string{
		"/tmp/a b?#%.sqlite": "file:///tmp/a%20b%3F%23%25.sqlite",
		"C:/结果/a.sqlite":     "file:///C:/%E7%BB%93%E6%9E%9C/a.sqlite",
		"//server/a.sqlite":  "file:////server/a.sqlite",
	} {
		if got := uri(path); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
}
