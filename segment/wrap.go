package segment

import "strings"

const (
	wrapMin     = 30  // columns a wrapped line of running text has at least
	wrapMinNext = 16  // the same, once the paragraph is known to be wrapped
	wrapMax     = 120 // wider lines are whole paragraphs
)

// joins reports whether line k goes on in line k+1. wrapped says that line k
// itself goes on a line before.
func (p *parser) joins(k int, wrapped bool) bool {
	if k+1 >= p.signature {
		return false
	}
	a, b := &p.d.lines[k], &p.d.lines[k+1]
	if a.is(isTable) || b.is(isTable) {
		return false
	}
	if a.is(markedHeading) || b.is(markedHeading) {
		return a.is(markedHeading) && p.headingAt(a).Contains(b.Span)
	}
	if a.is(finished) {
		return false
	}
	if p.splitDecimal(a, b) || p.continues(b) {
		return true
	}
	if p.splitYear(a, b) {
		return true
	}
	if b.level != 0 || p.labelled(b) {
		return false
	}
	if a.is(figureEnd) && startsUnit(p.text, b.Start, b.End) || p.expectsMore(a) || p.figureAlone(k+1) {
		return true
	}
	return p.wrapsAt(a, b, wrapped)
}

// labelled reports whether the line begins with a short label and a colon: 任务：, 完成：.
func (p *parser) labelled(l *line) bool {
	const label = 4 // characters
	words := 0
	for i := l.Start; i < l.End && words <= label; {
		r, n := runeAt(p.text, i, l.End)
		if r == '：' || r == ':' {
			return words >= 2
		}
		if r < 0x3400 || r > 0x9FFF {
			return false
		}
		words++
		i += n
	}
	return false
}

// wrapsAt reports whether a is a line of running text that was broken by width.
func (p *parser) wrapsAt(a, b *line, wrapped bool) bool {
	if b.is(gapBefore) && !p.spread || b.indent > a.indent || a.cols > wrapMax || a.cols == 0 {
		return false
	}
	if strings.HasPrefix(p.text[b.Start:b.End], "——") || strings.HasPrefix(p.text[b.Start:b.End], "【") {
		return false
	}
	if p.endsInHeadline(a) {
		return false
	}
	if p.width > 0 && int(a.cols) >= p.width-6 && a.is(clausal) {
		return true
	}
	if wrapped {
		return a.cols >= wrapMinNext
	}
	if b.cols == 0 || b.cols > a.cols+8 && !p.startsWithDigit(b) {
		return false // what is broken by width has lines of about one width
	}
	return a.cols >= wrapMin && a.is(clausal)
}

func (p *parser) startsWithDigit(l *line) bool {
	r, _ := runeAt(p.text, l.Start, l.End)
	return isDigit(r)
}

// endsInHeadline reports whether the line is a numbered headline or has one
// glued to its end: what stands behind its last stop has a list number and no figure.
func (p *parser) endsInHeadline(l *line) bool {
	i := l.Start
	if k := strings.LastIndex(l.Of(p.text), "。"); k >= 0 {
		i = skipBlank(p.text, l.Start+k+len("。"), l.End)
	}
	m, ok := parseMarker(p.text, i, l.End)
	return ok && m.level < 5 && !hasFigure(p.text[m.end:l.End])
}

// continues reports whether the line begins with what only goes on a sentence:
// a closing mark, a lost number's unit, or '.' and a digit.
func (p *parser) continues(l *line) bool {
	r, n := runeAt(p.text, l.Start, l.End)
	switch r {
	case '，', '。', '、', '；', '！', '？', '：', '）', '”', '》', ',', ';', '%', '％', ')':
		return true
	case '.', '．':
		next, _ := runeAt(p.text, l.Start+n, l.End)
		return isDigit(next)
	case '万', '亿', '萬', '億':
		next, _ := runeAt(p.text, l.Start+n, l.End)
		return next == '元' || next == '余' || next == '餘'
	}
	return false
}

// splitDecimal reports a number broken at its decimal point.
func (p *parser) splitDecimal(a, b *line) bool {
	point, n := runeBefore(p.text, a.Start, a.End)
	if point != '.' && point != '．' {
		return false
	}
	before, _ := runeBefore(p.text, a.Start, a.End-n)
	after, _ := runeAt(p.text, b.Start, b.End)
	return isDigit(before) && isDigit(after)
}

// splitYear reports a year broken inside its digits: 2⏎021年工作总结.
func (p *parser) splitYear(a, b *line) bool {
	if !a.is(figureEnd) || !p.startsWithDigit(b) {
		return false
	}
	var year, n int
	for i := p.digitsBefore(a); i < a.End; n++ {
		r, w := runeAt(p.text, i, a.End)
		year, i = year*10+digitValue(r), i+w
	}
	if n == 0 || n > 3 {
		return false
	}
	i := b.Start
	for ; n < 4; n++ {
		r, w := runeAt(p.text, i, b.End)
		if !isDigit(r) {
			return false
		}
		year, i = year*10+digitValue(r), i+w
	}
	return 1900 <= year && year < 2100 && strings.HasPrefix(p.text[i:b.End], "年")
}

// digitsBefore is where the digits at the line's end start; its end where there are none.
func (p *parser) digitsBefore(l *line) int {
	i := l.End
	for range 5 {
		r, n := runeBefore(p.text, l.Start, i)
		if !isDigit(r) {
			break
		}
		i -= n
	}
	return i
}

// expectsMore reports a line that ends with a comma or an opening mark.
func (p *parser) expectsMore(l *line) bool {
	switch r, _ := runeBefore(p.text, l.Start, l.End); r {
	case '，', '、', ',', '（', '(', '“', '《':
		return true
	}
	return false
}

// figureAlone reports whether line k is a number alone whose unit follows on
// the next line.
func (p *parser) figureAlone(k int) bool {
	if k+1 >= p.signature || !p.d.lines[k].is(numberOnly) || !p.d.lines[k].is(figureEnd) {
		return false
	}
	next := &p.d.lines[k+1]
	return !next.is(isTable) && startsUnit(p.text, next.Start, next.End)
}

// doubleSpaced reports whether nearly all lines have an empty line before
// them, so that it says nothing of paragraphs.
func (p *parser) doubleSpaced() bool {
	gaps := 0
	for i := range p.d.lines {
		if p.d.lines[i].is(gapBefore) {
			gaps++
		}
	}
	return gaps*10 >= len(p.d.lines)*8
}

// wrapWidth returns the width in columns at which the whole report is broken
// into lines, 0 when it is not: no line is wider, and many are about as wide.
func (p *parser) wrapWidth() int {
	widest := uint16(0)
	for i := range p.d.lines {
		l := &p.d.lines[i]
		if l.cols == 0 || l.cols > wrapMax {
			return 0
		}
		widest = max(widest, l.cols)
	}
	full, open := 0, 0
	for i := range p.d.lines {
		if l := &p.d.lines[i]; l.cols+6 >= widest {
			full++
			if !l.is(finished) {
				open++
			}
		}
	}
	if widest < wrapMin || full < 3 || open < 2 {
		return 0
	}
	return int(widest)
}
