// Package fold brings text into one spelling for matching: traditional
// characters become simplified ones, full-width letters, digits and signs
// their ASCII forms. Every rune stays one rune, so places never shift.
package fold

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/segment"
)

// Bad stands for a rune outside the basic plane and for an invalid byte.
const Bad = 0xFFFD

// Set says what may begin with a rune, or what it is. Those who read a text say it of
// the table's runes before it is used; a reader then steps from rune to rune of
// a set with Text.Next and never looks at those in between.
type Set uint8

// The sets that the stages of the pipeline ask for.
const (
	Wide       Set = 1 << iota // was full-width before folding
	Numeral                    // may begin a numeral, or something that hides one
	Completion                 // may begin a phrase of completion
	Dated                      // may begin a period
	Word                       // begins a word of the lexicon
	Stop                       // may end a clause
	Second                     // may be the second of a phrase of completion
	Alone                      // is a word of completion by itself
)

// Table is a compiled folding. It is read-only once all its sets are filled.
type Table struct{ of [1 << 16]entry }

// entry is what a rune, as it stands in the text, becomes and what it belongs to.
type entry struct {
	to  uint16
	set Set
}

// New compiles a folding from lines "traditional simplified" in addition to
// the built-in folding of full-width forms. Lines that are not two single
// characters are ignored.
func New(pairs string) *Table {
	t := &Table{}
	for r := range t.of {
		t.of[r].to = uint16(r)
	}
	for line := range strings.Lines(pairs) {
		from, to, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok {
			continue
		}
		f, fn := utf8.DecodeRuneInString(from)
		s, sn := utf8.DecodeRuneInString(to)
		if fn == len(from) && sn == len(to) && f < 1<<16 && s < 1<<16 {
			t.of[f].to = uint16(s)
		}
	}
	t.fullWidth()
	for r := 0x80; r < len(t.of); r++ {
		t.of[r].set = Wide.If(t.of[r].to < 0x80)
	}
	return t
}

// fullWidth folds U+FF01…FF5E to ASCII, but for the marks that end a clause
// (，：；！？（）) which the grammar of numerals tells from their narrow forms.
func (t *Table) fullWidth() {
	for r := 0xFF01; r <= 0xFF5E; r++ {
		switch r {
		case '，', '：', '；', '！', '？', '（', '）':
		default:
			t.of[r].to = uint16(r - 0xFEE0)
		}
	}
	t.of['﹪'].to, t.of['　'].to, t.of['\u00a0'].to = '%', ' ', ' '
	t.of['‐'].to, t.of['‑'].to, t.of['−'].to = '-', '-', '-'
	t.of['〜'].to = '~'
}

// Rune folds one rune.
func (t *Table) Rune(r rune) uint16 {
	if r >= 1<<16 {
		return Bad
	}
	return t.of[r].to
}

// Fill adds each rune to the sets that its folded form belongs to.
func (t *Table) Fill(sets func(folded uint16) Set) {
	for r := range t.of {
		t.of[r].set |= sets(t.of[r].to)
	}
}

// FillRaw adds each rune to the sets that it belongs to as it stands in the text.
func (t *Table) FillRaw(sets func(r rune) Set) {
	for r := range t.of {
		t.of[r].set |= sets(rune(r))
	}
}

// If is the set where the condition holds, else none.
func (s Set) If(holds bool) Set {
	if holds {
		return s
	}
	return 0
}

// Append appends the folded runes of s to dst.
func (t *Table) Append(dst []uint16, s string) []uint16 {
	for _, r := range s {
		dst = append(dst, t.Rune(r))
	}
	return dst
}

// Text is a stretch of a document in folded runes, with the byte offset of
// each in the document. Its memory is reused from one Set to the next.
type Text struct {
	Raw  string   // the whole document
	R    []uint16 // folded runes
	Off  []int    // byte offset of each rune, and of the end
	Sets []Set    // what each rune belongs to
}

// piece is how many bytes Set folds between two looks at its memory.
const piece = 1 << 10

// Set fills t with the folded runes of span in raw.
func (t *Text) Set(table *Table, raw string, span segment.Span) {
	t.Raw, t.R, t.Off, t.Sets = raw, t.R[:0], t.Off[:0], t.Sets[:0]
	for i := span.Start; i < span.End; {
		i = t.fold(table, i, min(i+piece, span.End), span.End)
	}
	t.Off = append(t.Off, span.End)
}

// fold appends the runes that start in [i, limit) and returns where the next one starts.
func (t *Text) fold(table *Table, i, limit, end int) int {
	n, room := len(t.R), limit-i // a rune has one byte at least
	t.R, t.Off, t.Sets = slices.Grow(t.R, room), slices.Grow(t.Off, room+1), slices.Grow(t.Sets, room)
	runes, offsets, sets := t.R[n:n+room], t.Off[n:n+room], t.Sets[n:n+room]
	raw, k := t.Raw[:end], 0
	for ; i < limit && k < len(runes) && k < len(offsets) && k < len(sets); k++ {
		offsets[k] = i
		r, w := rune(raw[i]), 1
		if r >= utf8.RuneSelf {
			if r >= 0xE1 && r <= 0xEF && r != 0xED && i+2 < len(raw) && raw[i+1]&0xC0 == 0x80 && raw[i+2]&0xC0 == 0x80 { // most characters
				r, w = r&0xF<<12|rune(raw[i+1]&0x3F)<<6|rune(raw[i+2]&0x3F), 3
			} else if r, w = utf8.DecodeRuneInString(raw[i:]); r >= 1<<16 {
				r = Bad
			}
		}
		e := &table.of[uint16(r)]
		runes[k], sets[k] = e.to, e.set
		i += w
	}
	t.R, t.Off, t.Sets = t.R[:n+k], t.Off[:n+k], t.Sets[:n+k]
	return i
}

// Next is the first rune from i on that belongs to one of the sets, Len where there is none.
func (t *Text) Next(i int, sets Set) int {
	const lanes = 0x0101010101010101
	wanted := uint64(sets) * lanes
	for ; i+8 <= len(t.Sets); i += 8 {
		s := t.Sets[i : i+8 : i+8]
		eight := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		if eight &= wanted; eight != 0 {
			return i + bits.TrailingZeros64(eight)/8
		}
	}
	for ; i < len(t.Sets); i++ {
		if t.Sets[i]&sets != 0 {
			return i
		}
	}
	return i
}

// IsWide reports whether the rune at i was full-width before folding.
func (t *Text) IsWide(i int) bool { return t.Sets[i]&Wide != 0 }

// Len is the number of runes.
func (t *Text) Len() int { return len(t.R) }

// At is the folded rune at i, 0 outside the text.
func (t *Text) At(i int) uint16 {
	if i < 0 || i >= len(t.R) {
		return 0
	}
	return t.R[i]
}

// Span converts a range of runes to the span of bytes it covers.
func (t *Text) Span(i, j int) segment.Span { return segment.Span{Start: t.Off[i], End: t.Off[j]} }

// Index is the rune index of the first rune at or after the byte offset.
func (t *Text) Index(offset int) int {
	lo, hi := 0, len(t.R)
	for lo < hi {
		if mid := (lo + hi) / 2; t.Off[mid] < offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// IndexFrom is Index for an offset that does not lie before rune lo; it is quick
// for one that lies near it.
func (t *Text) IndexFrom(lo, offset int) int {
	if lo >= len(t.R) {
		return len(t.R)
	}
	const widest = 4 // bytes of a rune
	if lo += max(offset-t.Off[lo], 0) / widest; lo >= len(t.R) {
		return len(t.R)
	}
	for lo < len(t.R) && t.Off[lo] < offset {
		lo++
	}
	return lo
}

// HasPrefix reports whether the text at i begins with the folded word.
func (t *Text) HasPrefix(i int, word []uint16) bool {
	if i < 0 || i+len(word) > len(t.R) {
		return false
	}
	for k, r := range word {
		if t.R[i+k] != r {
			return false
		}
	}
	return true
}

// HasSuffix reports whether the text before i ends with the folded word.
func (t *Text) HasSuffix(i int, word []uint16) bool { return t.HasPrefix(i-len(word), word) }
