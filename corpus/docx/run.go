package docx

import (
	"slices"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/corpus/internal/flow"
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
		p.edge = p.edge || flow.Edge(d.Name == "inline")
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
	run := runLook{look: d.styles.of(p.style).look}
	outer, from := d.muted, len(p.text)
	mark := false // what comes now is a note's mark that was chosen by hand
	for at := d.Depth(); d.Child(at); {
		if d.Space == ooxml.Word && d.Name == "rPr" {
			d.runProperties(&run)
			continue
		}
		gone := d.goes(run.look) || mark && d.Name == "t"
		if d.muted = outer; gone || run.on&vanished != 0 {
			d.muted++
		}
		p.edge = p.edge || flow.Edge(gone && outer == 0)
		mark = mark || isOwnMark(d)
		d.piece(p)
	}
	d.muted = outer
	if run.height != flow.OnLine {
		p.text = raise(p.text, from, run.height)
	}
}

// isOwnMark reports whether the present element is a reference with a mark of
// its own, which follows it in its run.
func isOwnMark(d *document) bool {
	if d.Name != "footnoteReference" && d.Name != "endnoteReference" {
		return false
	}
	own := d.Get("customMarkFollows")
	return own != "" && isOn(own)
}

// runLook is what the reader needs of a run's properties.
type runLook struct {
	look
	height flow.Height
}

func (d *document) runProperties(run *runLook) {
	var own, named look
	for at := d.Depth(); d.Child(at); {
		if m := mutes[d.Name]; m != 0 {
			own.set(m, d.on())
			continue
		}
		switch d.Name {
		case "rStyle":
			if st, ok := d.styles.byID[d.Get("val")]; ok {
				named = st.look
			}
		case "vertAlign":
			run.height = heights[d.Get("val")]
		}
	}
	named.on |= run.on // as styles do, both can take text away
	run.look = own.under(named)
}

var heights = map[string]flow.Height{"superscript": flow.Raised, "subscript": flow.Lowered}

// raise writes the digits of a raised or lowered run from byte from on so that
// they do not close up with those before: 10⁴ and not 104.
func raise(text []byte, from int, at flow.Height) []byte {
	run := string(text[from:])
	text = text[:from]
	var h flow.Heights
	for _, r := range run {
		before, _ := utf8.DecodeLastRune(text)
		text = utf8.AppendRune(text, h.Rune(r, at, before))
	}
	return text
}

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
	for at := from; p.edge && at < len(p.text); {
		before, _ := utf8.DecodeLastRune(p.text[:at])
		next, size := utf8.DecodeRune(p.text[at:])
		if p.edge.Parts(before, next) {
			p.text = slices.Insert(p.text, at, []byte(string(flow.Unreadable))...)
			return
		}
		at += size
	}
}

func isXMLBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// weightless reports characters that are not seen: optional breaks, marks of direction.
func weightless(r rune) bool {
	switch r {
	case 0xad, 0x200b, 0x200e, 0x200f, 0x2060, 0xfeff:
		return true
	}
	return r >= 0x202a && r <= 0x202e
}
