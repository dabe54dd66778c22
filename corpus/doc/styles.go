package doc

import (
	"unicode/utf16"

	"github.com/zhaibao/zhaibao/corpus/internal/flow"
)

// style is what the style sheet says of text in one style, its bases included
// ([MS-DOC] 2.9.260 STD).
type style struct {
	character bool
	base      uint16
	para      []byte // properties of its paragraphs
	chars     []byte // properties of its characters
	heading   int    // 1 to 9 for the built-in headings, else 0
	contents  bool   // it is of the lines of a table of contents
}

const noStyle = 0xfff

// stiContents1 is the built-in style toc 1; those up to toc 9 follow (2.9.271).
const stiContents1 = 19

// readStyles reads the style sheet (2.9.271 STSH); a style that cannot be read
// has no properties.
func readStyles(stsh []byte) ([]style, error) {
	if len(stsh) < 6 {
		return nil, nil
	}
	header := 2 + int(u16(stsh, 0))
	count, baseSize := int(u16(stsh, 2)), int(u16(stsh, 4))
	if header > len(stsh) {
		return nil, errDamaged
	}
	var styles []style
	rest := stsh[header:]
	for len(rest) >= 2 && len(styles) < count {
		n := int(u16(rest, 0))
		if 2+n > len(rest) {
			break
		}
		styles = append(styles, readStyle(rest[2:2+n], baseSize))
		rest = rest[2+n:]
	}
	if len(styles) < count || len(rest) > 1 { // a piece of them was lost
		return nil, errDamaged
	}
	return styles, nil
}

func readStyle(std []byte, baseSize int) style {
	s := style{base: noStyle}
	if len(std) < max(10, baseSize)+2 {
		return s
	}
	switch sti := u16(std, 0) & 0xfff; {
	case sti >= 1 && sti <= 9:
		s.heading = int(sti)
	case sti >= stiContents1 && sti < stiContents1+9:
		s.contents = true
	}
	kind := u16(std, 2) & 0xf
	s.base, s.character = u16(std, 2)>>4, kind == 2
	parts := int(u16(std, 4) & 0xf)
	at := baseSize
	from := at + 2
	at += 2 + 2*int(u16(std, at)) + 2 // the name with its length and a zero behind it
	if at-2 <= len(std) {
		s.contents = s.contents || flow.IsContentsStyle(utf16Text(std[from:at-2]))
	}
	for i := 0; i < parts && at+2 <= len(std); i++ {
		n := int(u16(std, at))
		upx := std[at+2 : min(at+2+n, len(std))]
		switch {
		case kind == 1 && i == 0 && len(upx) >= 2:
			s.para = upx[2:]
		case kind == 1 && i == 1 || kind == 2 && i == 0:
			s.chars = upx
		}
		at += 2 + n + n&1
	}
	return s
}

// eachBase calls f for the style's bases, the outermost first, then for itself.
func (d *document) eachBase(istd uint16, f func(*style)) {
	var chain [16]*style
	n := 0
	for ; n < len(chain) && int(istd) < len(d.styles); n++ {
		chain[n] = &d.styles[istd]
		istd = chain[n].base
	}
	for n--; n >= 0; n-- {
		f(chain[n])
	}
}

// look is what a style or a run says of the characters that are not read.
type look struct{ hidden, struck, twice bool }

// take takes the property sprm where it is one of these; style is what holds
// for a property that is left to the style.
func (l *look) take(sprm uint16, operand []byte, style look) {
	switch sprm {
	case sprmCFVanish:
		l.hidden = toggle(operand, style.hidden)
	case sprmCFStrike:
		l.struck = toggle(operand, style.struck)
	case sprmCFDStrike:
		l.twice = toggle(operand, style.twice)
	}
}

// look is what the style says of its characters.
func (d *document) look(istd uint16) look {
	if known, ok := d.looks[istd]; ok {
		return known
	}
	var l look
	d.eachBase(istd, func(s *style) {
		sprms(s.chars, func(sprm uint16, operand []byte) { l.take(sprm, operand, l) })
	})
	d.looks[istd] = l
	return l
}

// utf16Text is the text of little-endian UTF-16.
func utf16Text(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = u16(b, 2*i)
	}
	return string(utf16.Decode(units))
}
