package flow

import "strings"

// FieldKind says how a field of a document is read.
type FieldKind uint8

// The kinds of field.
const (
	FieldResult   FieldKind = iota // its result is text
	FieldPage                      // its result is the number of a page, which is left out
	FieldContents                  // its result is a table of contents
	FieldFormula                   // what it shows has no characters
)

// Unreadable stands for what is seen and has no characters: formulas, symbols
// of fonts. Left out, 3½倍 would become 3倍.
const Unreadable = '□'

// Field tells a field's kind by the beginning of its instruction.
func Field(instruction string) FieldKind {
	words := strings.Fields(instruction)
	if len(words) == 0 {
		return FieldResult
	}
	switch name := strings.ToUpper(words[0]); name {
	case "PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES":
		return FieldPage
	case "TOC":
		return FieldContents
	case "EQ", "SYMBOL":
		return FieldFormula
	case "EMBED":
		if strings.Contains(instruction, "Equation") {
			return FieldFormula
		}
	}
	return FieldResult
}

// Numbered is text with its automatic number before it, and a space between
// them unless the number's last character parts them: 1. and 5万元 must not
// become 1.5万元, nor 一 and 万人 一万人. An empty paragraph has no number; see
// Block.Number.
func Numbered(number, text string) string {
	number = strings.TrimSpace(number)
	if number == "" || strings.TrimSpace(text) == "" {
		return text
	}
	text = strings.TrimLeft(text, " \t\u3000\u00a0")
	runes := []rune(number)
	if strings.ContainsRune("、）】〕．：章节条款项", runes[len(runes)-1]) {
		return number + text
	}
	return number + " " + text
}
