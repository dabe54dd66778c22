package extract

import (
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
)

// decide gives a candidate its metric and attributes; fact.Metric stays
// undecided where no rule takes it.
func (w *Worker) decide(c *candidate) {
	c.fact = Fact{Span: c.m.Span, Quantity: c.m.Quantity, Rule: undecided, Sentence: c.sentence(),
		Section: w.scopes[c.index].section, SameAs: None, Parent: None, TargetOf: None,
		Missing: c.m.Reason == quantity.Masked || c.m.Reason == quantity.Lost}
	if w.table.apply(w, c) {
		return
	}
	if c.prev != nil && c.prev.fact.Rule == undecided {
		if c.prev.m.One && c.left == c.prev.m.End {
			c.distributed = c.prev.eachWord() // 平均一场也就二十几个
		}
		c.prev = c.prev.prev
		c.listed = c.prev != nil && c.listMark(c.prev.m.End, c.m.First)
	}
	if c.claim != nil {
		w.takeOwn(c)
		w.attribute(c)
		w.ownAttributes(c)
		return
	}
	if !w.counts(c) {
		return
	}
	c.asMoney()
	c.findNoun()
	if w.steps != nil {
		w.record(c)
	}
	for i := range w.ex.rules {
		if m, ok := w.ex.rules[i].decide(c); ok {
			c.fact.Metric, c.fact.Rule = m, uint8(i)
			break
		}
	}
	if c.fact.Rule != undecided {
		w.attribute(c)
	}
}

// attribute gives a figure whose metric is decided its attributes.
func (w *Worker) attribute(c *candidate) {
	c.atLeast()
	c.fact.Period = c.when()
	c.fact.Role = c.role()
	c.fact.Basis = c.basis()
	if c.fact.Role == Target && c.plan && !w.planTitle && (c.fact.Period == "" || c.fact.Period == c.period) {
		c.fact.Later, c.fact.Period = true, next(c.period)
	}
	c.fact.Time = c.time()
	c.fact.Label = c.undated(c.label())
	c.settle()
}

// asMoney takes a large number without a unit for money where the words beside it speak of money: 发放助学金11.7万.
func (c *candidate) asMoney() {
	if p := c.prev; c.class == bare && p != nil && p.class == money && p.fact.Rule != undecided && p.sentence() == c.sentence() && !c.plainDigits() &&
		p.fact.Basis == Part && (c.text.At(p.m.End) == '、' || c.text.At(p.m.End) == '，' || c.text.At(p.m.End) == ',') {
		c.class = money // 其中学前92.6万元，义务教育段401.4万
		return
	}
	if c.m.Unit == "块" || c.m.Unit == "塊" {
		c.asYuan()
	}
	if c.class != bare || !c.m.HasValue || c.m.Value.Cmp(quantity.Int(10000)) < 0 || c.plainDigits() {
		return
	}
	hits := c.hitsIn(c.left, c.m.First)
	for i := len(hits) - 1; i >= 0; i-- {
		for _, s := range c.word(hits[i]).senses {
			if s.strength != weakNoun && s.classes&bare != 0 && s.classes&money == 0 {
				return
			}
			if s.strength != weakNoun && s.classes&money != 0 && s.classes != anyClass && s.metric != c.lex.metric.change {
				c.class = money
				return
			}
		}
	}
}

// asYuan takes 块 for money where nothing made in pieces is counted: 每户2000块, 收入31.6万块.
func (c *candidate) asYuan() {
	if c.directlyAfter() {
		return
	}
	hits := c.hitsIn(c.left, c.m.First)
	for i := len(hits) - 1; i >= 0; i-- {
		if m, ok := c.sense(hits[i], strongNoun); ok && m != c.lex.metric.places && m != c.lex.metric.beneficiaries && m != c.lex.metric.workforce {
			return // 宣传展板30块
		}
	}
	large := c.m.HasValue && c.m.Value.Cmp(quantity.Int(1000)) >= 0
	if _, each := c.cueBefore(cueEach); each || large || c.eachOne() {
		c.class = money
	}
}

// plainDigits reports whether the number is written out without 万 or 亿.
func (c *candidate) plainDigits() bool {
	last := c.text.At(c.m.NumEnd - 1)
	return last >= '0' && last <= '9'
}

// atLeast reads 至少 and 不少于 that a verb parts from the number: 至少举办1次.
func (c *candidate) atLeast() {
	q := &c.fact.Quantity
	if q.Bound == quantity.Over && c.listed && c.text.At(c.m.End) == '以' && c.text.At(c.m.End+1) == '上' {
		c.overAll()
	}
	if q.Bound != quantity.Exact {
		return
	}
	if c.class == ratio && c.shortOf() || c.text.At(c.m.End) == '不' && c.text.At(c.m.End+1) == '到' && (!c.isHan(c.m.End+2) || c.text.At(c.m.End+2) == '的') {
		q.Bound, q.HasLow = quantity.Under, false // 不足全省的15%, 四成不到
		return
	}
	if c.text.At(c.m.First-1) == '过' {
		switch c.text.At(c.m.First - 2) {
		case '争', '取', '望', '将', '要', '额', '值', '量', '数':
			q.Bound, q.HasUpper = quantity.Over, false // 力争过3亿元
			return
		}
	}
	for i := max(c.left, c.m.First-8); i+1 < c.m.First; i++ {
		if a, b := c.text.At(i), c.text.At(i+1); a == '至' && b == '少' || a == '最' && b == '少' && c.text.At(i+2) != '的' {
			q.Bound, q.HasUpper = quantity.Over, false
			return
		}
	}
}

// overAll gives the bound of the last figure after 分别 to all of them: 分别在99%、92%、90%以上.
func (c *candidate) overAll() {
	first := c
	for n := 0; n < maxMembers && first.listed && first.prev.m.UnitID == c.m.UnitID; n++ {
		first = first.prev
	}
	if _, ok := first.spread(); !ok || first == c {
		return
	}
	for p := c.prev; ; p = p.prev {
		if q := &p.fact.Quantity; q.Bound == quantity.Exact {
			q.Bound, q.HasUpper = quantity.Over, false
		}
		if p == first {
			return
		}
	}
}

// shortOf reports whether 不足 or 不到 stands before what a share is taken of: 不足全省的15%.
func (c *candidate) shortOf() bool {
	const whole = 10 // runes
	if c.text.At(c.m.First-1) != '的' {
		return false
	}
	for i := c.m.First - 2; i > max(c.left, c.m.First-whole); i-- {
		if b := c.text.At(i); c.text.At(i-1) == '不' && (b == '足' || b == '到') {
			return true
		}
	}
	return false
}

// next is the period that follows p: as long, but at most to the end of its
// year where p is part of one; "" where p does not tell.
func next(p period.Period) period.Period {
	first, last, ok := p.Months()
	if !ok || p.IsMasked() && last%12 == 11 {
		return ""
	}
	start := last + 1
	months := min(last-first+1, 12-start%12)
	return period.Of(start/12, start%12+1, start%12+months)
}

// undecided is the Rule of a candidate no rule took.
const undecided = 255

// settle gives a change its sign: 下降3%至5% is -3 to -5, in the order of the text;
// and what is counted by the mouth and is no person its own unit: 蓄水池6口.
func (c *candidate) settle() {
	q, l := &c.fact.Quantity, &c.lex.metric
	if q.Unit == "口" && (c.fact.Metric == l.facilities || c.fact.Metric == l.infrastructure || c.fact.Metric == l.equipment || c.fact.Metric == l.projects) {
		q.BaseUnit = q.Unit
	}
	if c.fact.Metric == c.lex.metric.change && c.signed && q.Value.Sign() > 0 {
		q.Value, q.High, q.BaseValue = q.Value.Neg(), q.High.Neg(), q.BaseValue.Neg()
		q.Low, q.Upper, q.HasLow, q.HasUpper = q.Upper.Neg(), q.Low.Neg(), q.HasUpper, q.HasLow
	}
}

// counts reports whether the numeral is a figure at all: articles, durations
// in passing and ages of persons are not.
func (w *Worker) counts(c *candidate) bool {
	switch c.m.Reason {
	case quantity.Duration:
		return c.openingHours() || c.measuredTime()
	case quantity.Age:
		_, mean := c.cueIn(c.left, c.m.First, cueMean)
		return mean
	}
	if c.class == bare && c.doc.Blocks[c.index].Kind == segment.Heading {
		return false
	}
	if c.class == bare && !c.m.Arabic && c.m.Value.Cmp(quantity.Int(1000)) < 0 {
		return false
	}
	if c.m.One && !c.countsOne() {
		c.m.Reason = quantity.Article
		return false
	}
	if c.m.Bare && c.m.Reason == quantity.Plain && c.m.Bound == quantity.Exact && (!c.nounBefore() || c.class == money && c.directlyAfter()) {
		c.m.Reason = quantity.Name
		return false
	}
	return true
}

// nounBefore reports whether a noun that is counted stands before the figure.
func (c *candidate) nounBefore() bool {
	if _, _, ok := c.evidence(c.left, c.m.First, strongNoun); ok {
		return true
	}
	_, _, ok := c.evidence(c.left, c.m.First, weakNoun)
	return ok
}

// openingHours reports whether a stretch of time is one that is counted:
// opening hours, hours broadcast, hours of service.
func (c *candidate) openingHours() bool {
	if c.text.At(c.m.First-1) == '“' || c.directlyAfter() && !c.adverbAfter() {
		return false
	}
	unit := c.m.Unit
	if _, each := c.cueBefore(cueEach); each && c.clause > 0 && c.left == c.clauses[c.clause].start {
		c.left = c.clauses[c.clause-1].start // 免费开放，每周不少于42小时
	}
	_, _, noun := c.evidence(c.left, c.m.First, strongNoun)
	_, _, verb := c.evidence(c.left, c.m.First, verb)
	if unit == "小时" || unit == "小時" || unit == "分钟" || unit == "分鐘" {
		return noun || verb
	}
	return unit == "天" && c.endsWith(c.phraseEnd(), "开放") // 免费开放310天
}

// measuredTime reports whether a stretch of time is measured and not passed
// through: 优良天数238天, 平均住院日7.2天, 较上年缩短0.6天.
func (c *candidate) measuredTime() bool {
	if c.directlyAfter() {
		return false
	}
	if _, changed := change(c); changed {
		return true
	}
	if h, ok := c.adjacentCue(cueTo); ok && c.cues(h)&cueDown != 0 {
		return true // 办理时限压缩至3个工作日
	}
	if _, mean := c.cueBefore(cueMean); mean || c.leadsOn() && c.fromTo() {
		return true // 平均68分钟, 由8.7天降为7.9天
	}
	end := c.skipSpaceBack(c.m.First)
	for _, w := range [...]string{"超标", "天数", "时长", "时限", "周期", "工期", "住院日", "日数", "小时数", "耗时"} {
		if c.endsWith(end, w) {
			return true
		}
	}
	return false
}

// adverbAfter reports whether the figure is followed by 以上, 左右 and not by a noun of its own.
func (c *candidate) adverbAfter() bool {
	switch c.text.At(c.m.End) {
	case '以', '左', '不', '多', '之', '，', '的':
		return true
	}
	return false
}

// countsOne tells the count 一 (培训班一期) from the article (一批 一个平台).
func (c *candidate) countsOne() bool {
	if c.class&(money|ratio) != 0 && c.m.UnitID != quantity.NoUnit {
		return !c.negated()
	}
	if c.negated() || c.class == bare || c.m.Unit == "批" {
		return false
	}
	if h, ok := c.adjacentEach(); ok && c.class&(people|team|thing|copies) != 0 {
		_, noun := c.headAfter()
		return noun || h.end == c.m.First
	}
	if h, ok := c.adjacentCue(cueLink); ok && c.class&people != 0 && (c.text.R[h.start] == '只' || c.text.R[h.start] == '仅') {
		return true
	}
	if !c.directlyAfter() {
		if c.class&people != 0 && c.isHan(c.m.First-1) && (c.m.Unit == "名" || c.m.Unit == "位") {
			return true // 劝返辍学女童一名
		}
		return c.nounBefore() || c.prev != nil && c.emptyLeft() && c.prev.m.UnitID == c.m.UnitID || c.clausal()
	}
	if _, ok := c.adjacentCue(cueAction); !ok || c.class&session == 0 || c.m.Unit == "次" {
		return false
	}
	_, _, noun := c.first(c.m.End, c.right, strongNoun)
	return noun
}

// adjacentEach finds 每 with what it distributes over, and at most a verb, before the figure: 每村至少出一个节目.
func (c *candidate) adjacentEach() (hit, bool) {
	const verb = 5 // runes
	h, ok := c.cueBefore(cueEach)
	return h, ok && c.text.R[h.start] == '每' && h.end-h.start > 1 && c.m.First-h.end <= verb
}

// clausal reports whether the figure ends its clause and a word of action or a status stands before it.
func (c *candidate) clausal() bool {
	_, ok := c.cueBefore(cueAction)
	return ok && (c.class&(session|team|place) != 0 || c.prev != nil && c.prev.m.UnitID == c.m.UnitID)
}

// negated reports whether 未 or 没有 governs the figure.
func (c *candidate) negated() bool {
	_, ok := c.cueIn(c.left, c.m.First, cueLoss)
	return ok && c.m.One
}

// findNoun finds the noun that the figure counts: directly after it, or the nearest before it.
func (c *candidate) findNoun() {
	if c.name.to > 0 {
		if c.noun, c.hasNoun = c.nounIn(c.name.from, c.name.to); c.hasNoun {
			return
		}
		c.noun, c.hasNoun = c.nounIn(c.shared.from, c.shared.to)
		return
	}
	if c.directlyAfter() {
		if c.noun, c.hasNoun = c.headAfter(); !c.hasNoun && c.class == thing && (c.m.Unit == "个" || c.m.Unit == "個") {
			c.class = people // 七八个观众
			if c.noun, c.hasNoun = c.headAfter(); !c.hasNoun {
				c.class = thing
			}
		}
		if c.hasNoun {
			c.after = true
			return
		}
	}
	if c.noun, c.hasNoun = c.nounIn(c.left, c.m.First); !c.hasNoun && c.class == thing && (c.m.Unit == "个" || c.m.Unit == "個") && !c.directlyAfter() {
		c.class = people // 学员七十多个
		if c.noun, c.hasNoun = c.nounIn(c.left, c.m.First); !c.hasNoun || c.text.At(c.noun.end-1) == '岗' || c.text.At(c.noun.end-1) == '位' {
			c.class, c.hasNoun = thing, false
		}
	}
}

// headAfter finds the head of the noun phrase that follows the figure: the last
// of the nouns that stand together, since modifiers come first.
func (c *candidate) headAfter() (head hit, ok bool) {
	for _, h := range c.hitsIn(c.m.End, c.right) {
		if ok && (h.start > head.end+1 || functionWord(c.text.At(head.end))) {
			break
		}
		if c.isNoun(h) {
			if ok && c.eventOf(head, h) {
				break // 深入19个乡镇|演出38场
			}
			head, ok = h, true
			continue
		}
		if ok || c.cues(h) != 0 && !c.word(h).noun && !c.qualifies(h) {
			break
		}
	}
	return head, ok
}

// eventOf reports whether h is an event that a figure of its own counts, held in the places that head names.
func (c *candidate) eventOf(head, h hit) bool {
	if m, ok := c.sense(head, strongNoun); !ok || m != c.lex.metric.places {
		return false
	}
	k := c.mentionAt(h.end)
	return k < len(c.mentions) && c.mentions[k].First <= h.end+1 && c.lex.class(&c.mentions[k].Quantity)&session != 0
}

// nounIn finds the last noun in the runes [from, to) that the candidate's
// class may count. A weak one that clings to a telling one (技术培训|班) is read with it.
// A word of task names nothing where another noun stands before it: 幸福院目标任务20所.
func (c *candidate) nounIn(from, to int) (hit, bool) {
	hits := c.hitsIn(from, to)
	var task hit
	for i := len(hits) - 1; i >= 0; i-- {
		switch {
		case !c.isNoun(hits[i]):
			continue
		case c.isTask(hits[i]):
			task = hits[i]
			continue
		}
		if _, strong := c.sense(hits[i], strongNoun); !strong && i > 0 && hits[i-1].end == hits[i].start {
			if _, telling := c.sense(hits[i-1], strongNoun); telling {
				return hit{hits[i-1].start, hits[i].end, hits[i-1].word}, true
			}
		}
		return hits[i], true
	}
	return task, task.end > 0 && c.countsTasks() && !c.colonBehind(task)
}

// isTask reports whether the word is one of task or plan that is counted as such.
func (c *candidate) isTask(h hit) bool {
	m, ok := c.sense(h, strongNoun)
	return ok && m == c.lex.metric.projects && c.cues(h)&cueGoal != 0
}

// colonBehind reports whether a colon follows the word: 目标：改造5个.
func (c *candidate) colonBehind(h hit) bool {
	r := c.text.At(h.end)
	return r == '：' || r == ':'
}

// countsTasks reports whether the unit is one that tasks themselves are counted in: 任务58项, not 任务20所.
func (c *candidate) countsTasks() bool {
	switch c.m.Unit {
	case "项", "項", "件", "个", "個", "条", "條", "大项":
		return true
	}
	return false
}

// isNoun reports whether the word names something the candidate's class may count.
func (c *candidate) isNoun(h hit) bool {
	_, strong := c.sense(h, strongNoun)
	_, weak := c.sense(h, weakNoun)
	return strong || weak
}

// nounMetric is the metric the counted noun points to with the strength asked.
func (c *candidate) nounMetric(kind strength) (catalog.Metric, bool) {
	if !c.hasNoun {
		return 0, false
	}
	return c.sense(c.noun, kind)
}
