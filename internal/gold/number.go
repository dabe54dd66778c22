package gold

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"unicode"
)

// parseFloat reads s as the reference's float() does: space around it,
// full-width digits and _ between digits are allowed, hexadecimal is not.
func parseFloat(s string) (float64, bool) {
	s = strings.Map(narrowDigit, strings.TrimFunc(s, isSpace))
	if strings.ContainsAny(s, "xXpP") {
		return 0, false
	}
	s, ok := dropUnderscores(s)
	if !ok {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil || errors.Is(err, strconv.ErrRange)
}

func narrowDigit(r rune) rune {
	if '０' <= r && r <= '９' {
		return r - '０' + '0'
	}
	return r
}

// dropUnderscores removes the _ of 1_000; ok is false where one does not stand between digits.
func dropUnderscores(s string) (_ string, ok bool) {
	for i := range len(s) {
		if s[i] == '_' && (i == 0 || i == len(s)-1 || !isDigit(s[i-1]) || !isDigit(s[i+1])) {
			return "", false
		}
	}
	return strings.ReplaceAll(s, "_", ""), true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isSpace is the reference's idea of space: Unicode's and the four separators below it.
func isSpace(r rune) bool { return unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f }

// near reports whether a marked and an extracted number are equal: both absent,
// or within a billionth; loose allows 1e-5, for a fraction that is marked to six places.
func near(marked, found string, loose bool) bool {
	if marked == "" || found == "" {
		return marked == found
	}
	g, ok := parseFloat(marked)
	if !ok {
		return false
	}
	p, ok := parseFloat(found)
	if !ok {
		return false
	}
	tolerance := 1e-9 * max(1, math.Abs(g))
	if loose {
		tolerance = 1e-5
	}
	return math.Abs(g-p) <= tolerance
}

// showNumber prints a number the way the reference does: integers as they
// are, other numbers in shortest form, None where there is none.
func showNumber(s string) string {
	if s == "" {
		return "None"
	}
	digits := strings.TrimPrefix(s, "-")
	if digits != "" && strings.Trim(digits, "0123456789") == "" {
		return s
	}
	if v, ok := parseFloat(s); ok {
		return showFloat(v)
	}
	return s
}

// showFloat is the shortest decimal that reads back as v, always with a point or an exponent.
func showFloat(v float64) string {
	switch a := math.Abs(v); {
	case math.IsNaN(v):
		return "nan"
	case math.IsInf(v, 0):
		return strings.ToLower(strings.TrimPrefix(strconv.FormatFloat(v, 'f', -1, 64), "+"))
	case a >= 1e16 || a != 0 && a < 1e-4:
		return strconv.FormatFloat(v, 'e', -1, 64)
	}
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// round rounds the exact binary value to so many places, halves to even.
func round(v float64, places int) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', places, 64), 64)
	return r
}
