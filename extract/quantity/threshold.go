package quantity

import (
	"strings"

	"github.com/zhaibao/zhaibao/extract/catalog"
)

// threshold recognises a limit that qualifies what follows: 10万元以上的村.
func (s *scanner) threshold(m *Mention) bool {
	if m.UnitID == NoUnit {
		return false
	}
	class := s.lex.Units[m.UnitID].Class
	if class == catalog.Ratio {
		return false
	}
	if class == catalog.Money && isHan(s.t.At(m.End)) {
		for _, w := range [...]string{"企业", "产业", "项目", "园区", "强镇", "强村", "村", "镇", "集群", "级", "县", "俱乐部"} {
			if s.literal(m.End, w) {
				return true
			}
		}
	}
	i := m.End
	c := s.t.At(i + 1)
	if class == catalog.Length && s.literal(i, "范围") {
		return true // 周边200米范围内
	}
	if s.t.At(i) == '（' || s.t.At(i) == '(' {
		i++
	}
	if s.t.At(i) == '及' && c == '以' {
		i++
		c = s.t.At(i + 1)
	}
	if !(s.t.At(i) == '以' && (c == '上' || c == '下' || c == '内')) {
		return false
	}
	i += 2
	if c := s.t.At(i); c == '）' || c == ')' {
		i++
	}
	next := s.t.At(i)
	return isDigit(next) || isHan(next) && !strings.ContainsRune("为是和及，并且、不达参", rune(next)) && !s.predicate(i)
}

// predicate reports whether a verb at i begins what the figure before it led
// to: 演出100场以上|丰富群众生活, not 300人以上|大型活动.
func (s *scanner) predicate(i int) bool {
	for _, w := range [...]string{"丰富", "满足", "提升", "提高", "推动", "推进", "促进", "带动", "惠及", "覆盖", "服务群众", "完善", "改善", "增加",
		"增强", "有效", "有力", "切实", "极大", "进一步", "确保", "实现", "营造", "吸引", "受益", "用于", "开展", "组织", "举办", "让", "使", "助力", "帮助", "解决", "保障", "免费", "全部", "均"} {
		if s.literal(i, w) {
			return true
		}
	}
	return false
}
