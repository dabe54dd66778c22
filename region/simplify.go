package region

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// simplified gives the traditional characters of divisions' names their simplified form.
var simplified = sync.OnceValue(func() map[rune]rune {
	m := make(map[rune]rune, 500)
	for s := strings.TrimSpace(traditionalPairs); s != ""; {
		from, n := utf8.DecodeRuneInString(s)
		to, k := utf8.DecodeRuneInString(s[n:])
		m[from] = to
		s = s[n+k:]
	}
	return m
})

// simplify writes the traditional characters of s that divisions' names have
// in their simplified form, which is as long in bytes.
func simplify(s string) string {
	if !utf8.ValidString(s) {
		return s
	}
	m := simplified()
	for _, r := range s {
		if _, ok := m[r]; ok {
			return strings.Map(func(r rune) rune {
				if to, ok := m[r]; ok {
					return to
				}
				return r
			}, s)
		}
	}
	return s
}
