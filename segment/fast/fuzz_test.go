package fast

import (
	"slices"
	"testing"

	"github.com/zhaibao/zhaibao/segment/segmenttest"
)

// FuzzWords: whatever text there is, the words cover it, and a user's words that
// can be added are found again.
func FuzzWords(f *testing.F) {
	for _, x := range segmenttest.Texts {
		f.Add(x.Text, "农家书屋")
		f.Add("中国人民生活动", x.Text)
	}
	s := Default()
	f.Fuzz(func(t *testing.T, text, word string) {
		segmenttest.Covers(t, s, "built-in", text)
		if len(word) == 0 || len(word) > 40 {
			return
		}
		own := &Segmenter{small().Clone()}
		if err := own.add(Word{Text: word, Frequency: 1e9}); err != nil {
			return
		}
		if !own.Known(word) {
			t.Errorf("%q was added and is not known", word)
		}
		segmenttest.Covers(t, own, "with a user's word", text+word+text)
		if words := own.AppendWords(nil, text); !slices.Equal(words, own.AppendWords(nil, text)) {
			t.Error("other words the second time")
		}
	})
}
