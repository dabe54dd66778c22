package dict

import (
	"math/bits"
	"slices"
)

// Insert adds a word, or gives it another cost and part of speech. A cost of 0
// leaves that of a word which is there already.
func (d *Dict) Insert(word string, cost uint16, tag string) error {
	codes, err := d.codes(word)
	if err != nil {
		return err
	}
	if d.used == nil {
		d.open()
	}
	at := 0
	for _, code := range codes {
		at = d.reach(at, code)
	}
	if cost == 0 {
		cost = max(uint16(d.Units[at]>>CostShift), 1)
	}
	d.set(at, cost, tag)
	d.Most = max(d.Most, len(codes))
	return nil
}

// open makes ready for insertions: which bases are taken, and where there is room.
func (d *Dict) open() {
	d.used = &bitset{make([]uint64, 0, len(d.Units)/32)}
	const block = 4096
	taken, room := 0, 0
	for i, u := range d.Units {
		d.used.set(int(u >> BaseShift))
		if u != 0 {
			taken++
		}
		if i%block == block-1 {
			if taken > block/2 {
				room = i
			}
			taken = 0
		}
	}
	for i := range d.from {
		d.from[i] = room // behind the last block that is more than half full
	}
}

// reach is the child of a node under the code, made where there is none.
func (d *Dict) reach(at int, code uint16) int {
	if to := d.child(at, code); to != 0 {
		return to
	}
	base := int(d.Units[at] >> BaseShift)
	to := base + int(code)
	if base == 0 || to < len(d.Units) && (d.Units[to] != 0 || to == 0) {
		base = d.move(at, code)
		to = base + int(code)
	}
	d.grow(to + 1)
	d.Units[to] = uint64(code)
	return to
}

// move gives a node a base at which its children and one more find room.
func (d *Dict) move(at int, code uint16) (base int) {
	old := int(d.Units[at] >> BaseShift)
	codes := d.children(old, code)
	if len(codes) > 256 {
		base = len(d.Units) // not worth a search
		d.used.set(base)
	} else {
		base = d.fit(codes)
	}
	d.grow(base + int(codes[len(codes)-1]) + 1)
	for _, c := range codes {
		if c != code {
			from, to := old+int(c), base+int(c)
			d.Units[to], d.Tags[to] = d.Units[from], d.Tags[from]
			d.Units[from], d.Tags[from] = 0, 0
			d.free = min(d.free, from)
		}
	}
	d.Units[at] = d.Units[at]&(1<<BaseShift-1) | uint64(base)<<BaseShift
	return base
}

// children are the codes of a node's children, by its base, and one more, in order.
func (d *Dict) children(base int, more uint16) (codes []uint16) {
	units := d.Units[base:min(len(d.Units), base+int(d.last)+1)]
	if base == 0 {
		return []uint16{more}
	}
	for c := 1; c < len(units); c++ {
		if int(uint16(units[c])) == c {
			codes = append(codes, uint16(c))
		}
	}
	i, _ := slices.BinarySearch(codes, more)
	return slices.Insert(codes, i, more)
}

// fit is a base that no node has and at which all codes, in order, find free
// units; it is marked as used.
func (d *Dict) fit(codes []uint16) int {
	for d.free < len(d.Units) && d.Units[d.free] != 0 {
		d.free++
	}
	from := &d.from[bits.Len(uint(len(codes)))]
	for at := max(d.free, *from, int(codes[0])+1); ; at++ {
		base := at - int(codes[0])
		d.grow(base + int(codes[len(codes)-1]) + 1)
		if d.used.has(base) || !d.fits(base, codes) {
			continue
		}
		d.used.set(base)
		*from = max(*from, at-farBehind)
		return base
	}
}

// farBehind is how far behind the last place free units are that have fitted none
// of as many children so often that they are given up.
const farBehind = 4096

func (d *Dict) fits(base int, codes []uint16) bool {
	for _, c := range codes {
		if d.Units[base+int(c)] != 0 {
			return false
		}
	}
	return true
}

func (d *Dict) grow(n int) {
	if more := n - len(d.Units); more > 0 {
		d.Units = append(d.Units, make([]uint64, more)...)
		d.Tags = append(d.Tags, make([]uint8, more)...)
	}
}

// bitset is a set of small numbers.
type bitset struct{ words []uint64 }

func (b *bitset) has(i int) bool { return i>>6 < len(b.words) && b.words[i>>6]>>(i&63)&1 != 0 }

func (b *bitset) set(i int) {
	for len(b.words) <= i>>6 {
		b.words = append(b.words, 0)
	}
	b.words[i>>6] |= 1 << (i & 63)
}
