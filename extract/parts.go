package extract

import "github.com/zhaibao/zhaibao/extract/catalog"

func share(c *candidate) (catalog.Metric, bool) {
	p := c.total()
	if p != nil && !c.hasNoun && p.m.UnitID == c.m.UnitID && c.class&(place|thing) != 0 && p.fact.Metric == c.lex.metric.projects {
		return p.fact.Metric, true // 项目26个，其中新建17个
	}
	if m, ok := c.nounMetric(strongNoun); p != nil && ok && p.m.UnitID == c.m.UnitID && c.class&(place|thing) != 0 && !c.after && p.fact.Metric == c.lex.metric.other &&
		(m == c.lex.metric.places || m == c.lex.metric.facilities) {
		return p.fact.Metric, true // 新增学位2万个，其中小学1万个
	}
	if m, ok := c.nounMetric(strongNoun); p != nil && ok && m == c.lex.metric.places && p.m.UnitID == c.m.UnitID && p.fact.Metric == c.lex.metric.facilities && !c.after && c.place() {
		return p.fact.Metric, true // 书房14家，其中梅坞区6家
	}
	if p != nil && p.class&people != 0 && c.class&(thing|people) != 0 && (c.m.Unit == "个" || c.m.Unit == "個") && !c.after {
		return p.fact.Metric, true // 文化站4个人，其中1个借在镇里
	}
	if p == nil || c.class&(persons|money) == 0 || p.class&(persons|money) == 0 || (p.class == money) != (c.class == money) {
		return 0, false
	}
	return p.fact.Metric, true
}

// total is the figure the candidate is announced as a part of: 其中 stands
// between them, or the figure before is itself such a part in the same list.
func (c *candidate) total() *candidate {
	p := c.before()
	if p == nil || p.fact.Rule == undecided || p.sentence() != c.sentence() && c.sentence() != p.sentence()+1 {
		return nil
	}
	if c.partCue(p.m.End) {
		for p.prev != nil && p.prev.sentence() == p.sentence() && p.prev.fact.Rule != undecided && c.besides(p) {
			p = p.prev
		}
		return p
	}
	if p.fact.Basis == Part && p.sentence() == c.sentence() && c.inParts() {
		return p
	}
	return nil
}

// besides reports whether figure p only says something of the total before it:
// its change, the aim it is compared with, the share of a plan before 分别.
func (c *candidate) besides(p *candidate) bool {
	return p.isChange() || p.fact.Role == Target && p.comparedAim() ||
		c.name.to > 0 && c.class != ratio && (p.class == ratio || p.fact.Role == Target)
}

// inParts reports whether the list of parts that the figure before belongs to goes on with this one.
func (c *candidate) inParts() bool {
	p := c.before()
	if c.startsAnew() {
		return false
	}
	if c.listed || c.text.At(p.m.End) == '、' || p.after && c.text.At(p.noun.end) == '、' {
		return true
	}
	if h, ok := c.cueIn(max(c.sentenceStart(c.clause), p.m.First-reach), p.m.First, cuePart); ok && p.class == c.class && (c.text.At(h.end) == '：' || c.text.At(h.end) == ':') {
		return true // 其中：省级50万元，自筹30万元
	}
	if c.class == ratio && (c.m.First-c.left <= 3 && c.hasRune('占') || c.text.At(c.clauses[c.clause].start) == '占' && c.clauses[c.clause].start >= c.left) {
		return true // 其中党员20人，占40%
	}
	if p.m.UnitID != c.m.UnitID && (p.class != money || c.class != money) && c.likeMember() == nil {
		return false
	}
	_, _, acts := c.evidence(c.left, c.m.First, verb)
	return !acts
}

// likeMember is an earlier part of the same list in the candidate's unit, with
// nothing but parts between: 其中城市132户198人，农村480户847人.
func (c *candidate) likeMember() *candidate {
	p := c.prev
	for range 4 {
		if p == nil || p.fact.Rule == undecided || p.fact.Basis != Part && !p.isChange() || !c.near(p) {
			return nil
		}
		if p.m.UnitID == c.m.UnitID {
			return p
		}
		p = p.prev
	}
	return nil
}

// place reports whether the noun before the figure is a place with a name of its own: 栖溪县4家.
func (c *candidate) place() bool {
	if c.name.to > 0 { // 其中甲区、乙县分别为186个、405个
		switch c.text.At(c.name.to - 1) {
		case '县', '区', '市', '镇', '乡', '村':
			return c.noun.end == c.name.to
		}
		return false
	}
	switch c.text.At(c.noun.end - 1) {
	case '县', '区', '市', '镇', '乡', '村':
		return c.noun.end >= c.skipSpaceBack(c.m.First)-1 && c.noun.start-c.left <= 5
	}
	return false
}

// hasRune reports whether the text before the figure holds the character.
func (c *candidate) hasRune(r uint16) bool {
	for i := c.left; i < c.m.First; i++ {
		if c.text.At(i) == r {
			return true
		}
	}
	return false
}

// before is the figure before this one that is no change of another: 增加值11亿元、增长4%，…24亿元.
func (c *candidate) before() *candidate {
	p := c.prev
	if p != nil {
		if open := p.bracketOpen(); open >= 0 && c.bracketOpen() != open {
			for p != nil && p.m.First > open {
				p = p.prev // 9家（4A级3家、3A级6家），酒店12家
			}
		}
	}
	for p != nil && p.fact.Rule != undecided && p.fact.Metric == c.lex.metric.change && c.near(p) {
		p = p.prev
	}
	return p
}

// startsAnew reports whether the text before the figure leaves the list of parts.
func (c *candidate) startsAnew() bool {
	h, ok := c.cueIn(c.left, c.m.First, cueRest)
	if ok && c.text.R[h.start] == '另' {
		return true // 其中高级3人，另聘4人
	}
	_, ok = c.cueIn(c.left, c.m.First, cueSum|cueCompare|cueEach|cueStock)
	return ok
}
