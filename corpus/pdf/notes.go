package pdf

import (
	"regexp"
	"strings"
)

var (
	noteMark   = regexp.MustCompile(`^(?:[①-⑳⁰¹²³⁴⁵⁶⁷⁸⁹※*＊]|\[\d{1,2}\]|【\d{1,2}】|注[：:释\d])`)
	noteNumber = regexp.MustCompile(`^(\d{1,2})(?:[^\d.,%]|$)`)
)

const noteSize = 0.93 // of the body's em: footnotes are smaller

// takeNotes puts the footnotes of each page behind the body: the smaller lines
// at the page's end, from one that begins with a note's mark.
func (d *document) takeNotes() {
	var body []item
	for i := 0; i < len(d.items); {
		k := i
		for k < len(d.items) && d.items[k].page == d.items[i].page {
			k++
		}
		page := d.items[i:k]
		cut := d.notesOf(page)
		body = append(body, page[:cut]...)
		d.notes = append(d.notes, page[cut:]...)
		i = k
	}
	d.items = body
}

// notesOf is where the page's notes begin; its end where there are none.
func (d *document) notesOf(page []item) int {
	first := len(page)
	for first > 0 && page[first-1].row == nil && page[first-1].size < noteSize*d.body.size {
		first--
	}
	for i := first; i < len(page); i++ {
		if i == 0 {
			continue
		}
		if text := page[i].text; noteMark.MatchString(text) || cites(page[:i], noteNumber.FindStringSubmatch(text)) {
			return i
		}
	}
	return len(page)
}

// cites reports whether the lines hold the note's number as a superscript.
func cites(lines []item, number []string) bool {
	if number == nil {
		return false
	}
	var b strings.Builder
	for _, r := range number[1] {
		b.WriteRune([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[r-'0'])
	}
	for i := range lines {
		if strings.Contains(lines[i].text, b.String()) {
			return true
		}
	}
	return false
}
