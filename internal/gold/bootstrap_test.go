package gold

import (
	"fmt"
	"math"
	"testing"
)

// documentOf makes a report of which so many facts are found with the right value and so many with another.
func documentOf(name string, right, wrong int) (*Document, []Prediction) {
	d := &Document{Name: name}
	var facts []Prediction
	for i := range right + wrong {
		g := span(10*i, 10*i+5, "1", "a")
		g.Label = "图书"
		p := g
		if i >= right {
			p.Value = "2"
		}
		d.Facts = append(d.Facts, Marked{Fact: g})
		facts = append(facts, Prediction{name + ".txt", p})
	}
	return d, facts
}

func TestIntervals(t *testing.T) {
	type report struct{ right, wrong int }
	tests := []struct {
		name      string
		reports   []report
		value     float64
		low, high float64
	}{
		{"no report, no score", nil, 0, 0, 0},
		{"one report is all that can be drawn", []report{{3, 1}}, 0.75, 0.75, 0.75},
		{"reports that are alike leave no doubt", []report{{1, 1}, {1, 1}, {1, 1}, {1, 1}}, 0.5, 0.5, 0.5},
		{"a single wrong report may be drawn often or never", []report{{4, 0}, {4, 0}, {4, 0}, {0, 4}}, 0.75, 0.25, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var docs []*Document
			var facts []Prediction
			for i, r := range test.reports {
				d, f := documentOf(fmt.Sprint("d", i), r.right, r.wrong)
				docs, facts = append(docs, d), append(facts, f...)
			}
			b := Intervals(docs, facts, 1000)
			if b.Documents != len(docs) || b.Samples != 1000 || len(b.Intervals) != numScores {
				t.Errorf("%d documents, %d samples, %d intervals", b.Documents, b.Samples, len(b.Intervals))
			}
			want := Interval{"value", test.value, test.low, test.high}
			if b.Intervals[valueStep] != want {
				t.Errorf("got %v, want %v", b.Intervals[valueStep], want)
			}
		})
	}
}

// TestIntervalsAreTheReports: the figures are those of the report, inside their
// intervals, and the same at every run.
func TestIntervalsAreTheReports(t *testing.T) {
	docs, facts := mustReadDir(t, "testdata/reports", codes), mustReadFacts(t, "testdata/facts.jsonl")
	r, b := Score(docs, facts, nil), Intervals(docs, facts, 200)
	want := []float64{r.Ladder[0].F1, r.Ladder[1].F1, r.Ladder[2].F1, r.Ladder[3].F1, r.Label, r.LabelExact}
	again := Intervals(docs, facts, 200)
	for k, i := range b.Intervals {
		if math.Abs(i.Value-want[k]) > 1e-9 || i.Low > i.Value || i.High < i.Value {
			t.Errorf("%s is %v, want %v inside [%v, %v]", i.Name, i.Value, want[k], i.Low, i.High)
		}
		if i != again.Intervals[k] {
			t.Errorf("%s: %v at the first run, %v at the second", i.Name, i, again.Intervals[k])
		}
	}
}

func TestPercentiles(t *testing.T) {
	upTo := func(n int) (values []float64) {
		for i := range n {
			values = append(values, float64(n-i)) // from above, to be sorted
		}
		return values
	}
	tests := []struct {
		n         int
		low, high float64
	}{{0, 0, 0}, {1, 1, 1}, {20, 1, 20}, {39, 1, 39}, {79, 2, 78}, {999, 25, 975}, {1000, 25, 976}}
	for _, test := range tests {
		if low, high := percentiles(upTo(test.n)); low != test.low || high != test.high {
			t.Errorf("of %d values: %v to %v, want %v to %v", test.n, low, high, test.low, test.high)
		}
	}
}
