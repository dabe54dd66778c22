package extract

import (
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

func listCarry(c *candidate) (catalog.Metric, bool) {
	p := c.prev
	if m, ok := c.nounMetric(strongNoun); p != nil && p.fact.Rule != undecided && ok && m == c.lex.metric.facilities && p.fact.Metric == c.lex.metric.places &&
		c.listed && c.after && p.after && p.m.UnitID == c.m.UnitID {
		return p.fact.Metric, true // 走进2所小学和1所幼儿园
	}
	if p != nil && p.fact.Rule != undecided && p.isChange() && c.text.At(p.m.End) == '、' && c.m.First == p.m.End+1 {
		c.signed = p.signed
		return p.fact.Metric, true // 分别减少14起、3人
	}
	if p == nil || !c.listed || c.name.to > 0 && c.hasNoun && c.class != ratio && (p.fact.Rule == undecided || p.fact.Metric != c.lex.metric.change) || !c.emptyLeft() || p.fact.Rule == undecided || p.class != c.class && p.class&c.class&persons == 0 && !(p.class&persons != 0 && c.class&persons != 0) || c.directlyAfter() && c.hasNoun && c.after {
		return 0, false
	}
	if p.fact.Metric == c.lex.metric.change {
		c.signed = p.signed
	}
	return p.fact.Metric, true
}

// planBase reads what a share of a plan is taken of as the figure before it: 收入4亿元，完成年度预算9亿元的51%.
func planBase(c *candidate) (catalog.Metric, bool) {
	p := c.prev
	if p == nil || p.fact.Rule == undecided || p.class != c.class || p.sentence() != c.sentence() || c.class == ratio || p.isChange() || c.listed {
		return 0, false
	}
	_, done := c.cueBefore(cueResult | cueDone)
	_, goal := c.cueBefore(cueGoal)
	if !goal {
		goal = c.endsWith(c.phraseEnd(), "预算")
	}
	if goal && p.m.UnitID == c.m.UnitID && c.bracketOpen() == p.m.End {
		return p.fact.Metric, true // 城市书房8个（目标6个）
	}
	return p.fact.Metric, (done || c.hasRune('占')) && goal && c.text.At(c.m.End) == '的' && c.nextIsRatio()
}

// sameHead reads a figure whose noun is the head of the noun before it: 代表性项目8项，扩展项目2项.
func sameHead(c *candidate) (catalog.Metric, bool) {
	p := c.prev
	if p == nil || p.fact.Rule == undecided || !c.hasNoun || !p.hasNoun || c.after || p.after || p.m.UnitID != c.m.UnitID || p.sentence() != c.sentence() {
		return 0, false
	}
	n := c.noun.end - c.noun.start
	if m, ok := c.sense(c.noun, strongNoun); ok && m != c.lex.metric.projects || n < 2 || p.noun.end-p.noun.start <= n {
		return 0, false
	}
	for i := 1; i <= n; i++ {
		if c.text.At(c.noun.end-i) != c.text.At(p.noun.end-i) {
			return 0, false
		}
	}
	return p.fact.Metric, p.fact.Metric == c.lex.metric.heritage || p.fact.Metric == c.lex.metric.works
}

// staff counts the people of an office that has, or has only, so many: 水管站只有3人.
func staff(c *candidate) (catalog.Metric, bool) {
	if c.class&people == 0 || c.hasNoun || c.after || c.directlyAfter() {
		return 0, false
	}
	switch c.text.At(c.skipSpaceBack(c.m.First) - 1) {
	case '有', '就', '仅', '只', '共', '算', '里', '足', '到':
	default:
		return 0, false
	}
	if _, _, acts := c.evidence(c.left, c.m.First, verb); acts {
		return 0, false
	}
	start := max(c.clauses[c.clause].start, c.lead, c.m.First-reach)
	for i := start + 1; i < c.m.First; i++ {
		switch a, b := c.text.At(i), c.text.At(i-1); {
		case a == '站' || a == '馆' || a == '所' || a == '局':
			return c.lex.metric.workforce, c.isHan(i - 1)
		case a == '办' && c.isHan(i-1), a == '心' && b == '中', a == '手' && b == '人':
			return c.lex.metric.workforce, true
		}
	}
	for i := max(c.sentenceStart(c.clause), start-reach/8) + 1; i < start; i++ {
		if a, b := c.text.At(i), c.text.At(i-1); a == '量' && b == '力' || a == '手' && b == '人' {
			return c.lex.metric.workforce, true // 民政力量薄弱，平均每个乡镇仅1.4人
		}
	}
	return 0, false
}

// recipients reads those for whom something is paid or done: 为3200名老人发放津贴, 向31户企业拨付补贴.
func recipients(c *candidate) (catalog.Metric, bool) {
	if c.class&(persons|bare) != 0 && c.after && (c.text.At(c.noun.end) == '受' || c.text.At(c.noun.end) == '获') && c.text.At(c.noun.end+1) == '益' {
		return c.lex.metric.beneficiaries, true // 6.2万群众受益
	}
	if c.class&persons == 0 || !c.after && !c.directlyAfter() {
		return 0, false
	}
	switch c.text.At(c.m.First - 1) {
	case '为', '向', '给', '对':
	default:
		return 0, false
	}
	for _, h := range c.hitsIn(c.m.End, c.ahead()) {
		switch a, b := c.text.At(h.start), c.text.At(h.start+1); {
		case a == '发' && b == '放', a == '拨' && b == '付', a == '兑' && b == '付', a == '减' && (b == '免' || b == '负' || b == '税'), a == '报' && b == '销', a == '补' && (b == '贴' || b == '助'), a == '资' && b == '助', a == '落' && b == '实', a == '送' && b == '去':
			return c.lex.metric.beneficiaries, true
		}
	}
	return 0, false
}

// equivalent reads a count in brackets of what the count before it gives in another unit: 图书5480册（2610种）.
func equivalent(c *candidate) (catalog.Metric, bool) {
	p := c.prev
	if p == nil || p.fact.Rule == undecided || c.hasNoun || c.directlyAfter() || c.bracketOpen() != p.m.End || c.m.First != p.m.End+1 {
		return 0, false
	}
	return p.fact.Metric, p.class&c.class != 0 && c.class&(copies|thing|place|session) != 0 && !p.isChange()
}

// breakdown reads the members of a bracket behind their total: 纠纷86件（邻里40件，其他46件）.
func breakdown(c *candidate) (catalog.Metric, bool) {
	open := c.bracketOpen()
	if open < 0 || c.class&(thing|copies|place|session) == 0 {
		return 0, false
	}
	if m, strong := c.nounMetric(strongNoun); strong && m != c.lex.metric.other && m != c.lex.metric.places {
		return 0, false
	}
	p := c.prev
	for p != nil && p.m.First > open {
		p = p.prev
	}
	if p == nil || p.fact.Rule == undecided || p.m.UnitID != c.m.UnitID || open-max(p.m.End, p.noun.end) > 1 || p.isChange() || !p.m.HasValue || !c.m.HasValue {
		return 0, false
	}
	return p.fact.Metric, c.m.Value.Cmp(p.m.Value) < 0
}

// visits reads people received by a library, a museum or the like: 文化馆接待群众2130人次.
func visits(c *candidate) (catalog.Metric, bool) {
	if c.class&people == 0 || c.after {
		return 0, false
	}
	if m, ok := c.nounMetric(strongNoun); ok && m != c.lex.metric.participants {
		return 0, false
	}
	start := max(c.clauses[c.clause].start, c.lead, c.m.First-reach)
	for _, h := range c.hitsIn(start, c.m.First) {
		a, b := c.text.At(h.end-2), c.text.At(h.end-1)
		if c.endsWith(h.start+2, "接待") || a == '接' && b == '待' || a == '迎' && b == '来' || a == '接' && b == '纳' {
			return c.lex.metric.visits, c.venueIn(start, h.start) || c.venueIn(max(c.sentenceStart(c.clause), start-reach/4), start)
		}
	}
	return 0, false
}

// venueIn reports whether a house that people visit is named in the runes [from, to).
func (c *candidate) venueIn(from, to int) bool {
	for _, h := range c.hitsIn(from, to) {
		if m, ok := c.houseSense(h); ok && m == c.lex.metric.facilities {
			switch c.text.At(h.end - 1) {
			case '馆', '园', '房', '屋', '站', '址', '居', '院':
				return true
			}
		}
	}
	return false
}

// houseSense is the metric of a word as a noun for places.
func (c *candidate) houseSense(h hit) (catalog.Metric, bool) {
	for _, s := range c.word(h).senses {
		if s.strength == strongNoun && s.classes&place != 0 {
			return s.metric, true
		}
	}
	return 0, false
}

// relics reads what stands in a list with relics that are mended or collected: 修复陶瓷器24件、书画11幅.
func relics(c *candidate) (catalog.Metric, bool) {
	p := c.prev
	if p == nil || p.fact.Rule == undecided || p.fact.Metric != c.lex.metric.heritage || c.text.At(p.m.End) != '、' || c.class&(copies|thing) == 0 || p.class&(copies|thing) == 0 {
		return 0, false
	}
	for _, h := range c.hitsIn(max(c.sentenceStart(c.clause), p.left), p.m.First) {
		switch a, b := c.text.At(h.start), c.text.At(h.start+1); {
		case a == '修' && (b == '复' || b == '復'), a == '征' && b == '集', a == '入' && b == '藏', a == '收' && b == '藏', a == '抢' && b == '救':
			return p.fact.Metric, true
		}
	}
	return 0, false
}

// batch reads the people who came in batches: 派出医务人员4批52人.
func batch(c *candidate) (catalog.Metric, bool) {
	p := c.prev
	if c.class&people == 0 || p == nil || p.clause != c.clause || p.m.Unit != "批" && p.m.Unit != "批次" || c.m.First-p.m.End > 1 {
		return 0, false
	}
	probe := *c
	probe.left = p.left
	if h, ok := probe.nounIn(p.left, p.m.First); ok {
		for _, kind := range [...]strength{strongNoun, weakNoun} {
			if m, ok := probe.sense(h, kind); ok {
				return m, true
			}
		}
	}
	return 0, false
}

// moneyList lets the verb before the first of a list of sums govern the next: 争取演出补助150万元、展览补助80万元.
func moneyList(c *candidate) (catalog.Metric, bool) {
	p := c.prev
	if c.class != money || p == nil || p.fact.Rule == undecided || p.class != money || c.text.At(p.m.End) != '、' || p.clause != c.clause && c.clause-p.clause > 1 {
		return 0, false
	}
	if _, m, own := c.evidence(c.left, c.m.First, verb); own && m != c.lex.metric.disbursed {
		return 0, false
	}
	return c.lex.metric.received, p.fact.Metric == c.lex.metric.received && c.hasNoun && !c.after
}

func sharedPhrase(c *candidate) (catalog.Metric, bool) {
	p := c.prev
	if p == nil || p.fact.Rule == undecided || !c.emptyLeft() && !c.amount() || p.sentence() != c.sentence() || p.class == c.class || c.after ||
		c.class&(money|persons|place|thing|copies) == 0 || c.clause-p.clause > 1 {
		return 0, false
	}
	if c.class&persons != 0 && p.class&(session|place|thing) != 0 && p.fact.Metric != c.lex.metric.inspections {
		return 0, false
	}
	if h, ok := c.nounIn(p.left, p.m.First); ok {
		if m, ok := c.sense(h, strongNoun); ok {
			return m, m != c.lex.metric.other || c.class == money
		}
	}
	if _, m, ok := c.evidence(p.left, p.m.First, verb); ok && m != c.lex.metric.change {
		return m, true
	}
	l := &c.lex.metric
	switch {
	case c.class == money && p.fact.Metric == l.beneficiaries:
		return l.disbursed, true
	case c.class&persons != 0 && p.fact.Metric == l.inspections && c.emptyLeft():
		return l.inspections, true
	}
	return 0, false
}

// amount reports whether only 金额 or 资金 stands before the figure, which names no money of its own.
func (c *candidate) amount() bool {
	if c.class != money {
		return false
	}
	end := c.phraseEnd()
	for _, w := range [...]string{"金额", "总额", "资金"} {
		if c.endsWith(end, w) {
			return end-2 <= c.left+1
		}
	}
	return false
}

func takingPart(c *candidate) (catalog.Metric, bool) {
	if c.class == team {
		if c.hasRune('来') && c.hasRune('自') {
			return c.lex.metric.participants, true
		}
		_, m, ok := c.first(c.m.End, c.ahead(), verb)
		return m, ok && m == c.lex.metric.participants
	}
	if c.class&persons == 0 {
		return 0, false
	}
	from := c.m.End
	if c.after {
		from = c.noun.end
	}
	h, m, ok := c.first(from, c.right, verb)
	return m, ok && m == c.lex.metric.participants && h.start-from <= 8 && !c.endsWith(c.m.First, "带动")
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
		ok = ok && (!isStrong || m == c.lex.metric.trainees)
	}
	return m, ok && (m == c.lex.metric.trainees || m == c.lex.metric.beneficiaries)
}

func built(c *candidate) (catalog.Metric, bool) {
	m, ok := c.nounMetric(strongNoun)
	if !ok || m != c.lex.metric.places || c.class&(place|thing) == 0 {
		return 0, false
	}
	if p := c.prev; p != nil && p.fact.Rule != undecided && p.fact.Metric == c.lex.metric.facilities && c.goesOn() && c.w.ruleID(p) == "built" {
		return p.fact.Metric, true // 改造小区9个、楼栋86栋
	}
	for _, h := range c.hitsIn(c.left, c.m.First) {
		switch c.text.R[h.start] {
		case '建', '改', '扩', '修', '新':
			if next := c.text.At(h.start + 1); c.cues(h)&cueAction != 0 && (c.text.R[h.start] != '新' || next == '建' || next == '改') {
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
	if h, v, found := c.evidence(c.noun.end, c.m.First, verb); found && !c.after && h.start >= c.noun.end && v != c.lex.metric.change && v != c.lex.metric.projects && c.text.R[h.start] != '新' && (v != c.lex.metric.facilities || m != c.lex.metric.trainings) && (v != c.lex.metric.facilities || m != c.lex.metric.places) {
		if v == c.lex.metric.inspections && m == c.lex.metric.facilities && c.text.At(h.end-1) != '查' {
			return m, true // 整治山塘
		}
		return v, true
	}
	return m, true
}

func verbRule(c *candidate) (catalog.Metric, bool) {
	if p := c.prev; p != nil && p.fact.Rule != undecided && p.m.UnitID == c.m.UnitID && p.sentence() == c.sentence() && c.dealtWith() {
		return p.fact.Metric, true // 10件实事，已办结8件
	}
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
			(p.m.UnitID == c.m.UnitID || c.class&persons != 0 && (c.emptyLeft() || p.fact.Metric == c.lex.metric.visits && p.class&people != 0 && c.class&people != 0 && !c.ownWords())) {
			if c.class == money && !c.emptyLeft() {
				_, _, acts := c.evidence(c.left, c.m.First, verb)
				return p.fact.Metric, !acts && !c.hasNoun && p.sentence() == c.sentence() && p.fact.Metric == c.lex.metric.revenue
			}
			return p.fact.Metric, true
		}
	}
	return 0, false
}

// subject reads what speaks of the clause before: a sum, 消防器材采购已完成，共340余件,
// or a bare verb after the name of what it is done to, 文化站达标项目，计划改造9个.
func subject(c *candidate) (catalog.Metric, bool) {
	if c.hasNoun || c.after || c.directlyAfter() || c.clause == 0 {
		return 0, false
	}
	start := c.clauses[c.clause].start
	sum := c.emptyLeft() && (c.text.At(start) == '共' || c.text.At(start) == '合')
	k := &c.clauses[c.clause-1]
	if k.sentence != c.sentence() || k.stop != '，' || c.prev != nil && c.prev.m.End > k.start || k.end-k.start > reach/2 {
		return 0, false
	}
	h, m, ok := c.evidence(k.start, k.end, strongNoun)
	return m, ok && (sum || h.end == k.end && c.bareVerbs(start) && !c.actsIn(k.start, k.end))
}

// bareVerbs reports whether nothing but words of doing and planning stands from rune i up to the figure.
func (c *candidate) bareVerbs(i int) bool {
	for _, h := range c.hitsIn(i, c.m.First) {
		if h.start != i || c.cues(h)&(cuePlan|cueAction|cueResult|cueLink) == 0 {
			return false
		}
		i = h.end
	}
	return i == c.m.First && c.left == c.clauses[c.clause].start
}

// actsIn reports whether a word of doing or planning stands between the runes.
func (c *candidate) actsIn(from, to int) bool {
	_, ok := c.cueIn(from, to, cueAction|cuePlan|cueResult)
	return ok
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

func unitHint(c *candidate) (catalog.Metric, bool) {
	if c.class == bare || c.m.UnitID < 0 { // % alone has a class and no unit of the catalogue
		return 0, false
	}
	m := c.lex.unitHint[c.m.UnitID]
	return m, m != c.lex.metric.other
}

func otherRule(c *candidate) (catalog.Metric, bool) {
	return c.lex.metric.other, c.class != bare
}

func firms(c *candidate) (catalog.Metric, bool) {
	if !c.hasNoun || c.after || c.class&(place|household) == 0 || c.text.At(c.noun.end-1) != '业' || c.text.At(c.noun.end-2) != '企' {
		return 0, false
	}
	for _, h := range c.hitsIn(c.left, c.noun.start) {
		switch a, b := c.text.At(h.start), c.text.At(h.start+1); {
		case a == '新' && (b == '增' || b == '设'), a == '培' && b == '育', a == '净' && b == '增', a == '引' && (b == '进' || b == '入'), a == '签' && b == '约':
			return c.lex.metric.other, true
		}
	}
	return 0, false
}

// firstOf is the first verb before the figure that points to the metric.
func (c *candidate) firstOf(metric catalog.Metric) (hit, catalog.Metric, bool) {
	for _, h := range c.hitsIn(c.left, c.m.First) {
		if m, ok := c.sense(h, verb); ok && m == metric {
			return h, m, true
		}
	}
	return hit{}, 0, false
}

func inspected(c *candidate) (catalog.Metric, bool) {
	if c.class&(place|thing|copies|session|household) == 0 || c.after {
		return 0, false
	}
	l := &c.lex.metric
	h, m, ok := c.evidence(c.left, c.m.First, verb)
	if ok && m != l.inspections && c.m.UnitID >= 0 && c.lex.unitHint[c.m.UnitID] == l.inspections { // 查处变异培训23起
		h, m, ok = c.firstOf(l.inspections)
	}
	if !ok || m != l.inspections || c.hasNoun && h.start > c.noun.start {
		return 0, false
	}
	return m, c.hasNoun
}

func tellingUnit(c *candidate) (catalog.Metric, bool) {
	if c.m.UnitID == quantity.NoUnit {
		return 0, false
	}
	l := &c.lex.metric
	switch hint := c.lex.unitHint[c.m.UnitID]; hint {
	case l.inspections, l.loans, l.trainings:
		return hint, c.m.UnitSpan.Len() >= 6 && c.class&(place|copies|session|thing) != 0 && c.m.Unit != "期次"
	}
	return 0, false
}

// topic asks the headlines above the block, then the title. Headlines of the
// upper levels and the title speak of too much to name anything but sessions.
func topic(c *candidate) (catalog.Metric, bool) {
	if c.class&(session|persons|place|thing|team|copies|length|area) == 0 {
		return 0, false
	}
	doc := c.w.report.Doc
	for s := c.w.scopes[c.w.block.index].section; s >= 0; s = doc.Blocks[s].Parent {
		if c.class&session == 0 && doc.Blocks[s].Level < 3 {
			return 0, false
		}
		if m, ok := c.spokenOf(s); ok {
			return m, true
		}
	}
	if c.class&session != 0 && len(doc.Blocks) > 0 && doc.Blocks[0].Kind == segment.Heading && doc.Blocks[0].Level == 0 {
		return c.spokenOf(0)
	}
	return 0, false
}

// spokenOf is the metric that the headline of block i points to for the candidate's class.
func (c *candidate) spokenOf(i int) (catalog.Metric, bool) {
	head := &c.w.topic
	if head.doc != c.w.report.Doc || c.w.topicOf != i {
		head.lex, c.w.topicOf = c.lex, i
		head.loadSpan(c.w.report.Doc, c.w.report.Doc.Blocks[i].Span)
	}
	probe := candidate{block: head, class: c.class, m: c.m}
	low := c.w.report.Doc.Blocks[i].Level >= 3
	if h, ok := probe.nounIn(0, head.text.Len()); ok {
		if m, ok := probe.sense(h, strongNoun); ok {
			if m == c.lex.metric.projects { // 文化服务中心提升项目: the centres are counted
				if first, ok := probe.nounIn(0, h.start); ok {
					if thing, ok := probe.sense(first, strongNoun); ok && (thing == c.lex.metric.facilities || thing == c.lex.metric.equipment) {
						m = thing
					}
				}
			}
			return m, low || c.lex.metric.isEvent(m)
		}
	}
	_, m, ok := probe.evidence(0, head.text.Len(), verb)
	return m, ok && m != c.lex.metric.change && low
}

// sharedVerb lets the verb before the first figure of a list govern people further on in it.
func sharedVerb(c *candidate) (catalog.Metric, bool) {
	p := c.prev
	if c.class&persons == 0 || p == nil || p.fact.Rule == undecided || p.sentence() != c.sentence() || c.clause-p.clause > 1 || c.after || !c.hasNoun {
		return 0, false
	}
	if mark := c.text.At(p.m.End); mark != '、' && mark != '，' {
		return 0, false
	}
	if _, acts := c.cueIn(c.left, c.noun.start, cueAction|cueStock|cuePart|cueEach); acts {
		return 0, false
	}
	if _, _, own := c.evidence(c.left, c.m.First, verb); own {
		return 0, false
	}
	l := &c.lex.metric
	if p.class&persons != 0 && p.m.UnitID == c.m.UnitID && c.w.ruleID(p) == "person-verb" {
		return p.fact.Metric, true
	}
	_, m, ok := c.evidence(p.left, p.m.First, verb)
	return m, ok && (m == l.beneficiaries || m == l.trainees) && c.text.At(p.m.End) == '、'
}

// ruleID names the rule that decided the figure, "" for a place in a table.
func (w *Worker) ruleID(c *candidate) string {
	if int(c.fact.Rule) >= len(w.ex.rules) {
		return ""
	}
	return w.ex.rules[c.fact.Rule].ID
}

func floorArea(c *candidate) (catalog.Metric, bool) {
	return c.lex.metric.area, c.class == area && c.m.Unit == "平方米" && !c.hasNoun && c.endsWith(c.phraseEnd(), "面积")
}

// namedAhead gives an aim that names nothing the metric of the result that
// follows it in the same unit: 市下达任务3200人，实际服务残疾人3356人.
func (w *Worker) namedAhead() {
	for i := 0; i+1 < len(w.cands); i++ {
		c, next := &w.cands[i], &w.cands[i+1]
		if c.fact.Rule == undecided || next.fact.Rule == undecided || w.ruleID(c) != "unit" {
			continue
		}
		if c.fact.Role != Target || next.fact.Role != Actual || c.m.UnitID != next.m.UnitID || c.sentence() != next.sentence() || next.isChange() {
			continue
		}
		c.fact.Metric = next.fact.Metric
		if c.fact.Label.Empty() {
			c.fact.Label = next.fact.Label
		}
	}
}
