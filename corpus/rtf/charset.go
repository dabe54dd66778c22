package rtf

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/internal/flow"
)

// font is what the font table says of a font.
type font struct {
	name    string
	charset int // \fcharset, 1 where it does not say
	page    int // \cpg, 0 where it does not say
}

// charset is the encoding of bytes: a code page, and whether it is only that
// of the file because the font names none.
type charset struct {
	page    int
	assumed bool
}

// The code pages that no code page is.
const (
	symbolPage   = -1 // characters that are pictures
	greekPage    = -2 // the font Symbol: digits are digits
	chinesePage  = 936
	chinesePage2 = 54936
	westernPage  = 1252
)

// pageOf are the code pages of the values of \fcharset.
var pageOf = map[int]int{
	2: symbolPage, 77: 10000, 128: 932, 129: 949, 134: chinesePage, 136: 950, 161: 1253, 162: 1254, 163: 1258,
	177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
}

var encodings = map[int]struct {
	name string
	encoding.Encoding
}{
	chinesePage: {corpus.GB18030, simplifiedchinese.GB18030}, chinesePage2: {corpus.GB18030, simplifiedchinese.GB18030},
	932: {"shift_jis", japanese.ShiftJIS}, 949: {"euc-kr", korean.EUCKR}, 950: {"big5", traditionalchinese.Big5},
	10000: {"macintosh", charmap.Macintosh}, 437: {"ibm437", charmap.CodePage437}, 850: {"ibm850", charmap.CodePage850},
	874: {"windows-874", charmap.Windows874}, 1250: {"windows-1250", charmap.Windows1250}, 1251: {"windows-1251", charmap.Windows1251},
	westernPage: {"windows-1252", charmap.Windows1252}, 1253: {"windows-1253", charmap.Windows1253}, 1254: {"windows-1254", charmap.Windows1254},
	1255: {"windows-1255", charmap.Windows1255}, 1256: {"windows-1256", charmap.Windows1256}, 1257: {"windows-1257", charmap.Windows1257},
	1258: {"windows-1258", charmap.Windows1258}, 65001: {corpus.UTF8, encoding.Nop},
}

// charset is that of the font at hand.
func (p *parser) charset() charset {
	f, ok := p.fonts[p.font]
	if p.dest == toFonts { // its name
		f = font{}
	}
	switch page := pageOf[f.charset]; {
	case ok && f.page != 0:
		return charset{page: f.page}
	case page == symbolPage && strings.HasPrefix(f.name, "Symbol"):
		return charset{page: greekPage}
	case page != 0:
		return charset{page: page}
	}
	return charset{page: p.ansi, assumed: true}
}

// encoding is what the text was stored in, for the list of documents: GB18030
// where any bytes were read as such, UTF-16 where all that is beyond ASCII came
// as \u, whose operand is a unit of it, else what the file declares. Programs
// that write \u declare Windows 1252 for whatever they write.
func (p *parser) encoding() string {
	if p.chinese {
		return corpus.GB18030
	}
	if p.units && !p.bytes {
		return corpus.UTF16LE
	}
	if e, ok := encodings[p.ansi]; ok {
		return e.name
	}
	return encodings[westernPage].name
}

// decode turns raw bytes into text, with U+FFFD for what cannot be read.
func (p *parser) decode(raw []byte, c charset) string {
	switch c.page {
	case symbolPage:
		return strings.Repeat(string(flow.Unreadable), len(raw))
	case greekPage:
		return strings.Map(func(r rune) rune {
			if r < utf8.RuneSelf && !isLetter(byte(r)) {
				return r
			}
			return flow.Unreadable
		}, string(bytes.ToValidUTF8(raw, []byte("\x80"))))
	}
	if isASCII(raw) {
		return string(raw)
	}
	p.bytes = p.bytes || p.dest == toText
	e, known := encodings[c.page]
	if c.assumed {
		known = known && !bytes.ContainsRune(decoded(e, raw), utf8.RuneError)
		if !known && isGB(raw) {
			e, known = encodings[chinesePage], true
		}
	}
	if !known {
		e = encodings[westernPage]
	}
	p.chinese = p.chinese || e.name == corpus.GB18030
	return string(decoded(e, raw))
}

func decoded(e encoding.Encoding, raw []byte) []byte {
	out, err := e.NewDecoder().Bytes(raw)
	if err != nil || !utf8.Valid(out) {
		return bytes.ToValidUTF8(raw, []byte("\ufffd"))
	}
	return out
}

func isASCII(raw []byte) bool {
	for _, c := range raw {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// isGB reports whether raw is GB 2312: all bytes above ASCII in pairs of its
// rows, at least two pairs.
func isGB(raw []byte) bool {
	pairs := 0
	for i := 0; i < len(raw); i++ {
		if raw[i] < 0x80 {
			continue
		}
		if i+1 == len(raw) || raw[i] < 0xa1 || raw[i] > 0xf7 || raw[i+1] < 0xa1 || raw[i+1] > 0xfe {
			return false
		}
		pairs++
		i++
	}
	return pairs >= 2
}
