package corpus

import (
	"cmp"
	"io"
	"os"
	"runtime/debug"
	"slices"

	"github.com/zhaibao/zhaibao/corpus/correct"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/segment"
)

// worker turns files into items. It owns the scratch memory of one goroutine.
type worker struct {
	*run
	extractor *extract.Worker
	lines     []line
	spans     []segment.Span
}

func newWorker(r *run) *worker {
	w := &worker{run: r}
	w.renew()
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

// file reads and splits one file and works through its reports.
func (w *worker) file(i int) (o outcome) {
	f := w.files[i]
	o.file = i
	defer w.recovered(f.Name, func(err error) {
		o.items = append(o.items, &Item{Meta: Meta{File: f.Name}, Err: err})
	})
	t, n, err := w.read(f)
	o.bytes, o.replaced = n, t.Replaced
	if err != nil {
		o.items = []*Item{{Meta: Meta{File: f.Name}, Err: err}}
		return o
	}
	if t.Replaced > 0 {
		w.opts.Log.Warn("bytes that could not be decoded", "file", f.Name, "count", t.Replaced, "encoding", t.Encoding)
	}
	hash := correct.TextHash(t.Text)
	o.sheet = w.opts.Corrections.For(f.Name, hash, t.Text)
	w.lines = appendLines(w.lines[:0], t.Text, 0)
	w.spans = splitLines(w.spans[:0], t.Text, w.lines)
	for doc, span := range w.spans {
		if w.ctx.Err() != nil {
			return o
		}
		item := w.item()
		item.Meta = Meta{File: f.Name, Doc: doc + 1, Format: cmp.Or(Format(f.Name), "txt"), Encoding: t.Encoding, TextHash: hash}
		o.items = append(o.items, item)
		w.report(item, t.Text, span, linesIn(w.lines, span), o.sheet)
	}
	return o
}

// read reads and decodes a file; n is the number of bytes read.
func (w *worker) read(f File) (t Text, n int64, err error) {
	if f.Err != nil {
		return t, 0, f.Err
	}
	data, err := w.bytes(f)
	if err != nil {
		return t, int64(len(data)), pathError(f.Name, "read", err)
	}
	if t, err = Decode(data); err != nil {
		return Text{}, int64(len(data)), &Error{File: f.Name, Op: "decode", Err: err}
	}
	return t, int64(len(data)), nil
}

func (w *worker) bytes(f File) ([]byte, error) {
	if f.Size > w.opts.MaxBytes {
		return nil, ErrTooLarge
	}
	in := w.opts.Stdin
	if f.Path != "-" {
		file, err := os.Open(f.Path)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		in = file
	}
	data, err := io.ReadAll(io.LimitReader(in, w.opts.MaxBytes+1))
	if err == nil && int64(len(data)) > w.opts.MaxBytes {
		return nil, ErrTooLarge
	}
	return data, err
}

// item returns an item to fill, one that was delivered before where there is one.
func (w *worker) item() *Item {
	select {
	case item := <-w.free:
		if item.Document != nil && item.Result != nil {
			item.Err = nil
			return item
		}
	default:
	}
	return &Item{Document: new(segment.Document), Result: new(extract.Result)}
}

// report fills item from one report and carries out what sheet, which may be
// nil, corrects in it; a panic becomes the report's error.
func (w *worker) report(item *Item, text string, span segment.Span, lines []line, sheet *correct.Sheet) {
	defer w.recovered(item.File, func(err error) {
		item.Document, item.Result, item.Err = nil, nil, err
		w.renew()
	})
	m := describeLines(lines, item.File)
	item.Title, item.Genre, item.Org, item.Period = m.Title, m.Genre, m.Org, m.Period
	item.Region, item.RegionCode, item.RegionPath = m.Region, m.RegionCode, m.RegionPath
	item.Document.Parse(text, span)
	r := extract.Report{Doc: item.Document, Period: item.Period}
	switch {
	case w.opts.extract != nil:
		w.opts.extract(r, item.Result)
	case w.extractor != nil:
		w.extractor.Extract(r, item.Result)
		sheet.Apply(w.extractor, r, item.Result)
	}
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
