package extract

import (
	"strings"

	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

// apply decides a candidate that stands in a table; false where it does not.
func (t *table) apply(w *Worker, c *candidate) bool {
	for t.next < len(t.cells) && t.cells[t.next].start < c.m.Start {
		t.next++
	}
	if t.next >= len(t.cells) || t.cells[t.next].start != c.m.Start {
		return w.inTable(c.index) && t.names(c)
	}
	place := &t.cells[t.next]
	h, r := t.headOf(place), &t.rows[place.row]
	switch {
	case place.unit:
		c.m.Reason = quantity.Specification
		return true
	case h.serial:
		c.m.Reason = quantity.ListNumber
		return true
	case h.kind == scoreColumn:
		c.m.Reason = quantity.Score
		return true
	case r.label.Empty():
		return false
	}
	w.decideCell(c, &tableFigure{candidate: c, head: *h, row: r, place: place, totalled: t.totalOf(place) != None})
	place.known, place.m = c.fact.Rule != undecided, c.fact.Metric
	c.cell = t.next + 1
	return true
}

// names takes what stands in no cell of figures for no count: a lost number in
// a headline (占比%), a numeral that opens a name (二队, 九里乡).
func (t *table) names(c *candidate) bool {
	at := t.grid.cellAt(c.m.Start)
	opens := at < len(t.grid.cells) && t.grid.cells[at].kind == wordCell && t.grid.cells[at].Start == c.m.Start
	switch r := t.rowAt(c.m.Start); {
	case r == nil && c.fact.Missing:
		c.m.Reason = quantity.Specification
	case r != nil && !c.m.Arabic && opens:
		c.m.Reason = quantity.Name
	default:
		return false
	}
	return true
}

// headOf is the headline over a cell, an empty one where it has none.
func (t *table) headOf(c *cell) *head {
	if c.head == None {
		return &head{}
	}
	return &t.heads[c.head]
}

// tableFigure is a figure of a table on its way to become a fact.
type tableFigure struct {
	*candidate
	head     head
	row      *row
	place    *cell
	totalled bool // a total stands beside it
	byHead   bool // the headline of its column names what it counts
}

// decideCell gives a figure of a table its unit, metric and attributes.
func (w *Worker) decideCell(c *candidate, f *tableFigure) {
	f.swapAxes()
	if c.class == bare {
		w.takeUnit(c, f.unitOf(w))
	}
	if c.class == bare {
		c.class = f.impliedClass()
	}
	metric, rule := f.metric()
	if c.fact.Metric, c.fact.Rule = metric, rule; rule == undecided {
		return
	}
	c.fact.Quantity = c.m.Quantity
	c.fact.Role = f.role()
	c.fact.Basis = f.basis()
	c.fact.Label = f.label()
}

// swapAxes reads the table whose rows are 计划 and 完成 and whose columns are things.
func (f *tableFigure) swapAxes() {
	if f.head.kind != plainColumn || f.head.whole.Empty() || f.row.label.Len() > len("年度目标任务") {
		return
	}
	label := f.w.folded(f.row.label.Of(f.doc.Text))
	if kind, ok := f.w.kindOf(label); ok && !strings.HasSuffix(label, "投资") {
		f.head.kind, f.row.kind = kind, placeRow
	}
}

// unitOf is the unit of a figure without one: from the row's cell of units,
// the column's headline, the row's label or the line over the table.
func (f *tableFigure) unitOf(w *Worker) unitNote {
	if f.row.unit.ok && (f.head.kind != rateColumn && f.head.kind != changeColumn) {
		return f.row.unit
	}
	for _, span := range [...]segment.Span{f.head.whole, f.head.over} {
		if span.Empty() {
			continue
		}
		b := w.table.analyse(w, span)
		if note := w.noteIn(b, 0, b.text.Len()); note.ok {
			return note
		}
		if last := b.text.Len() - 1; b.text.At(last) == '%' { // 占计划%
			if spell, exp, _, ok := w.ex.lex.quantity.UnitNote(&b.text, last); ok {
				return unitNote{spell, exp, true}
			}
		}
	}
	if f.head.kind == rateColumn || f.head.kind == changeColumn {
		return unitNote{}
	}
	b := w.table.analyse(w, f.row.label)
	if note := w.noteIn(b, 0, b.text.Len()); note.ok {
		return note
	}
	if f.counted() {
		return unitNote{}
	}
	return w.table.unit
}

// scoreWords name rows of points, which the unit over a table does not count.
var scoreWords = []string{"总分", "得分", "分值", "评分", "权重"}

// counted reports whether the unit over the table is not the figure's: points, persons, sessions.
func (f *tableFigure) counted() bool {
	return hasAny(f.w.folded(f.row.label.Of(f.doc.Text)), scoreWords) || f.impliedClass()&(bare|money) == 0
}

// impliedClass is the class of unit that the last word of a headline or label speaks of.
func (f *tableFigure) impliedClass() classSet {
	for _, span := range [...]segment.Span{f.head.text, f.row.label, f.below()} {
		text := f.w.folded(withoutUnit(f.doc.Text, span).Of(f.doc.Text))
		for _, g := range impliedClasses {
			for _, end := range g.ends {
				if strings.HasSuffix(text, end) {
					return g.class
				}
			}
		}
	}
	return bare
}

// below is the headline itself where another over it gives the words.
func (f *tableFigure) below() segment.Span {
	if f.head.over.Empty() {
		return segment.Span{}
	}
	return f.head.whole
}

var impliedClasses = []struct {
	class classSet
	ends  []string
}{
	{session, []string{"场次", "场数", "次数", "期数", "班次", "批次", "班数"}},
	{people, []string{"人数", "人次"}},
	{household, []string{"户数"}},
	{money, []string{"金额", "资金", "经费", "投资", "费"}},
}

// analyse analyses the label of a row or the headline of a column.
func (t *table) analyse(w *Worker, span segment.Span) *block {
	if t.named.doc != w.report.Doc || t.namedOf != span {
		t.named.lex, t.namedOf = w.ex.lex, span
		t.named.loadSpan(w.report.Doc, span)
	}
	return &t.named
}

// probe is the figure as if it followed the words of a label or headline; the
// next call writes over it.
func (f *tableFigure) probe(span segment.Span) *candidate {
	b := f.w.table.analyse(f.w, withoutUnit(f.doc.Text, span))
	m, p := &f.w.table.probedMention, &f.w.table.probed
	*m = *f.m
	m.First, m.NumEnd, m.End = b.text.Len(), b.text.Len(), b.text.Len()
	*p = candidate{w: f.w, block: b, m: m, class: f.class, right: m.End, period: f.period}
	p.fact.Rule = undecided
	p.clauses = append(p.clauses[:0], clause{end: m.End, sentence: f.sentence()})
	p.findNoun()
	return p
}

func (f *tableFigure) role() Role {
	switch f.head.kind {
	case targetColumn:
		return Target
	case earlierColumn:
		return Reference
	}
	return Actual
}

// basis is part beside a total, each where the label or the headline is a mean.
func (f *tableFigure) basis() Basis {
	l := &f.lex.metric
	switch m := f.fact.Metric; {
	case m == l.change, m == l.completion:
		return Total
	case f.probe(f.row.label).each(), !f.head.text.Empty() && f.probe(f.head.text).each():
		return Each
	case f.totalled && f.class != ratio:
		return Part
	}
	return Total
}

// label is the noun in the headline or the row's label that names what is counted.
func (f *tableFigure) label() segment.Span {
	span := f.row.label
	if (f.byHead || !f.w.namesNothing(&f.head)) && (f.row.kind != kindRow || !f.head.known) {
		span = f.head.text
	}
	p := f.probe(span)
	start, end := 0, p.text.Len()
	if f.class != ratio && f.class&session == 0 && f.fact.Metric != f.lex.metric.completion {
		start = p.leadingVerbs(0, end)
	}
	switch p.text.At(start) {
	case '及', '和', '与', '、', '对': // 新建及改建农村道路, 服务对象
		start = 0
	}
	return p.text.Span(start, end)
}

// noteIn finds a unit given for figures without one: （万元）, 单位：公里.
func (w *Worker) noteIn(b *block, from, to int) unitNote {
	note := unitNote{}
	for i := from; i < to; i++ {
		r := b.text.At(i)
		open := r == '（' || r == '('
		named := r == '：' && i >= 2 && b.text.At(i-1) == '位' && b.text.At(i-2) == '单' || r == ':' && i >= 2 && b.text.At(i-1) == '位'
		if !open && !named {
			continue
		}
		spell, exp, end, ok := w.ex.lex.quantity.UnitNote(&b.text, i+1)
		if ok && strings.ContainsRune("、，,/／和及", rune(b.text.At(end))) {
			continue // 单位：人次、万元 does not say which is whose
		}
		if ok && (named || b.text.At(end) == '）' || b.text.At(end) == ')') {
			note = unitNote{spell, exp, true}
		}
	}
	return note
}

// headerUnit gives a figure without a unit the one that a bracket before it
// names for the whole line: 支出明细（万元）：培训费14.6；活动费18.25.
func (w *Worker) headerUnit(c *candidate) {
	b := c.block
	from := c.m.First
	for from > max(0, c.m.First-reach) {
		r := b.text.At(from - 1)
		if r == '。' || r == '\n' {
			break
		}
		from--
	}
	colon := false
	for i := c.m.First - 1; i >= from; i-- {
		r := b.text.At(i)
		colon = colon || r == '：' || r == ':'
		if (r == '（' || r == '(') && colon {
			if note := w.noteIn(b, i, c.m.First); note.ok {
				w.takeUnit(c, note)
			}
			return
		}
	}
}

// takeUnit makes the figure count in the unit of the note.
func (w *Worker) takeUnit(c *candidate, note unitNote) {
	if note.ok && w.ex.lex.quantity.Apply(&c.m.Quantity, note.spell, note.exp) {
		c.class = c.lex.class(&c.m.Quantity)
	}
}
