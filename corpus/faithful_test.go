package corpus

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// runes draws texts of all that the shortcuts of decoding tell apart.
var runes = rapid.StringOf(rapid.OneOf(
	rapid.Rune(),
	rapid.SampledFrom([]rune("一鿿㐀䷀々〇，。、？?！（）“”—…０９Ａｚaz19 \n\r\t\u3000\ufffd\ue000\uf8ff\x01\x7f\u0085\u00a0\u00ad\u200b𠀀😀")),
	rapid.RuneFrom(nil, unicode.Han),
))

// TestShortcutsOfDecoding: marks are no letters, common Han are Han, and control
// characters are counted as one by one.
func TestShortcutsOfDecoding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := runes.Draw(t, "text")
		want := 0
		for i, r := range text {
			if common := r >= 0x4E00 && r <= 0x9FFF; isCommonHan(text[i:]) != common || common && !unicode.Is(unicode.Han, r) {
				t.Fatalf("%U: isCommonHan is %v", r, !common)
			}
			if isMark(r) && (unicode.IsLetter(r) || unicode.Is(unicode.Han, r) || unicode.Is(unicode.Co, r) || r == utf8.RuneError) {
				t.Fatalf("%U is no mark", r)
			}
			blank := r == '\n' || r == '\r' || r == '\t' || r == '\f' || r == '\v'
			if (r < ' ' || r >= 0x7f && r < 0xa0) && !blank {
				want++
			}
		}
		if got := controls(text); got != want {
			t.Fatalf("%q has %d control characters, not %d", text, want, got)
		}
	})
}

// TestMarksAreMarks: every character that isMark passes is none that counts.
func TestMarksAreMarks(t *testing.T) {
	for r := range rune(utf8.MaxRune) {
		if isMark(r) && (unicode.IsLetter(r) || unicode.Is(unicode.Han, r) || unicode.Is(unicode.Co, r)) {
			t.Errorf("%U is a letter", r)
		}
	}
}
