package html

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

// measure counts what is below n, and marks what is not seen as drop.
func (d *document) measure(n *node) {
	n.drop = d.gone(n)
	if n.drop {
		return
	}
	if n.tag == "" {
		n.count()
		return
	}
	for c := n.first; c != nil; c = c.next {
		d.measure(c)
		if c.drop {
			continue
		}
		n.han, n.links, n.runes, n.figures = n.han+c.han, n.links+c.links, n.runes+c.runes, n.figures+c.figures
		n.anchors += c.anchors
		n.stops += c.stops
		n.nested = n.nested || c.nested || c.tag == "table" && c.rows > 1
		n.rows += c.rows
		n.grave = n.grave || c.grave || heading(c.tag) > 0
	}
	switch {
	case n.tag == "input" && shown(n) != "":
		n.runes, n.figures = n.runes+1, n.figures+figures(shown(n))
	case n.tag == "tr":
		n.rows++
	case n.tag == "a" && n.has("href"):
		n.links, n.figures, n.anchors, n.stops = n.han, 0, n.anchors+1, 0
	}
}

// count counts the text of n.
func (n *node) count() {
	digit := false
	for _, r := range n.text {
		was := digit
		digit = isDigit(r)
		switch {
		case digit && !was:
			n.figures++
		case r >= utf8.RuneSelf && unicode.Is(unicode.Han, r):
			n.han++
		case r == '。' || r == '；' || r == '！':
			n.stops++
		}
		if !unicode.IsSpace(r) {
			n.runes++
		}
	}
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }

// holders are the elements that an article may be.
var holders = set("body div article section main td center form dd blockquote")

// choose finds the article: the smallest holder with five sixths of the Han
// outside links. A page that an office program saved is an article as a whole.
func (d *document) choose() *node {
	if d.office {
		return d.root
	}
	total := d.root.han - d.root.links
	for n := range d.root.each {
		if outside[n.tag] && !n.drop {
			total -= n.han - n.links
		}
	}
	if n := d.called(total); n != nil {
		return n
	}
	best, n := d.root, d.root
	for n != nil {
		if holders[n.tag] && (n.tag != "td" || placed(n)) {
			best = n
		}
		var down *node
		for c := n.first; c != nil; c = c.next {
			if c.tag != "" && !c.drop && !outside[c.tag] && (c.han-c.links)*6 >= total*5 && c.han > c.links {
				down = c
			}
		}
		n = down
	}
	if c := d.column(); c != nil && best.holds(c) {
		best = c
	}
	if best.runes < 300 && legal().MatchString(text(best, 2000)) {
		return d.root // the footer, on a page without a text of its own
	}
	return best
}

// placed reports whether the cell n stands in a table that lays out the page:
// one with tables in it, or without figures outside of n but those of lists of links.
func placed(n *node) bool {
	t := n.in("table")
	return t == nil || t.nested || t.figures-n.figures <= t.anchors
}

// contents are the ids and classes that the systems of Chinese government pages
// give to the text itself.
var contents = lazy.Regexp(`(?i)(^|\s)(trs_editor|trs_ueditor|trs_paper_default|ucap-content|pages_content|zoom|zoomcon|fontzoom|vsb_content\w*|v_news_content|article-?_?con(tent)?|news-?_?content|xl_content|content_?text|con_text|js_content|detail-?content|arc_?body|articlebody|myfixedcontent|bodycontent|textbox|nr_?con)(\s|$)`)

// called finds the outermost element with such a name that holds a tenth of
// the text; nil where none does.
func (d *document) called(total int) *node {
	var best *node
	for n := range d.root.each {
		if holders[n.tag] && (n.tag != "td" || placed(n)) && !n.drop && (n.han-n.links)*10 > total && (best == nil || !best.holds(n)) && contents().MatchString(n.attr("id")+" "+n.attr("class")) {
			if best == nil || n.han-n.links > best.han-best.links {
				best = n
			}
		}
	}
	return best
}

// outside are the elements that say themselves that they are no article.
var outside = set("nav footer aside")

// each yields the elements below n.
func (n *node) each(yield func(*node) bool) {
	n.walk(yield)
}

func (n *node) walk(yield func(*node) bool) bool {
	for c := n.first; c != nil; c = c.next {
		if c.tag != "" && (!yield(c) || !c.walk(yield)) {
			return false
		}
	}
	return true
}

// meta takes over what the page says of itself.
func (d *document) meta(n *node) {
	switch strings.ToLower(n.attr("name")) {
	case "articletitle":
		d.headline = strings.TrimSpace(n.attr("content"))
	case "generator", "progid":
		c := strings.ToLower(n.attr("content"))
		for _, w := range []string{"word", "libreoffice", "openoffice", "wps", "kingsoft", "excel"} {
			d.office = d.office || strings.Contains(c, w) && !strings.Contains(c, "wordpress")
		}
	}
}
