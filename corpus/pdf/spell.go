package pdf

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// piece is a stretch of a line without a wide gap.
type piece struct {
	text    string
	x0, x1  float64
	natural float64 // its width without what justification added between its characters
	inner   float64 // its right end without a mark that may hang in the margin
	first   float64 // width of what cannot be parted at its start
	digit   float64 // width of its first digit with the marks that cannot be parted from it, 0 where it begins with none
	spaced  bool    // a space is drawn behind it
	from    int     // index of its first glyph in the line
	to      int     // of its last
}

const (
	cellGap   = 1.5  // em: what parts cells
	digitGap  = 0.25 // em: what parts digits and Latin letters where no space is drawn
	mixedGap  = 0.5  // the same between them and Han characters
	hanGap    = 0.8  // the same between Han characters
	spaceKeep = 0.12 // em: a drawn space narrower than this between two glyphs is none
)

// pieces spells the line, parted at gaps wider than cellGap.
func (l *line) pieces() []piece { return l.cut(nil) }

// cut spells the line, parted in front of the glyphs at too.
func (l *line) cut(at []int) []piece {
	stretch := l.stretch()
	var out []piece
	var b strings.Builder
	start, space := -1, rune(0)
	last, ink := -1, -1 // index of the last glyph that is no blank, and of the last one spelt
	flush := func() {
		if start >= 0 && b.Len() > 0 {
			out = append(out, l.piece(b.String(), start, last))
		}
		b.Reset()
	}
	for i := range l.glyphs {
		g := &l.glyphs[i]
		if isBlank(g.r) {
			if space == 0 {
				space = g.r
			}
			continue
		}
		switch {
		case start < 0:
			start = i
		case g.x0-l.glyphs[last].x1 > cellGap*l.size+stretch && !isMarker(b.String()), slices.Contains(at, i):
			flush()
			start = i
		case g.r == gone || b.Len() == 0:
		case ink < last: // struck text between them
			if space != 0 {
				b.WriteRune(space)
			}
		default:
			if s := parting(&l.glyphs[last], g, space, l.size, stretch); s != 0 {
				b.WriteRune(s)
			}
		}
		last = i
		if g.r != gone {
			b.WriteString(spelt(g))
			ink, space = i, 0
		}
	}
	flush()
	if len(out) > 0 {
		out[len(out)-1].spaced = space != 0
	}
	return out
}

// piece measures the glyphs from start to end.
func (l *line) piece(text string, start, end int) piece {
	last := &l.glyphs[end]
	p := piece{text: text, from: start, to: end, x0: l.glyphs[start].x0, x1: last.x1, inner: last.x1}
	if closes(last.r) {
		p.inner = last.x0
	}
	p.natural = p.x1 - p.x0 - l.justified(start, end)
	p.first = l.until(start, end, sticks)
	if isDigit(l.glyphs[start].r) {
		p.digit = l.until(start, end, func(_, b rune) bool { return closes(b) })
	}
	return p
}

// justified is how much justification widened the glyphs: by the usual gap
// between two Han characters at each place but within words and numbers. (The
// gap between Han and Latin characters is wider with some programs.)
func (l *line) justified(start, end int) float64 {
	var gaps []float64
	places := 0
	for i := start + 1; i <= end; i++ {
		a, b := &l.glyphs[i-1], &l.glyphs[i]
		if isHan(a.r) && isHan(b.r) {
			gaps = append(gaps, b.x0-a.x1)
		}
		if !isNarrow(a.r) || !isNarrow(b.r) {
			places++
		}
	}
	if len(gaps) < 3 {
		return 0
	}
	slices.Sort(gaps)
	return max(gaps[len(gaps)/2], 0) * float64(places)
}

// until is the width of the glyphs from start up to the first two that do not stick.
func (l *line) until(start, end int, sticks func(a, b rune) bool) float64 {
	w := l.glyphs[start].width()
	for i := start + 1; i <= end && sticks(l.glyphs[i-1].r, l.glyphs[i].r); i++ {
		w += l.glyphs[i].width()
	}
	return w
}

// stretch is the median gap between neighbouring glyphs: what justification or
// letter-spacing added to all.
func (l *line) stretch() float64 {
	var gaps []float64
	for i := 1; i < len(l.glyphs); i++ {
		if !isBlank(l.glyphs[i-1].r) && !isBlank(l.glyphs[i].r) {
			gaps = append(gaps, l.glyphs[i].x0-l.glyphs[i-1].x1)
		}
	}
	if len(gaps) < 4 {
		return 0
	}
	slices.Sort(gaps)
	return min(max(gaps[len(gaps)/2], 0), l.size)
}

// parting is the space between two glyphs: the one that is drawn, or one that
// a gap shows, 0 for none. Two numbers with a gap between them never become one.
func parting(a, b *glyph, drawn rune, size, stretch float64) rune {
	gap := b.x0 - a.x1
	if drawn != 0 && (gap > spaceKeep*size || gap < 0) {
		return drawn
	}
	limit := hanGap
	switch la, lb := isNarrow(a.r), isNarrow(b.r); {
	case la && lb:
		limit = digitGap
	case la || lb:
		limit = mixedGap
	}
	if gap > limit*size+stretch {
		return ' '
	}
	if isDigit(a.r) && isDigit(b.r) && a.color != b.color {
		return ' ' // a number and the one that replaces it
	}
	if gap < -0.8*math.Min(a.width(), b.width()) && isDigit(a.r) && isDigit(b.r) {
		return ' ' // drawn over each other: two texts in one place
	}
	return 0
}

// spelt is the glyph's character; raised and lowered digits have their own. A
// raised ② is a note's number: [²].
func spelt(g *glyph) string {
	switch {
	case g.script > 0 && '①' <= g.r && g.r <= '⑳':
		return "[" + superscript(strconv.Itoa(int(g.r-'①')+1)) + "]"
	case g.script == 0 || g.r < '0' || g.r > '9':
		return string(g.r)
	case g.script > 0:
		return string(raised[g.r-'0'])
	}
	return string('₀' + g.r - '0')
}

// sticks reports whether no line is broken between a and b.
func sticks(a, b rune) bool {
	return closes(b) || strings.ContainsRune("（《“‘【〔([{", a) || isNarrow(a) && isNarrow(b)
}

// closes reports a mark that no line begins with.
func closes(r rune) bool {
	return strings.ContainsRune("，。、；：！？）》”’】〕％%‰,.;:!?)]}", r)
}

func isBlank(r rune) bool { return r == ' ' || r == '\u3000' }
func isDigit(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }
func isNarrow(r rune) bool {
	return r < 0x2E80 && r > ' ' && !strings.ContainsRune("“”‘’…—", r)
}
func isLatin(r rune) bool { return r < 0x2E80 && unicode.IsLetter(r) }
func isHan(r rune) bool   { return unicode.Is(unicode.Han, r) }
