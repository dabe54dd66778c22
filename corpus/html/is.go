package html

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

const headBytes = 64 << 10 // what Is looks at, at most

// opening is how a page begins after blanks, comments and declarations.
var opening = lazy.Regexp(`(?i)^<(!doctype\s+html|(html|head|meta|title|body|link|style|script|base|div|p|table|center|font|span|h[1-6]|article|section|main|ul|ol|form|frameset)[\s/>])`)

// Is reports whether data is a web page: its first mark is an HTML one.
func Is(data []byte) bool {
	head := data[:min(len(data), headBytes)]
	head = ascii(head)
	for {
		head = bytes.TrimLeft(head, " \t\r\n\f\v\x00")
		end := ""
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(head, []byte("<?")):
			end = ">"
		default:
			return opening().Match(head)
		}
		i := bytes.Index(head, []byte(end))
		if i < 0 {
			return false
		}
		head = head[i+len(end):]
	}
}

// ascii drops a byte order mark and turns UTF-16 into bytes, "?" for what is not ASCII.
func ascii(head []byte) []byte {
	if rest, ok := bytes.CutPrefix(head, []byte("\xef\xbb\xbf")); ok {
		return rest
	}
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), len(head) > 3 && head[0] != 0 && head[1] == 0:
		order = binary.LittleEndian
	case bytes.HasPrefix(head, []byte("\xfe\xff")), len(head) > 3 && head[0] == 0 && head[1] != 0:
		order = binary.BigEndian
	default:
		return head
	}
	out := make([]byte, 0, len(head)/2)
	for i := 0; i+1 < len(head); i += 2 {
		switch u := order.Uint16(head[i:]); {
		case u == 0xfeff:
		case u < 0x80:
			out = append(out, byte(u))
		case utf16.IsSurrogate(rune(u)):
		default:
			out = append(out, '?')
		}
	}
	return out
}
