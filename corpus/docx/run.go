package docx

import (
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/corpus/internal/ooxml"
)

// inline walks what a paragraph holds: runs, and what is wrapped around them.
func (d *document) inline(p *paragraph) {
	for at := d.Depth(); d.Child(at); {
		d.piece(p)
	}
}

// piece reads the child that Child found. Elements that it does not know are
// wrappers: text is only in those that it knows.
func (d *document) piece(p *paragraph) {
	switch d.Space {
	case ooxml.Word:
		d.wordPiece(p)
	case ooxml.Math:
		d.math(p)
	case ooxml.Compat:
		if d.Name == "AlternateContent" {
			d.Alternate(func() { d.inline(p) })
		}
	case ooxml.Drawing:
		p.edge = p.edge || d.Name == "inline"
		d.inline(p)
	default:
		d.inline(p)
	}
}

func (d *document) wordPiece(p *paragraph) {
	switch d.Name {
	case "pPr":
		d.properties(p)
	case "r":
		d.run(p)
	case "t":
		keep := d.Get("space") == "preserve"
		d.write(p, d.Text(), keep)
	case "del", "moveFrom": // walked, since fields may begin or end in it
		d.muted++
		d.inline(p)
		d.muted--
	case "sdt":
		d.control(func() { d.inline(p) })
	case "fldSimple":
		d.simpleField(p)
	case "fldChar":
		d.fieldChar(d.Get("fldCharType"), p)
	case "instrText":
		d.instruction(d.Text())
	case "delText", "delInstrText", "rPr", "sectPr", "rt", "rubyPr", "tblPr":
	case "txbxContent":
		d.box(p)
	case "footnoteReference", "endnoteReference":
		d.reference(p)
	case "object":
		p.edge = true
		d.inline(p)
	case "subDoc", "altChunk":
		d.Fail(errEmbedded)
	default:
		if s, ok := signs[d.Name]; ok {
			d.write(p, []byte(s), true)
			return
		}
		if d.Name == "sym" {
			d.write(p, []byte(symbol(d.Get("font"), d.Get("char"))), true)
			return
		}
		d.inline(p)
	}
}

// signs are the elements that stand for characters.
var signs = map[string]string{"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

// run reads a run; its properties come first.
func (d *document) run(p *paragraph) {
	var look runLook
	look.hidden = d.styles.of(p.style).hidden
	outer, from := d.muted, len(p.text)
	for at := d.Depth(); d.Child(at); {
		if d.Space == ooxml.Word && d.Name == "rPr" {
			d.runProperties(&look)
		} else {
			if d.muted = outer; look.hidden {
				d.muted++
			}
			d.piece(p)
		}
	}
	d.muted = outer
	if look.script != "" {
		p.text = raise(p.text, from, look.script)
	}
}

// runLook is what the reader needs of a run's properties.
type runLook struct {
	hidden bool
	script string // superscript, subscript
}

func (d *document) runProperties(look *runLook) {
	direct := false
	for at := d.Depth(); d.Child(at); {
		switch d.Name {
		case "vanish":
			look.hidden, direct = d.on(), true
		case "rStyle":
			if st, ok := d.styles.byID[d.Get("val")]; ok && !direct {
				look.hidden = look.hidden || st.hidden
			}
		case "vertAlign":
			if look.script = d.Get("val"); look.script == "baseline" {
				look.script = ""
			}
		}
	}
}

// raise writes the digits of a raised or lowered run from byte from on so that
// they do not close up with those before: 10⁴ and not 104.
func raise(text []byte, from int, script string) []byte {
	prev := byte(0)
	if from > 0 {
		prev = text[from-1]
	}
	table := &superscripts
	if script == "subscript" {
		if table = &subscripts; !isDigit(prev) {
			return text // PM2.5, CO2
		}
	}
	run := string(text[from:])
	text = text[:from]
	for _, r := range run {
		if s := table[min(r, utf8.RuneSelf-1)]; s != 0 && r < utf8.RuneSelf {
			r = s
		}
		text = utf8.AppendRune(text, r)
	}
	return text
}

var superscripts = [utf8.RuneSelf]rune{'0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹', '+': '⁺', '-': '⁻', 'n': 'ⁿ'}

var subscripts = [utf8.RuneSelf]rune{'0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆', '7': '₇', '8': '₈', '9': '₉', '+': '₊', '-': '₋'}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// write appends characters to p as Word shows them: a line end among them is a
// blank, characters without width go, and blanks at the ends too unless kept.
func (d *document) write(p *paragraph, s []byte, keep bool) {
	if d.muted > 0 || d.inCode() {
		return
	}
	isSign := len(s) == 1 && (s[0] == '\n' || s[0] == '\t') && keep
	from := len(p.text)
	start := 0
	if !keep {
		for start < len(s) && isXMLBlank(s[start]) {
			start++
		}
		for len(s) > start && isXMLBlank(s[len(s)-1]) {
			s = s[:len(s)-1]
		}
	}
	for i := start; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if isXMLBlank(c) && !isSign {
				c = ' '
			}
			p.text = append(p.text, c)
			i++
			continue
		}
		r, n := utf8.DecodeRune(s[i:])
		if !weightless(r) {
			p.text = append(p.text, s[i:i+n]...)
		}
		i += n
	}
	p.close(from)
}

// close parts the numbers on both sides of something that is left out at from.
func (p *paragraph) close(from int) {
	if len(p.text) == from {
		return
	}
	if p.edge && from > 0 && numeric(p.text[from]) && numeric(p.text[from-1]) {
		p.text = append(p.text, 0)
		copy(p.text[from+1:], p.text[from:])
		p.text[from] = ' '
	}
	p.edge = false
}

// numeric reports what a number may be made of.
func numeric(c byte) bool { return isDigit(c) || c == '.' || c == ',' }

func isXMLBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// weightless reports characters that are not seen: optional breaks, marks of direction.
func weightless(r rune) bool {
	switch r {
	case 0xad, 0x200b, 0x200e, 0x200f, 0x2060, 0xfeff:
		return true
	}
	return r >= 0x202a && r <= 0x202e
}
