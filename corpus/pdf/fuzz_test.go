package pdf

import (
	"context"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/corpus"
)

var unchecked = &engine{}

// FuzzPDF changes real files. Whatever comes out is an error or a text that
// keeps to its form; no file takes longer than its context allows. Run it with
// -parallel 1: each worker is a process with an engine of its own.
func FuzzPDF(f *testing.F) {
	for _, name := range []string{"scan", "notes", "locked", "annual-office", "cases", "breaks-office", "rules"} {
		f.Add(load(f, name))
	}
	f.Add([]byte(tiny))
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		start := time.Now()
		source := corpus.Source{Name: "x.pdf", Data: data}
		_ = whole(ctx, data, source.Limits)
		x, err := unchecked.parse(ctx, source) // also what the checksums keep out
		if took := time.Since(start); took > 8*time.Second {
			t.Fatalf("took %v", took)
		}
		if err != nil {
			return
		}
		if !utf8.ValidString(x.Text) || strings.Contains(x.Text, "\x00") || strings.TrimSpace(x.Text) == "" {
			t.Fatalf("bad text %q", x.Text)
		}
		for _, m := range x.Marks {
			if m.Start < 0 || m.Start > m.End || m.End > len(x.Text) {
				t.Fatalf("bad mark %v", m)
			}
		}
	})
}

// tiny is a PDF small enough to be changed everywhere.
const tiny = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 95>>stream
BT /F 12 Tf 1 0 0 1 20 150 Tm (GDP 1304) Tj 0 -20 Td (Growth 12.5) Tj ET
20 20 m 200 20 l S 20 20 50 30 re S
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
`
