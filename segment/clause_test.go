package segment

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAppendClauses(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"commas, 、 and stops", "演出3场，放映5场、展览1次；办班。", "演出3场|，放映5场|、展览1次|；办班|。"},
		{"a thousands separator stays, another comma cuts", "补助1,286人,1，234元，12,5", "补助1,286人|,1，234元|，12|,5"},
		{"four digits behind a comma are a number of their own", "1,2345", "1|,2345"},
		{"times and scores stay, a label's colon cuts", "开放时间：8:30—20:30，比分1：3", "开放时间|：8:30—20:30|，比分1：3"},
		{"a range stays, a dash cuts", "1—6月，佳节—春节——快乐", "1—6月|，佳节|—春节|—快乐"},
		{"brackets and quotes hide what is inside", "建馆（站、室）3个，唱“红歌，老歌”《一、二》(a,b)", "建馆（站、室）3个|，唱“红歌，老歌”《一、二》(a,b)"},
		{"brackets nest", "馆（站（村，乡），室）3个，好", "馆（站（村，乡），室）3个|，好"},
		{"an open bracket hides nothing", "建馆（站、室3个，好", "建馆（站|、室3个|，好"},
		{"a bracket that closes too late hides nothing", "（一，" + strings.Repeat("长", 70) + "）", "（一|，" + strings.Repeat("长", 70) + "）"},
		{"a western stop ends a clause, a decimal point does not", "藏书3.5万册.", "藏书3.5万册|."},
		{"delimiters alone make no clause", "，，。", ""},
		{"nothing", "", ""},
	} {
		var got strings.Builder
		for _, c := range AppendClauses(nil, test.text, Span{0, len(test.text)}) {
			got.WriteString(c.Of(test.text))
			if c.Stop != 0 {
				got.WriteString("|" + string(c.Stop))
			}
		}
		if want := test.want; strings.TrimRight(got.String(), "|") != want {
			t.Errorf("%s: %s, want %s", test.name, got.String(), want)
		}
	}
}

func TestOffsets(t *testing.T) {
	text := strings.Repeat("文化a馆，𠮷１2. ", 40)
	table := NewOffsets(text)
	for i := 0; i <= len(text); i++ {
		if i == len(text) || utf8.RuneStart(text[i]) {
			if got, want := table.Rune(i), utf8.RuneCountInString(text[:i]); got != want {
				t.Fatalf("Rune(%d) = %d, want %d", i, got, want)
			}
		}
	}
	if table.Rune(-1) != 0 || table.Rune(1<<30) != utf8.RuneCountInString(text) {
		t.Error("offsets outside the text must count as its ends")
	}
	if start, end := table.Runes(Span{3, 7}); start != 1 || end != 3 {
		t.Errorf("Runes = %d, %d, want 1, 3", start, end)
	}
	if table.Reset(""); table.Rune(0) != 0 {
		t.Error("an empty text has no code points")
	}
}
