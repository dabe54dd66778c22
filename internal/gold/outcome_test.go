package gold

import (
	"slices"
	"testing"
)

// compared scores one report, d, against facts.
func compared(text string, marked []Marked, found ...Fact) *Report {
	var facts []Prediction
	for _, f := range found {
		facts = append(facts, Prediction{"d.txt", f})
	}
	return Score([]*Document{{Name: "d", Text: text, Facts: marked}}, facts, nil)
}

func TestOutcomes(t *testing.T) {
	full := Marked{Fact: Fact{Start: 0, End: 5, Value: "1", Unit: "个", Metric: "a"}, Alt: []string{"b"}}
	optional := Marked{Fact: span(10, 15, "1", "a"), Optional: true}
	right := full.Fact
	tests := []struct {
		name   string
		marked []Marked
		change func(*Fact)
		want   []Class
	}{
		{"as marked", []Marked{full}, func(*Fact) {}, []Class{Right}},
		{"an alternative", []Marked{full}, func(f *Fact) { f.Metric = "b" }, []Class{Right}},
		{"another value", []Marked{full}, func(f *Fact) { f.Value = "2" }, []Class{WrongValue}},
		{"another unit", []Marked{full}, func(f *Fact) { f.Unit = "处" }, []Class{WrongUnit}},
		{"another metric", []Marked{full}, func(f *Fact) { f.Metric = "c" }, []Class{WrongMetric}},
		{"another role", []Marked{full}, func(f *Fact) { f.Role = "target" }, []Class{WrongAttribute}},
		{"elsewhere", []Marked{full}, func(f *Fact) { f.Start, f.End = 20, 25 }, []Class{Missed, Extra}},
		{"an optional fact is missed", []Marked{full, optional}, func(*Fact) {}, []Class{Right, Optional}},
		{"an optional fact is wrong", []Marked{optional}, func(f *Fact) { f.Start, f.End, f.Value = 10, 15, "7" }, []Class{Optional}},
		{"not a pair, but it touches an optional fact", []Marked{optional}, func(f *Fact) { f.Start, f.End, f.Missing = 12, 17, true },
			[]Class{Optional, Optional}},
	}
	for _, test := range tests {
		f := right
		test.change(&f)
		var got []Class
		for _, o := range compared("", test.marked, f).Outcomes {
			got = append(got, o.Class)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// TestOutcomesAreTheReports: every error that the report lists is an outcome, and the other way round.
func TestOutcomesAreTheReports(t *testing.T) {
	r := Score(mustReadDir(t, "testdata/reports", codes), mustReadFacts(t, "testdata/facts.jsonl"), nil)
	key := func(document, class, text string) string { return document + " " + class + " " + text }
	var listed, found []string
	for _, e := range r.Errors {
		listed = append(listed, key(e.Document, e.Step, e.Text))
	}
	indexes := map[int]bool{}
	for _, o := range r.Outcomes {
		if o.Class.IsError() {
			found = append(found, key(o.Document.Name, o.Class.String(), o.Surface()))
		}
		if o.Found != nil && indexes[o.Index] {
			t.Errorf("fact %d has two outcomes", o.Index)
		}
		indexes[o.Index] = true
	}
	slices.Sort(listed)
	slices.Sort(found)
	if !slices.Equal(listed, found) {
		t.Errorf("listed %q, outcomes %q", listed, found)
	}
}

func TestFields(t *testing.T) {
	g := Marked{Fact: Fact{End: 3, Text: "12㎡", Value: "12.0", Unit: "㎡", Metric: "a", Label: "馆舍"}, Alt: []string{"b"}}
	p := Fact{End: 3, Text: "12㎡", Value: "12", Unit: "平方米", Metric: "b", Bound: "over", Label: "馆舍"}
	o := Outcome{Marked: &g, Found: &p}
	for _, f := range o.Fields() {
		if f.Differs != (f.Name == "bound") {
			t.Errorf("%s: %q and %q, differs %v", f.Name, f.Gold, f.Found, f.Differs)
		}
		if f.Name == "value" && f.Gold != "12" {
			t.Errorf("the value is shown as %s", f.Gold)
		}
		if f.Name == "high" {
			t.Error("a field without content is shown")
		}
	}
	for _, f := range (&Outcome{Marked: &g}).Fields() {
		if f.Differs || f.Found != "" {
			t.Errorf("nothing was found, but %s is %q, differs %v", f.Name, f.Found, f.Differs)
		}
	}
}
