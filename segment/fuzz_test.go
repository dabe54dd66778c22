package segment

import (
	"strings"
	"testing"
)

// checkInvariants reports what every Document must hold, whatever its text.
func checkInvariants(t *testing.T, d *Document) {
	t.Helper()
	at, sentence := d.Span.Start, 0
	for i, b := range d.Blocks {
		if b.Empty() || b.Start < at || b.End > d.Span.End {
			t.Fatalf("block %d %v is empty, out of order or outside %v", i, b.Span, d.Span)
		}
		if gap := strings.Trim(d.Text[at:b.Start], leftOut); gap != "" {
			t.Fatalf("block %d leaves out %q", i, gap)
		}
		if b.Parent >= i || b.Parent >= 0 && d.Blocks[b.Parent].Kind != Heading && d.Blocks[b.Parent].Kind != Item {
			t.Fatalf("block %d has the parent %d", i, b.Parent)
		}
		if !b.Marker.Empty() && !b.Contains(b.Marker) {
			t.Fatalf("block %d %v does not hold its marker %v", i, b.Span, b.Marker)
		}
		if b.FirstSentence != sentence || b.EndSentence <= sentence {
			t.Fatalf("block %d has the sentences %d to %d, want them from %d", i, b.FirstSentence, b.EndSentence, sentence)
		}
		checkSentences(t, d, i)
		at, sentence = b.End, b.EndSentence
	}
	if gap := strings.Trim(d.Text[at:d.Span.End], leftOut); gap != "" {
		t.Fatalf("the end is left out: %q", gap)
	}
	if sentence != len(d.Sentences) {
		t.Fatalf("%d sentences, %d in blocks", len(d.Sentences), sentence)
	}
}

// leftOut is what no block need cover.
const leftOut = " \t\r\n\f\v\u00a0\u2002\u2003\u200b\u3000\ufeff" + debris

func checkSentences(t *testing.T, d *Document, block int) {
	t.Helper()
	b := d.Blocks[block]
	at := b.Start
	for _, s := range d.Sentences[b.FirstSentence:b.EndSentence] {
		if s.Block != block || s.Empty() || s.Start < at || !b.Contains(s.Span) {
			t.Fatalf("block %d %v: sentence %v of block %d", block, b.Span, s.Span, s.Block)
		}
		if s.Span != trim(d.Text, s.Span) {
			t.Fatalf("sentence %q is not trimmed", s.Of(d.Text))
		}
		at = s.End
		checkClauses(t, d.Text, s.Span)
	}
}

func checkClauses(t *testing.T, text string, sentence Span) {
	t.Helper()
	at := sentence.Start
	for _, c := range AppendClauses(nil, text, sentence) {
		if c.Empty() || c.Start < at || !sentence.Contains(c.Span) {
			t.Fatalf("sentence %v: clause %v behind %d", sentence, c.Span, at)
		}
		at = c.End
	}
}

func FuzzParse(f *testing.F) {
	for _, test := range parseTests {
		f.Add(test.text, 0, len(test.text))
	}
	f.Add("一、\xe4（\xef\xbc1.\xe2\x80", 1, 9)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		var d Document
		d.Parse(text, Span{0, len(text)})
		checkInvariants(t, &d)
		d.Parse(text, Span{start, end})
		checkInvariants(t, &d)
		offsets := NewOffsets(text)
		for i, last := 0, 0; i <= len(text); i++ {
			n := offsets.Rune(i)
			if n < last || n > i {
				t.Fatalf("Rune(%d) = %d after %d", i, n, last)
			}
			last = n
		}
	})
}
