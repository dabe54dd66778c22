package extract

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/segment"
)

// judgedFloor is the least share of right links of a kind, of those that a
// reader judged; foundFloor the least share of the right ones that are found.
const (
	judgedFloor = 0.9
	foundFloor  = 0.8
)

// TestJudgedLinks links the figures of testdata/links and compares what comes
// out with rows that a reader judged one by one: repetitions, parts,
// contradictions and lists of another length than announced. Links that
// nobody judged do not count.
func TestJudgedLinks(t *testing.T) {
	right, wrong := readJudged(t)
	found := linksOf(t)
	for _, kind := range []string{"same_as", "parent", "contradiction", "count_mismatch"} {
		good, bad, all := 0, 0, 0
		for key, n := range right {
			if strings.HasPrefix(key, kind+"\t") {
				all += n
				good += min(n, found[key])
				bad += min(wrong[key], max(0, found[key]-n))
			}
		}
		for key, n := range wrong {
			if strings.HasPrefix(key, kind+"\t") && right[key] == 0 {
				bad += min(n, found[key])
			}
		}
		precision, recall := float64(good)/float64(max(1, good+bad)), float64(good)/float64(max(1, all))
		t.Logf("%s: %d right and %d wrong of the %d judged right are found, precision %.3f", kind, good, bad, all, precision)
		if precision < judgedFloor || recall < foundFloor {
			t.Errorf("%s: precision %.3f, %.3f of the links judged right are found; at least %.2f and %.2f were", kind, precision, recall, judgedFloor, foundFloor)
		}
	}
}

// readJudged counts the judged rows by kind, file and figure.
func readJudged(t *testing.T) (right, wrong map[string]int) {
	t.Helper()
	data, err := os.ReadFile(filepath.FromSlash("../testdata/links/judged.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	right, wrong = map[string]int{}, map[string]int{}
	for line := range strings.Lines(string(data)) {
		fields := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		switch {
		case strings.HasPrefix(line, "#"):
		case len(fields) != 5:
			t.Fatalf("judged.tsv: %d fields in %q", len(fields), line)
		case fields[4] == "right":
			right[strings.Join(fields[:3], "\t")]++
		default:
			wrong[strings.Join(fields[:3], "\t")]++
		}
	}
	return right, wrong
}

// linksOf counts the links of the reports in testdata/links by kind, file and figure.
func linksOf(t *testing.T) map[string]int {
	t.Helper()
	files, err := filepath.Glob(filepath.FromSlash("../testdata/links/*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no reports in testdata/links (%v)", err)
	}
	slices.Sort(files)
	found := map[string]int{}
	w := mustCompile(t).NewWorker()
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		var doc segment.Document
		doc.Parse(text, segment.Span{End: len(text)})
		var res Result
		w.Extract(Report{Doc: &doc}, &res)
		count := func(kind string, span segment.Span) { found[kind+"\t"+filepath.Base(file)+"\t"+span.Of(text)]++ }
		for i := range res.Facts {
			f := &res.Facts[i]
			if f.SameAs != None {
				count("same_as", f.Span)
			}
			if f.Parent != None {
				count("parent", f.Span)
			}
		}
		for _, g := range res.Gaps {
			count(string(g.Kind), g.Span)
		}
	}
	return found
}
