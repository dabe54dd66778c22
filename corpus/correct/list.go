package correct

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

// List is a corrections file that was checked. It is immutable and safe for concurrent use.
type List struct {
	Name string // as it was given to Read
	Hash string // SHA-256 of the file's bytes, hex

	lexicon *quantity.Lexicon
	fixes   []fix            // in the order of the file
	byText  map[string][]int // indexes of fixes by the hash of their text
}

// fix is one row.
type fix struct {
	line       int
	text       string // hash
	start, end int    // code points
	action     action
	edit
}

type action uint8

const (
	remove action = iota
	change
	add
)

func (a action) String() string { return [...]string{"delete", "change", "add"}[a] }

// Len is the number of corrections.
func (l *List) Len() int { return len(l.fixes) }

// TextHash is the key of a text: the SHA-256 of its UTF-8 bytes in lower-case hex.
func TextHash(text string) string {
	h := sha256.New()
	var buf [8 << 10]byte // a conversion would copy the whole text
	for text != "" {
		n := copy(buf[:], text)
		h.Write(buf[:n])
		text = text[n:]
	}
	return hex.EncodeToString(h.Sum(nil))
}

// For returns the corrections of a file's text, which must be valid UTF-8, by
// its hash; nil where there are none, as on a nil List.
func (l *List) For(file, hash, text string) *Sheet {
	if l == nil || len(l.byText[hash]) == 0 {
		return nil
	}
	indexes := l.byText[hash]
	var points []int
	for _, i := range indexes {
		points = append(points, l.fixes[i].start, l.fixes[i].end)
	}
	at := byteOffsets(text, points)
	s := &Sheet{file: file, list: l}
	for _, i := range indexes {
		f := &l.fixes[i]
		e := entry{fix: f, index: i, why: errOutside(f)}
		start, begins := at[f.start]
		end, ends := at[f.end]
		if begins && ends {
			e.span = segment.Span{Start: start, End: end}
		}
		s.entries = append(s.entries, e)
	}
	return s
}

// byteOffsets gives the byte offset of each of the code points that text has.
func byteOffsets(text string, points []int) map[int]int {
	slices.Sort(points)
	points = slices.Compact(points)
	at := make(map[int]int, len(points))
	n := 0
	for i := range text {
		if len(points) == 0 {
			return at
		}
		if points[0] == n {
			at[n], points = i, points[1:]
		}
		n++
	}
	if len(points) > 0 && points[0] == n {
		at[n] = len(text)
	}
	return at
}
