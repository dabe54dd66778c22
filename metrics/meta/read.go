package meta

import (
	"slices"
	"strings"

	"github.com/zhaibao/zhaibao/internal/byhand"
	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/period"
)

// Table is a file that was checked. It is immutable and safe for concurrent use.
type Table struct {
	Name     string // as it was given to Read
	Columns  []Column
	Warnings []Problem // rows that were not used
	rows     map[Place][]row
}

// row is a line of numbers.
type row struct {
	Place
	line   int
	period period.Period
	cells  []metrics.Number // one per column
}

// Read checks a file: UTF-8 with or without a byte order mark, or GB18030. The
// name stands in messages. The error is an *Error with all problems.
func Read(name string, data []byte, known Known) (*Table, error) {
	p := &parser{name: name, known: &known, rows: map[Place][]row{}}
	if text, ok := byhand.Decode(data, p.whole); ok {
		p.read(text)
	}
	if err := byhand.Fail(name, p.problems); err != nil {
		return nil, err
	}
	for _, rows := range p.rows {
		slices.SortStableFunc(rows, func(a, b row) int { return months(a.period) - months(b.period) })
	}
	return &Table{Name: name, Columns: p.header.columns, Warnings: p.warnings, rows: p.rows}, nil
}

// months is how long a period is; the one that is not stated is the longest.
func months(p period.Period) int {
	first, last, ok := p.Months()
	if !ok {
		return 1 << 20
	}
	return last - first
}

// parser is the state of Read.
type parser struct {
	name               string
	known              *Known
	header             *header
	rows               map[Place][]row
	problems, warnings []Problem
}

func (p *parser) problem(line int, column string, m message) {
	p.problems = append(p.problems, Problem{File: p.name, Line: line, Column: column, Message: m})
}

// whole is a problem of a whole line.
func (p *parser) whole(line int, m message) { p.problem(line, "", m) }

func (p *parser) read(text []byte) {
	byhand.Split(text, p.whole, func(line int, cells []string) {
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if p.header == nil {
			p.readHeader(line, cells)
		} else {
			p.readRow(line, cells)
		}
	})
	if p.header == nil && len(p.problems) == 0 {
		p.problem(1, "", sayf("文件是空的；第一行应为表头，如 region,period,population", "the file is empty; its first line is a header such as region,period,population"))
	}
}

func (p *parser) readRow(line int, cells []string) {
	h := p.header
	if h.file < 0 && h.region < 0 && h.code < 0 {
		return // the header's problem was told
	}
	if len(cells) > h.width && slices.ContainsFunc(cells[h.width:], func(c string) bool { return c != "" }) || len(cells) < h.width {
		p.problem(line, "", sayf("有 %d 格，表头有 %d 列；数字中的逗号要括在引号里，如 \"1,234\"", "%d cells where the header has %d columns; a comma inside a number needs quotes: \"1,234\"", len(cells), h.width))
		return
	}
	text := func(i int) string {
		if i < 0 {
			return ""
		}
		return strings.TrimPrefix(cells[i], "'") // the guard of our own CSV files
	}
	r := row{line: line}
	ok := true
	if r.period, ok = byhand.Period(text(h.period)); !ok {
		p.problem(line, periodColumn, sayf("%q 不是报告期；请写成 2019、2019H1、2019Q2、2019-06 或 2019-01/2019-05", "%q is no period; write 2019, 2019H1, 2019Q2, 2019-06 or 2019-01/2019-05", text(h.period)))
	}
	p.readNumbers(&r, cells)
	if !ok || !p.resolve(line, &r, text(h.file), text(h.region), text(h.code)) {
		return
	}
	for _, other := range p.rows[r.Place] {
		if other.period == r.period {
			p.problem(line, "", sayf("与第 %d 行是同一地区、同一时期，请去掉一行", "the same region and period as in line %d; take one out", other.line))
			return
		}
	}
	p.rows[r.Place] = append(p.rows[r.Place], r)
}

func (p *parser) readNumbers(r *row, cells []string) {
	for i, c := range p.header.columns {
		cell := cells[p.header.at[i]]
		n, ok := number(cell)
		switch {
		case !ok:
			p.problem(r.line, c.Name, sayf("%q 不是数；请写成 1234.5 或 \"1,234.5\"，万、亿写在表头的括号里，如 人口（万人）", "%q is no number; write 1234.5 or \"1,234.5\", and a unit such as 万人 in brackets in the header", cell))
		case strings.HasPrefix(string(n), "-"):
			p.problem(r.line, c.Name, sayf("%q 是负数，不能作分母", "%q is negative and nothing can be divided by it", cell))
		}
		r.cells = append(r.cells, n)
	}
}
