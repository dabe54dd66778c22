package extract

import (
	"reflect"
	"testing"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/segment"
)

// TestExplainChangesNothing: with every rule asked the facts are the same, and
// of each figure the first rule that answers is the one that took it. (The
// metric may be another afterwards, that of a total.)
func TestExplainChangesNothing(t *testing.T) {
	ex, err := Compile(catalog.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range reports(t) {
		var doc segment.Document
		var plain, explained Result
		run(ex.NewWorker(), &doc, text, &plain)
		steps := ex.NewWorker().Explain(Report{Doc: &doc, Period: "2023"}, &explained)
		if !reflect.DeepEqual(plain, explained) {
			t.Errorf("%.20q: explained it has other facts", text)
		}
		traced := map[int]bool{}
		for _, s := range steps {
			if s.Fact == None {
				continue
			}
			traced[s.Fact] = true
			if rule := RuleID(explained.Facts[s.Fact].Rule); firstAnswer(s) != rule {
				t.Errorf("%s: the first to answer is rule %q, the fact is of rule %q", s.Of(text), firstAnswer(s), rule)
			}
		}
		for i, f := range explained.Facts {
			if !traced[i] && f.Rule != stateRule {
				t.Errorf("%s of rule %s has no trace", f.Of(text), RuleID(f.Rule))
			}
		}
	}
}

func firstAnswer(s Step) string {
	for _, t := range s.Trials {
		if t.Applies {
			return t.Rule
		}
	}
	return ""
}
