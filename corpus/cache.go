package corpus

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"path/filepath"
	"sync"

	"github.com/zhaibao/zhaibao/internal/journal"
)

// Cache keeps on disk what files were made into: their text, their reports and
// facts, before corrections. A file that looks as it did, by path, size and time,
// is not opened again; one that only looks different is known by its content; one
// that was moved there keeps its text, of which it is extracted anew, since a
// report's place may come from its folder. A Cache is safe for concurrent use.
type Cache struct {
	journal *journal.Journal

	mu  sync.Mutex
	err error // the first that kept something from being stored
}

// OpenCache opens the cache in the file at path, or makes one. What was stored
// under another key is dropped: key says all that results hang on beside the
// files, the program's version, the catalogue, readers and limits.
func OpenCache(path, key string) (*Cache, error) {
	j, err := journal.Open(path, fmt.Sprintf("corpus %d %s", recordVersion, key))
	if err != nil {
		return nil, err
	}
	return &Cache{journal: j}, nil
}

// recordVersion is that of the encoder's format.
const recordVersion = 1

// Close closes the cache; it may be opened again after a run that ended in any way.
func (c *Cache) Close() error { return c.journal.Close() }

// Finish drops what the run did not need, where that is most of the cache.
func (c *Cache) Finish() error { return c.journal.Finish() }

// Err is why something could not be stored, as on a full disk; nil where all
// was. The run's results are whole in any case.
func (c *Cache) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.err
}

func (c *Cache) failed(err error) {
	if err == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.err == nil {
		c.err = err
	}
}

// fileText is a text that a file holds, and where its reports stand among the items.
type fileText struct {
	meta       Meta
	text       Text
	first, end int
	bare       bool // its reports were corrected, so they are not stored
}

// memory is what a worker needs for its dealings with the cache.
type memory struct {
	decoder decoder
	encoder encoder
	record  []byte
}

// id names a file by where it lies and what it is called in the results.
func (f *File) id() journal.Sum {
	member, from := "", f.from
	if f.member != nil {
		member = f.member.Name
	}
	if filepath.IsAbs(f.Path) {
		from = ""
	}
	b := make([]byte, 0, 512)
	for _, s := range [...]string{f.Name, filepath.Join(from, f.Path), member, f.only} {
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	sum := sha256.Sum256(b)
	return journal.Sum(sum[:16])
}

func entryOf(id journal.Sum, seen look, data []byte) journal.Entry {
	if id == (journal.Sum{}) {
		return journal.Entry{}
	}
	sum := sha256.Sum256(data)
	return journal.Entry{ID: id, Content: journal.Sum(sum[:16]), Stat: seen.stat, Read: seen.at.UnixNano()}
}

// recall fills o with what a file that looks as it did was made into. id is
// zero where the file is none for a cache.
func (w *worker) recall(o *outcome, f File) (id journal.Sum, known bool) {
	if w.opts.Cache == nil || f.Err != nil || f.Path == "-" {
		return id, false
	}
	id = f.id()
	e, ok := w.opts.Cache.journal.ByID(id)
	if !ok || !e.Quick(f.stat()) || !w.restore(o, f, &e) {
		return id, false
	}
	w.opts.Cache.journal.Keep(&e)
	return id, true
}

// recognise does the same for a file that was read and holds what it held, or
// what a file elsewhere did.
func (w *worker) recognise(o *outcome, f File, now journal.Entry) bool {
	if now.ID == (journal.Sum{}) {
		return false
	}
	c := w.opts.Cache
	if e, ok := c.journal.ByID(now.ID); ok && e.Content == now.Content && w.restore(o, f, &e) {
		renewed, err := c.journal.Renew(now, &e)
		c.failed(err)
		if !o.anew {
			o.mark(&renewed)
		}
		return true
	}
	e, ok := c.journal.ByContent(now.Content)
	if !ok || e.ID == now.ID {
		return false
	}
	before, ok := w.stored(&e)
	if !ok || !before.single() || endingOf(before.texts[0].meta.File) != endingOf(f.Name) {
		return false
	}
	w.again(o, f.Name, before)
	w.remember(o, now)
	return true
}

// stored is what the record of e says; ok is false where it cannot be read.
func (w *worker) stored(e *journal.Entry) (o outcome, ok bool) {
	m := &w.memory
	record, err := w.opts.Cache.journal.Read(e, m.record)
	if err == nil {
		m.record = record[:0]
		o, err = m.decoder.outcome(record, w.item)
	}
	if err != nil {
		w.opts.Log.Warn("a record of the cache is damaged and not used", "error", err)
	}
	return o, err == nil
}

// restore makes o what was stored for f, except that reports whose text has
// corrections now, or had when it was stored, are extracted again.
func (w *worker) restore(o *outcome, f File, e *journal.Entry) bool {
	before, ok := w.stored(e)
	if !ok {
		return false
	}
	corrected := false
	for i := range before.texts {
		t := &before.texts[i]
		corrected = corrected || t.bare || w.opts.Corrections.For(f.Name, t.meta.TextHash, t.text.Text) != nil
	}
	if corrected {
		if !before.single() {
			return false
		}
		w.again(o, f.Name, before)
		o.texts = nil
		return true
	}
	file := o.file
	*o = before
	o.file, o.kept = file, true
	for i := range o.texts {
		w.warnReplaced(o.texts[i].meta.File, &o.texts[i].text)
	}
	for _, item := range o.items {
		w.revive(item)
	}
	o.mark(e)
	return true
}

// revive gives an item that was stored what depends on more than its file: the
// rows that speak of it by hand, and what copies are found by.
func (w *worker) revive(item *Item) {
	if item.Err != nil {
		return
	}
	r, used := w.opts.Identity.For(item.File, item.Doc)
	item.used, item.original, item.unread = used, r != nil && r.Own, false
	if w.copies != nil {
		id := item.identity()
		w.sketcher.Sketch(&item.Sketch, item.Document.Span.Of(item.Document.Text), &id)
		w.sentences(item)
	}
}

// single reports that the file is one text that was read without a failure.
func (o *outcome) single() bool {
	if len(o.texts) != 1 || len(o.skips) > 0 || o.files != 1 {
		return false
	}
	for _, item := range o.items {
		if item.Err != nil {
			return false
		}
	}
	return true
}

// again finds the reports of a stored text, and what they say, anew.
func (w *worker) again(o *outcome, name string, before outcome) {
	t := before.texts[0]
	t.meta.File = name
	o.files, o.bytes, o.replaced, o.kept, o.anew = before.files, before.bytes, before.replaced, true, true
	w.warnReplaced(name, &t.text)
	w.decoded(o, t.meta, &t.text)
}

func (w *worker) warnReplaced(name string, t *Text) {
	if t.Replaced > 0 {
		w.opts.Log.Warn("bytes that could not be decoded", "file", name, "count", t.Replaced, "encoding", t.Encoding)
	}
}

// remember stores what the file was made into, where that will be the same
// whenever it is read.
func (w *worker) remember(o *outcome, now journal.Entry) {
	if now.ID == (journal.Sum{}) || w.ctx.Err() != nil || len(o.sheets) > 0 && len(o.texts) != 1 {
		return
	}
	for _, item := range o.items {
		if item.Result != nil && len(item.Result.Stops) > 0 {
			return // a pattern ran out of time, which it may not do again
		}
		if item.Err != nil {
			if err, _ := lasting(item.Err); err == nil {
				return
			}
		}
	}
	w.memory.encoder.outcome(o)
	stored, err := w.opts.Cache.journal.Append(now, w.memory.encoder.out)
	if err != nil {
		w.opts.Cache.failed(err)
		return
	}
	if o.texts = nil; len(o.sheets) == 0 {
		o.mark(&stored)
	}
}

// mark says of the items which record they are of.
func (o *outcome) mark(e *journal.Entry) {
	for i, item := range o.items {
		item.Record = Record{e.Sum(), i}
	}
	o.texts = nil
}
