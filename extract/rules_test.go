package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/segment"
)

// describe writes the facts of a text as "surface metric attributes; …".
// Attributes at their default are left out.
func describe(e *Extractor, text string) string {
	var doc segment.Document
	doc.Parse(text, segment.Span{End: len(text)})
	var res Result
	e.NewWorker().Extract(Report{Doc: &doc, Period: "2023"}, &res)
	var out []string
	for i := range res.Facts {
		f := &res.Facts[i]
		s := f.Of(text) + " " + e.cat.Code(f.Metric)
		if f.Missing {
			s += " missing"
		}
		if f.Role != Actual {
			s += " " + f.Role.String()
		}
		if f.Basis != Total {
			s += " " + f.Basis.String()
		}
		if f.Status != NoStatus {
			s += " " + f.Status.String()
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func mustCompile(t testing.TB) *Extractor {
	t.Helper()
	e, err := Compile(catalog.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestRulesAreDocumented(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rules {
		if r.ID == "" || r.Doc == "" || len(r.Examples) == 0 || r.decide == nil {
			t.Errorf("rule %q lacks an ID, a doc sentence, an example or its function", r.ID)
		}
		if seen[r.ID] {
			t.Errorf("rule %q stands twice", r.ID)
		}
		seen[r.ID] = true
	}
	if len(rules) >= tableRule {
		t.Errorf("%d rules leave no number for the table and the states", len(rules))
	}
}

// TestRuleExamples holds every rule to its examples, and every example to its
// rule: without the rule it must come out otherwise.
func TestRuleExamples(t *testing.T) {
	e := mustCompile(t)
	for i, r := range rules {
		for _, ex := range r.Examples {
			if got := describe(e, ex.Text); got != ex.Want {
				t.Errorf("%s: %s\n got %s\nwant %s", r.ID, ex.Text, got, ex.Want)
			}
		}
		without := *e
		without.rules = slices.Clone(rules)
		without.rules[i].decide = func(*candidate) (catalog.Metric, bool) { return 0, false }
		needed := false
		for _, ex := range r.Examples {
			needed = needed || describe(&without, ex.Text) != ex.Want
		}
		if !needed {
			t.Errorf("%s: no example of the rule needs it", r.ID)
		}
	}
}

// sentences are read as a second careful reader would read them. Each kind of
// construct has sentences it must get right and sentences it must leave alone.
var sentences = []struct{ kind, text, want string }{
	{"part", "全馆职工34人，其中高级职称5人，中级职称13人。", "34人 workforce; 5人 workforce part; 13人 workforce part"},
}

func TestSentences(t *testing.T) {
	e := mustCompile(t)
	for _, s := range sentences {
		if got := describe(e, s.text); got != s.want {
			t.Errorf("%s: %s\n got %s\nwant %s", s.kind, s.text, got, s.want)
		}
	}
}

func ExampleRules() {
	for _, r := range Rules()[:2] {
		fmt.Println(r.ID)
	}
	// Output:
	// change
	// multiple
}
