package pdf

import (
	"slices"
	"strings"
)

const (
	figuresApart = 0.75 // em: two figures with a wider gap are in two cells
	groupGap     = 0.6  // em: a narrower one may part a number's thousands
	wordsApart   = 0.04 // em: what parts the words of two cells in the stretch between two columns
	gapsAgree    = 0.2  // em: how far the gaps of two rows overlap at least
)

// cutFigures parts two figures in one piece where their gap is wide, or where
// another row has a gap.
func cutFigures(rows []block) {
	gaps := make([][]interval, len(rows)) // those that part pieces, and those between figures
	pairs := make([][]int, len(rows))
	for i := range rows {
		b := &rows[i]
		for k := 1; k < len(b.pieces); k++ {
			gaps[i] = append(gaps[i], interval{b.pieces[k-1].x1, b.pieces[k].x0})
		}
		pairs[i] = figurePairs(b)
		for _, at := range pairs[i] {
			if gap := b.line.gap(at); !thousands(b.line, at) || gap.hi-gap.lo > groupGap*b.line.size {
				gaps[i] = append(gaps[i], gap)
			}
		}
	}
	for i := range rows {
		b := &rows[i]
		var cuts []int
		for _, at := range pairs[i] {
			gap := b.line.gap(at)
			if gap.hi-gap.lo > figuresApart*b.line.size || meets(gaps, i, gap, gapsAgree*b.line.size) {
				cuts = append(cuts, at)
			}
		}
		if cuts != nil {
			b.pieces = b.line.cut(append(cuts, b.cuts...))
			b.cuts = append(cuts, b.cuts...)
		}
	}
}

// meets reports whether another row than i has a gap at the same place.
func meets(gaps [][]interval, i int, gap interval, overlap float64) bool {
	for k := range gaps {
		if k != i && slices.ContainsFunc(gaps[k], func(g interval) bool { return min(g.hi, gap.hi)-max(g.lo, gap.lo) > overlap }) {
			return true
		}
	}
	return false
}

// gap is the stretch in front of glyph i.
func (l *line) gap(i int) interval {
	k := i - 1
	for k > 0 && isBlank(l.glyphs[k].r) {
		k--
	}
	return interval{l.glyphs[k].x1, l.glyphs[i].x0}
}

// figurePairs are the glyphs within pieces with which a figure starts behind
// another one. A space before three digits may be that of thousands.
func figurePairs(b *block) []int {
	var out []int
	for _, p := range b.pieces {
		words := words(b.line, p)
		for k := 1; k < len(words); k++ {
			left, right := words[k-1], words[k]
			if isFigure(left.text) && isFigure(right.text) {
				out = append(out, right.from)
			}
		}
	}
	return out
}

// thousands reports whether the three digits from glyph i on may be a part of
// the number before the space: 1 234.
func thousands(l *line, i int) bool {
	right, left := 0, 0
	for k := i; k < len(l.glyphs) && strings.ContainsRune("0123456789.,%", l.glyphs[k].r); k++ {
		right++
	}
	for k := i - 1; k >= 0 && (left == 0 && isBlank(l.glyphs[k].r) || strings.ContainsRune("0123456789.,%", l.glyphs[k].r)); k-- {
		if !isBlank(l.glyphs[k].r) {
			left++
		}
	}
	return right == 3 && left <= 3
}

// words are the stretches of a piece between drawn spaces and narrow gaps.
func words(l *line, p piece) []piece {
	var out []piece
	parted := true
	for i := p.from; i <= p.to; i++ {
		g := &l.glyphs[i]
		if isBlank(g.r) || g.r == gone {
			parted = true
			continue
		}
		if n := len(out) - 1; parted || g.x0-out[n].x1 > digitGap*l.size {
			out = append(out, piece{text: spelt(g), from: i, x0: g.x0, x1: g.x1})
		} else {
			out[n].text += spelt(g)
			out[n].x1 = g.x1
		}
		parted = false
	}
	return out
}

// cutWords parts the pieces of a row that lie over more than one column: each
// at the one widest gap, or where text is drawn anew, in the stretch between
// the two columns.
func cutWords(b *block, cols []interval) []piece {
	var cuts []int
	for _, p := range b.pieces {
		for k := 1; k < len(cols); k++ {
			if p.x0 >= cols[k-1].hi || p.x1 <= cols[k].lo {
				continue
			}
			if at := cutBetween(b.line, p, interval{cols[k-1].hi, cols[k].lo}); at > 0 {
				cuts = append(cuts, at)
			}
		}
	}
	if cuts == nil || len(b.pieces)+len(cuts) > len(cols) {
		return b.pieces
	}
	ps := b.line.cut(append(cuts, b.cuts...))
	if _, ok := fit(ps, cols); !ok {
		return b.pieces
	}
	return ps
}

// cutBetween is the glyph of the piece in front of which the only break in the
// stretch stands, 0 where there is none or two alike. A break is no gap within
// a number or a word of letters.
func cutBetween(l *line, p piece, zone interval) int {
	at, best, second := 0, 0.0, 0.0
	for i := p.from + 1; i <= p.to; i++ {
		if isBlank(l.glyphs[i].r) {
			continue
		}
		gap := l.gap(i)
		size := max(gap.hi-gap.lo, gap.lo-gap.hi)
		if max(gap.lo, gap.hi) < zone.lo-1 || min(gap.lo, gap.hi) > zone.hi+1 || gap.hi-gap.lo < digitGap*l.size && isNarrow(l.glyphs[i-1].r) && isNarrow(l.glyphs[i].r) {
			continue
		}
		switch {
		case size > best:
			at, best, second = i, size, best
		case size > second:
			second = size
		}
	}
	if best < wordsApart*l.size || second > 0.7*best || strings.ContainsRune(noCut, l.glyphs[at].r) {
		return 0
	}
	return at
}

// noCut are marks that no cell begins with.
const noCut = "）)》”、，。；：％%"
