package metrics

import (
	"hash/maphash"
	"slices"
	"unsafe"
)

// names are the strings of a key. Most keys use the first one or two.
type names [4]string

// dict numbers keys made of strings from 0 in the order in which they come. It
// is a hash table with linear probing over the numbers alone, behind a small
// cache: the strings of one run are mostly the same few, at the same addresses,
// and comparing addresses takes 3 ns where hashing and comparing takes 30, and
// a built-in map 100.
type dict struct {
	keys  []names
	order func(a, b *names) int // of the keys; bytewise where nil
	slots []slot
	ranks []uint32 // of the keys by order, where that was asked since the last key came
	cache []cached
}

type slot struct{ hash, id uint32 } // id counts from 1; 0 is a free slot

// cached is a key of two strings at their addresses, which it keeps from being used again.
type cached struct {
	first, second *byte
	lengths       uint64
	id            uint32
}

const cacheSize = 1 << 14

var seed = maphash.MakeSeed()

func (k *names) hash() uint32 {
	h := uint64(0)
	for i, s := range k {
		if s != "" {
			h = (h ^ maphash.String(seed, s) ^ uint64(i)) * 0x9E3779B97F4A7C15
		}
	}
	return uint32(h >> 32)
}

// id is the number of k, a new one where it is met for the first time.
func (d *dict) id(k *names) uint32 {
	if len(k[2])+len(k[3]) > 0 {
		return d.find(k)
	}
	if d.cache == nil {
		d.cache = make([]cached, cacheSize)
	}
	first, second := unsafe.StringData(k[0]), unsafe.StringData(k[1])
	lengths := uint64(len(k[0]))<<32 | uint64(len(k[1]))
	mixed := (uint64(uintptr(unsafe.Pointer(first))) + uint64(uintptr(unsafe.Pointer(second)))*31) * 0x9E3779B97F4A7C15
	c := &d.cache[mixed>>(64-14)]
	if c.first == first && c.second == second && c.lengths == lengths && c.id > 0 {
		return c.id - 1
	}
	id := d.find(k)
	*c = cached{first, second, lengths, id + 1}
	return id
}

func (d *dict) find(k *names) uint32 {
	if 2*len(d.keys) >= len(d.slots) {
		d.grow()
	}
	hash := k.hash()
	mask := uint32(len(d.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := &d.slots[i]
		if s.id == 0 {
			d.keys, d.ranks = append(d.keys, k.clone()), nil
			*s = slot{hash, uint32(len(d.keys))}
			return s.id - 1
		}
		if s.hash == hash && d.keys[s.id-1] == *k {
			return s.id - 1
		}
	}
}

// clone does not keep the text alive that the strings may be pieces of.
func (k *names) clone() (c names) {
	for i, s := range k {
		c[i] = string([]byte(s))
	}
	return c
}

func (d *dict) grow() {
	old := d.slots
	d.slots = make([]slot, max(64, 2*len(old)))
	mask := uint32(len(d.slots) - 1)
	for _, s := range old {
		if s.id == 0 {
			continue
		}
		i := s.hash & mask
		for d.slots[i].id != 0 {
			i = (i + 1) & mask
		}
		d.slots[i] = s
	}
}

// rank is the place of each key, by number, in their order.
func (d *dict) rank() []uint32 {
	if d.ranks == nil && len(d.keys) > 0 {
		d.ranks = make([]uint32, len(d.keys))
		for place, id := range d.sorted() {
			d.ranks[id] = uint32(place)
		}
	}
	return d.ranks
}

// sorted lists the numbers of the keys in their order.
func (d *dict) sorted() []uint32 {
	ids := make([]uint32, len(d.keys))
	for i := range ids {
		ids[i] = uint32(i)
	}
	order := d.order
	if order == nil {
		order = func(a, b *names) int { return slices.Compare(a[:], b[:]) }
	}
	slices.SortFunc(ids, func(a, b uint32) int { return order(&d.keys[a], &d.keys[b]) })
	return ids
}
