// Package piece cuts text where backends that take a whole string at a time may
// do without what follows.
package piece

import "unicode/utf8"

// Most is how many bytes a piece has at most. gse adds up costs in float32, which
// grow inexact over long texts.
const Most = 16 << 10

// End is the end of the piece of text that begins at i: after a line's end if
// there is one within Most bytes, else after the last mark, else before the last
// character. It lies beyond i.
func End(text string, i int) int {
	if len(text)-i <= Most {
		return len(text)
	}
	end := i + Most
	for k := end; k > end-Most/2; k-- {
		if text[k-1] == '\n' {
			return k
		}
	}
	for k := end; k > end-Most/2; k-- {
		if isMark(text[:k]) {
			return k
		}
	}
	for k := end; k > end-utf8.UTFMax; k-- {
		if utf8.RuneStart(text[k]) {
			return k
		}
	}
	return end // no UTF-8
}

// isMark reports whether text ends with a blank or one of the marks 、。，；.
func isMark(text string) bool {
	switch text[len(text)-1] {
	case ' ', '\t':
		return true
	}
	if len(text) < 3 {
		return false
	}
	switch text[len(text)-3:] {
	case "、", "。", "，", "；":
		return true
	}
	return false
}
