package fold

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/segment"
)

func TestFolding(t *testing.T) {
	table := New("場 场\n餘 余\nbroken line here\nxx yy\n")
	for _, c := range []struct{ in, want string }{
		{"演出21場，觀眾", "演出21场，觀眾"},
		{"１０６５％", "1065%"},
		{"Ａ＋", "A+"},
		{"（一）：；！？", "（一）：；！？"},
		{"一　二", "一 二"},
	} {
		var got []rune
		for _, r := range table.Append(nil, c.in) {
			got = append(got, rune(r))
		}
		if string(got) != c.want {
			t.Errorf("%s folds to %s, want %s", c.in, string(got), c.want)
		}
	}
}

func TestTextKeepsPlaces(t *testing.T) {
	table := New("")
	raw := "前文１2\xff𠀀场"
	var text Text
	text.Set(table, raw, segment.Span{Start: len("前文"), End: len(raw)})
	if text.Len() != 5 {
		t.Fatalf("%d runes, want 5", text.Len())
	}
	if !text.IsWide(0) || text.IsWide(1) {
		t.Error("the first digit is full-width and the second is not")
	}
	if text.At(2) != Bad || text.At(3) != Bad || text.At(99) != 0 || text.At(-1) != 0 {
		t.Error("bad bytes and runes outside the basic plane become Bad, places outside 0")
	}
	if got := text.Span(4, 5).Of(raw); got != "场" {
		t.Errorf("the last rune is %q", got)
	}
	for i := range text.R {
		if text.Index(text.Off[i]) != i {
			t.Errorf("rune %d is not found again by its offset", i)
		}
	}
	if !text.HasPrefix(0, []uint16{'1', '2'}) || text.HasPrefix(4, []uint16{'场', '场'}) || !text.HasSuffix(2, []uint16{'2'}) {
		t.Error("prefix or suffix is wrong")
	}
}

// A text steps to the runes of a set as a plain loop does, and finds places as a search from the start does.
func TestStepsLikeAPlainLoop(t *testing.T) {
	table := New("場 场\n")
	table.Fill(func(r uint16) Set { return Numeral.If(r >= '0' && r <= '9') })
	table.FillRaw(func(r rune) Set { return Stop.If(r == '，' || r == '。') })
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.StringOfN(rapid.RuneFrom([]rune("场場演出一1２，。 \n𠀀a\ufffd")), 0, 3000, -1).Draw(t, "text")
		from := rapid.IntRange(0, len(raw)).Draw(t, "from")
		var text Text
		text.Set(table, raw, segment.Span{Start: runeStart(raw, from), End: len(raw)})
		sets := rapid.SampledFrom([]Set{Numeral, Stop, Wide, Numeral | Stop}).Draw(t, "sets")
		i := rapid.IntRange(0, text.Len()).Draw(t, "i")
		want := i
		for want < text.Len() && text.Sets[want]&sets == 0 {
			want++
		}
		if got := text.Next(i, sets); got != want {
			t.Fatalf("the next rune from %d is %d, want %d", i, got, want)
		}
		offset := rapid.IntRange(text.Off[i], len(raw)).Draw(t, "offset")
		if got, want := text.IndexFrom(i, offset), text.Index(offset); got != want {
			t.Fatalf("offset %d is rune %d from %d, want %d", offset, got, i, want)
		}
	})
}

func runeStart(s string, i int) int {
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return i
}
