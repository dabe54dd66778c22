package gold

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func TestReportOfTheSamplesIsGolden(t *testing.T) {
	r := Score(mustReadDir(t, "testdata/reports", codes),
		mustReadFacts(t, "testdata/facts.jsonl"), mustReadDocuments(t, "testdata/documents.jsonl"))
	compareGolden(t, "report.txt", text(t, r, true))
	compareGolden(t, "report.json", jsonLine(t, r))
	if short := text(t, r, false); !bytes.HasPrefix(text(t, r, true), short) || bytes.Contains(short, []byte("\tstep\t")) {
		t.Errorf("without errors:\n%s", short)
	}
}

func text(t *testing.T, r *Report, errors bool) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := r.WriteText(&b, errors); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jsonLine(t *testing.T, r *Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := r.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestScoreCountsOptionalFactsNowhere(t *testing.T) {
	must := Marked{Fact: span(0, 5, "1", "a")}
	may := Marked{Fact: span(10, 15, "1", "a"), Optional: true}
	tests := []struct {
		name            string
		found           []Fact
		predicted, gold int
		steps           []int
	}{
		{"a missed optional fact is not missed", []Fact{span(0, 5, "1", "a")}, 1, 1, []int{4}},
		{"a wrong prediction of one is not wrong", []Fact{span(10, 15, "2", "b")}, 0, 1, []int{NotCounted}},
		{"a second one that touches it is not extra", []Fact{span(10, 15, "1", "a"), span(14, 19, "1", "a")}, 0, 1,
			[]int{NotCounted, NotCounted}},
		{"a second one on a required fact is extra", []Fact{span(0, 5, "1", "a"), span(0, 5, "1", "a")}, 2, 1, []int{4, 0}},
		{"one that touches both is paired with the required", []Fact{span(3, 12, "1", "a")}, 1, 1, []int{4}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var facts []Prediction
			for _, f := range test.found {
				facts = append(facts, Prediction{"x/d.txt", f})
			}
			r := Score([]*Document{{Name: "d", Facts: []Marked{must, may}}}, facts, nil)
			if r.Predicted != test.predicted || r.Gold != test.gold || !slices.Equal(r.Steps, test.steps) {
				t.Errorf("predicted %d, gold %d, steps %v", r.Predicted, r.Gold, r.Steps)
			}
		})
	}
}

func TestScoreLeavesOutOtherFiles(t *testing.T) {
	r := Score([]*Document{{Name: "d"}}, []Prediction{{"e.txt", span(0, 1, "1", "a")}}, nil)
	if r.Predicted != 0 || r.Steps[0] != NotCounted || r.Docs != nil {
		t.Errorf("%+v", r)
	}
}

func TestAnAlternativeStandsUnderTheMarkedMetric(t *testing.T) {
	g := Marked{Fact: span(0, 5, "1", "a"), Alt: []string{"b"}}
	r := Score([]*Document{{Name: "d", Facts: []Marked{g}}}, []Prediction{{"d", span(0, 5, "1", "b")}}, nil)
	want := []Row{{"a", Rates{1, 1, 1}, 1, 1}}
	if !slices.Equal(r.ByMetric, want) {
		t.Errorf("got %v, want %v", r.ByMetric, want)
	}
}

func TestDocumentsAreComparedByTheirFirstRow(t *testing.T) {
	gold := []*Document{
		{Name: "a", Meta: map[string]string{"region": "甲县", "period": "2020"}},
		{Name: "b", Meta: map[string]string{"region": "乙县"}},
	}
	docs := []DocPrediction{{File: "a.txt", Region: "甲县"}, {File: "in/a.txt", Region: "丙县", Period: "2020"}}
	r := Score(gold, nil, docs)
	if *r.Docs != (DocShares{Region: 0.5, Org: 1, Period: 0.5}) {
		t.Errorf("shares %+v", *r.Docs)
	}
	want := []Difference{{"b", "doc_region", "", "-", "乙县"}, {"a", "doc_period", "", "-", "2020"}}
	if !slices.Equal(r.Errors, want) {
		t.Errorf("got %v, want %v", r.Errors, want)
	}
}

func TestLabelOverlap(t *testing.T) {
	tests := []struct {
		a, b string
		want float64
	}{
		{"图书", "图书", 1}, {"图书", "书图", 1}, {"图书", "", 0}, {"", "图书", 0}, {"送戏下乡", "下乡", 4.0 / 6}, {"书书", "书", 2.0 / 3}, {"人", "戏", 0},
	}
	for _, test := range tests {
		if got := labelOverlap(test.a, test.b); got != test.want {
			t.Errorf("labelOverlap(%q, %q) = %v, want %v", test.a, test.b, got, test.want)
		}
	}
}

func TestStem(t *testing.T) {
	tests := []struct{ path, want string }{
		{"a.txt", "a"}, {"in/a.b.txt", "a.b"}, {`in\sub\a.md`, "a"}, {"a.zip/inner.txt", "inner"}, {"plain", "plain"},
		{".hidden", ".hidden"}, {"a.", "a."}, {"dir/", "dir"}, {"a/.", "a"}, {"..", ".."}, {"", ""}, {"/", ""},
	}
	for _, test := range tests {
		if got := stem(test.path); got != test.want {
			t.Errorf("stem(%q) = %q, want %q", test.path, got, test.want)
		}
	}
}

func TestReadFacts(t *testing.T) {
	const head = `{"file":"a.txt","start":1,"end":3,"metric":"other"`
	tests := []struct {
		name, row string
		want      Fact
		err       string
	}{
		{"absent is none", head + `}`, Fact{}, ""},
		{"null is none", head + `,"value":null,"high":null,"unit":null,"label":null,"missing":null}`, Fact{}, ""},
		{"empty is none", head + `,"value":"","high":"","unit":"","missing":""}`, Fact{}, ""},
		{"a number keeps its spelling", head + `,"value":1.50,"high":1e3}`, Fact{Value: "1.50", High: "1e3"}, ""},
		{"a number may be text", head + `,"value":"1.5"}`, Fact{Value: "1.5"}, ""},
		{"missing may be a word or a number", head + `,"missing":1}`, Fact{Missing: true}, ""},
		{"missing 0 is not missing", head + `,"missing":0}`, Fact{}, ""},
		{"unknown keys are passed over", head + `,"rule":{"id":1}}`, Fact{}, ""},
		{"a value must be a number", head + `,"value":"ten"}`, Fact{}, `f.jsonl:2: "ten" is no number`},
		{"a file is needed", `{"start":1,"end":3,"metric":"other"}`, Fact{}, "f.jsonl:2: no file"},
		{"a metric is needed", `{"file":"a","start":1,"end":3}`, Fact{}, "f.jsonl:2: no metric"},
		{"an end is needed", `{"file":"a","start":1,"metric":"other"}`, Fact{}, "f.jsonl:2: no start or no end"},
		{"a row must be JSON", `start,end`, Fact{}, "f.jsonl:2: invalid character"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			facts, err := ReadFacts("f.jsonl", strings.NewReader("\n"+test.row+"\r\n \n"))
			if test.err != "" {
				if err == nil || !strings.HasPrefix(err.Error(), test.err) {
					t.Errorf("got error %v, want %s", err, test.err)
				}
				return
			}
			test.want.Start, test.want.End, test.want.Metric = 1, 3, "other"
			if err != nil || len(facts) != 1 || facts[0] != (Prediction{"a.txt", test.want}) {
				t.Errorf("got %+v, %v", facts, err)
			}
		})
	}
}
