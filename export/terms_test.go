package export

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/metrics/terms"
	"github.com/zhaibao/zhaibao/segment"
)

func TestComputedNumbersAreWrittenPlainly(t *testing.T) {
	for _, c := range []struct {
		v           float64
		real, small string
	}{
		{0, "0", "0"}, {1, "1", "1"}, {1.0 / 3, "0.33333333", "0.33333333"}, {-33.333333333, "-33.333333", ""},
		{123456789012, "123456790000", "123456790000"},
		{1.5e-9, "0.0000000015", "0.0000000015"},
		{1.23456789e-12, "0.0000000000012345679", "0.000000000001235"}, // fifteen decimals
		{4e-16, "0.0000000000000004", "0"},
		{1e-300, "", "0"},
	} {
		if c.real != "" {
			if got := string(real(c.v).AppendNumber(nil)); got != c.real {
				t.Errorf("%v is written %s, want %s", c.v, got, c.real)
			}
		}
		if got := string(probability(c.v).AppendNumber(nil)); c.small != "" && got != c.small {
			t.Errorf("the probability %v is written %s, want %s", c.v, got, c.small)
		}
	}
}

// single takes every character for a word.
type single struct{}

func (single) AppendWords(dst []segment.Span, text string) []segment.Span {
	for i, r := range text {
		dst = append(dst, segment.Span{Start: i, End: i + len(string(r))})
	}
	return dst
}

// oneReport is a table of one report.
func oneReport(t *testing.T, text string) *terms.Table {
	t.Helper()
	a, err := terms.Compile(terms.Options{Segmenter: single{}, MinLength: 1})
	if err != nil {
		t.Fatal(err)
	}
	var doc segment.Document
	doc.Parse(text, segment.Span{End: len(text)})
	var c terms.Counts
	a.NewWorker().Count(terms.Report{Text: text, Sentences: doc.Sentences}, &c)
	table := a.NewTable()
	table.Add(&c)
	return table
}

func TestTermsDir(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	table := oneReport(t, "演演出")
	d, err := CreateTerms(dir, TermsOptions{Tables: []string{TermsTable, KwicTable}})
	if err != nil {
		t.Fatal(err)
	}
	k := Keyword{File: "a.txt", Doc: 1, Hit: terms.Hit{Keyword: "=1+1", Start: 3, End: 7, Left: "甲,", Right: "-乙"}}
	if err := d.AddKeyword(&k); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(table, TermsRun{}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"kwic.csv": "\ufefffile,doc,region,region_code,period,start,end,left,keyword,right\r\na.txt,1,,,,3,7,\"甲,\",'=1+1,'-乙\r\n", // no formulas
		"terms.csv": "\ufeffregion,region_code,period,term,kind,count,n_docs,per_10k,tfidf,idf,all_count,all_docs,group_words,group_docs,n_stopped\r\n" +
			",,,演,word,2,1,6666.6667,0,0,2,1,3,1,0\r\n,,,出,word,1,1,3333.3333,0,0,1,1,3,1,0\r\n",
	} {
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || string(got) != want {
			t.Errorf("%s: %v\n got %q\nwant %q", name, err, got, want)
		}
	}
	if d.Rows(TermsTable) != 2 || d.Rows(KwicTable) != 1 {
		t.Errorf("%d and %d rows", d.Rows(TermsTable), d.Rows(KwicTable))
	}

	// One that is dropped leaves the folder as it was; the next replaces it.
	if d, err = CreateTerms(dir, TermsOptions{Tables: []string{TermsTable}}); err != nil {
		t.Fatal(err)
	}
	d.Abort()
	if _, err := os.Stat(filepath.Join(dir, "kwic.csv")); err != nil {
		t.Error(err)
	}
	if d, err = CreateTerms(dir, TermsOptions{Tables: []string{TermsTable}}); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(table, TermsRun{}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "kwic.csv")); !os.IsNotExist(err) {
		t.Errorf("a table of the run before is still there: %v", err)
	}
	if left, _ := filepath.Glob(dir + ".partial"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestTermsDirRefuses(t *testing.T) {
	for _, c := range []struct{ what, file, text, want string }{
		{"results of the main job", "run.json", `{"program": "zhaibao", "schema_version": "1"}`, "results of another command"},
		{"somebody else's files", "a.txt", "甲", "is not empty and has no run.json of ours"},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, c.file), []byte(c.text), 0o666); err != nil {
			t.Fatal(err)
		}
		_, err := CreateTerms(dir, TermsOptions{Tables: []string{TermsTable}})
		e, ok := err.(*Error)
		if !ok || !strings.Contains(e.English(), c.want) {
			t.Errorf("%s: %v, want %q", c.what, err, c.want)
		}
		if entries, _ := os.ReadDir(dir); len(entries) != 1 {
			t.Errorf("%s: the folder was changed", c.what)
		}
	}
}

func TestDirectionOfKeyness(t *testing.T) {
	for _, c := range []struct {
		what        string
		count, rest int
		want        string
	}{{"more often", 3, 1, "over"}, {"as often", 2, 2, "same"}, {"less often", 1, 3, "under"}, {"not at all", 0, 2, "under"}, {"nowhere else", 2, 0, "over"}} {
		r := terms.KeyRow{Count: c.count, RestCount: c.rest, Words: 10, RestWords: 10}
		r.Diff, r.HasDiff = terms.Diff(r.Count, r.Words, r.RestCount, r.RestWords)
		if got := direction(&r); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}
