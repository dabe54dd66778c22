package fast_test

import (
	"strings"
	"testing"
	"time"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/segment"
	"github.com/zhaibao/zhaibao/segment/fast"
	"github.com/zhaibao/zhaibao/segment/segmenttest"
)

// joined is the words of text with bars between them.
func joined(s segment.Segmenter, text string) string {
	var words []string
	for _, w := range s.AppendWords(nil, text) {
		words = append(words, w.Of(text))
	}
	return strings.Join(words, "|")
}

func TestWords(t *testing.T) {
	for _, row := range []struct{ what, want string }{
		{"a clause of a report", "全年|举办|文化|活动|30|场|，|参加|群众|1.2|万人次|。"},
		{"numbers stay whole, full-width ones too", "１２．５|％|、|1,200|元|、|2023.10.12|、|1|,|2"},
		{"a point that ends a sentence is no part of a number", "2|.|文化站|3|."},
		{"words with Latin letters, whatever their case", "4S店|、|4s店|、|Ｔ恤|、|阿Q"},
		{"a run of letters is whole, though its end begins a word", "abT|恤衫"},
		{"blanks, dashes and dots together, other marks alone", "新| \t\u3000|——|……|。|。|\r\n\n|《|》"},
		{"characters beyond 16 bits", "𫗴粥|𠮷|😀"},
		{"characters in no word", "龘靐|ふ|ん"},
		{"invalid bytes, one word each", "文化|\xe6|\xff|\x00|文化|\xe6\x96"},
		{"surrogates and overlong forms are invalid bytes", "\xed|\xa0|\x80|\xe0|\x81|\x81"},
		{"nothing", ""},
	} {
		text := strings.ReplaceAll(row.want, "|", "")
		want := row.want
		switch row.what {
		case "characters in no word":
			want = joined(fast.Default(), text) // only that it is cut at all
		case "invalid bytes, one word each":
			want = "文化|\xe6|\xff|\x00|文化|\xe6|\x96"
		}
		if got := joined(fast.Default(), text); got != want {
			t.Errorf("%s: %q, want %q", row.what, got, want)
		}
	}
}

func TestUserWords(t *testing.T) {
	for _, row := range []struct {
		what, text, before, after string
		words                     []fast.Word
	}{
		{"a word without a frequency stays whole", "农家书屋建成", "农家|书屋|建成", "农家书屋|建成", []fast.Word{{Text: "农家书屋"}}},
		{"a frequency decides", "送戏下乡村", "送|戏|下|乡村", "送戏下乡|村", []fast.Word{{Text: "送戏下乡", Frequency: 1e6}}},
		{"with letters and marks", "4K·超高清频道", "4K|·|超|高清|频道", "4K·超高清|频道", []fast.Word{{Text: "4k·超高清"}}},
		{"with characters that no word had", "在𡌅𡌅村", "在|𡌅|𡌅|村", "在|𡌅𡌅村", []fast.Word{{Text: "𡌅𡌅村"}}},
	} {
		s, err := fast.New(row.words...)
		if err != nil {
			t.Errorf("%s: %v", row.what, err)
			continue
		}
		if got := joined(fast.Default(), row.text); got != row.before {
			t.Errorf("%s: before %q, want %q", row.what, got, row.before)
		}
		if got := joined(s, row.text); got != row.after {
			t.Errorf("%s: %q, want %q", row.what, got, row.after)
		}
	}
}

func TestReadWords(t *testing.T) {
	words, err := fast.ReadWords(strings.NewReader("\ufeff# 词典\n\n农家书屋\n送戏下乡 300\r\n非遗 20 n\n"), "my.txt")
	want := []fast.Word{{Text: "农家书屋"}, {Text: "送戏下乡", Frequency: 300}, {Text: "非遗", Frequency: 20, Tag: "n"}}
	if err != nil || len(words) != 3 || words[0] != want[0] || words[1] != want[1] || words[2] != want[2] {
		t.Errorf("%v, %v", words, err)
	}
	for text, want := range map[string]string{
		"好\n书屋 n 3\n":     `my.txt:2: 书屋: the frequency "n" is no number above 0`,
		"书屋 0":            `my.txt:1: 书屋: the frequency "0" is no number above 0`,
		"书屋 3 n 4":        `my.txt:1: "书屋 3 n 4": a line is a word, its frequency and its part of speech`,
		"书\xff":           `my.txt:1: the line is not UTF-8: save the dictionary as UTF-8`,
		"书 " + longLine(): `my.txt:1: the line is longer than 64 KB: a line is one word`,
	} {
		if _, err := fast.ReadWords(strings.NewReader(text), "my.txt"); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func longLine() string { return strings.Repeat("书", 1<<20) }

func TestWordsThatCannotBeAdded(t *testing.T) {
	for word, want := range map[string]string{
		"":                       "user dictionary: an empty word",
		"文 化":                    `user dictionary: " " can be no part of a word`,
		"\xff":                   `user dictionary: "\xff" is not UTF-8`,
		strings.Repeat("文", 33):  "user dictionary: " + strings.Repeat("文", 33) + ": a word may have 32 characters",
		"abcdefghijklmnopqrstu文": "user dictionary: abcdefghijklmnopqrstu: a run of letters in a word may have 16 bytes",
	} {
		if _, err := fast.New(fast.Word{Text: word}); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", word, err, want)
		}
	}
}

func TestTag(t *testing.T) {
	s, err := fast.New(fast.Word{Text: "农家书屋", Tag: "nz"}, fast.Word{Text: "群众"})
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]string{"群众": "n", "举办": "v", "农家书屋": "nz", "12.5": "m", "abc": "eng", "，": "w", "\n ": "w", "\xff": "x", "😀": "w"} {
		if got := s.Tag(word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
}

// TestCatalogue: the catalogue's words can all be added, and each stays whole by itself.
func TestCatalogue(t *testing.T) {
	var words []fast.Word
	for _, w := range catalog.Builtin().Vocabulary() {
		words = append(words, fast.Word{Text: w})
	}
	start := time.Now()
	s, err := fast.New(words...)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d words added in %v", len(words), time.Since(start).Round(time.Millisecond))
	for _, w := range words {
		if got := s.AppendWords(nil, w.Text); len(got) != 1 {
			t.Errorf("%s is cut into %s", w.Text, joined(s, w.Text))
		}
	}
}

func TestFolding(t *testing.T) {
	s, err := fast.Default().Folding(catalog.Builtin().Fold)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"全年舉辦文化活動30場，參加群眾1.2萬人次": "全年|舉辦|文化|活動|30|場|，|參加|群眾|1.2|萬人次",
		"全年举办文化活动":               "全年|举办|文化|活动",
	} {
		if got := joined(s, text); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	for _, x := range segmenttest.Texts {
		segmenttest.Covers(t, s, x.What, x.Text)
	}
	if s.Tag("群眾") != "n" || fast.Default().Known("群眾") {
		t.Error("only the folding segmenter knows 群眾")
	}
	if _, err := fast.Default().Folding("萬 万\n\n馬马\n"); err == nil || err.Error() != `folding, line 3: "馬马" is not two characters with a blank between them` {
		t.Error(err)
	}
}
