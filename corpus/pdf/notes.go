package pdf

import (
	"slices"
	"strings"
	"unicode/utf8"
)

var noteMark = lazy(`^(?:[①-⑳⁰¹²³⁴⁵⁶⁷⁸⁹※*＊]|\[\d{1,2}\]|【\d{1,2}】|注[：:释\d])`)

const noteSize = 0.93 // of the body's em: footnotes are smaller

// takeNotes puts the footnotes of each page behind the body: the smaller lines
// at the page's end, from one that begins with a note's mark. A number that
// the text cites as a superscript becomes one in front of its note too, so that
// it does not run into a number that the note begins with.
func (d *document) takeNotes() {
	ms := d.margins()
	var body []item
	for i := 0; i < len(d.items); {
		k := i
		for k < len(d.items) && d.items[k].page == d.items[i].page {
			k++
		}
		page := d.items[i:k]
		cut := d.notesOf(page, ms)
		body = append(body, page[:cut]...)
		d.notes = append(d.notes, page[cut:]...)
		i = k
	}
	d.items = body
}

// notesOf is where the page's notes begin; its end where there are none.
func (d *document) notesOf(page []item, ms map[marginKey]margins) int {
	first := len(page)
	for first > 0 && page[first-1].row == nil && page[first-1].size < noteSize*d.body.size {
		first--
	}
	if first == 0 {
		return len(page)
	}
	cited := citations(page[:first])
	cut := len(page)
	for i := first; i < len(page); i++ {
		it := &page[i]
		ended := i == first || page[i-1].x1 < ms[it.margin].right-2*it.size
		if number, ok := nextCited(cited, it.text); ok && ended {
			it.text = superscript(number) + it.text[len(number):]
			cited = cited[1:]
			cut = min(cut, i)
		} else if noteMark().MatchString(it.text) {
			cut = min(cut, i)
		}
	}
	return cut
}

var superscripts = lazy(`[⁰¹²³⁴⁵⁶⁷⁸⁹]+`)

// citations are the numbers that the lines have as superscripts, in order.
// Those behind Latin letters are units: km².
func citations(lines []item) []string {
	var out []string
	for i := range lines {
		text := lines[i].text
		for _, at := range superscripts().FindAllStringIndex(text, -1) {
			if r, _ := utf8.DecodeLastRuneInString(text[:at[0]]); !isLatin(r) {
				out = append(out, plain(text[at[0]:at[1]]))
			}
		}
	}
	return out
}

// nextCited is the first number still to come where the text begins with it.
func nextCited(cited []string, text string) (string, bool) {
	if len(cited) == 0 || !strings.HasPrefix(text, cited[0]) {
		return "", false
	}
	return cited[0], true
}

var raised = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")

func superscript(number string) string {
	var b strings.Builder
	for _, r := range number {
		b.WriteRune(raised[r-'0'])
	}
	return b.String()
}

func plain(number string) string {
	var b strings.Builder
	for _, r := range number {
		b.WriteByte(byte('0' + slices.Index(raised, r)))
	}
	return b.String()
}
