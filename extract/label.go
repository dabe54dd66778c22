package extract

import (
	"github.com/zhaibao/zhaibao/internal/trie"
	"github.com/zhaibao/zhaibao/segment"
)

// label is the noun phrase that names what is counted, as it stands in the text.
func (c *candidate) label() segment.Span {
	if c.unnamed {
		return segment.Span{}
	}
	if c.name.to > 0 {
		return c.text.Span(c.trimStart(c.name.from, c.name.to), c.name.to)
	}
	if c.class&(area|length) != 0 && !c.hasNoun {
		if span, ok := c.measured(); ok {
			return span
		}
	}
	if span, ok := c.borrowed(); ok {
		return span
	}
	if span, ok := c.own(); ok {
		return span
	}
	if p := c.prev; p != nil && p.fact.Rule != undecided && p.sentence() == c.sentence() && (c.emptyLeft() || p.fact.Metric == c.fact.Metric || c.class&persons != 0) {
		return p.fact.Label
	}
	return c.headlineLabel()
}

// own is the label that stands beside the figure itself.
func (c *candidate) own() (segment.Span, bool) {
	named := c.hasNoun && (c.after || c.cues(c.noun)&cueGoal == 0)
	if c.class == money {
		if span, ok := c.moneyLabel(named); ok {
			return span, true
		}
	}
	switch {
	case c.fact.Metric == c.lex.metric.completion && c.fact.Rule != undecided:
		if span, ok := c.planNoun(); ok {
			return span, true
		}
	}
	switch {
	case named && c.after:
		start := c.m.End
		if c.text.At(start) == c.text.At(start-1) && c.noun.end-start > 2 {
			start++ // 六项项工程
		}
		return c.text.Span(start, c.noun.end), true
	case named:
		end := c.taskEnd()
		return c.quoted(c.trimStart(c.phraseStart(c.noun.start), end), end), true
	}
	if end := c.phraseEnd(); end > c.left {
		if start := c.trimStart(c.phraseStart(end), end); end-start >= 2 && !c.onlyVerbs(start, end) {
			return c.quoted(start, end), true
		}
	}
	if c.directlyAfter() && c.class&(persons|place|thing|team|copies) != 0 {
		if end := c.nounAfter(); end-c.m.End >= 2 {
			return c.text.Span(c.m.End, end), true
		}
	}
	return segment.Span{}, false
}

// measured is the item that a measure of it stands before with 的: 投资2亿元的客运站, 230平方米的排练厅.
func (c *candidate) measured() (segment.Span, bool) {
	if c.text.At(c.m.End) == '的' && c.isHan(c.m.End+1) && !c.nextIsRatio() && c.fact.Role != Reference {
		const item = 24 // runes
		end := c.m.End + 1
		for end < min(c.clauses[c.clause].end, c.m.End+item) && (c.isHan(end) || c.text.At(end) == '“' || c.text.At(end) == '”') && !c.numberAt(end) {
			if n, v := c.lex.states.Longest(c.text.R[end:c.clauses[c.clause].end]); n > 0 && state(v)&(stateDone|stateOngoing|stateUndone|stateAll) != 0 && end > c.m.End+4 {
				break
			}
			end++
		}
		if end-c.m.End > 4 && end-c.m.End < item {
			return c.text.Span(c.m.End+1, end), true
		}
	}
	return segment.Span{}, false
}

// moneyLabel names a sum: the item that follows it with 的 (投资2亿元的客运站),
// what it is paid for each of (每所补助3万元), or the verb that is a noun as well (实际|支出).
func (c *candidate) moneyLabel(named bool) (segment.Span, bool) {
	if span, ok := c.measured(); ok {
		return span, true
	}
	if named {
		return segment.Span{}, false
	}
	end := c.skipSpaceBack(c.m.First)
	for c.text.At(end-1) == '约' || c.text.At(end-1) == '达' || c.text.At(end-1) == '共' {
		end--
	}
	if c.each() {
		if start := c.trimStart(c.phraseStart(end), end); end-start <= 2 {
			return c.labelBefore(func(p *candidate) bool { return p.class&money == 0 })
		}
		return segment.Span{}, false
	}
	if c.hasNoun && !c.after && c.noun.end == end {
		return c.text.Span(c.noun.start, end), true // 概算总投资
	}
	if c.endsWith(end, "支出") || c.endsWith(end, "到位") {
		return c.text.Span(end-2, end), end-2 >= c.left
	}
	return segment.Span{}, false
}

// taskEnd is the end of a label whose noun is followed by what is done to it as
// a task: 乡镇文化站|达标改造 计划9个.
func (c *candidate) taskEnd() int {
	end := c.phraseEnd()
	if end-c.noun.end < 2 || end-c.noun.end > 8 {
		return c.noun.end
	}
	for i := c.noun.end; i < end; i++ {
		if r := c.text.At(i); !c.isHan(i) && r != '“' && r != '”' || r == '的' {
			return c.noun.end
		}
	}
	if _, ok := c.cueIn(c.noun.end, end, cueSum|cueResult|cuePlan|cueUp|cueDown); ok {
		return c.noun.end
	}
	for _, w := range taskWords {
		if c.endsWith(end, w) {
			return end
		}
	}
	return c.noun.end
}

// taskWords are verbs that name a task as a noun does.
var taskWords = [...]string{"改造", "检查", "救助", "建设", "治理", "整治", "维修", "修缮", "采购", "筛查", "接种", "体检", "认定", "创建", "保护", "普查", "提升", "安装", "帮扶", "扩建", "迁建", "加固", "手术"}

// borrowed is the label of an earlier figure, for figures that have no noun of
// their own: changes of that figure, shares of its plan, and what ellipsis leaves out.
func (c *candidate) borrowed() (segment.Span, bool) {
	p := c.prev
	if c.fact.Metric == c.lex.metric.change && c.fact.Rule != undecided {
		return c.moved()
	}
	if p == nil || p.fact.Rule == undecided {
		return segment.Span{}, false
	}
	l := &c.lex.metric
	switch {
	case c.fact.Metric == l.coverage && c.hasRune('占') && !c.endsWith(c.phraseEnd(), "比重") && !c.endsWith(c.phraseEnd(), "比例"):
		if span, ok := c.sharing(); ok {
			return span, true
		}
	case c.beside():
		return c.labelBefore(func(p *candidate) bool { return p.fact.Metric == c.fact.Metric })
	case p.m.UnitID == c.m.UnitID && p.sentence() == c.sentence() && c.dealtWith():
		return p.fact.Label, !p.fact.Label.Empty()
	case c.fact.Metric == l.completion && !c.hasNoun:
		if span, ok := c.planNoun(); ok {
			return span, true
		}
		return c.labelBefore(func(p *candidate) bool { return p.fact.Metric != l.change && p.fact.Metric != l.completion })
	case c.hasNoun || int(c.fact.Rule) >= len(rules):
		return segment.Span{}, false
	}
	switch rules[c.fact.Rule].ID {
	case "per-unit-money":
		return c.labelBefore(func(*candidate) bool { return true })
	case "company":
		if span, ok := c.trained(); ok {
			return span, true
		}
		return c.labelBefore(func(p *candidate) bool { return p.class&session != 0 })
	case "ellipsis":
		return p.fact.Label, !p.fact.Label.Empty() && !c.ownWords() && !c.partName()
	case "list", "shared-phrase", "share":
		return p.fact.Label, c.emptyLeft() && !p.fact.Label.Empty()
	}
	if p.m.UnitID == c.m.UnitID && p.fact.Metric == c.fact.Metric && p.sentence() == c.sentence() && !c.partName() {
		return p.fact.Label, !p.fact.Label.Empty()
	}
	return segment.Span{}, false
}

// setsAgainst reports whether a phrase that begins with the character names what
// something is compared with: 比目标, 是五年前, 恢复到.
func setsAgainst(r uint16) bool {
	switch r {
	case '比', '较', '是', '为', '恢', '相', '同':
		return true
	}
	return false
}

// beforeMove is where the words of movement and comparison before the figure start: 发案数|比去年同期下降三成.
func (c *candidate) beforeMove() int {
	const skip = cueLink | cueUp | cueDown | cueMore | cueTo | cueCompare | cueEarlier | cueElsewhere | cueBreak | cueResult | cuePlan | cueEach | cueGoal
	end := c.skipSpaceBack(c.m.First)
	hits := c.hitsIn(c.left, end)
	for i := len(hits) - 1; i >= 0; i-- {
		h := hits[i]
		gap := end - h.end
		moves := c.cues(h)&(cueCompare|cueEarlier) != 0
		if c.cues(h)&skip == 0 || c.word(h).noun && !moves && c.cues(h)&(cueUp|cueDown) == 0 || gap > 0 && !moves && gap > 2 {
			break
		}
		end = h.start
	}
	return end
}

// sharing is what a share is taken for: the words before 占, else the figure before: 管理费38万元，占总支出3%.
func (c *candidate) sharing() (segment.Span, bool) {
	end := c.left
	for c.text.At(end) != '占' {
		end++
	}
	if end > c.left+1 && c.text.At(end+1) == '比' {
		return segment.Span{}, false // 税收占比
	}
	for end > c.left && functionWord(c.text.At(end-1)) {
		end-- // 文化|只占
	}
	if start := c.trimStart(c.phraseStart(end), end); end-start >= 2 && !c.onlyVerbs(start, end) {
		return c.quoted(start, end), true
	}
	return c.labelBefore(func(p *candidate) bool { return p.fact.Metric != c.lex.metric.change })
}

// planNoun is the noun of a share of a plan: 完成率, or the plan it is taken of, 占|年度计划|的.
func (c *candidate) planNoun() (segment.Span, bool) {
	h, ok := c.cueBefore(cueDone | cueGoal)
	if last := c.text.At(h.end - 1); !ok || last != '率' && last != '度' && c.text.At(c.m.First-1) != '的' && c.text.R[h.start] != '占' {
		return segment.Span{}, false // 及时率目标值100%
	}
	start, end := h.start, h.end
	switch a, b := c.text.At(start-2), c.text.At(start-1); {
	case b == '年' && (a == '全' || a == '本'), b == '度' && a == '年':
		start -= 2 // 全年|任务
	case b == '年':
		start--
	}
	if c.text.At(end-1) == '的' {
		end--
	}
	for {
		switch c.text.At(start) {
		case '占', '为', '达', '的':
			start++
			continue
		case '完':
			if c.text.At(start+1) == '成' && end-start > 3 {
				start += 2
				continue
			}
		}
		break
	}
	if c.text.At(h.end-1) == '率' || c.text.At(h.end-1) == '度' && h.end-h.start > 2 {
		start = c.trimStart(c.phraseStart(start), end)
	}
	return c.text.Span(start, end), end-start >= 2
}

// trained is who a course was held for, named before it: 图书管理员业务培训3期，180人次.
func (c *candidate) trained() (segment.Span, bool) {
	for p := c.prev; p != nil && c.near(p); p = p.prev {
		if p.class&session == 0 || p.fact.Rule == undecided {
			continue
		}
		if p.fact.Metric != c.lex.metric.trainings {
			break
		}
		probe := *c
		probe.left = p.left
		for _, h := range c.hitsIn(p.left, p.m.First) {
			for _, s := range c.word(h).senses {
				if s.classes&people != 0 && s.classes != anyClass && s.strength != verb && s.metric != c.lex.metric.trainees {
					return c.text.Span(probe.trimStart(probe.phraseStart(h.start), h.end), h.end), true
				}
			}
		}
		break
	}
	return segment.Span{}, false
}

// moved is what a change speaks of: the words before the movement in its clause, else the figure before.
func (c *candidate) moved() (segment.Span, bool) {
	if p := c.inOrder(); p != nil {
		return p.fact.Label, true
	}
	if end := c.beforeMove(); end > c.left {
		start := c.trimStart(c.phraseStart(end), end)
		if end-start >= 2 && !c.onlyVerbs(start, end) && !setsAgainst(c.text.At(start)) {
			return c.quoted(start, end), true
		}
	}
	if span, ok := c.labelBefore(func(p *candidate) bool { return p.fact.Basis != Part && p.fact.Metric != c.lex.metric.completion }); ok {
		return span, true
	}
	return segment.Span{}, false
}

// inOrder is the figure before 分别 that a change after it speaks of: 存栏21万头、出栏16万头，分别增长1%和2%.
func (c *candidate) inOrder() *candidate {
	first, n := c, 1
	for first.prev != nil && first.listed && first.prev.fact.Metric == c.fact.Metric && n < maxMembers {
		first, n = first.prev, n+1
	}
	if _, ok := first.spread(); !ok {
		return nil
	}
	members := n
	for k := c.mentionAt(c.m.End); k < len(c.mentions) && members < 2*maxMembers && c.listMark(c.mentions[k-1].End, c.mentions[k].First); k++ {
		members++
	}
	p := first.prev
	for range members - n {
		if p == nil {
			return nil
		}
		p = p.prev
	}
	if p == nil || p.fact.Rule == undecided || p.fact.Metric == c.fact.Metric || p.sentence() != c.sentence() {
		return nil
	}
	return p
}

// spread finds 分别 before the figure.
func (c *candidate) spread() (hit, bool) {
	for _, h := range c.hitsIn(c.left, c.m.First) {
		if c.text.At(h.start) == '分' && c.text.At(h.start+1) == '别' || h.end-h.start > 2 && c.text.At(h.end-2) == '分' && c.text.At(h.end-1) == '别' {
			return h, true // 分别, 同比分别
		}
	}
	return hit{}, false
}

// partName reports whether a part is named by words of its own, however short: 其中公办15家、民办6家.
func (c *candidate) partName() bool {
	if c.fact.Basis != Part {
		return false
	}
	end := c.phraseEnd()
	start := c.trimStart(c.phraseStart(end), end)
	return end-start >= 2 && !c.onlyVerbs(start, end)
}

// ownWords reports whether the text before the figure says more than a verb: 检出不合格9批次.
func (c *candidate) ownWords() bool {
	end := c.phraseEnd()
	return end-c.trimStart(c.phraseStart(end), end) >= 3
}

// labelBefore is the label of the nearest figure before that fits and has one.
func (c *candidate) labelBefore(fits func(*candidate) bool) (segment.Span, bool) {
	for p := c.prev; p != nil && c.near(p); p = p.prev {
		if p.fact.Rule != undecided && fits(p) && !p.fact.Label.Empty() {
			return p.fact.Label, true
		}
	}
	return segment.Span{}, false
}

// headlineLabel is the run-in headline over the block, for figures that name nothing themselves.
func (c *candidate) headlineLabel() segment.Span {
	const limit = 45 // bytes: a headline that names one thing
	s := c.w.scopes[c.w.block.index].section
	if s < 0 || c.w.report.Doc.Blocks[s].Level < 3 {
		return segment.Span{}
	}
	b := &c.w.report.Doc.Blocks[s]
	span := segment.Span{Start: max(b.Start, b.Marker.End), End: b.End}
	if span = trimSpan(c.text.Raw, span); span.Len() > limit {
		return segment.Span{}
	}
	return span
}

// trimStart is where a label that ends at end starts, once the verbs that handle
// what is counted and the house it belongs to are off: 新建|文化广场, 平台推送|信息.
func (c *candidate) trimStart(start, end int) int {
	if c.class&persons != 0 && end-start >= 4 && c.text.At(start) == '培' && c.text.At(start+1) == '训' && c.text.At(end-1) != '班' && c.text.At(start+2) != '人' {
		start += 2 // 培训|农民
	}
	if i := start + 1; c.text.At(i) == '、' && end-start > 6 && (c.text.At(start) == '省' || c.text.At(start) == '国' || c.text.At(start) == '市') {
		for i < start+6 && c.text.At(i) != '级' {
			i++
		}
		if c.text.At(i) == '级' {
			start = i + 1 // 省、市、县级|传承人
		}
	}
	switch c.text.At(start) {
	case '类', '项', '级', '种':
		if before := c.text.At(start - 1); before == '各' || before == '多' || before == c.text.At(start) || before >= '0' && before <= '9' {
			start++
		}
	}
	if i := start; c.text.At(i) >= '0' && c.text.At(i) <= '9' {
		for i < end && c.text.At(i) >= '0' && c.text.At(i) <= '9' {
			i++
		}
		if c.text.At(i) == '岁' && end-i > 2 {
			start = i + 1 // 0-6岁|残疾儿童
		}
	}
	if c.class == ratio && c.fact.Metric != c.lex.metric.change {
		return start // 调解成功率 keeps its verb
	}
	for i := end - 2; i > start; i-- {
		if n, v := c.lex.handlers.Longest(c.text.R[i:end]); (v == pureVerb || v == modifierVerb && c.class&persons != 0 && !c.generic(c.text.R[i+n:end])) && n >= 2 && end-i-n >= 2 {
			start = i + n
			break
		}
		if c.text.At(i-1) == '等' && c.text.At(i-2) != '同' && i-1 > start {
			start = i // 书架等|设备采购
			break
		}
	}
	return c.leadingVerbs(c.possessor(start, end), end)
}

// possessor takes off a label the verb that does something with the noun
// counted, and the house or place the noun belongs to: 培训|农民, 公共图书馆|总流通.
func (c *candidate) possessor(start, end int) int {
	if !c.hasNoun || c.after || c.noun.start <= start || c.noun.end > end || c.generic(c.text.R[c.noun.start:c.noun.end]) {
		return start
	}
	hits := c.hitsIn(start, c.noun.start)
	if len(hits) == 0 || hits[len(hits)-1].end != c.noun.start {
		return start
	}
	h := hits[len(hits)-1]
	w, l := c.word(h), &c.lex.metric
	if _, does := c.sense(h, verb); c.class&persons != 0 && h.end-h.start > 1 && (does && (!w.noun || c.text.R[h.start] == '培' || c.text.R[h.start] == '服') || !w.noun && c.cues(h)&cueAction != 0) {
		return h.end
	}
	if !w.noun {
		if c.class&place != 0 && c.cues(h)&cueAction != 0 && c.text.At(h.end-1) == '设' {
			return h.end // 贫困村建设|文化活动室
		}
		return start
	}
	for _, s := range w.senses {
		if s.strength == strongNoun && (s.metric == l.facilities || s.metric == l.places) &&
			c.fact.Metric != l.facilities && c.fact.Metric != l.places && c.fact.Metric != l.projects && c.fact.Metric != l.area && c.fact.Metric != l.workforce && !c.endsWith(h.end, "乡村") && !c.endsWith(h.end, "农村") {
			return h.end
		}
	}
	return start
}

// genericHeads are nouns that name nothing without the words before them.
var genericHeads = [...]string{"项目", "活动", "工作", "任务", "设施", "场所", "人员", "队伍", "资金", "经费", "数量", "总数", "面积", "人数", "单位", "机构", "企业", "服务", "工程", "设备", "器材", "收入", "产值", "投资", "支出", "补助", "补贴", "户", "人", "金额", "款物", "农户", "人口", "费用", "总投资"}

func (c *candidate) generic(noun []uint16) bool { return c.lex.generic.Get(noun) != trie.None }

// leadingVerbs takes verbs off the front of a label.
func (c *candidate) leadingVerbs(start, end int) int {
	for {
		n, v := c.lex.handlers.Longest(c.text.R[start:end])
		if n == 0 || end-start-n < min(n, 2) || c.text.At(start) == '占' && end-start == 2 || v == modifierVerb && c.generic(c.text.R[start+n:end]) || v == longVerb && end-start-n < 3 || n == 1 && c.nounAt(start) && !(c.text.At(start) == '应' && c.text.At(start+1) == '放') {
			return start
		}
		start += n
	}
}

// onlyVerbs reports whether the runes [start, end) say what is done and not with what: 正在建设, 已办结.
func (c *candidate) onlyVerbs(start, end int) bool {
	for start < end {
		if r := c.text.At(start); r >= '0' && r <= '9' || r == '月' || r == '日' || r == '年' || r == '底' {
			start++
			continue
		}
		n, _ := c.lex.states.Longest(c.text.R[start:end])
		if m, _ := c.lex.handlers.Longest(c.text.R[start:end]); m > n {
			n = m
		}
		if hits := c.hitsIn(start, end); len(hits) > 0 && hits[0].start == start && (!c.word(hits[0]).noun && c.cues(hits[0]) != 0 || c.cues(hits[0])&(cueCompare|cueEarlier) != 0) {
			n = max(n, hits[0].end-start)
		}
		if n == 0 {
			return false
		}
		start += n
	}
	return true
}

// nounAt reports whether a noun of more than two characters starts at rune i: 送戏下乡 keeps its 送.
func (c *candidate) nounAt(i int) bool {
	hits := c.hitsIn(i, min(i+12, c.m.First))
	return len(hits) > 0 && hits[0].start == i && hits[0].end-i > 2 && c.word(hits[0]).noun
}

// quoted makes the quotes of a label whole.
func (c *candidate) quoted(start, end int) segment.Span {
	if r := c.text.At(end); r == '”' || r == '》' {
		end++
	}
	if r := c.text.At(start - 1); start > c.left && (r == '“' || r == '《') {
		start--
	}
	return c.text.Span(start, end)
}

// breaks are the words at which a noun phrase cannot go on to the left.
const breaks = cueAction | cueLink | cuePlan | cueResult | cueCompare | cueUp | cueDown | cuePart | cueBreak | cueRest | cueStock | cueSum | cueEach

// phraseStart walks back from the head of a noun phrase over what may modify it.
func (c *candidate) phraseStart(head int) int {
	left := max(c.left, c.dateEnd(head))
	hits := c.hitsIn(left, head)
	for i := head; i > left; {
		if n := len(hits); n > 0 && hits[n-1].end == i {
			h := hits[n-1]
			if !c.word(h).noun && c.cues(h)&breaks != 0 && !c.joins(h) && !c.qualifies(h) {
				return i
			}
			i, hits = h.start, hits[:n-1]
			continue
		}
		for len(hits) > 0 && hits[len(hits)-1].end > i {
			hits = hits[:len(hits)-1]
		}
		if !c.phraseRune(i-1) && !(c.text.At(i-1) == '.' && c.text.At(i) >= '0' && c.text.At(i) <= '9' && c.phraseRune(i-2)) || c.text.At(i-1) == '中' && c.amongBefore(i-1) {
			return i
		}
		i--
	}
	return left
}

// dateEnd is where the last period named before rune i ends, 0 where none is near.
func (c *candidate) dateEnd(i int) int {
	for k := c.w.timeAt - 1; k >= 0 && k >= c.w.timeAt-2; k-- {
		at := c.text.Index(c.w.times[k].End)
		for r := c.text.At(at); r == '底' || r == '末' || r == '前'; r = c.text.At(at) {
			at++
		}
		if at <= i-2 {
			return at
		}
	}
	return 0
}

// amongBefore reports whether 中 at rune i closes the group that the figure is a part of: 16名职工中|本科学历.
func (c *candidate) amongBefore(i int) bool {
	p := c.prev
	return p != nil && p.after && p.noun.end == i || c.left < i && c.text.At(c.left-1) == '名'
}

// qualifies reports whether the word qualifies the noun after it: 重点|项目, 人均|公园绿地面积.
func (c *candidate) qualifies(h hit) bool {
	a, b := c.text.At(h.start), c.text.At(h.start+1)
	if h.end-h.start == 1 && c.isHan(h.start-1) {
		switch a {
		case '能', '上', '计', '份', '底', '即':
			return true // 技能培训
		case '用':
			switch c.text.At(h.start - 1) {
			case '农', '民', '军', '专', '商', '家', '公', '食', '药', '通':
				return true // 农用物资
			}
		}
	}
	if h.end-h.start == 1 && a == '办' {
		switch c.text.At(h.start - 1) {
		case '公', '民', '校', '企', '村':
			return true // 公办, 民办
		}
	}
	if h.end-h.start != 2 {
		return false
	}
	return a == '重' && b == '点' || c.class&(area|ratio|hours) != 0 && (a == '人' && b == '均' || a == '平' && b == '均')
}

// joins reports whether the word is 和 or 及 between two nouns of one phrase: 重大疾病及精神病患者.
func (c *candidate) joins(h hit) bool {
	r := c.text.At(h.start)
	return h.end-h.start == 1 && (r == '和' || r == '及') && c.isHan(h.start-1) && c.class&(ratio|money) == 0
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
	if r := c.text.At(end - 1); r == '≥' || r == '≤' || r == '>' || r == '<' {
		end = c.skipSpaceBack(end - 1)
	}
	hits := c.hitsIn(c.left, end)
	for i := len(hits) - 1; i >= 0 && hits[i].end == end; i-- {
		if c.cues(hits[i])&(cueLink|cueBreak|cueUp|cueDown|cueTo|cueEach|cuePart|cueResult|cueGoal|cuePlan) == 0 {
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
		if !c.word(h).noun && c.cues(h)&(cueAction|cueLink|cueResult|cueCompare|cueUp|cueDown|cueTo) != 0 {
			return h.start
		}
	}
	return end
}
