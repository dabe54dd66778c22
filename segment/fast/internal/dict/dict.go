// Package dict holds the dictionary of package fast: a double array (Aoe 1989)
// of words spelled in codes.
//
//  1. A character that words are spelled with has a code; so has a run of Latin
//     letters and digits, as a whole (卡拉OK is three codes). Common characters
//     have small codes.
//  2. A node is one unit of eight bytes: where its children stand (base), which
//     code leads to it (label), what the word that ends in it costs. The child
//     under a code is the unit at base plus code, if its label is that code. No
//     two nodes have one base, so the label settles it, and units can be moved
//     without telling anybody but the parent.
//  3. Build packs many words, hot ones first, so that what text asks for lies
//     together; Append and Load store the arrays as they are; Insert adds a word
//     to the packed form.
//
// It is not internal/trie: that one gives the longest word by values of 12-byte
// units that are decoded from varints at start and cannot grow.
package dict

import "math"

// Dict is a dictionary. It may be read by several goroutines, but not while
// Insert runs.
type Dict struct {
	Codes  []uint16          // by rune below 1<<16; 0 where no word has it
	Astral map[rune]uint16   // of the runes above
	Latin  map[string]uint16 // of runs, as FoldRun spells them
	Units  []uint64          // base<<32 | cost<<16 | label; the root is unit 0
	Tags   []uint8           // by unit: the place in Names of the word's part of speech
	Names  []string          // Names[0] is ""
	Total  float64           // the sum of all frequencies
	Most   int               // codes of the longest word

	last uint16  // the highest code
	free int     // no unit before it is free
	from [17]int // where to look for room for so many children, by bits of their number
	used *bitset // bases, once Insert or Build needs them
}

// The fields of a unit.
const (
	LabelMask = 1<<16 - 1
	CostMask  = LabelMask << 16
	CostShift = 16
	BaseShift = 32
)

// Scale is how many steps of cost a bit of information has.
const Scale = 2048

// Cost is what a word of that frequency costs: log2(total/frequency) in steps
// of 1/Scale, at least 1 and at most what a unit holds.
func (d *Dict) Cost(frequency float64) uint16 {
	bits := math.Log2(d.Total) - math.Log2(frequency)
	return uint16(min(max(math.Round(bits*Scale), 1), 1<<16-1))
}

// New is a dictionary without words.
func New() *Dict {
	return &Dict{
		Codes: make([]uint16, 1<<16), Astral: map[rune]uint16{}, Latin: map[string]uint16{},
		Units: make([]uint64, 1), Tags: make([]uint8, 1), Names: []string{""}, free: 1,
	}
}

// Clone is a copy to which words can be added.
func (d *Dict) Clone() *Dict {
	c := *d
	c.Codes = append([]uint16(nil), d.Codes...)
	c.Units = append([]uint64(nil), d.Units...)
	c.Tags = append([]uint8(nil), d.Tags...)
	c.Names = append([]string(nil), d.Names...)
	c.Astral, c.Latin, c.used = copied(d.Astral), copied(d.Latin), nil
	return &c
}

func copied[K comparable](m map[K]uint16) map[K]uint16 {
	c := make(map[K]uint16, len(m))
	for k, v := range m {
		c[k] = v
	}
	return c
}

// Find is the unit in which a word ends; 0 where it is no word.
func (d *Dict) Find(word string) int {
	at := 0
	for i := 0; i < len(word); {
		var code uint16
		code, i = d.Unit(word, i)
		if at = d.child(at, code); at == 0 {
			return 0
		}
	}
	if d.Units[at]&CostMask == 0 {
		return 0
	}
	return at
}

// child is the unit under a code, 0 where there is none.
func (d *Dict) child(at int, code uint16) int {
	base := int(d.Units[at] >> BaseShift)
	to := base + int(code)
	if base == 0 || code == 0 || to >= len(d.Units) || uint16(d.Units[to]) != code {
		return 0
	}
	return to
}

// UnknownCost is what a unit costs that is no word by itself.
const UnknownCost = 32 * Scale

// CostAt is what the word costs that ends in a unit.
func (d *Dict) CostAt(at int) int { return int(uint16(d.Units[at] >> CostShift)) }
