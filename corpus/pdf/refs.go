package pdf

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

// citing takes the references to notes out of paragraphs and cells, so
// that none stands between a number and its unit: 1,260²株 is 1,260株.
type citing struct {
	pages map[int][]string // the numbers of the notes by page
	cited map[pageNote]int // how often a page cites a number behind what is no unit
	units map[pageNote]int // how often it stands behind a unit of length
}

type pageNote struct {
	page   int
	number string
}

// reference is a raised number, also in brackets: ² [²] 〔²〕 (²).
var reference = lazy.Regexp(`[\[［〔【(（]([⁰¹²³⁴⁵⁶⁷⁸⁹]+)[\]］〕】)）]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+`)

// lengthUnit ends with a unit whose square and cube are written with ² and ³.
var lengthUnit = lazy.Regexp(`(?:(?:^|[^A-Za-z])[kKcdmhnμµ]?[mM]|公里|[\d百千万亿分厘毫/／（(]米)$`)

// power ends with the base of a power of ten.
var power = lazy.Regexp(`[×xX*·] ?10$`)

// noteNumber is what a note begins with.
var noteNumber = lazy.Regexp(`^(?:([⁰¹²³⁴⁵⁶⁷⁸⁹]+)|[\[［〔【]([0-9]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})[\]］〕】]|([①-⑳])) ?`)

func (d *document) citing() citing {
	r := citing{pages: map[int][]string{}, cited: map[pageNote]int{}, units: map[pageNote]int{}}
	for i := range d.notes {
		if number, _ := cutNote(d.notes[i].text); number != "" {
			r.pages[d.notes[i].page] = append(r.pages[d.notes[i].page], number)
		}
	}
	for i := range d.items {
		it := &d.items[i]
		for _, text := range append([]string{it.text}, it.row...) {
			for _, at := range reference().FindAllStringIndex(text, -1) {
				key := pageNote{it.page, citedNumber(text[at[0]:at[1]])}
				if isUnit(text[:at[0]], key.number) {
					r.units[key]++
				} else {
					r.cited[key]++
				}
			}
		}
	}
	return r
}

// cutNote parts the number of a note from its text; "" where it has none.
func cutNote(text string) (number, rest string) {
	m := noteNumber().FindStringSubmatch(text)
	if m == nil {
		return "", text
	}
	rest = text[len(m[0]):]
	if m[3] != "" {
		r, _ := utf8.DecodeRuneInString(m[3])
		return strconv.Itoa(int(r-'①') + 1), rest
	}
	return citedNumber(m[1] + m[2]), rest
}

// citedNumber is the number of a reference or of a note's mark in plain digits.
func citedNumber(mark string) string {
	return strings.Map(func(r rune) rune {
		switch k := slices.Index(raised, r); {
		case k >= 0:
			return '0' + rune(k)
		case isDigit(r):
			return r
		}
		return -1
	}, mark)
}

// isUnit reports whether the number makes a unit of area or volume of what is
// before it.
func isUnit(before, number string) bool {
	return (number == "2" || number == "3") && lengthUnit().MatchString(before)
}

// drop is the text without its references. Two numbers that a reference parts
// are parted by a space then.
func (r *citing) drop(text string, page int) string {
	at := reference().FindAllStringIndex(text, -1)
	if at == nil {
		return text
	}
	var b strings.Builder
	last := 0
	for _, m := range at {
		before := text[:m[0]]
		if r.keeps(before, text[m[0]:m[1]], page) {
			continue
		}
		b.WriteString(text[last:m[0]])
		last = m[1]
		next, _ := utf8.DecodeRuneInString(text[m[1]:])
		if inNumber(b.String()) && (isDigit(next) || isPoint(next)) {
			b.WriteByte(' ')
		}
	}
	b.WriteString(text[last:])
	return b.String()
}

// keeps reports whether the mark is a part of what is before it: m², 10⁴. It
// is none where the page has a note of this number, which nothing else cites.
func (r *citing) keeps(before, mark string, page int) bool {
	key := pageNote{page, citedNumber(mark)}
	noted := slices.Contains(r.pages[page], key.number)
	switch first, _ := utf8.DecodeRuneInString(mark); {
	case !slices.Contains(raised, first):
		return false
	case isUnit(before, key.number):
		return !noted || r.cited[key] > 0 || r.units[key] > 1
	case power().MatchString(before):
		return true
	}
	return !noted && strings.HasSuffix(before, "10") && !inNumber(before[:len(before)-2])
}

// cell is a cell's text as it is written.
func (r *citing) cell(text string, page int) string { return strings.TrimSpace(r.drop(text, page)) }

// paragraph is a paragraph's text as it is written: a note begins with its
// number in brackets.
func (r *citing) paragraph(text string, first *item) string {
	number, rest := cutNote(text)
	mark := strings.TrimSpace(text[:len(text)-len(rest)])
	next, _ := utf8.DecodeRuneInString(rest)
	switch {
	case number == "" || closes(next):
	case first.note || strings.ContainsFunc(mark, func(c rune) bool { return slices.Contains(raised, c) }):
		return "[" + number + "] " + strings.TrimSpace(r.drop(rest, first.page))
	}
	return strings.TrimSpace(r.drop(text, first.page))
}
