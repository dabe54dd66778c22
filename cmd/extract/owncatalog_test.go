package main

import (
	"database/sql"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

const ownCatalogPage = "../../docs/own-catalog.md"

var (
	pageFile  = regexp.MustCompile("(?s)<!-- file (\\S+) -->\n```[a-z]*\n(.*?)```\n")
	pageRun   = regexp.MustCompile(`<!-- run (extract [^\n]*) -->`)
	pageTable = regexp.MustCompile(`<!-- table (\S+) (\S+) -->`)
)

// TestOwnCatalogPage: the worked example of docs/own-catalog.md, its files and
// commands, gives the output that stands there. With -update it is rewritten.
func TestOwnCatalogPage(t *testing.T) {
	text := string(read(t, ownCatalogPage))
	home, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for _, m := range pageFile.FindAllStringSubmatch(text, -1) {
		if err := os.MkdirAll(filepath.Dir(m[1]), 0o777); err != nil {
			t.Fatal(err)
		}
		write(t, []byte(m[2]), m[1])
	}
	want := text
	for _, m := range pageRun.FindAllStringSubmatch(text, -1) {
		out := strings.TrimPrefix(string(run(t, strings.Fields(m[1])[1:]...)), "\ufeff")
		want = replaceBlock(t, want, "run "+m[1], fenced("text", "$ "+m[1]+"\n"+out))
	}
	for _, m := range pageTable.FindAllStringSubmatch(text, -1) {
		want = replaceBlock(t, want, "table "+m[1]+" "+m[2], markdownTable(t, m[1], strings.Split(m[2], ",")))
	}
	t.Chdir(home)
	if *update {
		write(t, []byte(want), ownCatalogPage)
		return
	}
	compare(t, "docs/own-catalog.md (go test ./cmd/extract -run OwnCatalogPage -update rewrites it)", []byte(text), []byte(want))
}

// markdownTable shows columns of a CSV file.
func markdownTable(t *testing.T, path string, columns []string) string {
	t.Helper()
	lines := []string{"| " + strings.Join(columns, " | ") + " |", "|" + strings.Repeat("---|", len(columns))}
	for _, row := range csvRows(t, read(t, path)) {
		cells := make([]string, len(columns))
		for i, name := range columns {
			cells[i] = row[name]
		}
		lines = append(lines, "| "+strings.Join(cells, " | ")+" |")
	}
	return strings.Join(lines, "\n") + "\n"
}

const houseCatalog = `metrics:
  - {code: bookhouses, name: 农家书屋, additive: true}
words:
  - {metric: bookhouses, units: [place], nouns: [农家书屋]}
patterns:
  - {id: p, metric: bookhouses, pattern: '书吧\d+家', timeout: 50ms}
`

// TestCatalogHash: run.json's hash is the same for the same content and another
// for any other, whatever the file is called and however it is laid out.
func TestCatalogHash(t *testing.T) {
	dir := t.TempDir()
	hash := func(name, content string) string {
		args := []string{"--quiet", "-o", filepath.Join(dir, name), filepath.Join(reportsDir, "film-01.txt")}
		if content != "" {
			file := filepath.Join(dir, name+".yaml")
			write(t, []byte(content), file)
			args = append([]string{"--catalog", file}, args...)
		}
		run(t, args...)
		var info struct {
			Hash string `json:"catalog_hash"`
		}
		if err := json.Unmarshal(read(t, dir, name, "run.json"), &info); err != nil {
			t.Fatal(err)
		}
		return info.Hash
	}
	own := hash("own", houseCatalog)
	if again := hash("again", "# 说明\n\n"+strings.ReplaceAll(houseCatalog, "additive: true", "additive:   true")); again != own {
		t.Error("the hash hangs on the layout or the name of the file")
	}
	seen := []string{own}
	for name, other := range map[string]string{
		"none": "", "word": strings.ReplaceAll(houseCatalog, "[农家书屋]", "[农家书屋, 农家小书屋]"),
		"name": strings.ReplaceAll(houseCatalog, "name: 农家书屋", "name: 书屋"), "limit": strings.ReplaceAll(houseCatalog, "50ms", "60ms"),
	} {
		h := hash(name, other)
		if slices.Contains(seen, h) {
			t.Errorf("%s: the hash is one seen before", name)
		}
		seen = append(seen, h)
	}
}

// TestOwnMetricInEveryFormat: the new metric's rows are the same in every format.
func TestOwnMetricInEveryFormat(t *testing.T) {
	dir := t.TempDir()
	file, in, out := filepath.Join(dir, "own.yaml"), filepath.Join(dir, "a.txt"), filepath.Join(dir, "out")
	write(t, []byte(houseCatalog), file)
	write(t, []byte("青河县2019年工作总结\n\n建成农家书屋320家、书吧12家。\n"), in)
	run(t, "--quiet", "--catalog", file, "--format", allFormats, "-o", out, in)
	formats := everyFormat(t, out)
	for _, table := range []string{"facts", "table"} {
		for format, rows := range formats(table) {
			n := 0
			for _, row := range rows {
				if row["metric"] == "bookhouses" && row["metric_name"] == "农家书屋" {
					n++
				}
			}
			if want := map[string]int{"facts": 2, "table": 1}[table]; n != want {
				t.Errorf("%s: %d rows of the metric in %s, want %d", format, n, table, want)
			}
		}
	}
	for format, rows := range formats("wide") {
		if rows[0]["bookhouses[家]"] != "332" {
			t.Errorf("%s: wide has %v", format, rows[0])
		}
	}
	if !slices.ContainsFunc(csvRows(t, read(t, out, "codebook.csv")), func(row map[string]string) bool {
		return row["table"] == "metric" && row["name"] == "bookhouses"
	}) {
		t.Error("the codebook lacks the metric")
	}
}

// everyFormat reads the tables of a folder that was written in all formats.
func everyFormat(t *testing.T, out string) func(table string) map[string][]map[string]string {
	t.Helper()
	book, err := excelize.OpenFile(filepath.Join(out, "extract.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	db, err := sql.Open("sqlite", filepath.Join(out, "extract.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return func(table string) map[string][]map[string]string {
		return map[string][]map[string]string{
			"csv": csvRows(t, read(t, out, table+".csv")), "jsonl": jsonlRows(t, read(t, out, table+".jsonl")),
			"xlsx": sheetRows(t, book, table), "sqlite": sqliteRows(t, db, table),
			"parquet": parquetRows(t, filepath.Join(out, table+".parquet")),
		}
	}
}

// TestLibraryWithoutRegexp2: who imports the library does not carry the engine
// of patterns along.
func TestLibraryWithoutRegexp2(t *testing.T) {
	for _, importer := range []string{"extract", "extract/catalog", "metrics", "metrics/compare", "corpus", "export"} {
		deps, err := exec.Command("go", "list", "-deps", "github.com/zhaibao/zhaibao/"+importer).Output()
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(deps), "regexp2") {
			t.Errorf("%s imports regexp2", importer)
		}
	}
}

// TestEndlessPatternCostsLittle: over many documents a pattern that never ends
// costs each of them a bounded time and no other figure.
func TestEndlessPatternCostsLittle(t *testing.T) {
	dir := t.TempDir()
	in, file := filepath.Join(dir, "in"), filepath.Join(dir, "own.yaml")
	if err := os.Mkdir(in, 0o777); err != nil {
		t.Fatal(err)
	}
	clause := "组织全县各乡镇街道各村社区的文化志愿者开展文明实践志愿服务活动60余次。"
	write(t, []byte("青河县2019年工作总结\n\n"+strings.Repeat(clause, 500)), in, "a.txt")
	write(t, []byte(`metrics:
  - {code: endless, name: 无尽, additive: true}
patterns:
  - {id: endless, metric: endless, pattern: '^(\w+\s?)+！$', timeout: 10ms}
`), file)
	run(t, "--quiet", "-o", filepath.Join(dir, "plain"), in)
	start := time.Now()
	run(t, "--quiet", "--catalog", file, "-o", filepath.Join(dir, "own"), in)
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("a pattern stopped three times took the run %v", took)
	}
	for _, name := range []string{"facts.csv", "gaps.csv", "table.csv", "documents.csv"} {
		compare(t, name, read(t, dir, "own", name), read(t, dir, "plain", name))
	}
}
