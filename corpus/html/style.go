package html

import (
	"strings"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

// look is what a style says of an element's place among its neighbours.
type look uint8

const (
	unknown look = iota
	plain        // only fonts and colours
	boxed        // stands apart: inline-block, float, padding
	lined        // on lines of its own: block, table, flex
)

// readRules puts the class selectors of a style sheet into rules, a bounded
// number of them.
func readRules(sheet string, rules map[string]style) {
	for len(rules) < 4096 {
		open := strings.IndexByte(sheet, '{')
		if open < 0 {
			return
		}
		end := strings.IndexByte(sheet[open:], '}')
		if end < 0 {
			return
		}
		selectors, body := sheet[:open], sheet[open+1:open+end]
		sheet = sheet[open+end+1:]
		l := readStyle(body)
		l.gone, l.kept = struckRE().MatchString(body), false // display:none may be a script's or the printer's
		for _, m := range className().FindAllStringSubmatch(selectors[max(0, len(selectors)-1000):], 32) {
			name := strings.ToLower(m[1])
			old := rules[name]
			rules[name] = style{max(old.look, l.look), old.gone || l.gone, false, old.raised || l.raised}
		}
	}
}

var (
	className = lazy.Regexp(`\.([A-Za-z_][\w-]*)\s*(?:[,:]|$)`)
	linedRE   = lazy.Regexp(`(?i)(^|[;{\s])display\s*:\s*(block|flex|grid|table(-row|-caption)?|list-item|-webkit-box)\s*(;|!|$)`)
	boxedRE   = lazy.Regexp(`(?i)display\s*:\s*(inline-block|inline-flex|inline-grid|inline-table|table-cell)|float\s*:\s*(left|right)|position\s*:\s*(absolute|fixed)|(margin|padding)(-left|-right)?\s*:\s*[^;]*[1-9]`)
	hiddenRE  = lazy.Regexp(`(?i)display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|mso-hide\s*:\s*all`)
	struckRE  = lazy.Regexp(`(?i)text-decoration[a-z-]*\s*:[^;]*line-through|mso-element\s*:\s*(comment|header|footer)`)
	floatRE   = lazy.Regexp(`(?i)float\s*:\s*(left|right)`)
	raisedRE  = lazy.Regexp(`(?i)vertical-align\s*:\s*super`)
	keptRE    = lazy.Regexp(`(?i)white-space\s*:\s*(pre|break-spaces)`)
)

// style is what a style attribute or rule comes to.
type style struct {
	look
	gone   bool // hidden or struck through
	kept   bool // white space is kept
	raised bool // superscript
}

// styled reads a style; a page says the same one many times.
func (d *document) styled(s string) style {
	if s == "" {
		return style{}
	}
	v, ok := d.styles[s]
	if !ok {
		v = readStyle(s)
		if len(d.styles) < 4096 {
			d.styles[s] = v
		}
	}
	return v
}

func readStyle(s string) style {
	return style{looks(s), hiddenRE().MatchString(s) || struckRE().MatchString(s), keptRE().MatchString(s), raisedRE().MatchString(s)}
}

func looks(style string) look {
	switch {
	case floatRE().MatchString(style):
		return boxed
	case linedRE().MatchString(style):
		return lined
	case boxedRE().MatchString(style):
		return boxed
	}
	return plain
}

// styleOf is the style of n by its own and its classes' rules.
func (d *document) styleOf(n *node) style {
	v := d.styled(n.attr("style"))
	if boxes[n.tag] {
		v.look = max(v.look, boxed)
	}
	for _, c := range strings.Fields(n.attr("class")) {
		r := d.rules[strings.ToLower(c)]
		v.look, v.gone, v.raised = max(v.look, r.look), v.gone || r.gone, v.raised || r.raised
	}
	return v
}

// loose reports whether n may stand apart for all that is known: it has a
// class that no style sheet at hand explains.
func (d *document) loose(n *node) bool {
	if s := n.attr("style"); strings.Contains(s, "font") || strings.Contains(s, "mso-") || strings.Contains(s, "color") {
		return false // a run of formatting
	}
	for _, c := range strings.Fields(strings.ToLower(n.attr("class"))) {
		if d.rules[c].look == unknown && !strings.HasPrefix(c, "mso") && c != "grame" && c != "spelle" && !strings.HasPrefix(c, "apple-") {
			return true
		}
	}
	return false
}

// gone reports whether nobody sees n: hidden, deleted, a script. What is hidden
// from screen readers only (aria-hidden) is seen.
func (d *document) gone(n *node) bool {
	switch {
	case n.tag == "":
		return n.struck
	case unseen[n.tag], n.tag == "del", n.has("hidden"), n.tag == "option" && !n.has("selected") && n.in("select") != nil:
		return true
	case n.tag == "div" && (n.attr("title") == "header" || n.attr("title") == "footer"):
		return true // LibreOffice's page headers
	}
	if d.styleOf(n).gone {
		// The text itself may be hidden until a script shows it (WeChat).
		return !contents().MatchString(n.attr("id") + " " + n.attr("class"))
	}
	return noteMark(n)
}

// noteMark reports the references to foot- and endnotes, and the marks in
// front of these that lead back; and Word's marks of comments.
func noteMark(n *node) bool {
	if n.tag != "a" {
		return false
	}
	for _, s := range []string{"_ftn", "_edn", "_msocom", "_msoanchor", "sdfootnote", "sdendnote", "ftn", "body_ftn", "edn", "fn", "footnote", "note", "cite_"} {
		if h := strings.ToLower(n.attr("href")); strings.HasPrefix(h, "#"+s) {
			t := strings.Trim(text(n, 16), "[]（）()〔〕 \t\r\n")
			return len(t) <= 4 || len([]rune(t)) == 1
		}
	}
	return false
}

// text is the text below n, cut after about limit bytes.
func text(n *node, limit int) string {
	var b strings.Builder
	var walk func(*node)
	walk = func(n *node) {
		b.WriteString(n.text)
		for c := n.first; c != nil && b.Len() < limit; c = c.next {
			if c.tag == "" || !unseen[c.tag] {
				walk(c)
			}
		}
	}
	walk(n)
	return b.String()
}
