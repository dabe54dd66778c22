package segment

import "strings"

// Parse segments the report that span covers in text into blocks and
// sentences, replacing what d held and reusing its memory. Its time is linear
// in the report's length, whatever the report holds. A span that does not lie
// in text is cut to what does.
func (d *Document) Parse(text string, span Span) { d.ParseMarked(text, span, nil) }

// ParseMarked is Parse for a report whose file says of its structure what marks,
// those of the whole file, hold; d keeps the slice. The marks decide:
//
//   - a row's line is a Table block, and the one or two lines between two rows
//     are none; Cells returns a row's cells;
//   - a heading's line is a Heading, of the mark's level where it has no list
//     number, else of the number's; a line with more text behind a stop is a
//     paragraph that is set like a heading, and read as if it were not marked.
//
// Everything else is as without marks.
func (d *Document) ParseMarked(text string, span Span, marks []Mark) {
	span.Start = min(max(span.Start, 0), len(text))
	span.End = max(min(span.End, len(text)), span.Start)
	d.Text, d.Span = text, span
	d.Blocks, d.Sentences, d.lines = d.Blocks[:0], d.Sentences[:0], d.lines[:0]
	d.Marks = marksIn(marks, span)
	p := parser{d: d, text: text[:span.End], seq: newSequence()}
	p.western = !strings.Contains(span.Of(text), "。")
	p.splitLines()
	p.width, p.spread = p.wrapWidth(), p.doubleSpaced()
	p.signature = p.findSignature()
	p.findTables()
	p.blocks()
}

// parser is the state of one call of Parse.
type parser struct {
	d         *Document
	text      string // up to the report's end
	western   bool   // the report does not use 。
	width     int    // columns at which the report is wrapped, 0 when it is not
	spread    bool   // the report is double-spaced
	signature int    // the first line of the signature
	next      int    // the first line behind the stretch that is segmented
	titles    bool   // nothing but titles has come so far
	seq       sequence
	outline   outline

	scope      Span  // the stretch of text that is segmented
	titleLevel uint8 // the mark's level where the report's title is marked as a heading
	headed     uint8 // the mark's level where the scope is a numbered line that the file marks as a heading
	from       int   // where the open sentence begins
	first      int   // the open block's first sentence
	quoted     bool  // inside "
	numbered   bool  // the open block has a list number:
	marker     marker
	number     Span
}

// blocks goes through the lines, stretch by stretch.
func (p *parser) blocks() {
	lines := p.d.lines
	p.titles = true
	for i := 0; i < len(lines); i = p.next {
		l := &lines[i]
		p.next = i + 1
		for !l.is(isTable) && p.joins(p.next-1, p.next > i+1) {
			p.next++
		}
		if l.is(markedHeading) && i < p.signature && p.markedHeading(i) {
			continue
		}
		switch single := p.next == i+1; {
		case i >= p.signature:
			p.addWhole(l.Span, Paragraph, -1)
		case l.is(isTable):
			p.addWhole(l.Span, Table, p.outline.headline())
			p.titles = false
		case single && p.titles && p.isMasthead(l):
			p.addWhole(l.Span, Paragraph, -1)
		case single && p.isTitle(l, p.titles):
			p.title(l.Span)
		case p.next == i+2 && p.titles && p.splitYear(l, &lines[i+1]) && p.isTitle(l, p.titles) && p.isTitle(&lines[i+1], p.titles):
			p.title(Span{l.Start, lines[i+1].End})
		default:
			p.sentences(Span{l.Start, lines[p.next-1].End})
			p.titles = false
		}
	}
}

// title appends a title, under which all numbering starts anew.
func (p *parser) title(span Span) {
	p.outline.n = 0
	p.seq.reset()
	p.addWhole(span, Heading, -1)
}

// followingLine says what comes behind the stretch that is segmented.
func (p *parser) followingLine() uint8 {
	if p.next >= p.signature {
		return nothingFollows
	}
	l := &p.d.lines[p.next]
	switch {
	case l.is(isTable):
		return nothingFollows
	case l.level > 0:
		return l.level
	}
	return paragraphFollows
}

// isTitle reports whether the line is a title: a short line without a stop,
// at the report's top, or further down one that begins with 【.
func (p *parser) isTitle(l *line, top bool) bool {
	if l.level != 0 || l.runes == 0 || l.runes > titleRunes || l.is(finished|stopped) {
		return false
	}
	return top || strings.HasPrefix(p.text[l.Start:l.End], "【")
}

// isMasthead reports the lines of issue number and date at a bulletin's top.
func (p *parser) isMasthead(l *line) bool {
	if l.runes == 0 || l.runes > titleRunes || l.is(finished|stopped) {
		return false
	}
	s := strings.Trim(p.text[l.Start:l.End], "（）()")
	if strings.HasPrefix(s, "第") && strings.Contains(s, "期") && l.runes <= cellRunes {
		return true
	}
	return isDate(s) && (l.runes <= 11 || l.is(spaced))
}

// findSignature returns the first of the lines at the report's end that name
// the writer and the date, or the number of lines when there are none.
func (p *parser) findSignature() int {
	lines := p.d.lines
	n := len(lines)
	if n < 3 || !p.canSign(&lines[n-1]) {
		return n
	}
	if s := lines[n-1].Of(p.text); !isDate(s) && !isBody(s) {
		return n
	}
	i := n - 1
	for i > 1 && n-i < 4 && p.canSign(&lines[i-1]) {
		i--
	}
	return i
}

// canSign reports whether the line could be part of a signature.
func (p *parser) canSign(l *line) bool {
	return l.runes > 0 && l.runes <= 30 && l.level == 0 && !l.is(finished|clausal|numberOnly|markedHeading|markedRow)
}

// isDate reports whether s ends with a date in words or is one in figures.
func isDate(s string) bool {
	if strings.HasSuffix(s, "日") || strings.HasSuffix(s, "月") {
		return strings.Contains(s, "年")
	}
	_, i := digits(s, 0, len(s), 4)
	for range 2 {
		if i+2 > len(s) || s[i] != '-' && s[i] != '.' && s[i] != '/' {
			return false
		}
		_, i = digits(s, i+1, len(s), 2)
	}
	return i == len(s) && i >= len("2021-1-1")
}

// isBody reports whether s ends like the name of a public body or a firm.
func isBody(s string) bool {
	for _, end := range [...]string{"局", "府", "委", "委员会", "办公室", "中心", "馆", "站", "会", "公司",
		"学校", "中学", "小学", "学院", "医院", "辦公室", "學校", "中學", "小學", "學院", "醫院", "辦事處", "支隊", "大隊", "街道办事处", "办事处", "支队", "大队", "院", "館", "會"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}
