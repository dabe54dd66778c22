package extract

import "github.com/zhaibao/zhaibao/segment"

// label is the noun phrase that names what is counted, as it stands in the text.
func (c *candidate) label() segment.Span {
	if c.unnamed {
		return segment.Span{}
	}
	if c.name.to > 0 {
		return c.text.Span(c.stripVerbs(c.name.from, c.name.to), c.name.to)
	}
	if span, ok := c.borrowed(); ok {
		return span
	}
	named := c.hasNoun && (c.after || c.cues(c.noun)&cueGoal == 0)
	switch {
	case named && c.after:
		return c.text.Span(c.m.End, c.noun.end)
	case named:
		return c.quoted(c.stripVerbs(c.phraseStart(c.noun.start), c.noun.end), c.noun.end)
	}
	if end := c.phraseEnd(); end > c.left {
		if start := c.stripVerbs(c.phraseStart(end), end); end-start >= 2 {
			return c.quoted(start, end)
		}
	}
	if c.directlyAfter() && c.class&(persons|place|thing|team|copies) != 0 {
		if end := c.nounAfter(); end-c.m.End >= 2 {
			return c.text.Span(c.m.End, end)
		}
	}
	if p := c.prev; p != nil && p.fact.Rule != undecided && p.sentence() == c.sentence() && (c.emptyLeft() || p.fact.Metric == c.fact.Metric) {
		return p.fact.Label
	}
	return c.headlineLabel()
}

// borrowed is the label of an earlier figure, for figures that have no noun of
// their own: changes of that figure, shares of its plan, and what ellipsis leaves out.
func (c *candidate) borrowed() (segment.Span, bool) {
	p := c.prev
	if p == nil || p.fact.Rule == undecided {
		return segment.Span{}, false
	}
	l := &c.lex.metric
	switch {
	case c.fact.Metric == l.change && c.inOrder() != nil:
		return c.inOrder().fact.Label, true
	case c.fact.Metric == l.change && (!c.hasNoun || c.cues(c.noun)&(cueEarlier|cueCompare) != 0):
		return c.labelBefore(func(p *candidate) bool { return p.fact.Metric != l.change && p.fact.Basis != Part })
	case c.fact.Metric == l.completion && (!c.hasNoun || c.cues(c.noun)&cueGoal != 0):
		return c.labelBefore(func(p *candidate) bool { return p.fact.Metric != l.change && p.fact.Metric != l.completion })
	case c.hasNoun || c.fact.Rule >= tableRule:
		return segment.Span{}, false
	}
	switch rules[c.fact.Rule].ID {
	case "per-unit-money":
		return c.labelBefore(func(p *candidate) bool { return p.fact.Metric == c.fact.Metric })
	case "company":
		return c.labelBefore(func(p *candidate) bool { return p.class&session != 0 })
	case "ellipsis":
		return p.fact.Label, !p.fact.Label.Empty() && !c.ownWords()
	case "list", "shared-phrase", "share":
		return p.fact.Label, c.emptyLeft() && !p.fact.Label.Empty()
	}
	if p.m.UnitID == c.m.UnitID && p.fact.Metric == c.fact.Metric && p.sentence() == c.sentence() {
		return p.fact.Label, !p.fact.Label.Empty()
	}
	return segment.Span{}, false
}

// inOrder is the figure before 分别 that a change after it speaks of: 存栏21万头、出栏16万头，分别增长1%和2%.
func (c *candidate) inOrder() *candidate {
	first, n := c, 1
	for first.prev != nil && first.listed && first.prev.fact.Metric == c.fact.Metric && n < maxMembers {
		first, n = first.prev, n+1
	}
	if _, ok := first.spread(); !ok {
		return nil
	}
	members := n
	for k := c.mentionAt(c.m.End); k < len(c.mentions) && c.listMark(c.mentions[k-1].End, c.mentions[k].First); k++ {
		members++
	}
	p := first.prev
	for range members - n {
		if p == nil {
			return nil
		}
		p = p.prev
	}
	if p == nil || p.fact.Rule == undecided || p.fact.Metric == c.fact.Metric || p.sentence() != c.sentence() {
		return nil
	}
	return p
}

// spread finds 分别 before the figure.
func (c *candidate) spread() (hit, bool) {
	for _, h := range c.hitsIn(c.left, c.m.First) {
		if c.text.At(h.start) == '分' && c.text.At(h.start+1) == '别' {
			return h, true
		}
	}
	return hit{}, false
}

// ownWords reports whether the text before the figure says more than a verb: 检出不合格9批次.
func (c *candidate) ownWords() bool {
	end := c.phraseEnd()
	return end-c.stripVerbs(c.phraseStart(end), end) >= 3
}

// labelBefore is the label of the nearest figure before that fits.
func (c *candidate) labelBefore(fits func(*candidate) bool) (segment.Span, bool) {
	for p := c.prev; p != nil && c.near(p); p = p.prev {
		if p.fact.Rule != undecided && fits(p) {
			return p.fact.Label, !p.fact.Label.Empty()
		}
	}
	return segment.Span{}, false
}

// headlineLabel is the run-in headline over the block, for figures that name nothing themselves.
func (c *candidate) headlineLabel() segment.Span {
	const limit = 45 // bytes: a headline that names one thing
	s := c.w.scopes[c.w.block.index].section
	if s < 0 || c.w.report.Doc.Blocks[s].Level < 3 {
		return segment.Span{}
	}
	b := &c.w.report.Doc.Blocks[s]
	span := segment.Span{Start: max(b.Start, b.Marker.End), End: b.End}
	if span = trimSpan(c.text.Raw, span); span.Len() > limit {
		return segment.Span{}
	}
	return span
}

// stripVerbs takes verbs that handle what is counted off a label: 新建|文化广场, 平台推送|信息.
func (c *candidate) stripVerbs(start, end int) int {
	for i := end - 2; i > start; i-- {
		if n, v := c.lex.handlers.Longest(c.text.R[i:end]); v == pureVerb && n >= 2 && end-i-n >= 2 {
			start = i + n
			break
		}
	}
	for {
		n, _ := c.lex.handlers.Longest(c.text.R[start:end])
		if n == 0 || end-start-n < min(n, 2) || n == 1 && c.nounAt(start) {
			return start
		}
		start += n
	}
}

// nounAt reports whether a noun of more than two characters starts at rune i: 送戏下乡 keeps its 送.
func (c *candidate) nounAt(i int) bool {
	hits := c.hitsIn(i, min(i+12, c.m.First))
	return len(hits) > 0 && hits[0].start == i && hits[0].end-i > 2 && c.word(hits[0]).noun
}

// quoted makes the quotes of a label whole.
func (c *candidate) quoted(start, end int) segment.Span {
	if r := c.text.At(end); r == '”' || r == '》' {
		end++
	}
	if r := c.text.At(start - 1); start > c.left && (r == '“' || r == '《') {
		start--
	}
	return c.text.Span(start, end)
}

// breaks are the words at which a noun phrase cannot go on to the left.
const breaks = cueAction | cueLink | cuePlan | cueResult | cueCompare | cueUp | cueDown | cuePart | cueBreak | cueRest | cueStock | cueSum | cueEach

// phraseStart walks back from the head of a noun phrase over what may modify it.
func (c *candidate) phraseStart(head int) int {
	hits := c.hitsIn(c.left, head)
	for i := head; i > c.left; {
		if n := len(hits); n > 0 && hits[n-1].end == i {
			h := hits[n-1]
			if !c.word(h).noun && c.cues(h)&breaks != 0 && !c.joins(h) {
				return i
			}
			i, hits = h.start, hits[:n-1]
			continue
		}
		for len(hits) > 0 && hits[len(hits)-1].end > i {
			hits = hits[:len(hits)-1]
		}
		if !c.phraseRune(i - 1) {
			return i
		}
		i--
	}
	return c.left
}

// joins reports whether the word is 和 or 及 between two nouns of one phrase: 重大疾病及精神病患者.
func (c *candidate) joins(h hit) bool {
	r := c.text.At(h.start)
	return h.end-h.start == 1 && (r == '和' || r == '及') && c.isHan(h.start-1) && c.class&(ratio|money) == 0
}

// phraseRune reports whether the rune may stand inside a noun phrase.
func (c *candidate) phraseRune(i int) bool {
	switch r := c.text.At(i); {
	case c.isHan(i):
		return r != '的' && r != '了'
	case r == '“' || r == '”' || r == '《' || r == '》' || r == '、' || r == '—':
		return true
	default:
		return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
	}
}

// phraseEnd is the end of the words before the figure once the joining words are taken off.
func (c *candidate) phraseEnd() int {
	end := c.skipSpaceBack(c.m.First)
	hits := c.hitsIn(c.left, end)
	for i := len(hits) - 1; i >= 0 && hits[i].end == end; i-- {
		if c.cues(hits[i])&(cueLink|cueBreak|cueUp|cueDown|cueTo|cueEach|cuePart|cueResult|cueGoal|cuePlan) == 0 {
			break
		}
		end = hits[i].start
	}
	for end > c.left && !c.isHan(end-1) && c.text.At(end-1) != '”' && c.text.At(end-1) != '》' {
		end--
	}
	return end
}

// nounAfter is the end of the words directly after the figure, up to a verb or a mark.
func (c *candidate) nounAfter() int {
	end := c.m.End
	for end < c.right && end < c.m.End+10 && c.isHan(end) && c.text.At(end) != '的' && c.text.At(end) != '中' {
		end++
	}
	for _, h := range c.hitsIn(c.m.End, end) {
		if !c.word(h).noun && c.cues(h)&(cueAction|cueLink|cueResult|cueCompare) != 0 {
			return h.start
		}
	}
	return end
}
