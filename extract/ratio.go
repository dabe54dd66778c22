package extract

import "github.com/zhaibao/zhaibao/extract/catalog"

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
	goal, ok := c.cueIn(from, c.m.First, cueGoal)
	if ok && c.text.At(c.m.First-1) == '的' && c.text.At(goal.start) != 0 {
		return c.lex.metric.completion, true
	}
	if m, ok := c.nounMetric(strongNoun); ok && m == c.lex.metric.completion {
		return m, true
	}
	return 0, false
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
