package gold

import (
	"slices"
	"testing"
)

func TestRules(t *testing.T) {
	trace := func(rule string, answers ...string) (tr Trace) {
		tr.Rule = rule
		for i := 0; i+1 < len(answers); i += 2 {
			tr.Answers = append(tr.Answers, Answer{answers[i], answers[i+1]})
		}
		return tr
	}
	tests := []struct {
		name   string
		marked string // the marked metric, "" where nothing is marked
		found  string
		trace  Trace
		want   RuleRow // of rule noun
	}{
		{"right and alone", "a", "a", trace("noun", "noun", "a"),
			RuleRow{"noun", 1, 1, 1, 1, 1, 0, 0, 0}},
		{"right, and the next rule agrees", "a", "a", trace("noun", "noun", "a", "unit", "a", "other", "b"),
			RuleRow{"noun", 1, 1, 1, 1, 1, 1, 0, 0}},
		{"right against the next rule", "a", "a", trace("noun", "noun", "a", "unit", "b"),
			RuleRow{"noun", 1, 1, 1, 1, 1, 1, 1, 0}},
		{"wrong where the next rule is right", "a", "b", trace("noun", "noun", "b", "unit", "a"),
			RuleRow{"noun", 1, 1, 1, 0, 0, 1, 1, 1}},
		{"wrong as the next rule is", "a", "b", trace("noun", "noun", "b", "unit", "c"),
			RuleRow{"noun", 1, 1, 1, 0, 0, 1, 1, 0}},
		{"given another metric after the rule, whose answer the next one shares", "a", "a", trace("noun", "noun", "b", "unit", "b"),
			RuleRow{"noun", 1, 1, 1, 1, 1, 1, 0, 0}},
		{"without a marked fact nothing is right or wrong", "", "a", trace("noun", "noun", "a", "unit", "b"),
			RuleRow{"noun", 1, 1, 0, 0, 0, 1, 1, 0}},
		{"what another rule decided is not the rule's", "a", "a", trace("unit", "unit", "a"),
			RuleRow{Rule: "noun"}},
	}
	for _, test := range tests {
		var marked []Marked
		if test.marked != "" {
			marked = []Marked{{Fact: span(0, 1, "1", test.marked)}}
		}
		rows := compared("", marked, span(0, 1, "1", test.found)).Rules([]Trace{test.trace}, []string{"noun", "unit"})
		if len(rows) != 2 || rows[0] != test.want {
			t.Errorf("%s: got %v, want %v first", test.name, rows, test.want)
		}
	}
}

func TestRulesKeepTheirOrder(t *testing.T) {
	r := compared("", nil, span(0, 1, "1", "a"), span(2, 3, "1", "a"))
	var got []string
	for _, row := range r.Rules([]Trace{{Rule: "new"}, {Rule: "z"}}, []string{"z", "y"}) {
		got = append(got, row.Rule)
	}
	if want := []string{"z", "y", "new"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
