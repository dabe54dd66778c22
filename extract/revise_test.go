package extract

import (
	"testing"

	"github.com/zhaibao/zhaibao/segment"
)

// TestReviseKeepsTheLaws: whatever facts are taken out, changed and put in, the
// result holds to the laws of every extraction, and every numeral of a fact taken
// out or put in says so.
func TestReviseKeepsTheLaws(t *testing.T) {
	w, doc, res := mustCompile(t).NewWorker(), new(segment.Document), new(Result)
	for _, text := range reports(t) {
		for every := 1; every <= 4; every++ {
			run(w, doc, text, res)
			drop := make([]bool, len(res.Facts))
			var gone, added []segment.Span
			var add []Fact
			for i := range res.Facts {
				f := &res.Facts[i]
				switch i % (every + 1) {
				case 0:
					drop[i] = true
					gone = append(gone, f.Span)
				case 1:
					f.Rule, f.Role = CorrectionRule, Target
				}
			}
			for i := len(res.Numerals) - 1; i >= 0; i -= every { // in no order
				if n := &res.Numerals[i]; n.Verdict == IsNonfact {
					add = append(add, Fact{Span: n.Span, Quantity: n.Quantity, Rule: CorrectionRule, Missing: !n.HasValue})
					added = append(added, n.Span)
				}
			}
			want := len(res.Facts) - len(gone) + len(add)
			w.Revise(Report{Doc: doc, Period: "2023"}, res, drop, add)
			check(t, text, res)
			if len(res.Facts) != want {
				t.Fatalf("%d facts, want %d", len(res.Facts), want)
			}
			for _, n := range res.Numerals {
				for _, s := range gone {
					if n.Span == s && (n.Verdict != IsNonfact || n.Reason != Corrected) {
						t.Errorf("%q was taken out and is %s %s", n.Of(text), n.Verdict, n.Reason)
					}
				}
				for _, s := range added {
					if n.Span == s && n.Verdict != IsFact && n.Verdict != IsGap {
						t.Errorf("%q was put in and is %s", n.Of(text), n.Verdict)
					}
				}
			}
			for _, g := range res.Gaps {
				if g.Fact < None || g.Fact >= len(res.Facts) || g.Fact != None && res.Facts[g.Fact].Span != g.Span {
					t.Errorf("the gap %q belongs to fact %d", g.Of(text), g.Fact)
				}
			}
		}
	}
}
