// Package readertest holds the laws that the text of every Reader keeps.
package readertest

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/segment"
)

// Text holds that the text is clean, its marks are in order, each row a line with
// its cells inside, and its parts are in order and not empty.
func Text(t testing.TB, text corpus.Text) {
	t.Helper()
	if strings.ToValidUTF8(text.Text, "") != text.Text || strings.ContainsRune(text.Text, 0) || text.Encoding == "" {
		t.Fatalf("no clean text in %q: %q", text.Encoding, text.Text)
	}
	marks(t, text)
	at := 0
	for _, p := range text.Parts {
		if p.Start < at || p.Empty() || p.End > len(text.Text) {
			t.Fatalf("part %v behind %d in %d bytes", p.Span, at, len(text.Text))
		}
		at = p.End
	}
}

func marks(t testing.TB, text corpus.Text) {
	t.Helper()
	at, row := 0, segment.Mark{}
	for _, m := range text.Marks {
		if m.Start < at || m.End < m.Start || m.End > len(text.Text) {
			t.Fatalf("mark %+v behind %d in %d bytes", m, at, len(text.Text))
		}
		at = m.Start
		switch s := m.Span.Of(text.Text); {
		case m.Kind == segment.MarkHeading:
		case strings.Contains(s, "\n"):
			t.Fatalf("a row of two lines: %q", s)
		case m.Kind == segment.MarkRow:
			row = m
			if m.Start > 0 && text.Text[m.Start-1] != '\n' || m.End < len(text.Text) && text.Text[m.End] != '\n' {
				t.Fatalf("row %q is no line", s)
			}
		case !row.Contains(m.Span) || strings.Contains(s, "\t"):
			t.Fatalf("cell %q is not in its row", s)
		}
	}
}

// Broken holds that a file whose bytes are summed up by its archive, with one bit
// changed or cut anywhere, is an error in words of the reader's own or reads as
// before, never as something else.
func Broken(t *testing.T, r corpus.Reader, good []byte) {
	t.Helper()
	read := func(data []byte) (corpus.Text, error) {
		return r.Read(context.Background(), corpus.Source{Data: data})
	}
	want, err := read(good)
	if err != nil {
		t.Fatal(err)
	}
	directory := bytes.Index(good, []byte("PK\x01\x02"))
	for i, step := 0, 41; i < len(good); i += step {
		if i >= directory {
			step = 1
		}
		bad := bytes.Clone(good)
		bad[i] ^= byte(1 << (i % 8))
		if got, err := read(bad); err == nil && got.Text != want.Text {
			t.Errorf("byte %d changed: %q", i, got.Text)
		} else if err != nil && (strings.Contains(err.Error(), "zip: ") || strings.Contains(err.Error(), "EOF") || strings.Contains(err.Error(), "syntax")) {
			t.Errorf("byte %d changed: the message %v", i, err)
		}
		if got, err := read(good[:i]); err == nil {
			t.Errorf("cut at %d: %q", i, got.Text)
		}
	}
}
