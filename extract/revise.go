package extract

import (
	"cmp"
	"slices"
	"sort"

	"github.com/zhaibao/zhaibao/segment"
)

// Corrected is the Reason of numerals whose fact a reader has taken out.
const Corrected = "corrected"

// Revise carries out corrections in dst, which was extracted from r: it takes
// out the facts marked in drop, which has one entry per fact, and puts in those
// of add. Facts that the caller has changed in place have CorrectionRule as
// their Rule. Links, numerals and gaps then follow the facts as they are now:
//
//  1. What pointed to a fact that is gone points nowhere; repetitions are found
//     anew, so that the next mention becomes the first.
//  2. Facts changed or added look for their total, target or result by the same
//     rules as any other. A total that a part was given stays.
//  3. Numerals of facts taken out are nonfacts for the reason Corrected, those of
//     facts changed or added are facts.
//  4. The gaps of facts that are gone or changed go, and those that follow from
//     facts and numerals are collected anew.
func (w *Worker) Revise(r Report, dst *Result, drop []bool, add []Fact) {
	w.report, w.dst = r, dst
	w.seat(add)
	w.account(drop, add)
	w.untie()
	w.rearrange(drop, add)
	w.relink()
	w.regap()
}

// seat gives added facts what follows from their place, and no links.
func (w *Worker) seat(add []Fact) {
	if len(add) == 0 {
		return
	}
	w.findScopes()
	for i := range add {
		f := &add[i]
		f.Section, f.SameAs, f.Parent, f.TargetOf = None, None, None, None
		f.Quantity.Span = f.Span
		if f.Sentence = w.sentenceAt(f.Start); f.Sentence >= 0 {
			f.Section = w.scopes[w.report.Doc.Sentences[f.Sentence].Block].section
		}
		if list := w.numeralsIn(f.Span); len(list) > 0 {
			f.Quantity.Number = list[0].Number
		}
	}
}

// account gives the numerals of facts dropped, changed and added their verdict.
func (w *Worker) account(drop []bool, add []Fact) {
	for i := range w.dst.Facts {
		f := &w.dst.Facts[i]
		if !drop[i] && f.Rule != CorrectionRule {
			continue
		}
		list := w.numeralsIn(f.Span)
		for k := range list {
			switch n := &list[k]; {
			case n.Span != f.Span: // inside a phrase, another fact's
			case drop[i]:
				n.Verdict, n.Reason = IsNonfact, Corrected
			default:
				w.explainBy(n, f)
			}
		}
	}
	for i := range add {
		list := w.numeralsIn(add[i].Span)
		for k := range list {
			w.explainBy(&list[k], &add[i])
		}
	}
}

func (w *Worker) explainBy(n *Numeral, f *Fact) {
	n.Verdict, n.Reason = IsFact, w.ex.cat.Code(f.Metric)
	if f.Missing {
		n.Verdict = IsGap
	}
}

// numeralsIn are the numerals that overlap span.
func (w *Worker) numeralsIn(span segment.Span) []Numeral {
	list := w.dst.Numerals
	from := sort.Search(len(list), func(i int) bool { return list[i].End > span.Start })
	to := from
	for to < len(list) && list[to].Start < span.End {
		to++
	}
	return list[from:to]
}

// untie takes the link between result and target from changed facts, which relink looks for again.
func (w *Worker) untie() {
	facts := w.dst.Facts
	for i := range facts {
		f := &facts[i]
		if f.TargetOf != None && (f.Rule == CorrectionRule || facts[f.TargetOf].Rule == CorrectionRule) {
			f.TargetOf = None
		}
	}
}

// rearrange makes the list of facts anew and moves links and gaps along.
func (w *Worker) rearrange(drop []bool, add []Fact) {
	slices.SortStableFunc(add, func(a, b Fact) int { return cmp.Compare(a.Start, b.Start) })
	old := w.dst.Facts
	facts := make([]Fact, 0, len(old)+len(add))
	to := make([]int, len(old))
	for i := range old {
		for len(add) > 0 && add[0].Start < old[i].Start {
			facts, add = append(facts, add[0]), add[1:]
		}
		if to[i] = None; !drop[i] {
			to[i] = len(facts)
			facts = append(facts, old[i])
		}
	}
	facts = append(facts, add...)
	moved := func(i int) int {
		if i == None {
			return None
		}
		return to[i]
	}
	for i := range facts {
		f := &facts[i]
		f.SameAs, f.Parent, f.TargetOf = moved(f.SameAs), moved(f.Parent), moved(f.TargetOf)
	}
	w.dst.Gaps = slices.DeleteFunc(w.dst.Gaps, func(g Gap) bool { return g.Fact != None && to[g.Fact] == None })
	for i := range w.dst.Gaps {
		w.dst.Gaps[i].Fact = moved(w.dst.Gaps[i].Fact)
	}
	w.dst.Facts = facts
}

// relink finds the repetitions anew, and the links of facts that were changed or added.
func (w *Worker) relink() {
	facts := w.dst.Facts
	answered := make([]bool, len(facts))
	for i := range facts {
		if t := facts[i].TargetOf; t != None {
			answered[t] = true
		}
	}
	w.startRepeats()
	for i := range facts {
		f := &facts[i]
		switch {
		case f.Basis == Part && f.Rule != CorrectionRule:
		case f.Role == Target && (answered[i] || !w.correctedNear(i)):
		default:
			w.link(i)
		}
		f.SameAs = w.repeatOf(i)
	}
}

// correctedNear reports whether a fact that linkTarget looks at was changed or added.
func (w *Worker) correctedNear(i int) bool {
	near := w.dst.Facts[max(0, i-3):min(len(w.dst.Facts), i+4)]
	return slices.ContainsFunc(near, func(f Fact) bool { return f.Rule == CorrectionRule })
}

// regap collects the gaps anew. Only those that came up while blocks were read
// are kept, but for what a reader has settled.
func (w *Worker) regap() {
	w.dst.Gaps = slices.DeleteFunc(w.dst.Gaps, func(g Gap) bool {
		switch g.Kind {
		case GapDoubtful, GapCountMismatch:
			return g.Fact != None && w.dst.Facts[g.Fact].Rule == CorrectionRule
		}
		return true
	})
	w.collectGaps()
}
