package extract

import (
	"slices"

	"github.com/zhaibao/zhaibao/extract/quantity"
)

// emit appends the block's facts and numerals to the result, facts in the order of the text.
func (w *Worker) emit() {
	k, p := 0, 0
	for i := range w.block.mentions {
		m := &w.block.mentions[i]
		p = w.emitPhrases(p, m.Start)
		n := Numeral{Quantity: m.Quantity, Reason: m.Reason.String()}
		if m.Reason != quantity.Plain {
			n.Verdict = IsNonfact
		}
		var c *candidate
		if k < len(w.cands) && w.cands[k].m == m {
			c, k = &w.cands[k], k+1
		}
		if c != nil && c.fact.Rule != undecided {
			c.fact.Label = trimSpan(w.report.Doc.Text, c.fact.Label)
			n.Verdict, n.Reason = IsFact, w.ex.cat.Code(c.fact.Metric)
			if c.fact.Missing {
				n.Verdict = IsGap
			}
			if c.fact.Metric == w.ex.lex.metric.other && c.fact.Label.Empty() && !c.fact.Missing {
				n.Verdict, n.Reason = Unexplained, ""
			}
			if c.mismatch {
				w.dst.Gaps = append(w.dst.Gaps, Gap{Span: c.fact.Span, Kind: GapCountMismatch, Sentence: c.fact.Sentence, Fact: len(w.dst.Facts)})
			}
			if m.Doubtful {
				w.dst.Gaps = append(w.dst.Gaps, Gap{Span: c.fact.Span, Kind: GapDoubtful, Sentence: c.fact.Sentence, Fact: len(w.dst.Facts)})
			}
			c.at = len(w.dst.Facts)
			w.dst.Facts = append(w.dst.Facts, c.fact)
		}
		w.dst.Numerals = append(w.dst.Numerals, n)
	}
	w.emitPhrases(p, 1<<62)
	for i := range w.cands {
		if c := &w.cands[i]; c.of != nil && c.fact.Rule != undecided && c.of.fact.Rule != undecided && !w.hangsUnder(c.of.at, c.at) {
			w.dst.Facts[c.at].Parent = c.of.at
		}
	}
}

// emitPhrases appends the completion facts that start before the byte offset.
func (w *Worker) emitPhrases(p, before int) int {
	for p < len(w.phrases) && w.phrases[p].fact.Start < before {
		if w.phrases[p].emitted {
			w.dst.Facts = append(w.dst.Facts, w.phrases[p].fact)
		}
		p++
	}
	return p
}

// collectGaps lists what is missing or not understood in the whole report.
func (w *Worker) collectGaps() {
	for i := range w.dst.Facts {
		f := &w.dst.Facts[i]
		if f.Parent != None && w.exceeds(f, &w.dst.Facts[f.Parent]) {
			w.dst.Gaps = append(w.dst.Gaps, Gap{Span: f.Span, Kind: GapPartExceedsTotal, Sentence: f.Sentence, Fact: i})
		}
		if !f.Missing {
			continue
		}
		kind := GapMissing
		if !f.Quantity.Number.Empty() && f.Quantity.Number.Len() > 1 && isMasked(f.Quantity.Number.Of(w.report.Doc.Text)) {
			kind = GapMasked
		}
		w.dst.Gaps = append(w.dst.Gaps, Gap{Span: f.Span, Kind: kind, Sentence: f.Sentence, Fact: i})
	}
	for i := range w.dst.Numerals {
		if n := &w.dst.Numerals[i]; n.Verdict == Unexplained {
			w.dst.Gaps = append(w.dst.Gaps, Gap{Span: n.Span, Kind: GapUnexplained, Sentence: w.sentenceAt(n.Start), Fact: None})
		}
	}
	w.contradictions()
	slices.SortStableFunc(w.dst.Gaps, func(a, b Gap) int { return a.Start - b.Start })
}

// exceeds reports whether a part is larger than its total can be.
func (w *Worker) exceeds(part, total *Fact) bool {
	return part.Quantity.HasValue && total.Quantity.HasUpper && w.ex.lex.class(&part.Quantity)&ratio == 0 && part.Quantity.BaseUnit == total.Quantity.BaseUnit &&
		part.Quantity.Bound != quantity.Under && part.Quantity.Value.Cmp(total.Quantity.Upper) > 0
}

// isMasked reports whether the digits were replaced by signs.
func isMasked(number string) bool {
	for _, r := range number {
		switch r {
		case 'x', 'X', '*', '_', '×', 'Ｘ', 'ｘ', '＊', '＿', '□', '■':
			return true
		}
	}
	return false
}

// sentenceAt is the index of the sentence that holds the byte offset.
func (w *Worker) sentenceAt(offset int) int {
	s := w.report.Doc.Sentences
	lo, hi := 0, len(s)
	for lo < hi {
		if mid := (lo + hi) / 2; s[mid].End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return min(lo, len(s)-1)
}
