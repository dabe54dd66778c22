package docx

import (
	"github.com/zhaibao/zhaibao/corpus/internal/flow"
	"github.com/zhaibao/zhaibao/corpus/internal/ooxml"
)

// between stands before the parts of formulas, so that the digits of two parts
// do not close up: a fraction is 1/2, a power 10^4.
var between = map[string]string{"den": "/", "sup": "^", "sub": "_", "e": " ", "lim": " ", "deg": " ", "fName": " ", "num": " "}

// math reads an element of a formula (Office Math, ECMA-376 part 1, 22.1).
func (d *document) math(p *paragraph) {
	switch d.Name {
	case "t":
		d.write(p, d.Text(), true)
		return
	case "r":
		d.run(p)
		return
	case "d":
		d.delimited(p)
		return
	}
	from := len(p.text)
	parted := d.Name != "oMath" && d.Name != "oMathPara"
	p.edge = p.edge || flow.Edge(parted)
	for at := d.Depth(); d.Child(at); {
		if s := between[d.Name]; d.Space == ooxml.Math && s != "" && len(p.text) > from {
			d.write(p, []byte(s), true)
		}
		d.piece(p)
	}
	p.edge = p.edge || flow.Edge(parted)
}

// delimited reads a formula in brackets.
func (d *document) delimited(p *paragraph) {
	open, part, end := "(", "|", ")"
	first := true
	for at := d.Depth(); d.Child(at); {
		switch d.Name {
		case "dPr":
			for pr := d.Depth(); d.Child(pr); {
				switch d.Name {
				case "begChr":
					open = d.Get("val")
				case "sepChr":
					part = d.Get("val")
				case "endChr":
					end = d.Get("val")
				}
			}
		case "e":
			s := open
			if !first {
				s = part
			}
			first = false
			d.write(p, []byte(s), true)
			d.piece(p)
		}
	}
	d.write(p, []byte(end), true)
	p.edge = true
}
