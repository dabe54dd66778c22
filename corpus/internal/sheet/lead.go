package sheet

import (
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/corpus/internal/page"
	"github.com/zhaibao/zhaibao/period"
)

// lead counts the rows above a table that are none of its own: titles that take
// up a row and the notes in its corners (填报单位：县卫生健康局, 单位：万元). They
// are lines, as they are above a table in a document.
func (s Sheet) lead(first int) int {
	for i, r := range s.Rows[:min(len(s.Rows), headRows)] {
		if !r.notes() && (r.filled() != 1 || r.at(first) == "" || isNumber(r.at(first))) {
			if r.filled() < 2 {
				return 0
			}
			return i
		}
	}
	return 0
}

// notes reports whether all cells of a row are notes, or a date beside one.
func (r Row) notes() bool {
	notes := 0
	for _, cell := range r.Cells {
		switch {
		case cell == "" || isDay(cell) || len(period.Find(cell)) == 1 && utf8.RuneCountInString(cell) <= labelLength:
		case isNote(cell):
			notes++
		default:
			return false
		}
	}
	return notes > 0
}

// labelLength is the most characters of a note's label.
const labelLength = 10

// isNote reports whether cell is a label with what it labels: 单位：万元.
func isNote(cell string) bool {
	cell = strings.TrimLeft(page.Flat(cell), "（(")
	i := strings.IndexAny(cell, "：:")
	if i <= 0 || utf8.RuneCountInString(cell[:i]) > labelLength || strings.HasPrefix(cell, "其中") {
		return false
	}
	return countHan(cell[:i]) > 1 && strings.TrimLeft(cell[i:], "：: ") != ""
}

// isNumber reports whether cell holds no words.
func isNumber(cell string) bool { return countHan(cell) == 0 }
