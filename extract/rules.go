package extract

import "github.com/zhaibao/zhaibao/extract/catalog"

// rules is the ordered list. Ratios and changes come first, since their words
// (增长 占 完成) stand beside any noun; then what is counted, by noun and verb;
// then what the text leaves out and the figures before tell.
var rules = []Rule{
	{ID: "change", Doc: "A word of growth or fall directly before the figure, with something to compare: 同比增长12%, 比去年增加11场.",
		Examples: []Example{{"比去年同期增加11场。", "11场 change"}, {"经营收入同比下降8.5%。", "8.5% change"}},
		decide:   change},
	{ID: "multiple", Doc: "A ratio to an earlier figure: 为去年的2.3倍, 仅为上年的七成.",
		Examples: []Example{{"经营收入仅为上年的七成。", "七成 change"}},
		decide:   multiple},
	{ID: "list", Doc: "A figure that only a list mark parts from one of its kind measures the same: 分别增长3%和5%.",
		Examples: []Example{{"同比分别增长62.4%和71.8%。", "62.4% change; 71.8% change"}},
		decide:   listCarry},
	{ID: "completion", Doc: "A share of a plan or a task: 完成率, 占年度计划的92%, 完成全年任务的五成.",
		Examples: []Example{{"完成送戏任务120场的56.7%。", "120场 performance_sessions target; 56.7% completion_rate"}},
		decide:   completionRatio},
	{ID: "level", Doc: "A share that is a level: 覆盖率, 满意度, 占比.",
		Examples: []Example{{"满意率高出0.3个百分点。", "0.3个百分点 change"}},
		decide:   level},
	{ID: "share", Doc: "A part of a total of people or money measures what the total measures: 其中党员20人.",
		Examples: []Example{{"发放补贴50万元，其中中央资金20万元。", "50万元 funds_disbursed; 20万元 funds_disbursed part"}},
		decide:   share},
	{ID: "money-kind", Doc: "Income, loans and fines keep their kind whatever the verb: 发放贷款, 实现收入.",
		Examples: []Example{{"争取旅游收入98万元。", "98万元 revenue"}},
		decide:   moneyKind},
	{ID: "money-verb", Doc: "Money is what the verb does with it: 投入, 争取, 发放.",
		Examples: []Example{{"拨付办公经费30万元。", "30万元 funds_disbursed"}},
		decide:   moneyVerb},
	{ID: "per-unit-money", Doc: "Money per unit without a noun of its own is of the kind spoken of before: 发放补贴30万元，人均2000元.",
		Examples: []Example{{"发放救助金30万元，人均2000元。", "30万元 funds_disbursed; 2000元 funds_disbursed each"}},
		decide:   perUnitMoney},
	{ID: "shared-phrase", Doc: "Figures side by side share the words before the first: 发放贷款31笔、465万元.",
		Examples: []Example{{"报销交通补贴1340人、40.2万元。", "1340人 beneficiaries; 40.2万元 funds_disbursed"}},
		decide:   sharedPhrase},
	{ID: "taking-part", Doc: "People of whom the text says that they took part are participants: 23名职工参加.",
		Examples: []Example{{"23名职工参加。", "23名 participants"}},
		decide:   takingPart},
	{ID: "person-verb", Doc: "People who are trained or helped are counted as such, whoever they are: 培训干部80人, 慰问教师20名.",
		Examples: []Example{{"培训乡村教师80人。", "80人 trainees"}},
		decide:   personVerb},
	{ID: "built", Doc: "What is built or rebuilt is a facility, also where it could take part in something: 新建学校3所.",
		Examples: []Example{{"改扩建学校3所。", "3所 facilities"}},
		decide:   built},
	{ID: "noun", Doc: "The thing counted decides: 46支代表队, 新增图书3860册.",
		Examples: []Example{{"新增图书馆分馆14个。", "14个 facilities"}},
		decide:   nounRule},
	{ID: "verb", Doc: "Without a telling noun the verb decides: 外借4.2万册次, 演出68场.",
		Examples: []Example{{"借出一千八百余册。", "一千八百余册 book_loans"}},
		decide:   verbRule},
	{ID: "company", Doc: "People beside sessions are those who took part in them: 举办培训班4期，180人.",
		Examples: []Example{{"举办培训班4期，共计180人。", "4期 training_sessions; 180人 trainees"}},
		decide:   company},
	{ID: "ellipsis", Doc: "A figure without a noun of its own counts what the figure of the same unit before it counts: 改造文化站6个，4个完工.",
		Examples: []Example{{"改造文化站6个，目前有4个闲置。", "6个 facilities; 4个 facilities"}},
		decide:   ellipsis},
	{ID: "weak-noun", Doc: "A noun that only leans to a metric: 群众, 学生.",
		Examples: []Example{{"残疾人30名。", "30名 beneficiaries"}},
		decide:   weakNounRule},
	{ID: "headline", Doc: "Without any word of its own a figure is what its run-in headline speaks of: 送戏下乡。已完成191场.",
		Examples: []Example{{"1.送戏下乡。目标任务178场。", "178场 performance_sessions target"}},
		decide:   headline},
	{ID: "unit", Doc: "The unit alone suggests a metric: 册, 场, 平方米.",
		Examples: []Example{{"共计320平方米。", "320平方米 facility_area"}},
		decide:   unitHint},
	{ID: "other", Doc: "A figure with a unit and a name that no metric fits is reported as other.",
		Examples: []Example{{"磨刀石30块。", "30块 other"}},
		decide:   otherRule},
}

// change reads growth and fall. The word must govern the figure directly; 到
// after it makes a level of it.
func change(c *candidate) (catalog.Metric, bool) {
	h, ok := c.adjacentCue(cueUp | cueDown | cueMore | cueTo)
	if ok && c.cues(h)&cueTo != 0 {
		return 0, false
	}
	if !ok {
		h, ok = c.distantMove()
	}
	if !ok || c.cues(h)&cueTo != 0 || c.moveTo(h) {
		return 0, false
	}
	compared := c.compared(h)
	if c.class != ratio && !compared || c.class == ratio && c.cues(h)&(cueUp|cueDown) == 0 && !compared {
		return 0, false
	}
	if _, far := c.cueIn(max(c.sentenceStart(c.clause), h.start-reach), h.start, cueElsewhere); far && c.cues(h)&cueMore != 0 {
		return c.lex.metric.other, true
	}
	c.signed = c.cues(h)&cueDown != 0 || c.lower(h)
	return c.lex.metric.change, true
}

// distantMove finds a word of movement before the figure with only joining words and 的 between, as in 增幅达12%.
func (c *candidate) distantMove() (hit, bool) {
	hits := c.hitsIn(c.left, c.m.First)
	for i := len(hits) - 1; i >= 0; i-- {
		if c.cues(hits[i])&(cueUp|cueDown) != 0 {
			return hits[i], c.class == ratio && c.onlyLinks(hits[i].end, c.m.First)
		}
	}
	return hit{}, false
}

// onlyLinks reports whether joining words alone fill the runes [from, to).
func (c *candidate) onlyLinks(from, to int) bool {
	for _, h := range c.hitsIn(from, to) {
		if h.start != from || c.cues(h)&(cueLink|cueBreak) == 0 {
			return false
		}
		from = h.end
	}
	return from == c.skipSpaceBack(to)
}

// moveTo reports whether the movement leads to a level: 提高到, 下降至.
func (c *candidate) moveTo(h hit) bool {
	for i := h.end; i < c.m.First; i++ {
		if r := c.text.At(i); r == '到' || r == '至' {
			return true
		}
	}
	return false
}

// compared reports whether the sentence names what the figure is compared with before h.
func (c *candidate) compared(h hit) bool {
	if c.cues(h)&cueCompare != 0 && (c.class == ratio || h.end-h.start > 2) {
		return true
	}
	if _, ok := c.cueIn(max(c.clauses[c.clause].start, h.start-reach), h.start, cueCompare); ok {
		return true
	}
	if c.left < c.clauses[c.clause].start {
		if _, ok := c.cueIn(c.left, h.start, cueCompare); ok {
			return true
		}
	}
	return c.prev != nil && c.prev.fact.Metric == c.lex.metric.change && c.prev.fact.Rule != undecided &&
		c.prev.sentence() == c.sentence() && h.start-c.prev.m.End <= 2
}

// lower reports whether the word of comparison says less: 少 低.
func (c *candidate) lower(h hit) bool {
	switch c.text.At(h.start) {
	case '少', '低', '慢':
		return true
	}
	return false
}

// multiple reads ratios to an earlier period.
func multiple(c *candidate) (catalog.Metric, bool) {
	if c.class != ratio || c.text.At(c.m.First-1) != '的' || c.fromTo() {
		return 0, false
	}
	h, ok := c.cueIn(c.left, c.m.First, cueEarlier)
	if !ok || h.end != c.m.First-1 {
		return 0, false
	}
	if r, ok := c.cueIn(c.left, h.start, cueCompare); ok && r.end <= h.start && c.text.At(r.start) != '同' {
		return 0, false
	}
	return c.lex.metric.change, true
}

func listCarry(c *candidate) (catalog.Metric, bool) {
	p := c.prev
	if p == nil || !c.listed || !c.emptyLeft() || p.fact.Rule == undecided || p.class != c.class && p.class&c.class&persons == 0 && !(p.class&persons != 0 && c.class&persons != 0) || c.directlyAfter() && c.hasNoun && c.after {
		return 0, false
	}
	if p.fact.Metric == c.lex.metric.change {
		c.signed = p.signed
	}
	return p.fact.Metric, true
}

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

func share(c *candidate) (catalog.Metric, bool) {
	p := c.total()
	if p == nil || c.class&(persons|money) == 0 || p.class&(persons|money) == 0 || (p.class == money) != (c.class == money) {
		return 0, false
	}
	return p.fact.Metric, true
}

// total is the figure the candidate is announced as a part of: 其中 stands
// between them, or the figure before is itself such a part in the same list.
func (c *candidate) total() *candidate {
	p := c.prev
	if p == nil || p.fact.Rule == undecided || p.sentence() != c.sentence() && c.sentence() != p.sentence()+1 {
		return nil
	}
	if _, ok := c.cueIn(p.m.End, c.m.First, cuePart); ok {
		for p.prev != nil && p.prev.sentence() == p.sentence() && p.fact.Metric == c.lex.metric.change && p.prev.fact.Rule != undecided {
			p = p.prev
		}
		return p
	}
	if p.fact.Basis == Part && p.sentence() == c.sentence() && c.inParts() {
		return p
	}
	return nil
}

// inParts reports whether the list of parts that the figure before belongs to goes on with this one.
func (c *candidate) inParts() bool {
	p := c.prev
	if c.startsAnew() {
		return false
	}
	if c.listed || c.text.At(p.m.End) == '、' || p.after && c.text.At(p.noun.end) == '、' {
		return true
	}
	if h, ok := c.cueIn(max(c.sentenceStart(c.clause), p.m.First-reach), p.m.First, cuePart); ok && p.class == c.class && (c.text.At(h.end) == '：' || c.text.At(h.end) == ':') {
		return true // 其中：省级50万元，自筹30万元
	}
	if p.m.UnitID != c.m.UnitID {
		return false
	}
	_, _, acts := c.evidence(c.left, c.m.First, verb)
	return !acts
}

// startsAnew reports whether the text before the figure leaves the list of parts.
func (c *candidate) startsAnew() bool {
	_, ok := c.cueIn(c.left, c.m.First, cueSum|cueCompare|cueEach|cueStock)
	return ok
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
	helped := false
	for p := c.prev; p != nil && c.near(p); p = p.prev {
		if p.fact.Rule == undecided {
			continue
		}
		if p.class == money && p.fact.Metric != c.lex.metric.change {
			return p.fact.Metric, true
		}
		helped = helped || p.fact.Metric == c.lex.metric.beneficiaries
	}
	return c.lex.metric.disbursed, helped
}

func sharedPhrase(c *candidate) (catalog.Metric, bool) {
	p := c.prev
	if p == nil || p.fact.Rule == undecided || !c.emptyLeft() || p.sentence() != c.sentence() || p.class == c.class || c.after ||
		c.class&(money|persons|place|thing|copies) == 0 || c.clause-p.clause > 1 {
		return 0, false
	}
	if c.class&persons != 0 && p.class&(session|place|thing) != 0 {
		return 0, false
	}
	if h, ok := c.nounIn(p.left, p.m.First); ok {
		if m, ok := c.sense(h, strongNoun); ok {
			return m, true
		}
	}
	_, m, ok := c.evidence(p.left, p.m.First, verb)
	return m, ok && m != c.lex.metric.change
}

func takingPart(c *candidate) (catalog.Metric, bool) {
	if c.class&persons == 0 {
		return 0, false
	}
	from := c.m.End
	if c.after {
		from = c.noun.end
	}
	h, m, ok := c.first(from, c.right, verb)
	return m, ok && m == c.lex.metric.participants && h.start-from <= 8
}

func personVerb(c *candidate) (catalog.Metric, bool) {
	if c.class&persons == 0 {
		return 0, false
	}
	strong, isStrong := c.nounMetric(strongNoun)
	if isStrong && strong != c.lex.metric.workforce && strong != c.lex.metric.beneficiaries {
		return 0, false
	}
	_, m, ok := c.evidence(c.left, c.m.First, verb)
	if !ok {
		_, m, ok = c.first(c.m.End, c.right, verb)
	}
	return m, ok && (m == c.lex.metric.trainees || m == c.lex.metric.beneficiaries)
}

func built(c *candidate) (catalog.Metric, bool) {
	m, ok := c.nounMetric(strongNoun)
	if !ok || m != c.lex.metric.places || c.class&(place|thing) == 0 {
		return 0, false
	}
	for _, h := range c.hitsIn(c.left, c.m.First) {
		switch c.text.R[h.start] {
		case '建', '改', '扩', '修', '新':
			if c.cues(h)&cueAction != 0 {
				return c.lex.metric.facilities, true
			}
		}
	}
	return 0, false
}

// nounRule lets the noun decide, unless a telling verb stands between it and the figure: 图书外借4.2万册.
func nounRule(c *candidate) (catalog.Metric, bool) {
	m, ok := c.nounMetric(strongNoun)
	if !ok || m == c.lex.metric.change && c.class != ratio {
		return 0, false
	}
	if h, v, found := c.evidence(c.noun.end, c.m.First, verb); found && !c.after && h.start >= c.noun.end && v != c.lex.metric.change {
		return v, true
	}
	return m, true
}

func verbRule(c *candidate) (catalog.Metric, bool) {
	if _, m, ok := c.evidence(c.left, c.m.First, verb); ok && m != c.lex.metric.change {
		return m, true
	}
	if _, m, ok := c.first(c.m.End, c.right, verb); ok && c.class&(persons|place) != 0 && m != c.lex.metric.change {
		return m, true
	}
	return 0, false
}

func ellipsis(c *candidate) (catalog.Metric, bool) {
	if c.hasNoun || c.after {
		return 0, false
	}
	for p := c.prev; p != nil && c.near(p); p = p.prev {
		if p.fact.Rule != undecided && p.fact.Metric != c.lex.metric.change && p.class&c.class != 0 &&
			(p.m.UnitID == c.m.UnitID || c.class&persons != 0 && c.emptyLeft()) {
			if c.class == money && !c.emptyLeft() {
				return 0, false
			}
			return p.fact.Metric, true
		}
	}
	return 0, false
}

func weakNounRule(c *candidate) (catalog.Metric, bool) { return c.nounMetric(weakNoun) }

// company finds the event beside which people are counted: the figure before
// them, or one sentence back.
func company(c *candidate) (catalog.Metric, bool) {
	if c.class&persons == 0 {
		return 0, false
	}
	l := &c.lex.metric
	for p := c.prev; p != nil && c.near(p); p = p.prev {
		if p.fact.Rule == undecided {
			continue
		}
		switch p.fact.Metric {
		case l.trainings:
			return l.trainees, true
		case l.activities, l.performances, l.films, l.lectures:
			return l.participants, true
		}
		if p.class&persons != 0 {
			return 0, false
		}
	}
	return 0, false
}

func headline(c *candidate) (catalog.Metric, bool) {
	if c.head == nil || c.class&(session|persons|place|thing|team|copies|length|area) == 0 {
		return 0, false
	}
	probe := candidate{block: c.head, class: c.class, left: 0, m: c.m}
	if h, ok := probe.nounIn(0, c.head.text.Len()); ok {
		if m, ok := probe.sense(h, strongNoun); ok {
			return m, true
		}
	}
	_, m, ok := probe.evidence(0, c.head.text.Len(), verb)
	return m, ok && m != c.lex.metric.change
}

func unitHint(c *candidate) (catalog.Metric, bool) {
	if c.class == bare {
		return 0, false
	}
	m := c.lex.unitHint[c.m.UnitID]
	return m, m != c.lex.metric.other
}

func otherRule(c *candidate) (catalog.Metric, bool) {
	return c.lex.metric.other, c.class != bare
}
