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
	tailBytes    = 4096     // from the file's end within which it says that it ends
	dictBytes    = 1024     // before a stream within which its dictionary is looked for
	defaultRatio = 200      // unpacked bytes per byte of the file
	ratioFrom    = 16 << 20 // unpacked bytes from which on the ratio is looked at: a page's image may be of one colour
)

var flateFilter = lazy.Regexp(`/Filter\s*\[?\s*/FlateDecode`)

// whole holds a file against what it says of itself, since pdfium reads what
// is left of a damaged one without a word: it must have its end, and each
// packed stream must unpack to the sum of its bytes that it carries. It bounds
// what the streams unpack to. Encrypted streams are not looked into.
func whole(ctx context.Context, data []byte, l corpus.Limits) error {
	if !isPDF(data) || !hasEnd(data) {
		return ErrBroken
	}
	if bytes.Contains(data, []byte("/Encrypt")) {
		return nil
	}
	limit, ratio := l.Unpacked, l.Ratio
	if limit <= 0 {
		limit = defaultText
	}
	if ratio <= 0 {
		ratio = defaultRatio
	}
	limit = min(limit, max(ratioFrom, ratio*int64(len(data))))
	total := int64(0)
	for at := 0; ; {
		start, ok := nextStream(data, at)
		if !ok {
			return nil
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		n, used, err := unpack(ctx, data[start:], limit-total)
		if err != nil {
			return err
		}
		total += n
		at = start + used
	}
}

// hasEnd reports whether the file says that it ends.
func hasEnd(data []byte) bool {
	return bytes.Contains(data[max(0, len(data)-tailBytes):], []byte("%%EOF"))
}

var streamStart = []byte("stream")

// nextStream is where the data of the next packed stream from at on begins.
func nextStream(data []byte, at int) (int, bool) {
	for {
		i := bytes.Index(data[at:], streamStart)
		if i < 0 {
			return 0, false
		}
		word := at + i
		at = word + len(streamStart)
		rest, ok := bytes.CutPrefix(data[at:], []byte("\r\n"))
		if !ok {
			rest, ok = bytes.CutPrefix(data[at:], []byte("\n"))
		}
		if !ok || bytes.HasSuffix(data[:word], []byte("end")) {
			continue
		}
		dict := data[max(0, word-dictBytes):word]
		if k := bytes.LastIndex(dict, []byte(" obj")); k >= 0 {
			dict = dict[k:]
		}
		if flateFilter().Match(dict) && !emptyLength().Match(dict) {
			return len(data) - len(rest), true
		}
	}
}

var emptyLength = lazy.Regexp(`/Length\s+0\s*[/>]`)

// unpack reads a zlib stream at the start of data, and returns how many bytes
// it holds and takes. A sum that was left out is no fault.
func unpack(ctx context.Context, data []byte, limit int64) (n int64, used int, err error) {
	if len(data) < 2 || data[0]&15 != 8 || binary.BigEndian.Uint16(data)%31 != 0 {
		return 0, 0, ErrBroken
	}
	in := bytes.NewReader(data[2:])
	out := flate.NewReader(in)
	sum := adler32.New()
	for {
		k, err := io.CopyN(sum, out, min(1<<20, limit-n+1))
		n += k
		switch {
		case n > limit:
			return n, 0, errUnpacked(limit)
		case ctx.Err() != nil:
			return n, 0, ctx.Err()
		case err == io.EOF:
			rest := data[len(data)-in.Len():]
			end := bytes.Index(rest[:min(len(rest), 16)], []byte("endstream"))
			if end < 0 && len(rest) >= 4 || end >= 4 {
				if binary.BigEndian.Uint32(rest) != sum.Sum32() {
					return n, 0, ErrBroken
				}
			}
			return n, len(data) - len(rest), nil
		case err != nil:
			return n, 0, ErrBroken
		}
	}
}
