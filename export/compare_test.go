package export

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/metrics/compare"
)

// What is read back from table.csv is what was written, but for the reasons
// why facts were left out and the number of targets, which it does not hold.
func TestReadTableGivesTheRowsBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	var want []metrics.Row
	d, err := Create(dir, testOptions)
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range testItems() {
		if err := d.Add(item); err != nil {
			t.Fatal(err)
		}
	}
	d.totals.Table(testOptions.Level, testOptions.Months).Each(func(r *metrics.Row) error {
		want = append(want, *r)
		return nil
	})
	if err := d.Close(RunInfo{}); err != nil {
		t.Fatal(err)
	}
	got, err := ReadTable(dir, testCatalog)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(want) || len(want) == 0 {
		t.Fatalf("%d rows, want %d", len(got), len(want))
	}
	for i := range want {
		want[i].LeftOut, want[i].Targets = metrics.Reasons{}, 0
		if got[i] != want[i] {
			t.Errorf("row %d\n got %+v\nwant %+v", i, got[i], want[i])
		}
	}
	reports, err := ReadReports(dir)
	if err != nil || len(reports) == 0 || reports[0].File == "" {
		t.Errorf("%v %+v", err, reports)
	}
}

func TestReadTableRefuses(t *testing.T) {
	const ours = `{"program": "zhaibao", "schema_version": "1"}`
	const head = "region,region_code,period,metric,base_unit,sum,mean,median,max,target,completion,gaps\r\n"
	for _, c := range []struct {
		what  string
		files map[string]string
		want  string
	}{
		{"a folder that is not ours", map[string]string{"table.csv": head}, "has no run.json of ours"},
		{"another version", map[string]string{"run.json": `{"program": "zhaibao", "schema_version": "0"}`}, "was written by another version (schema_version 0, this one has 1)"},
		{"no table", map[string]string{"run.json": ours}, "table.csv cannot be read; have extract --format csv write it"},
		{"an empty table", map[string]string{"run.json": ours, "table.csv": ""}, "table.csv line 1: the file is empty"},
		{"a column too few", map[string]string{"run.json": ours, "table.csv": strings.Replace(head, ",sum", "", 1)}, "line 1: the column sum is missing"},
		{"a cell too few", map[string]string{"run.json": ours, "table.csv": head + "甲县,,2019\r\n"}, "line 2: quotes do not pair, or there are more or fewer cells"},
		{"an unknown metric", map[string]string{"run.json": ours, "table.csv": head + "甲县,,2019,none,场,5,5,5,5,,,0\r\n"}, `line 2: the catalogue has no metric "none"`},
		{"a number that is none", map[string]string{"run.json": ours, "table.csv": head + "甲县,,2019,participants,场,5,5,5,1e5,,,0\r\n"}, `line 2: "1e5" in column max is no number`},
		{"a count that is none", map[string]string{"run.json": ours, "table.csv": head + "甲县,,2019,participants,场,5,5,5,5,,,0.5\r\n"}, `line 2: "0.5" in column gaps is no whole number`},
	} {
		dir := t.TempDir()
		put(t, dir, c.files)
		_, err := ReadTable(dir, testCatalog)
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(e.English(), c.want) {
			t.Errorf("%s: %v, want %s", c.what, err, c.want)
		}
	}
}

func TestComparison(t *testing.T) {
	dir := t.TempDir()
	c, err := CreateComparison(filepath.Join(dir, "new", "out"))
	if err != nil {
		t.Fatal(err)
	}
	r := compare.Result{Measure: compare.Actual, Region: compare.Region{Name: "=1+1", Code: "0110"}, Value: "12.5", Rank: 1, N: 3, Note: "a;b"}
	if err := errors.Join(c.Sink().Result(&r), c.Sink().Model(&compare.ModelRow{Model: "beta", Statistic: "slope", Value: "-0.5", N: 3}), c.Close(), c.Abort()); err != nil {
		t.Fatal(err)
	}
	if got := string(read(t, c.Files()[0])); !strings.HasSuffix(got, "\r\nvalue,'=1+1,0110,,,,12.5,,1,3,,a;b,,,\r\n") || !strings.HasPrefix(got, "\uFEFFmeasure,") {
		t.Errorf("%q", got)
	}
	if got := string(read(t, c.Files()[1])); !strings.HasSuffix(got, "\r\nbeta,slope,,,,,,,,-0.5,3,\r\n") {
		t.Errorf("%q", got)
	}
	if got := string(read(t, c.Files()[2])); !strings.Contains(got, "\r\nnote,zero_base,") || !strings.Contains(got, "\r\ncompare,region_code,") {
		t.Errorf("%q", got)
	}
	if left := filesIn(t, filepath.Join(dir, "new", "out")); len(left) != 3 {
		t.Errorf("left behind: %q", left)
	}
	var b bytes.Buffer
	s := StreamComparison(&b)
	if err := errors.Join(s.Sink().Result(&r), s.Close()); err != nil || s.Sink().Model != nil {
		t.Fatal(err)
	}
	if b.String() != string(read(t, c.Files()[0])) {
		t.Errorf("%q", b.String())
	}
}

func TestComparisonLeavesOthersFiles(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{"a_model.csv": "mine", "file": "mine"})
	for _, path := range []string{filepath.Join(dir, "a.csv"), filepath.Join(dir, "file"), filepath.Join(dir, "file", "a.csv")} {
		var e *Error
		if _, err := CreateComparison(path); !errors.As(err, &e) {
			t.Errorf("%s: %v", path, err)
		}
	}
	c, err := CreateComparison(filepath.Join(dir, "b.CSV"))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Abort(); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 2 {
		t.Errorf("left behind: %v %v", left, err)
	}
}
