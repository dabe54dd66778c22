package xlsx

import (
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/corpus/internal/ooxml"
	"github.com/zhaibao/zhaibao/corpus/internal/page"
	"github.com/zhaibao/zhaibao/corpus/internal/sheet"
)

// The size of a sheet.
const (
	maxRow    = 1 << 20
	maxColumn = 1 << 14
)

// grid is a sheet with what is stored in it, rows and cells in order.
type grid struct {
	rows   []line
	hidden []span // columns
	merged []area
}

// line is a row; rows and columns count from 1.
type line struct {
	number int
	hidden bool
	cells  []entry
}

type entry struct {
	column int
	text   string
	bare   bool // a formula without a result
}

type span struct{ from, to int }

// area is a merged area, both ends within it.
type area struct{ rows, columns span }

// entryCost is what a cell takes in memory beside its text.
const entryCost = 40

// sheet reads the rows of a sheet that are to be seen.
func (b *book) sheet(t tab) ([]sheet.Row, error) {
	g := &grid{}
	err := b.Scan(t.part, func(s *ooxml.Scanner) {
		if s.Space != ooxml.Sheet || s.Name != "worksheet" {
			s.Fail(errKind)
			return
		}
		for at := s.Depth(); s.Child(at); {
			switch s.Name {
			case "cols":
				for in := s.Depth(); s.Child(in); {
					if isTrue(s.Get("hidden")) && b.take(entryCost) {
						g.hidden = append(g.hidden, span{atoi(s.Get("min")), atoi(s.Get("max"))})
					}
				}
			case "sheetData":
				for in := s.Depth(); s.Child(in); {
					if s.Name == "row" {
						b.row(s, g)
					}
				}
			case "mergeCells":
				for in := s.Depth(); s.Child(in); {
					if a, ok := parseArea(s.Get("ref")); ok && b.take(entryCost) {
						g.merged = append(g.merged, a)
					}
				}
			}
		}
	})
	if err != nil {
		return nil, err
	}
	return b.seen(t, g)
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// row reads a row; one out of order is an error, since cells would be read twice.
func (b *book) row(s *ooxml.Scanner, g *grid) {
	number := 1
	if n := len(g.rows); n > 0 {
		number = g.rows[n-1].number + 1
	}
	if r := s.Get("r"); r != "" {
		if n := atoi(r); n >= number && n <= maxRow {
			number = n
		} else {
			s.Fail(ooxml.ErrDamaged)
			return
		}
	}
	l := line{number: number, hidden: isTrue(s.Get("hidden"))}
	next := 1
	for at := s.Depth(); s.Child(at); {
		if s.Name != "c" {
			continue
		}
		if ref := s.Get("r"); ref != "" {
			column, _, ok := parseRef(ref)
			if !ok || column < next {
				s.Fail(ooxml.ErrDamaged)
				return
			}
			next = column
		}
		if next > maxColumn {
			s.Fail(ooxml.ErrDamaged)
			return
		}
		text, bare := b.cell(s)
		if text != "" || bare {
			if !b.take(len(text) + entryCost) {
				s.Fail(page.ErrTooLong)
				return
			}
			l.cells = append(l.cells, entry{next, text, bare})
		}
		next++
	}
	if len(l.cells) > 0 || l.hidden {
		if !b.take(entryCost) {
			s.Fail(page.ErrTooLong)
		}
		g.rows = append(g.rows, l)
	}
}

// cell reads a cell as it is shown; bare is a formula without a result.
func (b *book) cell(s *ooxml.Scanner) (text string, bare bool) {
	kind, style := s.Get("t"), s.Get("s")
	value, formula := "", false
	for at := s.Depth(); s.Child(at); {
		switch s.Name {
		case "v":
			value = string(s.Text())
		case "f":
			formula = true
		case "is":
			value = richText(s)
		}
	}
	switch kind {
	case "s":
		n, err := strconv.Atoi(value)
		if err != nil || n < 0 || n >= len(b.strings) {
			s.Fail(ooxml.ErrDamaged)
			return "", false
		}
		return b.looks.of(style).string(b.strings[n]), false
	case "inlineStr":
		return b.looks.of(style).string(value), false
	case "str":
		return b.looks.of(style).string(unescape(value)), false
	}
	if value = strings.TrimSpace(value); value == "" {
		return "", formula
	}
	switch kind {
	case "b":
		if isTrue(value) {
			return "TRUE", false
		}
		return "FALSE", false
	case "e":
		if value == "#DIV/0!" { // its digit is no number
			value = "#DIV!"
		}
		return value, false
	case "d":
		return isoDate(value), false
	}
	d, ok := parseDecimal(value)
	if !ok {
		s.Fail(ooxml.ErrDamaged)
		return "", false
	}
	return b.looks.of(style).number(d, b.looks.date1904), false
}

// parseRef reads B12; ok is false for what lies outside a sheet.
func parseRef(ref string) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref) && i < 4 && ref[i]|0x20 >= 'a' && ref[i]|0x20 <= 'z'; i++ {
		column = column*26 + int(ref[i]|0x20-'a') + 1
	}
	row, err := strconv.Atoi(ref[i:])
	return column, row, err == nil && column >= 1 && column <= maxColumn && row >= 1 && row <= maxRow
}

// name is a cell's reference.
func name(column, row int) string {
	s := ""
	for ; column > 0; column = (column - 1) / 26 {
		s = string(rune('A'+(column-1)%26)) + s
	}
	return s + strconv.Itoa(row)
}
