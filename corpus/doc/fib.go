package doc

// fib is what is needed of the file information block ([MS-DOC] 2.5).
type fib struct {
	chinese bool   // the language of the document
	table   string // the stream that holds the tables
	lcb     []byte // the pairs of offset and length, FibRgFcLcb97 and later
	ccp     [numStories]int
}

// The stories in the order in which the characters lie (2.4.1, 2.5.4).
const (
	storyMain = iota
	storyFootnotes
	storyHeaders
	storyMacros
	storyComments
	storyEndnotes
	storyBoxes
	storyHeaderBoxes
	numStories
)

// The tables that are read, by their place in FibRgFcLcb97 (2.5.6).
const (
	fcStshf       = 1
	fcFootRef     = 2
	fcFootTxt     = 3
	fcBteChpx     = 12
	fcBtePapx     = 13
	fcClx         = 33
	fcSpaMom      = 40
	fcEndRef      = 46
	fcEndTxt      = 47
	fcTxbxTxt     = 56
	fcPlfLst      = 73
	fcPlfLfo      = 74
	wordMagic     = 0xa5ec
	word6Magic    = 0xa5dc
	firstNFib     = 0xc1 // Word 97
	flagEncrypted = 1 << 8
	flagTable1    = 1 << 9
)

// readFIB reads the start of the WordDocument stream.
func readFIB(word []byte) (*fib, error) {
	if len(word) < 0x9a {
		return nil, errDamaged
	}
	switch id := u16(word, 0); {
	case id == word6Magic || id == wordMagic && u16(word, 2) < firstNFib:
		return nil, errOld
	case id != wordMagic:
		return nil, errDamaged
	}
	flags := u16(word, 10)
	if flags&flagEncrypted != 0 {
		return nil, errEncrypted
	}
	f := &fib{table: "0Table", chinese: u16(word, 6)&0x3ff == 4}
	if flags&flagTable1 != 0 {
		f.table = "1Table"
	}
	at := 32
	csw := int(u16(word, at))
	at += 2 + 2*csw
	if at+2 > len(word) {
		return nil, errDamaged
	}
	lw, cslw := at+2, int(u16(word, at))
	at = lw + 4*cslw
	if cslw < 22 || at+2 > len(word) {
		return nil, errDamaged
	}
	for i := range f.ccp {
		n := u32(word, lw+12+4*i)
		if n > 1<<30 {
			return nil, errDamaged
		}
		f.ccp[i] = int(n)
	}
	n := 8 * int(u16(word, at))
	if at+2+n > len(word) || n < 8*(fcPlfLfo+1) {
		return nil, errDamaged
	}
	f.lcb = word[at+2 : at+2+n]
	return f, nil
}

// part is table number n out of the table stream, nil where it is empty or
// lies outside.
func (f *fib) part(table []byte, n int) []byte {
	fc, lcb := int64(u32(f.lcb, 8*n)), int64(u32(f.lcb, 8*n+4))
	if fc+lcb > int64(len(table)) {
		return nil
	}
	return table[fc : fc+lcb]
}

// story is where story n begins and ends, in characters.
func (f *fib) story(n int) (start, end int) {
	for _, ccp := range f.ccp[:n] {
		start += ccp
	}
	return start, start + f.ccp[n]
}
