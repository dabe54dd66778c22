package extract

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/period"
)

// mentionKey is what all mentions of a figure share, however rounded they are.
type mentionKey struct {
	metric catalog.Metric
	unit   string // the base unit
}

// maxKin is how many earlier figures of its kind a figure is compared with by
// size, maxClose how many of those of its size by all that is said of them.
const (
	maxKin   = 128
	maxClose = 16
)

// kin links a figure to the one of its kind before it.
type kin struct {
	before int
	size   float64 // of the value in base units, to tell at once what cannot be the same
}

func (w *Worker) startRepeats() {
	if w.seen == nil {
		w.seen = map[mentionKey]int{}
	}
	clear(w.seen)
	w.kin = w.kin[:0]
	w.traits = slices.Grow(w.traits[:0], len(w.dst.Facts))[:len(w.dst.Facts)]
	clear(w.traits)
	w.body = 0
	for i := range w.report.Doc.Blocks {
		if w.report.Doc.Blocks[i].Level > 0 {
			w.body = i
			break
		}
	}
}

// repeatOf is the first mention of the figure of fact i in another sentence, or None.
func (w *Worker) repeatOf(i int) int {
	f := &w.dst.Facts[i]
	x := math.Abs(f.Quantity.BaseValue.Float64())
	w.kin = append(w.kin, kin{None, x})
	if !f.Quantity.HasValue || f.Missing || f.Role == Reference || f.Metric == w.ex.lex.metric.status {
		return None
	}
	key := mentionKey{f.Metric, f.Quantity.BaseUnit}
	if last, ok := w.seen[key]; ok {
		w.kin[i].before = last
	}
	best, how := None, differs
	close := 0
	for k, n := w.kin[i].before, 0; k != None && n < maxKin && close < maxClose; k, n = w.kin[k].before, n+1 {
		if y := w.kin[k].size; x > 2*y || y > 2*x {
			continue // rounding at most doubles a value
		}
		close++
		if h := w.repeats(k, i); h != differs && h >= how {
			best, how = k, h
		}
	}
	if best == None {
		w.seen[key] = i // what repeats another is not asked again
	}
	return best
}

// repeats reports whether fact i says again what k said, and how: the same
// figure of the same thing, place, time and kind. Events may well have the same
// small or round number (春节放映10场, 国庆放映10场), so the fewer digits count,
// the more must speak for it.
func (w *Worker) repeats(k, i int) nearness {
	g, f := &w.dst.Facts[k], &w.dst.Facts[i]
	if g.Sentence == f.Sentence || g.Role != f.Role || g.Later != f.Later || (g.Basis == Each) != (f.Basis == Each) {
		return differs
	}
	how := compare(&g.Quantity, &f.Quantity)
	if how == differs || !w.samePeriod(g.Period, f.Period) || !w.alike(k, i, how) || w.trait(k).occasion != w.trait(i).occasion || !w.samePlace(k, i) {
		return differs
	}
	return how
}

// alike reports whether the labels of facts k and i name the same thing, surely
// enough for values that agree as said.
func (w *Worker) alike(k, i int, how nearness) bool {
	g, f := &w.dst.Facts[k], &w.dst.Facts[i]
	like := w.likeness(k, i)
	a, b := w.trait(k), w.trait(i)
	long := utf8.RuneCountInString(b.name) >= 4 // 项目 may be any project
	digits := min(figures(g.Quantity.BaseValue), figures(f.Quantity.BaseValue))
	special := f.Metric == w.ex.lex.metric.change || (g.Basis == Part) != (f.Basis == Part)
	switch {
	case like == unlike, special && like != sameName, g.Status != NoStatus && f.Status != NoStatus && g.Status != f.Status:
		return false
	case how == equals && digits >= 3:
		return true
	case how == equals && digits == 2:
		both := a.summingUp && b.summingUp
		return (long || a.verb == b.verb) && (both || like == sameName && (a.summingUp || b.summingUp))
	case how == equals:
		return like == sameName && long && w.atOpening(k) && a.verb == b.verb
	case how == rounds:
		return (digits >= 2 || like == sameName && f.Quantity.Bound != g.Quantity.Bound) && (a.summingUp || b.summingUp)
	}
	return false
}

// samePeriod reports whether two periods of figures are the same: no period is the report's own.
func (w *Worker) samePeriod(p, q period.Period) bool {
	if own := w.report.Period; own != "" {
		if p == own {
			p = ""
		}
		if q == own {
			q = ""
		}
		return p == q
	}
	return p == q || p == "" || q == ""
}

// likeness says how much two labels are the name of one thing.
type likeness int

const (
	unlike   likeness = iota
	likeName          // one is the other with more words: 电影, 农村公益电影放映
	sameName
)

func (w *Worker) likeness(k, i int) likeness {
	g, f := w.trait(k), w.trait(i)
	a, b := g.name, f.name
	switch {
	case a == b && a != "":
		return sameName
	case a == "" || b == "":
		if f.verb != "" && f.verb == g.verb {
			return likeName
		}
		return unlike
	case a == f.verb, b == g.verb:
		return likeName // 培训2860人次, 培训电商人才2860人次
	case len(a) > len(b):
		a, b = b, a
	}
	if len(a) >= len("读者") && within(a, b) && !sets(b, a) {
		return likeName
	}
	return unlike
}

// within reports whether the characters of short stand in long, in their order.
func within(short, long string) bool {
	for _, r := range short {
		at := strings.IndexRune(long, r)
		if at < 0 {
			return false
		}
		long = long[at+utf8.RuneLen(r):]
	}
	return true
}

// sets reports whether long says of the thing named short what sets it apart: 不合格食品 is no 食品.
func sets(long, short string) bool {
	for _, w := range [...]string{"不", "未", "非", "人均", "户均", "其他", "新"} {
		if strings.Contains(long, w) && !strings.Contains(short, w) {
			return true
		}
	}
	return false
}
