package doc

// The properties that are read ([MS-DOC] 2.6).
const (
	sprmCFRMarkDel       = 0x0800
	sprmCFVanish         = 0x083c
	sprmCFStrike         = 0x0837
	sprmCFDStrike        = 0x2a53
	sprmCIss             = 0x2a48
	sprmCIstd            = 0x4a30
	sprmCSymbol          = 0x6a09
	sprmPIlvl            = 0x260a
	sprmPIlfo            = 0x460b
	sprmPIstd            = 0x4600
	sprmPOutLvl          = 0x2640
	sprmPFInTable        = 0x2416
	sprmPFTtp            = 0x2417
	sprmPItap            = 0x6649
	sprmPDtap            = 0x664a
	sprmPFInnerTableCell = 0x244b
	sprmPFInnerTtp       = 0x244c
	sprmPHugePapx        = 0x6646
	sprmPHugePapxOld     = 0x6645
	sprmPTableProps      = 0x646b
	sprmTDefTable        = 0xd608
	sprmTMerge           = 0x5624
	sprmTVertMerge       = 0xd62b
	sprmPChgTabs         = 0xc615
)

// operandSize is by spra, the highest three bits; 0 for one that begins with
// its size (2.2.5.1).
var operandSize = [8]int{1, 1, 2, 4, 2, 2, 0, 3}

// sprms calls f with each property in grpprl and its operand, without the
// size byte of those that have one; it ends where the bytes do.
func sprms(grpprl []byte, f func(sprm uint16, operand []byte)) {
	for len(grpprl) >= 3 {
		sprm := u16(grpprl, 0)
		rest := grpprl[2:]
		n := operandSize[sprm>>13]
		switch {
		case sprm == sprmTDefTable:
			if len(rest) < 2 {
				return
			}
			n, rest = max(int(u16(rest, 0))-1, 0), rest[2:]
		case n == 0:
			n, rest = int(rest[0]), rest[1:]
			if sprm == sprmPChgTabs && n == 255 {
				n = tabsSize(rest)
			}
		}
		if n > len(rest) {
			return
		}
		f(sprm, rest[:n])
		grpprl = rest[n:]
	}
}

// tabsSize is the size of a PChgTabsOperand that is too long for its size byte
// (2.9.179): tabs to delete with two numbers each, tabs to add with a number
// and a byte each.
func tabsSize(b []byte) int {
	n := 1
	if len(b) > 0 {
		n += 4 * int(b[0])
	}
	if n < len(b) {
		n += 3 * int(b[n])
	}
	return n + 1
}

// toggle is a property that is on, off or left to the style: 0, 1, and 0x80 as
// in the style, 0x81 its opposite (2.9.327 ToggleOperand).
func toggle(operand []byte, style bool) bool {
	switch operand[0] {
	case 0x80:
		return style
	case 0x81:
		return !style
	}
	return operand[0] != 0
}
