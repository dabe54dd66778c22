package corpus

import (
	"github.com/zhaibao/zhaibao/corpus/copies"
)

// identity is the report as its copies are told by.
func (i *Item) identity() copies.Identity {
	return copies.Identity{File: i.File, Doc: i.Doc, Region: i.Region, Code: i.RegionCode, Path: i.RegionPath,
		Org: i.Org, Period: i.Period, Own: i.original}
}

// sketch fills item.Sketch. known is true where an earlier report is the same to
// the byte, so that nothing need be extracted from this one.
func (w *worker) sketch(item *Item, at uint64) (known bool) {
	if w.copies == nil {
		return false
	}
	id := item.identity()
	w.sketcher.Sketch(&item.Sketch, item.Document.Span.Of(item.Document.Text), &id)
	if w.opts.Cache != nil {
		return false // what is kept of a report must not hang on others
	}
	return !item.original && w.copies.Claim(item.Sketch.Exact, at)
}

// leave makes the item one of which nothing was extracted.
func (i *Item) leave() {
	r := i.Result
	r.Facts, r.Numerals, r.Gaps, r.Stops = r.Facts[:0], r.Numerals[:0], r.Gaps[:0], r.Stops[:0]
}

// sentences adds to item.Sketch what its facts tell.
func (w *worker) sentences(item *Item) {
	if w.copies != nil {
		w.sketcher.Sentences(&item.Sketch, item.Document, item.Result.Facts)
	}
}

// mark says of what report the item is a copy, in the order of the run. The
// facts of one that is the same to the byte are those of its source.
func (r *run) mark(item *Item) {
	if r.copies == nil || item.Err != nil {
		return
	}
	id := item.identity()
	item.Copy = r.copies.Add(&item.Sketch, &id)
	switch {
	case item.Copy.Exact:
		item.leave()
		r.stats.Exact++
		r.stats.Copies++
	case item.unread: // its source failed, and so does it
		item.Document, item.Result = nil, nil
		item.Err = &Error{File: item.File, Op: "extract", Err: ErrInternal}
	case item.Copy.Of != "":
		r.stats.Copies++
	}
	r.stats.Echoes += len(item.Copy.Echoes)
}
