package pdf

import "math"

// sheet is what is known of a page besides its items.
type sheet struct {
	top, bottom float64 // y of its edges
	rules       []rule  // short level rules outside of tables, that may stand above footnotes
}

const (
	shortRule = 20.0 // points, at least
	longRule  = 0.5  // of the page's width, at most
)

func newSheet(p *page, blocks []block) sheet {
	turn := 0
	if ts := turns(p.glyphs); len(ts) > 0 {
		turn = ts[0]
	}
	x0, y0, x1, y1 := turned(p.box, turn)
	s := sheet{top: y1, bottom: y0}
	var rules []rule
	for _, r := range p.rules {
		rules = append(rules, turnRule(r, turn))
	}
	for _, r := range mergeRules(rules) {
		if !r.upright && r.hi-r.lo >= shortRule && r.hi-r.lo <= longRule*(x1-x0) && !inTable(r, blocks) {
			s.rules = append(s.rules, r)
		}
	}
	return s
}

func inTable(r rule, blocks []block) bool {
	for i := range blocks {
		if b := &blocks[i]; b.rows != nil && b.frame == 0 && r.at <= b.top+touch && r.at >= b.bottom-touch {
			return true
		}
	}
	return false
}

// noteRule is the index of the first of a page's items below a short rule that
// starts at their left end, where no item but them is below it; else their
// number. A line under which the rule runs closely is underlined.
func (s *sheet) noteRule(page []item) int {
	for _, r := range s.rules { // from the foot of the page upwards
		first := len(page)
		for first > 0 && page[first-1].row == nil && page[first-1].base < r.at {
			first--
		}
		if first == len(page) || first == 0 {
			continue
		}
		below, above := &page[first], &page[first-1]
		if math.Abs(r.lo-below.x0) < 3*below.size && r.at-below.base > 0.5*below.size &&
			above.low-r.at > -touch && (above.row != nil || above.base-r.at > 0.45*above.size) && !anyBelow(page[:first], r.at) {
			return first
		}
	}
	return len(page)
}

func anyBelow(its []item, y float64) bool {
	for i := range its {
		if its[i].low < y-touch {
			return true
		}
	}
	return false
}
