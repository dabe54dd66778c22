package corpus

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/zhaibao/zhaibao/internal/journal"
)

// Fingerprint tells two listings apart: by every file's name, place, size and
// time, by what could not be read, and by what was passed over but for our own
// outputs. ok is false for standard input, of which that says nothing.
func (l *Listing) Fingerprint() (hash string, ok bool) {
	h := sha256.New()
	for i := range l.Files {
		f := &l.Files[i]
		if f.Path == "-" {
			return "", false
		}
		id, s := f.id(), f.stat()
		fmt.Fprintf(h, "file %x %d %d %v\n", id, s.Size, s.Time, f.Err)
	}
	for _, s := range l.Skips {
		if s.Reason != SkipOwnOutput {
			fmt.Fprintf(h, "skip %d:%s %s\n", len(s.Name), s.Name, s.Reason)
		}
	}
	return hex.EncodeToString(h.Sum(nil)), true
}

// Same reports whether every file of a listing, which has the fingerprint of an
// earlier one, is what the cache holds. Those that were changed so shortly before
// they were read that their time proves nothing are read again and compared. A
// file whose failure may pass is never the same.
func (c *Cache) Same(ctx context.Context, l *Listing, o Options) bool {
	o = o.withDefaults()
	for i := range l.Files {
		f := &l.Files[i]
		if f.Err != nil {
			continue
		}
		e, ok := c.journal.ByID(f.id())
		if !ok || e.Stat != f.stat() || e.Racy() && !c.holds(ctx, f, &e, o) {
			return false
		}
	}
	return true
}

// holds reads a file and reports whether it holds what e says.
func (c *Cache) holds(ctx context.Context, f *File, e *journal.Entry, o Options) bool {
	w := worker{run: &run{ctx: ctx, opts: o}}
	data, seen, err := w.load(*f)
	now := entryOf(e.ID, seen, data)
	if err != nil || now.Stat != e.Stat || now.Content != e.Content {
		return false
	}
	if !now.Racy() {
		_, err := c.journal.Renew(now, e)
		c.failed(err)
	}
	return true
}
