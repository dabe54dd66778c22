package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

// metric asks, in this order: what kind of column it is, what its headline
// counts, what the row is, and what the table is about.
func (f *tableFigure) metric() (catalog.Metric, uint8) {
	l := &f.lex.metric
	f.byHead = (f.row.kind == placeRow || f.row.kind == kindRow) && !f.head.text.Empty()
	switch {
	case f.head.kind == rateColumn && f.class&(ratio|bare) != 0:
		return f.decided(l.completion)
	case f.head.kind == changeColumn:
		return f.decided(l.change)
	}
	if is(f.w.folded(f.head.text.Of(f.doc.Text)), populations) {
		return f.decided(l.other)
	}
	if m, ok := f.budget(); ok {
		return f.decided(m)
	}
	if m, ok := f.named(); ok {
		f.byHead = true
		return f.decided(m)
	}
	if m, ok := f.w.table.likeParts(f.place); ok {
		return f.decided(m)
	}
	if m, rule := f.ask(); rule != undecided {
		return m, rule
	}
	if f.head.known {
		return l.other, tableRule
	}
	return 0, undecided
}

// populations are headlines over people who only live in a place.
var populations = []string{"人口", "总人口", "人口数", "常住人口", "户籍人口", "农业人口"}

// decided records that the columns decided.
func (f *tableFigure) decided(m catalog.Metric) (catalog.Metric, uint8) {
	if f.w.steps != nil {
		f.w.record(f.probe(f.row.label))
		f.w.tableFirst(m)
	}
	return m, tableRule
}

// named is the metric of the thing that the headline of the column names.
func (f *tableFigure) named() (catalog.Metric, bool) {
	if f.head.text.Empty() || f.class == ratio && !f.byHead {
		return 0, false
	}
	p := f.probe(f.head.text)
	m, strong := p.nounMetric(strongNoun)
	_, _, acts := p.evidence(0, p.text.Len(), verb)
	tells := strong && m != f.lex.metric.projects
	if !tells && !(f.class == money && acts) {
		return 0, false
	}
	for i := range f.w.ex.rules[:topicRule] {
		if m, ok := f.w.ex.rules[i].decide(p); ok {
			return m, true
		}
	}
	return m, tells
}

// budget is the metric of a sum in a table of a budget: what was planned is
// obtained, what was carried out is spent or paid out.
func (f *tableFigure) budget() (catalog.Metric, bool) {
	if f.class != money {
		return 0, false
	}
	head := f.w.folded(f.head.text.Of(f.doc.Text))
	switch {
	case strings.Contains(head, "预算"), strings.Contains(head, "批复"), f.head.source:
		return f.lex.metric.received, true
	case strings.Contains(head, "执行"), strings.Contains(head, "支出"):
		return f.lex.metric.invested, true
	case strings.Contains(head, "资助"), strings.Contains(head, "发放"), strings.Contains(head, "拨付"), strings.Contains(head, "兑付"):
		return f.lex.metric.disbursed, true
	}
	return 0, false
}

// ask asks the rules about the words that name the figure, and between those
// that the words decide and those that guess, what the table is about.
func (f *tableFigure) ask() (catalog.Metric, uint8) {
	span := f.row.label
	if f.byHead {
		span = f.head.text
	}
	p := f.probe(span)
	if f.w.steps != nil {
		asked := *p
		f.w.record(&asked)
	}
	m, strong := p.nounMetric(strongNoun)
	ask := topicRule
	if f.byHead && strong && m == f.lex.metric.projects {
		ask = 0 // 项目 over a column says less than the table's title: 非遗名录
	}
	for i := range f.w.ex.rules {
		if i == ask {
			if m, ok := f.about(p.class); ok {
				if f.w.steps != nil {
					f.w.tableFirst(m)
				}
				return m, tableRule
			}
			p = f.probe(span) // the subject was analysed in its place
		}
		if m, ok := f.w.ex.rules[i].decide(p); ok {
			return m, uint8(i)
		}
	}
	return 0, undecided
}

// topicRule is the place in the list of the first rule that looks beyond the
// figure's own words.
var topicRule = func() int {
	for i := range rules {
		if rules[i].ID == "topic" {
			return i
		}
	}
	return len(rules)
}()

var noMention quantity.Mention

// about is what a table of figures of the class is about: what the line over
// it, the headlines above that or the title speaks of.
func (f *tableFigure) about(class classSet) (catalog.Metric, bool) {
	doc := f.w.report.Doc
	if k := f.w.table.caption; k != None {
		b := &doc.Blocks[k]
		if m, ok := f.w.spokenIn(doc.Sentences[b.EndSentence-1].Span, class); ok {
			return m, true
		}
	}
	for s := f.w.scopes[f.w.block.index].section; s >= 0; s = doc.Blocks[s].Parent {
		if m, ok := f.w.spokenIn(doc.Blocks[s].Span, class); ok {
			return m, true
		}
	}
	return f.w.spokenIn(doc.Blocks[0].Span, class)
}

// spokenIn is the metric that a headline or caption points to for a class of unit.
func (w *Worker) spokenIn(span segment.Span, class classSet) (catalog.Metric, bool) {
	b := w.table.analyse(w, lastOf(w.report.Doc.Text, span))
	p := candidate{w: w, block: b, class: class, m: &noMention}
	l := &w.ex.lex.metric
	for _, h := range b.allHits() {
		if m, ok := p.sense(h, strongNoun); ok && class == session && l.isEvent(m) {
			return m, true // 农村电影放映督查通报
		}
	}
	if h, ok := p.nounIn(0, b.text.Len()); ok {
		if m, ok := p.sense(h, strongNoun); ok && m != l.projects && m != l.places && m != l.other {
			return m, true
		}
	}
	_, m, ok := p.evidence(0, b.text.Len(), verb)
	return m, ok && m != l.change && m != l.projects
}

// lastOf is the end of a span that is too long for a headline.
func lastOf(raw string, span segment.Span) segment.Span {
	const most = 180 // bytes
	if span.Len() <= most {
		return span
	}
	for span.Start = span.End - most; !utf8.RuneStart(raw[span.Start]); span.Start++ {
	}
	return span
}
