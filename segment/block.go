package segment

import "strings"

const (
	headlineRunes = 50 // a headline without a stop, list number included
	runInRunes    = 40 // a headline that ends with a stop before more text
	titleRunes    = 50
)

// What comes behind a block: nothing that matters, a list number of level 1
// to 6, or a paragraph without one.
const (
	nothingFollows   = 0
	paragraphFollows = 7
)

// open starts a block at i, with its list number if it has one, and returns
// the offset behind that.
func (p *parser) open(i int, g glue) int {
	p.from, p.first, p.quoted = i, len(p.d.Sentences), false
	p.numbered = false
	m, ok := parseMarker(p.text, i, p.scope.End)
	if !ok || !p.seq.accepts(p.text, p.scope.End, m, i, g) {
		p.newParagraph(i)
		return i
	}
	p.begin(i, m)
	return m.end
}

// begin starts a block with the list number m at i.
func (p *parser) begin(i int, m marker) {
	p.from, p.first, p.quoted = i, len(p.d.Sentences), false
	p.seq.take(m)
	p.numbered, p.marker, p.number = true, m, Span{i, m.end}
}

// tryMarker looks for a list number at i, behind a mark. Where there is one,
// the block before it ends and a new one begins.
func (p *parser) tryMarker(i int, g glue) int {
	j := skipBlank(p.text, i, p.scope.End)
	m, ok := parseMarker(p.text, j, p.scope.End)
	if !ok || !p.seq.accepts(p.text, p.scope.End, m, j, g) {
		return j
	}
	p.close(j, m.level)
	p.begin(j, m)
	return m.end
}

// close ends the open block at end and appends it: a headline and the text
// behind it become two.
func (p *parser) close(end int, follow uint8) {
	p.addSentence(end)
	n := len(p.d.Sentences)
	if n == p.first {
		return
	}
	if !p.numbered {
		p.add(Block{Kind: Paragraph, Parent: p.outline.headline()}, p.first, n)
		return
	}
	b := Block{Kind: Item, Level: p.marker.level, Marker: p.number, Ordinal: p.marker.ordinal}
	mark := uint8(0)
	if p.number.Start == p.scope.Start {
		mark = p.headed
	}
	if mark > 0 || p.isHeadline(follow) {
		b.Kind = Heading
	}
	b.Parent = p.outline.push(len(p.d.Blocks), b.Kind, p.marker.depth, mark)
	if b.Kind == Item || n == p.first+1 {
		p.add(b, p.first, n)
		p.outline.runIn(end < p.scope.End && lastMark(p.text, p.d.Sentences[n-1].Span) != 0)
		return
	}
	p.add(b, p.first, p.first+1)
	p.add(Block{Kind: Paragraph, Parent: len(p.d.Blocks) - 1}, p.first+1, n)
	p.outline.runIn(!p.endsInColon(p.d.Sentences[n-1].Span))
}

func (p *parser) endsInColon(span Span) bool { return p.ending(span)&colonEnd != 0 }

// newParagraph closes what a paragraph on a line of its own no longer belongs
// to: items, and headlines with their text on the same line, unless the
// paragraph says that it goes on with it.
func (p *parser) newParagraph(i int) {
	for _, word := range [...]string{"同时", "此外", "另外", "其中", "并", "还", "同時"} {
		if strings.HasPrefix(p.text[i:], word) {
			return
		}
	}
	p.outline.leave()
}

// add appends b with the sentences first to end.
func (p *parser) add(b Block, first, end int) {
	s := p.d.Sentences[first:end]
	for i := range s {
		s[i].Block = len(p.d.Blocks)
	}
	b.Span = Span{s[0].Start, s[len(s)-1].End}
	b.FirstSentence, b.EndSentence = first, end
	p.d.Blocks = append(p.d.Blocks, b)
}

// addWhole appends span as a block of one sentence.
func (p *parser) addWhole(span Span, kind Kind, parent int) {
	n := len(p.d.Sentences)
	p.d.Sentences = append(p.d.Sentences, Sentence{Span: span})
	p.add(Block{Kind: kind, Parent: parent}, n, n+1)
}

// isHeadline reports whether the first sentence of the open, numbered block is
// a headline. follow is what comes behind the block.
func (p *parser) isHeadline(follow uint8) bool {
	if p.marker.level >= 5 && p.marker.form != formDotted {
		return false
	}
	sentences := p.d.Sentences[p.first:]
	first := sentences[0].Span
	length := countRunes(first.Of(p.text), headlineRunes+1)
	body := p.text[min(p.number.End, first.End):first.End]
	stop := lastMark(p.text, first)
	switch {
	case length > headlineRunes, stop == '；', stop == ';':
		return false
	case stop == 0:
		return p.marker.level <= 2 || !hasFigure(body)
	case length > runInRunes, hasFigure(body):
		return false
	case len(sentences) > 1, follow > p.marker.level && follow < paragraphFollows:
		return true
	}
	return follow == paragraphFollows && p.marker.level <= 2
}

// lastMark is the stop that ends the sentence, 0 when there is none.
func lastMark(text string, span Span) rune {
	for {
		r, n := runeBefore(text, span.Start, span.End)
		switch {
		case isStop(r), r == '.', r == '．':
			return r
		case !isCloser(r) && r != '"':
			return 0
		}
		span.End -= n
	}
}

// outline is the stack of headlines and items that are open.
type outline struct {
	open [32]struct {
		block int
		depth uint8 // of its list number, 0 without one
		mark  uint8 // its level where the file marks it, else 0
		kind  Kind
		runIn bool // a headline whose text stands on its own line
	}
	n int
}

// push closes what is as deep as the new block or deeper, opens the block and
// returns its parent. depth is that of its list number, 0 without one; mark its
// level where the file marks it as a heading, else 0.
func (o *outline) push(block int, kind Kind, depth, mark uint8) (parent int) {
	for o.n > 0 && (o.closes(depth, mark) || o.n == len(o.open)) {
		o.n--
	}
	parent = -1
	if o.n > 0 {
		parent = o.open[o.n-1].block
	}
	top := &o.open[o.n]
	top.block, top.depth, top.mark, top.kind, top.runIn = block, depth, mark, kind, false
	o.n++
	return parent
}

// closes reports whether a block of that depth and mark closes the innermost
// one. Numbers decide where both have one, then marks; a headline without a
// number closes what is numbered as deep as its level and holds all else.
func (o *outline) closes(depth, mark uint8) bool {
	top := &o.open[o.n-1]
	switch {
	case top.depth > 0 && depth > 0:
		return top.depth >= depth
	case top.mark > 0 && mark > 0:
		return top.mark >= mark
	case depth == 0:
		return top.kind == Item || top.depth >= 4*min(mark, 60)
	}
	return false
}

// runIn says whether the innermost block has all its text on its own line.
func (o *outline) runIn(yes bool) { o.open[o.n-1].runIn = yes }

// leave closes the innermost items and run-in headlines.
func (o *outline) leave() {
	for o.n > 0 && (o.open[o.n-1].kind == Item || o.open[o.n-1].runIn) {
		o.n--
	}
}

// headline returns the innermost open headline, -1 when there is none.
func (o *outline) headline() int {
	for i := o.n - 1; i >= 0; i-- {
		if o.open[i].kind == Heading {
			return o.open[i].block
		}
	}
	return -1
}
