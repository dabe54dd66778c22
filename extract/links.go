package extract

import (
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
)

// linkRepeats points each mention of a figure that was given before to its
// first mention, parts to their totals and results to their targets.
func (w *Worker) linkRepeats() {
	facts := w.dst.Facts
	if w.seen == nil {
		w.seen = map[mentionKey]int{}
	}
	clear(w.seen)
	for i := range facts {
		f := &facts[i]
		if f.Metric == w.ex.lex.metric.status || f.Missing {
			continue
		}
		switch {
		case f.Basis == Part:
			f.Parent = w.parentOf(i)
		case f.Role == Actual && f.Basis == Total:
			f.SameAs = w.repeatOf(i)
			f.TargetOf = w.targetOf(i)
		}
	}
}

// parentOf is the nearest total before a part that is large enough to hold it, in the same metric and unit.
func (w *Worker) parentOf(i int) int {
	f := &w.dst.Facts[i]
	for k := i - 1; k >= max(0, i-maxMembers) && f.Sentence-w.dst.Facts[k].Sentence <= 1; k-- {
		t := &w.dst.Facts[k]
		if t.Basis != Part && t.Metric == f.Metric && t.Quantity.BaseUnit == f.Quantity.BaseUnit && t.Quantity.HasValue {
			return k
		}
	}
	return None
}

// mentionKey is what two mentions of the same figure share.
type mentionKey struct {
	metric catalog.Metric
	value  quantity.Decimal
	unit   string
	label  string
}

// repeatOf is the first mention of the same figure in another sentence: same metric, value, unit and label.
func (w *Worker) repeatOf(i int) int {
	f := &w.dst.Facts[i]
	if f.Label.Empty() || !f.Quantity.HasValue {
		return None
	}
	key := mentionKey{f.Metric, f.Quantity.Value, f.Quantity.BaseUnit, f.Label.Of(w.report.Doc.Text)}
	first, ok := w.seen[key]
	if !ok {
		w.seen[key] = i
		return None
	}
	if w.dst.Facts[first].Sentence == f.Sentence {
		return None
	}
	return first
}

// targetOf is the target that stands just before a result of the same metric, unit and label.
func (w *Worker) targetOf(i int) int {
	f := &w.dst.Facts[i]
	text := w.report.Doc.Text
	for k := i - 1; k >= 0 && k >= i-3 && f.Sentence-w.dst.Facts[k].Sentence <= 1; k-- {
		t := &w.dst.Facts[k]
		if t.Role == Target && t.Metric == f.Metric && t.Quantity.BaseUnit == f.Quantity.BaseUnit && t.Label.Of(text) == f.Label.Of(text) {
			return k
		}
	}
	return None
}
