package extract

import (
	"strings"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

// apply decides a candidate that stands in a table; false where it does not.
func (t *table) apply(w *Worker, c *candidate) bool {
	for t.next < len(t.cells) && t.cells[t.next].figure < c.m.First {
		t.next++
	}
	if t.next >= len(t.cells) || t.cells[t.next].figure != c.m.First || t.cells[t.next].label.Empty() {
		return false
	}
	cell := t.cells[t.next]
	if cell.known && cell.head.kind == scoreColumn {
		c.m.Reason = quantity.Score
		return true
	}
	if t.row.doc != w.report.Doc || t.rowOf != cell.label {
		t.row.lex, t.rowOf = w.ex.lex, cell.label
		t.row.loadSpan(w.report.Doc, cell.label)
	}
	if c.class == bare {
		w.takeUnit(c, w.rowUnit(t, cell))
	}
	w.decideCell(c, cell)
	return true
}

// scoreWords name rows of points, which the unit over a table does not count.
var scoreWords = []string{"总分", "得分", "分值", "评分", "权重"}

// rowUnit is the unit of a figure without one: from the column's headline, the row's label or the line over the table.
func (w *Worker) rowUnit(t *table, cell tableCell) unitNote {
	if cell.known {
		if note := w.noteIn(t.headBlock(w, cell.head.text), 0, t.head.text.Len()); note.ok {
			return note
		}
	}
	if note := w.noteIn(&t.row, 0, t.row.text.Len()); note.ok {
		return note
	}
	if t.unit.ok && hasAny(w.folded(cell.label.Of(w.report.Doc.Text)), scoreWords) {
		return unitNote{} // 总分 under 单位：万元
	}
	return t.unit
}

// headBlock analyses the headline of a column.
func (t *table) headBlock(w *Worker, span segment.Span) *block {
	if t.head.doc != w.report.Doc || t.headOf != span {
		t.head.lex, t.headOf = w.ex.lex, span
		t.head.loadSpan(w.report.Doc, span)
	}
	return &t.head
}

// decideCell asks the rules about the row's label as if the figure followed it.
func (w *Worker) decideCell(c *candidate, cell tableCell) {
	row := &w.table.row
	end := row.text.Len()
	if r := row.text.At(end - 1); r == '）' || r == ')' {
		for i := end - 1; i > 1; i-- {
			if r := row.text.At(i); r == '（' || r == '(' {
				end = i
				break
			}
		}
	}
	m := *c.m
	m.First, m.NumEnd, m.End = end, end, end
	probe := candidate{w: w, block: row, m: &m, class: c.class, left: 0, right: end, period: c.period}
	probe.fact.Rule = undecided
	probe.clauses = append(probe.clauses[:0], clause{end: end, sentence: c.sentence()})
	probe.findNoun()
	metric, rule := w.cellMetric(&probe, cell)
	if w.steps != nil {
		asked := probe
		w.record(&asked)
		if rule == tableRule {
			w.tableFirst(metric)
		}
	}
	c.fact.Metric, c.fact.Rule = metric, rule
	if rule == undecided {
		return
	}
	c.fact.Quantity = c.m.Quantity
	c.fact.Role = Actual
	if cell.known {
		switch cell.head.kind {
		case targetColumn:
			c.fact.Role = Target
		case earlierColumn:
			c.fact.Role = Reference
		}
	}
	if metric != c.lex.metric.change && metric != c.lex.metric.completion && probe.each() {
		c.fact.Basis = Each
	}
	c.fact.Label = row.text.Span(0, end)
}

func (w *Worker) cellMetric(probe *candidate, cell tableCell) (catalog.Metric, uint8) {
	l := &w.ex.lex.metric
	if cell.known && probe.class == ratio {
		switch cell.head.kind {
		case rateColumn:
			return l.completion, tableRule
		case changeColumn:
			return l.change, tableRule
		}
	}
	if cell.known && probe.class != ratio {
		over := candidate{block: w.table.headBlock(w, cell.head.text), m: probe.m, class: probe.class}
		if h, ok := over.nounIn(0, over.text.Len()); ok {
			if m, ok := over.sense(h, strongNoun); ok && m != l.projects {
				return m, tableRule
			}
		}
	}
	if cell.known && probe.class == money {
		head := w.folded(cell.head.text.Of(w.report.Doc.Text))
		switch {
		case strings.Contains(head, "预算"):
			return l.received, tableRule
		case strings.Contains(head, "执行") || strings.Contains(head, "支出") || strings.Contains(head, "投资"):
			return l.invested, tableRule
		}
	}
	if probe.class == ratio {
		label := probe.text.Span(0, probe.text.Len()).Of(probe.text.Raw)
		for _, suffix := range [...]string{"增幅", "增速", "增长率", "增长", "降幅", "下降率", "增长幅度"} {
			if strings.HasSuffix(label, suffix) {
				return l.change, tableRule
			}
		}
	}
	for i := range w.ex.rules {
		if m, ok := w.ex.rules[i].decide(probe); ok {
			return m, uint8(i)
		}
	}
	return 0, undecided
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
