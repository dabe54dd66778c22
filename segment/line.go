package segment

import "strings"

// measured is the length in bytes up to which a line is measured; a longer one
// is running text, whatever it holds.
const measured = 600

// line is a line of the report without blank space and debris around it.
type line struct {
	Span
	cols   uint16 // display columns, a Chinese character counts two; 0 when not measured
	runes  uint16
	indent uint8 // columns of blank space before it, at most 255
	level  uint8 // of the list number it begins with, 0 for none
	flags  lineFlags
}

type lineFlags uint16

const (
	finished      lineFlags = 1 << iota // ends with a stop or a colon
	stopped                             // holds 。！？； somewhere
	clausal                             // holds a comma, a stop or 、
	colonEnd                            // ends with a colon
	figureEnd                           // ends with a digit or a numeral
	figures                             // holds digits other than a date's
	numberOnly                          // is one figure, like a cell of a table
	spaced                              // holds blank space, a tab or a bar inside
	gapBefore                           // stands after an empty line
	hasColon                            // holds a colon
	isTable                             // is a table line
	markedRow                           // the file says that it is a row
	markedHeading                       // the file says that it is a heading
)

func (l *line) is(f lineFlags) bool { return l.flags&f != 0 }

// splitLines fills p.lines with the lines of the report that are not empty.
func (p *parser) splitLines() {
	gap, marks := lineFlags(0), markCursor{marks: p.d.Marks}
	for i := p.d.Span.Start; i < p.d.Span.End; {
		end, next := p.d.Span.End, p.d.Span.End
		if k := strings.IndexByte(p.text[i:end], '\n'); k >= 0 {
			end, next = i+k, i+k+1
		}
		m := marks.at(Span{i, end})
		l := p.trimLine(Span{i, end})
		if m == markedRow {
			l.Span = trim(p.text, Span{i, end}) // > before a figure is no debris
		}
		i = next
		if l.Empty() {
			gap = gapBefore
			continue
		}
		l.flags |= gap | m
		gap = 0
		p.measure(&l)
		p.d.lines = append(p.d.lines, l)
	}
}

// trimLine leaves out blank space, quoting marks and a headline's '#' before
// the line, blank space and '`' behind it.
func (p *parser) trimLine(span Span) line {
	indent := 0
	for span.Start < span.End {
		r, n := runeAt(p.text, span.Start, span.End)
		if !isBlank(r) && !strings.ContainsRune(debris, r) {
			break
		}
		if isBlank(r) {
			indent += min(n, 2)
		}
		span.Start += n
	}
	return line{Span: trim(p.text, span), indent: uint8(min(indent, 255))}
}

// debris are the marks that pasted pages and mails leave at the start of a line.
const debris = ">＞`#"

// measure sets the line's measures and flags.
func (p *parser) measure(l *line) {
	body := l.Start // behind the list number
	if m, ok := parseMarker(p.text, l.Start, l.End); ok {
		l.level, body = m.level, m.end
	}
	l.flags |= p.ending(l.Span)
	if l.Len() > measured {
		l.flags |= clausal | stopped
		return
	}
	for i := l.Start; i < l.End; {
		l.runes++
		if p.text[i] >= 0xE4 && stepOf[p.text[i]] == 3 { // a Chinese character
			l.cols += 2
			i += 3
			continue
		}
		r, n := runeAt(p.text, i, l.End)
		l.cols += uint16(min(n, 2))
		switch r {
		case '，', '、':
			l.flags |= clausal
		case ',':
			if !isThousands(p.text, l.Span, i, n) {
				l.flags |= clausal
			}
		case '。', '；', '！', '？', ';', '｡', '…':
			l.flags |= clausal | stopped
		case '：', ':':
			l.flags |= hasColon
		case '\t', '|', '｜', '│', ' ', '\u3000', '\u00a0':
			l.flags |= spaced
		}
		i += n
	}
	if hasFigure(p.text[body:l.End]) {
		l.flags |= figures
		if isNumberCell(p.text[l.Start:l.End]) {
			l.flags |= numberOnly
			if before, n := runeBefore(p.text, p.d.Span.Start, l.Start); before == '>' || before == '＞' {
				l.Start -= n // a comparison, no quoting mark
			}
		}
	} else if isNoValue(p.text[l.Start:l.End]) {
		l.flags |= numberOnly
	}
}

// ending tells how the text of span ends, closing quotes aside.
func (p *parser) ending(span Span) (f lineFlags) {
	r, n := runeBefore(p.text, span.Start, span.End)
	if isDigit(r) || strings.ContainsRune(numeralEnds, r) {
		f |= figureEnd
	}
	for isCloser(r) || r == '"' {
		span.End -= n
		r, n = runeBefore(p.text, span.Start, span.End)
	}
	switch {
	case r == '：', r == ':':
		return f | finished | colonEnd
	case isStop(r):
		return f | finished
	case r == '.', r == '．':
		if before, _ := runeBefore(p.text, span.Start, span.End-n); !isDigit(before) {
			return f | finished
		}
	}
	return f
}

// numeralEnds are what a number in words, or a mark on one, ends with.
const numeralEnds = "一二三四五六七八九十百千万亿余多餘萬億两兩几幾百数數近约約共计达達*"

// hasFigure reports whether s holds digits that belong to no year, month or day.
func hasFigure(s string) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c != 0xEF && (c < '0' || c > '9') { // no digit begins with it
			i += max(1, int(stepOf[c]))
			continue
		}
		r, n := runeAt(s, i, len(s))
		if i += n; !isDigit(r) {
			continue
		}
		for isDigit(r) || r == 'X' || r == 'x' {
			r, n = runeAt(s, i, len(s))
			i += n
		}
		if r != '年' && r != '月' && r != '日' {
			return true
		}
	}
	return false
}
