package quantity

import (
	"strings"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/internal/fold"
)

// notUnits are words that begin with the character of a unit but are none:
// 3部门 counts departments and not 部.
const notUnits = `人才 人员 人均 人民 人口 人大 人社 人工 人物 人生 人家 人力 人文 人事 人数 人群 人士 人类
家庭 家长 家园 家电 家政 家访 场所 场地 场馆 场景 项目 次数 次年 部门 部队 部委 部分 部署 部位 组织 组长 组成 组建 期间 期末 期货
批复 批准 批示 批评 台账 台阶 台湾 台风 条例 条件 座谈 座位 面积 面对 面向 面貌 本级 本地 本年 本月 本周 本科 本级 本市 本县 本区 本镇
户籍 户外 户口 户厕 段落 名称 名录 名誉 名师 名牌 名优 位于 位置 位居 位列 分别 分类 分布 分为 分配 分管 分析 分级 分解
元旦 元宵 元月 层次 层面 层级 层层 种植 种类 种养 种子 种粮 张贴 支部 支出 支付 支持 支撑 支行 支援 支书 所有 所属 所在 处理 处罚 处置 处于
片区 个体 个性 个别 个案 个税 起草 起到 起来 起步 间接 对象 对接 对口 对外 对照 对比 对全 对各 对重 对老 对辖 副主 副科 副处 副县 副书 副镇 副高
只有 只是 只能 只要 门诊 门店 门口 例如 例会 回头 回访 回收 队伍 队员 班子 班级 股份 股东 天然 度假 度过 点击 点位 点赞 点评
节目 节日 节约 节能 节水 节点 节假 节庆 课程 课堂 课题 卷宗 版本 版面 篇章 幅度 幅员 册子 本人 本着 件件 把关 把握 把好 条块 根据 根本 枚举
口径 口号 口岸 头条 头部 只用 套餐 套用 里河 里桥 里店 里屯 里铺 里庄 里山 里坪 里湾 里村 里程 里面 方面 方案 方式 方法 方向 方便 方可 升级 升学 升至 升到 升旗 斤两 尺寸 角度 角色
日常 日均 日报 月均 月度 月底 年度 年均 年底 年初 年末 年轻 年龄 年代 周边 周年 周期 时间 时段 时期 小时候 日间 晚会 晚间 晚上 夜间 夜市 度电
层以 名下 眼科 孔子 株连 对手 对标 对应 对于 对策 批量 回落 回升 回暖 家级 家禽 处级 科级 营收 营业 营造 站点 站长 院校 院落 村民 村级 镇级 县级 市级 区级 省级 组合
两癌 两会 两委 两项 两个 两年 两节 两次 两品 两新 两优 两减 两场 两山 两不 两学 两类 两名 两级 两侧 两岸 两区 两县 两镇 两村 两为 两为 套房 套改 栋梁 门类 门票 米面 克服 分局 分院 分馆 分中心 分校 分会 分行 节能 轮训 轮岗 次生 次要 班主任 班车 番茄 成员`

// compileNotUnits builds the trie of those words.
func (l *Lexicon) compileNotUnits() {
	for word := range strings.FieldsSeq(notUnits) {
		l.notUnits.Add(l.Fold.Append(nil, word), 1)
	}
}

// unitAt reads the unit that starts at rune i: its spelling and its end; end is i where there is none.
func (l *Lexicon) unitAt(t *fold.Text, i int) (spell, end int) {
	if i >= t.Len() {
		return -1, i
	}
	n, v := l.units.Longest(t.R[i:])
	if n == 0 {
		return -1, i
	}
	if w, _ := l.notUnits.Longest(t.R[i:]); w > n && !(t.At(i) == '名' && t.At(i+1) == '师' && t.At(i+2) == '生') { // 260名师生
		return -1, i
	}
	return int(v), i + n
}

// unit reads the unit after the numeral of m, over a blank or a line break where the text allows it.
func (s *scanner) unit(m *Mention, n *number) {
	if m.UnitID != NoUnit || m.Unit != "" { // set by a fraction
		return
	}
	if s.tenths(m, n) || s.currency(m) {
		return
	}
	start := m.NumEnd
	if s.bold > 0 && s.bold == start && s.unitFollows(start+2) { // **12**场
		start += 2
	}
	if s.t.At(start) == ' ' && s.t.At(start+1) == '多' && n.arabic { // 300 多人次
		if _, end := s.lex.unitAt(s.t, start+2); end > start+2 {
			start++
			n.end = start
		}
	}
	if gap := skipGap(s.t, start); gap > start && n.arabic {
		if !s.crossable(start, gap) {
			return
		}
		start = gap
	}
	if s.t.At(start) == '多' && start == n.end { // 20多名
		if _, end := s.lex.unitAt(s.t, start+1); end > start+1 || !isHan(s.t.At(start+1)) {
			n.over = true
			start++
			m.NumEnd = start
			m.End = start
		}
	} else if (s.t.At(start) == '来' || s.t.At(start) == '把') && start == n.end && s.roundNumber(n) { // 十来个 千把人
		if _, end := s.lex.unitAt(s.t, start+1); end > start+1 {
			n.about = true
			start++
			m.NumEnd = start
		}
	}
	spell, end := s.lex.unitAt(s.t, start)
	if end == start {
		return
	}
	s.setUnit(m, spell, start, end)
	s.afterClassifier(m, n, end)
	s.alternative(m)
	s.andHalf(m)
	s.andTenths(m)
}

// andTenths reads 1块8 and 两块五 as 1.8 and 2.5 yuan.
func (s *scanner) andTenths(m *Mention) {
	if c := s.t.At(m.End - 1); c != '块' && c != '元' || !m.HasValue || m.HasHigh || m.Value.exp != 0 {
		return
	}
	_, d, _ := class(s.t.At(m.End))
	if k, _, _ := class(s.t.At(m.End)); k != digit && k != hanDigit || d == 0 {
		return
	}
	if next := s.t.At(m.End + 1); next != 0 && next < 0x80 && next != ' ' && next != ',' || isHan(next) {
		return
	}
	m.Value, m.HasValue = m.Value.Add(Decimal{int64(d), -1})
	m.End++
	m.Unit, m.One = "元", false
}

// andHalf reads 两米半 as 2.5.
func (s *scanner) andHalf(m *Mention) {
	if s.t.At(m.End) != '半' || !m.HasValue || m.HasHigh || s.lex.Units[m.UnitID].Class == catalog.Time && m.Value.Cmp(Int(100)) > 0 {
		return
	}
	if next := s.t.At(m.End + 1); isHan(next) && next != '的' {
		return
	}
	m.Value, m.HasValue = m.Value.Add(Decimal{5, -1})
	m.End++
	m.One = false
}

// UnitNamed finds the unit that name spells as a whole: its index in Units and
// the name it is reported under.
func (l *Lexicon) UnitNamed(name string) (id int, unit string, ok bool) {
	i := l.units.Get(l.Fold.Append(nil, name))
	if i < 0 {
		return NoUnit, "", false
	}
	sp := l.spell[i]
	switch {
	case sp.fixed != "":
		return sp.unit, sp.fixed, true
	case l.Units[sp.unit].Class == catalog.Ratio:
		return sp.unit, l.Units[sp.unit].Unit, true
	}
	return sp.unit, name, true
}

// SetBase gives q the base value and base unit that follow from its value and unit.
func (l *Lexicon) SetBase(q *Quantity) {
	q.BaseValue, q.BaseUnit = q.Value, q.Unit
	if q.UnitID == NoUnit {
		return
	}
	unit := &l.Units[q.UnitID]
	if base, ok := q.Value.Mul(unit.Factor); ok {
		q.BaseValue, q.BaseUnit = base, unit.Base
	}
}

func (s *scanner) roundNumber(n *number) bool {
	return n.ok && n.lo.exp == 0 && n.lo.coef%10 == 0 && n.lo.coef != 0
}

func (s *scanner) setUnit(m *Mention, spell, start, end int) {
	sp := s.lex.spell[spell]
	m.UnitID, m.End = sp.unit, end
	m.UnitSpan = s.t.Span(start, end)
	m.Unit = sp.fixed
	if m.Unit == "" {
		m.Unit = m.UnitSpan.Of(s.t.Raw)
		if s.lex.Units[sp.unit].Class == catalog.Ratio {
			m.Unit = s.lex.Units[sp.unit].Unit
		}
	}
}

// crossable reports whether the gap [from, to) between numeral and unit is one
// that only layout put there. Over a line break the unit must end its phrase.
func (s *scanner) crossable(from, to int) bool {
	_, end := s.lex.unitAt(s.t, to)
	if end == to {
		return false
	}
	for i := from; i < to; i++ {
		if s.t.At(i) == '\n' {
			next := s.t.At(end)
			return !isHan(next) && !isDigit(next)
		}
	}
	return true
}

// afterClassifier drops 个 before another unit (个百分点 个小时 个月) and reads 个多月 个半小时.
func (s *scanner) afterClassifier(m *Mention, n *number, end int) {
	c := s.t.At(end - 1)
	if c != '个' && c != '個' || end-1 != s.t.Index(m.UnitSpan.Start) {
		return
	}
	at := end
	half := false
	switch s.t.At(at) {
	case '多':
		at++
	case '半':
		at, half = at+1, true
	}
	spell, stop := s.lex.unitAt(s.t, at)
	if stop == at || !s.droppable(spell, stop) {
		return
	}
	if at > end && !half {
		n.over = true
	}
	if half {
		m.Value, _ = m.Value.Add(Decimal{5, -1})
	}
	s.setUnit(m, spell, at, stop)
}

func (s *scanner) droppable(spell, end int) bool {
	unit := &s.lex.Units[s.lex.spell[spell].unit]
	if unit.Unit == "工日" {
		return true
	}
	switch unit.Class {
	case catalog.Ratio, catalog.Time:
		return unit.Unit != "成" && unit.Unit != "天" && unit.Unit != "日"
	case catalog.People:
		return unit.Unit == "人" && (!isHan(s.t.At(end)) || s.predicateAt(end))
	case catalog.Session:
		switch unit.Unit {
		case "课时", "学时", "班次":
			return true
		case "班": // 6个班, but 3个班子 班级 班组
			return !isHan(s.t.At(end)) || s.t.At(end) != '子' && s.t.At(end) != '级' && s.t.At(end) != '组' && s.t.At(end) != '委'
		}
		return unit.Unit == "次" && !isHan(s.t.At(end))
	}
	return false
}

// sameKind takes in a second unit of things after a stroke, 13624件/套, and reports whether it did.
func (s *scanner) sameKind(m *Mention) bool {
	spell, end := s.lex.unitAt(s.t, m.End+1)
	if end == m.End+1 || m.UnitID == NoUnit {
		return false
	}
	a, b := &s.lex.Units[m.UnitID], &s.lex.Units[s.lex.spell[spell].unit]
	if a.Class != b.Class || a.Class != catalog.Thing && a.Class != catalog.Copy && !(a.Class == catalog.Thing && b.Class == catalog.Copy) {
		return false
	}
	m.End = end
	return true
}

// predicateAt reports whether the text at rune i goes on with what people do and
// not with what kind of people they are: 4个人参加, 8个人发展到.
func (s *scanner) predicateAt(i int) bool {
	for _, w := range [...]string{"参", "发展", "跳", "去", "来", "到", "在", "都", "就", "的", "一起", "功", "负责", "干", "管", "忙"} {
		if s.literal(i, w) {
			return true
		}
	}
	return false
}

// alternative takes in a second unit in brackets: 台（套）, 人（次）.
func (s *scanner) alternative(m *Mention) {
	open := s.t.At(m.End)
	if open == '/' && s.sameKind(m) {
		return
	}
	if open != '（' && open != '(' {
		return
	}
	_, end := s.lex.unitAt(s.t, m.End+1)
	if c := s.t.At(end); end > m.End+1 && (c == '）' || c == ')') {
		m.End = end + 1
	}
}

// tenths reads 八成 as 80 %.
func (s *scanner) tenths(m *Mention, n *number) bool {
	at := m.NumEnd
	if isSpace(s.t.At(at)) && s.t.At(at+1) == '成' {
		at++
	}
	if s.t.At(at) != '成' || strings.ContainsRune("立效功为员果本绩熟就年人长交品套因分都型活体份像文群片规了", rune(s.t.At(at+1))) && s.t.At(at+1) != 0 {
		return false
	}
	if !m.HasValue || m.Value.Cmp(Int(10)) > 0 || m.Value.Sign() <= 0 || n.over {
		return false
	}
	m.Value, _ = m.Value.Shift(1)
	if m.HasHigh {
		m.High, _ = m.High.Shift(1)
	}
	end := at + 1
	if s.t.At(end) == '半' && !m.HasHigh && !s.unitFollows(end+1) { // 一成半
		m.Value, _ = m.Value.Add(Int(5))
		end++
	}
	if k, d, _ := class(s.t.At(end)); k == hanDigit && d > 0 && !m.HasHigh { // 九成三
		if k, _, _ := class(s.t.At(end + 1)); k == other && !s.unitFollows(end+1) {
			m.Value, _ = m.Value.Add(Int(int64(d)))
			end++
		}
	}
	s.percent(m, at, end)
	return true
}

// percent gives m the unit %, written at [start, end).
func (s *scanner) percent(m *Mention, start, end int) {
	if n, v := s.lex.units.Longest([]uint16{'%'}); n == 1 {
		s.setUnit(m, int(v), start, end)
	}
	m.Unit = "%"
	m.End = end
}

// currency reads a sign before the number: ￥300, $20.
func (s *scanner) currency(m *Mention) bool {
	word := ""
	switch s.t.At(m.First - 1) {
	case '$':
		word = "美元"
	case '¥', '￥':
		word = "元"
	default:
		return false
	}
	if k := len(s.dst); k > 0 && s.dst[k-1].End >= m.First {
		return false // the sign is the unit of the number before it: 200¥5
	}
	if _, end := s.lex.unitAt(s.t, m.NumEnd); end > m.NumEnd {
		return false
	}
	if n, v := s.lex.units.Longest(s.lex.Fold.Append(nil, word)); n > 0 {
		m.UnitID, m.Unit = s.lex.spell[v].unit, word
		m.UnitSpan = s.t.Span(m.First-1, m.First)
	}
	m.First--
	return true
}
