package trie

import (
	"cmp"
	"encoding/binary"
	"errors"
	"slices"
)

// A packed trie is a double array (Aoe 1989): the child of a node under a rune
// is the unit at the node's base plus the rune's code, if that unit names the
// node as its parent. Steps touch one cache line, and the arrays can be stored
// and loaded as they are. Nothing can be added to it.

// unit is a node of a packed trie.
type unit struct {
	parent int32 // plus 1; 0 is a free unit
	base   int32
	value  int32
}

// Pack turns the trie into its packed form.
func (t *Trie) Pack() {
	if t.units != nil || t.value == nil {
		return
	}
	p := packer{t: t, children: make([][]child, len(t.value))}
	p.collect()
	p.place()
	*t = Trie{codes: p.codes, units: p.units}
}

type child struct {
	code uint16
	node int32
}

// packer finds places for the children of all nodes.
type packer struct {
	t        *Trie
	codes    []uint16
	children [][]child // by node, in the order of codes
	units    []unit
	free     int // no unit before it is free
}

// collect gathers the edges, and numbers the runes by how many edges they
// have, so that common ones have small codes and the arrays stay dense.
func (p *packer) collect() {
	type edges struct {
		r uint16
		n int
	}
	each := func(do func(node int32, r uint16, to int32)) {
		for i, key := range p.t.keys {
			if key != 0 {
				do(int32(key>>16)-1, uint16(key), p.t.next[i])
			}
		}
	}
	p.codes = make([]uint16, 1<<16) // holds 1 + the place in counts first
	var counts []edges
	each(func(_ int32, r uint16, _ int32) {
		if p.codes[r] == 0 {
			counts = append(counts, edges{r: r})
			p.codes[r] = uint16(len(counts))
		}
		counts[p.codes[r]-1].n++
	})
	slices.SortFunc(counts, func(a, b edges) int { return cmp.Or(b.n-a.n, int(a.r)-int(b.r)) })
	for i, c := range counts {
		p.codes[c.r] = uint16(i + 1)
	}
	each(func(node int32, r uint16, to int32) {
		p.children[node] = append(p.children[node], child{p.codes[r], to})
	})
	for _, list := range p.children {
		slices.SortFunc(list, func(a, b child) int { return int(a.code) - int(b.code) })
	}
}

// place puts the nodes, breadth first, into the first units that fit.
func (p *packer) place() {
	p.units = []unit{{parent: 1, value: p.t.value[0]}}
	p.free = 1
	type placed struct{ node, at int32 }
	for queue := []placed{{0, 0}}; len(queue) > 0; queue = queue[1:] {
		q := queue[0]
		list := p.children[q.node]
		if len(list) == 0 {
			continue
		}
		base := p.fit(list)
		p.units[q.at].base = base
		for _, c := range list {
			at := base + int32(c.code)
			p.units[at] = unit{parent: q.at + 1, value: p.t.value[c.node]}
			queue = append(queue, placed{c.node, at})
		}
	}
}

// fit is the least base at which all children find free units.
func (p *packer) fit(list []child) int32 {
	for p.free < len(p.units) && p.units[p.free].parent != 0 {
		p.free++
	}
	for at := max(p.free, int(list[0].code)); ; at++ {
		base := at - int(list[0].code)
		if last := base + int(list[len(list)-1].code); last >= len(p.units) {
			p.units = append(p.units, make([]unit, last+1-len(p.units))...)
		}
		if !slices.ContainsFunc(list, func(c child) bool { return p.units[base+int(c.code)].parent != 0 }) {
			return int32(base)
		}
	}
}

// AppendBinary appends the packed form to b, for Load: the number of codes with
// the codes' runes, then the units, all in varints.
func (t *Trie) AppendBinary(b []byte) []byte {
	t.Pack()
	runes := make([]uint16, 0, 1<<12)
	for r, c := range t.codes {
		if c != 0 {
			runes = append(runes, uint16(r))
		}
	}
	b = binary.AppendUvarint(b, uint64(len(runes)))
	for _, r := range runes {
		b = binary.AppendUvarint(b, uint64(r))
		b = binary.AppendUvarint(b, uint64(t.codes[r]))
	}
	b = binary.AppendUvarint(b, uint64(len(t.units)))
	for _, u := range t.units {
		b = binary.AppendUvarint(b, uint64(u.parent))
		if u.parent != 0 {
			b = binary.AppendVarint(b, int64(u.base))
			b = binary.AppendVarint(b, int64(u.value))
		}
	}
	return b
}

var errShort = errors.New("trie: the data is cut off")

// Load makes t the trie that AppendBinary wrote at the start of b, and returns
// what follows it.
func (t *Trie) Load(b []byte) (rest []byte, err error) {
	d := decoder{b: b}
	*t = Trie{codes: make([]uint16, 1<<16)}
	for n := d.uint(); n > 0 && !d.short; n-- {
		r := d.uint()
		t.codes[uint16(r)] = uint16(d.uint())
	}
	t.units = make([]unit, min(d.uint(), len(d.b)))
	for i := range t.units {
		if u := &t.units[i]; !d.short {
			if u.parent = int32(d.uint()); u.parent != 0 {
				u.base, u.value = int32(d.int()), int32(d.int())
			}
		}
	}
	if d.short || len(t.units) == 0 {
		return nil, errShort
	}
	return d.b, nil
}

// decoder reads varints; short says that there were too few bytes.
type decoder struct {
	b     []byte
	short bool
}

func (d *decoder) uint() int {
	n, w := binary.Uvarint(d.b)
	if w <= 0 || n > 1<<31-1 {
		d.short, d.b = true, nil
		return 0
	}
	d.b = d.b[w:]
	return int(n)
}

func (d *decoder) int() int {
	n, w := binary.Varint(d.b)
	if w <= 0 || n != int64(int32(n)) {
		d.short, d.b = true, nil
		return 0
	}
	d.b = d.b[w:]
	return int(n)
}

// Begins reports whether a word of the packed trie begins with the rune.
func (t *Trie) Begins(r uint16) bool {
	code := int(t.codes[r])
	at := int(t.units[0].base) + code
	return code != 0 && at < len(t.units) && t.units[at].parent == 1
}

// longest is Longest in the packed form.
func (t *Trie) longest(text []uint16) (length int, value int32) {
	value = None
	codes, units := (*[1 << 16]uint16)(t.codes), t.units
	base, parent := units[0].base, int32(1)
	for i, r := range text {
		at := uint32(base) + uint32(codes[r])
		if at >= uint32(len(units)) {
			break
		}
		u := &units[at]
		if u.parent != parent || codes[r] == 0 {
			break
		}
		base, parent = u.base, int32(at)+1
		if u.value != None {
			length, value = i+1, u.value
		}
	}
	return length, value
}
