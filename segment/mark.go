package segment

import (
	"sort"
	"strings"
)

// Mark is what a file's own structure says of a stretch of its text: a Word
// heading, a row of a table and its cells. Marks are in order of Start, the
// larger first; a row's cells lie inside it and the stretches of one kind do
// not overlap otherwise.
type Mark struct {
	Span
	Kind  MarkKind
	Level uint8 // of a heading, from 1 for the highest; 0 for the rest
}

// MarkKind says what a Mark marks.
type MarkKind uint8

// The kinds of mark.
const (
	MarkHeading MarkKind = iota + 1 // a heading's line, its automatic number included
	MarkRow                         // a table row: one line of the text, its cells parted by tabs
	MarkCell                        // a cell of a row, empty where the cell is
)

// Cells returns the cells of the row that block i is, from MarkCell marks, with
// empty ones where the row has none; nil where the file marks no such row.
func (d *Document) Cells(i int) []Mark {
	b := &d.Blocks[i]
	if b.Kind != Table {
		return nil
	}
	before := d.Span.Start // no cell of the row starts before
	if i > 0 {
		before = d.Blocks[i-1].End
	}
	k := markBefore(d.Marks, b.End)
	for k >= 0 && d.Marks[k].Kind == MarkCell && d.Marks[k].Start >= before {
		k--
	}
	if k < 0 || d.Marks[k].Kind != MarkRow || !d.Marks[k].Contains(b.Span) {
		return nil
	}
	row, from := d.Marks[k], k+1
	if row.Start < before || i+1 < len(d.Blocks) && d.Blocks[i+1].Start < row.End {
		return nil // no line of its own: its cells are not this block's alone
	}
	for k = from; k < len(d.Marks) && d.Marks[k].Kind == MarkCell && row.Contains(d.Marks[k].Span); k++ {
	}
	return d.Marks[from:k]
}

// markBefore is the index of the last mark that starts before offset at, -1 where none does.
func markBefore(marks []Mark, at int) int {
	return sort.Search(len(marks), func(i int) bool { return marks[i].Start >= at }) - 1
}

// marksIn are the marks that lie inside span.
func marksIn(marks []Mark, span Span) []Mark {
	from := markBefore(marks, span.Start) + 1
	to := markBefore(marks, span.End) + 1
	for from < to && marks[to-1].End > span.End {
		to--
	}
	return marks[from:max(from, to)]
}

// markCursor goes through the marks as splitLines goes through the lines.
type markCursor struct {
	marks []Mark
	next  int // the first mark that does not end before the line
}

// at says what the file marks the line as.
func (c *markCursor) at(line Span) (f lineFlags) {
	for c.next < len(c.marks) && (c.marks[c.next].End <= line.Start || c.marks[c.next].isText()) {
		c.next++
	}
	for _, m := range c.marks[c.next:] {
		switch {
		case m.Start >= line.End:
			return f
		case !m.Overlaps(line):
		case m.Kind == MarkRow:
			return markedRow
		case m.Kind == MarkHeading:
			f = markedHeading
		}
	}
	return f
}

// isText reports a heading that is far too long for one.
func (m Mark) isText() bool { return m.Kind == MarkHeading && m.Len() > 4*markedBytes }

// headingAt is the mark of the line that is marked as a heading.
func (p *parser) headingAt(l *line) Mark {
	k := markBefore(p.d.Marks, l.End)
	for k > 0 && p.d.Marks[k].Kind != MarkHeading {
		k--
	}
	return p.d.Marks[k]
}

const (
	markedBytes = 300 // a marked headline's length
	markedLevel = 5   // Block.Level of a marked headline without a number, at most
)

// markedHeading appends the lines from i to p.next, which the file marks as a
// heading, as one and reports whether they can be one.
func (p *parser) markedHeading(i int) bool {
	l := &p.d.lines[i]
	span := Span{l.Start, p.d.lines[p.next-1].End}
	if !p.canHead(span) {
		return false
	}
	level := p.headingAt(l).Level
	if m, ok := parseMarker(p.text, span.Start, span.End); ok && p.seq.accepts(p.text, span.End, m, span.Start, lineStart) {
		p.headed = max(level, 1)
		p.sentences(span)
		p.headed, p.titles = 0, false
		return true
	}
	if p.titles && l.level == 0 && p.tops(level) {
		p.title(span)
		return true
	}
	p.titles = false
	p.seq.under(min(level, markedLevel))
	parent := p.outline.push(len(p.d.Blocks), Heading, 0, max(level, 1))
	p.addWhole(span, Heading, parent)
	p.d.Blocks[len(p.d.Blocks)-1].Level = min(max(level, 1), markedLevel)
	return true
}

// canHead reports whether span can be a headline: it is short, no sentence goes
// on behind another, and no full sentence states figures or goes on for long.
func (p *parser) canHead(span Span) bool {
	if span.Len() > markedBytes {
		return false
	}
	s := span.Of(p.text)
	bare := strings.TrimRight(s, "。！？!?：:”\"）)")
	if strings.ContainsAny(bare, "。！？；") || strings.HasSuffix(bare, "，") {
		return false
	}
	full := bare != s && p.ending(span)&(finished|colonEnd) == finished
	return !full || !hasFigure(s) && countRunes(s, runInRunes+1) <= runInRunes
}

// tops reports whether a heading of that level among the report's first lines
// is its title, or a further line of it, and not the headline of a part.
func (p *parser) tops(level uint8) bool {
	for i := range p.d.Blocks {
		if p.d.Blocks[i].Kind == Heading {
			return p.titleLevel == level
		}
	}
	p.titleLevel = level
	return true
}
