package pdf

import (
	"math"
	"slices"
)

const (
	struckFrom = 0.18 // em above the baseline: where a line strikes text through
	struckTo   = 0.5
	struckEnds = 0.15    // em: how far its ends are from those of the text
	maxStruck  = 4000    // rules of a page that are looked at
	struckWork = 5 << 20 // glyphs looked at
)

// dropStruck blots out the text that is struck through, as a deletion is shown:
// a thin line through the middle of glyphs of one baseline, from the left end of
// the first to the right end of the last.
func (p *page) dropStruck() {
	if len(p.rules) == 0 || len(p.rules) > maxStruck {
		return
	}
	byBase := map[int][]int{}
	for i := range p.glyphs {
		base := int(p.glyphs[i].base)
		byBase[base] = append(byBase[base], i)
	}
	struck := make([]bool, len(p.glyphs))
	found := false
	work := struckWork
	var rules []rule
	for _, r := range p.rules {
		hits := p.struck(r, byBase, &work)
		if work < 0 {
			return
		}
		if hits == nil {
			rules = append(rules, r)
			continue
		}
		for _, i := range hits {
			struck[i], found = true, true
		}
	}
	if !found {
		return
	}
	p.rules = rules
	for i := range p.glyphs {
		if struck[i] {
			if p.glyphs[i].r == unknown {
				p.unknown--
			}
			p.glyphs[i].r = gone
		}
	}
}

// gone stands for a character that is struck through: it takes its room in the
// line and is not spelt.
const gone = '\ue000'

// hasInk reports whether a line has a character that is spelt.
func (l *line) hasInk() bool {
	return slices.ContainsFunc(l.glyphs, func(g glyph) bool { return g.r != gone && !isBlank(g.r) })
}

// settleColors makes one colour of a line that shows what was struck from it:
// what is left of a number belongs together.
func (l *line) settleColors() {
	if !slices.ContainsFunc(l.glyphs, func(g glyph) bool { return g.r == gone }) {
		return
	}
	for i := range l.glyphs {
		l.glyphs[i].color = 0
	}
}

// struck are the glyphs that the rule strikes through.
func (p *page) struck(r rule, byBase map[int][]int, work *int) []int {
	var out []int
	for turn := range 4 {
		r := turnRule(r, turn)
		if r.upright {
			continue
		}
		lo, hi, em, base := math.Inf(1), math.Inf(-1), 0.0, 0.0
		for y := int(r.at) - maxEm; y <= int(r.at)+1; y++ {
			*work -= len(byBase[y]) + 1
			if *work < 0 {
				return nil
			}
			for _, i := range byBase[y] {
				g := &p.glyphs[i]
				rise := r.at - g.base
				if g.turn != turn || isBlank(g.r) || rise < struckFrom*g.size || rise > struckTo*g.size || (g.x0+g.x1)/2 < r.lo || (g.x0+g.x1)/2 > r.hi {
					continue
				}
				if len(out) > 0 && math.Abs(g.base-base) > 0.1*g.size {
					return nil
				}
				out, em, base = append(out, i), g.size, g.base
				lo, hi = min(lo, g.x0), max(hi, g.x1)
			}
		}
		if len(out) > 0 {
			if math.Abs(lo-r.lo) < struckEnds*em && math.Abs(hi-r.hi) < struckEnds*em {
				return out
			}
			return nil
		}
	}
	return nil
}

const maxEm = 40 // points: larger text is not looked at
