package extract

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
)

// contradictions notes the figures that do not agree with earlier ones: another
// figure for the same thing, a sum that is not that of its parts, parts that
// make more than their total, a share that is not that of its result. The later
// figure is the gap; which of them is wrong the text does not tell.
func (w *Worker) contradictions() {
	w.tellApart()
	for i := range w.dst.Facts {
		f := &w.dst.Facts[i]
		if f.Rule == CorrectionRule || f.Missing || !f.Quantity.HasValue {
			continue
		}
		f.Disputed = w.toldOtherwise(i)
		if f.Disputed || w.sumDiffers(i) || w.partsExceed(i) || w.shareDiffers(i) {
			w.dst.Gaps = append(w.dst.Gaps, Gap{Span: f.Span, Kind: GapContradiction, Sentence: f.Sentence, Fact: i})
		}
	}
}

// toldKey is one thing of which figures are told.
type toldKey struct {
	mentionKey
	label  string
	basis  Basis
	time   Time
	period period.Period
}

// told is the first two figures of a thing that differ.
type told struct {
	first, second int
	more          bool // a third one: there are several such things
}

// tellApart lists the figures of each thing that is named, and for each fact of which thing it tells.
func (w *Worker) tellApart() {
	if w.things == nil {
		w.things = map[toldKey]int{}
	}
	clear(w.things)
	w.told, w.toldOf = w.told[:0], w.toldOf[:0]
	for i := range w.dst.Facts {
		key, ok := w.toldKey(i)
		if !ok {
			w.toldOf = append(w.toldOf, None)
			continue
		}
		k, known := w.things[key]
		if !known {
			k = len(w.told)
			w.things[key] = k
			w.told = append(w.told, told{i, None, false})
		}
		w.toldOf = append(w.toldOf, k)
		switch t := &w.told[k]; {
		case !known, w.says(t.first, i), t.second != None && w.says(t.second, i):
		case t.second == None:
			t.second = i
		default:
			t.more = true
		}
	}
}

func (w *Worker) says(k, i int) bool {
	return compare(&w.dst.Facts[k].Quantity, &w.dst.Facts[i].Quantity) != differs
}

// toldKey is the thing that fact i counts; ok is false where it may well have several figures.
func (w *Worker) toldKey(i int) (key toldKey, ok bool) {
	f := &w.dst.Facts[i]
	if f.Role != Actual || f.Basis == Each || f.Metric == w.ex.lex.metric.change || !f.Quantity.HasValue || f.Quantity.HasHigh || f.Missing {
		return key, false
	}
	label := w.nameOf(i)
	if f.Basis == Total && f.Parent != None { // 受理86件，办结85件
		return key, false
	}
	if len(label) < len("读者") || w.report.Doc.Blocks[w.blockOf(i)].Kind == segment.Table {
		return key, false
	}
	p := f.Period
	if p == w.report.Period {
		p = ""
	}
	return toldKey{mentionKey{f.Metric, f.Quantity.BaseUnit}, label, f.Basis, f.Time, p}, true
}

// toldOtherwise reports whether fact i is a second figure of a thing that was
// told of before, one of the two where the report sums up.
func (w *Worker) toldOtherwise(i int) bool {
	if w.toldOf[i] == None {
		return false
	}
	t := &w.told[w.toldOf[i]]
	if t.second != i || t.more {
		return false
	}
	g, f := &w.dst.Facts[t.first], &w.dst.Facts[i]
	if g.Sentence == f.Sentence || f.Parent == t.first || g.Parent == i || f.SameAs != None ||
		figures(f.Quantity.BaseValue) < 2 || figures(g.Quantity.BaseValue) < 2 || !near(f.Quantity.BaseValue, g.Quantity.BaseValue) {
		return false
	}
	if w.verb(t.first) != w.verb(i) {
		return false // most
	}
	a, b := w.trait(t.first), w.trait(i)
	return (a.summingUp || b.summingUp) && a.occasion == b.occasion && w.samePlace(t.first, i)
}

// near reports whether two values differ by a quarter at most: more hardly is a slip.
func near(a, b quantity.Decimal) bool {
	x, y := a.Float64(), b.Float64()
	return math.Abs(x-y)*4 <= max(math.Abs(x), math.Abs(y))
}

// slack is how far fact i may be off since it is written to so many digits: 500
// for 1.2万, nothing for 1200.
func (w *Worker) slack(i int) float64 {
	q := &w.dst.Facts[i].Quantity
	number := q.Number.Of(w.report.Doc.Text)
	step := 1.0
	if _, decimals, ok := strings.Cut(number, "."); ok {
		for i := 0; i < len(decimals) && '0' <= decimals[i] && decimals[i] <= '9'; i++ {
			step /= 10
		}
	}
	switch {
	case strings.HasSuffix(number, "亿"):
		step *= 1e8
	case strings.HasSuffix(number, "万"):
		step *= 1e4
	}
	if step == 1 || q.Value.Sign() == 0 {
		return 0
	}
	return step / 2 * q.BaseValue.Float64() / q.Value.Float64()
}

// exactOf is the value of fact i, ok where it is neither vague nor missing.
func (w *Worker) exactOf(i int) (v float64, ok bool) {
	q := &w.dst.Facts[i].Quantity
	return q.BaseValue.Float64(), q.HasValue && !q.HasHigh && q.Bound == quantity.Exact
}

// sumWords stand before a sum of the figures before it.
var sumWords = []string{"合计", "共计", "总计", "一共"}

// sumDiffers reports whether fact i is given as the sum of the figures before it
// in its sentence or those that run on into it with ；, and is not: 甲村23户、乙村24户，合计49户.
func (w *Worker) sumDiffers(i int) bool {
	f := &w.dst.Facts[i]
	total, ok := w.exactOf(i)
	if !ok || f.Basis != Total || f.Parent != None || f.Role != Actual || i < 2 || !w.runsOn(i-2, i) {
		return false // fewer than two before it
	}
	lead := w.leadOf(i)
	if !strings.Contains(lead, "计") && !strings.Contains(lead, "共") {
		return false
	}
	sure := hasAny(lead, sumWords)
	if at := sumAt(lead); !sure && (at < 0 || !hasSuffix(lead[:at], "，", "、", ",")) || strings.Contains(lead, "。") {
		return false
	}
	sum, off, members := 0.0, w.slack(i), 0
	for k := i - 1; k >= max(0, i-maxMembers) && w.runsOn(k, i); k-- {
		p := &w.dst.Facts[k]
		if p.Quantity.BaseUnit != f.Quantity.BaseUnit || p.Metric == w.ex.lex.metric.change {
			continue
		}
		v, exact := w.exactOf(k)
		if !exact || p.Role != f.Role || p.Basis != Total || p.Metric != f.Metric && !sure || sumsUp(w.leadOf(k)) {
			return false
		}
		sum, off, members = sum+v, off+w.slack(k), members+1
		if math.Abs(sum-total) <= off {
			return false
		}
	}
	return members >= 2 && math.Abs(sum-total) <= 0.2*total
}

// runsOn reports whether no full stop parts the figures k and i, which stand near.
func (w *Worker) runsOn(k, i int) bool {
	a, b := &w.dst.Facts[k], &w.dst.Facts[i]
	return a.Sentence == b.Sentence || w.blockOf(k) == w.blockOf(i) && b.Start-a.End <= 3*reach && !strings.Contains(w.report.Doc.Text[a.End:b.Start], "。")
}

// partsExceed reports whether fact i is the last of a list of parts that make
// more than their total, or with a remainder less.
func (w *Worker) partsExceed(i int) bool {
	f := &w.dst.Facts[i]
	if f.Parent == None || f.Parent > i || f.Basis != Part || w.ex.lex.class(&f.Quantity)&ratio != 0 || w.continues(i) {
		return false
	}
	total, ok := w.exactOf(f.Parent)
	if !ok {
		return false
	}
	sum, off, members := 0.0, w.slack(f.Parent), 0
	for k := i; k > max(f.Parent, i-maxMembers); k-- {
		p := &w.dst.Facts[k]
		if p.Parent != f.Parent || p.Sentence != f.Sentence {
			continue
		}
		v, exact := w.exactOf(k)
		if !exact || p.Quantity.BaseUnit != f.Quantity.BaseUnit || v > total || p.Basis != Part || p.Status != f.Status || !w.sameKind(k, i) {
			return false
		}
		sum, off, members = sum+v, off+w.slack(k), members+1
	}
	rest := hasAny(w.leadOf(i), restWords)
	if members == 2 && !rest && (f.Quantity.Unit == "家" || w.ex.lex.class(&f.Quantity)&persons != 0) {
		return false // 规模以上企业86家、国有企业52家 of 126家
	}
	return members >= 2 && (sum > total+off && sum <= 1.15*total || rest && sum < total-off && sum >= 0.7*total)
}

// restWords name what remains of a total.
var restWords = []string{"其他", "其它", "其余", "剩余"}

// continues reports whether the part after i belongs to the same total.
func (w *Worker) continues(i int) bool {
	f := &w.dst.Facts[i]
	for k := i + 1; k < min(len(w.dst.Facts), i+4); k++ {
		if g := &w.dst.Facts[k]; g.Parent == f.Parent && g.Sentence == f.Sentence {
			return true
		}
	}
	return false
}

// sameKind reports whether two parts divide their total by the same question.
// People are counted by several (党员20人、妇女30人), so their names must end alike or name a rest.
func (w *Worker) sameKind(k, i int) bool {
	if k == i || w.ex.lex.class(&w.dst.Facts[i].Quantity)&persons == 0 {
		return true
	}
	if hasAny(w.leadOf(i), restWords) {
		return true
	}
	a, _ := utf8.DecodeLastRuneInString(w.labelOf(k))
	b, _ := utf8.DecodeLastRuneInString(w.labelOf(i))
	return a == b && a != '员' && a != '性'
}

// shareDiffers reports whether fact i is a share that does not follow from the
// result and the total or target right before it: 计划30处，完成27处，完成率85%.
func (w *Worker) shareDiffers(i int) bool {
	f := &w.dst.Facts[i]
	l := &w.ex.lex.metric
	share, ok := w.exactOf(i)
	if !ok || f.Metric != l.completion && f.Metric != l.coverage || f.Quantity.BaseUnit != "%" {
		return false
	}
	b := w.figureBefore(i, i)
	a := w.figureBefore(b, i)
	switch {
	case a == None:
		return false
	case f.Metric == l.completion && w.dst.Facts[a].Role == Target && w.answersTo(b, a) && !hasSuffix(w.leadOf(i), "的"):
		return w.offShare(b, a, share, i)
	case f.Metric == l.completion && w.dst.Facts[b].Role == Target && w.answersTo(a, b) && strings.HasPrefix(w.leadOf(i), "的"):
		return w.offShare(a, b, share, i)
	case w.dealtWithOf(b, a) && w.rateOf(b, i):
		return w.offShare(b, a, share, i)
	}
	return false
}

// figureBefore is the last figure before k in the sentence of fact i, None where there is none.
func (w *Worker) figureBefore(k, i int) int {
	for k--; k >= 0 && w.dst.Facts[k].Sentence == w.dst.Facts[i].Sentence; k-- {
		if w.dst.Facts[k].Metric != w.ex.lex.metric.status {
			return k
		}
	}
	return None
}

// dealtWithOf reports whether figure b tells how much of a was dealt with.
func (w *Worker) dealtWithOf(b, a int) bool {
	p, t := &w.dst.Facts[b], &w.dst.Facts[a]
	return p.Parent == a || p.Parent == None && p.Metric == t.Metric && p.Label == t.Label && p.Role == t.Role && w.holds(a, b)
}

// answersTo reports whether k is a result of target t in the same unit and of the same thing.
func (w *Worker) answersTo(k, t int) bool {
	f, g := &w.dst.Facts[k], &w.dst.Facts[t]
	if f.Role != Actual || f.Basis != Total || g.Basis != Total || f.Quantity.BaseUnit != g.Quantity.BaseUnit || f.Quantity.BaseUnit == "%" {
		return false
	}
	like := w.likeness(t, k)
	return like == sameName || f.Metric == g.Metric && (like == likeName || f.Label.Empty() || g.Label.Empty())
}

// rateOf reports whether the share i has its name from what was done in part k: 办结85件，办结率.
func (w *Worker) rateOf(k, i int) bool {
	lead := strings.TrimSuffix(strings.TrimSuffix(w.leadOf(i), "达到"), "达")
	lead, named := strings.CutSuffix(lead, "率")
	if !named || len(lead) < len("办结") {
		return false
	}
	verb := lead[len(lead)-len("办结"):]
	return slices.Contains(handled, verb) && (strings.Contains(w.leadOf(k), verb) || strings.Contains(w.labelOf(k), verb))
}

// handled are the verbs whose rate is that of what was so dealt with in all there was.
var handled = []string{"办结", "结案", "整改", "成功", "合格", "调处", "化解", "销号", "审结", "执结", "处置", "答复", "回复", "修复"}

// offShare reports whether share is not that of result k in total t, but for rounding.
func (w *Worker) offShare(k, t int, share float64, i int) bool {
	part, ok := w.exactOf(k)
	total, all := w.exactOf(t)
	if !ok || !all || total <= 0 || part <= 0 {
		return false
	}
	is := 100 * part / total
	off := 2*w.slack(i) + is*(w.slack(k)/part+w.slack(t)/total)
	return math.Abs(is-share) > max(0.15, min(off, 1.5))
}
