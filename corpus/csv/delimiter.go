package csv

import (
	"encoding/csv"
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/corpus/internal/sheet"
)

// delimiters in the order of preference.
var delimiters = []rune{',', '\t', ';'}

// What a look at the beginning takes in.
const (
	lookRecords = 50
	headline    = 40 // characters of a cell in the first record, at most
)

// preamble finds the delimiter; a line sep=; before the records is cut off,
// skipped counts it.
func preamble(text string) (rest string, skipped int, delimiter rune) {
	line, after, _ := strings.Cut(text, "\n")
	if s, ok := strings.CutPrefix(strings.TrimSpace(line), "sep="); ok && len(s) <= 1 {
		for _, d := range delimiters {
			if s == string(d) || s == "" && d == '\t' { // the tab was trimmed
				return after, 1, d
			}
		}
	}
	best, delimiter := -1, delimiters[0]
	for _, d := range delimiters {
		if n := alike(text, d); n > best {
			best, delimiter = n, d
		}
	}
	return text, 0, delimiter
}

// alike counts the first records that d cuts into as many cells as the first, at least two.
func alike(text string, d rune) (n int) {
	next, width := quoted(text, d), 0
	for range lookRecords {
		cells, _, err := next()
		if err != nil {
			return n
		}
		if width == 0 {
			width = len(cells)
		}
		if width >= 2 && len(cells) == width {
			n++
		}
	}
	return n
}

// is reports whether all records at the beginning have as many cells as the
// first, whose cells are short. Files that are less regular are known by their
// ending alone.
func is(data []byte) bool {
	text, all := sheet.Head(data)
	if !all {
		text = text[:strings.LastIndexByte(text, '\n')+1]
	}
	if text == "" {
		return false
	}
	text, skipped, d := preamble(text)
	if skipped > 0 {
		return true
	}
	next, width := quoted(text, d), 0
	n := 0
	for ; n < lookRecords; n++ {
		cells, _, err := next()
		if _, bad := err.(*csv.ParseError); bad && all {
			return false
		}
		if err != nil {
			break
		}
		if n == 0 {
			width = len(cells)
			for _, c := range cells {
				if utf8.RuneCountInString(c) > headline || strings.ContainsAny(c, "。；") {
					return false
				}
			}
		}
		if width < 2 || len(cells) != width {
			return false
		}
	}
	return n >= 2
}
