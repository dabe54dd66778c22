package pdf

import (
	"strings"
	"unicode"
)

const (
	fewGlyphs   = 20 // a page with fewer and an image is a scan with a stamp
	textShare   = 10 // percent of the pages that must have text
	badShare    = 5  // percent of a page's glyphs that may be unknown
	badFew      = 3  // unknown glyphs of a page that say nothing
	lettersMin  = 60 // letters from which on a page must look Chinese or Latin
	hanShare    = 20 // percent of Han characters in the letters of a page
	latinVowels = 25 // percent of vowels in the letters of a page of Latin words, at least
	hanMin      = 150
	frequent    = 3 // percent of a page's Han characters, hanMin or more, that are among usual
)

// usual are the characters that reports have most of: 30 to 45 in a hundred of
// their text, 1 in a hundred where character numbers are taken for characters.
const usual = "的一不年工作人是在有和大中上为个国会了全发展对行建设业民生市县政府万元亿项目完成安镇乡村加强经济社理管组织部门农区开新实长率"

// tally counts what pages hold.
type tally struct{ unknown int }

// page fails where the page's fonts do not say which characters they draw, or
// say it wrongly: what is read is then no language.
func (t *tally) page(p *page) error {
	t.unknown += p.unknown
	drawn, han, often, latin, vowels, other := 0, 0, 0, 0, 0, 0
	for i := range p.glyphs {
		switch r := p.glyphs[i].r; {
		case isBlank(r):
			continue
		case isHan(r) && common(r):
			han++
			if strings.ContainsRune(usual, r) {
				often++
			}
		case isASCIILetter(r):
			latin++
			if isVowel(r) {
				vowels++
			}
		case unicode.IsLetter(r) || isASCIISymbol(r):
			other++
		}
		drawn++
	}
	if p.unknown > badFew && p.unknown*100 > drawn*badShare {
		return errGarbled(p.number, p.unknown, drawn)
	}
	letters := han + latin + other
	words := vowels*100 >= latin*latinVowels && other*3 < latin
	if letters >= lettersMin && han*100 < letters*hanShare && !words {
		return errNotChinese(p.number, han, letters)
	}
	if han >= hanMin && often*100 < han*frequent {
		return errNotChinese(p.number, often, han)
	}
	return nil
}

// common reports whether r is in the block of common characters, which CIDs
// mistaken for characters seldom are.
func common(r rune) bool { return 0x4E00 <= r && r <= 0x9FFF }

func isASCIILetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

func isVowel(r rune) bool {
	switch r | 0x20 {
	case 'a', 'e', 'i', 'o', 'u':
		return true
	}
	return false
}

// isASCIISymbol reports marks that running text has few of and wrong
// encodings many.
func isASCIISymbol(r rune) bool {
	switch r {
	case '!', '"', '#', '$', '&', '\'', '*', '+', '<', '=', '>', '?', '@', '[', '\\', ']', '^', '`', '{', '|', '}', '~':
		return true
	}
	return false
}

// check fails for files that are scans.
func (d *document) check() error {
	if d.textPages*100 < d.pages*textShare || len(d.items) == 0 {
		return ErrScanned
	}
	return nil
}
