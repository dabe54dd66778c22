package dict

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"
)

// Word is a word to be stored.
type Word struct {
	Text      string
	Frequency float64
	Tag       string // its part of speech
}

// Longest is how many characters and runs a word may have.
const Longest = 32

// Build makes a dictionary of words; of words that are spelled alike the first counts.
func Build(words []Word) (*Dict, error) {
	d := New()
	d.used = &bitset{}
	d.assign(words)
	seen := make(map[string]bool, len(words))
	root := &node{}
	for _, w := range words {
		codes, err := d.codes(w.Text)
		if err != nil {
			return nil, err
		}
		if key := fmt.Sprint(codes); !seen[key] {
			seen[key] = true
			d.Total += w.Frequency
			root.add(codes, w)
		}
	}
	d.place(root)
	return d, nil
}

// assign gives codes to all units that words are spelled with, those of frequent words first.
func (d *Dict) assign(words []Word) {
	type weighed struct {
		unit   string
		weight float64
	}
	var list []weighed
	at := map[string]int{}
	for _, w := range words {
		for i := 0; i < len(w.Text); {
			_, end := d.Unit(w.Text, i)
			unit := w.Text[i:end]
			if _, ok := at[unit]; !ok {
				at[unit] = len(list)
				list = append(list, weighed{unit: unit})
			}
			list[at[unit]].weight += w.Frequency
			i = end
		}
	}
	slices.SortFunc(list, func(a, b weighed) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.unit, b.unit))
	})
	for _, w := range list {
		d.code(w.unit)
	}
}

// errCodes can only come with 65,534 different characters and runs.
var errCodes = errors.New("the words have too many different characters")

// code is the code of a unit, a new one if need be.
func (d *Dict) code(unit string) (uint16, error) {
	code, _ := d.Unit(unit, 0)
	if code != 0 {
		return code, nil
	}
	if d.last == 1<<16-2 {
		return 0, errCodes
	}
	r, n := utf8.DecodeRuneInString(unit)
	switch {
	case inRun(r) != other:
		folded := fold(unit)
		if len(folded) > longestRun {
			return 0, fmt.Errorf("%s: a run of letters in a word may have %d bytes", unit, longestRun)
		}
		d.last++
		d.Latin[folded] = d.last
	case n != len(unit) || r == utf8.RuneError || blankEnd(unit, 0) > 0:
		return 0, fmt.Errorf("%q can be no part of a word", unit)
	case r > 0xFFFF:
		d.last++
		d.Astral[r] = d.last
	default:
		d.last++
		d.Codes[r] = d.last
	}
	return d.last, nil
}

// fold spells a run as it is looked up.
func fold(run string) string {
	var folded []byte
	for _, r := range run {
		if r >= '！' && r <= '～' {
			r -= '！' - '!'
		}
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		folded = utf8.AppendRune(folded, r)
	}
	return string(folded)
}

// codes spells a word, giving codes to what has none yet.
func (d *Dict) codes(word string) (codes []uint16, err error) {
	for i := 0; i < len(word); {
		_, end := d.Unit(word, i)
		code, err := d.code(word[i:end])
		if err != nil {
			return nil, err
		}
		codes, i = append(codes, code), end
	}
	switch {
	case len(codes) == 0:
		return nil, errors.New("an empty word")
	case len(codes) > Longest:
		return nil, fmt.Errorf("%s: a word may have %d characters", word, Longest)
	}
	return codes, nil
}

// node is a node while the words are gathered.
type node struct {
	code     uint16
	at       int
	weight   float64 // of all words through it
	word     *Word
	wide     bool // it or a node below it has many children
	children []*node
	byCode   map[uint16]*node
}

func (n *node) add(codes []uint16, w Word) {
	n.weight += w.Frequency
	for _, code := range codes {
		child := n.byCode[code]
		if child == nil {
			if n.byCode == nil {
				n.byCode = map[uint16]*node{}
			}
			child = &node{code: code}
			n.byCode[code] = child
			n.children = append(n.children, child)
		}
		child.weight += w.Frequency
		n = child
	}
	n.word = &w
}

// wide is how many children a node has that is placed before all others, since
// only an empty stretch has room for it; the others fill the gaps.
const wide = 8

// place puts the children of all nodes into the array: wide nodes first, and hot
// ones first among the wide and among the others.
func (d *Dict) place(root *node) {
	var queue []*node
	var walk func(n *node, depth int)
	walk = func(n *node, depth int) {
		d.Most = max(d.Most, depth)
		if len(n.children) > 0 {
			queue = append(queue, n)
		}
		slices.SortFunc(n.children, func(a, b *node) int { return int(a.code) - int(b.code) })
		n.wide = len(n.children) >= wide
		for _, child := range n.children {
			walk(child, depth+1)
			n.wide = n.wide || child.wide // a parent has its place before its child
		}
	}
	walk(root, 0)
	slices.SortStableFunc(queue, func(a, b *node) int {
		if a.wide != b.wide {
			if a.wide {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.weight, a.weight)
	})
	for _, n := range queue {
		codes := make([]uint16, len(n.children))
		for i, child := range n.children {
			codes[i] = child.code
		}
		base := d.fit(codes)
		d.Units[n.at] |= uint64(base) << BaseShift
		for _, child := range n.children {
			child.at = base + int(child.code)
			d.Units[child.at] = uint64(child.code)
			if child.word != nil {
				d.set(child.at, d.Cost(child.word.Frequency), child.word.Tag)
			}
		}
	}
	d.trim()
}

// trim cuts off the free units at the end.
func (d *Dict) trim() {
	n := len(d.Units)
	for n > 1 && d.Units[n-1] == 0 {
		n--
	}
	d.Units, d.Tags = d.Units[:n], d.Tags[:n]
}

// set stores a word's cost and part of speech in its unit.
func (d *Dict) set(at int, cost uint16, tag string) {
	d.Units[at] = d.Units[at]&^CostMask | uint64(cost)<<CostShift
	i := slices.Index(d.Names, tag)
	if i < 0 && len(d.Names) < 256 {
		i = len(d.Names)
		d.Names = append(d.Names, tag)
	}
	d.Tags[at] = uint8(max(i, 0))
}
