package extract_test

import (
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/segment"
)

// TestExplainFindsItsFacts: a step tells of the numeral and the fact at its
// place, also where phrases, gaps and numbers that are no facts stand between.
func TestExplainFindsItsFacts(t *testing.T) {
	ex, err := extract.Compile(catalog.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("第四届运动会已举办，演出120余场。文化广场建设已完成，支出XX万元；培训300人，其中党员20人、团员30人。\n", 3)
	var doc segment.Document
	var found extract.Result
	doc.Parse(text, segment.Span{End: len(text)})
	steps := ex.NewWorker().Explain(extract.Report{Doc: &doc}, &found)
	withFact := 0
	for _, s := range steps {
		verdict, fact := extract.Unexplained, extract.None
		for _, n := range found.Numerals {
			if n.Span == s.Span {
				verdict = n.Verdict
			}
		}
		for k, f := range found.Facts {
			if f.Span == s.Span {
				fact = k
				withFact++
			}
		}
		if s.Verdict != verdict || s.Fact != fact {
			t.Errorf("%s is %v and fact %d, want %v and %d", s.Of(text), s.Verdict, s.Fact, verdict, fact)
		}
	}
	if withFact < 15 {
		t.Errorf("only %d steps lead to facts", withFact)
	}
}
