package terms

import (
	_ "embed"
	"strings"

	"github.com/zhaibao/zhaibao/internal/fold"
)

// StopWords are words that are no terms. They still count among the words of a
// group, and hold words apart that are not neighbours.
type StopWords struct{ words map[string]bool }

// BuiltinStopWords is data/stopwords.txt, which says what its words are.
//
//go:embed data/stopwords.txt
var BuiltinStopWords string

// FieldWords is data/words.txt: words of the reports' field that general
// dictionaries lack, one a line, for a segmenter's user dictionary.
//
//go:embed data/words.txt
var FieldWords string

// ReadStopWords reads words parted by blanks and line ends; what follows # on a
// line is a comment. Several texts make one list.
func ReadStopWords(texts ...string) *StopWords {
	s := &StopWords{words: map[string]bool{}}
	for _, text := range texts {
		for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
			line, _, _ = strings.Cut(line, "#")
			for _, word := range strings.Fields(line) {
				s.words[word] = true
			}
		}
	}
	return s
}

// Len is the number of words.
func (s *StopWords) Len() int {
	if s == nil {
		return 0
	}
	return len(s.words)
}

// simple is s with its words as texts have them.
func (s *StopWords) simple(t *fold.Table) *StopWords {
	if s == nil {
		return nil
	}
	out := &StopWords{words: map[string]bool{}}
	for word := range s.words {
		out.words[simple(t, word)] = true
	}
	return out
}

func (s *StopWords) has(word string) bool { return s != nil && s.words[word] }
