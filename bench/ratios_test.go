package bench

import (
	"strings"
	"testing"
	"time"
)

// reportOf is a report with those speeds over gse's, by corpus.
func reportOf(dense, prose float64) *Report {
	r := &Report{Options: Options{}.withDefaults(), Shapes: []NamedShape{{Name: "dense", Shape: Shape{Texts: 1}}, {Name: "prose", Shape: Shape{Texts: 1}}}}
	for _, s := range r.Shapes {
		speed := map[string]float64{"dense": dense, "prose": prose}[s.Name]
		for _, name := range []string{"gse", "extract", "regexp2", "csv", "cli"} {
			for cores := range 2 {
				took := time.Second
				if name == "extract" {
					took = time.Duration(float64(time.Second) / speed)
				}
				r.Results = append(r.Results, Result{Name: name, Corpus: s.Name, Cores: cores + 1, Bytes: 1e6, Times: []time.Duration{took}, CPU: []time.Duration{took}})
			}
		}
	}
	for _, g := range Goals {
		r.Ratios = append(r.Ratios, r.ratio(g, map[string]float64{"dense": 4, "prose": 40}, 0, startUp{20, 40}))
	}
	return r
}

func TestTheWorstCorpusCounts(t *testing.T) {
	r := reportOf(8, 13)
	for _, want := range []struct {
		name, corpus string
		value        float64
		least, aim   bool
	}{
		{"extract_vs_gse", "dense", 8, true, false},
		{"allocs_doc", "prose", 40, false, false},
		{"startup_ms", "", 20, true, false},
		{"startup_mb", "", 40, false, false},
	} {
		for i := range r.Ratios {
			x := &r.Ratios[i]
			if x.Name != want.name {
				continue
			}
			least, aim := x.Met()
			if x.Corpus != want.corpus || x.Value-want.value > 1e-6 || want.value-x.Value > 1e-6 || least != want.least || aim != want.aim {
				t.Errorf("%s is %v over %s, met %v %v, should be %+v", x.Name, x.Value, x.Corpus, least, aim, want)
			}
		}
	}
}

func TestRecord(t *testing.T) {
	record := reportOf(2, 3).Record(time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC))
	for _, want := range []string{
		"# Speed, 2026-01-02",
		"| `extract_vs_gse` | 2（未达） | ≥ 6 | ≥ 12 | 密集报告 |",
		"| dense | extract | 1 | 2.00 | 2.00 | 2.00 |",
		"bench/record/2026-01-02.md",
		"## Bias",
	} {
		if !strings.Contains(record, want) {
			t.Errorf("the record lacks %q:\n%s", want, record)
		}
	}
	if _, err := Shown(record); err != nil {
		t.Error(err)
	}
	if strings.Contains(record, "另有工作") {
		t.Error("a record of even rounds speaks of other work")
	}
	r := reportOf(2, 3)
	for i := range r.Results {
		r.Results[i].Times = append(r.Results[i].Times, 2*r.Results[i].Times[0])
	}
	if !strings.Contains(r.Record(time.Time{}), "最慢比最快多出 100%") {
		t.Error("a record of uneven rounds does not say so")
	}
}

// TestRoundsCheckAnswers: a contender that answers otherwise the second time
// fails the measurement.
func TestRoundsCheckAnswers(t *testing.T) {
	n := 0
	c := contender{name: "甲", corpus: &Corpus{Name: "乙"}, cores: 1, work: func() error { n++; return nil }, answer: func() (Answer, error) { return Answer{Count: n}, nil }}
	if _, err := runRounds([]contender{c}, 1); err == nil || !strings.Contains(err.Error(), "甲") {
		t.Errorf("error %v", err)
	}
	c.answer = func() (Answer, error) { return Answer{7, 7}, nil }
	results, err := runRounds([]contender{c}, 3)
	if err != nil || len(results[0].Times) != 3 || results[0].Answer.Count != 7 {
		t.Errorf("%+v, %v", results, err)
	}
}
