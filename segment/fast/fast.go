package fast

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"github.com/zhaibao/zhaibao/segment"
	"github.com/zhaibao/zhaibao/segment/fast/internal/dict"
)

//go:generate go run ./internal/gen

//go:embed zh.bin
var stored []byte

var builtin = sync.OnceValue(func() *dict.Dict {
	d, err := dict.Load(stored)
	if err != nil {
		panic(fmt.Sprintf("fast: zh.bin: %v; run go generate ./segment/fast", err)) // a test says so first
	}
	return d
})

// Segmenter cuts text into words; Default and New make one. It is safe for
// concurrent use.
type Segmenter struct{ d *dict.Dict }

var _ segment.Segmenter = (*Segmenter)(nil)

// Default is the segmenter over the built-in dictionary, which is loaded at the
// first call.
func Default() *Segmenter { return shared() }

var shared = sync.OnceValue(func() *Segmenter { return &Segmenter{builtin()} })

// New is a segmenter over the built-in dictionary and words of the caller's,
// which count more than the built-in ones. An error names the word that cannot
// be added.
func New(words ...Word) (*Segmenter, error) {
	if len(words) == 0 {
		return Default(), nil
	}
	s := &Segmenter{builtin().Clone()}
	for _, w := range inOrder(words) {
		if err := s.add(w); err != nil {
			return nil, fmt.Errorf("user dictionary: %w", err)
		}
	}
	return s, nil
}

// inOrder is the words as they are added: those with a frequency, then the others,
// short ones first, since what a long one is cut into may be short ones.
func inOrder(words []Word) []Word {
	words = slices.Clone(words)
	slices.SortStableFunc(words, func(a, b Word) int {
		switch {
		case a.Frequency > 0 && b.Frequency > 0:
			return 0
		case a.Frequency > 0:
			return -1
		case b.Frequency > 0:
			return 1
		}
		return len(a.Text) - len(b.Text)
	})
	return words
}

// AppendWords appends the words of text to dst; see segment.Segmenter.
func (s *Segmenter) AppendWords(dst []segment.Span, text string) []segment.Span {
	var w window
	for i := 0; i < len(text); {
		if more := w.fill(s.d, text, i); w.n > 0 {
			dst = w.cut(s.d, dst, more)
			i = int(w.at[w.done])
			continue
		}
		_, end := s.d.Unit(text, i)
		dst = append(dst, segment.Span{Start: i, End: end})
		i = end
	}
	return dst
}
