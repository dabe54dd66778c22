package html

// node is an element or, where tag is "", a text.
type node struct {
	tag                         string
	text                        string
	attrs                       []attr
	parent, first, last, next   *node
	han, links, runes, figures  int      // in it, outside scripts; links: Han inside links; figures: runs of digits outside
	anchors, rows, stops        int      // stops: ends of sentences
	struck, drop, nested, grave bool     // nested: a table of several rows is in it; grave: a heading is
	ended                       bool     // an <s> whose end tag was seen inside a paragraph in it
	numbers                     *counter // of a numbered list
}

type attr struct{ key, val string }

func (n *node) attr(key string) string {
	for _, a := range n.attrs {
		if a.key == key {
			return a.val
		}
	}
	return ""
}

func (n *node) has(key string) bool {
	for _, a := range n.attrs {
		if a.key == key {
			return true
		}
	}
	return false
}

func (n *node) in(tag string) *node {
	for ; n != nil; n = n.parent {
		if n.tag == tag {
			return n
		}
	}
	return nil
}

// holds reports whether m is n or inside it.
func (n *node) holds(m *node) bool {
	for ; m != nil; m = m.parent {
		if m == n {
			return true
		}
	}
	return false
}

// document is a page as a tree.
type document struct {
	root     *node
	article  *node
	title    string // of <title>
	lead     string // the headline in the article's cell, squeezed
	headline string // of <meta name="ArticleTitle">
	office   bool   // saved by an office program
	frames   bool
	rules    map[string]style // of classes in the page's own <style>
	styles   map[string]style
}
