package mht_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/mht"
)

// FuzzMHT reads any bytes: an error or a text.
func FuzzMHT(f *testing.F) {
	saved, err := os.ReadFile("testdata/chromium.mhtml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(saved)
	f.Add([]byte(header + part(`text/html; charset="gb2312"`, "quoted-printable", "a.htm", qp(gb(report))) + last))
	f.Add([]byte(header + part("text/html", "base64", "a.htm", b64(report)) + part("text/css", "8bit", "a.css", ".a{float:left}") + last))
	f.Add([]byte(header + part("text/html", "8bit", "a.htm", "<html><frameset></frameset></html>") + part("text/html", "8bit", "sheet1.htm", report) + last))
	f.Add([]byte(header + nested(3) + last))
	f.Fuzz(func(t *testing.T, data []byte) {
		mht.Is(data)
		text, err := mht.Reader.Read(context.Background(), corpus.Source{Name: "a.mht", Data: data, Limits: corpus.Limits{Unpacked: 1 << 20}})
		if err != nil {
			return
		}
		if !utf8.ValidString(text.Text) || strings.ContainsAny(text.Text, "\x00\r") || strings.Contains(text.Text, " \n") || text.Encoding == "" {
			t.Errorf("%q %q", text.Text, text.Encoding)
		}
		for _, m := range text.Marks {
			if m.Start < 0 || m.End < m.Start || m.End > len(text.Text) {
				t.Errorf("mark %v in %d bytes", m, len(text.Text))
			}
		}
	})
}
