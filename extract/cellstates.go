package extract

import (
	"strings"

	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

// findCellStates finds the cells of a line that say how far the row's item
// has come: 已完工, 正在施工, 未开工.
func (w *Worker) findCellStates() {
	t, b := &w.table, &w.block
	span := b.doc.Blocks[b.index].Span
	for k := t.grid.cellAt(span.Start); k < len(t.grid.cells) && t.grid.cells[k].Start < span.End; k++ {
		c := &t.grid.cells[k]
		r := t.rowAt(c.Start)
		if c.kind == emptyCell || r == nil || r.label.Empty() || r.total || r.label.Start < c.End && c.Start < r.label.End {
			continue
		}
		from, to := b.text.Index(c.Start), b.text.Index(c.End)
		found := len(w.phrases)
		for k := max(b.clauseOf(from), 0); k < len(b.clauses) && b.clauses[k].start < to; k++ {
			if p, ok := w.cellState(k, max(from, b.clauses[k].start), to); ok {
				w.stateRow(&p, r)
			}
		}
		if len(w.phrases) > found+1 {
			r.status = NoStatus // 1所完工，1所在建
		}
	}
}

// stateRow says a state of the item that a row names.
func (w *Worker) stateRow(p *phrase, r *row) {
	b := &w.block
	p.label, p.emitted = withoutUnit(b.doc.Text, r.label), true
	r.status = p.status
	w.stateLabel(p, r)
	p.fact = Fact{Span: b.text.Span(p.start, p.end), Metric: b.lex.metric.status, Status: p.status, Rule: stateRule,
		Sentence: b.clauses[p.clause].sentence, Section: w.scopes[b.index].section, SameAs: None, Parent: None, TargetOf: None}
	p.fact.Quantity.UnitID = quantity.NoUnit
	w.phrases = append(w.phrases, *p)
	for i := range w.cands {
		if c := &w.cands[i]; c.m.End == p.start && c.takesStatus() {
			c.fact.Status = p.status // 1所|完工
		}
	}
}

// stateLabel gives the state to a figure inside the row's label, which then
// names the item: 建设城市书房3座.
func (w *Worker) stateLabel(p *phrase, r *row) {
	text := &w.block.text
	if r.label.Start < text.Off[0] {
		return // on a line of its own
	}
	inside := w.candidatesIn(text.Index(r.label.Start), text.Index(r.label.End))
	for i := range inside {
		if c := &inside[i]; c.takesStatus() {
			c.fact.Status = p.status
			if !c.fact.Label.Empty() {
				p.label = c.fact.Label
			}
		}
	}
}

// cellState is the state that a clause of the cell [from, to) ends with, or says alone.
func (w *Worker) cellState(k, from, to int) (phrase, bool) {
	b := &w.block
	end := b.clauses[k].end
	limit := min(end, to)
	if from >= limit {
		return phrase{}, false // between two clauses
	}
	b.clauses[k].end = limit
	defer func() { b.clauses[k].end = end }()
	for i := from; i < limit; i++ {
		if p, ok := b.phraseAt(i, k); ok && p.end == limit {
			return p, true
		}
	}
	if status, ok := plainStates[w.folded(b.text.Span(from, limit).Of(b.doc.Text))]; ok {
		return phrase{start: from, end: limit, clause: k, status: status}, true
	}
	return phrase{}, false
}

// plainStates are words that state something only where a cell holds nothing else.
var plainStates = func() map[string]Status {
	m := map[string]Status{}
	for status, words := range map[Status]string{
		Done:    "完成 完工 竣工 建成 办结 交付 投用 上线 验收 通车 全部完成 全部完工",
		Ongoing: "进行中 施工中 建设中 推进中 实施中 办理中 整改中 调试中 开工 动工 施工 推进",
		Undone:  "未完成 未完工 未开工 未启动 未实施 未建成 未上线 未开始 未竣工 未动工 未验收 未办结 未建 暂缓 停工",
	} {
		for word := range strings.FieldsSeq(words) {
			m[word] = status
		}
	}
	return m
}()

// cellAt is the first cell that ends behind the byte offset.
func (g *grid) cellAt(offset int) int {
	lo, hi := 0, len(g.cells)
	for lo < hi {
		if mid := (lo + hi) / 2; g.cells[mid].End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// inTable reports whether block i is a line of a table.
func (w *Worker) inTable(i int) bool { return w.report.Doc.Blocks[i].Kind == segment.Table }
