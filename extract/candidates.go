package extract

import (
	"github.com/zhaibao/zhaibao/extract/quantity"
)

// findCandidates makes a candidate of every numeral that may be a figure.
func (w *Worker) findCandidates() {
	b := &w.block
	w.cands = w.cands[:0]
	w.findFuture()
	if cap(w.cands) < len(b.mentions) { // candidates point to each other: no growth below
		w.cands = make([]candidate, 0, 2*len(b.mentions))
	}
	for i := range b.mentions {
		m := &b.mentions[i]
		if m.Bare && b.text.At(m.First-1) == '每' { // 每千人
			m.Reason = quantity.Specification
		}
		if !mayCount(m) {
			continue
		}
		c := candidate{w: w, block: b, m: m, class: b.lex.class(&m.Quantity), clause: b.clauseOf(m.First), period: w.report.Period}
		if c.clause < 0 {
			continue
		}
		if c.class == bare && m.Fraction {
			c.class = ratio // 三分之一
		}
		c.plan = w.planned(m.First)
		w.window(&c, i)
		if c.lostDigits() {
			m.Lose()
		}
		if c.class == bare && c.m.HasValue && c.m.Arabic {
			w.headerUnit(&c)
		}
		w.cands = append(w.cands, c)
	}
}

// lostDigits reports whether 万 or 亿 is what is left of a number: it ends its phrase
// and stands right behind the noun that is counted, or behind blanks in place of the
// digits. 接待读者万人次, 观众  万人次, but 近万人次, 万人长跑 and 惠及万人.
func (c *candidate) lostDigits() bool {
	const blanks = 4 // runes
	m := c.m
	if !m.Bare || m.Reason != quantity.Plain || m.Bound != quantity.Exact || m.NumEnd-m.First != 1 || m.UnitID == quantity.NoUnit || c.class&(hours|ratio) != 0 {
		return false
	}
	if r := c.text.At(m.First); r != '万' && r != '亿' {
		return false
	}
	if r := c.text.At(m.End); c.isHan(m.End) && r != '的' && r != '以' {
		return false
	}
	end := m.First
	for end > c.left && m.First-end < blanks && c.text.At(end-1) == ' ' {
		end--
	}
	if end < m.First {
		return c.isHan(end - 1)
	}
	hits := c.hitsIn(c.left, end)
	return len(hits) > 0 && hits[len(hits)-1].end == end && c.isNoun(hits[len(hits)-1])
}

// mayCount reports whether a numeral may be a figure: a quantity, a damaged
// one, or a stretch of time that may turn out to be opening hours or an age.
func mayCount(m *quantity.Mention) bool {
	switch m.Reason {
	case quantity.Plain, quantity.Masked, quantity.Lost, quantity.Duration, quantity.Age:
		return true
	}
	return false
}

// window finds the text that belongs to the candidate, and the candidate before it.
func (w *Worker) window(c *candidate, i int) {
	b := c.block
	if n := len(w.cands); n > 0 {
		c.prev = &w.cands[n-1]
	}
	first := c.clause
	for first > 0 && (b.clauses[first-1].stop == '、' || b.labelClause(first-1)) && b.clauses[first-1].sentence == b.clauses[first].sentence &&
		(c.prev == nil || c.prev.m.End <= b.clauses[first-1].start) {
		first--
	}
	c.left = max(b.clauses[first].start, b.lead)
	if c.prev != nil && c.prev.m.End > c.left && c.prev.m.Reason != quantity.Duration && c.prev.m.Reason != quantity.Age {
		c.left = c.prev.m.End
	}
	if c.prev != nil {
		c.left = max(c.left, c.m.First-2*reach)
	}
	c.left = b.bracketBefore(c.left, c.m.First)
	c.right = min(b.clauses[c.clause].end, c.m.End+reach)
	for k := i + 1; k < len(b.mentions) && b.mentions[k].First < c.right; k++ {
		if m := &b.mentions[k]; !m.InWord() && m.Reason != quantity.Age { // 12600名80周岁以上老人
			c.right = m.First
			break
		}
	}
	c.right = b.bracketAfter(c.m.End, c.right)
	c.listed = c.prev != nil && b.listMark(c.prev.m.End, c.m.First)
}

// labelClause reports whether clause k only names what comes after its colon: 展览（次）：目标值8.
func (b *block) labelClause(k int) bool {
	c := &b.clauses[k]
	return (c.stop == '：' || c.stop == ':') && c.end-c.start <= 16
}

// bracketBefore moves left behind a bracket that opens before the figure and stays open.
func (b *block) bracketBefore(left, figure int) int {
	depth := 0
	for i := figure - 1; i >= left; i-- {
		switch b.text.At(i) {
		case '）', ')':
			depth++
		case '（', '(':
			if depth == 0 {
				return i + 1
			}
			depth--
		}
	}
	return left
}

// bracketAfter moves right before a bracket that opens or closes behind the figure.
func (b *block) bracketAfter(figure, right int) int {
	for i := figure; i < right; i++ {
		switch b.text.At(i) {
		case '）', ')', '（', '(':
			if end := b.smallBracket(i); end > 0 && len(b.hitsIn(end, min(end+6, right))) > 0 && i > figure {
				i = end - 1 // 18个乡镇（街道）分馆
				continue
			}
			if h := b.hitsIn(figure, right); len(h) == 0 || h[0].start != figure || h[0].end <= i { // but 286个村（社区）
				return i
			}
		}
	}
	return right
}

// smallBracket is the end of a bracket at rune i that holds a few characters and
// after which the words go on, 0 where there is none: 乡镇（街道）分馆.
func (b *block) smallBracket(i int) int {
	const inside = 4 // characters
	if r := b.text.At(i); r != '（' && r != '(' {
		return 0
	}
	for k := i + 1; k <= i+inside+1; k++ {
		switch r := b.text.At(k); {
		case (r == '）' || r == ')') && k > i+1:
			if b.isHan(k + 1) {
				return k + 1
			}
			return 0
		case !b.isHan(k):
			return 0
		}
	}
	return 0
}

// listMark reports whether only 、 和 及 与 or nothing stands between two figures.
func (b *block) listMark(from, to int) bool {
	if to-from > 2 {
		return b.text.At(from) == '、'
	}
	for i := from; i < to; i++ {
		switch b.text.At(i) {
		case '、', '和', '及', '与', ' ', '，':
		default:
			return false
		}
	}
	return true
}
