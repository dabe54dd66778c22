package main

import (
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Programs of others read what we write. Both take seconds and tools that not
// every machine has, so they run where .ci/run asks for them.

// TestLibreOffice: LibreOffice reads in the workbook what CSV says.
func TestLibreOffice(t *testing.T) {
	if os.Getenv("ZHAIBAO_READERS") == "" {
		t.Skip("ZHAIBAO_READERS is not set")
	}
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("no soffice here: the workbook is not read by LibreOffice")
	}
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	run(t, "--quiet", "--format", "csv,xlsx", "-o", out, reportsDir)
	// comma, quote, UTF-8, from line 1, numbers in full, every sheet
	filter := "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
	c := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile",
		"--headless", "--convert-to", filter, "--outdir", dir, filepath.Join(out, "extract.xlsx"))
	if said, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	for _, table := range tables {
		numbers := numbersOf(t, out, table)
		want, got := csvRows(t, read(t, out, table+".csv")), officeRows(t, filepath.Join(dir, "extract-"+table+".csv"))
		trimZeros(want, numbers)
		trimZeros(got, numbers)
		agree(t, "LibreOffice "+table, true, want, got)
		t.Logf("%s: %d rows", table, len(got))
	}
}

func officeRows(t *testing.T, path string) (rows []map[string]string) {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(read(t, path)), "\uFEFF"))).ReadAll()
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

// TestHyparquet: hyparquet, which shares no code with our writer, reads what CSV says.
func TestHyparquet(t *testing.T) {
	folder := os.Getenv("ZHAIBAO_HYPARQUET") // where it is installed
	if folder == "" {
		t.Skip("ZHAIBAO_HYPARQUET is not set")
	}
	out := filepath.Join(t.TempDir(), "out")
	run(t, "--quiet", "--format", "csv,parquet", "-o", out, reportsDir, trickyFolder(t))
	for _, table := range tables[:5] { // the codebook is CSV
		c := exec.Command("node", "../../.ci/parquet.mjs", folder, filepath.Join(out, table+".parquet"))
		c.Stderr = os.Stderr
		lines, err := c.Output()
		if err != nil {
			t.Fatal(err)
		}
		want, got := csvRows(t, read(t, out, table+".csv")), jsonlRows(t, lines)
		trimZeros(want, numbersOf(t, out, table))
		agree(t, "hyparquet "+table, false, want, got)
		t.Logf("%s: %d rows", table, len(got))
	}
}
