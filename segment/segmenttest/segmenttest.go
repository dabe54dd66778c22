// Package segmenttest holds the laws that every word segmenter passes; see
// segment.Segmenter. A backend's test calls Run.
package segmenttest

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/zhaibao/zhaibao/segment"
)

// Texts are what the laws are tried on.
var Texts = []struct{ What, Text string }{
	{"nothing", ""},
	{"a report's clause", "全年举办文化活动30场，参加群众1.2万人次。"},
	{"traditional characters", "全年舉辦文化活動30場，參加群眾1.2萬人次。"},
	{"upper and lower case", "Wi-Fi、ABC、abc、4K、卡拉OK，İıſK"},
	{"lines and blanks", "一、总体情况\r\n\r\n　　全县 12\t个乡镇\n\n"},
	{"full-width digits", "增长１２．５％，１，２３４元"},
	{"marks only", "，。、《》……——“”"},
	{"rare characters and emoji", "𠮷野家、𫗴粥、龘、😀👨‍👩‍👧"},
	{"invalid UTF-8", "文化\xff\xfe站\xe6\x96，活\xe5动\x80\xed\xa0\x80\xc0\xaf\xf8\x88\x80\x80\x80场\xe6"},
	{"NUL", "\x00文化\x00\x00活动\x00"},
	{"a byte order mark", "\ufeff文化活动"},
	{"the replacement character", "文化\ufffd活动"},
	{"one byte", "\xe6"},
	{"words that overlap", strings.Repeat("中国人民共和国人民生活动", 50)},
	{"a run of letters", strings.Repeat("abc123", 2000)},
	{"one character", strings.Repeat("的", 2000)},
	{"numbers", "2023.10.12，1,234,567.89，3.，.5，1,2,3"},
}

// longest is how long a 20 MB line may take: no figure of speed, but far from
// what a quadratic way would need.
const longest = 2 * time.Minute

// Run tries the laws on s. With -short it leaves out the lines of 20 MB.
func Run(t *testing.T, s segment.Segmenter) {
	t.Run("words cover the text in order, none empty", func(t *testing.T) {
		for _, x := range Texts {
			Covers(t, s, x.What, x.Text)
		}
	})
	t.Run("the same text has the same words", func(t *testing.T) {
		for _, x := range Texts {
			if first := s.AppendWords(nil, x.Text); !slices.Equal(first, s.AppendWords(nil, x.Text)) {
				t.Errorf("%s: other words the second time", x.What)
			}
		}
	})
	t.Run("what dst holds stays", func(t *testing.T) {
		dst := []segment.Span{{Start: 7, End: 9}, {Start: -1, End: 0}}
		got := s.AppendWords(slices.Clone(dst), Texts[1].Text)
		if !slices.Equal(got[:2], dst) || !slices.Equal(got[2:], s.AppendWords(nil, Texts[1].Text)) {
			t.Errorf("%v", got)
		}
	})
	t.Run("several goroutines cut at once", func(t *testing.T) { together(t, s) })
	t.Run("a line of 20 MB", func(t *testing.T) {
		if testing.Short() {
			t.Skip("takes some seconds")
		}
		for _, unit := range []string{"全年举办文化活动30场，参加群众1.2万人次；", "中国人民共和国人民生活动", "\xe6\x00文"} {
			line := strings.Repeat(unit, (20<<20)/len(unit))
			start := time.Now()
			Covers(t, s, unit, line)
			if took := time.Since(start); took > longest {
				t.Errorf("%q took %v", unit, took)
			}
		}
	})
}

// together cuts the texts in eight goroutines and compares.
func together(t *testing.T, s segment.Segmenter) {
	want := make([][]segment.Span, len(Texts))
	for i, x := range Texts {
		want[i] = s.AppendWords(nil, x.Text)
	}
	var wg sync.WaitGroup
	for k := range 8 {
		wg.Go(func() {
			var dst []segment.Span
			for n := range 3 * len(Texts) {
				i := (n + k) % len(Texts)
				if dst = s.AppendWords(dst[:0], Texts[i].Text); !slices.Equal(dst, want[i]) {
					t.Errorf("%s: other words beside other goroutines", Texts[i].What)
				}
			}
		})
	}
	wg.Wait()
}

// Covers fails the test unless the words of text lie one behind another from its
// beginning to its end.
func Covers(t testing.TB, s segment.Segmenter, what, text string) {
	t.Helper()
	at := 0
	for i, w := range s.AppendWords(nil, text) {
		if w.Start != at || w.End <= w.Start {
			t.Errorf("%s: word %d is %v, but the one before ends at %d", what, i, w, at)
			return
		}
		at = w.End
	}
	if at != len(text) {
		t.Errorf("%s: the words end at %d of %d bytes", what, at, len(text))
	}
}
