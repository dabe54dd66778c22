package extract

import (
	"reflect"
	"testing"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/segment"
)

// TestExplainChangesNothing: with every rule asked the facts are the same, and
// of each figure the first rule that answers is the one that took it.
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
			if f := &explained.Facts[s.Fact]; firstAnswer(s) != (Trial{RuleID(f.Rule), true, ex.cat.Code(f.Metric)}) {
				t.Errorf("%s: the first answer is %v, the fact is of rule %s", s.Of(text), firstAnswer(s), RuleID(f.Rule))
			}
		}
		for i, f := range explained.Facts {
			if !traced[i] && f.Rule != stateRule {
				t.Errorf("%s of rule %s has no trace", f.Of(text), RuleID(f.Rule))
			}
		}
	}
}

func firstAnswer(s Step) Trial {
	for _, t := range s.Trials {
		if t.Applies {
			return t
		}
	}
	return Trial{}
}
