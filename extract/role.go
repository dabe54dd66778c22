package extract

import (
	"strings"

	"github.com/zhaibao/zhaibao/period"
)

// roleChoices is the ordered list of what makes a figure a yardstick or an aim.
var roleChoices = []choice[Role]{
	{"no-yardstick", "Growth and shares of a plan are reported, whatever they are compared with: 仅为上年的七成.",
		[]Example{{"经营收入仅为上年的七成。", "七成 change"}}, Actual, (*candidate).comparing},
	{"from", "The start of a movement is an earlier figure: 由2.7%下降到0.4%.",
		[]Example{{"贫困发生率由2.7%下降到0.4%。", "2.7% coverage_rate reference; 0.4% coverage_rate"}}, Reference, (*candidate).fromTo},
	{"earlier", "A figure of an earlier period or another place: 去年同期的45场, 比全省的91%.",
		[]Example{{"满意率比全省平均的91%高2个百分点。", "91% coverage_rate reference; 2个百分点 other"}}, Reference, needs(cueEarlier|cueElsewhere|cueCompare, (*candidate).ofEarlier)},
	{"last-year", "What a clause tells of an earlier year: 去年演出100场，今年演出120场.",
		[]Example{{"去年演出100场，今年演出120场。", "100场 performance_sessions reference; 120场 performance_sessions"}}, Reference, needs(cueEarlier, (*candidate).lastYear)},
	{"yardstick", "A standard or quota that is only named: 补助标准为600元, 编制65名.",
		[]Example{{"全馆编制65名。", "65名 workforce reference"}}, Reference, needs(cueYardstick, (*candidate).yardstick)},
	{"compared-aim", "An aim that something is compared with: 好于5.5%的控制目标.",
		[]Example{{"失业率4.9%，低于5.5%的控制目标。", "4.9% coverage_rate; 5.5% coverage_rate target"}}, Target, (*candidate).comparedAim},
	{"compared-yardstick", "A standard or another's figure that something is compared with: 低于10%的上限, 与周边学校80%的水平有差距.",
		[]Example{{"管理费占3.6%，低于10%的规定上限。", "3.6% coverage_rate; 10% coverage_rate reference"}}, Reference, (*candidate).comparedYardstick},
	{"listed-yardstick", "A list of yardsticks goes on: 标准为小学1000元、初中1250元.",
		[]Example{{"补助标准为1000元、1250元。", "1000元 funds_disbursed reference; 1250元 funds_disbursed reference"}}, Reference, (*candidate).listedReference},
	{"beside-ratio", "What a share is taken of is the plan: 占年度计划120场的56%.",
		[]Example{{"完成工程量30公里的60%。", "30公里 infrastructure target; 60% completion_rate"}}, Target, needs(cueGoal|cueDone, (*candidate).beside)},
	{"plan-headline", "Figures under a headline of plans or after 下一步 are aims, unless the clause speaks of the present.",
		[]Example{{"下一步，送戏20场。", "20场 performance_sessions target"}}, Target, (*candidate).underPlan},
	{"goal", "A word of task or goal beside the figure: 目标任务160人次.",
		[]Example{{"全年任务160人次。", "160人次 participants target"}}, Target, needs(cueGoal, (*candidate).goal)},
	{"signed-goal", "A limit written with ≥ or ≤ beside what was reached: 群众满意度≥90%，实际96.2%.",
		[]Example{{"群众满意度≥90%，实际满意度96.2%。", "90% coverage_rate target; 96.2% coverage_rate"}}, Target, (*candidate).signedGoal},
	{"answered", "What the next figure tells the completion of, where the words before speak of tasks: 全年指标：送戏160场，完成164场.",
		[]Example{{"全年指标：送戏160场，完成164场。", "160场 performance_sessions target; 164场 performance_sessions"}}, Target, (*candidate).answered},
	{"needed", "Money that is needed: 硬化操场需要资金27万元.",
		[]Example{{"操场硬化需要资金27万元。", "27万元 funds_invested target"}}, Target, (*candidate).needed},
	{"due", "What is due beside what was done of it: 应缴1102人，已缴1095人.",
		[]Example{{"医保应缴1102人，实缴1095人。", "1102人 beneficiaries target; 1095人 beneficiaries"}}, Target, (*candidate).due},
	{"listed-goal", "A list of goals goes on: 目标任务20场、30场.",
		[]Example{{"目标任务20场、30场。", "20场 activity_sessions target; 30场 activity_sessions target"}}, Target, (*candidate).listedTarget},
	{"part-of-target", "Parts of a target are aimed at as it is: 计划投入500万元，其中省级300万元.",
		[]Example{{"目标任务300人，其中党员20人。", "300人 participants target; 20人 participants target part"}}, Target, (*candidate).partOfTarget},
	{"budget", "A budget beside what was received or spent of it: 预算320万元，实际支出300万元.",
		[]Example{{"项目预算320万元，实际支出300万元。", "320万元 funds_received target; 300万元 funds_invested"}}, Target, (*candidate).budget},
	{"deadline", "What a term after the report's period is set for: 12月底前接种率达到85%.",
		[]Example{{"抓紧推进接种，2024年6月底前接种率达到85%。", "85% coverage_rate target"}}, Target, (*candidate).deadline},
	{"plan-after", "A word of plan directly behind the figure: 其余11个计划年底前完成.",
		[]Example{{"改造文化站6个，剩余3个计划年底前实施到位。", "6个 facilities; 3个 facilities target"}}, Target, (*candidate).planAfter},
	{"plan", "A word of plan earlier in the sentence that no result has ended: 力争送戏100场.",
		[]Example{{"力争送戏100场。", "100场 performance_sessions target"}, {"计划送戏20场，已送戏12场。", "20场 performance_sessions target; 12场 performance_sessions"}}, Target, needs(cuePlan|cueGoal, (*candidate).planned)},
	{"limit", "A limit beside the level it is set for: 失业率3.1%，控制在4.5%以内.",
		[]Example{{"失业率3.1%，控制在4.5%以内。", "3.1% coverage_rate; 4.5% coverage_rate target"}}, Target, (*candidate).within},
}

// role tells what is reported from what is aimed at or only compared with.
func (c *candidate) role() Role { return choose(roleChoices, c, Actual) }

// comparing reports whether the figure is itself a comparison or a share of a plan, and no plan governs it.
func (c *candidate) comparing() bool {
	l := &c.lex.metric
	return (c.fact.Metric == l.change || c.fact.Metric == l.completion) && !c.underPlan() && !c.within() && !(c.fact.Metric == l.change && c.planned())
}

func (c *candidate) listedReference() bool {
	return c.listed && c.emptyLeft() && c.prev.fact.Role == Reference && !c.hasRune('实') && !c.hasRune('现') // 编制58名、实有49人
}

func (c *candidate) listedTarget() bool {
	p := c.prev
	if p == nil || p.fact.Role != Target || p.fact.Rule == undecided {
		return false
	}
	if c.listed && c.emptyLeft() {
		return true
	}
	_, done := c.cueBefore(cueResult)
	if done || !c.afterMark(p) {
		return false
	}
	for n := 0; n < maxMembers && p != nil && p.fact.Role == Target && p.fact.Rule != undecided; n++ {
		if p.goal() {
			return true // 任务14个小区、3286户、面积31万㎡
		}
		if p.prev == nil || !p.afterMark(p.prev) {
			return false
		}
		p = p.prev
	}
	return false
}

// afterMark reports whether 、 stands directly behind the figure before, or behind its noun.
func (c *candidate) afterMark(p *candidate) bool {
	end := p.m.End
	if p.after {
		end = p.noun.end
	}
	return c.text.At(end) == '、' && c.clause-p.clause <= 1
}

// signedGoal recognises ≥ and ≤ before a figure that another of its unit answers.
func (c *candidate) signedGoal() bool {
	switch c.text.At(c.skipSpaceBack(c.m.First) - 1) {
	case '≥', '≤', '>', '<', '≧', '≦':
		k := c.mentionAt(c.m.End)
		return k < len(c.mentions) && c.mentions[k].First-c.m.End <= reach/8 && c.mentions[k].UnitID == c.m.UnitID && c.mentions[k].Unit == c.m.Unit
	}
	return false
}

// answered recognises a task before its result: the next figure has the same
// unit and nothing but 完成 before it, and the sentence began with tasks.
func (c *candidate) answered() bool {
	const words = 6 // runes
	k := c.mentionAt(c.m.End)
	if k >= len(c.mentions) || c.mentions[k].UnitID != c.m.UnitID || c.mentions[k].First-c.m.End > words || c.class&(ratio|money) != 0 {
		return false
	}
	end := c.mentions[k].First
	if !c.endsWith(end, "完成") && !c.endsWith(end, "实际") && !c.endsWith(end, "完成值") {
		return false
	}
	start := c.chainStart(c.clause)
	for _, h := range c.hitsIn(start, min(start+words*2, c.m.First)) {
		last := c.text.At(h.end - 1)
		if after := c.text.At(h.end); (after == '：' || after == ':') && (last == '标' || last == '务') {
			return true
		}
	}
	return false
}

// needed recognises 需要 and 尚需 before a sum.
func (c *candidate) needed() bool {
	if c.class != money {
		return false
	}
	for i := c.m.First - 1; i > max(c.left, c.m.First-8); i-- {
		if b := c.text.At(i - 1); c.text.At(i) == '需' && b != '不' && b != '无' && (c.text.At(i+1) == '要' || c.text.At(i-1) == '还' || c.text.At(i-1) == '尚') {
			return true
		}
	}
	return false
}

// insideWord reports whether 应 at rune i ends a word of its own: 反应, 供应, 应该.
func (c *candidate) insideWord(i int) bool {
	switch c.text.At(i - 1) {
	case '反', '供', '适', '对', '响', '效', '相', '答', '应':
		return true
	}
	return false
}

// due recognises 应 with a verb that 实 or 已 takes up after the figure: 应拨52万元，实拨47万元.
func (c *candidate) due() bool {
	const words = 8 // runes
	for i := c.m.First - 1; i >= max(c.left, c.m.First-words); i-- {
		if r := c.text.At(i); r != '应' && r != '该' || c.insideWord(i) {
			continue
		}
		verb := c.text.At(i + 1)
		for k := c.m.End; k < min(c.m.End+reach/6, c.text.Len()); k++ {
			if r := c.text.At(k); (r == '实' || r == '已' || r == '参') && (c.text.At(k+1) == verb || c.text.At(k+2) == verb) {
				return true
			}
		}
	}
	return false
}

// deadline recognises a term after the report's period: 12月底前, 2025年年底前.
func (c *candidate) deadline() bool {
	t := c.timeBefore()
	if t == nil || !after(t.Period, c.period) || c.reportedHere() {
		return false
	}
	if before := c.text.Raw[:t.Start]; strings.HasSuffix(before, "到") || strings.HasSuffix(before, "至") {
		return true // 到2025年，装机容量超过1亿千瓦
	}
	if t.Start < c.text.Off[c.clauses[c.clause].start] {
		return false
	}
	for _, w := range [...]string{"底前", "前", "末前", "底之前", "之前"} {
		if strings.HasPrefix(c.text.Raw[t.End:c.m.Start], w) {
			return true
		}
	}
	return false
}

// planAfter recognises a word of plan directly behind the figure or its noun.
func (c *candidate) planAfter() bool {
	if c.class&(money|ratio) != 0 {
		return false
	}
	end := c.m.End
	if c.after {
		end = c.noun.end
	}
	for _, h := range c.hitsIn(end, min(end+4, c.clauses[c.clause].end)) {
		switch c.text.R[h.start] {
		case '计', '拟', '力', '确':
			return h.start == end && c.cues(h)&cuePlan != 0 && h.end < c.clauses[c.clause].end
		}
	}
	return false
}

// after reports whether period p begins after q has ended.
func after(p, q period.Period) bool {
	first, _, ok := p.Months()
	_, last, known := q.Months()
	return ok && known && first > last
}

func (c *candidate) partOfTarget() bool {
	p := c.total()
	if p == nil || p.fact.Role != Target {
		return false
	}
	done := false
	if q := p.prev; q != nil && q.fact.Rule != undecided && q.m.UnitID == p.m.UnitID && q.fact.Role == Actual && p.near(q) {
		done = true // 放映3912场，完成任务3900场；其中室内1752场
	}
	for _, h := range c.hitsIn(c.left, c.m.First) {
		done = done || c.cues(h)&cueResult != 0 && c.cues(h)&cuePart == 0
	}
	return c.class&(money|persons) != 0 || p.m.UnitID == c.m.UnitID && !c.saysDone() && !done
}

// saysDone reports whether a word of completion stands beside the figure: 已建成22个, 4个在建.
func (c *candidate) saysDone() bool {
	for i := max(c.left, c.m.First-6); i < c.m.First; i++ {
		if n, v := c.lex.states.Longest(c.text.R[i:c.m.First]); n > 0 && state(v)&(stateDone|stateOngoing|stateUndone|alone|verbEnd|verbStart) != 0 {
			return true
		}
	}
	for i := c.m.End; i < min(c.right, c.m.End+8); i++ {
		if n, v := c.lex.states.Longest(c.text.R[i:c.right]); n > 0 && state(v)&(stateDone|stateOngoing|stateUndone|alone|verbEnd|verbStart) != 0 {
			return true
		}
	}
	return false
}

// budget recognises a budget that later words of the block set against what came of it.
func (c *candidate) budget() bool {
	if c.class != money {
		return false
	}
	at := c.phraseEnd()
	if c.endsWith(at, "安排") {
		at -= 2
	}
	if !c.endsWith(at, "预算") && !c.endsWith(at, "预算数") && !c.budgeted() {
		return false
	}
	for i := c.m.End; i < min(c.m.End+reach/2, c.text.Len()-1); i++ {
		switch a, b := c.text.At(i), c.text.At(i+1); {
		case a == '实' && (b == '际' || b == '支'), a == '决' && b == '算', a == '执' && b == '行' && c.text.At(i+2) == '数', a == '到' && b == '账':
			return true
		}
	}
	return false
}

// budgeted reports whether 预算 with a verb of its own governs the sum: 预算安排救助资金400万元.
func (c *candidate) budgeted() bool {
	for i := max(c.left, c.m.First-reach/4) + 4; i <= c.m.First; i++ {
		if c.endsWith(i, "预算安排") {
			return true
		}
	}
	return c.endsWith(c.m.First, "预算是") || c.endsWith(c.m.First, "预算为")
}

// underPlan recognises figures under a headline of plans that do not speak of the present.
func (c *candidate) underPlan() bool { return c.plan && !c.reportedHere() }

// goal recognises a word of task or goal that the figure belongs to. Under a
// headline of plans the headline has decided already.
func (c *candidate) goal() bool {
	if c.plan || c.fact.Metric == c.lex.metric.change {
		return false
	}
	h, ok := c.cueBefore(cueGoal)
	return ok && !c.resultBetween(h.end) && c.ownsGoal(h)
}

// fromTo recognises the start of a movement: 由X提高到Y, 从X增加到Y.
func (c *candidate) fromTo() bool {
	from := -1
	for i := c.left; i < c.m.First; i++ {
		if r := c.text.At(i); (r == '由' || r == '从') && !c.inHit(i, cuePlan) {
			from = i
		}
	}
	if from < 0 {
		return c.formerly()
	}
	end := c.ahead()
	if c.leadsOn() {
		return true
	}
	h, ok := c.cueAfter(c.m.End, end, cueUp|cueDown)
	if ok && h.end < end {
		return c.text.At(h.end) == '到' || c.text.At(h.end) == '至' || c.cues(h)&cueTo != 0 || c.text.At(h.end-1) == '到' || c.text.At(h.end-1) == '至'
	}
	h, ok = c.cueAfter(c.m.End, end, cueTo)
	return ok && h.end-h.start > 1
}

// formerly recognises 原来 before a figure that another has replaced since: 原来4支，现在发展到9支.
func (c *candidate) formerly() bool {
	h, ok := c.cueBefore(cueEarlier)
	if !ok || c.text.R[h.start] != '原' && c.text.R[h.start] != '最' || !c.onlyLinks(h.end, c.m.First) {
		return false
	}
	k := c.mentionAt(c.m.End)
	if k >= len(c.mentions) || c.mentions[k].First-c.m.End > 10 {
		return false
	}
	for i := c.m.End; i < c.mentions[k].First; i++ {
		if r := c.text.At(i); r == '现' || r == '到' || r == '至' {
			return true
		}
	}
	return false
}

// leadsOn reports whether the words after the figure lead to the next one: 3家扩充至7家, 2类调整为4类.
func (c *candidate) leadsOn() bool {
	const verb = 6 // runes
	k := c.mentionAt(c.m.End)
	if k >= len(c.mentions) || c.mentions[k].First-c.m.End > verb {
		return false
	}
	next := c.mentions[k].First
	for i := c.m.End; i < next; i++ {
		if !c.isHan(i) {
			return false
		}
	}
	if c.text.At(next-1) == '了' {
		next--
	}
	switch c.text.At(next - 1) {
	case '到', '至', '为', '成':
		return true
	}
	return false
}

// ahead is how far a rule looks behind the figure: to the clause's end, within a reach.
func (c *candidate) ahead() int { return min(c.clauses[c.clause].end, c.m.End+reach/4) }

func (c *candidate) cueAfter(from, to int, set cue) (hit, bool) {
	for _, h := range c.hitsIn(from, to) {
		if c.cues(h)&set != 0 {
			return h, true
		}
	}
	return hit{}, false
}

// inHit reports whether rune i lies in a word with one of the cues.
func (c *candidate) inHit(i int, set cue) bool {
	h, ok := c.cueIn(c.left, c.m.First, set)
	return ok && h.start <= i && i < h.end
}

// ofEarlier recognises 去年同期的45场 and 比全省的91.2%.
func (c *candidate) ofEarlier() bool {
	h, ok := c.cueIn(c.left, c.m.First, cueEarlier|cueElsewhere|cueCompare)
	if ok && c.class == ratio && c.cues(h)&cueElsewhere != 0 && c.text.At(h.end) == '的' && !c.comparedWith(h) {
		return false // 不足全省的15%
	}
	if !ok || c.cues(h)&(cueEarlier|cueElsewhere) == 0 && h.end-h.start < 3 {
		return false
	}
	end := h.end
	if c.text.At(end) == '的' {
		end++
	}
	return c.onlyLinks(end, c.m.First) && (c.text.At(c.m.First-1) == '的' || c.cues(h)&cueCompare == 0 && (c.after && c.cues(h)&cueEarlier != 0 || c.comparedWith(h)))
}

// lastYear recognises a clause that opens with an earlier period and tells of
// nothing since: 去年演出100场, but not 去年以来 or 比去年.
func (c *candidate) lastYear() bool {
	start := max(c.clauses[c.clause].start, c.lead)
	hits := c.hitsIn(start, min(c.m.First, start+reach))
	if len(hits) == 0 || hits[0].start != start || c.cues(hits[0])&cueEarlier == 0 || c.cues(hits[0])&cueCompare != 0 {
		return false
	}
	h := hits[0]
	if c.text.At(start+1) != '年' { // 去年 上年 往年 前年
		return false
	}
	if r := c.text.At(h.end); (r == '底' || r == '末') && c.onlyLinks(h.end+1, c.m.First) {
		return true // 占比，去年底54%，今年6月底58%
	}
	switch c.text.At(h.end) {
	case '结', '以', '起', '至', '到', '底', '末', '开', '来', '的', '下', '年', '冬', '秋':
		return false
	}
	return true
}

// comparedWith reports whether 比, 高于 and the like stand directly before the word.
func (c *candidate) comparedWith(h hit) bool {
	r, ok := c.cueIn(c.left, h.start, cueCompare|cueMore)
	return ok && r.end == h.start
}

// yardstick recognises standards and quotas that are only named.
func (c *candidate) yardstick() bool {
	if h, ok := c.cueIn(c.left, c.m.First, cueYardstick); ok {
		if c.class&thing != 0 && c.hasNoun && c.noun.start == h.end && c.text.At(h.end-1) == '制' {
			return true // 编制床位500张
		}
		for _, moved := range c.hitsIn(h.end, c.m.First) {
			if c.text.At(moved.end-1) == '到' && c.text.At(moved.end-2) == '达' || c.cues(moved)&(cueUp|cueDown) != 0 || c.cues(moved)&cueTo != 0 && moved.end-moved.start > 1 {
				return false
			}
		}
		if last := c.text.At(h.end - 1); (last == '为' || last == '是') && c.each() {
			return c.m.First-h.end <= 12 // 补助标准为县级馆每年20万元
		}
		return c.distance(h.end, c.m.First) <= 2 && (c.class&(thing|copies|place) == 0 || c.text.At(h.end-1) == '制' && c.class == thing && !c.hasNoun) && !(c.class&people != 0 && c.text.At(h.end-1) == '准')
	}
	h, ok := c.cueAfter(c.m.End, c.ahead(), cueYardstick)
	return ok && h.start-c.m.End <= 3 && c.text.At(c.m.End) == '的' || ok && h.start == c.m.End
}

// comparedAim recognises 距3名的目标 and 好于5.5%的控制目标.
func (c *candidate) comparedAim() bool {
	if c.headAfterOf("要求") {
		return c.hasRune('按') || c.compares() // 按每村每月1场的要求
	}
	if c.endsWith(c.m.First, "里定的") || c.endsWith(c.m.First, "下达的") || c.endsWith(c.m.First, "要求的") {
		return c.compares() // 比镇里定的95%高
	}
	return c.headAfterOf("目标", "任务", "计划") && c.compares() || c.goalBefore() && c.exceeds()
}

// goalBefore reports whether the words before the figure end in the name of an aim: 年度计划数9000万元.
func (c *candidate) goalBefore() bool {
	return c.aimEnds(c.m.First) || c.aimEnds(c.phraseEnd())
}

// aimEnds reports whether the name of an aim ends at rune i.
func (c *candidate) aimEnds(i int) bool {
	switch c.text.At(i - 1) {
	case '划':
		return c.endsWith(i, "计划")
	case '标':
		return c.endsWith(i, "目标")
	case '务':
		return c.endsWith(i, "任务")
	case '数':
		return c.endsWith(i, "计划数") || c.endsWith(i, "目标数") || c.endsWith(i, "任务数")
	case '值':
		return c.endsWith(i, "目标值")
	}
	return false
}

// exceeds reports whether 超过, 高于 and the like open what the figure is named by.
func (c *candidate) exceeds() bool {
	const words = 12 // runes
	for i := max(c.left, c.m.First-words); i+1 < c.m.First; i++ {
		switch a, b := c.text.At(i), c.text.At(i+1); {
		case a == '超' && (b == '过' || b == '出'), b == '于' && (a == '高' || a == '低' || a == '好' || a == '优' || a == '多'):
			return true
		}
	}
	return false
}

// comparedYardstick recognises 低于10%的上限 and 与周边80%以上的水平有差距.
func (c *candidate) comparedYardstick() bool {
	return c.headAfterOf("标准", "水平", "上限", "下限", "红线", "平均值", "均值", "门槛") && c.compares()
}

// headAfterOf reports whether 的 and a noun that ends in one of the heads follow the figure: 10%的规定上限.
func (c *candidate) headAfterOf(heads ...string) bool {
	const phrase = 8 // runes
	i := c.m.End
	if a, b := c.text.At(i), c.text.At(i+1); a == '以' && (b == '上' || b == '下') || a == '左' && b == '右' {
		i += 2
	}
	if c.text.At(i) != '的' {
		return false
	}
	for end := i + 3; end <= i+phrase && c.isHan(end-1); end++ {
		for _, w := range heads {
			if c.endsWith(end, w) {
				return true
			}
		}
	}
	return false
}

// compares reports whether a word that sets one thing against another stands before the figure.
func (c *candidate) compares() bool {
	const words = 12 // runes
	for i := c.m.First - 1; i >= max(c.left, c.m.First-words); i-- {
		switch a, b := c.text.At(i), c.text.At(i-1); {
		case a == '于' && (b == '低' || b == '高' || b == '好' || b == '优' || b == '少' || b == '多'):
			return true
		case a == '过' && b == '超':
			return true
		case a == '距' || a == '离' || a == '与' || a == '比' || a == '较', a == '到' && (b == '不' || b == '达'):
			return a != '到' || b == '不'
		}
	}
	return false
}

// distance counts the runes between two places that belong to no joining word or per-unit word.
func (c *candidate) distance(from, to int) int {
	n := to - from
	for _, h := range c.hitsIn(from, to) {
		if c.cues(h)&(cueLink|cueEach) != 0 {
			n -= h.end - h.start
		}
	}
	return n
}

// beside recognises the plan a ratio is taken of: 占年度计划120场的56.7%.
func (c *candidate) beside() bool {
	if _, ok := c.cueBefore(cueGoal | cueDone); !ok || c.class == ratio {
		return false
	}
	return c.text.At(c.m.End) == '的' && c.m.End+2 < c.text.Len() && c.nextIsRatio()
}

func (c *candidate) nextIsRatio() bool {
	k := c.mentionAt(c.m.End)
	return k < len(c.mentions) && c.mentions[k].First <= c.m.End+2 && c.lex.class(&c.mentions[k].Quantity) == ratio
}

// ownsGoal reports whether the goal word belongs to the figure and not to a ratio or to a verb between them.
func (c *candidate) ownsGoal(h hit) bool {
	if c.class == ratio && c.text.At(c.m.First-1) == '的' {
		return false
	}
	if after := c.text.At(h.end); after == '”' || c.text.At(h.end-1) == '划' && !c.onlyLinks(h.end, c.m.First) && c.named(h) {
		return false
	}
	if done, ok := c.cueIn(c.left, h.start, cueResult); ok && c.text.R[done.start] == '完' {
		return false // 完成安保任务46场次
	}
	if c.hasNoun && c.noun == h && c.fact.Metric == c.lex.metric.projects && c.ownTasks(h) {
		return false
	}
	for _, between := range c.hitsIn(h.end, c.m.First) {
		if c.cues(between)&cueResult != 0 {
			return false
		}
	}
	return true
}

// ownTasks tells tasks that are counted, 纳入减排任务58项, from an aim, 年度任务58项.
func (c *candidate) ownTasks(h hit) bool {
	if _, done := c.cueIn(c.left, h.start, cueResult); done {
		return true
	}
	return h.end-h.start == 2 && c.isHan(h.start-1) && h.start > c.left && c.text.At(h.start-1) != '年' && c.text.At(h.start-1) != '标'
}

// resultBetween reports whether a word of result stands between a place and the figure.
func (c *candidate) resultBetween(from int) bool {
	for _, h := range c.hitsIn(from, c.m.First) {
		if c.cues(h)&cueResult != 0 && c.cues(h)&cueGoal == 0 {
			return true
		}
	}
	return false
}

// reportedHere reports whether the clause under a headline of plans speaks of the present: 目前已有….
func (c *candidate) reportedHere() bool {
	for _, h := range c.hitsIn(max(c.clauses[c.clause].start, c.m.First-reach), c.m.First) {
		switch c.text.R[h.start] {
		case '已', '仅', '只':
			return c.text.R[h.start] == '已' || h.end == c.m.First
		}
	}
	return false
}

// planned looks back through the sentence for a word of plan that no word of result has ended.
func (c *candidate) planned() bool {
	if c.plan {
		return false
	}
	hits := c.hitsIn(max(c.chainStart(c.clause), c.m.First-2*reach), c.m.First)
	for i := len(hits) - 1; i >= 0; i-- {
		h := hits[i]
		cues := c.cues(h)
		switch {
		case cues&cueGoal != 0 && (c.text.At(h.end) == '：' || c.text.At(h.end) == ':'): // 目标任务：新建8个、改造4所
			return !c.resultSince(h.end)
		case c.fact.Metric == c.lex.metric.change && h.end == c.m.First: // 低于预期目标2个百分点
		case cues&cuePlan != 0 && c.realPlan(hits, i):
			if c.text.R[h.start] == '应' && c.text.At(c.m.First-1) == '的' && c.figureBetween(h.end, c.m.First) {
				continue // 占应建数1358个的89.6%
			}
			if c.text.R[h.start] == '应' && h.start < c.clauses[c.clause].start || h.start < c.sentenceStart(c.clause) && !c.announces(h) || cues&cueGoal != 0 && c.tookFigure(h) {
				continue
			}
			return !c.resultSince(h.end)
		case cues&cueResult != 0 && cues&cuePlan == 0 && h.start < c.clauses[c.clause].start && c.text.R[h.start] != '完' && c.text.R[h.start] != '实':
			return false
		}
	}
	return false
}

// announces reports whether a word of aim opens a list of aims, 主要目标是, and so holds beyond its sentence.
func (c *candidate) announces(h hit) bool {
	if c.text.At(h.end-1) != '标' {
		return false
	}
	for i := h.end; i < h.end+4; i++ {
		switch c.text.At(i) {
		case '：', ':', '是', '为':
			return true
		case '，', '。', '；':
			return false
		}
	}
	return false
}

// tookFigure reports whether a goal word is followed at once by a figure of its own: 年计划3亿元.
func (c *candidate) tookFigure(h hit) bool {
	k := c.mentionAt(h.end)
	return k < len(c.mentions) && c.mentions[k].First <= h.end+1 && c.mentions[k].First < c.m.First
}

// resultSince reports whether the text between a word of plan and the figure turns to results: 计划26个，已建成22个.
func (c *candidate) resultSince(from int) bool {
	for _, h := range c.hitsIn(from, c.m.First) {
		if c.cues(h)&cueResult == 0 || c.cues(h)&cueGoal != 0 {
			continue
		}
		switch c.text.R[h.start] {
		case '实': // 实际 ends a plan, 确保实现 does not
			if next := c.text.At(h.start + 1); next == '际' || next == '有' {
				return true
			}
		case '完': // 力争完成
			switch c.text.At(h.start - 1) {
			case '只', '仅', '已', '才':
				if c.figureBetween(from, h.start) {
					return true // 原计划20场，只完成了12场
				}
			}
			if h.start >= c.clauses[c.clause].start && c.clauses[c.clause].start > from && c.figureBetween(from, h.start) {
				return true
			}
		case '同': // 预计达6.8亿元，同比增长9%
			if p := c.prev; c.fact.Metric != c.lex.metric.change || p == nil || p.fact.Role != Target || p.m.First < from || h.start-p.m.End > 1 || p.isChange() {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// figureBetween reports whether a figure stands in the runes [from, to).
func (c *candidate) figureBetween(from, to int) bool {
	for p := c.prev; p != nil && p.m.First >= from; p = p.prev {
		if p.m.End <= to {
			return true
		}
	}
	return false
}

// realPlan tells 将 before a verb from 将 before an object, and plans from their names in quotes.
func (c *candidate) realPlan(hits []hit, i int) bool {
	h := hits[i]
	if after := c.text.At(h.end); after == '”' || after == '》' {
		return false
	}
	if c.text.At(h.end-1) == '划' && c.named(h) {
		return false
	}
	if c.text.At(h.end-1) == '求' && !c.isHan(h.end) {
		return false // 落实“四早”要求，
	}
	if h.end-h.start > 1 || c.text.R[h.start] == '拟' {
		return true
	}
	switch c.text.R[h.start] {
	case '将', '应':
		if next := c.text.At(h.end); c.text.R[h.start] == '应' && (next == '建' || next == '办' || next == '发' || next == '补' || next == '改') {
			return true
		}
		return i+1 < len(hits) && hits[i+1].start == h.end && c.cues(hits[i+1])&(cueAction|cuePlan) != 0
	case '要':
		switch c.text.At(h.start - 1) {
		case '主', '重', '需', '只', '必', '紧', '首', '次', '概', '摘', '纪', '都', '还', '不':
			return false
		}
		return h.start == c.clauses[max(c.clauseOf(h.start), 0)].start || i+1 < len(hits) && hits[i+1].start == h.end && c.cues(hits[i+1])&cueAction != 0 || plainVerb(c.text.At(h.end))
	}
	return true
}

// plainVerb reports whether the character is a verb of one character as people use it with 要: 要建六处, 要唱够八十场.
func plainVerb(r uint16) bool {
	switch r {
	case '建', '办', '修', '搞', '唱', '放', '做', '种', '开', '买', '盖', '招', '完', '达', '送', '演', '培', '挖', '铺':
		return true
	}
	return false
}

// named reports whether a plan is called by a name, 培训计划 or “雨露计划”, and
// announces nothing. A quoted name before 计划 and a verb after it is the doer of a plan.
func (c *candidate) named(h hit) bool {
	before, after := c.text.At(h.start-1), c.text.At(h.end)
	if after == '”' || after == '》' {
		return true
	}
	if before == '”' || before == '》' {
		for _, next := range c.hitsIn(h.end, min(h.end+6, c.text.Len())) {
			return next.start != h.end || c.cues(next)&cueAction == 0
		}
		return true
	}
	if !c.isHan(h.start - 1) {
		return false
	}
	switch before {
	case '年', '度', '期', '月', '局', '馆', '县', '市', '区', '镇', '乡', '村', '校', '院', '会', '委', '办', '站', '并', '也', '还', '已', '原', '们', '今', '上', '后', '前', '和', '及', '全', '均', '都', '步', '里', '我', '司', '中', '初', '省', '州', '盟', '旗', '厅', '所', '队', '组', '园', '道', '团', '内':
		return false
	}
	return true
}

// within recognises a limit to be kept: 控制在4.5%以内.
func (c *candidate) within() bool {
	for _, h := range c.hitsIn(c.left, c.m.First) {
		if c.text.R[h.start] == '控' && h.end == c.m.First {
			return !c.hasNoun
		}
	}
	return false
}
