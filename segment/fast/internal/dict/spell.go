package dict

import (
	"unicode"
	"unicode/utf8"
)

// Unit is the unit of text at i: the code of a character or of a run of Latin
// letters and digits, 0 where no word has it, and the unit's end. Blanks, a
// number (12.5, 1,200) and a repeated dash or ellipsis are one unit, an invalid
// byte is one too.
func (d *Dict) Unit(text string, i int) (code uint16, end int) {
	c := text[i]
	if c < utf8.RuneSelf {
		switch ascii[c] {
		case letter, digit:
			end = runEnd(text, i)
			return d.run(text[i:end]), end
		case blank:
			return 0, blankEnd(text, i)
		}
		return d.Codes[c], i + 1
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	switch {
	case r == utf8.RuneError && n == 1:
		return 0, i + 1
	case r > 0xFFFF:
		return d.Astral[r], i + n
	case inRun(r) != other:
		end = runEnd(text, i)
		return d.run(text[i:end]), end
	case r == '\u3000':
		return 0, blankEnd(text, i)
	case (r == '—' || r == '…') && d.Codes[r] == 0:
		end = i + n
		for len(text)-end >= n && text[end:end+n] == text[i:i+n] {
			end += n
		}
		return 0, end
	}
	return d.Codes[r], i + n
}

// class is what a character is to a run.
type class uint8

const (
	other class = iota
	blank
	letter
	digit
)

var ascii = func() (table [utf8.RuneSelf]class) {
	for c := range table {
		switch {
		case c >= '0' && c <= '9':
			table[c] = digit
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
			table[c] = letter
		case c == ' ', c >= '\t' && c <= '\r':
			table[c] = blank
		}
	}
	return table
}()

// inRun tells whether the character goes into a run; ASCII, letters of two
// bytes, and the wide forms of ASCII do.
func inRun(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		if c := ascii[r]; c != blank {
			return c
		}
		return other
	case r < 0x800:
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return letter
		}
	case r >= '０' && r <= '９':
		return digit
	case r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ':
		return letter
	}
	return other
}

// runEnd is the end of the run that begins at i. A point between two digits
// belongs to it, and a comma before three digits.
func runEnd(text string, i int) int {
	for last := other; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		c := inRun(r)
		if c == other && !(last == digit && joins(text, r, i+n)) {
			return i
		}
		last, i = c, i+n
	}
	return i
}

// joins reports whether the mark r, which ends at i and follows a digit, stands
// inside a number.
func joins(text string, r rune, i int) bool {
	switch r {
	case '.', '．':
		return digits(text[i:], 1) == 1
	case ',':
		return digits(text[i:], 4) == 3
	}
	return false
}

// digits counts those that text begins with, up to most.
func digits(text string, most int) (n int) {
	for _, r := range text {
		if n == most || inRun(r) != digit {
			break
		}
		n++
	}
	return n
}

func blankEnd(text string, i int) int {
	for i < len(text) {
		switch {
		case text[i] < utf8.RuneSelf && ascii[text[i]] == blank:
			i++
		case len(text)-i >= 3 && text[i:i+3] == "\u3000":
			i += 3
		default:
			return i
		}
	}
	return i
}

// longestRun is how many bytes of a run, folded, can be part of a word.
const longestRun = 16

// run is the code of a run of Latin letters and digits.
func (d *Dict) run(text string) uint16 {
	var folded [longestRun]byte
	n := 0
	for i := 0; i < len(text); n++ {
		r, width := utf8.DecodeRuneInString(text[i:])
		switch {
		case r >= '！' && r <= '～':
			r -= '！' - '!'
		case r >= utf8.RuneSelf: // as it is
			if n+width > longestRun {
				return 0
			}
			n += copy(folded[n:], text[i:i+width]) - 1
			i += width
			continue
		}
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		if n == longestRun {
			return 0
		}
		folded[n], i = byte(r), i+width
	}
	return d.Latin[string(folded[:n])]
}

// The kinds of what is no word.
const (
	Letters = iota + 1
	Number
	Mark
)

// Kind tells what a text is by its first character; 0 is anything else.
func Kind(text string) int {
	r, n := utf8.DecodeRuneInString(text)
	switch {
	case inRun(r) == digit:
		return Number
	case inRun(r) == letter:
		return Letters
	case r == utf8.RuneError && n < 2:
		return 0
	case blankEnd(text, 0) > 0, unicode.IsPunct(r), unicode.IsSymbol(r), unicode.IsSpace(r):
		return Mark
	}
	return 0
}
