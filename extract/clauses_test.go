package extract

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var clauseErrors = flag.Bool("clause-errors", false, "with TestClauses: list every difference")

// clauseFloors are the shares of right clauses, by file, that must not be lost.
var clauseFloors = map[string]float64{
	"economy.tsv":    0.92,
	"government.tsv": 0.89,
	"grassroots.tsv": 0.84,
	"society.tsv":    0.93,
	"culture.tsv":    0.77,
}

// TestClauses reads short clauses of work reports with the facts a careful
// reader marks in them: "text<TAB>fact; fact". A fact stands as describe
// prints it; "/" parts metrics that are all right. "?" marks a fact that readers
// may differ about: it may be left out or read otherwise. Lines that begin with
// # are comments.
func TestClauses(t *testing.T) {
	files, err := filepath.Glob(filepath.FromSlash("../testdata/clauses/*.tsv"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no clauses in testdata/clauses (%v)", err)
	}
	e := mustCompile(t)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		right, all := 0, 0
		for i, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			text, want, ok := strings.Cut(strings.TrimSuffix(line, "\r"), "\t")
			if !ok {
				t.Fatalf("%s:%d: no tab between the text and its facts", file, i+1)
			}
			all++
			got := describe(e, text)
			switch {
			case sameFacts(splitFacts(want), splitFacts(got)):
				right++
			case *clauseErrors:
				t.Logf("%s:%d: %s\n got %s\nwant %s", filepath.Base(file), i+1, text, got, want)
			}
		}
		share, floor := float64(right)/float64(max(all, 1)), clauseFloors[filepath.Base(file)]
		t.Logf("%s: %d of %d clauses right, %.3f", filepath.Base(file), right, all, share)
		if share < floor {
			t.Errorf("%s: %.3f of the clauses are right, %.3f have been", filepath.Base(file), share, floor)
		}
	}
}

func splitFacts(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "; ")
}

// sameFacts compares facts in the order of the text.
func sameFacts(want, got []string) bool {
	if len(want) == 0 {
		return len(got) == 0
	}
	first, optional := strings.CutPrefix(want[0], "?")
	if len(got) > 0 && (sameFact(first, got[0]) || optional && surface(first) == surface(got[0])) && sameFacts(want[1:], got[1:]) {
		return true
	}
	return optional && sameFacts(want[1:], got)
}

func surface(fact string) string {
	text, _, _ := strings.Cut(fact, " ")
	return text
}

// sameFact compares two facts word by word; the metric wanted may name alternatives.
func sameFact(want, got string) bool {
	w, g := strings.Split(want, " "), strings.Split(got, " ")
	if len(w) != len(g) {
		return false
	}
	for i := range w {
		if w[i] != g[i] && (i == 0 || !slices.Contains(strings.Split(w[i], "/"), g[i])) {
			return false
		}
	}
	return true
}

func TestSameFacts(t *testing.T) {
	for _, c := range []struct {
		want, got string
		same      bool
	}{
		{"3场 activity_sessions", "3场 activity_sessions", true},
		{"3场 activity_sessions/training_sessions", "3场 training_sessions", true},
		{"3场 activity_sessions", "3场 activity_sessions target", false},
		{"?已建成 completion_status done; 4座 facilities done", "4座 facilities done", true},
		{"4座 facilities; ?5个 projects", "4座 facilities; 5个 other", true},
		{"4座 facilities", "4座 facilities; 5个 projects", false},
		{"", "", true},
	} {
		if same := sameFacts(splitFacts(c.want), splitFacts(c.got)); same != c.same {
			t.Errorf("want %q got %q: same = %t", c.want, c.got, same)
		}
	}
}
