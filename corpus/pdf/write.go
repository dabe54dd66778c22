package pdf

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/segment"
)

// text puts the document together.
func (d *document) text(ctx context.Context) (corpus.Text, error) {
	d.body = d.bodyFace()
	d.dropHeads()
	d.takeNotes()
	d.dropContinued()
	refs := d.citing()
	d.items = append(d.items, d.notes...)
	d.joinLines()
	if err := ctx.Err(); err != nil {
		return corpus.Text{}, err
	}
	w := writer{levels: d.headingSizes(), body: d.body, refs: refs}
	for i := 0; i < len(d.items); {
		k := i + 1
		if d.items[i].row != nil {
			k = d.tableEnd(i)
			w.table(d.items[i:k])
		} else {
			for k < len(d.items) && d.items[k].joined {
				k++
			}
			w.paragraph(d.items[i:k])
		}
		i = k
	}
	if w.b.Len() == 0 {
		return corpus.Text{}, ErrScanned
	}
	text := w.b.String()
	return corpus.Text{Text: text, Encoding: corpus.UTF8, Replaced: strings.Count(text, string(unknown)), Marks: w.marks}, nil
}

type writer struct {
	b      strings.Builder
	marks  []segment.Mark
	levels []float64 // sizes of headings, the largest first
	body   face
	refs   citing
}

func (w *writer) paragraph(its []item) {
	var lines strings.Builder
	for i := range its {
		lines.WriteString(its[i].glue)
		lines.WriteString(its[i].text)
	}
	text := w.refs.paragraph(lines.String(), &its[0])
	if text == "" {
		return
	}
	start := w.b.Len()
	w.b.WriteString(text)
	if level := w.heading(its, text); level > 0 {
		w.marks = append(w.marks, segment.Mark{Span: segment.Span{Start: start, End: w.b.Len()}, Kind: segment.MarkHeading, Level: level})
	}
	w.b.WriteByte('\n')
}

const (
	headingLarger = 1.1 // times the body's size
	headingRunes  = 80  // characters of a heading at most
	boldRunes     = 40  // of one that differs in its font only
	maxLevel      = 6
)

// headingSizes are the sizes of lines that are larger than the body.
func (d *document) headingSizes() []float64 {
	var out []float64
	for i := range d.items {
		if it := &d.items[i]; it.row == nil && it.size > headingLarger*d.body.size && !slices.Contains(out, quarter(it.size)) {
			out = append(out, quarter(it.size))
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out
}

// heading is the level of a heading, 0 for other paragraphs: what is larger
// than the body, or stands in another font with a list number.
func (w *writer) heading(its []item, text string) uint8 {
	n := utf8.RuneCountInString(text)
	if n > headingRunes || strings.Contains(text, "\n") || strings.Contains("。；，、;,", lastRune(text)) {
		return 0
	}
	if k := slices.Index(w.levels, quarter(its[0].size)); k >= 0 {
		return uint8(min(k+1, maxLevel))
	}
	if len(its) == 1 && n <= boldRunes && its[0].font != w.body.font && its[0].size >= 0.98*w.body.size && startsWithMarker(text) {
		return uint8(min(len(w.levels)+1, maxLevel))
	}
	return 0
}

func (w *writer) table(its []item) {
	if w.b.Len() > 0 && !strings.HasSuffix(w.b.String(), "\n\n") {
		w.b.WriteByte('\n')
	}
	for _, row := range wholeTable(its) {
		for i, cell := range row {
			row[i] = w.refs.cell(cell, its[0].page)
		}
		w.row(row)
	}
	w.b.WriteByte('\n')
}

func (w *writer) row(cells []string) {
	at := len(w.marks)
	start := w.b.Len()
	w.marks = append(w.marks, segment.Mark{Kind: segment.MarkRow})
	for i, cell := range cells {
		if i > 0 {
			w.b.WriteByte('\t')
		}
		from := w.b.Len()
		w.b.WriteString(cell)
		w.marks = append(w.marks, segment.Mark{Span: segment.Span{Start: from, End: w.b.Len()}, Kind: segment.MarkCell})
	}
	w.marks[at].Span = segment.Span{Start: start, End: w.b.Len()}
	w.b.WriteByte('\n')
}
