package corpus

import (
	"errors"
	"runtime/debug"
	"slices"

	"github.com/zhaibao/zhaibao/corpus/copies"
	"github.com/zhaibao/zhaibao/corpus/correct"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/segment"
)

// worker turns files into items. It owns the scratch memory of one goroutine.
type worker struct {
	*run
	extractor *extract.Worker
	found     Reports
	prepare   func(*Item) // may be nil
	data      []byte      // of the file at hand, used again for the next
	memory    memory
	sketcher  copies.Sketcher
}

func newWorker(r *run) *worker {
	w := &worker{run: r}
	w.renew()
	if r.opts.Prepare != nil {
		w.prepare = r.opts.Prepare()
	}
	return w
}

// renew gives the worker a fresh extractor, also after a panic in the old one.
func (w *worker) renew() {
	if w.opts.Extractor != nil {
		w.extractor = w.opts.Extractor.NewWorker()
	}
}

func (w *worker) loop() {
	for file := range w.jobs {
		o := w.file(file)
		select {
		case w.results <- o:
		case <-w.ctx.Done():
			return
		}
	}
}

// file reads one file.
func (w *worker) file(i int) (o outcome) {
	f := w.files[i]
	o.file = i
	defer w.recovered(f.Name, func(err error) { o.fail(f.Name, err) })
	id, known := w.recall(&o, f)
	if known {
		return o
	}
	data, seen, err := w.bytes(f)
	o.bytes = int64(len(data))
	if err != nil {
		o.fail(f.Name, err)
		return o
	}
	entry := entryOf(id, seen, data)
	if w.recognise(&o, f, entry) {
		return o
	}
	n := nest{only: f.only}
	if f.member != nil {
		n.depth = 1
	}
	w.content(&o, f.Name, data, n)
	w.remember(&o, entry)
	return o
}

// content turns a file's bytes into reports and works through them, or through
// the files that it holds where it is an archive.
func (w *worker) content(o *outcome, name string, data []byte, n nest) {
	t, format, err := w.text(name, data)
	switch {
	case errors.Is(err, errArchive):
		w.unpack(o, name, data, n)
		return
	case err == nil && t.Parts != nil && len(t.Parts) == 0:
		err = ErrEmpty
	}
	if err != nil {
		o.fail(name, &Error{File: name, Op: "decode", Err: err})
		return
	}
	o.files++
	o.replaced += t.Replaced
	w.warnReplaced(name, &t)
	w.decoded(o, Meta{File: name, Format: format, Encoding: t.Encoding, TextHash: correct.TextHash(t.Text)}, &t)
}

// decoded works through the reports of a text, with the corrections for it.
func (w *worker) decoded(o *outcome, m Meta, t *Text) {
	sheet := w.opts.Corrections.For(m.File, m.TextHash, t.Text)
	if sheet != nil {
		o.sheets = append(o.sheets, sheet)
	}
	first := len(o.items)
	w.reports(o, m, t, sheet)
	if w.opts.Cache != nil {
		o.texts = append(o.texts, fileText{m, *t, first, len(o.items), sheet != nil})
	}
}

// reports works through the reports of a text: its parts, or those that Split finds.
func (w *worker) reports(o *outcome, m Meta, t *Text, sheet *correct.Sheet) {
	var spans []segment.Span
	for i := range t.Parts {
		spans = append(spans, t.Parts[i].Span)
	}
	if t.Parts == nil {
		spans = w.found.Split(t.Text)
	}
	for doc, span := range spans {
		if w.ctx.Err() != nil {
			return
		}
		item := w.item()
		item.Meta = m
		item.Doc = doc + 1
		o.items = append(o.items, item)
		r := source{text: t, span: span}
		if t.Parts != nil {
			r.part = &t.Parts[doc]
			w.found.lines = appendLines(w.found.lines[:0], span.Of(t.Text), span.Start)
			r.lines = w.found.lines
		} else {
			r.lines = linesIn(w.found.lines, span)
		}
		w.report(item, r, sheet, uint64(o.file)<<32|uint64(len(o.items)))
	}
}

// source is a report as it stands in its file.
type source struct {
	text  *Text
	span  segment.Span
	lines []line
	part  *Part // nil where Split found it
}

// item returns an item to fill, one that was delivered before where there is one.
func (w *worker) item() *Item {
	select {
	case item := <-w.free:
		if item.Document != nil && item.Result != nil {
			item.Err, item.Record, item.Copy = nil, Record{}, copies.Mark{}
			return item
		}
	default:
	}
	return &Item{Document: new(segment.Document), Result: new(extract.Result)}
}

// report fills item from one report, the one with the number at in the run, and
// carries out what sheet, which may be nil, corrects in it; a panic becomes the
// report's error.
func (w *worker) report(item *Item, s source, sheet *correct.Sheet, at uint64) {
	defer w.recovered(item.File, func(err error) {
		item.Document, item.Result, item.Err = nil, nil, err
		w.renew()
	})
	m := w.describe(item, s)
	item.Title, item.Genre, item.Org, item.Period, item.Row = m.Title, m.Genre, m.Org, m.Period, m.Row
	item.Region, item.RegionCode, item.RegionPath = m.Region, m.RegionCode, m.RegionPath
	item.Document.ParseMarked(s.text.Text, s.span, s.text.Marks)
	known := w.sketch(item, at)
	if item.unread = known && sheet == nil; item.unread { // a sheet tells what became of its corrections
		item.leave()
		return
	}
	r := extract.Report{Doc: item.Document, Period: item.Period}
	switch {
	case w.opts.extract != nil:
		w.opts.extract(r, item.Result)
	case w.extractor != nil:
		w.extractor.Extract(r, item.Result)
		sheet.Apply(w.extractor, r, item.Result)
	}
	w.sentences(item)
	if w.prepare != nil {
		w.prepare(item)
	}
}

// describeText is what the report says of itself, with what its part is given.
func (w *worker) describeText(s source, file string) Meta {
	if s.part == nil {
		return w.found.parts.describe(s.lines, file)
	}
	m, ok := w.found.parts.describePart(s.lines, file, s.part)
	if !ok {
		w.opts.Log.Warn("a period that is none", "file", file, "row", s.part.Row, "period", s.part.Period)
	}
	return m
}

// recovered is deferred: it turns a panic into an error and logs its stack.
func (w *worker) recovered(file string, fail func(error)) {
	if p := recover(); p != nil {
		w.opts.Log.Error("panic", "file", file, "panic", p, "stack", string(debug.Stack()))
		fail(&Error{File: file, Op: "extract", Err: ErrInternal})
	}
}

// linesIn is the part of lines that starts inside span.
func linesIn(lines []line, span segment.Span) []line {
	at := func(offset int) int {
		i, _ := slices.BinarySearchFunc(lines, offset, func(l line, at int) int { return l.start - at })
		return i
	}
	return lines[at(span.Start):at(span.End)]
}
