package fast

import "github.com/zhaibao/zhaibao/segment/fast/internal/dict"

// Tag is the part of speech that the dictionary gives a word: n, v, ns and
// others, as jieba names them; "" where it gives none. For what is no word it is m
// (a number), eng (Latin letters), w (marks and blanks) or x.
func (s *Segmenter) Tag(word string) string {
	if at := s.d.Find(word); at > 0 {
		return s.d.Names[s.d.Tags[at]]
	}
	switch dict.Kind(word) {
	case dict.Number:
		return "m"
	case dict.Letters:
		return "eng"
	case dict.Mark:
		return "w"
	}
	return "x"
}

// Known reports whether the dictionary has the word.
func (s *Segmenter) Known(word string) bool { return s.d.Find(word) > 0 }
