package flow

import "testing"

func TestNote(t *testing.T) {
	for _, c := range []struct {
		name       string
		paragraphs []string
		want       string
	}{
		{"paragraphs are one line", []string{" 含线上6期。", "", "另有\t2期。 "}, "[3] 含线上6期。 另有 2期。"},
		{"a mark goes", []string{"* 估计数"}, "[3] 估计数"},
		{"a circled number goes, once", []string{"①甲5场"}, "[3] 甲5场"},
		{"so does one in brackets", []string{"[1] 甲5场"}, "[3] 甲5场"},
		{"and a raised one", []string{"¹2019年"}, "[3] 2019年"},
		{"numbers of its own stay", []string{"3处在建"}, "[3] 3处在建"},
		{"nothing is no note", []string{"", " "}, ""},
	} {
		if got := Note(3, c.paragraphs); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestIsContents(t *testing.T) {
	for _, c := range []struct {
		name  string
		entry Entry
		want  bool
	}{
		{"a line of a field TOC", Entry{Text: "二、举办比赛8场\t15", Field: true}, true},
		{"without a page", Entry{Text: "二、举办比赛8场", Field: true}, true},
		{"running text in one", Entry{Text: "全年举办比赛8场。", Field: true}, false},
		{"a line with dots, by its style", Entry{Text: "二、举办比赛8场……15", Style: true}, true},
		{"a style that is used for text", Entry{Text: "举办比赛8场", Style: true}, false},
		{"a reference to a page at the end", Entry{Text: "二、举办比赛8场\t", Paged: true}, true},
		{"a reference to a page in a sentence", Entry{Text: "见第15页", Paged: true}, false},
		{"a line with a tab and a number", Entry{Text: "合计\t15"}, false},
	} {
		if got := c.entry.IsContents(); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestIsContentsStyle(t *testing.T) {
	for name, want := range map[string]bool{"toc 1": true, "TOC 9": true, "目录 3": true, "Contents 2": true, "TOC Heading": false, "目录": false, "heading 1": false} {
		if IsContentsStyle(name) != want {
			t.Errorf("%s: want %v", name, want)
		}
	}
}
