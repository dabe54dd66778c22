package sheet

import (
	"context"
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

// Write turns sheets into text. It fails where o names a column that no sheet has.
func Write(ctx context.Context, l corpus.Limits, sheets []Sheet, o Options) (corpus.Text, error) {
	w := writer{page: page.New(l)}
	found := make([]texts, len(sheets))
	holds := make([]bool, len(sheets))
	for i, s := range sheets {
		if found[i], holds[i] = s.find(o); holds[i] {
			w.parted = true
		}
	}
	if o.Text != "" && !w.parted {
		return corpus.Text{}, noColumn(o.Text, sheets)
	}
	for i, s := range sheets {
		if err := ctx.Err(); err != nil {
			return corpus.Text{}, err
		}
		if w.page.Full() {
			break
		}
		if holds[i] {
			w.texts(s, found[i])
		} else {
			w.table(s)
		}
	}
	t, err := w.page.Done(ErrEmpty)
	t.Parts = w.parts
	return t, err
}

// noColumn says which headlines there are.
func noColumn(want string, sheets []Sheet) error {
	heads := ""
	for _, s := range sheets {
		if len(s.Rows) > 0 && heads == "" {
			heads = strings.Join(s.Rows[0].Cells, "、")
		}
	}
	if r := []rune(heads); len(r) > 100 {
		heads = string(r[:100]) + "…"
	}
	return corpus.Problem("没有名为“"+want+"”的列，表头是："+page.Flat(heads)+"；请改用其中一列",
		"no column is called "+want+"; name one of the table's headlines")
}

type writer struct {
	page   *page.Page
	parts  []corpus.Part
	parted bool // the file has parts
}

// texts writes the texts of a sheet, each a part.
func (w *writer) texts(s Sheet, t texts) {
	for _, r := range s.Rows[t.from:] {
		text := strings.TrimSpace(lineEnds.Replace(r.at(t.column)))
		if text == "" {
			continue
		}
		w.part(corpus.Part{
			Row: r.Number, Title: page.Flat(r.at(t.title)), Region: page.Flat(r.at(t.region)),
			Org: page.Flat(r.at(t.org)), Period: page.Flat(r.at(t.period)),
		}, func() { w.page.Paragraph(text, 0) })
	}
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
	cells := make([]string, 0, width)
	for _, r := range s.Rows {
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
