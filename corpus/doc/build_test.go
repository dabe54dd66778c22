package doc

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
)

// chunk is a stretch of characters with properties, of a document made by hand.
type chunk struct {
	text  string
	bytes string // instead of text: one byte for each character
	chars string // properties
	prm   uint16 // of the piece
}

// made is a document made by hand: every chunk is a piece.
type made struct {
	chunks    []chunk
	paras     []string // style number and properties, by paragraph; "" for none
	notes     int      // of the characters, at the end, that are footnotes
	fib       func([]byte)
	table     string // appended to the Clx
	streams   map[string][]byte
	truncated int
}

const firstChar = 1024

// file is the whole file.
func (m made) file() []byte {
	word := make([]byte, firstChar)
	var clx, plc, pcds []byte
	cp := 0
	var charEnds, paraEnds []uint32
	var charProps []string
	for _, c := range m.chunks {
		plc = binary.LittleEndian.AppendUint32(plc, uint32(cp))
		fc := uint32(len(word))
		units := utf16.Encode([]rune(c.text))
		width := 2
		if c.bytes != "" {
			units, width, fc = nil, 1, fc*2|1<<30
			for i := range len(c.bytes) {
				units = append(units, uint16(c.bytes[i]))
			}
		}
		pcds = append(pcds, 0, 0)
		pcds = binary.LittleEndian.AppendUint32(pcds, fc)
		pcds = binary.LittleEndian.AppendUint16(pcds, c.prm)
		for _, u := range units {
			word = append(word, byte(u))
			if width == 2 {
				word = append(word, byte(u>>8))
			}
			if u == charParagraph || u == charCell {
				paraEnds = append(paraEnds, uint32(len(word)))
			}
		}
		cp += len(units)
		charEnds, charProps = append(charEnds, uint32(len(word))), append(charProps, c.chars)
	}
	plc = binary.LittleEndian.AppendUint32(plc, uint32(cp))
	plc = append(plc, pcds...)
	clx = binary.LittleEndian.AppendUint32([]byte{2}, uint32(len(plc)))
	clx = append(clx, plc...)

	word = pad(word)
	chpx := uint32(len(word) / pageSize)
	word = append(word, page(charEnds, charProps, chpxSize)...)
	papx := uint32(len(word) / pageSize)
	word = append(word, page(paraEnds, m.paras, papxSize)...)
	word = append(word, make([]byte, max(0, 4096-len(word)))...)

	put16 := func(at int, v uint16) { binary.LittleEndian.PutUint16(word[at:], v) }
	put32 := func(at int, v uint32) { binary.LittleEndian.PutUint32(word[at:], v) }
	put16(0, wordMagic)
	put16(2, firstNFib)
	put16(6, 0x804)
	put16(10, flagTable1)
	put16(32, 14)
	put16(62, 22)
	put16(152, 93)
	put32(76, uint32(cp-m.notes))
	put32(80, uint32(m.notes))
	table := append(clx, m.table...)
	part := func(n, from, size int) {
		put32(154+8*n, uint32(from))
		put32(158+8*n, uint32(size))
	}
	part(fcClx, 0, len(clx))
	for i, p := range []uint32{chpx, papx} {
		part(fcBteChpx+i, len(table), 12)
		table = binary.LittleEndian.AppendUint32(table, firstChar)
		table = binary.LittleEndian.AppendUint32(table, uint32(len(word)))
		table = binary.LittleEndian.AppendUint32(table, p)
	}
	if m.fib != nil {
		m.fib(word)
	}
	streams := map[string][]byte{"WordDocument": word, "1Table": append(table, make([]byte, max(0, 4096-len(table)))...)}
	for name, data := range m.streams {
		streams[name] = data
	}
	return compound(streams)
}

// page is a page of runs that end where ends say.
func page(ends []uint32, props []string, size int) []byte {
	p := make([]byte, pageSize)
	binary.LittleEndian.PutUint32(p, firstChar)
	at := pageSize - 2
	for i, end := range ends {
		binary.LittleEndian.PutUint32(p[4*(i+1):], end)
		if i >= len(props) || props[i] == "" {
			continue
		}
		b := props[i]
		if size == papxSize {
			b = string([]byte{0, byte((len(b) + 1) / 2)}) + b + strings.Repeat("\x00", len(b)%2)
		} else {
			b = string([]byte{byte(len(b))}) + b
		}
		at = (at - len(b)) &^ 1
		copy(p[at:], b)
		p[4*(len(ends)+1)+size*i] = byte(at / 2)
	}
	p[pageSize-1] = byte(len(ends))
	return p
}

func pad(b []byte) []byte { return append(b, make([]byte, (512-len(b)%512)%512)...) }

// compound is a container with streams of at least 4096 bytes; those that are
// nil are storages.
func compound(streams map[string][]byte) []byte {
	const end, free = 0xfffffffe, 0xffffffff
	fat := []uint32{0xfffffffd, 2, end} // the FAT, two sectors of the directory
	var body []byte
	dir := make([]byte, 1024)
	entry := func(i int, name string, kind byte, child, right, start uint32, size int) {
		e := dir[i*entrySize:]
		for j, u := range utf16.Encode([]rune(name)) {
			binary.LittleEndian.PutUint16(e[2*j:], u)
		}
		binary.LittleEndian.PutUint16(e[64:], uint16(2*len(name)+2))
		e[66] = kind
		for at, v := range map[int]uint32{68: free, 72: right, 76: child, 116: start, 120: uint32(size)} {
			binary.LittleEndian.PutUint32(e[at:], v)
		}
	}
	entry(0, "Root Entry", 5, 1, free, end, 0)
	i := 0
	for _, name := range slices.Sorted(maps.Keys(streams)) {
		data := streams[name]
		i++
		right := uint32(i + 1)
		if i == len(streams) {
			right = free
		}
		if data == nil {
			entry(i, name, storage, free, right, 0, 0)
			continue
		}
		entry(i, name, stream, free, right, uint32(len(fat)), len(data))
		padded := pad(data)
		body = append(body, padded...)
		for n := len(padded) / 512; n > 0; n-- {
			next := uint32(len(fat) + 1)
			if n == 1 {
				next = end
			}
			fat = append(fat, next)
		}
	}
	header := make([]byte, headerSize)
	copy(header, magic)
	for at, v := range map[int]uint16{26: 3, 30: 9, 32: 6} {
		binary.LittleEndian.PutUint16(header[at:], v)
	}
	for at, v := range map[int]uint32{44: 1, 48: 1, 56: 4096, 60: end, 68: end, 76: 0} {
		binary.LittleEndian.PutUint32(header[at:], v)
	}
	for at := 80; at < headerSize; at += 4 {
		binary.LittleEndian.PutUint32(header[at:], free)
	}
	var fatSector []byte
	for len(fat) < 128 {
		fat = append(fat, free)
	}
	for _, n := range fat {
		fatSector = binary.LittleEndian.AppendUint32(fatSector, n)
	}
	out := append(header, fatSector...)
	out = append(out, dir...)
	return append(out, body...)
}

// prop is a property with its operand.
func prop(sprm uint16, operand ...byte) string {
	return string([]byte{byte(sprm), byte(sprm >> 8)}) + string(operand)
}
