package sheet

import (
	"context"
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/internal/page"
	"github.com/zhaibao/zhaibao/segment"
)

// ErrEmpty is the error of files without any text.
var ErrEmpty = corpus.Problem("表里没有可见的内容，请检查是否导出完整，或取消隐藏",
	"nothing to be seen in the sheets; check that they were exported completely, or unhide them")

// maxWidth is the width up to which the rows of a sheet are filled up to the
// same number of cells.
const maxWidth = 256

// Write turns sheets into text. It fails where a sheet of texts has no column of
// the name in o; tables need none.
func Write(ctx context.Context, l corpus.Limits, sheets []Sheet, o Options) (corpus.Text, error) {
	w := writer{page: page.New(l)}
	where := make([]texts, len(sheets))
	what := make([]search, len(sheets))
	for i, s := range sheets {
		switch where[i], what[i] = s.find(o); what[i] {
		case unnamed:
			return corpus.Text{}, noColumn(o.Text, s)
		case found:
			w.parted = true
		}
	}
	for i, s := range sheets {
		if err := ctx.Err(); err != nil {
			return corpus.Text{}, err
		}
		if w.page.Full() {
			break
		}
		if what[i] == found {
			w.texts(s, where[i])
		} else {
			w.table(s)
		}
	}
	t, err := w.page.Done(ErrEmpty)
	t.Parts = w.parts
	return t, err
}

// noColumn says which headlines there are.
func noColumn(want string, s Sheet) error {
	var heads []string
	for _, r := range s.Rows[:min(len(s.Rows), headRows)] {
		if r.isHead() && r.filled() > 1 {
			heads = r.Cells
			break
		}
	}
	zh, en := Names(heads)
	return corpus.Problem("没有名为“"+page.Flat(want)+"”的列（--text-column），表头是："+zh+"；请改用其中一列，或去掉该选项",
		"no column has the name that --text-column gives; the headlines are "+en+"; name one of them, or leave the flag out")
}

// namesLength is the length up to which names are listed in an error.
const namesLength = 100

// Names lists headlines or fields for an error in Chinese and in English, where
// names that are not ASCII are counted only.
func Names(list []string) (zh, en string) {
	var all, ascii []string
	for _, s := range list {
		if s = page.Flat(s); s == "" {
			continue
		}
		all = append(all, s)
		if !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 || r == '(' || r == ')' }) {
			ascii = append(ascii, s)
		}
	}
	if n := len(all) - len(ascii); n > 0 {
		ascii = append(ascii, strconv.Itoa(n)+" in Chinese")
	}
	return short(strings.Join(all, "、")), short(strings.Join(ascii, ", "))
}

func short(s string) string {
	if r := []rune(s); len(r) > namesLength {
		return string(r[:namesLength]) + "…"
	}
	return s
}

type writer struct {
	page   *page.Page
	parts  []corpus.Part
	parted bool // the file has parts
}

// texts writes the texts of a sheet, each row a part or several (Group); texts of
// several columns stand under their headlines.
func (w *writer) texts(s Sheet, t texts) {
	heads := make([]string, len(t.columns))
	for i, c := range t.columns {
		heads[i] = page.Flat(Row{Cells: t.heads}.at(c))
	}
	for _, r := range s.Rows[t.from:] {
		about := r.About
		if about == nil {
			p := Describe(t.heads, r.Cells)
			about = &p
		}
		groups, of := Group(heads, *about)
		for i, group := range groups {
			of[i].Row = r.Number
			w.report(of[i], r, t.columns, heads, group)
		}
	}
}

// report writes the texts of a row that form a report, if there are any.
func (w *writer) report(p corpus.Part, r Row, columns []int, heads []string, group []int) {
	cells, size := make([]string, len(group)), 0
	for i, k := range group {
		cells[i] = strings.TrimSpace(lineEnds.Replace(r.at(columns[k])))
		size += len(cells[i])
	}
	if size == 0 {
		return
	}
	w.part(p, func() {
		for i, k := range group {
			if cells[i] == "" {
				continue
			}
			if len(columns) > 1 && heads[k] != "" {
				w.page.Paragraph(heads[k], 1)
			}
			w.page.Paragraph(cells[i], 0)
		}
	})
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// part writes a text behind a blank line and says where it is.
func (w *writer) part(p corpus.Part, write func()) {
	w.page.Blank()
	p.Start = w.page.Len()
	write()
	if p.Span = (segment.Span{Start: p.Start, End: w.page.Len()}); !p.Empty() {
		w.parts = append(w.parts, p)
	}
}

// table writes a sheet as a table under its name.
func (w *writer) table(s Sheet) {
	if len(s.Rows) == 0 {
		return
	}
	if w.parted {
		w.part(corpus.Part{Row: s.Rows[0].Number, Title: s.title()}, func() { w.rows(s) })
	} else {
		w.rows(s)
	}
}

func (w *writer) rows(s Sheet) {
	w.page.Blank()
	if name := s.title(); name != "" {
		w.page.Paragraph(name, 1)
		w.page.Blank()
	}
	first, width := s.extent()
	lead := 0
	if width > 1 {
		lead = s.lead(first)
	}
	for _, r := range s.Rows[:lead] {
		for _, cell := range r.Cells {
			if cell != "" {
				w.page.Paragraph(page.Flat(cell), 0)
			}
		}
	}
	if lead > 0 {
		w.page.Blank()
	}
	cells := make([]string, 0, width)
	for _, r := range s.Rows[lead:] {
		if r.Apart {
			w.page.Blank()
		}
		if width == 1 { // lines, not a table
			w.page.Paragraph(lineEnds.Replace(r.at(first)), 0)
			continue
		}
		end := first + width
		for width > maxWidth && r.at(end-1) == "" && end > first {
			end--
		}
		cells = cells[:0]
		for c := first; c < end; c++ {
			cells = append(cells, page.Flat(r.at(c)))
		}
		w.page.Row(cells)
	}
	w.page.Blank()
}

// title is the sheet's name, "" for those that a program gives: Sheet1, 工作表2.
func (s Sheet) title() string {
	name := page.Flat(s.Name)
	for _, usual := range []string{"sheet", "工作表", "表"} {
		if n, ok := strings.CutPrefix(strings.ToLower(name), usual); ok && strings.Trim(n, "0123456789 ()（）") == "" {
			return ""
		}
	}
	return name
}
