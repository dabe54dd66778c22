package quantity

import "github.com/zhaibao/zhaibao/extract/catalog"

// shared reports whether numerals in a list that starts with the 、 at i share
// a grade or an ordinal at its end: 一、二级残疾人, 一、二、三期工程.
func (s *scanner) shared(i int) bool {
	for range 6 {
		if s.t.At(i) != '、' {
			break
		}
		k, _, _ := class(s.t.At(i + 1))
		if k != hanDigit && k != multiplier {
			return false
		}
		i += 2
	}
	switch s.t.At(i) {
	case '级', '期', '类', '等', '届', '标', '档':
		return true
	case '年', '季':
		return s.t.At(i+1) == '级' || s.t.At(i+1) == '度'
	}
	return false
}

// villageGroup recognises the group of a village, which has a number for its name: 七组的群众, 幸福村3组.
func (s *scanner) villageGroup(m *Mention, n *number) bool {
	switch prev := s.t.At(n.start - 1); prev {
	case '村', '区', '社':
		return n.digits <= 2
	default:
		if isHan(prev) || n.arabic || n.runes > 2 {
			return false
		}
	}
	switch s.t.At(m.End) {
	case '的', '村', '群', '居', '组', '因':
		return true
	}
	return false
}

// congress recognises a session of a congress, which has a number for its name: 市五届人大六次会议, 二次全会.
func (s *scanner) congress(m *Mention, n *number) bool {
	if n.arabic || n.runes > 2 || s.t.At(n.end) != '次' {
		return false
	}
	if s.literal(m.End, "全会") || s.literal(m.End, "全体会议") {
		return true
	}
	if !s.literal(m.End, "会议") {
		return false
	}
	k := len(s.dst) - 1
	return k >= 0 && s.dst[k].Reason == Ordinal && n.start-s.dst[k].End <= 6 && s.t.At(s.dst[k].End-1) == '届'
}

// phase recognises a stage of a project, 二期工程 and 公园二期, which is no count of courses.
func (s *scanner) phase(m *Mention, n *number) bool {
	if m.UnitID == NoUnit || n.arabic || n.runes != 1 || s.t.At(n.end) != '期' {
		return false
	}
	for _, w := range [...]string{"工程", "项目", "建设", "主体", "征地", "规划"} {
		if s.literal(m.End, w) || s.literal(n.start-2, w) {
			return true
		}
	}
	switch s.t.At(m.End) {
	case '尚', '已', '正', '未', '主', '完', '竣', '在':
		return true
	}
	if isDigit(s.t.At(m.End)) {
		return true
	}
	switch s.t.At(n.start - 1) {
	case '心', '堤', '厂', '桥', '库', '楼', '理':
		return true // 防洪堤二期
	}
	return s.literal(n.start-2, "公园") || s.literal(n.start-2, "园区") || s.literal(n.start-1, "园") || s.literal(n.start-1, "馆")
}

// second recognises 二次装修 and 二类地区: before a classifier, two is 两 and 二 is the second.
func (s *scanner) second(m *Mention, n *number) bool {
	if n.arabic || n.runes != 1 || s.t.At(n.start) != '二' || m.UnitID == NoUnit {
		return false
	}
	if s.t.At(n.start-1) == '届' {
		return true
	}
	if k := len(s.dst); k > 0 && s.dst[k-1].End == n.start && s.dst[k-1].Reason == Plain { // 三亩二分
		return false
	}
	switch s.lex.Units[m.UnitID].Class {
	case catalog.Session, catalog.Thing, catalog.Place, catalog.Copy:
		return isHan(s.t.At(m.End)) || m.Unit == "类" || m.Unit == "類" || s.afterFirst(n, m.UnitID)
	}
	return false
}

// afterFirst reports whether 二期 goes on a count of stages: 一期、二期.
func (s *scanner) afterFirst(n *number, unit int) bool {
	if len(s.dst) == 0 {
		return false
	}
	p := &s.dst[len(s.dst)-1]
	return p.One && p.UnitID == unit && n.start-p.End <= 1
}
