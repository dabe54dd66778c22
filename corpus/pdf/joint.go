package pdf

import (
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

// joint is what stands between two lines of one paragraph: nothing between Han
// characters, a space between Latin words. It is not sure where the joint
// would make one number of what may be two.
func joint(before, after string) (s string, sure bool) {
	a, _ := utf8.DecodeLastRuneInString(before)
	b, n := utf8.DecodeRuneInString(after)
	next, _ := utf8.DecodeRuneInString(after[n:])
	switch {
	case inNumber(before) && (isDigit(b) || isPoint(b) && isDigit(next)):
		return "", false
	case a == '-' || b == '-':
		return "", true
	case isLatin(a) && (isLatin(b) || isDigit(b)), isDigit(a) && isLatin(b):
		return " ", true
	case strings.ContainsRune(",.;:!?)", a) && (isLatin(b) || isDigit(b)):
		return " ", true
	}
	return "", true
}

// inNumber reports whether the text ends with a digit, or with a digit and the
// point or comma of a number.
func inNumber(text string) bool {
	r, n := utf8.DecodeLastRuneInString(text)
	if isPoint(r) {
		r, _ = utf8.DecodeLastRuneInString(text[:len(text)-n])
	}
	return isDigit(r)
}

func isPoint(r rune) bool { return r == '.' || r == ',' || r == '．' }

// wellFormed is a number of at most nine digits before its point, or with
// commas after every third.
var wellFormed = lazy.Regexp(`^(?:\d{1,9}|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$`)

func lastRune(text string) string {
	_, n := utf8.DecodeLastRuneInString(text)
	return text[len(text)-n:]
}
