package corpus

import (
	"strings"
	"unicode/utf8"
)

// wordSet finds the words of a list at the ends of texts. Words are kept under
// the rune that a text must have there, so that most texts cost a look at one bit.
type wordSet struct {
	runes [8]uint64 // a bit for each rune's last 9 bits
	words map[rune][]string
}

// suffixes returns a set that is asked with ends.
func suffixes(words ...string) wordSet { return newWordSet(words, utf8.DecodeLastRuneInString) }

// prefixes returns a set that is asked with begins.
func prefixes(words ...string) wordSet { return newWordSet(words, utf8.DecodeRuneInString) }

func newWordSet(words []string, key func(string) (rune, int)) wordSet {
	set := wordSet{words: map[rune][]string{}}
	for _, w := range words {
		r, _ := key(w)
		set.words[r] = append(set.words[r], w)
		set.runes[r>>6&7] |= 1 << (r & 63)
	}
	return set
}

// under are the words that may stand where r does.
func (set *wordSet) under(r rune) []string {
	if set.runes[r>>6&7]&(1<<(r&63)) == 0 {
		return nil
	}
	return set.words[r]
}

// ends returns the length of the longest word in which s ends, 0 where there is none.
func (set *wordSet) ends(s string) (n int) {
	r, _ := utf8.DecodeLastRuneInString(s)
	for _, w := range set.under(r) {
		if len(w) > n && strings.HasSuffix(s, w) {
			n = len(w)
		}
	}
	return n
}

// begins returns the length of the longest word with which s begins, 0 where there is none.
func (set *wordSet) begins(s string) (n int) {
	r, _ := utf8.DecodeRuneInString(s)
	for _, w := range set.under(r) {
		if len(w) > n && strings.HasPrefix(s, w) {
			n = len(w)
		}
	}
	return n
}

// first is the offset of the first word in s, len(s) where there is none.
func (set *wordSet) first(s string) int {
	for i := range s {
		if set.begins(s[i:]) > 0 {
			return i
		}
	}
	return len(s)
}

// runeSet finds characters of a list in texts.
type runeSet struct {
	first [4]uint64 // a bit for each first byte; those of ASCII are characters
	other []rune
}

func newRuneSet(chars string) *runeSet {
	set := &runeSet{}
	for i, r := range chars {
		set.first[chars[i]>>6] |= 1 << (chars[i] & 63)
		if r >= utf8.RuneSelf {
			set.other = append(set.other, r)
		}
	}
	return set
}

// in reports whether s holds a character of the set.
func (set *runeSet) in(s string) bool {
	for i := range len(s) {
		if set.first[s[i]>>6]&(1<<(s[i]&63)) != 0 && set.leads(s[i:]) > 0 {
			return true
		}
	}
	return false
}

// leads is the length of the character with which s begins, where it is of the set, else 0.
func (set *runeSet) leads(s string) int {
	if s == "" || set.first[s[0]>>6]&(1<<(s[0]&63)) == 0 {
		return 0
	}
	r, n := utf8.DecodeRuneInString(s)
	if r < utf8.RuneSelf {
		return n
	}
	for _, o := range set.other {
		if o == r {
			return n
		}
	}
	return 0
}
