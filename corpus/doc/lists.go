package doc

import "unicode/utf16"

// lists hold the numbering of a document and, while it is walked through, how
// far each list has counted.
type lists struct {
	byID map[uint32]*list
	uses []use // by what paragraphs say, from 1
}

// list is one list definition ([MS-DOC] 2.9.147 LSTF) and its state.
type list struct {
	levels [9]level
	counts [9]int // of the last number given, 0 where the level begins anew
}

// level is one level of a list (2.9.150 LVL).
type level struct {
	start     int
	format    byte // as in format
	legal     bool // the levels above are counted in digits, too
	noRestart bool
	restart   int    // it begins anew behind levels below this one
	text      []rune // 0 to 8 stand for the numbers of the levels
}

// use is what paragraphs refer to (2.9.131 LFO): a list, and where to begin.
type use struct {
	list   *list
	starts map[int]int // by level, the number that its first paragraph gets
}

const (
	lstfSize    = 28
	lvlfSize    = 28
	lfoSize     = 16
	lfoLvlSize  = 8
	longestText = 255
)

// readLists reads all numbering; what is damaged in it has no numbers.
func readLists(f *fib, table []byte) *lists {
	l := &lists{byID: map[uint32]*list{}}
	at := int64(u32(f.lcb, 8*fcPlfLst)) + int64(u32(f.lcb, 8*fcPlfLst+4))
	if plf := f.part(table, fcPlfLst); len(plf) >= 2 {
		l.readDefinitions(plf[2:], int(u16(plf, 0)), table[at:])
	}
	if plf := f.part(table, fcPlfLfo); len(plf) >= 4 {
		l.readUses(plf[4:], int(u32(plf, 0)))
	}
	return l
}

// readDefinitions reads n LSTF, whose levels follow the table.
func (l *lists) readDefinitions(lstf []byte, n int, lvl []byte) {
	for ; n > 0 && len(lstf) >= lstfSize; n-- {
		def := new(list)
		levels := 9
		if lstf[26]&1 == 1 { // fSimpleList
			levels = 1
		}
		for i := range levels {
			var ok bool
			if lvl, ok = readLevel(&def.levels[i], lvl); !ok {
				return
			}
		}
		l.byID[u32(lstf, 0)] = def
		lstf = lstf[lstfSize:]
	}
}

func readLevel(v *level, b []byte) (rest []byte, ok bool) {
	if len(b) < lvlfSize {
		return nil, false
	}
	v.start, v.format = int(u32(b, 0)&0x7fff), b[4]
	v.legal, v.noRestart = b[5]&4 != 0, b[5]&8 != 0
	v.restart = int(b[26])
	at := lvlfSize + int(b[24]) + int(b[25])
	if at+2 > len(b) {
		return nil, false
	}
	n := int(u16(b, at))
	if at += 2; n > longestText || at+2*n > len(b) {
		return nil, false
	}
	units := make([]uint16, n)
	for i := range units {
		units[i] = u16(b, at+2*i)
	}
	v.text = utf16.Decode(units)
	return b[at+2*n:], true
}

// readUses reads n LFO and behind them, for each, its LFOLVL (2.9.132, 2.9.133).
func (l *lists) readUses(b []byte, n int) {
	if n < 0 || n > len(b)/lfoSize {
		return
	}
	data := b[n*lfoSize:]
	for i := range n {
		lfo := b[i*lfoSize:]
		u := use{list: l.byID[u32(lfo, 0)], starts: map[int]int{}}
		overrides := int(lfo[12])
		if len(data) < 4 {
			overrides = 0
		} else {
			data = data[4:]
		}
		for ; overrides > 0 && len(data) >= lfoLvlSize; overrides-- {
			flags := u32(data, 4)
			if flags&0x10 != 0 { // fStartAt
				u.starts[int(flags&0xf)] = int(u32(data, 0) & 0x7fff)
			}
			data = data[lfoLvlSize:]
			if flags&0x20 != 0 { // fFormatting
				data = u.override(int(flags&0xf), data)
			}
		}
		l.uses = append(l.uses, u)
	}
}

// override reads a level that replaces the list's for this use alone.
func (u *use) override(n int, data []byte) []byte {
	var v level
	rest, ok := readLevel(&v, data)
	if ok && n < 9 && u.list != nil {
		u.list = &list{levels: u.list.levels}
		u.list.levels[n] = v
	}
	return rest
}

// next counts a paragraph and returns its number, "" where it has none or a
// bullet.
func (l *lists) next(ilfo, ilvl int) string {
	if ilfo < 1 || ilfo > len(l.uses) || ilvl < 0 || ilvl > 8 {
		return ""
	}
	u := &l.uses[ilfo-1]
	if u.list == nil {
		return ""
	}
	start, first := u.starts[ilvl]
	delete(u.starts, ilvl)
	return u.list.next(ilvl, start, first)
}

func (l *list) next(n, start int, first bool) string {
	for i := range n {
		if l.counts[i] == 0 {
			l.counts[i] = l.levels[i].start
		}
	}
	switch {
	case first:
		l.counts[n] = start
	case l.counts[n] == 0:
		l.counts[n] = l.levels[n].start
	default:
		l.counts[n]++
	}
	for i := n + 1; i < 9; i++ {
		if v := &l.levels[i]; !v.noRestart || v.restart > n {
			l.counts[i] = 0
		}
	}
	return l.label(&l.levels[n])
}

func (l *list) label(v *level) string {
	if v.format == bullet {
		return ""
	}
	var out []rune
	for _, r := range v.text {
		if r > 8 {
			out = append(out, r)
			continue
		}
		format := l.levels[r].format
		if v.legal {
			format = arabic
		}
		out = append(out, []rune(number(l.counts[r], format))...)
	}
	return string(out)
}
