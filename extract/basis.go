package extract

// basisChoices is the ordered list of what makes a figure per unit or a part.
var basisChoices = []choice[Basis]{
	{"change-total", "A change is never a part nor per unit: 人均增加2平方米.",
		[]Example{{"比上年人均增加2平方米。", "2平方米 change"}}, Total, (*candidate).isChange},
	{"per-unit", "每, 人均 and their kin before the figure: 每场90人, 户均3500元.",
		[]Example{{"每场观众90人。", "90人 participants each"}}, Each, (*candidate).eachWord},
	{"per-slash", "A unit after a stroke: 1200元/人.",
		[]Example{{"补助1200元/人。", "1200元 funds_disbursed each"}}, Each, (*candidate).perSlash},
	{"listed-per-unit", "A list of per-unit figures goes on: 每人500元、800元.",
		[]Example{{"每人补助500元、800元。", "500元 funds_disbursed each; 800元 funds_disbursed each"}}, Each, (*candidate).listedEach},
	{"distributed", "各 before the number or its verb: 各1场.",
		[]Example{{"在9个村各放映电影2场。", "9个 places_covered; 2场 film_screenings each"}}, Each, (*candidate).distributes},
	{"per-clause", "A short clause before that opens with 每: 每个村，2场.",
		[]Example{{"每个村，放映2场。", "2场 film_screenings each"}}, Each, (*candidate).nextEach},
	{"announced-part", "其中 or 含 between a total and the figure: 其中党员20人.",
		[]Example{{"培训300人，其中党员20人。", "300人 trainees; 20人 trainees part"}}, Part, needs(cuePart, (*candidate).announced)},
	{"bracketed", "In brackets directly after a figure that is large enough, the same unit: 活动5场（春节2场，元宵3场）.",
		[]Example{{"开展活动5场（春节2场，元宵3场）。", "5场 activity_sessions; 2场 activity_sessions part; 3场 activity_sessions part"}}, Part, (*candidate).bracketed},
	{"listed-part", "A list of parts goes on: 其中党员20人、团员30人.",
		[]Example{{"培训300人，其中党员20人、团员30人。", "300人 trainees; 20人 trainees part; 30人 trainees part"}}, Part, (*candidate).listedPart},
	{"listed-colon", "A part in a clause of its own after 其中：, which opened the list: 其中：中央媒体63条，较上年多19条；省级媒体358条.",
		[]Example{{"发稿1137条。其中：中央级媒体63条，较上年多19条；省级媒体358条。", "1137条 publicity_items; 63条 publicity_items part; 19条 change; 358条 publicity_items part"}}, Part, needs(cuePart, (*candidate).afterColon)},
	{"among", "A figure and its noun followed by 中, then the part: 16名职工中，7名.",
		[]Example{{"16名职工中，本科7名。", "16名 workforce; 7名 workforce part"}}, Part, (*candidate).among},
}

// basis tells totals from parts and per-unit figures.
func (c *candidate) basis() Basis { return choose(basisChoices, c, Total) }

func (c *candidate) isChange() bool {
	return c.fact.Metric == c.lex.metric.change && c.fact.Rule != undecided
}

// each recognises per-unit figures, also before the metric is known.
func (c *candidate) each() bool {
	return c.eachWord() || c.perSlash() || c.listedEach() || c.distributes() || c.nextEach()
}

func (c *candidate) eachWord() bool {
	if c.name.to > 0 { // 绿化覆盖率、人均绿地面积分别为39%、13平方米
		_, ok := c.cueIn(c.name.from, c.name.to, cueEach)
		_, all := c.cueIn(c.shared.to, c.m.First, cueEach)
		return ok || all || c.leadingEach()
	}
	_, ok := c.cueBefore(cueEach)
	return ok || c.distributed || c.perCrowd() || c.class&(money|bare) != 0 && c.eachOne()
}

// leadingEach reports whether the first of the names before 分别 opens with 人均
// and goes on with what all of them have: 城镇、农村人均收入分别为 has it at the end.
func (c *candidate) leadingEach() bool {
	h, ok := c.cueIn(c.shared.from, c.shared.to, cueEach)
	return ok && (h.start > c.name.to || h.start == c.shared.from && c.namedAlike())
}

// namedAlike reports whether the name is no more than what tells it from the
// others, so that the words of the first or the last hold for all: 人均门诊、住院费用.
func (c *candidate) namedAlike() bool { return c.name.to-c.name.from <= 4 }

// eachOne recognises 一 with a classifier a verb or so before a price: 一顿收两块钱, 一年补8000块.
func (c *candidate) eachOne() bool {
	const words = 6 // runes
	for i := c.m.First - 2; i >= max(c.clauses[c.clause].start, c.m.First-words); i-- {
		if c.text.At(i) != '一' {
			continue
		}
		switch c.text.At(i + 1) {
		case '顿', '斤', '餐', '亩', '天', '人', '户', '场', '次', '节', '份', '张', '盏', '只', '头', '棵', '吨', '趟', '晚':
			switch c.text.At(i - 1) {
			case '第', '的', '这', '那', '近', '同', '统', '唯', '十', '百', '前', '后', '上', '有':
				return false
			}
			return true
		}
	}
	return false
}

func (c *candidate) perSlash() bool { return c.text.At(c.m.End) == '/' && c.isHan(c.m.End+1) }

func (c *candidate) listedEach() bool {
	if p := c.prev; p != nil && p.fact.Rule != undecided && p.fact.Basis == Each &&
		(c.text.At(p.m.End) == '、' || p.fact.Role == Reference && p.clause == c.clause && p.class == c.class) {
		return true // 每村场所2个、面积380平方米; 人均由5400元提高到6000元
	}
	if p := c.prev; c.fact.Role == Reference && p != nil && p.fact.Rule != undecided && p.fact.Basis == Each && p.m.UnitID == c.m.UnitID && p.sentence() == c.sentence() && c.fact.Rule != undecided {
		return true // 人均藏书0.71册，低于全省平均水平0.95册
	}
	return c.listed && c.emptyLeft() && c.prev.fact.Basis == Each && c.prev.fact.Rule != undecided &&
		(c.text.At(c.prev.m.End) != '，' || c.prev.m.UnitID == c.m.UnitID && !c.directlyAfter())
}

// perCrowd recognises 每千人 and 每万人, whose numeral the words do not see.
func (c *candidate) perCrowd() bool {
	for i := c.left; i < c.m.First; i++ {
		if c.text.At(i) == '每' {
			return true
		}
	}
	return false
}

// nextEach recognises a per-unit word that the clause before ends with: 每名队员，3个.
func (c *candidate) nextEach() bool {
	if c.clause == 0 || c.left != c.clauses[c.clause].start {
		return false
	}
	p := &c.clauses[c.clause-1]
	if k := c.mentionAt(p.start); c.clauses[c.clause].sentence != p.sentence || p.end-p.start > 8 || k < len(c.mentions) && c.mentions[k].First < p.end && !c.mentions[k].InWord() {
		return false // 每期15天，学员来自7个市
	}
	h, ok := c.cueIn(p.start, p.end, cueEach)
	return ok && h.start == p.start && c.text.At(h.start) == '每'
}

// distributes recognises 各 before the number or before its verb.
func (c *candidate) distributes() bool {
	for i := c.left; i < c.m.First; i++ {
		if c.text.At(i) != '各' {
			continue
		}
		if i+1 == c.m.First || c.m.First-i <= 3 && !kindWord(c.text.At(i+1)) {
			return true // 各1场, 各印150册
		}
		if n, _ := c.lex.handlers.Longest(c.text.R[i+1 : c.m.First]); n > 1 {
			return true
		}
	}
	return false
}

// kindWord reports whether 各 with this character speaks of kinds and places, 各类 各级, and distributes nothing.
func kindWord(r uint16) bool {
	switch r {
	case '类', '种', '项', '级', '地', '界', '部', '族', '个', '位', '大', '方', '乡', '镇', '村', '县', '市', '区', '单', '校', '馆', '站', '所', '社':
		return true
	}
	return false
}

// announced recognises 其中 and 含 between a total and the figure.
func (c *candidate) announced() bool {
	if c.partCue(c.left) {
		return c.prev == nil && c.clause > 0 || c.prev != nil && c.hasTotal()
	}
	p := c.prev
	return p != nil && p.fact.Rule != undecided && c.partCue(p.m.End)
}

// hasTotal reports whether a figure near before could hold this one: of the same kind of unit, or anything for a share.
func (c *candidate) hasTotal() bool {
	kind := c.class
	if kind&(persons|team) != 0 {
		kind = persons | team
	}
	if kind&(place|thing|copies|session) != 0 {
		kind |= place | thing | copies | session
	}
	if c.m.Unit == "个" || c.m.Unit == "個" {
		kind |= people // 4个人，其中1个
	}
	for p := c.prev; p != nil && c.near(p); p = p.prev {
		if p.fact.Rule != undecided && (p.class&kind != 0 || p.class == bare && p.after && c.class&persons != 0) || c.class&(ratio|bare) != 0 {
			return true
		}
	}
	return false
}

// partCue reports whether 其中 or 含 stands in the runes from from to the figure,
// and neither is denied (不含税) nor ends with its bracket: 12期（含线上），500人.
func (c *candidate) partCue(from int) bool {
	h, ok := c.cueIn(from, c.m.First, cuePart)
	if !ok || c.text.At(h.start-1) == '不' {
		return false
	}
	depth := 0
	for i := h.end; i < min(c.m.First, h.end+reach); i++ {
		switch c.text.At(i) {
		case '（', '(':
			depth++
		case '）', ')':
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return true
}

// bracketed recognises the members of a breakdown in brackets behind its total.
func (c *candidate) bracketed() bool {
	open := c.bracketOpen()
	if open < 0 {
		return false
	}
	p := c.prev
	for p != nil && p.m.First > open {
		p = p.prev
	}
	if p == nil || p.fact.Rule == undecided || p.m.End > open || open-max(p.m.End, p.noun.end) > 1 && open-p.m.End > 8 || p.m.UnitID != c.m.UnitID && (p.class != thing || c.class != thing) ||
		p.fact.Basis != Total || p.fact.Role != c.fact.Role || p.isChange() || !p.m.HasValue || !c.m.HasValue || c.m.Value.Cmp(p.m.Value) >= 0 {
		return false
	}
	if c.fact.Period != p.fact.Period && !c.period.Contains(c.fact.Period) {
		return false // 6.8亿元（2018年6.2亿元）
	}
	c.of = p
	return true
}

// bracketOpen is the rune of the bracket around the figure, -1 where there is none near.
func (c *candidate) bracketOpen() int {
	if !c.brackets {
		return -1
	}
	if c.open == 0 {
		c.open = c.findBracket() + 2
	}
	return c.open - 2
}

func (c *candidate) findBracket() int {
	depth := 0
	for i := c.m.First - 1; i >= max(0, c.m.First-reach/2); i-- {
		switch c.text.At(i) {
		case '）', ')':
			depth++
		case '（', '(':
			if depth == 0 {
				return i
			}
			depth--
		}
	}
	return -1
}

func (c *candidate) listedPart() bool {
	p := c.before()
	if p == nil || p.fact.Rule == undecided || p.fact.Basis != Part {
		return false
	}
	if p.sentence() != c.sentence() {
		return c.likePart(p)
	}
	return c.inParts()
}

// afterColon reports whether the clause goes on a list that 其中： opened, one
// part a clause: 其中：中央媒体63条，较上年多19条；省级媒体358条.
func (c *candidate) afterColon() bool {
	start := c.clauses[c.clause].start
	if c.class&(ratio|bare) != 0 || c.left != start || c.after || c.clause == 0 || c.clauses[c.clause-1].sentence == c.sentence() && c.clauses[c.clause-1].stop == '，' || c.startsAnew() {
		return false
	}
	h, ok := c.cueIn(max(c.chainStart(c.clause), start-2*reach), start, cuePart)
	if !ok || c.text.At(h.end) != '：' && c.text.At(h.end) != ':' {
		return false
	}
	t := c.prev
	for t != nil && (t.m.First > h.start || t.m.UnitID != c.m.UnitID || t.isChange()) && c.m.First-t.m.First <= 2*reach {
		t = t.prev
	}
	return t != nil && t.m.First < h.start && t.m.UnitID == c.m.UnitID && t.fact.Rule != undecided && t.m.HasValue && c.m.HasValue && c.m.Value.Cmp(t.m.Value) < 0
}

// likePart reports whether the figure goes on after ； as the part before it began:
// 其中广告收入480万元，下降18%；活动收入390万元.
func (c *candidate) likePart(p *candidate) bool {
	const words = 10 // runes
	if c.clauses[c.clause].chain != c.clauses[p.clause].chain || c.clauses[c.clause].start != c.left || c.m.First-c.left > words || c.class&(ratio|bare) != 0 {
		return false
	}
	q := c.likeMember()
	if q == nil || !q.m.HasValue || !c.m.HasValue || c.after != q.after || !c.kindBefore() && !c.sameEnd(q) {
		return false
	}
	if _, anew := c.cueIn(c.left, c.m.First, cueSum|cueCompare|cueEach|cueStock|cueAction|cueResult|cuePlan); anew {
		return false
	}
	if _, _, acts := c.evidence(c.left, c.m.First, verb); acts && c.class != money {
		return false
	}
	t := q
	for t != nil && (t.fact.Basis == Part || t.m.UnitID != c.m.UnitID) && c.m.First-t.m.First <= reach {
		t = t.prev
	}
	return t != nil && t.fact.Rule != undecided && t.m.UnitID == c.m.UnitID && t.m.HasValue && c.m.Value.Cmp(t.m.Value) < 0
}

// among recognises 16名职工中, 7名: a figure and its noun followed by 中, then the part.
func (c *candidate) among() bool {
	p := c.prev
	if p == nil || p.fact.Rule == undecided || p.sentence() != c.sentence() || p.fact.Basis == Each {
		return false
	}
	if p.class&c.class == 0 && c.class != ratio && p.class&(persons|thing) != p.class {
		return false
	}
	if r := c.text.At(p.m.End); r == '中' && c.text.At(p.m.End+1) != '心' && c.text.At(p.m.End+1) != '小' && c.text.At(p.m.End+1) != '学' {
		return p.class&c.class != 0 || c.class == ratio // 在编16人中副高1人
	}
	if p.m.UnitID == c.m.UnitID && p.after && c.text.At(p.noun.end) == '有' && c.m.First == p.noun.end+1 {
		return true // 11个村有9个已建成
	}
	if p.after && c.text.At(p.noun.end) == '中' {
		return true
	}
	if c.text.At(c.m.First-1) == '中' && p.m.UnitID == c.m.UnitID && c.clause == p.clause && c.m.First-p.m.End <= 6 && c.directlyHan(p.m.End) {
		return true // 11个标段中7个
	}
	for i := p.m.End; i < min(p.m.End+16, c.m.First); i++ {
		if c.text.At(i) == '里' && c.text.At(i+1) == '头' && c.clause == p.clause && p.class&c.class != 0 {
			return true
		}
		if c.text.At(i) == '中' && p.class&c.class != 0 && (c.text.At(i+1) == '，' || c.clause == p.clause && p.after && i >= p.noun.end) {
			return true
		}
	}
	return false
}

// directlyHan reports whether nothing but characters stands between rune i and the figure.
func (c *candidate) directlyHan(i int) bool {
	for ; i < c.m.First; i++ {
		if !c.isHan(i) {
			return false
		}
	}
	return true
}

// sameEnd reports whether the nouns of two figures end alike: 小麦面积, 玉米面积.
func (c *candidate) sameEnd(q *candidate) bool {
	if !c.hasNoun || !q.hasNoun || c.after || q.after {
		return false
	}
	return c.text.At(c.noun.end-1) == c.text.At(q.noun.end-1) && c.text.At(c.noun.end-2) == c.text.At(q.noun.end-2)
}
