package extract

// basis tells totals from parts and per-unit figures.
func (c *candidate) basis() Basis {
	switch {
	case c.fact.Metric == c.lex.metric.change:
		return Total
	case c.each():
		return Each
	case c.part():
		return Part
	}
	return Total
}

// each recognises per-unit figures: 每场90人, 人均57场, 各1场, 1200元/人.
func (c *candidate) each() bool {
	if _, ok := c.cueBefore(cueEach); ok || c.perCrowd() {
		return true
	}
	if c.text.At(c.m.End) == '/' && c.isHan(c.m.End+1) {
		return true
	}
	if c.listed && c.emptyLeft() && c.prev.fact.Basis == Each && c.prev.fact.Rule != undecided {
		return true
	}
	if c.distributes() {
		return true
	}
	return c.nextEach()
}

// perCrowd recognises 每千人 and 每万人, whose numeral the words do not see.
func (c *candidate) perCrowd() bool {
	for i := c.left; i < c.m.First; i++ {
		if c.text.At(i) == '每' {
			return true
		}
	}
	return false
}

// nextEach recognises a per-unit word that the clause before ends with: 每名队员，3个.
func (c *candidate) nextEach() bool {
	if c.clause == 0 || c.left != c.clauses[c.clause].start {
		return false
	}
	p := &c.clauses[c.clause-1]
	if c.clauses[c.clause].sentence != p.sentence || p.end-p.start > 8 || c.prev != nil && c.prev.m.End > p.start {
		return false
	}
	h, ok := c.cueIn(p.start, p.end, cueEach)
	return ok && h.start == p.start && c.text.At(h.start) == '每'
}

// distributes recognises 各 before the number or before its verb.
func (c *candidate) distributes() bool {
	for i := c.left; i < c.m.First; i++ {
		if c.text.At(i) != '各' {
			continue
		}
		if i+1 == c.m.First {
			return true
		}
		if n, _ := c.lex.handlers.Longest(c.text.R[i+1 : c.m.First]); n > 1 {
			return true
		}
	}
	return false
}

// part recognises parts of a total that stands beside them.
func (c *candidate) part() bool {
	if _, ok := c.cueIn(c.left, c.m.First, cuePart); ok {
		return c.prev != nil || c.clause > 0
	}
	p := c.prev
	if p == nil || p.fact.Rule == undecided {
		return c.among()
	}
	if h, ok := c.cueIn(p.m.End, c.m.First, cuePart); ok && p.m.End <= h.start {
		return true
	}
	if p.fact.Basis == Part && p.sentence() == c.sentence() && c.inParts() {
		return true
	}
	return c.among()
}

// among recognises 16名职工中, 7名: a figure and its noun followed by 中, then the part.
func (c *candidate) among() bool {
	p := c.prev
	if p == nil || p.fact.Rule == undecided || p.sentence() != c.sentence() || p.fact.Basis == Each {
		return false
	}
	if p.class&c.class == 0 && c.class != ratio {
		return false
	}
	if p.after && c.text.At(p.noun.end) == '中' {
		return true
	}
	for i := p.m.End; i < min(p.m.End+8, c.m.First); i++ {
		if c.text.At(i) == '中' && (c.text.At(i+1) == '，' || c.clause == p.clause && p.after && i >= p.noun.end) {
			return true
		}
	}
	return false
}

// time tells what exists at a date and what is summed since a start from what was done in the period.
func (c *candidate) time() Time {
	if h, ok := c.cueIn(c.left, c.m.First, cueStock|cueSum); ok {
		if c.cues(h)&cueStock != 0 {
			return Stock
		}
		return Cumulative
	}
	if c.prev != nil && c.fact.Basis == Part && c.prev.fact.Rule != undecided {
		return c.prev.fact.Time
	}
	return Flow
}
