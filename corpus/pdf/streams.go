package pdf

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"hash/adler32"
	"io"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/internal/lazy"
)

const (
	tailBytes = 4096     // from the file's end within which it says that it ends
	ratioFrom = 16 << 20 // unpacked bytes from which on the ratio is looked at: a page's image may be of one colour
)

var flateFilter = lazy.Regexp(`/Filter\s*\[?\s*/FlateDecode(\s*/(FlateDecode|Fl)\b)*`)

// whole holds a file against what it says of itself, since pdfium reads what
// is left of a damaged one without a word: it must have its end, each stream a
// dictionary that can be read, each packed one must unpack to the sum of its
// bytes that it carries, and between them there must be objects (objects.go). It
// bounds what the streams unpack to. Encrypted streams are not looked into.
func whole(ctx context.Context, data []byte, l corpus.Limits) error {
	if !isPDF(data) || !hasEnd(data) {
		return ErrBroken
	}
	if bytes.Contains(data, []byte("/Encrypt")) {
		return nil
	}
	l = l.Filled()
	limit := min(l.Unpacked, max(ratioFrom, l.Ratio*int64(len(data))))
	total := int64(0)
	for at := max(0, bytes.Index(data, []byte("%PDF-"))); ; {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		next, ok := nextStream(data, at)
		if !ok || !printable(data[at:next.word]) {
			return ErrBroken
		}
		switch {
		case next.word == next.start:
			return nil
		case next.packed > 0:
			n, used, err := unpack(ctx, data[next.start:], next.packed, limit-total)
			if err != nil {
				return err
			}
			total += n
			at = next.start + used
		default:
			at = next.start
		}
		end := bytes.Index(data[at:], streamEnd)
		if end < 0 {
			return ErrBroken
		}
		at += end + len(streamEnd)
	}
}

// hasEnd reports whether the file says that it ends.
func hasEnd(data []byte) bool {
	return bytes.Contains(data[max(0, len(data)-tailBytes):], []byte("%%EOF"))
}

var (
	streamStart = []byte("stream")
	streamEnd   = []byte("endstream")
)

// found is a stream.
type found struct {
	word, start int // where the word stands and where the data begin; both the end of the file behind the last stream
	packed      int // how many times over it is packed, 0 for not or otherwise
}

// nextStream is the next stream, from a place behind the last one on; false where one has no readable
// dictionary: pdfium passes over such a one, and a page loses its text.
func nextStream(data []byte, from int) (found, bool) {
	for at := from; ; {
		i := bytes.Index(data[at:], streamStart)
		if i < 0 {
			end := max(from, bytes.LastIndex(data, []byte("%%EOF")))
			return found{word: end, start: end}, true
		}
		word := at + i
		at = word + len(streamStart)
		if bytes.HasSuffix(data[:word], []byte("end")) {
			return found{}, false
		}
		rest, ok := bytes.CutPrefix(data[at:], []byte("\r\n"))
		if !ok {
			rest, ok = bytes.CutPrefix(data[at:], []byte("\n"))
		}
		if !ok {
			continue
		}
		dict, ok := dictionary(data[from:word])
		if !ok {
			return found{}, false
		}
		next := found{word: word, start: len(data) - len(rest)}
		if filters := flateFilter().Find(dict); filters != nil && !emptyLength().Match(dict) {
			next.packed = bytes.Count(filters, []byte("/Fl"))
		} else if !bytes.Contains(dict, []byte("/Filter")) && zlibHeader(rest) { // the word was changed
			return found{}, false
		}
		return next, true
	}
}

var emptyLength = lazy.Regexp(`/Length\s+0\s*[/>]`)

// unpack reads a zlib stream at the start of data, packed times over, and
// returns how many bytes it holds, on all levels, and takes. A sum that was left
// out is no fault.
func unpack(ctx context.Context, data []byte, times int, limit int64) (n int64, used int, err error) {
	if !zlibHeader(data) {
		return 0, 0, ErrBroken
	}
	in := bytes.NewReader(data[2:])
	sum := adler32.New()
	all := &counter{ctx: ctx, limit: limit}
	outer := io.TeeReader(flate.NewReader(in), io.MultiWriter(sum, all))
	for out, level := outer, 1; err == nil; level++ {
		if level == times {
			_, err = io.Copy(io.Discard, out)
			break
		}
		_, err = io.CopyN(io.Discard, out, 2) // the sum of this level guards the next one too
		out = io.TeeReader(flate.NewReader(out), all)
	}
	if err == nil {
		_, err = io.Copy(io.Discard, outer)
	}
	n = all.n
	switch {
	case n > limit:
		return n, 0, errUnpacked(limit)
	case ctx.Err() != nil:
		return n, 0, ctx.Err()
	case err != nil:
		return n, 0, ErrBroken
	}
	rest := data[len(data)-in.Len():]
	end := bytes.Index(rest[:min(len(rest), 16)], []byte("endstream"))
	if end < 0 && len(rest) >= 4 || end >= 4 {
		if binary.BigEndian.Uint32(rest) != sum.Sum32() {
			return n, 0, ErrBroken
		}
	}
	return n, len(data) - len(rest), nil
}

func zlibHeader(data []byte) bool {
	return len(data) >= 2 && data[0]&15 == 8 && binary.BigEndian.Uint16(data)%31 == 0
}

// counter counts what is written and fails beyond the limit.
type counter struct {
	ctx      context.Context
	n, limit int64
}

func (c *counter) Write(b []byte) (int, error) {
	if c.n += int64(len(b)); c.n > c.limit {
		return 0, errUnpacked(c.limit)
	}
	return len(b), c.ctx.Err()
}
