package docx

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/corpus/internal/flow"
	"github.com/zhaibao/zhaibao/corpus/internal/ooxml"
)

// block is a paragraph or a table.
type block struct {
	text  string // its automatic number included
	label string // the number of a paragraph without text
	level uint8  // of a heading, from 1; 0 for others
	table *table
}

// paragraph is a paragraph while it is read.
type paragraph struct {
	text    []byte
	edge    flow.Edge // something stood here that two numbers must not close over
	boxes   []block   // the text boxes that hang on it
	style   string
	outline int8 // −1 where its style decides
	num     numRef
	joined  bool // its mark was deleted: it goes on in the next paragraph
	hidden  bool // its mark is hidden
	paged   bool // it holds the number of a page in a table of contents
	listed  bool // it stands in the result of a field TOC
	tail    int  // where in its text that field ended
}

// blocks walks the blocks of the element that Child found.
func (d *document) blocks(emit func(block)) {
	var open *paragraph // its mark was deleted
	d.wrapped(emit, &open)
	if open != nil {
		d.finish(open, emit)
	}
}

// wrapped walks blocks, also those in content controls and the like.
func (d *document) wrapped(emit func(block), open **paragraph) {
	for at := d.Depth(); d.Child(at); {
		switch {
		case d.Space == ooxml.Compat && d.Name == "AlternateContent":
			d.Alternate(func() { d.wrapped(emit, open) })
		case d.Space != ooxml.Word:
			d.wrapped(emit, open)
		case d.Name == "p":
			d.paragraph(emit, open)
		case d.Name == "tbl":
			if *open != nil {
				d.finish(*open, emit)
				*open = nil
			}
			d.endContents()
			if t := d.table(); t != nil {
				emit(block{table: t})
			}
		case d.Name == "tcPr":
			if read := d.tcPr; read != nil {
				d.tcPr = nil
				read()
			}
		case d.Name == "sdt":
			d.control(func() { d.wrapped(emit, open) })
		case d.Name == "altChunk", d.Name == "subDoc":
			d.Fail(errEmbedded)
		case d.Name == "del", d.Name == "moveFrom":
		default: // a wrapper
			d.wrapped(emit, open)
		}
	}
}

// control walks the content of a content control, unless it shows nothing but
// what to type, or is the table of contents.
func (d *document) control(walk func()) {
	skip := false
	for at := d.Depth(); d.Child(at); {
		switch d.Name {
		case "sdtPr":
			for pr := d.Depth(); d.Child(pr); {
				switch d.Name {
				case "showingPlcHdr":
					skip = skip || d.on()
				case "docPartObj":
					for obj := d.Depth(); d.Child(obj); {
						skip = skip || d.Name == "docPartGallery" && d.Get("val") == "Table of Contents"
					}
				}
			}
		case "sdtContent":
			if skip {
				d.muted++
			}
			walk()
			if skip {
				d.muted--
			}
		}
	}
}

// on is the value of a property that is on or off.
func (d *document) on() bool { return isOn(d.Get("val")) }

func isOn(val string) bool { return val != "0" && val != "false" && val != "off" && val != "none" }

// paragraph reads a paragraph; open is the one before it whose mark was deleted.
func (d *document) paragraph(emit func(block), open **paragraph) {
	p := &paragraph{outline: -1, num: numRef{level: -1}}
	if *open != nil {
		p.text, p.boxes, p.edge, p.listed = (*open).text, (*open).boxes, (*open).edge, (*open).listed
		p.tail = (*open).tail
		*open = nil
	}
	d.inline(p)
	p.listed = p.listed || d.inContents()
	if p.joined {
		*open = p
		return
	}
	d.finish(p, emit)
}

// finish emits a paragraph that is complete, then its text boxes.
func (d *document) finish(p *paragraph, emit func(block)) {
	if d.muted > 0 {
		return
	}
	st := d.styles.of(p.style)
	text := d.withoutContents(p, st)
	blank := strings.TrimSpace(text) == ""
	p.hidden = p.hidden || blank && len(bytes.TrimSpace(p.text)) > 0 // of contents
	label := ""
	if !blank || !p.hidden {
		label = d.numbers.next(p.num, st)
	}
	b := block{text: text}
	if !blank {
		b.text = label + gap(label, text) + text
		b.level = st.heading(p.outline)
	} else {
		b.label = label
	}
	if !blank || !p.hidden && len(p.boxes) == 0 {
		emit(b)
	}
	for _, box := range p.boxes {
		emit(box)
	}
}

// withoutContents is a paragraph's text without a line of a table of contents;
// what stands behind its end in the same paragraph is text.
func (d *document) withoutContents(p *paragraph, st *style) string {
	text := strings.TrimLeft(string(p.text), " \t")
	for p.tail < len(p.text) && !utf8.RuneStart(p.text[p.tail]) { // its run was raised
		p.tail++
	}
	entry, tail := text, ""
	if p.listed && p.tail > 0 && p.tail <= len(p.text) {
		entry, tail = strings.TrimLeft(string(p.text[:p.tail]), " \t"), strings.TrimLeft(string(p.text[p.tail:]), " \t")
	}
	if (flow.Entry{Text: entry, Field: p.listed, Style: st.toc, Paged: p.paged}).IsContents() {
		return tail
	}
	if p.listed { // running text: the field's end stands too far behind
		d.endContents()
	}
	return text
}

// properties reads a paragraph's properties.
func (d *document) properties(p *paragraph) {
	for at := d.Depth(); d.Child(at); {
		switch d.Name {
		case "pStyle":
			p.style = d.Get("val")
		case "outlineLvl":
			p.outline = int8(d.number(0, 9))
		case "numPr":
			p.num = d.numPr()
		case "rPr": // of the paragraph's mark
			for pr := d.Depth(); d.Child(pr); {
				switch d.Name {
				case "del", "moveFrom":
					p.joined = true
				case "vanish":
					p.hidden = d.on()
				}
			}
		}
	}
}

// numPr reads a reference to a list: its number and the level in it.
func (d *document) numPr() numRef {
	ref := numRef{level: -1}
	for at := d.Depth(); d.Child(at); {
		switch d.Name {
		case "numId":
			ref.id = d.Get("val")
		case "ilvl":
			ref.level = d.number(0, levels-1)
		}
	}
	return ref
}

// number is the val of the present element, kept within [low, high].
func (d *document) number(low, high int) int { return atoi(d.Get("val"), low, high) }

// atoi reads a decimal number and keeps it within [low, high]; what is none is low.
func atoi(s string, low, high int) int {
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' || n > high {
			break
		}
		n = n*10 + int(c-'0')
	}
	return min(max(n, low), high)
}

// box reads a text box that hangs on p.
func (d *document) box(p *paragraph) {
	d.story(func() {
		d.blocks(func(b block) {
			d.hold(64 + len(b.text))
			p.boxes = append(p.boxes, b)
		})
	})
}
