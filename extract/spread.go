package extract

import (
	"strings"

	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

// spread gives the state of phrase i to the figures it speaks of.
func (w *Worker) spread(i int) {
	p := &w.phrases[i]
	if p.before {
		w.spreadForward(p)
		return
	}
	b := &w.block
	if r := b.text.At(p.subject); p.all && (r == '上' && b.text.At(p.subject+1) == '述' || r == '以' && b.text.At(p.subject+1) == '上' || r == '这' && b.text.At(p.subject+1) == '些') {
		w.spreadBack(p, b.chainStart(p.clause)) // 硬化道路3公里、改建桥2座，上述工程现已全部完工
		return
	}
	if p.start-p.subject >= 2 && !p.all && !w.figureIn(p.subject, p.start) && !w.headed(p) && b.causeStart(p.subject, p.start) != p.subject {
		return // a subject of its own, without figures
	}
	if w.ofRest(p) {
		return
	}
	from := b.sentenceStart(p.clause)
	if w.headed(p) && w.spreadTask(p) {
		return
	}
	switch {
	case p.start-p.subject >= 2 && w.figureIn(p.subject, p.start):
		from = p.subject
	case p.all, b.doc.Blocks[b.index].Kind == segment.Item && len(w.phrases) == 1:
		from = b.chainStart(p.clause)
	}
	if i > 0 && w.phrases[i-1].end > from {
		from = w.phrases[i-1].end
	}
	w.spreadBack(p, from)
}

// headed reports whether the phrase answers a heading within the item, and
// nothing that could be done stands between: 目标：132场。完成情况：已全部完成.
func (w *Worker) headed(p *phrase) bool {
	b := &w.block
	first := b.clauses[p.clause].first
	k := b.clauseOf(p.start - 1)
	if k < first || (b.clauses[first].stop != '：' && b.clauses[first].stop != ':') || b.clauses[first].end-b.clauses[first].start > 8 {
		return false
	}
	switch b.text.At(b.clauses[first].end - 1) {
	case '况', '展', '果', '成', '度':
		return p.start-b.clauses[first].end <= 2*reach && !w.figureIn(b.clauses[first].end, p.start)
	}
	return false
}

// spreadTask gives the state under 完成情况 to the results that the rest of the
// sentence tells of the task (已完成，开班18个), else to the task itself.
func (w *Worker) spreadTask(p *phrase) bool {
	b := &w.block
	results, tasks := false, false
	before, after := w.candidatesIn(b.lead, p.start), w.candidatesIn(p.end, b.text.Len())
	for i := range after {
		c := &after[i]
		if b.clauses[c.clause].sentence != b.clauses[p.clause].sentence {
			break
		}
		if c.takesStatus() && c.fact.Role == Actual && c.fact.Basis == Total && (answersOne(c, before) || len(before) == 0 && w.answersTask(c)) {
			c.fact.Status, results = p.status, true
		}
	}
	if !results && len(before) == 0 {
		return w.finishTask(p)
	}
	for i := range before {
		if c := &before[i]; !results && c.takesStatus() && c.fact.Role == Target && c.fact.Status == NoStatus {
			c.fact.Status, tasks = p.status, true
		}
	}
	return results || tasks
}

// answersTask reports whether a task of the paragraph before has the figure's unit.
func (w *Worker) answersTask(c *candidate) bool {
	section := w.scopes[w.block.index].section
	for i := w.first - 1; i >= 0 && w.dst.Facts[i].Section == section && section != None; i-- {
		if f := &w.dst.Facts[i]; f.Role == Target && (f.Quantity.UnitID == c.m.UnitID || w.ex.lex.class(&f.Quantity)&c.class&persons != 0) {
			return true
		}
	}
	return false
}

// finishTask gives the state to the tasks of the paragraph before, under the
// same headline: 任务：建1处 | 完成：正在装修.
func (w *Worker) finishTask(p *phrase) bool {
	section := w.scopes[w.block.index].section
	found := false
	for i := w.first - 1; i >= 0 && w.dst.Facts[i].Section == section && section != None; i-- {
		if f := &w.dst.Facts[i]; f.Role == Target && f.Basis != Part && f.Status == NoStatus && w.canBeDone(f) {
			f.Status, found = p.status, true
		}
	}
	return found
}

// canBeDone reports whether a fact counts or measures what can be done, as takesStatus of its candidate.
func (w *Worker) canBeDone(f *Fact) bool {
	c := candidate{block: &w.block, m: &quantity.Mention{Quantity: f.Quantity}, class: w.ex.lex.class(&f.Quantity), fact: *f}
	return c.takesStatus()
}

// answersOne reports whether one of the tasks has the figure's unit, or people as it has.
func answersOne(c *candidate, tasks []candidate) bool {
	for i := range tasks {
		if t := &tasks[i]; t.fact.Role == Target && (t.m.UnitID == c.m.UnitID || t.class&c.class&persons != 0) {
			return true
		}
	}
	return false
}

// ofRest reports whether the phrase is said of a remainder that no figure counts: 已整治6万栋，其余正在整治.
func (w *Worker) ofRest(p *phrase) bool {
	h, ok := w.block.cueIn(max(w.block.clauses[p.clause].start, p.start-reach), p.start, cueRest)
	return ok && !w.figureIn(h.end, p.start)
}

// mends reports whether what is said to be done is the putting right of faults,
// which is said of the faults alone and not of the rounds that found them.
func (p *phrase) mends(b *block) bool {
	for i := p.start; i+1 < p.end; i++ {
		if r := b.text.At(i); (r == '整' && (b.text.At(i+1) == '改' || b.text.At(i+1) == '治')) || r == '办' && b.text.At(i+1) == '结' || r == '销' && b.text.At(i+1) == '号' {
			return true
		}
	}
	return false
}

// figureIn reports whether a figure that may carry a state lies in the runes [from, to).
func (w *Worker) figureIn(from, to int) bool {
	for _, c := range w.candidatesIn(from, to) {
		if c.takesStatus() {
			return true
		}
	}
	return false
}

func (w *Worker) spreadForward(p *phrase) {
	after := w.candidatesIn(p.end, w.block.text.Len())
	for i := range after {
		c := &after[i]
		if i > 0 && !c.goesOn() && !after[i-1].listed {
			return
		}
		if c.clause != p.clause && !(c.prev.fact.Status == p.status && (c.listed && c.emptyLeft() || i > 0 && c.goesOn())) || !c.takesStatus() {
			return
		}
		c.fact.Status = p.status
	}
}

// goesOn reports whether the figure goes on a list by 、 without a verb of its own: 在建广场2个、长廊1处.
func (c *candidate) goesOn() bool {
	p := c.prev
	if p == nil || c.text.At(p.m.End) != '、' || c.class != p.class && (c.class|p.class)&^(place|thing) != 0 {
		return false
	}
	_, acts := c.cueIn(c.left, c.m.First, cueAction|cueResult|cuePlan|cueGoal|cueStock)
	return !acts && !c.saysDone()
}

func (w *Worker) spreadBack(p *phrase, from int) {
	result, paid := false, false
	before := w.candidatesIn(max(from, p.start-2*reach), p.start)
	for i := range before {
		c := &before[i]
		result = result || c.takesStatus() && c.fact.Role == Actual
		paid = paid || c.class == money
	}
	if p.money && paid {
		return
	}
	unit := quantity.NoUnit // of the task that the phrase answers: 演出9场，观众4千人次，任务8场，已完成
	if n := len(before) - 1; result && n > 0 && before[n].fact.Role == Target && before[n].fact.Rule != undecided && answersOne(&before[n], before[n:]) {
		for i := range before {
			if c := &before[i]; c.fact.Role == Actual && c.takesStatus() && c.m.UnitID == before[n].m.UnitID {
				unit = c.m.UnitID
			}
		}
	}
	var nearest *candidate
	listed := true // nothing but a list of figures lies between this one and the phrase
	whole := w.block.doc.Blocks[w.block.index].Kind == segment.Item && strings.Contains(p.fact.Of(w.block.text.Raw), "完成")
	for i := len(before) - 1; i >= 0; i-- {
		c := &before[i]
		if !c.takesStatus() || result && c.fact.Role == Target || unit != quantity.NoUnit && c.m.UnitID != unit {
			continue
		}
		if nearest == nil {
			nearest = c
		} else if nearest.fact.Basis == Part && c.clause == nearest.clause && c.fact.Basis == Total && c.m.UnitID == nearest.m.UnitID {
			continue // 11个标段中7个已完工
		}
		listed = listed && (c == nearest || w.block.clauses[c.clause].stop == '、')
		if p.mends(&w.block) && !listed {
			return
		}
		if c.fact.Status == NoStatus && (whole || p.all && !p.mends(&w.block) || c.fact.Metric == nearest.fact.Metric || c.clause == nearest.clause || listed) {
			c.fact.Status = p.status
			c.reached(p)
		}
		if p.loose {
			return
		}
	}
}

// reached makes a figure that is said to be done in its own clause a result,
// where only an earlier clause speaks of a plan: 今年要建6处，4处已经建成.
func (c *candidate) reached(p *phrase) {
	if c.fact.Role != Target || p.status != Done || c.clause != p.clause || c.plan {
		return
	}
	if _, own := c.cueIn(c.clauses[c.clause].start, c.m.First, cuePlan|cueGoal); !own {
		c.fact.Role = Actual
	}
}

// splitTotals marks figures as parts where they add up exactly to a total of
// the same unit stated before them: 计划26个，已建成22个，正在建设3个，1个未动工.
func (w *Worker) splitTotals() {
	for i := range w.cands {
		total := &w.cands[i]
		w.sumUp(i)
		if total.takesStatus() && total.fact.Basis == Total && total.fact.Status == NoStatus {
			if !w.splitTotal(i) {
				w.splitOff(i)
			}
		}
	}
}

// sumUp marks the figures before i as parts where i says their sum:
// 发放补贴30万元、慰问金20万元，共50万元.
func (w *Worker) sumUp(i int) {
	total := &w.cands[i]
	if total.fact.Rule == undecided || total.fact.Basis != Total || !total.m.HasValue || !total.hasRune('共') && !total.hasRune('合') && !total.hasRune('总') {
		return
	}
	var sum quantity.Decimal
	members := 0
	for k := i - 1; k >= max(0, i-maxMembers); k-- {
		c := &w.cands[k]
		if c.fact.Rule == undecided || c.m.UnitID != total.m.UnitID || c.isChange() {
			continue
		}
		if c.sentence() != total.sentence() || !c.m.HasValue || c.fact.Basis != Total || c.fact.Role != total.fact.Role {
			return
		}
		next, ok := sum.Add(c.m.Value)
		if !ok || next.Cmp(total.m.Value) > 0 {
			return
		}
		sum = next
		if members++; members > 1 && sum == total.m.Value {
			for j := k; j < i; j++ {
				if p := &w.cands[j]; p.fact.Rule != undecided && p.m.UnitID == total.m.UnitID && !p.isChange() {
					p.fact.Basis, p.of = Part, total
				}
			}
			return
		}
	}
}

// maxMembers is how many figures after a total may be its parts.
const maxMembers = 24

// splitTotal reports whether the figures after total i add up to it, and marks
// them. They must be told apart by their states or as the rest, or be one list
// of a sizeable total.
func (w *Worker) splitTotal(i int) bool {
	total := &w.cands[i]
	var sum quantity.Decimal
	members, told, listed := 0, false, total.m.Value.Cmp(quantity.Int(20)) >= 0
	for k := i + 1; k < min(len(w.cands), i+maxMembers); k++ {
		c := &w.cands[k]
		if c.fact.Rule == undecided || c.m.UnitID != total.m.UnitID || c.fact.Basis == Part && c.fact.Status == NoStatus || c.fact.Metric == c.lex.metric.change {
			continue
		}
		if !c.m.HasValue || c.fact.Basis == Each || c.fact.Role == Reference || c.sentence()-total.sentence() > 2 {
			return false
		}
		next, ok := sum.Add(c.m.Value)
		if !ok || next.Cmp(total.m.Value) > 0 {
			return false
		}
		sum = next
		h, rest := c.cueBefore(cueRest)
		if rest && total.fact.Role == Target && members < 2 && (c.text.At(h.start) == '还' || c.text.At(h.start) == '尚' || c.text.At(h.start) == '剩' && c.text.At(h.start+1) == '下') {
			return false // 任务60户，已完成57户，还有3户没动工
		}
		told = told || c.fact.Status != NoStatus || rest || (c.text.At(c.m.First-1) == '的' || c.kindBefore()) && c.m.First-c.left > 1
		listed = listed && c.fact.Metric == total.fact.Metric && (members == 0 || c.text.At(c.prev.m.End) == '、' || c.listed)
		if members++; members > 1 && sum == total.m.Value {
			if told || listed && members > 2 || w.colonAfter(total) {
				w.markParts(i, k)
				return true
			}
			return false
		}
	}
	return false
}

// kindBefore reports whether a word of kind or level stands before the figure: 县级2张, 线上5场.
func (c *candidate) kindBefore() bool {
	switch a, b := c.text.At(c.m.First-1), c.text.At(c.m.First-2); a {
	case '级', '类', '性', '办':
		return c.isHan(c.m.First - 2)
	case '上', '下':
		return b == '线'
	case '男', '女':
		return true
	}
	return false
}

// colonAfter reports whether a colon stands between a total and its list: 6场：舞龙2场、村晚4场.
func (w *Worker) colonAfter(total *candidate) bool {
	end := total.m.End
	if total.after {
		end = total.noun.end
	}
	r := w.block.text.At(end)
	return r == '：' || r == ':'
}

// splitOff marks one figure as a part of a reported total where a state sets
// it apart: 发现问题417个，已整改389个.
func (w *Worker) splitOff(i int) {
	total := &w.cands[i]
	if total.fact.Role != Actual || i+1 >= len(w.cands) {
		return
	}
	c := &w.cands[i+1]
	if c.fact.Rule == undecided || c.m.UnitID != total.m.UnitID || c.fact.Basis != Total || c.fact.Role != Actual || c.fact.Metric == c.lex.metric.change ||
		c.sentence() != total.sentence() || !c.m.HasValue || c.m.Value.Cmp(total.m.Value) > 0 {
		return
	}
	_, rest := c.cueBefore(cueRest)
	open := c.fact.Status == Ongoing || c.fact.Status == Undone
	if c.fact.Status != NoStatus && (!c.hasNoun || c.dealtWith()) && c.m.Value != total.m.Value && !(open && (rest || total.finished())) {
		c.fact.Basis = Part
	}
	if c.dealtWith() {
		c.of = total
	}
}

// finished reports whether the words before the figure tell of work that is done, of which
// what is still going on can be no part: 加装电梯17部，在建6部.
func (c *candidate) finished() bool {
	for _, h := range c.hitsIn(c.left, c.m.First) {
		switch a, b := c.text.At(h.start), c.text.At(h.end-1); {
		case c.cues(h)&cueAction == 0 && c.cues(h)&cueResult == 0:
		case a == '加' && b == '装', a == '完' && b == '成', b == '改', a == '建' && c.text.At(h.start+1) == '成', b == '造' && a == '改', a == '安' && b == '装', a == '新' && b == '建', a == '在' && b == '用':
			return true
		}
	}
	return false
}

// dealtWith reports whether a bare verb of completion says how many of the
// total before were dealt with: 排查隐患56处，整改54处.
func (c *candidate) dealtWith() bool {
	end := c.phraseEnd()
	for _, w := range [...]string{"整改", "办结", "审结", "结案", "化解", "处置", "销号", "整改到位", "完成整改", "调处", "调解成功", "修复"} {
		if n := len(w) / len("字"); c.endsWith(end, w) && end-n <= c.phraseStart(end-n) {
			return true
		}
	}
	return false
}

func (w *Worker) markParts(i, k int) {
	total := &w.cands[i]
	for j := i + 1; j <= k; j++ {
		if c := &w.cands[j]; c.fact.Rule != undecided && c.m.UnitID == total.m.UnitID {
			c.fact.Basis, c.of = Part, total
			if c.fact.Metric != total.fact.Metric && (!c.hasNoun || c.class&(place|thing) != 0 && c.fact.Status != NoStatus) {
				c.fact.Metric = total.fact.Metric // 6个项目中，门诊楼等2个已竣工
			}
			if c.fact.Status != NoStatus && !c.after && !total.fact.Label.Empty() {
				c.fact.Label = total.fact.Label
			}
		}
	}
}

// takesStatus reports whether the figure counts or measures an item that can be done.
func (c *candidate) takesStatus() bool {
	l := &c.lex.metric
	if c.fact.Rule == undecided || c.fact.Basis == Each || c.fact.Role == Reference || c.class&(money|ratio) != 0 || c.recipient() {
		return false
	}
	switch c.fact.Metric {
	case l.change, l.coverage, l.completion, l.area, l.hours, l.other:
		return false
	}
	return c.class&(counts|area|length|volume) != 0
}

// recipient reports whether the figure counts those something is done for: 为15个村配送器材.
func (c *candidate) recipient() bool {
	switch c.text.At(c.m.First - 1) {
	case '为', '向', '给', '对':
		return c.after && c.fact.Metric == c.lex.metric.places
	}
	return false
}
