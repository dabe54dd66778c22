package pdf

import (
	"math"
	"slices"
	"strings"
)

// line is a row of glyphs on one baseline, ordered from left to right.
type line struct {
	glyphs     []glyph
	x0, x1     float64
	base, size float64
	font       int
}

const (
	sameBase    = 0.3  // of the smaller em: how far baselines of one line differ
	scriptSize  = 0.9  // of the line's em: how large a raised or lowered glyph is at most
	fewScripts  = 5    // raised or lowered glyphs before fewer others: [12] and a stop
	maxScripts  = 100  // raised or lowered glyphs of a line
	scriptShift = 0.08 // of the line's em: how far it is raised or lowered at least
)

// lines puts glyphs into lines, from the top of the page downwards.
func lines(glyphs []glyph) []line {
	gs := slices.Clone(glyphs)
	slices.SortStableFunc(gs, func(a, b glyph) int { return cmpFloat(b.base, a.base) })
	var out []line
	for i := 0; i < len(gs); {
		k := i + 1
		for k < len(gs) && gs[i].base-gs[k].base <= sameBase*math.Min(gs[i].size, gs[k].size) {
			k++
		}
		out = append(out, newLine(gs[i:k]))
		i = k
	}
	return takeScripts(out)
}

func newLine(gs []glyph) line {
	l := line{glyphs: gs}
	l.settle()
	return l
}

// settle orders the glyphs and finds what the line has in common: the size,
// baseline and font of most of its glyphs.
func (l *line) settle() {
	slices.SortStableFunc(l.glyphs, func(a, b glyph) int { return cmpFloat(a.x0, b.x0) })
	l.glyphs = slices.CompactFunc(l.glyphs, drawnTwice)
	type face struct {
		size, base float64
		font       int
	}
	count := map[face]float64{}
	best, most := face{}, -1.0
	l.x0, l.x1 = math.Inf(1), math.Inf(-1)
	for i := range l.glyphs {
		g := &l.glyphs[i]
		f := face{math.Round(g.size*4) / 4, math.Round(g.base*4) / 4, g.font}
		if isBlank(g.r) {
			continue
		}
		l.x0, l.x1 = min(l.x0, g.x0), max(l.x1, g.x1)
		if count[f] += max(g.width(), 0.1); count[f] > most {
			best, most = f, count[f]
		}
	}
	l.size, l.base, l.font = best.size, best.base, best.font
}

// drawnTwice reports a glyph that is drawn over itself to look bold.
func drawnTwice(a, b glyph) bool {
	return a.r == b.r && math.Abs(a.x0-b.x0) < 0.15*a.size && math.Abs(a.base-b.base) < 0.15*a.size && !isBlank(a.r)
}

// takeScripts marks raised and lowered glyphs, and brings those that stand on
// a baseline of their own into the line beside whose glyphs they stand.
func takeScripts(ls []line) []line {
	taken := make([]bool, len(ls))
	for i := range ls {
		for _, k := range [...]int{i + 1, i - 1} {
			if k >= 0 && k < len(ls) && !taken[i] && !taken[k] && ls[k].attaches(&ls[i]) {
				ls[k].host(&ls[i])
				taken[i] = true
			}
		}
	}
	var out []line
	for i := range ls {
		if !taken[i] && ls[i].hasInk() {
			ls[i].markScripts()
			ls[i].settleColors()
			out = append(out, ls[i])
		}
	}
	return out
}

// host takes in the glyphs of s and keeps what is the line's own.
func (l *line) host(s *line) {
	size, base, font := l.size, l.base, l.font
	l.glyphs = append(slices.Clone(l.glyphs), s.glyphs...)
	l.settle()
	l.size, l.base, l.font = size, base, font
}

// attaches reports whether every glyph of s is a script beside a glyph of l.
func (l *line) attaches(s *line) bool {
	if s.size > scriptSize*l.size || math.Abs(s.base-l.base) > 0.65*l.size || len(s.glyphs) > min(max(len(l.glyphs), fewScripts), maxScripts) {
		return false
	}
	for i := range s.glyphs {
		if !l.hosts(&s.glyphs[i], s) {
			return false
		}
	}
	return true
}

// hosts reports whether g, or the glyphs of s before it, follow a glyph of l
// closely and lie over none; in front of the line, whether it and those behind
// it are followed so.
func (l *line) hosts(g *glyph, s *line) bool {
	near := false
	for i := range l.glyphs {
		h := &l.glyphs[i]
		if !isBlank(h.r) && min(h.x1, g.x1)-max(h.x0, g.x0) > 0.3*g.width() {
			return false
		}
		near = near || math.Abs(g.x0-h.x1) < 0.3*l.size || s.x1 <= h.x0+0.3*s.size && h.x0-s.x1 < 0.3*l.size && isReference(s)
	}
	for i := range s.glyphs {
		near = near || s.glyphs[i].x0 < g.x0 && math.Abs(g.x0-s.glyphs[i].x1) < 0.3*s.size
	}
	return near
}

// isReference reports whether the glyphs are a note's number, with or without brackets.
func isReference(s *line) bool {
	for i := range s.glyphs {
		if r := s.glyphs[i].r; !isDigit(r) && !strings.ContainsRune("[]［］〔〕【】（）() ", r) {
			return false
		}
	}
	return true
}

func (l *line) markScripts() {
	for i := range l.glyphs {
		g := &l.glyphs[i]
		if g.size > scriptSize*l.size {
			continue
		}
		switch shift := g.base - l.base; {
		case shift > scriptShift*l.size:
			g.script = 1
		case shift < -scriptShift*l.size:
			g.script = -1
		}
	}
}
