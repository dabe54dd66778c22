package flow

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Note is foot- or endnote n of a file as it stands behind the body: one line
// that begins with [n]. The mark that the note's own text begins with goes; ""
// is a note without text.
func Note(n int, paragraphs []string) string {
	var parts []string
	for _, p := range paragraphs {
		if len(parts) == 0 {
			p = trimMark(p)
		}
		if p = oneLine(p); p != "" {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "[" + strconv.Itoa(n) + "] " + strings.Join(parts, " ")
}

// NoteBlocks is note n made of blocks; its tables follow its line.
func NoteBlocks(n int, blocks []Block) []Block {
	var paragraphs []string
	var out []Block
	for _, b := range blocks {
		if b.Table != nil {
			out = append(out, b)
		} else {
			paragraphs = append(paragraphs, b.Text)
		}
	}
	if line := Note(n, paragraphs); line != "" {
		return append([]Block{{Text: line}}, out...)
	}
	return out
}

// IsMark reports the characters that references and notes are marked with.
func IsMark(r rune) bool {
	return isCircled(r) || strings.ContainsRune("*＊※†‡§", r)
}

func isCircled(r rune) bool { return '①' <= r && r <= '⑳' }

func isRaised(r rune) bool {
	return strings.ContainsRune(superscripts[:len("⁰¹²³⁴⁵⁶⁷⁸⁹")], r)
}

// trimMark cuts off the mark at a note's beginning, of those like ① only one:
// * 含线上6场, ①含线上6场, [1]含线上6场.
func trimMark(text string) string {
	text = strings.TrimSpace(text)
	if rest, ok := strings.CutPrefix(text, "["); ok {
		if rest = strings.TrimLeft(rest, "0123456789"); strings.HasPrefix(rest, "]") && len(rest) < len(text)-1 {
			return rest[1:]
		}
	}
	if first, size := utf8.DecodeRuneInString(text); isCircled(first) {
		return text[size:]
	}
	return strings.TrimLeftFunc(text, func(r rune) bool { return isRaised(r) || IsMark(r) && !isCircled(r) })
}
