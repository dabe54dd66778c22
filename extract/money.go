package extract

import "github.com/zhaibao/zhaibao/extract/catalog"

func moneyKind(c *candidate) (catalog.Metric, bool) {
	if c.class != money {
		return 0, false
	}
	m, ok := c.nounMetric(strongNoun)
	return m, ok && (m == c.lex.metric.revenue || m == c.lex.metric.other)
}

func moneyVerb(c *candidate) (catalog.Metric, bool) {
	if c.class != money {
		return 0, false
	}
	if _, part := c.cueIn(c.left, c.m.First, cuePart); part {
		return 0, false
	}
	if _, m, ok := c.evidence(c.left, c.m.First, verb); ok {
		return m, true
	}
	return 0, false
}

func perUnitMoney(c *candidate) (catalog.Metric, bool) {
	if c.class != money || !c.each() {
		return 0, false
	}
	if _, own := c.nounMetric(strongNoun); own {
		return 0, false
	}
	if _, _, own := c.evidence(c.left, c.m.First, verb); own {
		return 0, false
	}
	if open := c.bracketOpen(); open >= 0 && open == c.left-1 {
		if h, m, ok := c.evidence(max(c.clauses[c.clause].start, open-reach/4), open, strongNoun); ok && h.end == open {
			return m, true // 调解员补贴（每件50至200元）
		}
	}
	helped := false
	for p := c.prev; p != nil && c.near(p); p = p.prev {
		if p.fact.Rule == undecided {
			continue
		}
		if p.class == money && p.fact.Metric != c.lex.metric.change {
			if helped && p.fact.Metric == c.lex.metric.received {
				return c.lex.metric.disbursed, true // 筹款126万元，资助新生210名，每人5000元
			}
			return p.fact.Metric, true
		}
		helped = helped || p.fact.Metric == c.lex.metric.beneficiaries
	}
	return c.lex.metric.disbursed, helped
}
