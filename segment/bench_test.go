package segment

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// benchText is the marked reports without their marks, repeated up to about 1 MB.
func benchText(b *testing.B) string {
	files, _ := filepath.Glob("../testdata/segment/*.seg")
	var all strings.Builder
	for _, file := range files {
		s, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		m, err := parseMarked(string(s))
		if err != nil {
			b.Fatal(err)
		}
		all.WriteString(m.text + "\n")
	}
	return strings.Repeat(all.String(), 1+1<<20/all.Len())
}

func BenchmarkParse(b *testing.B) {
	text := benchText(b)
	var d Document
	d.Parse(text, Span{0, len(text)})
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		d.Parse(text, Span{0, len(text)})
	}
}

func BenchmarkAppendClauses(b *testing.B) {
	text := benchText(b)
	var d Document
	d.Parse(text, Span{0, len(text)})
	var clauses []Clause
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		clauses = clauses[:0]
		for _, s := range d.Sentences {
			clauses = AppendClauses(clauses, text, s.Span)
		}
	}
}

func BenchmarkOffsets(b *testing.B) {
	text := benchText(b)
	var t OffsetTable
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		t.Reset(text)
	}
}
