package pdf

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

// tableEnd is the index behind the table that starts at row i. It goes on over
// a page's end where the next page starts with a table of the same columns,
// which is not another one with headlines of its own.
func (d *document) tableEnd(i int) int {
	k := i + 1
	for k < len(d.items) && d.items[k].row != nil {
		a, b := &d.items[k-1], &d.items[k]
		if a.table != b.table && (a.page+1 != b.page || a.turned != b.turned || !sameColumns(a, b) || otherTable(d.items[i:k], b.row)) {
			break
		}
		k++
	}
	return k
}

// sameColumns reports whether tables with the rows a and b have the same
// columns. Rules must stand in the same places; those of a part of the table
// may lack some, where its cells are merged.
func sameColumns(a, b *item) bool {
	if a.bounds == nil || b.bounds == nil {
		return len(a.row) == len(b.row)
	}
	few, many := a.bounds, b.bounds
	if len(few) > len(many) {
		few, many = many, few
	}
	return spread(few, many) != nil
}

// spread is where each of the bounds few stands among many; nil where one is
// missing or the outer ones differ.
func spread(few, many []float64) []int {
	shift := many[0] - few[0] // left and right pages
	if math.Abs(shift) > maxShift || math.Abs(few[len(few)-1]+shift-many[len(many)-1]) > touch {
		return nil
	}
	out := make([]int, len(few))
	for i, x := range few {
		k := nearest(many, x+shift)
		if math.Abs(many[k]-x-shift) > touch || i > 0 && k <= out[i-1] {
			return nil
		}
		out[i] = k
	}
	return out
}

const maxShift = 80 // points between the margins of left and right pages

// otherTable reports whether the first row on a page says other headlines than
// the table before: words in every cell where that has rows of figures.
func otherTable(table []item, row []string) bool {
	for _, cell := range row {
		if cell == "" || strings.ContainsAny(cell, "0123456789") {
			return false
		}
	}
	if len(row) < 2 || slices.Equal(table[0].row, row) {
		return false
	}
	return slices.ContainsFunc(table[1:], func(it item) bool { return slices.ContainsFunc(it.row[1:], isFigure) })
}

func isFigure(cell string) bool {
	return strings.ContainsAny(cell, "0123456789") && strings.Trim(cell, "0123456789.,%-") == ""
}

// wholeTable are the rows of a table, in as many columns as its widest part
// has. Headlines that a new page says again are left out.
func wholeTable(its []item) [][]string {
	bounds := its[0].bounds
	for i := range its {
		if len(its[i].bounds) > len(bounds) {
			bounds = its[i].bounds
		}
	}
	var rows [][]string
	for i := 0; i < len(its); {
		k := i
		var part [][]string
		for ; k < len(its) && its[k].table == its[i].table; k++ {
			part = append(part, widen(its[k].row, its[k].bounds, bounds))
		}
		if i > 0 {
			part = part[repeated(rows, part):]
		}
		rows = append(rows, part...)
		i = k
	}
	return rows
}

// widen puts the cells of a row under the columns of a table that has more.
func widen(row []string, few, many []float64) []string {
	if len(few) == len(many) || few == nil || len(row) != len(few)-1 {
		return row
	}
	at := spread(few, many)
	if at == nil {
		return row
	}
	out := make([]string, len(many)-1)
	for i, cell := range row {
		out[at[i]] = cell
	}
	return out
}

// repeated is how many of the part's first rows say the table's headlines again.
func repeated(table, part [][]string) int {
	n := 0
	for n < min(len(table), len(part)) && slices.Equal(table[n], part[n]) && isHeader(part[n]) {
		n++
	}
	return n
}

// isHeader reports a row without figures but years, or that counts its columns.
func isHeader(row []string) bool {
	counts := true
	for i, cell := range row {
		counts = counts && cell == strconv.Itoa(i+1)
	}
	return counts || !slices.ContainsFunc(row, func(cell string) bool { return isFigure(cell) && !isYear(cell) })
}

var continued = lazy.Regexp(`^[（(]?(?:续表?|续上[页表]|[上接]+[页表]|表 ?[0-9.\-一二三四五六七八九十]* ?[（(]?续[表）)]*)[0-9一二三四五六七八九十]*[）)]?[：:]?$`)

// dropContinued takes out the lines between two parts of a table that say at
// the start of a page that it goes on (续表), or its caption again.
func (d *document) dropContinued() {
	out := d.items[:0]
	for i := 0; i < len(d.items); {
		k := i
		for k < len(d.items) && k < i+maxCaption && d.items[k].row == nil {
			k++
		}
		if k > i && i > 0 && k < len(d.items) && d.items[k].row != nil && out[len(out)-1].row != nil && d.sayAgain(out, i, k) {
			i = k
		}
		out = append(out, d.items[i])
		i++
	}
	d.items = out
}

const maxCaption = 3 // lines over a table that is continued

// sayAgain reports whether the lines from i to k, between the last row before
// and a row on the next page, are such lines.
func (d *document) sayAgain(before []item, i, k int) bool {
	last, next := &before[len(before)-1], &d.items[k]
	if last.page+1 != next.page || !sameColumns(last, next) {
		return false
	}
	top := len(before)
	for top > 0 && before[top-1].row != nil {
		top--
	}
	if otherTable(before[top:], next.row) {
		return false
	}
	for ; i < k; i++ {
		it := &d.items[i]
		again := slices.ContainsFunc(before[max(0, top-maxCaption):top], func(c item) bool { return c.row == nil && c.text == it.text })
		if it.page != next.page || it.turned || !again && !continued().MatchString(it.text) {
			return false
		}
	}
	return true
}
