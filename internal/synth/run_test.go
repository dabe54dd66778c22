package synth

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/internal/cli"
	"github.com/zhaibao/zhaibao/metrics"
)

// Printed is what the table says in one cell.
type printed struct {
	Figures
	leftOut string // sorted, "part:2;target:1"
}

func frames(t testing.TB) *Frames {
	t.Helper()
	f, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func generate(t testing.TB, o Options) (c *Corpus, folder string, paths []string) {
	t.Helper()
	c, err := frames(t).Generate(o)
	if err != nil {
		t.Fatal(err)
	}
	folder = filepath.Join(t.TempDir(), "in")
	if paths, err = c.Write(folder); err != nil {
		t.Fatal(err)
	}
	return c, folder, paths
}

func extractor(t testing.TB) *extract.Extractor {
	t.Helper()
	ex, err := extract.Compile(catalog.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	return ex
}

// command runs the program's main command and returns the folder of its results.
func command(t testing.TB, args ...string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out")
	var said bytes.Buffer
	status := cli.Main(append([]string{"--quiet", "-o", out}, args...), cli.Streams{
		In: strings.NewReader(""), Out: &said, Err: &said, Env: func(string) string { return "" },
	}, nil)
	if status != 0 {
		t.Fatalf("status %d\n%s", status, &said)
	}
	return out
}

// records reads a CSV table as rows by column name.
func records(t testing.TB, folder, name string) []map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, name := range rows[0] {
			m[name] = row[i]
		}
		list = append(list, m)
	}
	return list
}

// printedTable reads table.csv.
func printedTable(t testing.TB, folder string) map[Key]printed {
	t.Helper()
	number := func(s string) int {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	cells := map[Key]printed{}
	for _, r := range records(t, folder, "table.csv") {
		key := Key{r["region"], r["period"], r["metric"], r["base_unit"]}
		if _, twice := cells[key]; twice {
			t.Errorf("%v stands twice in table.csv", key)
		}
		cells[key] = printed{
			Figures{Sum: r["sum"], Low: r["low"], High: r["high"], Open: number(r["n_open"]), Gaps: number(r["gaps"])},
			sorted(r["left_out"]),
		}
	}
	return cells
}

// sorted puts the reasons of left_out in alphabetical order.
func sorted(leftOut string) string {
	list := strings.Split(leftOut, ";")
	slices.Sort(list)
	return strings.Join(list, ";")
}

// cellsOf reads an aggregator.
func cellsOf(a *metrics.Aggregator, cat *catalog.Catalog) map[Key]printed {
	cells := map[Key]printed{}
	for _, r := range a.Rows() {
		key, figures := Row(&r, cat)
		cells[key] = printed{figures, sorted(r.LeftOut.String())}
	}
	return cells
}

// read runs the corpus over the folder and judges every report. It returns the
// errors, the gaps as lines and what the aggregation makes of the facts.
func read(t testing.TB, c *Corpus, folder string) (errors []Error, gaps []string, totals *metrics.Aggregator) {
	t.Helper()
	ex := extractor(t)
	totals = metrics.NewAggregator(ex.Catalog())
	byName := map[string]*File{}
	for i := range c.Files {
		byName[c.Files[i].Name] = &c.Files[i]
	}
	found := map[*Report]bool{}
	_, err := corpus.Run(context.Background(), []string{folder}, corpus.Options{Extractor: ex}, func(item *corpus.Item) error {
		if item.Err != nil {
			return item.Err
		}
		totals.Add(metrics.Report{
			ReportKey: metrics.ReportKey{Region: item.Region, RegionCode: item.RegionCode, Period: item.Period},
			Facts:     item.Result.Facts, Gaps: item.Result.Gaps,
		})
		for _, g := range item.Result.Gaps {
			gaps = append(gaps, item.File+" "+string(g.Kind)+" "+g.Of(item.Document.Text))
		}
		if r := reportAt(byName[item.File], item.Document.Span.Start); r != nil {
			found[r] = true
			errors = append(errors, Judge(ex.Catalog(), r, item)...)
		} else {
			t.Logf("%s: a report begins where none was written", item.File)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for i := range c.Files {
		for k := range c.Files[i].Reports {
			if r := &c.Files[i].Reports[k]; !found[r] {
				errors = append(errors, Judge(ex.Catalog(), r, nil)...)
			}
		}
	}
	return errors, gaps, totals
}

// reportAt is the report of f that begins at the offset, nil where none does.
func reportAt(f *File, at int) *Report {
	for i := range f.Reports {
		if f.Reports[i].Start == at {
			return &f.Reports[i]
		}
	}
	return nil
}
