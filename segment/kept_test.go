package segment_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/segment"
)

// letters cuts text into its bytes.
type letters struct{}

func (letters) AppendWords(dst []segment.Span, text string) []segment.Span {
	for i := range len(text) {
		dst = append(dst, segment.Span{Start: i, End: i + 1})
	}
	return dst
}

func TestAppendKept(t *testing.T) {
	type spans = []segment.Span
	for _, row := range []struct {
		what, text string
		kept       spans
		want       string
	}{
		{"nothing kept", "abc", nil, "a|b|c"},
		{"a number with its unit", "ab12.5kmcd", spans{{2, 8}}, "a|b|12.5km|c|d"},
		{"at both ends, one behind the other", "12ab345", spans{{0, 2}, {4, 5}, {5, 7}}, "12|a|b|3|45"},
		{"all of it", "12", spans{{0, 2}}, "12"},
		{"what overlaps, is empty or lies outside counts nothing", "abcd", spans{{1, 3}, {2, 4}, {3, 3}, {3, 9}}, "a|bc|d"},
		{"no text", "", spans{{0, 0}}, ""},
	} {
		var words []string
		before := segment.Span{Start: -2, End: -1}
		got := segment.AppendKept(spans{before}, letters{}, row.text, row.kept)
		for _, w := range got[1:] {
			words = append(words, w.Of(row.text))
		}
		if got[0] != before || !slices.Equal(words, strings.FieldsFunc(row.want, func(r rune) bool { return r == '|' })) {
			t.Errorf("%s: %v, want %s", row.what, words, row.want)
		}
	}
}
