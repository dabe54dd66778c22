package pdf

import (
	"bytes"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

// dictionary is that of the stream which follows the objects, false where the
// last of them has none, or names a filter that there is not.
func dictionary(objects []byte) ([]byte, bool) {
	i := bytes.LastIndex(objects, []byte("obj"))
	if i < 0 || !objectNumber().Match(objects[max(0, i-numberBytes):i]) { // endobj among them
		return nil, false
	}
	dict := bytes.TrimSpace(objects[i+len("obj"):])
	if !bytes.HasPrefix(dict, []byte("<<")) || !bytes.HasSuffix(dict, []byte(">>")) {
		return nil, false
	}
	if bytes.Contains(dict, []byte("/Filter")) {
		return dict, filters().Match(dict)
	}
	return dict, true
}

const numberBytes = 32

var objectNumber = lazy.Regexp(`(^|[\s\x00>])[0-9]+[\s\x00]+[0-9]+[\s\x00]+$`)

// filters are those that there are, as one or as a list of them (ISO 32000-1, table 6).
var filters = lazy.Regexp(`/Filter\s*(\[\s*)?(/(FlateDecode|LZWDecode|ASCII85Decode|ASCIIHexDecode|RunLengthDecode|CCITTFaxDecode|DCTDecode|JBIG2Decode|JPXDecode|Crypt|Fl|LZW|A85|AHx|RL|CCF|DCT)\s*)+([\]/>]|$)`)

// hole is a piece of the file that was lost: NUL is white space, but not so much of it.
var hole [16]byte

// printable reports whether what stands between streams can be objects: no control
// characters outside strings and comments. Names may have any bytes of an old
// encoding (/宋体 in GBK).
func printable(data []byte) bool {
	if bytes.Contains(data, hole[:]) {
		return false
	}
	open := 0 // brackets of a string
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case open > 0 && c == '\\':
			i++
		case c == '(':
			open++
		case open > 0 && c == ')':
			open--
		case open > 0:
		case c == '%':
			for i < len(data) && data[i] != '\n' && data[i] != '\r' {
				i++
			}
		case c < ' ' && !isSpace(c), c == 0x7f:
			return false
		}
	}
	return open == 0
}

// isSpace reports white space between the words of a PDF.
func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}
