package pdf

import (
	"context"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
)

// item is a line or a row of a table of the document, in reading order.
type item struct {
	piece                // the line: its text and extent
	row        []string  // the cells, nil for a line
	table      int       // number of the table that the row belongs to
	bounds     []float64 // of the table's columns, nil where it has no rules
	low        float64   // its lower end: a line's baseline, a table's last rule
	base, size float64   // of a line
	font       string    // of a line
	page       int       // from 1
	margin     marginKey // which lines have its margins
	turned     bool      // not in the direction of most of its page
	note       bool      // of a footnote
	starts     bool      // starts a paragraph for certain
	joined     bool      // goes on the line before
	glue       string    // what stands between it and the line before, where joined
}

// document collects the items of a file.
type document struct {
	limit     int64 // bytes of text
	size      int64
	items     []item
	notes     []item
	pages     int
	sheets    []sheet // by page
	body      face
	textPages int
	tables    int
	checks    tally
}

func newDocument(l corpus.Limits) *document {
	return &document{limit: l.Filled().Unpacked}
}

// add takes a page's text. It fails where the page's fonts give no characters.
func (d *document) add(ctx context.Context, p *page) error {
	d.pages++
	if err := d.checks.page(p); err != nil {
		return err
	}
	if len(p.glyphs) >= fewGlyphs || len(p.glyphs) > 0 && p.images == 0 {
		d.textPages++
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	blocks := layout(p)
	d.sheets = append(d.sheets, newSheet(p, blocks))
	for _, b := range blocks {
		before := len(d.items)
		if b.printed {
			continue
		}
		if b.rows != nil {
			d.addTable(&b, p)
		} else {
			d.items = append(d.items, lineItem(&b, p))
		}
		for i := before; i < len(d.items); i++ {
			d.size += int64(len(d.items[i].text)) + 1
			for _, cell := range d.items[i].row {
				d.size += int64(len(cell)) + 1
			}
		}
		if d.size > d.limit {
			return errTextSize(d.limit)
		}
	}
	return nil
}

func (d *document) addTable(b *block, p *page) {
	d.tables++
	for _, row := range b.rows {
		it := item{row: row, table: d.tables, page: p.number, turned: b.frame > 0}
		it.x0, it.x1, it.base, it.low, it.bounds = b.x0, b.x1, b.top, b.bottom, b.xs
		d.items = append(d.items, it)
	}
}

// lineItem makes one of a line's pieces; gaps within it are spaces.
func lineItem(b *block, p *page) item {
	it := item{piece: b.pieces[0], base: b.line.base, low: b.line.base, size: b.line.size, font: p.fonts[b.line.font], page: p.number, turned: b.frame > 0}
	for _, next := range b.pieces[1:] {
		it.text += " " + next.text
		it.natural += next.x0 - it.x1 + next.natural
		it.x1, it.inner, it.spaced = next.x1, next.inner, next.spaced
	}
	it.text = strings.TrimSpace(it.text)
	it.margin = marginKey{width: int(p.width / 10), odd: p.number & 1, col: b.col, of: b.of}
	return it
}
