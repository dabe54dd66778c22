package cli

import (
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/segment"
)

// segmenterName is how run.json calls the segmenter.
const segmenterName = "catalog"

// segmenter cuts text into the words of the catalogue.
func segmenter() (segment.Segmenter, error) {
	s := listed{}
	for _, w := range catalog.Builtin().Words {
		for _, list := range [][]string{w.Nouns, w.Weak, w.Verbs} {
			for _, word := range list {
				s[word] = true
			}
		}
	}
	return s, nil
}

// listed cuts the longest words of its list from left to right.
type listed map[string]bool

// AppendWords implements segment.Segmenter.
func (s listed) AppendWords(dst []segment.Span, text string) []segment.Span {
	for i := 0; i < len(text); {
		_, n := utf8.DecodeRuneInString(text[i:])
		for k := min(len(text), i+24); k > i+n; k-- {
			if s[text[i:k]] {
				n = k - i
				break
			}
		}
		dst = append(dst, segment.Span{Start: i, End: i + n})
		i += n
	}
	return dst
}
