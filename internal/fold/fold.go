// Package fold brings text into one spelling for matching: traditional
// characters become simplified ones, full-width letters, digits and signs
// their ASCII forms. Every rune stays one rune, so places never shift.
package fold

import (
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/segment"
)

// Bad stands for a rune outside the basic plane and for an invalid byte.
const Bad = 0xFFFD

// Table is a compiled folding. It is read-only after New.
type Table struct{ to [1 << 16]uint16 }

// New compiles a folding from lines "traditional simplified" in addition to
// the built-in folding of full-width forms. Lines that are not two single
// characters are ignored.
func New(pairs string) *Table {
	t := &Table{}
	for r := range t.to {
		t.to[r] = uint16(r)
	}
	for line := range strings.Lines(pairs) {
		from, to, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok {
			continue
		}
		f, fn := utf8.DecodeRuneInString(from)
		s, sn := utf8.DecodeRuneInString(to)
		if fn == len(from) && sn == len(to) && f < 1<<16 && s < 1<<16 {
			t.to[f] = uint16(s)
		}
	}
	t.fullWidth()
	return t
}

// fullWidth folds U+FF01…FF5E to ASCII, but for the marks that end a clause
// (，：；！？（）) which the grammar of numerals tells from their narrow forms.
func (t *Table) fullWidth() {
	for r := 0xFF01; r <= 0xFF5E; r++ {
		switch r {
		case '，', '：', '；', '！', '？', '（', '）':
		default:
			t.to[r] = uint16(r - 0xFEE0)
		}
	}
	t.to['﹪'], t.to['　'], t.to['\u00a0'] = '%', ' ', ' '
	t.to['‐'], t.to['‑'], t.to['−'] = '-', '-', '-'
	t.to['〜'] = '~'
}

// Rune folds one rune.
func (t *Table) Rune(r rune) uint16 {
	if r >= 1<<16 {
		return Bad
	}
	return t.to[r]
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
	Wide []bool   // the rune was full-width before folding
}

// Set fills t with the folded runes of span in raw.
func (t *Text) Set(table *Table, raw string, span segment.Span) {
	t.Raw, t.R, t.Off, t.Wide = raw, t.R[:0], t.Off[:0], t.Wide[:0]
	for i := span.Start; i < span.End; {
		r, n := rune(raw[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(raw[i:span.End])
		}
		f := table.Rune(r)
		t.R, t.Off, t.Wide = append(t.R, f), append(t.Off, i), append(t.Wide, f < 0x80 && r >= 0x80)
		i += n
	}
	t.Off = append(t.Off, span.End)
}

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
