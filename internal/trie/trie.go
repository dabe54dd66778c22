// Package trie finds the words of a fixed list in folded text.
//
// A Trie is built once and then only read. While words are added its edges lie
// in one open-addressed table keyed by (node, rune), so that a step is one
// multiplication and, nearly always, one probe; Pack turns it into a double array
// (packed.go), in which a step is an addition and one look. Words are sequences of
// 16-bit runes as package fold makes them.
package trie

// None is the value of a node at which no word ends.
const None = -1

// Trie maps words to small integers. The zero value is empty and ready for Add.
type Trie struct {
	keys  []uint64 // (node+1)<<16 | rune; 0 is a free slot
	next  []int32
	used  int
	value []int32 // by node

	codes []uint16 // of the packed form, by rune; 0 for runes that no word has
	units []unit   // nil while words may be added
}

// Add stores the value of a word, replacing an earlier one.
func (t *Trie) Add(word []uint16, value int32) {
	if t.value == nil {
		t.value = []int32{None}
	}
	node := int32(0)
	for _, r := range word {
		child := t.Step(node, r)
		if child < 0 {
			child = int32(len(t.value))
			t.value = append(t.value, None)
			t.link(node, r, child)
		}
		node = child
	}
	t.value[node] = value
}

// Get returns the value stored for exactly this word, or None.
func (t *Trie) Get(word []uint16) int32 {
	node := int32(0)
	for _, r := range word {
		if node = t.Step(node, r); node < 0 {
			return None
		}
	}
	return t.Value(node)
}

// Longest returns the length and the value of the longest word that text begins with; 0, None where there is none.
func (t *Trie) Longest(text []uint16) (length int, value int32) {
	if t.units != nil {
		return t.longest(text)
	}
	value = None
	node := int32(0)
	for i, r := range text {
		if node = t.Step(node, r); node < 0 {
			break
		}
		if v := t.value[node]; v != None {
			length, value = i+1, v
		}
	}
	return length, value
}

// Union is the bitwise or of the values of all words that stand anywhere in
// text, also those inside others; 0 where there is none.
func (t *Trie) Union(text []uint16) (values int32) {
	for i := range text {
		node := int32(0)
		for _, r := range text[i:] {
			if node = t.Step(node, r); node < 0 {
				break
			}
			if v := t.Value(node); v != None {
				values |= v
			}
		}
	}
	return values
}

// Step follows the edge r from node; -1 where there is none. The root is node 0.
func (t *Trie) Step(node int32, r uint16) int32 {
	if t.units != nil {
		code := int32(t.codes[r])
		at := t.units[node].base + code
		if code == 0 || int(at) >= len(t.units) || t.units[at].parent != node+1 {
			return -1
		}
		return at
	}
	if len(t.keys) == 0 {
		return -1
	}
	key := edge(node, r)
	mask := uint64(len(t.keys) - 1)
	for i := hash(key) & mask; ; i = (i + 1) & mask {
		switch t.keys[i] {
		case key:
			return t.next[i]
		case 0:
			return -1
		}
	}
}

// Value is the value of the word that ends at node, or None.
func (t *Trie) Value(node int32) int32 {
	if t.units != nil {
		return t.units[node].value
	}
	if int(node) >= len(t.value) {
		return None
	}
	return t.value[node]
}

func (t *Trie) link(node int32, r uint16, child int32) {
	if 2*(t.used+1) > len(t.keys) {
		t.grow()
	}
	t.put(edge(node, r), child)
	t.used++
}

func (t *Trie) grow() {
	keys, next := t.keys, t.next
	size := max(64, 2*len(keys))
	t.keys, t.next = make([]uint64, size), make([]int32, size)
	for i, key := range keys {
		if key != 0 {
			t.put(key, next[i])
		}
	}
}

func (t *Trie) put(key uint64, child int32) {
	mask := uint64(len(t.keys) - 1)
	i := hash(key) & mask
	for t.keys[i] != 0 {
		i = (i + 1) & mask
	}
	t.keys[i], t.next[i] = key, child
}

func edge(node int32, r uint16) uint64 { return uint64(node+1)<<16 | uint64(r) }

func hash(key uint64) uint64 { return key * 0x9E3779B97F4A7C15 >> 32 }
