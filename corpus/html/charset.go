package html

import (
	"bytes"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/internal/lazy"
)

// declared finds the charset of <meta charset=…>, <meta http-equiv …> and <?xml encoding=…?>.
var declared = lazy.Regexp(`(?i)<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([a-z0-9_.:-]+)`)

// decode turns a page's bytes into text. A byte order mark and valid UTF-8
// speak for themselves, whatever the page says; UTF-16 is seen by its zeros.
func decode(data []byte, charset string) (corpus.Text, error) {
	guess, err := corpus.Decode(data)
	if errors.Is(err, corpus.ErrEmpty) || errors.Is(err, corpus.ErrHole) {
		return corpus.Text{}, err
	}
	if err == nil && (guess.Encoding != corpus.GB18030 || guess.Replaced == 0 && bytes.HasPrefix(data, []byte("\x84\x31\x95\x33"))) &&
		!(guess.Encoding == corpus.UTF8 && guess.Replaced > 0) {
		return sound(guess)
	}
	if charset == "" {
		if m := declared().FindSubmatch(data[:min(len(data), 8<<10)]); m != nil {
			charset = string(m[1])
		}
	}
	name, enc := byName(charset)
	switch {
	case name == "windows-1252" && err == nil && guess.Replaced == 0 && mostlyHan(guess.Text), enc == nil:
	default:
		if t, err := with(enc, name, data); err == nil {
			if t, err = sound(t); err == nil {
				return t, nil
			}
		}
	}
	if err != nil {
		return corpus.Text{}, errGarbled
	}
	return sound(guess)
}

// byName knows the encodings that Chinese pages declare; gb2312 and gbk are
// read as GB18030, which holds them.
func byName(charset string) (string, encoding.Encoding) {
	switch strings.ToLower(strings.TrimSpace(charset)) {
	case "gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936", "ms936", "chinese", "csgb2312", "gb2312-80":
		return corpus.GB18030, simplifiedchinese.GB18030
	case "big5", "big5-hkscs", "x-x-big5", "cn-big5", "cp950":
		return "big5", traditionalchinese.Big5
	case "iso-8859-1", "windows-1252", "latin1", "us-ascii", "ascii":
		return "windows-1252", charmap.Windows1252
	case "utf-8", "utf8":
		return corpus.UTF8, encoding.Replacement
	}
	return "", nil
}

func with(enc encoding.Encoding, name string, data []byte) (corpus.Text, error) {
	var text string
	if name == corpus.UTF8 {
		text = string(bytes.ToValidUTF8(data, []byte("\ufffd")))
	} else {
		out, err := enc.NewDecoder().Bytes(data)
		if err != nil {
			return corpus.Text{}, err
		}
		text = string(out)
	}
	text = strings.ReplaceAll(text, "\x00", "\ufffd")
	return corpus.Text{Text: text, Encoding: name, Replaced: strings.Count(text, "\ufffd")}, nil
}

// sound refuses a page of which more than one character in fifty outside the
// markup's ASCII could not be decoded.
func sound(t corpus.Text) (corpus.Text, error) {
	if t.Replaced == 0 {
		return t, nil
	}
	other := 0
	for _, r := range t.Text {
		if r >= utf8.RuneSelf {
			other++
		}
	}
	if t.Replaced > 3 && t.Replaced*50 > other {
		return corpus.Text{}, errGarbled
	}
	return t, nil
}

func mostlyHan(s string) bool {
	han, other := 0, 0
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
		case unicode.Is(unicode.Han, r):
			han++
		default:
			other++
		}
	}
	return han > 10 && han > other
}

func blank(s string) bool { return strings.TrimFunc(s, unicode.IsSpace) == "" }
