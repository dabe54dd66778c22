package html

import (
	"context"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/zhaibao/zhaibao/corpus"
)

// builder puts tokens into a tree; each token costs at most the tree's depth.
type builder struct {
	doc     *document
	limits  corpus.Limits
	xml     bool
	stack   []*node
	struck  map[string]int // <s>, <strike> that a paragraph's end cut off and that go on
	closed  bool           // </html> or </body> was seen
	opened  bool           // <html> or <body> was seen
	trailed bool           // text stands at the very end
}

// parse reads a page into a tree.
func parse(ctx context.Context, text string, limits corpus.Limits) (*document, error) {
	d := &document{root: &node{tag: "body"}, rules: map[string]style{}, styles: map[string]style{}}
	b := &builder{doc: d, limits: limits, stack: []*node{d.root}, struck: map[string]int{}}
	b.xml = strings.HasPrefix(strings.TrimSpace(text[:min(len(text), 256)]), "<?xml")
	z := html.NewTokenizer(strings.NewReader(text))
	for i := 0; ; i++ {
		if i%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				return nil, errBroken
			}
			return d, b.end(z)
		case html.TextToken:
			b.words(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			if err := b.start(z, kind == html.SelfClosingTagToken); err != nil {
				return nil, err
			}
		case html.CommentToken:
			b.trailed = !closedComment(string(z.Raw()))
		case html.EndTagToken:
			name, _ := z.TagName()
			b.finish(string(name))
		}
	}
}

func closedComment(raw string) bool {
	if strings.HasPrefix(raw, "<!--") {
		return strings.HasSuffix(raw, "-->") || strings.HasSuffix(raw, "--!>")
	}
	return strings.HasSuffix(raw, ">")
}

// end judges whether the page is whole. The standard lets </body> and </html>
// be left out; but pages of governments have them, and without them a page that
// broke off after a paragraph cannot be told from a whole one.
func (b *builder) end(z *html.Tokenizer) error {
	if len(z.Raw()) > 0 || !b.closed && (b.opened || b.trailed || len(b.stack) > 1 && !mayStayOpen[b.top().tag]) {
		return errBroken
	}
	return nil
}

// mayStayOpen are the elements at the end of a fragment whose end tags may be left out.
var mayStayOpen = set("p li dd dt font center b span")

func (b *builder) top() *node { return b.stack[len(b.stack)-1] }

func (b *builder) add(n *node) {
	p := b.top()
	n.parent = p
	if p.last == nil {
		p.first = n
	} else {
		p.last.next = n
	}
	p.last = n
}

func (b *builder) words(s string) {
	switch t := b.top(); t.tag {
	case "style":
		readRules(s, b.doc.rules)
		return
	case "title":
		if b.doc.title == "" && t.in("svg") == nil {
			b.doc.title = s
		}
		return
	case "script", "noscript", "template", "iframe", "noframes", "noembed":
		return
	}
	if b.trailed = strings.TrimRight(s, " \t\r\n\f\u00a0\u3000") == s; !b.trailed && strings.TrimSpace(s) == "" && b.top().tag == "table" {
		return
	}
	b.add(&node{text: s, struck: b.struck["s"]+b.struck["strike"] > 0 || b.inStruck()})
}

// inStruck reports whether an open <s> has not ended before its paragraph.
func (b *builder) inStruck() bool {
	for i := len(b.stack) - 1; i > 0; i-- {
		switch n := b.stack[i]; n.tag {
		case "#end":
			if n.attr("name") != "a" {
				return false
			}
		case "s", "strike":
			if !n.ended {
				return true
			}
		}
	}
	return false
}

func (b *builder) start(z *html.Tokenizer, selfClosed bool) error {
	name, more := z.TagName()
	n := &node{tag: intern(name)}
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		if key := attrNames[string(k)]; key != "" && len(n.attrs) < 16 {
			n.attrs = append(n.attrs, attr{key, string(v)})
		}
	}
	b.trailed = false
	switch n.tag {
	case "html", "body":
		b.opened = true
		b.doc.root.attrs = append(b.doc.root.attrs, n.attrs...)[:min(16, len(b.doc.root.attrs)+len(n.attrs))]
		return nil
	case "head", "form":
		if n.tag == "head" || tableParts[b.top().tag] {
			return nil
		}
	case "meta":
		b.doc.meta(n)
	case "frame", "frameset":
		b.doc.frames = true
	case "button":
		b.close("button")
	case "select", "input": // no field stands in a list to choose from
		if i := b.find("select"); i > 0 {
			b.cut(i)
			if n.tag == "select" {
				return nil
			}
		}
	}
	if cellular(n.tag) && !b.inTable() {
		n = &node{tag: "#edge"} // no cell without a table
	}
	b.imply(n.tag)
	b.add(n)
	if void[n.tag] || n.tag == "#edge" {
		return nil
	}
	if selfClosed && (b.xml || foreign(n)) {
		z.NextIsNotRawText()
		return nil
	}
	b.stack = append(b.stack, n)
	if len(b.stack) > b.limits.Depth {
		return errDeep
	}
	return nil
}

// cellular reports the elements that stand in tables only.
func cellular(tag string) bool {
	return tag == "td" || tag == "th" || tag == "caption" || tag != "table" && tableParts[tag]
}

func (b *builder) inTable() bool {
	for _, n := range b.stack {
		if n.tag == "table" {
			return true
		}
	}
	return false
}

// foreign elements may close themselves: <o:p/>, <path/>.
func foreign(n *node) bool { return strings.Contains(n.tag, ":") || n.in("svg") != nil }

// imply ends the elements whose end tags a start tag stands for.
func (b *builder) imply(tag string) {
	switch tag {
	case "td", "th":
		b.back("tr", "table", "tbody", "thead", "tfoot")
	case "tr":
		b.back("table", "tbody", "thead", "tfoot")
	case "tbody", "thead", "tfoot", "caption", "colgroup":
		b.back("table")
	case "li":
		b.close("li", "ul", "ol", "menu", "dir")
	case "dd", "dt":
		b.close("dd", "dl")
		b.close("dt", "dl")
	case "option", "optgroup":
		b.close("option", "select")
	case "a":
		if i := b.find("a"); i > 0 && inlineOnly(b.stack[i:]) {
			b.cut(i)
		}
	}
	if blocks[tag] && !ordinary[tag] {
		b.close("p")
	}
	if heading(tag) > 0 && heading(b.top().tag) > 0 {
		b.cut(len(b.stack) - 1)
	}
}

// back makes the nearest of tags the top, not leaving the innermost table;
// outside of any table nothing changes.
func (b *builder) back(tags ...string) {
	for i := len(b.stack) - 1; i > 0; i-- {
		for _, t := range tags {
			if b.stack[i].tag == t {
				b.cut(i + 1)
				return
			}
		}
	}
}

// close ends the innermost open element of that name within its cell, where
// none of barriers is nearer.
func (b *builder) close(tag string, barriers ...string) {
	if i := b.find(tag, barriers...); i > 0 {
		b.cut(i)
	}
}

// find is the place of the innermost open element of that name, 0 where a
// cell, a table or a barrier is nearer.
func (b *builder) find(tag string, barriers ...string) int {
	for i := len(b.stack) - 1; i > 0; i-- {
		t := b.stack[i].tag
		if t == tag && !b.stack[i].ended {
			return i
		}
		if tableParts[t] || t == "td" || t == "th" || t == "caption" {
			return 0
		}
		for _, s := range barriers {
			if t == s {
				return 0
			}
		}
	}
	return 0
}

// cut ends all elements from the i-th on. An <s> that ends with its paragraph
// goes on behind it, as browsers have it, up to the cell's end.
func (b *builder) cut(i int) {
	for _, n := range slices.Backward(b.stack[i:]) {
		switch n.tag {
		case "s", "strike":
			if !n.ended {
				b.struck[n.tag]++
			}
		case "td", "th", "caption", "object", "marquee", "applet":
			clear(b.struck)
		}
	}
	b.stack = b.stack[:i]
}

func (b *builder) finish(tag string) {
	b.trailed = false
	switch tag {
	case "html", "body":
		b.closed = true
		return
	case "br":
		b.add(&node{tag: "br"})
		return
	}
	i := 0
	if cellular(tag) || tag == "table" {
		i = b.findPart(tag)
	} else {
		i = b.find(tag)
	}
	switch {
	case i == 0 && tag == "p":
		b.add(&node{tag: "p"})
	case i == 0 && (tag == "s" || tag == "strike"):
		b.struck[tag] = max(0, b.struck[tag]-1)
	case i == 0 && (blocks[tag] || closers[tag] || cellular(tag)):
		b.add(&node{tag: "#edge"}) // it ends nothing, and yet no number goes on here
	case i == 0:
	case blocks[tag] || closers[tag] || tag == "td" || tag == "th" || inlineOnly(b.stack[i:]):
		if tag == "s" || tag == "strike" {
			b.struck[tag]--
		}
		b.cut(i)
	case tag == "s" || tag == "strike" || tag == "a":
		// Ends before the paragraph inside it does: what follows is as outside.
		b.stack[i].ended = tag != "a"
		if b.find("#end") > i || len(b.stack) >= b.limits.Depth {
			return
		}
		n := &node{tag: "#end", attrs: []attr{{"name", tag}}}
		b.add(n)
		b.stack = append(b.stack, n)
	}
}

// findPart is find for a table's elements, which only a table bars.
func (b *builder) findPart(tag string) int {
	for i := len(b.stack) - 1; i > 0; i-- {
		if b.stack[i].tag == tag {
			return i
		}
		if b.stack[i].tag == "table" {
			return 0
		}
	}
	return 0
}

func inlineOnly(nodes []*node) bool {
	for _, n := range nodes {
		if blocks[n.tag] && !ordinary[n.tag] || n.tag == "td" || n.tag == "th" || tableParts[n.tag] {
			return false
		}
	}
	return true
}
