package extract

import (
	"math"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
)

// linkRepeats points each mention of a figure that was given before to its
// first mention, parts to their totals and results to their targets.
func (w *Worker) linkRepeats() {
	if w.seen == nil {
		w.seen = map[mentionKey]int{}
	}
	clear(w.seen)
	for i := range w.dst.Facts {
		w.link(i)
	}
}

// link points fact i to its total or first mention, or its result to it.
func (w *Worker) link(i int) {
	f := &w.dst.Facts[i]
	if f.Metric == w.ex.lex.metric.status || f.Missing {
		return
	}
	switch {
	case f.Basis == Part && f.Parent == None:
		f.Parent = w.parentOf(i)
	case f.Role == Actual && f.Basis == Total:
		f.SameAs = w.repeatOf(i)
	case f.Role == Target && f.Basis == Total && f.Quantity.HasValue && !f.Later:
		w.linkTarget(i)
	}
}

// parentOf is the nearest total before a part that is large enough to hold it,
// in the same metric and unit; where none is, the nearest, which then is a gap.
func (w *Worker) parentOf(i int) int {
	f := &w.dst.Facts[i]
	nearest := None
	for k := i - 1; k >= max(0, i-maxMembers) && f.Sentence-w.dst.Facts[k].Sentence <= 1; k-- {
		t := &w.dst.Facts[k]
		if t.Basis == Part || t.Metric != f.Metric || t.Quantity.BaseUnit != f.Quantity.BaseUnit || !t.Quantity.HasValue {
			continue
		}
		if !f.Quantity.HasValue || f.Quantity.BaseValue.Cmp(t.Quantity.BaseValue) <= 0 {
			return k
		}
		if nearest == None {
			nearest = k
		}
	}
	return nearest
}

// mentionKey is what two mentions of the same figure share.
type mentionKey struct {
	metric catalog.Metric
	value  quantity.Decimal // in base units
	unit   string           // the base unit
	label  string           // its last two characters, which name the thing: 接待读者, 读者
}

// repeatOf is the first mention of the same figure in another sentence: the
// same metric, value, unit and head of the label. Events may well have the same small or
// round number (春节放映10场, 国庆放映10场), so the value must be a telling one.
func (w *Worker) repeatOf(i int) int {
	f := &w.dst.Facts[i]
	if f.Label.Empty() || !f.Quantity.HasValue || !telling(f.Quantity.BaseValue) {
		return None
	}
	key := mentionKey{f.Metric, f.Quantity.BaseValue, f.Quantity.BaseUnit, lastTwo(f.Label.Of(w.report.Doc.Text))}
	first, ok := w.seen[key]
	if !ok {
		w.seen[key] = i
		return None
	}
	if g := &w.dst.Facts[first]; g.Sentence == f.Sentence || g.Period != f.Period && g.Period != "" && f.Period != "" ||
		g.Quantity.Bound != f.Quantity.Bound || g.Quantity.HasHigh != f.Quantity.HasHigh {
		return None
	}
	return first
}

// lastTwo is the last two characters of s.
func lastTwo(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	_, m := utf8.DecodeLastRuneInString(s[:len(s)-n])
	return s[len(s)-n-m:]
}

// telling reports whether a value has three figures that count, so that two
// events hardly share it by chance.
func telling(d quantity.Decimal) bool {
	coef, _ := d.Parts()
	for coef != 0 && coef%10 == 0 {
		coef /= 10
	}
	return coef >= 100 || coef <= -100
}

// linkTarget links target i to the result that answers it: the figure before it
// where a share follows (完成368批次，占任务1500批次的24.5%), else the first one
// after it with the same metric, unit and label. A share that stands with them
// must agree.
func (w *Worker) linkTarget(i int) {
	facts := w.dst.Facts
	if i+1 < len(facts) && facts[i+1].Metric == w.ex.lex.metric.completion && facts[i+1].Sentence == facts[i].Sentence {
		for k := i - 1; k >= max(0, i-3); k-- {
			if w.answers(k, i) && w.agrees(k, i, i+1) {
				facts[k].TargetOf = i
				return
			}
		}
	}
	label := facts[i].Label.Of(w.report.Doc.Text)
	for k := i + 1; k < min(len(facts), i+4); k++ {
		if w.answers(k, i) && facts[k].Label.Of(w.report.Doc.Text) == label && w.agrees(k, i, k+1) {
			facts[k].TargetOf = i
			return
		}
	}
}

// answers reports whether fact k may be a result of target i.
func (w *Worker) answers(k, i int) bool {
	f, t := &w.dst.Facts[k], &w.dst.Facts[i]
	return f.Role == Actual && f.Basis == Total && f.TargetOf == None && f.Quantity.HasValue && f.Metric == t.Metric &&
		f.Quantity.BaseUnit == t.Quantity.BaseUnit && max(f.Sentence-t.Sentence, t.Sentence-f.Sentence) <= 1
}

// agrees reports whether the share of the plan given at or after fact from, if
// there is one near, is that of result k in target i, to one and a half points.
func (w *Worker) agrees(k, i, from int) bool {
	facts := w.dst.Facts
	for n := from; n < min(len(facts), from+2); n++ {
		if facts[n].Metric != w.ex.lex.metric.completion || facts[n].Sentence != facts[k].Sentence || !facts[n].Quantity.HasValue {
			continue
		}
		aim := facts[i].Quantity.Value.Float64()
		share := 100 * facts[k].Quantity.Value.Float64() / aim
		return aim != 0 && math.Abs(share-facts[n].Quantity.Value.Float64()) <= 1.5
	}
	return true
}
