package pdf

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

var noteMark = lazy.Regexp(`^(?:[①-⑳⁰¹²³⁴⁵⁶⁷⁸⁹※*＊]|\[\d{1,2}\]|【\d{1,2}】|注[：:释\d])`)

const noteSize = 0.93 // of the body's em: footnotes are smaller

// takeNotes puts the footnotes of each page behind the body. A number that
// the text cites as a superscript becomes one in front of its note too, so that
// it does not run into a number that the note begins with.
func (d *document) takeNotes() {
	t := noteTaker{d: d, ms: d.margins()}
	t.pitches = d.pitches(t.ms)
	var body []item
	for i := 0; i < len(d.items); {
		k := i
		for k < len(d.items) && d.items[k].page == d.items[i].page {
			k++
		}
		end := k
		for end > i && d.items[end-1].turned {
			end--
		}
		for i < end {
			n := columnEnd(d.items[i:end])
			cut := i + n
			if of := d.items[i].margin.of; i+n == end || of == 2 {
				cut = i + t.notesOf(d.items[i:i+n])
			}
			body = append(body, d.items[i:cut]...)
			for k := cut; k < i+n; k++ {
				d.items[k].note = true
			}
			d.notes = append(d.notes, d.items[cut:i+n]...)
			i += n
		}
		body = append(body, d.items[i:k]...)
		i = k
	}
	d.items = body
}

// columnEnd is how many of a page's items, from the first, stand in one column
// of text.
func columnEnd(page []item) int {
	first := -1
	for i := range page {
		switch {
		case page[i].row != nil:
		case first < 0:
			first = i
		case page[i].margin != page[first].margin:
			return i
		}
	}
	return len(page)
}

// noteTaker finds notes page by page.
type noteTaker struct {
	d       *document
	ms      map[marginKey]margins
	pitches map[float64]float64
	open    bool // the last page's last note may go on
	last    int  // number of the last note
}

// notesOf is where the page's notes begin; its end where there are none. They
// are the lines at its foot
//
//   - below a short rule, from one that begins with a note's mark or number, or
//     that goes on a note of the page before;
//   - in smaller print, from one that begins with a mark or a cited number;
//   - apart from the text, that begin with the numbers that the page cites,
//     all of them.
func (t *noteTaker) notesOf(page []item) int {
	if len(page) == 0 {
		return 0
	}
	open := t.open
	t.open = false
	cut := len(page)
	if first := t.d.sheets[page[0].page-1].noteRule(page); first < len(page) {
		cut = t.mark(page, first, true, open)
	}
	if cut == len(page) {
		cut = t.mark(page, t.smallPrint(page), false, false)
	}
	if cut == len(page) {
		cut = t.apart(page)
	}
	if cut < len(page) {
		t.open = !t.ended(&page[len(page)-1])
	}
	return cut
}

func (t *noteTaker) smallPrint(page []item) int {
	first := len(page)
	for first > 0 && page[first-1].row == nil && page[first-1].size < noteSize*t.d.body.size {
		first--
	}
	if first == 0 {
		return len(page)
	}
	return first
}

// mark raises the numbers of the notes among the lines from first on, and
// returns the first of them. Below a rule the number may be the next one too.
func (t *noteTaker) mark(page []item, first int, ruled, open bool) int {
	cited := citations(page[:first])
	cut := len(page)
	for i := first; i < len(page); i++ {
		it := &page[i]
		if i > first && !t.ended(&page[i-1]) {
			continue
		}
		number, rest := nextCited(cited, it.text)
		if number == "" && ruled && (i == first || cut < len(page)) && !(i == first && open) {
			number = t.next(it.text)
		}
		switch {
		case number != "":
			t.raise(it, number)
			cited = rest
		case noteMark().MatchString(it.text):
			it.starts = true
		case !(ruled && open && i == first):
			continue
		}
		cut = min(cut, i)
	}
	return cut
}

// next is the number that follows that of the last note, or 1, where the text
// begins with it.
func (t *noteTaker) next(text string) string {
	for _, n := range [...]int{t.last + 1, 1} {
		if number := strconv.Itoa(n); strings.HasPrefix(text, number) {
			return number
		}
	}
	return ""
}

func (t *noteTaker) raise(it *item, number string) {
	it.text = superscript(number) + it.text[len(number):]
	it.starts = true
	t.last, _ = strconv.Atoi(number)
}

// ended reports whether the line leaves room to the margin, as the last one of
// a paragraph.
func (t *noteTaker) ended(it *item) bool {
	return it.row != nil || it.x1 < t.ms[it.margin].right-2*it.size
}

// apart finds notes in the body's print without a rule: behind a gap, each
// with a number that the page cites, in order up to the last one cited.
func (t *noteTaker) apart(page []item) int {
	cited := citations(page)
	if len(cited) == 0 {
		return len(page)
	}
	first := len(page) - 1
	for first > 0 && !t.gap(&page[first-1], &page[first]) {
		first--
	}
	if first == 0 || page[first].row != nil {
		return len(page)
	}
	cited = citations(page[:first])
	var starts []int
	for i := first; i < len(page); i++ {
		number, rest := nextCited(cited, page[i].text)
		clear := number != "" && !strings.ContainsAny(string([]rune(page[i].text[len(number):] + "\n")[0]), "0123456789.,，、．%")
		switch {
		case page[i].row != nil, i == first && !clear:
			return len(page)
		case clear && (i == first || t.ended(&page[i-1])):
			starts, cited = append(starts, i), rest
		case t.ended(&page[i-1]):
			return len(page)
		}
	}
	if len(cited) > 0 {
		return len(page)
	}
	cited = citations(page[:first])
	for _, i := range starts {
		number, rest := nextCited(cited, page[i].text)
		t.raise(&page[i], number)
		cited = rest
	}
	return first
}

// gap reports whether b stands farther below a than a paragraph does.
func (t *noteTaker) gap(a, b *item) bool {
	pitch, ok := t.pitches[math.Round(b.size)]
	return ok && a.low-b.base > 1.5*pitch
}

var superscripts = lazy.Regexp(`[⁰¹²³⁴⁵⁶⁷⁸⁹]+`)

// citations are the numbers that the lines have as superscripts, in order.
// Those behind Latin letters are units: km².
func citations(lines []item) []string {
	var out []string
	for i := range lines {
		text := lines[i].text + strings.Join(lines[i].row, "\t")
		for _, at := range superscripts().FindAllStringIndex(text, -1) {
			if r, _ := utf8.DecodeLastRuneInString(text[:at[0]]); !isLatin(r) {
				out = append(out, plain(text[at[0]:at[1]]))
			}
		}
	}
	return out
}

// nextCited is the first number still to come that the text begins with, and
// those behind it. What is passed over is a unit: 10³.
func nextCited(cited []string, text string) (number string, rest []string) {
	for i, c := range cited {
		if strings.HasPrefix(text, c) {
			return c, cited[i+1:]
		}
	}
	return "", nil
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
