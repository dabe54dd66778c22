package pdf

import (
	"math"
	"strings"
	"unicode/utf8"
)

const (
	looser    = 1.25 // times the usual pitch: from here on a new paragraph starts
	maxPitch  = 2.2  // em: the largest pitch where no usual one is known
	sameLeft  = 0.6  // em: how far the left ends of a paragraph's lines differ
	hanging   = 5.0  // em: how far the lines of a list item are indented behind its first
	roomDigit = 1.05 // widths of the next digit: a line with less room is full to the digit
	roomWhole = 1.3  // the same: a line with more room would have taken it
	maxDigits = 7    // of a number without commas that is made of two lines

	spaceWidth = 0.35 // em
)

// joinLines marks the lines that go on the line before them.
func (d *document) joinLines() {
	ms := d.margins()
	pitches := d.pitches(ms)
	start := 0 // of the paragraph
	for i := 1; i < len(d.items); i++ {
		if d.goesOn(start, i, ms, pitches) {
			d.items[i].joined = true
		} else {
			start = i
		}
	}
	breaks := d.breaksNumbers(ms)
	for i := 1; i < len(d.items); i++ {
		if d.items[i].joined {
			d.items[i].glue = d.glue(&d.items[i-1], &d.items[i], ms, breaks)
		}
	}
}

// goesOn reports whether line i goes on the paragraph that starts at start.
func (d *document) goesOn(start, i int, ms map[marginKey]margins, pitches map[float64]float64) bool {
	a, b := &d.items[i-1], &d.items[i]
	if b.starts || startsNote(a.text, b.text) || startsNumbered(a.text, b.text) || a.row != nil || b.row != nil || a.turned || b.turned || math.Abs(a.size-b.size) >= 0.08*a.size || !d.full(a, b, ms) {
		return false
	}
	if d.centred(a, b, ms[a.margin]) {
		return true
	}
	shift := 0.0 // between the left margins of their columns
	switch {
	case sameColumn(a, b):
		pitch, ok := pitches[math.Round(a.size)]
		if !ok {
			pitch = maxPitch / looser * a.size
		}
		if step := a.base - b.base; step <= 0 || step > looser*pitch {
			return false
		}
	case a.page == b.page && a.margin.col < b.margin.col, a.page+1 == b.page:
		shift = ms[b.margin].left - ms[a.margin].left
	default:
		return false
	}
	return fits(&d.items[start], a, b, ms[a.margin].left, b.x0-shift, start == i-1)
}

// centred reports whether b is the next line of a title that a begins: larger
// than the body, both in the middle of the column.
func (d *document) centred(a, b *item, m margins) bool {
	if a.size <= headingLarger*d.body.size || !sameColumn(a, b) || a.base-b.base > maxPitch*a.size || startsWithMarker(b.text) {
		return false
	}
	middle := m.left + m.right
	return math.Abs(a.x0+a.x1-middle) < a.size && math.Abs(b.x0+b.x1-middle) < a.size
}

// fits reports whether b, whose left end is at x, stands where the next line
// of the paragraph from s to a does. left is the margin.
func fits(s, a, b *item, left, x float64, first bool) bool {
	em := a.size
	switch {
	case first && x < a.x0-hanging*em: // a centred line, a signature or date to the right
		return false
	case first && x < a.x0-sameLeft*em: // behind an indented first line
		return x < left+sameLeft*em || startsWithMarker(s.text)
	case first && x > a.x0+sameLeft*em: // an item's lines behind its number
		return startsWithMarker(s.text) && x-a.x0 < hanging*em
	case first: // lines of one block
		return a.x0 < left+sameLeft*em && !startsWithMarker(b.text)
	}
	if math.Abs(x-a.x0) > sameLeft*em && !(a.page != b.page && x < left+sameLeft*em) {
		return false
	}
	indented := math.Abs(s.x0-a.x0) > sameLeft*em
	return indented || !startsWithMarker(b.text)
}

// glue is what stands between two lines of a paragraph.
//
// Two lines' digits are one number only where all of it speaks for that: no
// space is drawn between them, the document's lines are broken within numbers
// (breaksNumbers), the line has no room for one more digit (with the marks that
// follow it) even by the widths of its glyphs alone, without what justification added, and the number
// is one that is written so. Else the line break stays.
func (d *document) glue(a, b *item, ms map[marginKey]margins, breaks bool) string {
	if a.spaced {
		if s, sure := joint(a.text, b.text); !sure || s != "" || bothNarrow(a.text, b.text) {
			return " "
		}
	}
	s, sure := joint(a.text, b.text)
	if sure {
		return s
	}
	if breaks && a.page == b.page && d.room(a, ms) < roomDigit*max(b.digit, b.size/4) && oneNumber(a.text, b.text) {
		return ""
	}
	return "\n"
}

func bothNarrow(a, b string) bool {
	x, _ := utf8.DecodeLastRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	return isNarrow(x) && isNarrow(y)
}

// room is what a line leaves to the margin, justification taken back.
func (d *document) room(a *item, ms map[marginKey]margins) float64 {
	return ms[a.margin].right - a.x0 - a.natural
}

// breaksNumbers reports whether the document's lines may be broken within
// numbers. Most programs never do; it shows where a number stands at the start
// of a line although its first digit had room on the line before.
func (d *document) breaksNumbers(ms map[marginKey]margins) bool {
	for i := 1; i < len(d.items); i++ {
		a, b := &d.items[i-1], &d.items[i]
		if !b.joined || b.digit == 0 || len(b.text) < 2 || !isDigit(rune(b.text[1])) {
			continue
		}
		need := roomWhole * b.digit
		if inNumber(a.text) { // if two numbers, then with a space between them
			need += spaceWidth * a.size
		}
		if d.room(a, ms) > need {
			return false
		}
	}
	return true
}

// oneNumber reports whether the digits at the end of a and at the start of b
// are written like one number: something is counted by it, no two years, few
// digits or thousands in threes, and one decimal point.
func oneNumber(a, b string) bool {
	head := a[len(strings.TrimRight(a, "0123456789.,")):]
	tail := b[:len(b)-len(strings.TrimLeft(b, "0123456789.,"))]
	rest := b[len(tail):]
	whole := strings.TrimRight(head+tail, ".,")
	if unit, _ := utf8.DecodeRuneInString(rest); !isHan(unit) && unit != '%' && unit != '‰' && unit != '％' && unit != '℃' {
		return false
	}
	if isYear(head) && (isYear(tail) || strings.HasPrefix(rest, "年")) {
		return false
	}
	if strings.HasPrefix(rest, "年") && len(whole) > 4 {
		return false
	}
	return wellFormed().MatchString(whole) && (strings.ContainsAny(whole, ",.") || len(whole) <= maxDigits)
}

func isYear(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")) && !strings.ContainsAny(s, ".,")
}
