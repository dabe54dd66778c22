package doc

import "github.com/zhaibao/zhaibao/corpus/internal/flow"

// paragraph is what is read of the properties of a paragraph (2.6.2) and, of
// one that ends a table row, of the row (2.6.3).
type paragraph struct {
	inTable, ttp        bool // ttp: it is a row's end
	innerCell, innerTtp bool // it ends a cell, a row of a table inside a table
	depth               int  // of tables
	outline             int  // 0 to 8 for headings, 9 for the rest
	ilfo, ilvl          int  // its list, 0 for none, and the level
	row                 []flow.Column
	contents            bool // its style is one of a table of contents
}

const (
	bodyLevel  = 9
	mostCells  = 64
	tc80Size   = 20
	hugeDepth  = 4  // of property lists that refer to others
	deepestRow = 32 // of tables inside tables
)

// paragraphAt are the properties of the paragraph whose mark is byte fc of p.
func (d *document) paragraphAt(p *piece, r *run) paragraph {
	var out paragraph
	out.outline = bodyLevel
	if r != nil {
		out = d.paragraphStyle(r.istd)
		d.apply(&out, r.grpprl(d.word), 0)
	}
	d.apply(&out, p.grpprl, 0)
	if out.inTable {
		out.depth = max(out.depth, 1)
	} else {
		out.depth = 0
	}
	return out
}

// paragraphStyle are the properties of the style alone.
func (d *document) paragraphStyle(istd uint16) paragraph {
	if known, ok := d.byStyle[istd]; ok {
		return known
	}
	out := paragraph{outline: bodyLevel}
	d.eachBase(istd, func(s *style) {
		if s.heading > 0 {
			out.outline = s.heading - 1
		}
		out.contents = out.contents || s.contents
		d.apply(&out, s.para, 0)
	})
	d.byStyle[istd] = out
	return out
}

func (d *document) apply(out *paragraph, grpprl []byte, depth int) {
	sprms(grpprl, func(sprm uint16, op []byte) {
		switch sprm {
		case sprmPFInTable:
			out.inTable = op[0] != 0
		case sprmPFTtp:
			out.ttp = op[0] != 0
		case sprmPFInnerTableCell:
			out.innerCell = op[0] != 0
		case sprmPFInnerTtp:
			out.innerTtp = op[0] != 0
		case sprmPItap:
			out.depth = int(int32(u32(op, 0)))
		case sprmPDtap:
			out.depth += int(int32(u32(op, 0)))
		case sprmPOutLvl:
			out.outline = int(op[0])
		case sprmPIlvl:
			out.ilvl = int(op[0])
		case sprmPIlfo:
			out.ilfo = int(u16(op, 0))
		case sprmTDefTable:
			out.row = columns(op)
		case sprmTMerge, sprmTVertMerge:
			out.merge(sprm, op)
		case sprmPHugePapx, sprmPHugePapxOld, sprmPTableProps:
			d.applyHuge(out, u32(op, 0), depth)
		}
	})
}

// applyHuge applies a list of properties that lies in the Data stream, since
// it was too long for a page (2.9.210 PrcData).
func (d *document) applyHuge(out *paragraph, at uint32, depth int) {
	data := d.data()
	if depth >= hugeDepth || int64(at)+2 > int64(len(data)) {
		return
	}
	n := int(u16(data, int(at)))
	rest := data[at+2:]
	d.apply(out, rest[:min(n, len(rest))], depth+1)
}

// columns reads a TDefTableOperand (2.9.317): the number of cells, their
// edges, and a TC80 for each.
func columns(op []byte) []flow.Column {
	if len(op) < 1 || int(op[0]) > mostCells || len(op) < 1+2*(int(op[0])+1) {
		return nil
	}
	n := int(op[0])
	out := make([]flow.Column, n)
	tc := op[1+2*(n+1):]
	for i := range out {
		out[i].Left, out[i].Right = int(int16(u16(op, 1+2*i))), int(int16(u16(op, 3+2*i)))
		if len(tc) >= tc80Size*(i+1) {
			flags := u16(tc, tc80Size*i)
			out[i].Beside = flags&3 >= 2   // horzMerge
			out[i].Below = flags>>5&3 == 1 // vertMerge
		}
	}
	return out
}

// merge applies properties that merge cells of a row defined before.
func (p *paragraph) merge(sprm uint16, op []byte) {
	if len(op) < 2 {
		return
	}
	first, last := int(op[0]), int(op[1])
	if sprm == sprmTVertMerge {
		if first < len(p.row) {
			p.row[first].Below = last == 1
		}
		return
	}
	for i := first + 1; i < last && i < len(p.row); i++ {
		p.row[i].Beside = true
	}
}
