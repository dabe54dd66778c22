package extract

import (
	"strings"

	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

// admit decides whether the phrase is a report of completion with a subject of its own, and makes its fact.
func (w *Worker) admit(p *phrase) bool {
	b := &w.block
	c := &b.clauses[p.clause]
	start := max(c.start, b.lead, p.start-reach)
	if _, hope := b.cueIn(start, p.start, cuePlan); hope {
		return false
	}
	switch b.text.At(p.start - 1) {
	case '的':
		if p.status == Done || !b.predicate(p) { // 石磨村的正在打地坪
			return false
		}
	case '在':
		if b.text.At(p.start-2) != '现' { // 到现在没动工
			return false
		}
	case '和', '与', '及', '到', '于', '被':
		return false
	}
	if b.modifier(p) {
		return false
	}
	if b.locative(p) || b.onlyCause(p) {
		return false
	}
	switch b.text.At(p.end) {
	case '率', '量', '额', '面', '比', '数':
		return false
	}
	if k := b.mentionAt(p.start) - 1; p.money && k >= 0 && b.mentions[k].End == p.start && b.lex.class(&b.mentions[k].Quantity) == money {
		return false // 按每人每月900元足额发放
	}
	c2 := w.numberAfter(p)
	if c2 != nil && (c2.class == ratio || c2.class == money) {
		return false
	}
	p.before = c2 != nil
	if w.planned(p.start) && !p.before || w.datedLater(p) {
		return false
	}
	if !p.before && !b.predicate(p) {
		return false
	}
	p.subject = b.subjectStart(start, p.start)
	if p.loose && !w.figureIn(b.sentenceStart(p.clause), p.start) && !b.workNamed(p) {
		return false
	}
	p.emitted = p.before || w.hasSubject(p)
	p.fact = Fact{Span: b.text.Span(p.start, p.end), Metric: b.lex.metric.status, Status: p.status, Rule: stateRule,
		Sentence: c.sentence, Section: w.scopes[b.index].section, SameAs: None, Parent: None, TargetOf: None}
	p.fact.Quantity.UnitID = quantity.NoUnit
	return true
}

// workNamed reports whether a work is named in the sentence before the phrase: 李氏宗祠修复工程因设计变更，尚未发包.
func (b *block) workNamed(p *phrase) bool {
	for i := max(b.sentenceStart(p.clause), p.start-reach) + 2; i < p.start; i++ {
		switch x, y := b.text.At(i-1), b.text.At(i); {
		case x == '工' && y == '程', x == '项' && y == '目', x == '改' && y == '造', x == '装' && y == '修':
			return true
		}
	}
	return false
}

// datedLater reports whether a date after the report's period stands before the phrase.
func (w *Worker) datedLater(p *phrase) bool {
	b := &w.block
	from, to := b.text.Off[max(b.clauses[p.clause].start, p.start-reach/8)], b.text.Off[p.end]
	for i := range w.times {
		if t := &w.times[i]; t.Start >= from && t.End <= to && after(t.Period, w.report.Period) {
			return true
		}
	}
	return false
}

// locative tells 投入到设施建设中 from 正在建设中.
func (b *block) locative(p *phrase) bool {
	if b.text.At(p.end-1) != '中' {
		return false
	}
	for i := max(b.sentenceStart(p.clause), p.start-reach); i < p.start; i++ {
		if r := b.text.At(i); r == '到' || r == '在' || r == '于' || r == '从' {
			return true
		}
	}
	return false
}

// onlyCause tells a state that only gives the reason for the one after it: 因资金未到位，尚未开工.
func (b *block) onlyCause(p *phrase) bool {
	c := &b.clauses[p.clause]
	if b.causeStart(max(c.start, p.start-reach), p.start) == p.start || p.status != Undone || p.clause+1 >= len(b.clauses) || b.clauses[p.clause+1].sentence != c.sentence {
		return false
	}
	next := b.clauses[p.clause+1]
	n, v := b.lex.states.Longest(b.text.R[next.start:next.end])
	return n > 0 && state(v)&(stateUndone|stateOngoing) != 0
}

// modifier tells 检查在建工地30处, where the state belongs to the noun, from 在建8座.
func (b *block) modifier(p *phrase) bool {
	if b.text.At(p.start) != '在' || p.end-p.start != 2 || !b.isHan(p.end) {
		return false
	}
	hits := b.hitsIn(max(b.clauses[p.clause].start, p.start-reach), p.start)
	return len(hits) > 0 && hits[len(hits)-1].end == p.start && b.cues(hits[len(hits)-1])&cueAction != 0
}

// predicate reports whether the phrase ends its clause, and so says something of a subject.
func (b *block) predicate(p *phrase) bool {
	end := b.clauses[p.clause].end
	if p.end >= end {
		return true
	}
	if p.money && end-p.end <= 3 && p.all && !b.numberAt(end) {
		return true // 已全部下达|市县
	}
	switch b.text.At(p.end) {
	case '并', '，', '。', '；', '）', ')', '但', '、', ',', ';', '.':
		return true
	}
	return false
}

// subjectStart skips the words of time and manner that open a clause.
func (b *block) subjectStart(from, to int) int {
	for _, h := range b.hitsIn(from, to) {
		if h.start != from || b.cues(h)&(cueBreak|cueResult|cueLink) == 0 || b.word(h).noun {
			break
		}
		from = h.end
	}
	return from
}

// hasSubject reports whether something concrete is said to be done: a noun
// phrase in the clause, or a figure before it in the sentence.
func (w *Worker) hasSubject(p *phrase) bool {
	b := &w.block
	if p.start-p.subject >= 2 {
		end := b.causeStart(p.subject, p.start)
		return end == p.subject || w.figureIn(p.subject, p.start) || !vague(w.folded(b.text.Span(p.subject, end).Of(b.text.Raw)))
	}
	if w.headed(p) {
		return true
	}
	if p.start == b.lead && w.scopes[b.index].section != None && b.doc.Blocks[w.scopes[b.index].section].Level >= 3 {
		return true // 8.就业服务。提前完成
	}
	start := b.sentenceStart(p.clause)
	if b.doc.Blocks[b.index].Kind == segment.Item || p.all {
		start = b.lead
	}
	for _, c := range w.candidatesIn(start, p.start) {
		if c.fact.Rule != undecided {
			return true
		}
	}
	if p.clause > 0 && p.start-b.sentenceStart(p.clause) >= 4 && b.clauses[p.clause-1].sentence == b.clauses[p.clause].sentence {
		prev := b.clauses[p.clause-1]
		text := b.text.Span(prev.start, prev.end).Of(b.text.Raw)
		return prev.end-prev.start >= 4 && !vague(w.folded(text))
	}
	return false
}

// causeStart is where a cause (因用地问题) starts in the subject, or the subject's end.
func (b *block) causeStart(from, to int) int {
	for i := from; i < to; i++ {
		switch r := b.text.At(i); {
		case r == '因' && b.text.At(i-1) != '原', r == '由' && b.text.At(i+1) == '于', r == '受' && b.text.At(i-1) != '接':
			return i
		}
	}
	return to
}

// vague reports whether a subject is too general for a statement of completion.
func vague(subject string) bool {
	for _, w := range [...]string{"各项任务", "各项工作", "各项目标", "目标任务", "工作任务", "从", "问题", "矛盾", "根本", "群众", "我们", "水平", "能力", "机制", "格局", "认识", "意识", "作风"} {
		if strings.Contains(subject, w) {
			return true
		}
	}
	return false
}

// statusLabel names the item whose completion is stated: the subject beside
// it, the figure before it, or what the sentence opened with.
func (w *Worker) statusLabel(i int) segment.Span {
	b, p := &w.block, &w.phrases[i]
	if !p.label.Empty() {
		return p.label
	}
	if c := w.numberAfter(p); c != nil {
		return c.fact.Label
	}
	end := b.causeStart(p.subject, p.start)
	if start := b.afterDate(p.subject, end); end-start >= 2 {
		return w.subjectLabel(start, end)
	}
	if p.all && w.countMembers(p) > 1 {
		return segment.Span{}
	}
	if i > 0 && w.follows(&w.phrases[i-1], p) {
		return w.phrases[i-1].fact.Label
	}
	before := w.candidatesIn(max(0, p.start-reach), p.start)
	if start := b.sentenceStart(p.clause); len(before) > 0 && before[len(before)-1].m.End <= start && p.start-start >= 6 {
		if span := w.opening(p); !span.Empty() {
			return span // 危桥改造因资金未到位，尚未开工
		}
	}
	for k := len(before) - 1; k >= 0; k-- {
		c := &before[k]
		if c.fact.Rule == undecided {
			continue
		}
		if p.money && c.class == money && !c.fact.Label.Empty() && c.fact.Basis != Each {
			return c.fact.Label
		}
		if !c.describes() {
			return c.task()
		}
	}
	if span := w.opening(p); !span.Empty() {
		return span
	}
	for k := len(before) - 1; k >= 0; k-- {
		if before[k].fact.Rule != undecided {
			return before[k].task()
		}
	}
	return segment.Span{}
}

// follows reports whether one state goes on from another with no figure between: 客运站已签约，尚未开工.
func (w *Worker) follows(q, p *phrase) bool {
	return q.emitted && q.end+reach/8 > p.start && w.block.clauses[q.clause].sentence == w.block.clauses[p.clause].sentence &&
		len(w.candidatesIn(q.end, p.start)) == 0
}

// subjectLabel is the label in a subject: that of a figure in it, the words
// after 的 where the figure only describes the item (投资2亿元的客运站), or all of it.
func (w *Worker) subjectLabel(start, end int) segment.Span {
	b := &w.block
	if cs := w.candidatesIn(start, end); len(cs) == 1 && cs[0].m.First == start && cs[0].m.End == end {
		return cs[0].fact.Label // 8项|已完成
	}
	for _, c := range w.candidatesIn(start, end) {
		if b.text.At(c.m.End) == '的' && end-c.m.End > 2 {
			start = c.m.End + 1
			continue
		}
		if !c.fact.Label.Empty() {
			return c.fact.Label
		}
	}
	for i := max(start+2, end-8); i < end; i++ {
		if b.skipDate(i, end) == end && b.text.At(i) >= '0' && b.text.At(i) <= '9' {
			end = i // 装修工程|6月10日
		}
	}
	if end-start > 4 && b.text.At(end-1) == '体' && b.text.At(end-2) == '主' {
		end -= 2 // 储备库|主体
	}
	return b.text.Span(start, end)
}

// afterDate is the first rune of a subject behind 截至6月底 or 到现在.
func (b *block) afterDate(start, end int) int {
	if r := b.text.At(start); r != '截' && r != '到' && r != '至' {
		return start
	}
	const date = 12 // runes
	for i := min(end, start+date) - 1; i > start; i-- {
		switch b.text.At(i) {
		case '日', '月', '底', '末', '前', '在', '止':
			return i + 1
		}
	}
	return start
}

// opening is the item that the sentence opens with and whose measures follow:
// 县图书馆新馆，建筑面积5000平方米，总投资4200万元，正在装修.
func (w *Worker) opening(p *phrase) segment.Span {
	b := &w.block
	start := b.chainStart(p.clause)
	if k := b.clauses[p.clause].first; b.clauses[k].start > start {
		start = max(b.clauses[k].start, b.lead)
	}
	start = b.subjectStart(start, p.start)
	end := b.causeStart(start, min(start+reach/8, p.start))
	for i := start; i < end; i++ {
		if r := b.text.At(i); !b.isHan(i) && r != '“' && r != '”' && r != '《' && r != '》' && r != '（' && r != '）' || b.numberAt(i) {
			end = i
		}
	}
	for _, m := range measures {
		if n := len([]rune(m)); end-n > start && b.endsWith(end, m) {
			end -= n
		}
	}
	if end-start < 4 {
		return segment.Span{}
	}
	return b.text.Span(start, end)
}

// measures are nouns of cost and size that follow the name of an item.
var measures = [...]string{"项目总投资", "概算总投资", "计划总投资", "总投资", "计划投资", "投资", "总建筑面积", "建筑面积", "占地面积", "占地", "全长", "长"}

// endsWith reports whether the text before rune i ends with word, which is of
// Chinese characters, three bytes each.
func (b *block) endsWith(i int, word string) bool {
	const width = len("字")
	for n := len(word); n >= width; n -= width {
		r := uint16(word[n-3]&0xF)<<12 | uint16(word[n-2]&0x3F)<<6 | uint16(word[n-1]&0x3F)
		if i--; b.text.At(i) != r {
			return false
		}
	}
	return true
}

// describes reports whether the figure is a measure of the item, its cost or its progress, and not the item.
func (c *candidate) describes() bool {
	return c.class&(ratio|money|area|length) != 0 && !c.takesStatus()
}

// candidatesIn returns the candidates that lie in the runes [from, to).
func (w *Worker) candidatesIn(from, to int) []candidate {
	find := func(rune int) int {
		lo, hi := 0, len(w.cands)
		for lo < hi {
			if mid := (lo + hi) / 2; w.cands[mid].m.First < rune {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		return lo
	}
	lo, hi := find(from), find(to)
	for hi > lo && w.cands[hi-1].m.End > to {
		hi--
	}
	return w.cands[lo:max(lo, hi)]
}

// task names the item a figure belongs to: for people the verb belongs to it, 救助困难职工.
func (c *candidate) task() segment.Span {
	label := c.fact.Label
	if c.class&persons == 0 || label.Empty() || c.after {
		return label
	}
	if h, ok := c.adjacentVerb(label.Start); ok {
		label.Start = c.text.Off[h.start]
	}
	return label
}

// adjacentVerb is the verb that ends where the label starts.
func (c *candidate) adjacentVerb(offset int) (hit, bool) {
	at := c.text.Index(offset)
	for _, h := range c.hitsIn(c.left, at) {
		if h.end == at && c.cues(h)&cueAction != 0 {
			return h, true
		}
	}
	if at-2 >= c.left {
		if n, _ := c.lex.handlers.Longest(c.text.R[at-2 : at]); n == 2 {
			return hit{start: at - 2, end: at}, true
		}
	}
	return hit{}, false
}

// countMembers counts the figures a phrase about a list may be said of.
func (w *Worker) countMembers(p *phrase) int {
	n := 0
	for _, c := range w.candidatesIn(max(0, p.start-reach), p.start) {
		if c.takesStatus() {
			n++
		}
	}
	return n
}

// numberAfter is the figure for which the phrase is the verb, nil where it is none.
func (w *Worker) numberAfter(p *phrase) *candidate {
	b := &w.block
	after := w.candidatesIn(p.end, b.clauses[p.clause].end)
	if len(after) == 0 || after[0].fact.Rule == undecided || after[0].m.First-p.end > 10 {
		return nil
	}
	c := &after[0]
	if _, goal := b.cueIn(p.end, c.m.First, cueGoal); goal || b.text.At(c.m.End) == '的' {
		return nil // 超额完成市下达260件的任务
	}
	for k := p.end; k < c.m.First; k++ {
		if r := b.text.At(k); r == '的' || !b.isHan(k) && r != ' ' {
			return nil
		}
	}
	return c
}
