package docx

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/corpus"
)

// TestBroken: a file with one byte changed, or cut anywhere, is an error or
// reads as before, never as something else.
func TestBroken(t *testing.T) {
	good, err := os.ReadFile("testdata/transitional.docx")
	if err != nil {
		t.Fatal(err)
	}
	read := func(data []byte) (corpus.Text, error) {
		return Reader.Read(context.Background(), corpus.Source{Data: data})
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
