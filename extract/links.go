package extract

// linkRepeats points each mention of a figure that was given before to its
// first mention, parts to their totals and results to their targets.
func (w *Worker) linkRepeats() {
	facts := w.dst.Facts
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
	for k := i - 1; k >= 0 && f.Sentence-w.dst.Facts[k].Sentence <= 1; k-- {
		t := &w.dst.Facts[k]
		if t.Basis != Part && t.Metric == f.Metric && t.Quantity.BaseUnit == f.Quantity.BaseUnit && t.Quantity.HasValue {
			return k
		}
	}
	return None
}

// repeatOf is the first mention of the same figure: same metric, value, unit and label.
func (w *Worker) repeatOf(i int) int {
	f := &w.dst.Facts[i]
	text := w.report.Doc.Text
	for k := range w.dst.Facts[:i] {
		t := &w.dst.Facts[k]
		if t.Metric == f.Metric && t.Role == Actual && t.Basis == Total && t.Quantity.Value == f.Quantity.Value && t.SameAs == None &&
			t.Quantity.BaseUnit == f.Quantity.BaseUnit && t.Quantity.HasValue && !t.Label.Empty() && t.Label.Of(text) == f.Label.Of(text) && t.Sentence != f.Sentence {
			return k
		}
	}
	return None
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
