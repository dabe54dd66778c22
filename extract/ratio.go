package extract

import (
	"math"

	"github.com/zhaibao/zhaibao/extract/catalog"
)

func completionRatio(c *candidate) (catalog.Metric, bool) {
	if c.class != ratio || c.m.Unit == "百分点" || c.m.Unit == "千分点" {
		return 0, false
	}
	from := c.left
	if p := c.prev; p != nil && p.m.End == from && p.clause == c.clause { // 完成全年任务1716场的50%
		from = p.left
	}
	if _, ok := c.cueIn(from, c.m.First, cueDone); ok {
		return c.lex.metric.completion, true
	}
	if m, ok := c.aimedLevel(); ok {
		return m, true
	}
	goal, ok := c.cueIn(from, c.m.First, cueGoal)
	if ok && c.text.At(c.m.First-1) == '的' && c.text.At(goal.start) != 0 {
		return c.lex.metric.completion, true
	}
	if m, ok := c.nounMetric(strongNoun); ok && m == c.lex.metric.completion {
		return m, true
	}
	return c.lex.metric.completion, c.ofTarget()
}

// ofTarget reports whether the share is what the result before it is of its
// target: 任务4200人，完成2356人，占56.1%.
func (c *candidate) ofTarget() bool {
	p := c.prev
	if p == nil || p.prev == nil || !c.hasRune('占') || c.hasNoun || !p.near(p.prev) || p.sentence() != c.sentence() {
		return false
	}
	t := p.prev
	if p.fact.Rule == undecided || t.fact.Rule == undecided || t.fact.Role != Target || p.fact.Role != Actual || t.m.UnitID != p.m.UnitID || !c.m.HasValue || t.m.Value.Sign() <= 0 {
		return false
	}
	share := 100 * p.m.Value.Float64() / t.m.Value.Float64()
	return math.Abs(share-c.m.Value.Float64()) <= 1.5
}

func level(c *candidate) (catalog.Metric, bool) {
	if c.class != ratio {
		return 0, false
	}
	if c.m.Unit == "番" || c.m.Unit == "倍" || c.m.Unit == "百分点" || c.m.Unit == "千分点" {
		return c.lex.metric.change, true
	}
	if m, ok := c.nounMetric(strongNoun); ok {
		return m, true
	}
	return c.lex.metric.coverage, true
}

// aimedLevel reads the aim set for the share before it: 优良天数比例86.9%，省下达目标为84%.
func (c *candidate) aimedLevel() (catalog.Metric, bool) {
	h, ok := c.adjacentCue(cueGoal)
	p := c.prev
	if p != nil && p.fact.Rule != undecided && p.class == ratio && c.bracketOpen() == p.m.End && p.fact.Metric == c.lex.metric.coverage {
		if _, goal := c.cueIn(p.m.End, c.m.First, cueGoal); goal {
			return p.fact.Metric, true // 接种率88.3%（目标≥85%）
		}
	}
	if !ok || p == nil || p.fact.Rule == undecided || p.sentence() != c.sentence() || p.class != ratio || p.m.Unit != c.m.Unit {
		return 0, false
	}
	return p.fact.Metric, p.fact.Metric == c.lex.metric.coverage && !c.isHan(h.start-1) || c.text.At(h.end) == '为' || c.text.At(h.end) == '是'
}
