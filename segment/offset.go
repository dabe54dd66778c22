package segment

import "math/bits"

// sampleShift sets the distance of the table's samples: 1<<sampleShift bytes.
const sampleShift = 7

// OffsetTable converts byte offsets of a text into code points. It holds one
// count per 128 bytes, made in one forward pass, and counts the rest on demand.
// The text must be valid UTF-8 to give code points; in any other text a byte
// that continues nothing is counted with the character before it.
type OffsetTable struct {
	text    string
	samples []int // code points before byte i<<sampleShift
}

// NewOffsets makes the table of text.
func NewOffsets(text string) *OffsetTable {
	t := new(OffsetTable)
	t.Reset(text)
	return t
}

// Reset makes t the table of text, reusing its memory.
func (t *OffsetTable) Reset(text string) {
	t.text, t.samples = text, t.samples[:0]
	n := 0
	for i := 0; i < len(text); i += 1 << sampleShift {
		t.samples = append(t.samples, n)
		n += countStarts(text[i:min(i+1<<sampleShift, len(text))])
	}
	t.samples = append(t.samples, n)
}

// Rune returns how many code points stand before byteOffset. An offset
// before or behind the text counts as its start or end.
func (t *OffsetTable) Rune(byteOffset int) int {
	i := min(max(byteOffset, 0), len(t.text))
	if i == len(t.text) {
		return t.samples[len(t.samples)-1]
	}
	k := i >> sampleShift
	return t.samples[k] + countStarts(t.text[k<<sampleShift:i])
}

// Runes converts both ends of span.
func (t *OffsetTable) Runes(span Span) (start, end int) {
	return t.Rune(span.Start), t.Rune(span.End)
}

// Characters counts the code points of s, which must be valid UTF-8.
func Characters(s string) int { return countStarts(s) }

// countStarts counts the bytes that begin a character, eight at a time.
func countStarts(s string) int {
	const high = 0x8080808080808080
	n := len(s)
	for len(s) >= 8 {
		w := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		n -= bits.OnesCount64(w & high &^ (w << 1)) // 10xxxxxx continues a character
		s = s[8:]
	}
	for i := 0; i < len(s); i++ {
		if s[i]&0xC0 == 0x80 {
			n--
		}
	}
	return n
}
