package html

import (
	"context"
	"strings"

	"github.com/zhaibao/zhaibao/segment"
)

// line is a line of the text before the page's furniture is taken out.
type line struct {
	text    string
	level   uint8          // of a heading
	cells   []segment.Span // of a table row, inside text
	inside  bool           // in the article
	why     reason         // its element is furniture
	links   int            // bytes of text inside links
	free    int            // runs of digits outside links
	listing *node          // the list or table it stands in
	edge    bool           // near the headline or the page's end
}

// painter turns a tree into lines.
type painter struct {
	ctx   context.Context
	err   error
	doc   *document
	lines []line
	left  int // bytes that may still be written
	steps int

	cur    []byte
	state         // of the place
	blanks int    // waiting before the next character
	soft   bool   // two digits must not meet here
	loose  bool   // an element with a style unknown has just ended
	number string // of the list item that begins
	here   line   // of the line under way
}

// state is what elements say of all that is inside them.
type state struct {
	level  uint8
	inside bool
	why    reason
	link   bool
	kept   bool // white space is
	list   *node
}

// step counts a node, and sees now and then whether time is up.
func (p *painter) step() bool {
	if p.steps++; p.steps%1024 == 0 && p.err == nil {
		p.err = p.ctx.Err()
	}
	return p.err == nil
}

// children paints what is below n.
func (p *painter) children(n *node) {
	for c := n.first; c != nil && p.step(); c = c.next {
		p.paint(c)
	}
}

func (p *painter) paint(n *node) {
	switch {
	case n.drop:
		p.soft = p.soft || unseen[n.tag]
	case n.tag == "":
		p.words(n.text)
	case n.tag == "table":
		p.block(n)
	case n.tag == "br":
		p.flush()
	case blocks[n.tag], n.tag == "td", n.tag == "th", n.tag == "tr", n.tag == "caption", p.doc.styleOf(n).look == lined:
		p.block(n)
	default:
		p.inline(n)
	}
}

// block paints an element on lines of its own.
func (p *painter) block(n *node) {
	p.flush()
	old := p.state
	p.inside = p.inside || n == p.doc.article
	if l := heading(n.tag); l > 0 {
		p.level = l
	}
	if p.why == none {
		p.why = p.doc.reason(n)
	}
	switch n.tag {
	case "ul", "ol", "dl", "menu", "dir":
		p.list = n
	case "pre", "listing", "xmp", "plaintext":
		p.kept = true
	case "td", "th":
		p.level = 0
	}
	if p.doc.styled(n.attr("style")).kept {
		p.kept = true
	}
	if n.tag == "li" {
		p.number = p.doc.ordinal(n)
	}
	if n.tag == "table" {
		p.table(n)
	} else {
		p.children(n)
	}
	p.flush()
	if n.tag == "li" {
		p.number = ""
	}
	p.state = old
}

// flush ends the line under way.
func (p *painter) flush() {
	p.blanks, p.soft, p.loose = 0, false, false
	if len(p.cur) == 0 {
		return
	}
	t := strings.Trim(string(p.cur), " \t\u3000")
	p.cur = p.cur[:0]
	if t == "" {
		p.here = line{}
		return
	}
	l := p.here
	p.here = line{}
	l.text, l.level, l.inside, l.why, l.listing = t, p.level, p.inside, p.why, p.list
	p.put(l)
}

// put adds a line and counts it.
func (p *painter) put(l line) {
	if p.left -= len(l.text) + 1; p.left < 0 && p.err == nil {
		p.err = errWide
	}
	p.lines = append(p.lines, l)
}
