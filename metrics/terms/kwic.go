package terms

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/segment"
)

// Hit is a keyword in context.
type Hit struct {
	Keyword     string
	Start, End  int    // code points in the file's text
	Left, Right string // of the same sentence, at most Options.Context code points each
}

// hits finds the keywords in the report's sentences, as they are written there.
func (w *Worker) hits(r *Report) {
	if len(w.a.Keywords) == 0 {
		return
	}
	for _, s := range r.Sentences {
		from := len(w.counts.Hits)
		for _, k := range w.a.Keywords {
			w.find(r.Text, s.Span, k)
		}
		slices.SortStableFunc(w.counts.Hits[from:], func(a, b Hit) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
		})
	}
}

// find adds the places of k in the sentence.
func (w *Worker) find(text string, sentence segment.Span, k string) {
	if k == "" {
		return
	}
	for at := sentence.Start; ; {
		i := strings.Index(text[at:sentence.End], k)
		if i < 0 {
			return
		}
		span := segment.Span{Start: at + i, End: at + i + len(k)}
		at = span.End
		if w.text != text {
			w.text = text
			w.offsets.Reset(text)
		}
		start, end := w.offsets.Runes(span)
		w.counts.Hits = append(w.counts.Hits, Hit{
			Keyword: k, Start: start, End: end,
			Left:  last(text[sentence.Start:span.Start], w.a.Context),
			Right: first(text[span.End:sentence.End], w.a.Context),
		})
	}
}

// first is the first n code points of s.
func first(s string, n int) string {
	end := 0
	for ; n > 0 && end < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	return s[:end]
}

// last is the last n code points of s.
func last(s string, n int) string {
	start := len(s)
	for ; n > 0 && start > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:start])
		start -= size
	}
	return s[start:]
}
