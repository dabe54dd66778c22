package extract

import "github.com/zhaibao/zhaibao/extract/catalog"

// change reads growth and fall. The word must govern the figure directly; 到
// after it makes a level of it.
func change(c *candidate) (catalog.Metric, bool) {
	if c.growthNoun() {
		return c.lex.metric.change, true
	}
	h, ok := c.adjacentCue(cueUp | cueDown | cueMore | cueTo)
	if ok && c.cues(h)&cueTo != 0 {
		return 0, false
	}
	if !ok {
		h, ok = c.distantMove()
	}
	if !ok {
		h, ok = c.moreOf()
	}
	if !ok {
		h, ok = c.movedNoun()
	}
	if !ok || c.cues(h)&cueTo != 0 || c.moveTo(h) {
		return 0, false
	}
	compared := c.compared(h)
	if c.cues(h)&(cueUp|cueDown) != 0 && (c.class == hours || c.purelyMoves(h)) {
		compared = true // 平均年龄下降6.3岁
	}
	if c.class != ratio && !compared || c.class == ratio && c.cues(h)&(cueUp|cueDown) == 0 && !compared {
		return 0, false
	}
	if _, far := c.cueIn(max(c.clauses[c.clause].start, h.start-reach), h.start, cueElsewhere); far && c.cues(h)&cueMore != 0 {
		return c.lex.metric.other, true
	}
	c.signed = c.cues(h)&cueDown != 0 || c.lower(h)
	return c.lex.metric.change, true
}

// growthNoun recognises a share that is a rate of growth by its noun, 增速 or
// 涨幅, in the clause or, where the clause has no noun, at the end of the one before.
func (c *candidate) growthNoun() bool {
	if c.class != ratio {
		return false
	}
	from := c.left
	if c.emptyLeft() && c.clause > 0 && c.left == c.clauses[c.clause].start && c.clauses[c.clause-1].sentence == c.sentence() &&
		(c.prev == nil || c.prev.m.End <= c.clauses[c.clause-1].start) {
		from = max(c.clauses[c.clause-1].start, c.left-reach/6)
	}
	hits := c.hitsIn(from, c.m.First)
	for i := len(hits) - 1; i >= 0; i-- {
		switch last := c.text.At(hits[i].end - 1); {
		case (last == '速' || last == '幅') && c.cues(hits[i])&(cueUp|cueDown|cueCompare) != 0:
			c.signed = c.text.At(hits[i].end-2) == '降' || c.text.At(hits[i].end-2) == '减'
			return true
		case c.isNoun(hits[i]):
			return false
		}
	}
	return false
}

// distantMove finds a word of movement before the figure with only joining words and 的 between, as in 增幅达12%.
func (c *candidate) distantMove() (hit, bool) {
	hits := c.hitsIn(c.left, c.m.First)
	for i := len(hits) - 1; i >= 0; i-- {
		if c.cues(hits[i])&(cueUp|cueDown) != 0 {
			return hits[i], c.class == ratio && c.onlyLinks(hits[i].end, c.m.First)
		}
	}
	return hit{}, false
}

// moreOf finds 多 or 少 one verb before the figure: 比去年多唱12场.
func (c *candidate) moreOf() (hit, bool) {
	h, ok := c.cueIn(max(c.left, c.m.First-3), c.m.First, cueMore)
	return h, ok && (c.hasCompare(h) || c.cues(h)&cueCompare != 0) && h.end < c.m.First
}

// movedNoun finds a verb of movement that opens the clause and has what it moves behind it: 精简申请材料42%.
func (c *candidate) movedNoun() (hit, bool) {
	if c.class != ratio || c.hasRune('占') {
		return hit{}, false
	}
	end := c.skipSpaceBack(c.m.First)
	switch c.text.At(end - 1) {
	case '率', '度', '比', '重', '例', '达', '为', '到', '至':
		return hit{}, false
	}
	hits := c.hitsIn(c.left, end)
	if len(hits) < 2 || hits[0].end-hits[0].start < 2 || c.cues(hits[0])&(cueUp|cueDown) == 0 || c.word(hits[0]).noun || hits[0].start > c.left {
		return hit{}, false
	}
	last := hits[len(hits)-1]
	return hits[0], last.end == end && c.word(last).noun && end-hits[0].end <= 8
}

// purelyMoves reports whether the word can only tell of a difference: 回升2.3米, 净增158万人.
func (c *candidate) purelyMoves(h hit) bool {
	switch a, b := c.text.At(h.start), c.text.At(h.start+1); {
	case h.end-h.start != 2:
		return false
	case a == '净' && (b == '增' || b == '减'), a == '回' && (b == '升' || b == '落'):
		return true
	case a == '下' && (b == '降' || b == '滑' || b == '跌'), a == '上' && (b == '升' || b == '涨'):
		return true
	}
	return false
}

func (c *candidate) hasCompare(h hit) bool {
	_, ok := c.cueIn(max(c.left, h.start-reach/4), h.start, cueCompare)
	return ok
}

// onlyLinks reports whether joining words alone fill the runes [from, to).
func (c *candidate) onlyLinks(from, to int) bool {
	for _, h := range c.hitsIn(from, to) {
		if h.start != from || c.cues(h)&(cueLink|cueBreak) == 0 {
			return false
		}
		from = h.end
	}
	return from == c.skipSpaceBack(to)
}

// moveTo reports whether the movement leads to a level: 提高到, 下降至.
func (c *candidate) moveTo(h hit) bool {
	for i := h.end; i < c.m.First; i++ {
		if r := c.text.At(i); r == '到' || r == '至' {
			return true
		}
	}
	return false
}

// compared reports whether the sentence names what the figure is compared with before h.
func (c *candidate) compared(h hit) bool {
	if c.cues(h)&cueCompare != 0 && (c.class == ratio || h.end-h.start > 2) {
		return true
	}
	if _, ok := c.cueIn(max(c.clauses[c.clause].start, h.start-reach), h.start, cueCompare); ok {
		return true
	}
	if c.left < c.clauses[c.clause].start {
		if _, ok := c.cueIn(c.left, h.start, cueCompare); ok {
			return true
		}
	}
	return c.prev != nil && c.prev.fact.Metric == c.lex.metric.change && c.prev.fact.Rule != undecided &&
		c.prev.sentence() == c.sentence() && h.start-c.prev.m.End <= 2
}

// lower reports whether the word of comparison says less: 少 低.
func (c *candidate) lower(h hit) bool {
	switch c.text.At(h.start) {
	case '少', '低', '慢':
		return true
	}
	return false
}

// toLevel reads the end of a movement whose start stands before it in the clause.
func toLevel(c *candidate) (catalog.Metric, bool) {
	p := c.prev
	if p == nil || p.fact.Rule == undecided || p.fact.Role != Reference || p.clause != c.clause || p.class != c.class || !p.fromTo() {
		return 0, false
	}
	return p.fact.Metric, c.moveTo(hit{end: c.left}) || p.leadsOn()
}

// multiple reads ratios to an earlier period.
func multiple(c *candidate) (catalog.Metric, bool) {
	if c.class != ratio || c.text.At(c.m.First-1) != '的' || c.fromTo() {
		return 0, false
	}
	if c.text.At(c.m.First-2) == '年' && (c.hasRune('恢') || c.hasRune('当') || c.hasRune('仅') || c.hasRune('是')) {
		return c.lex.metric.change, true // 恢复到2019年的86%
	}
	h, ok := c.cueIn(c.left, c.m.First, cueEarlier)
	if !ok || h.end != c.m.First-1 {
		return 0, false
	}
	if r, ok := c.cueIn(c.left, h.start, cueCompare); ok && r.end <= h.start && c.text.At(r.start) != '同' {
		return 0, false
	}
	return c.lex.metric.change, true
}
