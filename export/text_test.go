package export

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/segment"
)

func TestGuard(t *testing.T) {
	tests := []struct{ text, field string }{
		{"", ""},
		{"演出", "演出"},
		{"=1+1", "'=1+1"},
		{"+86", "'+86"},
		{"-5.5%", "'-5.5%"},
		{"@sum", "'@sum"},
		{"\t=1", "'\t=1"},
		{"\r=1", "\"'\r=1\""},
		{"'quoted", "''quoted"},
		{"''", "'''"},
		{"＝1", "'＝1"},
		{"—5", "—5"},
		{"a=1", "a=1"},
		{`说"好",`, `"说""好"","`},
		{`="x"`, `"'=""x"""`},
	}
	for _, tt := range tests {
		if got := string(appendField(nil, []byte(tt.text))); got != tt.field {
			t.Errorf("%q is written %q, want %q", tt.text, got, tt.field)
		}
	}
}

// A field is read back as it was written, and never begins like a formula.
func FuzzField(f *testing.F) {
	for _, s := range []string{"", "演出", "=1+1", "'", "''", "\r\n", "a\"b", "－3%", "a,b", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		line := "x," + string(appendField(nil, []byte(s))) + ",1\r\n"
		row, err := csv.NewReader(strings.NewReader(line)).Read()
		if err != nil || len(row) != 3 {
			t.Fatalf("%q: %q, %v", line, row, err)
		}
		if row[1] != "" && strings.ContainsRune("=+-@\t\r\n", rune(row[1][0])) {
			t.Errorf("%q begins like a formula", row[1])
		}
		if want := strings.ReplaceAll(s, "\r\n", "\n"); Unguard(row[1]) != want { // the reader folds CRLF
			t.Errorf("%q came back as %q", want, Unguard(row[1]))
		}
	})
}

func FuzzJSONString(f *testing.F) {
	for _, s := range []string{"", "演出", "a\"b\\", "\x00\x1f\x7f", "\xff", "\u2028😀", "\r\n\t"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var got string
		if err := json.Unmarshal(appendString(nil, []byte(s)), &got); err != nil {
			t.Fatal(err)
		}
		if want := strings.ToValidUTF8(s, "\uFFFD"); got != want {
			t.Errorf("%q came back as %q", want, got)
		}
	})
}

var texts = rapid.StringOfN(rapid.RuneFrom([]rune("a1,。演出\n😀é")), 0, 600, -1)

// cut draws a byte offset of text at a code point, from lo.
func cut(t *rapid.T, text string, lo int) int {
	at := rapid.IntRange(lo, len(text)).Draw(t, "cut")
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}

func TestAroundASpan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := texts.Draw(t, "text")
		sentence := segment.Span{Start: cut(t, text, 0)}
		sentence.End = cut(t, text, sentence.Start)
		span := segment.Span{Start: cut(t, text[:sentence.End], sentence.Start)}
		span.End = cut(t, text[:sentence.End], span.Start)
		limit := rapid.IntRange(1, 300).Draw(t, "limit")
		got := Around(text, sentence, span, limit)
		n := utf8.RuneCountInString(got.Of(text))
		long := utf8.RuneCountInString(span.Of(text)) > limit
		switch {
		case !sentence.Contains(got) || !utf8.ValidString(got.Of(text)):
			t.Fatalf("%v is not a part of the sentence %v", got, sentence)
		case n > limit:
			t.Fatalf("%d code points, at most %d wanted", n, limit)
		case n < min(limit, utf8.RuneCountInString(sentence.Of(text))):
			t.Fatalf("%d code points, more were to be had", n)
		case !long && !got.Contains(span):
			t.Fatalf("%v does not hold %v", got, span)
		}
	})
}

func TestASpanOutsideItsSentence(t *testing.T) {
	got := Around("一二三四", segment.Span{Start: 0, End: 3}, segment.Span{Start: 6, End: 9}, 300)
	if got != (segment.Span{Start: 6, End: 9}) {
		t.Errorf("%v", got)
	}
}

func BenchmarkStream(b *testing.B) {
	item := testItems()[0]
	s := NewStream(io.Discard, testOptions)
	b.ReportAllocs()
	for b.Loop() {
		if err := s.Add(item); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(item.Result.Facts)), "ns/fact")
}
