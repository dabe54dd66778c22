package doc

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"

	"github.com/zhaibao/zhaibao/corpus"
)

// container is a compound file ([MS-CFB]). It is read from memory by a reader
// of our own: nothing in it recurses, no chain is followed longer than the
// file has sectors, and no count in the file sizes an allocation. (mscfb makes
// an object of every 128 bytes of a directory that may be the whole file, and
// recurses once for each.)
type container struct {
	data       []byte
	sector     int      // bytes
	fat        []uint32 // the sector behind each
	miniFAT    []byte
	mini       []byte // the mini stream
	miniCutoff uint32
	entries    map[string]entry // the streams and storages of the root, by name
}

type entry struct {
	kind        byte // 1 storage, 2 stream, 5 root
	start, size uint32
}

// The parts of the format that are needed ([MS-CFB] 2.1, 2.2, 2.6).
const (
	magic      = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	headerSize = 512
	entrySize  = 128
	miniSector = 64
	lastSector = 0xfffffffa
	noStream   = 0xffffffff
	storage    = 1
	stream     = 2
)

var errDamaged = corpus.Problem("文档已损坏或不完整，请重新导出，或用 Word、WPS 打开后另存再试",
	"the document is damaged or cut off; export it again, or open it in Word or WPS and save it anew")

func openContainer(data []byte) (*container, error) {
	if len(data) < headerSize || !bytes.HasPrefix(data, []byte(magic)) {
		return nil, errDamaged
	}
	c := &container{data: data, miniCutoff: u32(data, 56)}
	switch u16(data, 30) {
	case 9:
		c.sector = 512
	case 12:
		c.sector = 4096
	default:
		return nil, errDamaged
	}
	c.readFAT()
	if err := c.readDirectory(); err != nil {
		return nil, err
	}
	return c, nil
}

// at is sector n, short where the file ends inside it, nil behind the file.
func (c *container) at(n uint32) []byte {
	start := (int64(n) + 1) * int64(c.sector)
	if n >= lastSector || start >= int64(len(c.data)) {
		return nil
	}
	return c.data[start:min(start+int64(c.sector), int64(len(c.data)))]
}

// sectors is how many there can be at most.
func (c *container) sectors() int { return len(c.data) / c.sector }

// readFAT gathers the sectors that the header and the DIFAT sectors name.
func (c *container) readFAT() {
	add := func(n uint32) {
		for s := c.at(n); len(s) >= 4 && len(c.fat) <= c.sectors(); s = s[4:] {
			c.fat = append(c.fat, u32(s, 0))
		}
	}
	for i := range 109 {
		add(u32(c.data, 76+4*i))
	}
	next := u32(c.data, 68)
	for range c.sectors() {
		s := c.at(next)
		if len(s) < c.sector || len(c.fat) > c.sectors() {
			return
		}
		for ; len(s) > 4; s = s[4:] {
			add(u32(s, 0))
		}
		next = u32(s, 0)
	}
}

// chain is the first size bytes of the sectors from start on, fewer where the
// chain or the file ends before.
func (c *container) chain(start uint32, size int) []byte {
	var out []byte
	for range c.sectors() + 1 {
		s := c.at(start)
		if len(s) == 0 || len(out) >= size {
			break
		}
		out = append(out, s[:min(len(s), size-len(out))]...)
		if int(start) >= len(c.fat) {
			break
		}
		start = c.fat[start]
	}
	return out
}

// miniChain is chain among the small sectors of the mini stream.
func (c *container) miniChain(start uint32, size int) []byte {
	var out []byte
	for range len(c.mini)/miniSector + 1 {
		from := int64(start) * miniSector
		if start >= lastSector || from >= int64(len(c.mini)) || len(out) >= size {
			break
		}
		s := c.mini[from:min(from+miniSector, int64(len(c.mini)))]
		out = append(out, s[:min(len(s), size-len(out))]...)
		if at := int64(start) * 4; at+4 <= int64(len(c.miniFAT)) {
			start = u32(c.miniFAT, int(at))
		} else {
			break
		}
	}
	return out
}

// readDirectory finds what lies in the root storage, and the mini stream. What
// lies in storages below it belongs to embedded objects.
func (c *container) readDirectory() error {
	dir := c.chain(u32(c.data, 48), len(c.data))
	if len(dir) < entrySize {
		return errDamaged
	}
	root := entryAt(dir, 0)
	c.mini = c.chain(root.start, int(root.size))
	c.miniFAT = c.chain(u32(c.data, 60), len(c.data))
	c.entries = map[string]entry{}
	seen := map[uint32]bool{}
	for open := []uint32{u32(dir, 76)}; len(open) > 0; {
		n := open[len(open)-1]
		open = open[:len(open)-1]
		at := int64(n) * entrySize
		if n == noStream || seen[n] || at+entrySize > int64(len(dir)) {
			continue
		}
		seen[n] = true
		e := entryAt(dir, int(at))
		if len(c.entries) < 4096 {
			c.entries[entryName(dir[at:])] = e
		}
		open = append(open, u32(dir, int(at)+68), u32(dir, int(at)+72))
	}
	return nil
}

func entryAt(dir []byte, at int) entry {
	return entry{kind: dir[at+66], start: u32(dir, at+116), size: u32(dir, at+120)}
}

func entryName(e []byte) string {
	n := min(int(u16(e, 64)), 64)/2 - 1
	var units [32]uint16
	for i := range max(n, 0) {
		units[i] = u16(e, 2*i)
	}
	return string(utf16.Decode(units[:max(n, 0)]))
}

// has reports whether the root holds name, as a stream or a storage.
func (c *container) has(name string) bool {
	_, ok := c.entries[name]
	return ok
}

// stream is the whole stream name; it fails where a part of it is missing.
func (c *container) stream(name string) ([]byte, error) {
	e, ok := c.entries[name]
	if !ok || e.kind != stream || int64(e.size) > int64(len(c.data)) {
		return nil, errDamaged
	}
	read := c.chain
	if e.size < c.miniCutoff {
		read = c.miniChain
	}
	data := read(e.start, int(e.size))
	if len(data) < int(e.size) {
		return nil, errDamaged
	}
	return data, nil
}

func u16(b []byte, at int) uint16 { return binary.LittleEndian.Uint16(b[at:]) }
func u32(b []byte, at int) uint32 { return binary.LittleEndian.Uint32(b[at:]) }
