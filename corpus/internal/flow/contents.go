package flow

import (
	"strings"
	"unicode/utf8"
)

// IsContentsStyle reports whether a style's name is that of the lines of a
// table of contents: toc 1, Contents 2, 目录 3.
func IsContentsStyle(name string) bool {
	name = strings.ToLower(strings.TrimSpace(name))
	for _, w := range []string{"toc ", "contents ", "目录 ", "目錄 "} {
		if n, ok := strings.CutPrefix(name, w); ok && len(n) == 1 && n[0] >= '1' && n[0] <= '9' {
			return true
		}
	}
	return false
}

// Entry is what a reader knows of a paragraph that may be a line of a table of
// contents.
type Entry struct {
	Text  string
	Field bool // it stands in the result of a field TOC
	Style bool // its style is one of a table of contents
	Paged bool // it holds the field of a page's number
}

// longestEntry is up to how many characters a line of a table of contents has
// that shows no page.
const longestEntry = 60

// IsContents reports whether a paragraph is a line of a table of contents: it
// says again what a heading says, and its page is no figure. Running text is
// none, whatever field it stands in and whatever style it has.
func (e Entry) IsContents() bool {
	ends := endsPaged(e.Text) || e.Paged && strings.HasSuffix(e.Text, "\t")
	switch {
	case ends:
		return e.Field || e.Style || e.Paged
	case e.Style && e.Paged:
		return true
	}
	return e.Field && !strings.ContainsAny(e.Text, "。；") && utf8.RuneCountInString(e.Text) <= longestEntry
}

// endsPaged reports whether text ends in a tab or dots and a page's number.
func endsPaged(text string) bool {
	text = strings.TrimRight(text, " ")
	cut := strings.TrimRight(text, "0123456789-—－ ")
	if cut == text {
		return false
	}
	for _, gap := range []string{"\t", "…", "..", "··"} {
		if strings.HasSuffix(cut, gap) {
			return true
		}
	}
	return false
}
