package extract_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/internal/gold"
)

// openGold are the folders of our own annotated reports that rules may be
// written from. Those in testdata/gold/sealed are never opened, only scored.
var openGold = []string{"../testdata/reports", "../testdata/gold/open"}

// enough is how many annotated facts a metric needs for a baseline of its own.
const enough = 20

// TestBaseline is the gate against regressions: no score on the open reports
// may fall below the one that was accepted: the steps of the ladder, the
// labels, every metric with enough facts, the rest of them pooled, and every
// value of role, basis, bound and status. Accept a change, better or worse,
// with go test ./extract -run Baseline -update, and say why in the commit.
func TestBaseline(t *testing.T) {
	report, _ := ladder(t, openGold...)
	file := filepath.FromSlash("../testdata/gold/baseline.tsv")
	have := baseline(report)
	if *update {
		if err := os.WriteFile(file, have, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	accepted, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v: write it with go test ./extract -run Baseline -update", err)
	}
	now := parseBaseline(t, string(have))
	for name, was := range parseBaseline(t, string(accepted)) {
		switch is, ok := now[name]; {
		case !ok:
			t.Errorf("%s is not scored any more, %.3f was accepted", name, was)
		case is < was:
			t.Errorf("%s fell from %.3f to %.3f", name, was, is)
		}
	}
	if !t.Failed() && !bytes.Equal(have, accepted) {
		t.Errorf("%s is stale: scores rose or facts were added; run go test ./extract -run Baseline -update", file)
	}
}

// baseline writes the scores as lines of name, annotated facts and F1 in thousandths.
func baseline(r *gold.Report) []byte {
	var b bytes.Buffer
	line := func(name string, facts int, score float64) { fmt.Fprintf(&b, "%s\t%d\t%.3f\n", name, facts, score) }
	b.WriteString("# score\tfacts\tF1\n")
	for i, name := range [...]string{"value", "unit", "metric", "strict"} {
		line(name, r.Gold, r.Ladder[i].F1)
	}
	line("label overlap", r.Gold, r.Label)
	line("label exact", r.Gold, r.LabelExact)
	var rest, right float64
	facts := 0
	for _, m := range r.ByMetric {
		if m.Gold >= enough {
			line(m.Name, m.Gold, m.F1)
			continue
		}
		facts += m.Gold
		rest += float64(m.Gold + m.Predicted)
		right += m.F1 * float64(m.Gold+m.Predicted) // F1 = 2 right / (gold + predicted)
	}
	line("rest of the metrics", facts, right/max(rest, 1))
	for _, a := range r.ByAttribute {
		if a.Gold >= enough {
			line(a.Name, a.Gold, a.F1)
		}
	}
	return b.Bytes()
}

func parseBaseline(t *testing.T, text string) map[string]float64 {
	t.Helper()
	scores := map[string]float64{}
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		var score float64
		if len(fields) != 3 {
			t.Fatalf("baseline: %q has %d fields, not 3", line, len(fields))
		}
		if _, err := fmt.Sscan(fields[2], &score); err != nil {
			t.Fatalf("baseline: %q: %v", line, err)
		}
		scores[fields[0]] = score
	}
	return scores
}

// TestBaselineParts holds the writing of the baseline to a report made by hand.
func TestBaselineParts(t *testing.T) {
	row := func(name string, f1 float64, n int) gold.Row {
		return gold.Row{Name: name, Rates: gold.Rates{F1: f1}, Gold: n, Predicted: n}
	}
	r := &gold.Report{Gold: 60, ByMetric: []gold.Row{row("books", 0.9, 20), row("change", 0.5, 10), row("other", 1, 30), row("revenue", 1, 5)}}
	scores := parseBaseline(t, string(baseline(r)))
	for name, want := range map[string]float64{"books": 0.9, "other": 1, "rest of the metrics": 0.667} {
		if scores[name] != want {
			t.Errorf("%s: got %.3f, want %.3f", name, scores[name], want)
		}
	}
	if _, ok := scores["change"]; ok {
		t.Error("a metric with ten facts has a baseline of its own")
	}
}
