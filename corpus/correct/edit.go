package correct

import (
	"strings"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

// edit is what a row says of a fact, field by field.
type edit struct {
	metric      cell[catalog.Metric]
	value, high cell[quantity.Decimal]
	unit        cell[unit]
	bound       cell[quantity.Bound]
	role        cell[extract.Role]
	basis       cell[extract.Basis]
	status      cell[extract.Status]
	time        cell[extract.Time]
	label       cell[string]
	missing     cell[bool]
}

// apply makes f what the row says; where that cannot be, why is the reason and
// f is of no use.
func (e *edit) apply(f *extract.Fact, lexicon *quantity.Lexicon, doc *segment.Document) (why *message) {
	f.Rule = extract.CorrectionRule
	put(&f.Metric, e.metric)
	put(&f.Status, e.status)
	put(&f.Time, e.time)
	put(&f.Role, e.role)
	if e.role.set && f.Role != extract.Target && f.Later { // no plan for a later period then
		f.Later, f.Period = false, ""
	}
	put(&f.Basis, e.basis)
	if e.basis.set && f.Basis != extract.Part {
		f.Parent = extract.None
	}
	if why := e.applyNumber(f, lexicon); why != nil {
		return why
	}
	return e.applyLabel(f, doc)
}

func put[T any](field *T, c cell[T]) {
	if c.given() {
		*field = c.value // the zero value of a cell that clears
	}
}

// applyNumber sets value, high end, unit and bound, and what follows from them.
func (e *edit) applyNumber(f *extract.Fact, lexicon *quantity.Lexicon) *message {
	q := &f.Quantity
	closed := q.Bound == quantity.Over && q.HasUpper
	put(&q.Value, e.value)
	put(&q.High, e.high)
	if e.value.given() {
		f.Missing, q.HasValue = false, e.value.set
	}
	if e.high.given() {
		q.HasHigh = e.high.set
	}
	if e.missing.set {
		f.Missing, q.HasValue, q.Value = true, false, quantity.Decimal{}
	}
	if !q.HasValue && !e.high.set {
		q.High, q.HasHigh = quantity.Decimal{}, false
	}
	switch {
	case e.unit.set:
		q.UnitID, q.Unit = e.unit.value.id, e.unit.value.name
	case e.unit.clear:
		q.UnitID, q.Unit = quantity.NoUnit, ""
	}
	if why := e.applyBound(q); why != nil {
		return why
	}
	if e.value.given() || e.high.given() || e.missing.set || e.bound.set {
		q.Claim(closed)
	}
	if e.value.given() || e.missing.set || e.unit.given() {
		lexicon.SetBase(q)
	}
	return nil
}

// applyBound sets the bound; where the row names none it follows from the high end.
func (e *edit) applyBound(q *quantity.Quantity) *message {
	put(&q.Bound, e.bound)
	switch {
	case q.HasHigh && !q.HasValue:
		return because("没有 value 就没有 high，请同时填 value", "there is no high without a value; give both")
	case q.HasHigh && !ordered(q.Value, q.High):
		return because("value 不低于原有的 high（%s）；请同时改 high，或用 - 清空它", "value is not below the high that is there (%s); change high too, or empty it with -", q.High)
	case q.HasHigh && !hasHigh(q.Bound) && e.bound.set:
		return because("数据有 high（%s），只能是 range 或 about；请用 - 清空 high", "the fact has a high (%s) and so is range or about; empty high with -", q.High)
	case q.HasHigh && !hasHigh(q.Bound):
		q.Bound = quantity.Range
	case !q.HasHigh && q.Bound == quantity.Range && e.bound.set:
		return because("range 需要 high", "range needs high")
	case !q.HasHigh && q.Bound == quantity.Range:
		q.Bound = quantity.Exact
	}
	return nil
}

// applyLabel finds the label in the fact's sentence, else in the report, at the
// place nearest to the fact: a label is words of the text.
func (e *edit) applyLabel(f *extract.Fact, doc *segment.Document) *message {
	if e.label.clear {
		f.Label = segment.Span{}
	}
	if !e.label.set {
		return nil
	}
	for _, s := range doc.Sentences {
		if s.Contains(f.Span) {
			if label, ok := nearest(doc.Text, s.Span, f.Start, e.label.value); ok {
				f.Label = label
				return nil
			}
		}
	}
	label, ok := nearest(doc.Text, doc.Span, f.Start, e.label.value)
	if !ok {
		return because("报告的正文里没有“%s”；label 须照抄原文中的词语", "the text of the report does not have %q; label is words of the text", e.label.value)
	}
	f.Label = label
	return nil
}

// nearest finds word in the part of text, at the place closest to the byte offset.
func nearest(text string, part segment.Span, at int, word string) (best segment.Span, ok bool) {
	for i := part.Start; ; {
		k := strings.Index(text[i:part.End], word)
		if k < 0 {
			return best, ok
		}
		i += k
		if ok && abs(i-at) >= abs(best.Start-at) {
			return best, ok
		}
		best, ok = segment.Span{Start: i, End: i + len(word)}, true
		i += len(word)
	}
}

func abs(n int) int { return max(n, -n) }

func because(zh, en string, args ...any) *message {
	m := sayf(zh, en, args...)
	return &m
}
