package extract

import (
	"strings"

	"github.com/zhaibao/zhaibao/internal/trie"
)

// time tells what exists at a date and what is summed since a start from what was done in the period.
func (c *candidate) time() Time {
	if c.hasRune('新') && c.fact.Basis != Part {
		return Flow
	}
	if h, ok := c.cueIn(c.left, c.m.First, cueStock|cueSum); ok {
		switch {
		case c.cues(h)&cueStock == 0 && c.withinPeriod(h):
			return Flow
		case c.cues(h)&cueStock == 0:
			return Cumulative
		case c.tookPart():
			return Flow // 共有3000人参加: who took part is never what stands
		}
		return Stock
	}
	p := c.prev
	if p != nil && p.fact.Rule == undecided {
		p = nil
	}
	switch {
	case c.hasRune('新'):
		return Flow
	case p != nil && (c.fact.Basis == Part || c.text.At(p.m.End) == '、' || c.listed):
		return p.fact.Time
	case c.cameTo(), c.stands(p):
		return Stock
	}
	return Flow
}

// tookPart reports whether the figure counts who came, which has no state.
func (c *candidate) tookPart() bool {
	m, l := c.fact.Metric, &c.lex.metric
	return m == l.participants || m == l.visits || m == l.trainees
}

// lasting reports whether what is counted is still there when the period ends.
func (c *candidate) lasting() bool {
	m, l := c.fact.Metric, &c.lex.metric
	if strings.HasSuffix(c.m.Unit, "次") {
		return false
	}
	return m == l.facilities || m == l.area || m == l.infrastructure || m == l.equipment || m == l.workforce || m == l.places || m == l.beneficiaries
}

// cameTo recognises the level that a number came to: 由12支发展到21支. Money that
// grew to an amount was still taken in or spent within the period.
func (c *candidate) cameTo() bool {
	h, ok := c.cueIn(c.left, c.m.First, cueTo)
	if !ok || !c.lasting() || h.end-h.start < 2 || c.m.First-h.end > 1 {
		return false
	}
	switch c.text.At(h.start) {
	case '发', '增', '扩', '上', '提', '升', '减', '下', '降':
		return true
	}
	return false
}

// stands recognises what stands without a word of having, where no verb says
// that it was done:
//
//  1. a noun of its own kind: 参保人数达47万人, 注册志愿者1873人;
//  2. a thing of the whole place, first in its sentence: 全县营运客车206辆;
//  3. the next clause after something that stands: 共有养老机构9家，床位860张.
func (c *candidate) stands(p *candidate) bool {
	if !c.lasting() || c.acts() {
		return false
	}
	if p != nil && p.sentence() == c.sentence() {
		if p.fact.Time != Stock || c.left != c.clauses[c.clause].start || c.clause > p.clause+1 {
			return false
		}
		return c.names(standing) || c.hasNoun && !c.after && c.noun.start-c.left <= 2
	}
	if c.names(standing) {
		return !c.attended()
	}
	return c.hasNoun && !c.after && c.fact.Metric != c.lex.metric.beneficiaries && c.startsWith(c.left, wholePlaces) && c.endsClause()
}

// acts reports whether a verb stands before the figure in its clause, but for
// the one inside a noun of what stands: 注册志愿者.
func (c *candidate) acts() bool {
	for _, h := range c.hitsIn(c.left, c.m.First) {
		q := c.cues(h) | c.cuesOfStart(h)
		if _, does := c.sense(h, verb); c.startsWith(h.start, standing) || !does && q&(cueAction|cueResult|cuePlan|cueGoal|cueCompare|cueEach|cuePart) == 0 {
			continue
		}
		if leads := c.m.First-h.end <= 2 && h.start > c.left && q&cueLink != 0 || q&cueBreak != 0; !leads { // 参保人数达, 目前
			return true
		}
	}
	return false
}

// caring are verbs whose people may go on in the next clause: 走访困难党员，孤儿12人.
var caring = wordsByRune("慰问 走访 看望 探望 救助 帮扶 资助 关爱")

// attended reports whether the clause before, of the same sentence, tells of
// people who were cared for, so that those of this one were as well.
func (c *candidate) attended() bool {
	if c.clause == 0 {
		return false
	}
	k := &c.clauses[c.clause-1]
	for i := k.start; k.sentence == c.sentence() && i < k.end; i++ {
		if c.startsWith(i, caring) {
			return true
		}
	}
	return false
}

// cuesOfStart are the cues of the two-rune word that h begins with: 带动|贫困户.
func (c *candidate) cuesOfStart(h hit) cue {
	if h.end-h.start > 2 {
		if id := c.lex.trie.Get(c.text.R[h.start : h.start+2]); id != trie.None {
			return c.lex.words[id].cues & cueAction
		}
	}
	return 0
}

// standing are the beginnings of nouns that name who or what stands.
var standing = wordsByRune("参保 在校 在园 在册 在岗 在职 在编 在库 持证 从业 注册 实名 入驻 入住 集中供养 分散供养 营运 列养 管养 登记社会 登记失业 供养 监测对象 监测户 低保对象 低保户 特困 五保 专任 退休 离退休 常住 户籍 留守 孤儿 空巢 高血压 糖尿病 精神障碍 贫困人口 脱贫")

// wholePlaces open a clause that speaks of all that there is in a place.
var wholePlaces = wordsByRune("全县 全市 全区 全镇 全乡 全省 全州 全旗 我县 我市 我区 我镇 我乡 目前 截至目前")

// wordList finds words by their first rune, folded.
type wordList map[uint16][][]uint16

func wordsByRune(words string) wordList {
	list := wordList{}
	for _, w := range strings.Fields(words) {
		var folded []uint16
		for _, r := range w {
			folded = append(folded, uint16(r))
		}
		list[folded[0]] = append(list[folded[0]], folded)
	}
	return list
}

func (c *candidate) startsWith(i int, list wordList) bool {
	for _, w := range list[c.text.At(i)] {
		if c.text.HasPrefix(i, w) {
			return true
		}
	}
	return false
}

// names reports whether one of the words stands between the figure before and this one.
func (c *candidate) names(list wordList) bool {
	for i := max(c.left, c.m.First-reach/2); i < c.m.First; i++ {
		if c.startsWith(i, list) {
			return true
		}
	}
	return false
}

// endsClause reports whether nothing follows the figure in its clause.
func (c *candidate) endsClause() bool { return c.m.End >= c.clauses[c.clause].end }

// withinPeriod reports whether what is summed is summed over the report's own
// period, named before the word: 上半年累计, 1—6月累计, 今年以来累计.
func (c *candidate) withinPeriod(h hit) bool {
	for _, w := range [...]string{"上半年", "下半年", "全年", "今年", "今年以来", "年内", "本年度", "一年来", "半年来", "季度"} {
		if c.endsWith(h.start, w) {
			return true
		}
	}
	if c.endsWith(h.end, "今年以来") || c.endsWith(h.end, "年初以来") {
		return true
	}
	t := c.timeBefore()
	return t != nil && t.Period != "" && c.period.Contains(t.Period) && c.text.Index(t.End) >= h.start-1 && c.text.Index(t.End) <= h.start
}
