package extract

import "math"

// linkFacts points each mention of a figure that was given before to its first
// mention, parts to their totals and results to their targets.
func (w *Worker) linkFacts() {
	w.startRepeats()
	for i := range w.dst.Facts {
		w.link(i)
		w.dst.Facts[i].SameAs = w.repeatOf(i)
	}
}

// link points part i to its total, or the result of target i to it.
func (w *Worker) link(i int) {
	f := &w.dst.Facts[i]
	if f.Metric == w.ex.lex.metric.status || f.Missing {
		return
	}
	switch {
	case f.Basis == Part && f.Parent == None:
		f.Parent = w.parentOf(i)
	case f.Role == Target && f.Basis == Total && f.Quantity.HasValue && !f.Later:
		w.linkTarget(i)
	}
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
