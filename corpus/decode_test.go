package corpus

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

const sample = "青岭县文化馆2019年工作总结\r\n今年共演出120余场，观众3.5万人次。\n"

func gb(s string) string {
	out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	if err != nil {
		panic(err)
	}
	return out
}

func in16(s string, order binary.AppendByteOrder) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

func TestDecode(t *testing.T) {
	le, be := binary.LittleEndian, binary.BigEndian
	rare := "桥头镇𠮷家村120场㐂，㎡"
	for _, c := range []struct {
		name, data, want, encoding string
		replaced                   int
	}{
		{"UTF-8 stays as it is, line ends too", sample, sample, UTF8, 0},
		{"a UTF-8 mark is removed", "\ufeff" + sample, sample, UTF8, 0},
		{"UTF-16 little endian with a mark", "\xff\xfe" + in16(sample, le), sample, UTF16LE, 0},
		{"UTF-16 big endian with a mark", "\xfe\xff" + in16(sample, be), sample, UTF16BE, 0},
		{"UTF-16 little endian without a mark", in16(sample, le), sample, UTF16LE, 0},
		{"UTF-16 big endian without a mark", in16(sample, be), sample, UTF16BE, 0},
		{"English in UTF-16", in16("annual report, 12 shows\n", le), "annual report, 12 shows\n", UTF16LE, 0},
		{"half a UTF-16 unit at the end", in16(sample, le) + "\x01", sample + "\ufffd", UTF16LE, 1},
		{"GB18030", gb(sample), sample, GB18030, 0},
		{"GB18030's four-byte characters", gb(rare + sample), rare + sample, GB18030, 0},
		{"a bad byte in UTF-8", "共演出\xff120场，观众三万人", "共演出\ufffd120场，观众三万人", UTF8, 1},
		{"two bad bytes in UTF-8 are two marks", sample + "\xff\xfe" + sample, sample + "\ufffd\ufffd" + sample, UTF8, 2},
		{"a cut character at the end", sample + "\xe6\x96", sample + "\ufffd\ufffd", UTF8, 2},
		{"a NUL in good text", "共演出\x00120场，观众三万人次", "共演出\ufffd120场，观众三万人次", UTF8, 1},
		{"a NUL in ASCII", "annual report,\x00 12 shows\n", "annual report,\ufffd 12 shows\n", UTF8, 1},
		{"one character", "一", "一", UTF8, 0},
		{"plain ASCII", "12 shows", "12 shows", UTF8, 0},
	} {
		got, err := Decode([]byte(c.data))
		if err != nil || got.Text != c.want || got.Encoding != c.encoding || got.Replaced != c.replaced {
			t.Errorf("%s: got %q %s %d, %v", c.name, got.Text, got.Encoding, got.Replaced, err)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	random := make([]byte, 4096)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range random {
		random[i] = byte(r.Uint32())
	}
	for _, c := range []struct {
		name, data, says string
		want             error
	}{
		{"an empty file", "", "导出", ErrEmpty},
		{"blanks only", " \r\n\u3000\t\ufeff", "导出", ErrEmpty},
		{"a mark alone", "\xff\xfe", "导出", ErrEmpty},
		{"NULs only", "\x00\x00\x00\x00", "导出", ErrEmpty},
		{"a .docx", "PK\x03\x04rest", "Word", ErrBinary},
		{"a .doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版", ErrBinary},
		{"a PDF", "%PDF-1.7", "PDF", ErrBinary},
		{"a picture", "\xff\xd8\xff\xe0", "图片", ErrBinary},
		{"random bytes", string(random), "UTF-8", ErrBinary},
		{"a piece lost in the middle", strings.Repeat(sample, 3000) + strings.Repeat("\x00", 512) + sample, "空字节", ErrHole},
		{"many control characters", strings.Repeat("一二\x01\x02", 50), "UTF-8", ErrBinary},
	} {
		_, err := Decode([]byte(c.data))
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{sample, gb(sample), in16(sample, binary.LittleEndian), "\xfe\xff\xd8\x00", "\x84\x31\x95\x33", "PK\x03\x04"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		before := bytes.Clone(data)
		got, err := Decode(data)
		if !bytes.Equal(before, data) {
			t.Fatal("the input was changed")
		}
		if err != nil {
			return
		}
		if !utf8.ValidString(got.Text) || strings.Contains(got.Text, "\x00") {
			t.Fatalf("not clean: %q", got.Text)
		}
		if n := strings.Count(got.Text, "\ufffd"); got.Replaced > n {
			t.Fatalf("%d replaced, %d marks", got.Replaced, n)
		}
	})
}
