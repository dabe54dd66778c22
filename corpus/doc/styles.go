package doc

// style is what the style sheet says of text in one style, its bases included
// ([MS-DOC] 2.9.260 STD).
type style struct {
	character bool
	base      uint16
	para      []byte // properties of its paragraphs
	chars     []byte // properties of its characters
	heading   int    // 1 to 9 for the built-in headings, else 0
}

const noStyle = 0xfff

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
	if sti := u16(std, 0) & 0xfff; sti >= 1 && sti <= 9 {
		s.heading = int(sti)
	}
	kind := u16(std, 2) & 0xf
	s.base, s.character = u16(std, 2)>>4, kind == 2
	parts := int(u16(std, 4) & 0xf)
	at := baseSize
	at += 2 + 2*int(u16(std, at)) + 2 // the name with its length and a zero behind it
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

// hidden reports whether the style's characters are hidden.
func (d *document) hidden(istd uint16) bool {
	if known, ok := d.hiddenStyles[istd]; ok {
		return known
	}
	hidden := false
	d.eachBase(istd, func(s *style) {
		sprms(s.chars, func(sprm uint16, operand []byte) {
			if sprm == sprmCFVanish {
				hidden = toggle(operand, hidden)
			}
		})
	})
	d.hiddenStyles[istd] = hidden
	return hidden
}
