package extract

import "github.com/zhaibao/zhaibao/segment"

// label is the noun phrase that names what is counted, as it stands in the text.
func (c *candidate) label() segment.Span {
	switch {
	case c.hasNoun && c.after:
		return c.text.Span(c.m.End, c.noun.end)
	case c.hasNoun:
		return c.text.Span(c.phraseStart(c.noun.start), c.noun.end)
	}
	if end := c.phraseEnd(); end > c.left {
		if start := c.phraseStart(end); end-start >= 2 {
			return c.text.Span(start, end)
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
	return segment.Span{}
}

// breaks are the words at which a noun phrase cannot go on to the left.
const breaks = cueAction | cueLink | cuePlan | cueResult | cueCompare | cueUp | cueDown | cuePart | cueBreak | cueRest | cueStock | cueSum | cueEach

// phraseStart walks back from the head of a noun phrase over what may modify it.
func (c *candidate) phraseStart(head int) int {
	hits := c.hitsIn(c.left, head)
	for i := head; i > c.left; {
		if n := len(hits); n > 0 && hits[n-1].end == i {
			h := hits[n-1]
			if !c.word(h).noun && c.cues(h)&breaks != 0 {
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
		if c.cues(hits[i])&(cueLink|cueBreak|cueUp|cueDown|cueTo|cueEach|cuePart|cueResult) == 0 {
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
