package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stretches calls fn for every run of letters in text, which lies from start to
// end. Blanks at which a line was broken between two Han characters are left out.
func stretches(text string, fn func(start, end int, s string)) {
	start, broken := -1, false
	flush := func(end int) {
		if start < 0 {
			return
		}
		s := text[start:end]
		if broken {
			s = strings.Map(func(r rune) rune {
				if unicode.IsSpace(r) {
					return -1
				}
				return r
			}, s)
		}
		fn(start, end, s)
		start, broken = -1, false
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case isLetter(r, n):
			if start < 0 {
				start = i
			}
		case start >= 0 && unicode.IsSpace(r) && goesOn(text[start:i], text[i:]):
			broken = true
			n = len(text[i:]) - len(strings.TrimLeftFunc(text[i:], unicode.IsSpace))
		default:
			flush(i)
		}
		i += n
	}
	flush(len(text))
}

func isLetter(r rune, n int) bool {
	return (unicode.IsLetter(r) || unicode.IsMark(r)) && !(r == utf8.RuneError && n == 1)
}

// goesOn reports whether a line was broken inside a run of Han characters.
func goesOn(before, after string) bool {
	rest := strings.TrimLeftFunc(after, unicode.IsSpace)
	blank := after[:len(after)-len(rest)]
	if !strings.ContainsAny(blank, "\r\n") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(rest)
	return unicode.Is(unicode.Han, last) && unicode.Is(unicode.Han, next)
}
