package xlsx

import "unicode/utf8"

// maxText is how many UTF-16 code units a cell holds.
const maxText = 32767

// appendText appends a cell's text as XML: characters that XML 1.0 forbids and
// bytes that are not UTF-8 become U+FFFD, a carriage return and what reads like
// an escape are escaped the way spreadsheets do (_x000D_, ECMA-376 part 1,
// 22.9.2.19), and what a cell cannot hold ends in an ellipsis.
func appendText(dst []byte, s string) []byte {
	s, cut := fit(s)
	for i, r := range s {
		switch {
		case r == '&':
			dst = append(dst, "&amp;"...)
		case r == '<':
			dst = append(dst, "&lt;"...)
		case r == '>':
			dst = append(dst, "&gt;"...)
		case r == '\r':
			dst = append(dst, "_x000D_"...)
		case r == '_' && escaped(s[i:]):
			dst = append(dst, "_x005F_"...)
		case r < ' ' && r != '\t' && r != '\n', r == 0xFFFE, r == 0xFFFF:
			dst = append(dst, "\uFFFD"...)
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	if cut {
		dst = append(dst, "…"...)
	}
	return dst
}

// fit shortens s to what a cell holds together with an ellipsis.
func fit(s string) (string, bool) {
	if len(s) <= maxText {
		return s, false
	}
	units, end := 0, 0
	for i, r := range s {
		if units <= maxText-1 {
			end = i
		}
		if units++; r > 0xFFFF {
			units++
		}
	}
	if units <= maxText {
		return s, false
	}
	return s[:end], true
}

// escaped reports whether s begins like an escape: _x1F3b_.
func escaped(s string) bool {
	if len(s) < 7 || s[1] != 'x' || s[6] != '_' {
		return false
	}
	for _, c := range []byte(s[2:6]) {
		if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F') {
			return false
		}
	}
	return true
}
