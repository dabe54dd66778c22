package export

import (
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/segment"
)

// maxSentence is how many code points of a sentence are printed around a fact.
const maxSentence = 300

// Around returns the part of sentence that is printed with what lies at span:
// all of it where it is short, else at most limit code points with the span in
// the middle. A span outside the sentence stands for itself.
func Around(text string, sentence, span segment.Span, limit int) segment.Span {
	if !sentence.Contains(span) {
		sentence = span
	}
	if sentence.Len() <= limit || sentence.Len() <= utf8.UTFMax*limit && utf8.RuneCountInString(sentence.Of(text)) <= limit {
		return sentence
	}
	w := segment.Span{Start: span.Start, End: span.Start}
	forward(text, &w.End, span.End, limit)
	left := limit - utf8.RuneCountInString(w.Of(text))
	half := left / 2
	left -= half - backward(text, &w.Start, sentence.Start, half)
	left = forward(text, &w.End, sentence.End, left)
	backward(text, &w.Start, sentence.Start, left)
	return w
}

// forward moves at up to n code points towards end and returns how many are left.
func forward(text string, at *int, end, n int) int {
	for ; n > 0 && *at < end; n-- {
		_, size := utf8.DecodeRuneInString(text[*at:])
		*at += size
	}
	return n
}

// backward moves at up to n code points towards start and returns how many are left.
func backward(text string, at *int, start, n int) int {
	for ; n > 0 && *at > start; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:*at])
		*at -= size
	}
	return n
}
