package corpus

import (
	"cmp"
	"context"
	"errors"
	"io"
	"runtime/debug"
	"slices"
	"sync/atomic"
	"time"

	"github.com/zhaibao/zhaibao/corpus/archive"
)

const (
	// grace is how long a Reader may go on after its time, which it was told of,
	// before it is left behind.
	grace = 2 * time.Second
	// maxAbandoned is how many Readers may be left behind at a time.
	maxAbandoned = 8
)

// errArchive says that a file is an archive, whose members are to be read.
var errArchive = errors.New("an archive")

// bytes reads the file's bytes, and how the file looked then.
func (w *worker) bytes(f File) ([]byte, look, error) {
	if f.Err != nil {
		return nil, look{}, f.Err
	}
	data, seen, err := w.load(f)
	if err != nil {
		return data, seen, pathError(f.Name, "read", err)
	}
	return data, seen, nil
}

func (w *worker) load(f File) ([]byte, look, error) {
	seen := look{stat: f.stat(), at: time.Now()}
	if f.member != nil {
		data, err := f.member.Read(w.ctx, w.opts.MaxBytes, w.opts.Limits.Ratio)
		if err == archive.ErrLarge {
			err = ErrTooLarge
		}
		return data, seen, err
	}
	if f.Size > w.opts.MaxBytes {
		return nil, seen, ErrTooLarge
	}
	if f.Path == "-" {
		data, err := upTo(nil, w.opts.Stdin, w.opts.MaxBytes, -1)
		return data, seen, err
	}
	data, seen, err := readStill(w.data[:0], f.Path, w.opts.MaxBytes)
	if w.data = data; cap(data) > keptBytes {
		w.data = nil
	}
	return data, seen, err
}

// upTo appends all of in to dst, which may be most bytes; size is how many are expected, or -1.
func upTo(dst []byte, in io.Reader, most, size int64) ([]byte, error) {
	before := int64(len(dst))
	dst, err := readInto(dst, io.LimitReader(in, most+1), min(size, most))
	if err == nil && int64(len(dst))-before > most {
		return nil, ErrTooLarge
	}
	return dst, err
}

// keptBytes is the largest buffer that a worker keeps for the next file.
const keptBytes = 1 << 20

// readInto appends all that in has to dst; size is how much that should be, or -1.
func readInto(dst []byte, in io.Reader, size int64) ([]byte, error) {
	dst = slices.Grow(dst, int(max(size, 511))+1) // one more, so that the end is seen
	for {
		n, err := in.Read(dst[len(dst):cap(dst)])
		switch dst = dst[:len(dst)+n]; {
		case err == io.EOF:
			return dst, nil
		case err != nil:
			return dst, err
		case len(dst) == cap(dst):
			dst = slices.Grow(dst, 512)
		}
	}
}

// text turns a file's bytes into text, by the first Reader that takes them, else
// as plain text; format is what they were read as. Text under a name that is not
// one of text must be Chinese. It fails with errArchive for
// a zip archive.
func (w *worker) text(name string, data []byte) (t Text, format string, err error) {
	for i := range w.opts.Readers {
		r := &w.opts.Readers[i]
		if !r.takes(name, data) {
			continue
		}
		if t, err = w.readWith(r, name, data); err == nil {
			err = w.check(&t, r, name)
		}
		if err != nil {
			t = Text{}
		}
		w.note(name, r.Format, r.Endings)
		return t, r.Format, err
	}
	if archive.Is(data) {
		return Text{}, "", errArchive
	}
	t, err = Decode(data)
	format = cmp.Or(Format(name), "txt")
	if err == nil {
		least, unreadable := manyLetters, mostUnreadable
		if ending := endingOf(name); ending != "" && Format(name) == "" {
			w.note(name, format, nil)
			least, unreadable = 0, maxUnreadable // what is left of a broken document may look like text
		}
		err = faithful(t.Text, least, unreadable)
	}
	return t, format, err
}

// takes reports whether a file is r's to read.
func (r *Reader) takes(name string, data []byte) bool {
	if !r.Plain {
		return r.Is(data)
	}
	return slices.Contains(r.Endings, endingOf(name)) && (r.Is(data) || sniff(data) == nil)
}

// note logs where a file is something else than its ending says.
func (w *worker) note(name, format string, endings []string) {
	if slices.Contains(endings, endingOf(name)) {
		return
	}
	w.opts.Log.Debug("read as another format than its ending says", "file", name, "format", format)
}

// reading is what a Reader came to.
type reading struct {
	text Text
	err  error
}

// readWith has r read the file in its time. A Reader that does not end then is
// left behind in its goroutine, and so few of them that they cannot exhaust the
// memory.
func (w *worker) readWith(r *Reader, name string, data []byte) (Text, error) {
	if w.abandoned.Load() >= maxAbandoned {
		return Text{}, ErrStuck
	}
	ctx, cancel := context.WithTimeout(w.ctx, w.opts.DocTimeout)
	defer cancel()
	done := make(chan reading, 1)
	var left atomic.Bool // by either side: the one that comes second sees it
	go func() {
		defer func() {
			if left.Swap(true) {
				w.abandoned.Add(-1)
			}
		}()
		done <- w.protected(ctx, r, Source{Name: name, Data: data, Limits: w.opts.Limits})
	}()
	select {
	case got := <-done:
		return got.text, w.inTime(ctx, got.err)
	case <-ctx.Done():
	}
	timer := time.NewTimer(w.grace)
	defer timer.Stop()
	select {
	case got := <-done:
		return got.text, w.inTime(ctx, got.err)
	case <-w.ctx.Done():
	case <-timer.C:
	}
	w.data = nil // which the Reader still reads
	w.abandoned.Add(1)
	if left.Swap(true) {
		w.abandoned.Add(-1) // it has ended after all
	}
	w.opts.Log.Warn("a reader was left behind", "file", name, "format", r.Format)
	return Text{}, w.inTime(ctx, ctx.Err())
}

// inTime is a Reader's error, ErrTooSlow where it ran out of its time.
func (w *worker) inTime(ctx context.Context, err error) error {
	switch {
	case err == nil, w.ctx.Err() != nil:
		return err
	case errors.Is(err, context.DeadlineExceeded) || ctx.Err() != nil && errors.Is(err, context.Canceled):
		return ErrTooSlow
	}
	return err
}

// protected makes an error of a panic in r.
func (w *worker) protected(ctx context.Context, r *Reader, s Source) (got reading) {
	defer func() {
		if p := recover(); p != nil {
			w.opts.Log.Error("panic", "file", s.Name, "panic", p, "stack", string(debug.Stack()))
			got = reading{err: ErrInternal}
		}
	}()
	t, err := r.Read(ctx, s)
	return reading{t, err}
}
