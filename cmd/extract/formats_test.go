package main

import (
	"database/sql"
	"fmt"
	"io"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
)

const allFormats = "csv,jsonl,xlsx,parquet,sqlite"

var tables = []string{"facts", "documents", "gaps", "table", "wide", "codebook"}

// TestFormatsAgree: every format says of the project's own reports what CSV
// says, table by table and cell by cell, numbers to the digit.
func TestFormatsAgree(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	run(t, "--quiet", "--format", allFormats, "-o", out, reportsDir, trickyFolder(t))
	book, err := excelize.OpenFile(filepath.Join(out, "extract.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	db, err := sql.Open("sqlite", filepath.Join(out, "extract.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, table := range tables {
		want := csvRows(t, read(t, out, table+".csv"))
		numbers := numbersOf(t, out, table)
		trimZeros(want, numbers)
		check := func(format string, got []map[string]string) {
			trimZeros(got, numbers)
			agree(t, format+" "+table, format == "xlsx", want, got)
		}
		check("xlsx", sheetRows(t, book, table))
		check("sqlite", sqliteRows(t, db, table))
		if table != "codebook" {
			check("jsonl", jsonlRows(t, read(t, out, table+".jsonl")))
			check("parquet", parquetRows(t, filepath.Join(out, table+".parquet")))
		}
	}
}

// numbersOf are the columns that the codebook calls numbers.
func numbersOf(t *testing.T, out, table string) (names []string) {
	for _, row := range csvRows(t, read(t, out, "codebook.csv")) {
		if row["table"] == table && row["read_as"] == "number" {
			names = append(names, row["name"])
		}
	}
	return names
}

// trimZeros takes off the zeros that only CSV and JSONL keep (0.950).
func trimZeros(rows []map[string]string, names []string) {
	for _, row := range rows {
		for _, name := range names {
			if strings.Contains(row[name], ".") {
				row[name] = strings.TrimSuffix(strings.TrimRight(row[name], "0"), ".")
			}
		}
	}
}

// agree compares rows; a cell that a format leaves out is an empty one.
// A sheet cannot hold control characters.
func agree(t *testing.T, what string, sheet bool, want, got []map[string]string) {
	t.Helper()
	if len(got) != len(want) || len(want) == 0 {
		t.Errorf("%s: %d rows, want %d", what, len(got), len(want))
		return
	}
	for i, row := range want {
		if len(got[i]) > len(row) {
			t.Errorf("%s: %d columns, want %d", what, len(got[i]), len(row))
		}
		for name, cell := range row {
			if sheet {
				cell = strings.Map(printable, cell)
			}
			if got[i][name] != cell {
				t.Errorf("%s, row %d: %s is %q, want %q", what, i+1, name, got[i][name], cell)
			}
		}
	}
}

func printable(r rune) rune {
	if r < ' ' && !strings.ContainsRune("\t\r\n", r) {
		return '\uFFFD'
	}
	return r
}

func sheetRows(t *testing.T, book *excelize.File, sheet string) (rows []map[string]string) {
	t.Helper()
	records, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, cell := range record {
			row[records[0][i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

func sqliteRows(t *testing.T, db *sql.DB, table string) (rows []map[string]string) {
	t.Helper()
	result, err := db.Query(`SELECT * FROM "` + table + `" ORDER BY rowid`)
	if err != nil {
		t.Fatal(err)
	}
	defer result.Close()
	names, _ := result.Columns()
	for result.Next() {
		cells, to := make([]any, len(names)), make([]any, len(names))
		for i := range cells {
			to[i] = &cells[i]
		}
		if err := result.Scan(to...); err != nil {
			t.Fatal(err)
		}
		row := map[string]string{}
		for i, cell := range cells {
			switch cell := cell.(type) {
			case nil:
			case float64:
				row[names[i]] = strconv.FormatFloat(cell, 'f', -1, 64)
			default:
				row[names[i]] = fmt.Sprint(cell)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func parquetRows(t *testing.T, path string) (rows []map[string]string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	reader := parquet.NewReader(f)
	defer reader.Close()
	names := reader.Schema().Columns()
	buf := make([]parquet.Row, 100)
	for {
		n, err := reader.ReadRows(buf)
		for _, values := range buf[:n] {
			row := map[string]string{}
			for i, v := range values {
				row[names[i][0]] = parquetCell(v)
			}
			rows = append(rows, row)
		}
		if err == io.EOF {
			return rows
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func parquetCell(v parquet.Value) string {
	switch {
	case v.IsNull():
		return ""
	case v.Kind() != parquet.FixedLenByteArray:
		return v.String()
	}
	data := v.ByteArray() // two's complement, times 10^18
	n := new(big.Int).SetBytes(data)
	if data[0]&0x80 != 0 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), 128))
	}
	number := new(big.Rat).SetFrac(n, new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil)).FloatString(18)
	return strings.TrimSuffix(strings.TrimRight(number, "0"), ".")
}

// TestLightImports: who imports the library does not carry the writers of files
// along; the program itself carries none that tests alone need.
func TestLightImports(t *testing.T) {
	heavy := []string{"github.com/xuri/", "github.com/parquet-go/", "modernc.org/", "google.golang.org/", "github.com/klauspost/"}
	for _, c := range []struct {
		importer string
		none     []string
	}{
		{"corpus", heavy}, {"extract", heavy}, {"metrics", heavy}, {"export", heavy}, {"internal/cli", heavy},
		{"export/xlsx", heavy}, {"export/sqlite", heavy[:2]}, {"export/parquet", []string{heavy[0], heavy[2]}},
		{"cmd/extract", heavy[:1]},
	} {
		deps, err := exec.Command("go", "list", "-deps", "github.com/zhaibao/zhaibao/"+c.importer).Output()
		if err != nil {
			t.Fatal(err)
		}
		for dep := range strings.Lines(string(deps)) {
			if slices.ContainsFunc(c.none, func(path string) bool { return strings.HasPrefix(dep, path) }) {
				t.Errorf("%s imports %s", c.importer, dep)
			}
		}
	}
}
