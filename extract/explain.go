package extract

import (
	"slices"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/segment"
)

// Step explains what became of one numeral or phrase: the rules that were
// tried, in order, and what each had to say.
type Step struct {
	segment.Span
	Verdict Verdict
	Reason  string       // the nonfact's reason, or the fact's metric
	Fact    int          // index into Result.Facts, None where the numeral is no fact
	Noun    segment.Span // the noun that is counted, empty where none was found
	Verb    segment.Span // the nearest verb that points to a metric, empty where none was found
	Trials  []Trial
}

// Trial is one rule's answer about a numeral. The first that applies wins;
// later ones that apply lost to it. What the columns of a table decide stands
// before the rules, as the rule "table".
type Trial struct {
	Rule    string
	Applies bool
	Metric  string // what the rule takes the figure for, where it applies
}

// Explain is Extract with a trace: the same path, with every rule asked about every candidate.
func (w *Worker) Explain(r Report, dst *Result) []Step {
	w.steps = []Step{}
	defer func() { w.steps = nil }()
	w.Extract(r, dst)
	n, f := 0, 0 // steps, numerals and facts all stand in the order of the text
	for i := range w.steps {
		s := &w.steps[i]
		for n < len(dst.Numerals) && before(dst.Numerals[n].Span, s.Span) {
			n++
		}
		if n < len(dst.Numerals) && dst.Numerals[n].Span == s.Span {
			s.Verdict, s.Reason = dst.Numerals[n].Verdict, dst.Numerals[n].Reason
		}
		for f < len(dst.Facts) && before(dst.Facts[f].Span, s.Span) {
			f++
		}
		if f < len(dst.Facts) && dst.Facts[f].Span == s.Span {
			s.Fact = f
		}
	}
	return w.steps
}

// before reports whether a starts before b, or ends before it where both start together.
func before(a, b segment.Span) bool {
	return a.Start < b.Start || a.Start == b.Start && a.End < b.End
}

// record adds the step of a candidate to the trace.
func (w *Worker) record(c *candidate) {
	s := Step{Span: c.m.Span, Fact: None, Trials: make([]Trial, 0, len(w.ex.rules))}
	if c.hasNoun {
		s.Noun = c.text.Span(c.noun.start, c.noun.end)
	}
	if h, _, ok := c.evidence(c.left, c.m.First, verb); ok {
		s.Verb = c.text.Span(h.start, h.end)
	}
	for _, r := range w.ex.rules {
		t := Trial{Rule: r.ID}
		m, ok := r.decide(c)
		if t.Applies = ok; ok {
			t.Metric = w.ex.cat.Code(m)
		}
		s.Trials = append(s.Trials, t)
	}
	w.steps = append(w.steps, s)
}

// tableFirst puts the table's columns, which decided, before the rules of the step recorded last.
func (w *Worker) tableFirst(m catalog.Metric) {
	s := &w.steps[len(w.steps)-1]
	s.Trials = slices.Insert(s.Trials, 0, Trial{Rule: RuleID(tableRule), Applies: true, Metric: w.ex.cat.Code(m)})
}

// ownFirst puts the pattern that took the figure before the rules of the step recorded last.
func (w *Worker) ownFirst(k int) {
	s := &w.steps[len(w.steps)-1]
	s.Trials = slices.Insert(s.Trials, 0, Trial{Rule: w.ex.RuleID(uint8(ownRule + k)), Applies: true, Metric: w.ex.patterns[k].Metric})
}
