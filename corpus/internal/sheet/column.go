package sheet

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// What tells a column of texts: the Han characters that its cells have on average.
const (
	headRows  = 10  // among which the headline is looked for
	sentence  = 4   // under 工作总结, in sentences, where no other column has figures
	shortText = 8   // the same without the marks of sentences
	namedText = 20  // under 工作总结; under 内容, where no other column has figures
	prose     = 40  // under 内容; under another headline, beside a column of texts
	longText  = 100 // under any headline
	headline  = 40  // the most characters of a headline
)

// texts says where a sheet's texts are.
type texts struct {
	heads   []string // the headlines, nil for none
	from    int      // the first row of texts
	columns []int    // each row's texts, in order
}

// search is what is found of texts in a sheet.
type search uint8

const (
	none    search = iota // a table
	found                 // texts
	unnamed               // a sheet of texts, but the column that is asked for is not there
)

// find looks for the columns of texts.
func (s Sheet) find(o Options) (texts, search) {
	if want := fold(o.Text); want != "" {
		for i, r := range s.Rows[:min(len(s.Rows), headRows)] {
			for c, cell := range r.Cells {
				if fold(cell) == want {
					return texts{r.Cells, i + 1, []int{c}}, found
				}
			}
		}
		if s.hasTexts() {
			return texts{}, unnamed
		}
		return texts{}, none
	}
	if t, ok := s.named(); ok {
		return t, found
	}
	if t, ok := s.long(longText); ok {
		return t, found
	}
	return texts{}, none
}

// hasTexts reports whether some column may be one of texts.
func (s Sheet) hasTexts() bool {
	if _, ok := s.named(); ok {
		return true
	}
	_, ok := s.long(prose)
	return ok
}

// named looks for a headline of texts above cells of prose; of several the
// headlines of the longest count.
func (s Sheet) named() (texts, bool) {
	row, column, size := -1, 0, -1.0
	for i, r := range s.Rows[:min(len(s.Rows), headRows)] {
		if !r.isHead() {
			continue
		}
		for c, cell := range r.Cells {
			k := kindOf(cell)
			if k != named && k != maybe || r.filled() < 2 && !textNames[fold(cell)] {
				continue
			}
			n := s.average(i+1, c)
			if n <= size || n < sentence {
				continue
			}
			l := least(k, s.figures(i, c))
			if l == shortText && s.sentences(i+1, c) {
				l = sentence
			}
			if n >= l && s.mostly(i+1, c, int(l/2)) {
				row, column, size = i, c, n
			}
		}
	}
	if row < 0 {
		return texts{}, false
	}
	return s.under(row, column), true
}

// least is how long the texts under a headline must be.
func least(k kind, figures bool) float64 {
	switch {
	case k == named && !figures:
		return shortText
	case k == named, !figures:
		return namedText
	}
	return prose
}

// under are the texts in column c below the headline at row i: one headline of
// the whole text stands alone, others are joined with the long columns beside them.
func (s Sheet) under(i, c int) texts {
	t := texts{s.Rows[i].Cells, i + 1, []int{c}}
	if wholeNames[fold(s.Rows[i].at(c))] {
		return t
	}
	first, width := s.extent()
	for k := first; k < first+width; k++ {
		if k == c {
			continue
		}
		cell, size := s.Rows[i].at(k), float64(prose)
		switch kindOf(cell) {
		case named:
			size = namedText
		case speaks, tells, numbers:
			continue
		}
		if wholeNames[fold(cell)] && s.average(i+1, k) >= size {
			return texts{t.heads, i + 1, []int{k}}
		}
		if s.average(i+1, k) >= size && !s.repeats(i+1, k, t.columns) {
			t.columns = append(t.columns, k)
		}
	}
	slices.Sort(t.columns)
	return s.second(t)
}

// second takes in a second row of headlines: 工作总结 above 上半年 and 下半年.
func (s Sheet) second(t texts) texts {
	if t.from >= len(s.Rows) || len(t.columns) < 2 {
		return t
	}
	r := s.Rows[t.from]
	for c, cell := range r.Cells {
		if cell != "" && (!slices.Contains(t.columns, c) || countHan(cell) >= shortText) {
			return t
		}
	}
	heads := slices.Clone(t.heads)
	for _, c := range t.columns {
		for len(heads) <= c {
			heads = append(heads, "")
		}
		if cell := r.at(c); cell != "" {
			heads[c] = cell
		}
	}
	return texts{heads, t.from + 1, t.columns}
}

// compared is with how many columns another is compared.
const compared = 8

// repeats reports whether column c says again what one of the first columns says.
func (s Sheet) repeats(from, c int, columns []int) bool {
	for _, r := range s.Rows[from:] {
		for _, other := range columns[:min(len(columns), compared)] {
			if a, b := r.at(c), r.at(other); countHan(a) >= namedText && countHan(b) >= namedText && (strings.Contains(a, b) || strings.Contains(b, a)) {
				return true
			}
		}
	}
	return false
}

// long looks for columns of texts of at least size beside other columns. Texts
// in the only column are the lines of one.
func (s Sheet) long(size float64) (texts, bool) {
	first, width := s.extent()
	if width < 2 || len(s.Rows) < 2 {
		return texts{}, false
	}
	best, longest, spoken := -1, size, false
	for c := first; c < first+width; c++ {
		k := kindOf(s.Rows[0].at(c))
		if k == tells || k == speaks && best >= 0 && !spoken {
			continue
		}
		n := s.average(1, c)
		if n >= longest || n >= size && spoken && k != speaks {
			if s.mostly(1, c, int(size/4)) && s.count(1, c)*2 >= len(s.Rows)-1 {
				best, longest, spoken = c, n, k == speaks
			}
		}
	}
	switch {
	case best < 0:
		return texts{}, false
	case countHan(s.Rows[0].at(best)) >= longText: // no headline
		return texts{nil, 0, []int{best}}, true
	}
	return s.under(0, best), true
}

// figures reports whether below the headlines of row i, beside column text, there
// are figures that would be lost if only texts were read.
func (s Sheet) figures(i, text int) bool {
	for c, cell := range s.Rows[i].Cells {
		if k := kindOf(cell); cell == "" || c == text || k == speaks || k == tells || k == numbers {
			continue
		}
		with, all := 0, 0
		for _, r := range s.Rows[i+1:] {
			if t := r.at(c); t != "" {
				all++
				if strings.ContainsAny(t, "0123456789") && countHan(t) < prose {
					with++
				}
			}
		}
		if with*2 > all {
			return true
		}
	}
	return false
}

// isHead reports whether all cells of a row are as short as headlines.
func (r Row) isHead() bool {
	for _, cell := range r.Cells {
		if utf8.RuneCountInString(cell) > headline || strings.ContainsAny(cell, "。；") {
			return false
		}
	}
	return true
}

func (r Row) filled() (n int) {
	for _, cell := range r.Cells {
		if cell != "" {
			n++
		}
	}
	return n
}

// average is the mean number of Han characters of the cells of a column that
// are not empty.
func (s Sheet) average(from, column int) float64 {
	sum := 0
	for _, r := range s.Rows[from:] {
		sum += countHan(r.at(column))
	}
	return float64(sum) / float64(max(s.count(from, column), 1))
}

// count counts the cells of a column that are not empty.
func (s Sheet) count(from, column int) (n int) {
	for _, r := range s.Rows[from:] {
		if r.at(column) != "" {
			n++
		}
	}
	return n
}

// mostly reports whether at least half of a column's cells have size Han
// characters: a form with one long answer is no list of reports.
func (s Sheet) mostly(from, column, size int) bool {
	long := 0
	for _, r := range s.Rows[from:] {
		if countHan(r.at(column)) >= size {
			long++
		}
	}
	return long > 0 && long*2 >= s.count(from, column)
}

// sentences reports whether most cells of a column hold the mark of a sentence.
func (s Sheet) sentences(from, column int) bool {
	n := 0
	for _, r := range s.Rows[from:] {
		if strings.ContainsAny(r.at(column), "。；") {
			n++
		}
	}
	return n*2 > s.count(from, column)
}

func countHan(s string) (n int) {
	for _, r := range s {
		if r >= 0x3400 && r <= 0x9fff {
			n++
		}
	}
	return n
}

// at is a cell, "" outside the row.
func (r Row) at(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return r.Cells[column]
}

// extent is the first column with text and the number of columns to the last.
func (s Sheet) extent() (first, width int) {
	first, last := 1<<30, -1
	for _, r := range s.Rows {
		for c, cell := range r.Cells {
			if cell != "" {
				first, last = min(first, c), max(last, c)
			}
		}
	}
	return first, max(0, last+1-first)
}
