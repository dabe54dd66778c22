package corpus

import (
	"strings"
	"unicode/utf8"
)

// wordSet finds the words of a list at the ends of texts; words are kept under
// the rune that a text must have there, so that most texts cost one look-up.
type wordSet map[rune][]string

// suffixes returns a set that is asked with ends.
func suffixes(words ...string) wordSet {
	set := wordSet{}
	for _, w := range words {
		r, _ := utf8.DecodeLastRuneInString(w)
		set[r] = append(set[r], w)
	}
	return set
}

// prefixes returns a set that is asked with begins.
func prefixes(words ...string) wordSet {
	set := wordSet{}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		set[r] = append(set[r], w)
	}
	return set
}

// ends returns the length of the longest word in which s ends, 0 where there is none.
func (set wordSet) ends(s string) (n int) {
	r, _ := utf8.DecodeLastRuneInString(s)
	for _, w := range set[r] {
		if len(w) > n && strings.HasSuffix(s, w) {
			n = len(w)
		}
	}
	return n
}

// begins returns the length of the longest word with which s begins, 0 where there is none.
func (set wordSet) begins(s string) (n int) {
	r, _ := utf8.DecodeRuneInString(s)
	for _, w := range set[r] {
		if len(w) > n && strings.HasPrefix(s, w) {
			n = len(w)
		}
	}
	return n
}

// first is the offset of the first word in s, len(s) where there is none.
func (set wordSet) first(s string) int {
	for i := range s {
		if set.begins(s[i:]) > 0 {
			return i
		}
	}
	return len(s)
}
