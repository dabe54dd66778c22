package browse

import "github.com/zhaibao/zhaibao/internal/gold"

// className is what a class is called.
func (in *Input) className(c gold.Class) string {
	switch c {
	case gold.Missed:
		return in.say("漏读", "missed")
	case gold.Extra:
		return in.say("多读", "extra")
	case gold.WrongValue:
		return in.say("数值不对", "wrong value")
	case gold.WrongUnit:
		return in.say("单位不对", "wrong unit")
	case gold.WrongMetric:
		return in.say("指标不对", "wrong metric")
	case gold.WrongAttribute:
		return in.say("属性不对", "wrong attribute")
	case gold.Right:
		return in.say("正确", "right")
	}
	return in.say("不计", "not counted")
}

// tag marks a class in the text, so that it can be told without colour.
func (in *Input) tag(c gold.Class) string {
	switch c {
	case gold.Missed:
		return in.say("漏", "miss")
	case gold.Extra:
		return in.say("多", "extra")
	case gold.WrongValue:
		return in.say("值", "value")
	case gold.WrongUnit:
		return in.say("单位", "unit")
	case gold.WrongMetric:
		return in.say("指标", "metric")
	case gold.WrongAttribute:
		return in.say("属性", "attr")
	case gold.Right:
		return "✓"
	}
	return "○"
}

func (in *Input) classes() []class {
	count := map[gold.Class]int{}
	for i := range in.Report.Outcomes {
		count[in.Report.Outcomes[i].Class]++
	}
	var list []class
	for _, c := range gold.Classes() {
		list = append(list, class{c.String(), in.className(c), in.tag(c), c.IsError(), count[c]})
	}
	return list
}

func (in *Input) fieldNames() map[string]string {
	return map[string]string{
		"text": in.say("原文", "text"), "metric": in.say("指标", "metric"), "value": in.say("数值", "value"),
		"high": in.say("上端", "high"), "unit": in.say("单位", "unit"), "missing": in.say("缺失", "missing"),
		"role": in.say("角色", "role"), "basis": in.say("口径", "basis"), "bound": in.say("界", "bound"),
		"status": in.say("状态", "status"), "label": in.say("标签", "label"),
	}
}

// documentFields name the steps that compare a report as a whole.
func (in *Input) documentFields() map[string]string {
	return map[string]string{
		"doc_region": in.say("地区", "region"), "doc_org": in.say("单位", "org"), "doc_period": in.say("报告期", "period"),
	}
}

// says are the words that the script writes.
func (in *Input) says() map[string]string {
	s := map[string]string{
		"gold": in.say("标注", "gold"), "found": in.say("取得", "extracted"), "none": in.say("没有", "none"),
		"rule": in.say("由规则取得", "taken by rule"), "late": in.say("也适用，但排在后面", "applied too, but come later"),
		"noRule":  in.say("没有规则取得它", "no rule took it"),
		"state":   in.say("完成情况由状态词语取得，不经规则", "a state of completion is read from its words, not by the rules"),
		"table":   in.say("由表格的列取得", "decided by the columns of a table"),
		"changed": in.say("规则给出 %s，其后随总数改定", "the rule said %s; its total changed it later"),
		"alt":     in.say("标注也认可", "gold also accepts"),
		"agrees":  in.say("与标注相同", "as marked"),
		"differs": in.say("不同", "differs"),
		"shown":   in.say("显示 %d 处", "%d shown"),
	}
	for _, c := range gold.Classes() {
		s["class "+c.String()] = in.className(c)
	}
	return s
}
