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
	c2 := w.numberAfter(p)
	if c2 != nil && (c2.class == ratio || c2.class == money) {
		return false
	}
	p.before = c2 != nil
	if w.planned(p.start) && !p.before {
		return false
	}
	if !p.before && !b.predicate(p) {
		return false
	}
	p.subject = b.subjectStart(start, p.start)
	p.emitted = p.before || w.hasSubject(p)
	p.fact = Fact{Span: b.text.Span(p.start, p.end), Metric: b.lex.metric.status, Status: p.status, Rule: stateRule,
		Sentence: c.sentence, Section: w.scopes[b.index].section, SameAs: None, Parent: None, TargetOf: None}
	p.fact.Quantity.UnitID = quantity.NoUnit
	p.fact.Label = w.statusLabel(p)
	return true
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
		return end == p.subject || w.figureIn(p.subject, p.start) || !vague(b.text.Span(p.subject, end).Of(b.text.Raw))
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
		return prev.end-prev.start >= 4 && !vague(text)
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

// statusLabel names the item whose completion is stated.
func (w *Worker) statusLabel(p *phrase) segment.Span {
	b := &w.block
	if c := w.numberAfter(p); c != nil {
		return c.fact.Label
	}
	if p.start-p.subject >= 2 {
		for _, c := range w.candidatesIn(p.subject, p.start) {
			if !c.fact.Label.Empty() {
				return c.fact.Label
			}
		}
		return b.text.Span(p.subject, p.start)
	}
	if p.all && w.countMembers(p) > 1 {
		return segment.Span{}
	}
	before := w.candidatesIn(max(0, p.start-reach), p.start)
	for i := len(before) - 1; i >= 0; i-- {
		if before[i].fact.Rule != undecided {
			return before[i].task()
		}
	}
	return segment.Span{}
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
	for k := p.end; k < c.m.First; k++ {
		if r := b.text.At(k); r == '的' || !b.isHan(k) && r != ' ' {
			return nil
		}
	}
	return c
}
