package pdf

import (
	"strings"
	"testing"
)

func TestDictionary(t *testing.T) {
	for _, c := range []struct {
		says, objects string
		want          bool
	}{
		{"a packed stream", "endobj\n4 0 obj\n<</Length 9/Filter/FlateDecode>>\n", true},
		{"a list of filters", "4 0 obj<</Filter [ /A85 /Fl ] /Length 9>> ", true},
		{"a stream as it is", "4 0 obj <</Length 9>>\n", true},
		{"a filter that there is not", "4 0 obj\n<</Length 9/Filter/FlatgDecode>>\n", false},
		{"an object without its number", "endobj\n4 00obj\n<</Length 9>>\n", false},
		{"an object whose number is none", "\nr 0 obj\n<</Length 9>>\n", false},
		{"an object without its dictionary", "4 0 obj\n(Length 9)\n", false},
		{"an object that has ended", "4 0 obj\n<</Length 9>>\nendobj\n", false},
	} {
		if _, got := dictionary([]byte(c.objects)); got != c.want {
			t.Errorf("%s: %v", c.says, got)
		}
	}
}

func TestPrintable(t *testing.T) {
	for _, c := range []struct {
		says, data string
		want       bool
	}{
		{"objects", "5 0 obj\r\n<</Type/Font /Widths[1000 1000]>>\nendobj", true},
		{"the mark of bytes behind the header", "%PDF-1.6\n%\xc3\xa4\xfc\x01\n2 0 obj", true},
		{"a string of any bytes", "/Title(\xfe\xff\x00a\\)\x01(b))", true},
		{"the name of a font in GBK", "/BaseFont/\xcb\xce\xcc\xe5", true},
		{"a piece that was overwritten", "/Widths[1000 10\x1a\x03\x9f00]", false},
		{"a piece of zeros", "/Widths[1000 10" + strings.Repeat("\x00", 512) + "1000]", false},
		{"a string without an end", "/Title(a", false},
	} {
		if got := printable([]byte(c.data)); got != c.want {
			t.Errorf("%s: %v", c.says, got)
		}
	}
}
