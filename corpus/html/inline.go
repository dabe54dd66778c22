package html

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// inline paints an element inside a line. A browser lets it touch its
// neighbours unless a style says otherwise: 1,2<span>34</span>人 is 1,234人.
func (p *painter) inline(n *node) {
	old := p.state
	defer func() { p.state = old }()
	s := p.doc.styleOf(n)
	apart := s.look == boxed
	loose := p.doc.loose(n)
	link := n.tag == "a" && n.has("href") // no number begins outside and ends inside
	p.soft = p.soft || loose && p.loose || n.tag[0] == '#' || link
	if apart {
		p.gap()
	}
	if s.kept {
		p.kept = true
	}
	if s.raised && n.tag != "sup" && n.runes < 8 {
		p.script(n)
		return
	}
	switch n.tag {
	case "sup", "sub":
		p.script(n)
	case "input":
		p.input(n)
	case "textarea":
		p.kept = true
		p.children(n)
	case "select":
		for o := range n.each {
			if o.tag == "option" && !o.drop {
				p.children(o)
			}
		}
	case "#end":
		p.link = p.link && n.attr("name") != "a"
		p.children(n)
	case "a":
		p.link = n.has("href")
		p.children(n)
	default:
		p.children(n)
	}
	if apart {
		p.gap()
	}
	p.loose, p.soft = loose, p.soft || link
}

// gap sets what follows apart by one blank.
func (p *painter) gap() {
	if len(p.cur) > 0 {
		p.blanks = max(p.blanks, 1)
	}
}

// input shows what a field of a form holds.
func (p *painter) input(n *node) {
	p.words(shown(n))
}

// shown is what a field shows.
func shown(n *node) string {
	switch strings.ToLower(n.attr("type")) {
	case "", "text", "number", "tel", "date", "search":
		return n.attr("value")
	}
	return ""
}

// script paints a superscript or subscript: m² keeps its ², ten's power its
// exponent, a reference to a note goes.
func (p *painter) script(n *node) {
	t := strings.TrimFunc(text(n, 32), unicode.IsSpace)
	digits := t != "" && strings.Trim(t, "0123456789") == ""
	if n.tag == "sub" {
		p.soft = true
		p.children(n)
		p.soft = true
		return
	}
	switch before := string(p.cur[max(0, len(p.cur)-16):]); {
	case (t == "2" || t == "3") && p.blanks == 0 && unitEnd(before):
		p.words(map[string]string{"2": "²", "3": "³"}[t])
	case digits && p.blanks == 0 && tenEnd(before):
		p.words(superscripts.Replace(t))
	case digits, t == "*", t == "†", strings.Trim(t, "[]〔〕（）()0123456789") == "", len([]rune(t)) == 1 && t[0] > 0x7f && noteSign(t):
		p.soft = true
	default:
		p.soft = true
		p.children(n)
		p.soft = true
	}
}

var superscripts = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// unitEnd reports whether s ends with a unit of length: m, km, 米.
func unitEnd(s string) bool {
	for _, u := range []string{"m", "M", "米", "里", "ｍ", "㎜", "㎝", "㎞"} {
		if strings.HasSuffix(s, u) {
			return true
		}
	}
	return false
}

// tenEnd reports whether s ends with the number ten alone.
func tenEnd(s string) bool {
	rest, ok := strings.CutSuffix(s, "10")
	if !ok {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(rest)
	return !isDigit(r) && r != '.' && r != ','
}

func noteSign(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= '①' && r <= '⓿' || r == '※' || r == '＊'
}

// words paints a text: white space as browsers collapse it, a line end between
// two Han characters as none, invisible characters as none.
func (p *painter) words(s string) {
	end := 0
	for i, r := range s {
		switch r {
		case ' ', '\t', '\n', '\r', '\f':
			if p.kept {
				p.keep(r)
			} else if i >= end {
				end = p.space(s, i)
			}
			continue
		case '\u00a0', '\u2002', '\u2003', '\u2009', '\u202f':
			p.blanks++
			continue
		case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u200e', '\u200f':
			continue
		case '\u2028', '\u2029', '\u0085', '\v':
			p.flush()
			continue
		}
		if r < ' ' || r == 0x7f {
			p.gap()
			continue
		}
		p.write(r)
	}
}

// keep takes a character of white space where that is kept.
func (p *painter) keep(r rune) {
	switch r {
	case '\n':
		p.flush()
	case ' ':
		p.blanks++
	case '\t':
		p.blanks += 4
	}
}

// space takes the run of white space at i in s and returns its end.
func (p *painter) space(s string, i int) (end int) {
	for end = i; end < len(s) && strings.IndexByte(" \t\n\r\f", s[end]) >= 0; {
		end++
	}
	if p.blanks > 0 || len(p.cur) == 0 {
		return end
	}
	if i > 0 && end < len(s) && strings.ContainsAny(s[i:end], "\r\n") {
		before, _ := utf8.DecodeLastRune(p.cur)
		if after, _ := utf8.DecodeRuneInString(s[end:]); wide(before) && wide(after) {
			return end
		}
	}
	p.blanks = 1
	return end
}

// wide reports the characters between which a line end of the source is no blank.
func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3001 && r <= 0x303f || r >= 0xff01 && r <= 0xff60 && !isDigit(r)
}

// write puts a visible character behind the blanks that wait.
func (p *painter) write(r rune) {
	if len(p.cur) == 0 {
		if r == '\u3000' {
			return
		}
		if p.number != "" {
			p.cur = append(p.cur, p.number...)
			p.number = ""
		}
		p.blanks = 0
	}
	p.soft = p.soft && p.blanks == 0
	if p.soft {
		if last, _ := utf8.DecodeLastRune(p.cur); numeric(last) && numeric(r) {
			p.blanks = 1
		}
	}
	for ; p.blanks > 0 && len(p.cur) > 0; p.blanks-- {
		p.cur = append(p.cur, ' ')
	}
	if last, _ := utf8.DecodeLastRune(p.cur); isDigit(r) && !isDigit(last) && !p.link {
		p.here.free++
	}
	p.cur = utf8.AppendRune(p.cur, r)
	if p.link {
		p.here.links += utf8.RuneLen(r)
	}
	p.blanks, p.soft, p.loose = 0, false, false
	if len(p.cur) > p.left && p.err == nil {
		p.err = errWide
	}
}

// numeric reports the characters that numbers are made of.
func numeric(r rune) bool {
	return isDigit(r) || r == '.' || r == ',' || r == '%' || r == '，' || r == '．' || strings.ContainsRune("零〇一二三四五六七八九十百千万亿两", r)
}
