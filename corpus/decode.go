package corpus

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/zhaibao/zhaibao/segment"
)

// The names of the encodings that Decode knows.
const (
	UTF8    = "utf-8"
	UTF16LE = "utf-16le"
	UTF16BE = "utf-16be"
	GB18030 = "gb18030"
)

// Text is a file's decoded text: valid UTF-8 without a byte order mark, its
// line ends as they were, U+FFFD for every byte that could not be decoded.
type Text struct {
	Text     string
	Encoding string
	Replaced int // the number of U+FFFD that decoding put in

	// Marks are what the file itself says of its structure; nil for plain text.
	Marks []segment.Mark
	// Parts are the reports of a file that says so itself; nil leaves it to Split.
	Parts []Part
}

// Decode finds the encoding of data and decodes it. A byte order mark decides;
// then valid UTF-8, nearly valid UTF-8, UTF-16 by a vote over its characters,
// else GB18030. It fails with ErrEmpty, ErrHole or ErrBinary (also for files whose
// first bytes name another kind).
func Decode(data []byte) (Text, error) {
	if err := sniff(data); err != nil {
		return Text{}, err
	}
	t := decode(data)
	if strings.TrimFunc(t.Text, isBlank) == "" {
		return Text{}, ErrEmpty
	}
	if !plausible(t) {
		return Text{}, ErrBinary
	}
	if bytes.Contains(data, hole[:]) {
		return Text{}, ErrHole
	}
	return dropNULs(t), nil
}

// hole is what a piece of the file that was lost reads as.
var hole [64]byte

func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' || r == 0 }

func decode(data []byte) Text {
	for _, m := range marks {
		if rest, ok := bytes.CutPrefix(data, []byte(m.bom)); ok {
			return m.decode(rest)
		}
	}
	switch {
	case bytes.IndexByte(data, 0) < 0 && utf8.Valid(data):
		return Text{Text: string(data), Encoding: UTF8}
	case vote(data, binary.LittleEndian):
		return utf16Text(data, binary.LittleEndian)
	case vote(data, binary.BigEndian):
		return utf16Text(data, binary.BigEndian)
	case nearlyUTF8(data):
		return utf8Text(data)
	}
	return gbText(data)
}

var marks = []struct {
	bom    string
	decode func([]byte) Text
}{
	{"\xef\xbb\xbf", utf8Text},
	{"\xff\xfe", func(b []byte) Text { return utf16Text(b, binary.LittleEndian) }},
	{"\xfe\xff", func(b []byte) Text { return utf16Text(b, binary.BigEndian) }},
	{"\x84\x31\x95\x33", gbText},
}

// utf8Text keeps what is valid and puts one U+FFFD for every other byte.
func utf8Text(data []byte) Text {
	if utf8.Valid(data) {
		return Text{Text: string(data), Encoding: UTF8}
	}
	var b strings.Builder
	b.Grow(len(data) + 16)
	bad := 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			bad++
		}
		b.WriteRune(r)
		data = data[n:]
	}
	return Text{Text: b.String(), Encoding: UTF8, Replaced: bad}
}

// nearlyUTF8 reports whether nearly all bytes outside ASCII form valid UTF-8
// of three or four bytes. In GB18030 text such sequences are rare accidents
// (two-byte ones are not, and prove nothing).
func nearlyUTF8(data []byte) bool {
	valid, other := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case n >= 3:
			valid += n
		case r >= utf8.RuneSelf:
			other += n
		}
		data = data[n:]
	}
	return valid >= 3*other
}

// gbText never decodes as GBK: that turns a four-byte character into a
// character, a digit and another character, an invented number.
func gbText(data []byte) Text {
	out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil { // the decoder replaces what it cannot read; it does not fail
		return utf8Text(data)
	}
	text := string(out)
	return Text{Text: text, Encoding: GB18030, Replaced: strings.Count(text, "\ufffd")}
}

// plausible reports whether the text is one that people read: few control
// characters, few bytes that could not be decoded, and outside UTF-8, where
// anything decodes, mostly ordinary characters.
func plausible(t Text) bool {
	if t.Encoding == UTF8 && t.Replaced == 0 {
		return controls(t.Text) <= 1+segment.Characters(t.Text)/100
	}
	total, control, ordinary := 0, 0, 0
	for _, r := range t.Text {
		total++
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\f' || r == '\v':
			ordinary++
		case r < ' ' || r >= 0x7f && r < 0xa0:
			control++
		case r < utf8.RuneSelf || r <= 0xffff && ordinaryUnit(uint16(r)):
			ordinary++
		}
	}
	if control > 1+total/100 || t.Replaced*5 > total {
		return false
	}
	return t.Encoding != GB18030 || ordinary*10 >= total*7
}

// controls counts the control characters of UTF-8 text but those that blanks are made of.
func controls(text string) int {
	n := 0
	for i := range len(text) {
		switch c := text[i]; {
		case c >= ' ' && c < 0x7f || c > 0xC2:
		case c < ' ':
			if c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' {
				n++
			}
		case c == 0x7f || c == 0xC2 && text[i+1] < 0xA0:
			n++
		}
	}
	return n
}

// dropNULs puts U+FFFD for a stray NUL, of which plausible lets few pass.
func dropNULs(t Text) Text {
	if n := strings.Count(t.Text, "\x00"); n > 0 {
		t.Text = strings.ReplaceAll(t.Text, "\x00", "\ufffd")
		t.Replaced += n
	}
	return t
}
