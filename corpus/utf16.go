package corpus

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// voteUnits is how many UTF-16 units a vote looks at.
const voteUnits = 32 << 10

// vote reports whether data reads as ordinary Chinese or English text in UTF-16
// of the given order. GB18030's and UTF-8's byte pairs land elsewhere: their
// lead bytes are not those of Han, punctuation or full-width characters. Pairs
// of ASCII letters do look like Han, so text that is nearly all ASCII is none.
func vote(data []byte, order binary.ByteOrder) bool {
	ordinary, units, ascii := 0, 0, 0
	for i := 0; i+1 < len(data) && units < voteUnits; i += 2 {
		units++
		if ordinaryUnit(order.Uint16(data[i:])) {
			ordinary++
		}
		for _, c := range data[i : i+2] {
			if c >= ' ' && c < 0x7f {
				ascii++
			}
		}
	}
	return units > 0 && ordinary*10 >= units*9 && ascii*10 <= units*2*8
}

func ordinaryUnit(u uint16) bool {
	switch {
	case u >= 0x4e00 && u <= 0x9fff, u >= 0x3000 && u <= 0x303f, u >= 0xff00 && u <= 0xffef, u >= 0x2010 && u <= 0x2027, u >= 0x2460 && u <= 0x24ff:
		return true
	}
	return u == '\n' || u == '\r' || u == '\t' || u >= ' ' && u < 0x7f
}

// utf16Text decodes data, U+FFFD for a lone surrogate or half a unit at the end.
func utf16Text(data []byte, order binary.ByteOrder) Text {
	t := Text{Encoding: UTF16LE}
	if order == binary.ByteOrder(binary.BigEndian) {
		t.Encoding = UTF16BE
	}
	var b strings.Builder
	b.Grow(len(data) / 2 * 3)
	for len(data) > 0 {
		r, n := utf16Rune(data, order)
		if r == utf8.RuneError {
			t.Replaced++
		}
		b.WriteRune(r)
		data = data[n:]
	}
	t.Text = b.String()
	return t
}

// utf16Rune decodes the first character of data and the bytes it takes.
func utf16Rune(data []byte, order binary.ByteOrder) (rune, int) {
	if len(data) < 2 {
		return utf8.RuneError, len(data)
	}
	r := rune(order.Uint16(data))
	if !utf16.IsSurrogate(r) {
		return r, 2
	}
	if len(data) >= 4 {
		if r := utf16.DecodeRune(r, rune(order.Uint16(data[2:]))); r != utf8.RuneError {
			return r, 4
		}
	}
	return utf8.RuneError, 2
}
