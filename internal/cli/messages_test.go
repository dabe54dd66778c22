package cli

import (
	"errors"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/extract"
)

// TestOneLanguage: every cause that corpus names is told in one language.
func TestOneLanguage(t *testing.T) {
	_, docx := corpus.Decode([]byte("PK\x03\x04"))
	_, pdf := corpus.Decode([]byte("%PDF-1.4"))
	for _, cause := range []error{corpus.ErrEmpty, corpus.ErrBinary, corpus.ErrTooLarge, corpus.ErrNotFound,
		corpus.ErrForbidden, corpus.ErrNoReports, corpus.ErrInternal, docx, pdf} {
		err := &corpus.Error{File: "a.txt", Err: cause}
		zh, en := chinese.text(err), english.text(err)
		if !strings.HasPrefix(zh, "a.txt：") || !strings.ContainsFunc(zh, isHan) || strings.HasSuffix(zh, ")") {
			t.Errorf("in Chinese: %q", zh)
		}
		if !strings.HasPrefix(en, "a.txt: ") || strings.ContainsFunc(en, isHan) {
			t.Errorf("in English: %q", en)
		}
	}
}

func TestHalf(t *testing.T) {
	for _, c := range []struct{ message, zh, en string }{
		{"文件是空的 (the file is empty)", "文件是空的", "the file is empty"},
		{"文档 (docx/zip)，请另存 (a docx (or zip) file)", "文档 (docx/zip)，请另存", "a docx (or zip) file"},
		{"disk full", "disk full", "disk full"},
		{"open x (y)", "open x (y)", "open x (y)"},
		{"找不到 (文件)", "找不到 (文件)", "找不到 (文件)"},
		{"不成对)", "不成对)", "不成对)"},
		{"", "", ""},
	} {
		if zh, en := half(chinese, c.message), half(english, c.message); zh != c.zh || en != c.en {
			t.Errorf("%q is %q and %q", c.message, zh, en)
		}
	}
}

func TestOtherErrorsStay(t *testing.T) {
	if got := english.text(errors.New("no space left")); got != "no space left" {
		t.Errorf("got %q", got)
	}
}

// TestRulesInChinese: every rule is explained in Chinese, in one sentence.
func TestRulesInChinese(t *testing.T) {
	for _, r := range extract.Rules() {
		if !strings.ContainsFunc(r.Zh, isHan) || !strings.HasSuffix(r.Zh, "。") {
			t.Errorf("rule %s: %q", r.ID, r.Zh)
		}
	}
}

func TestEditDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"numbers", "numbers", 0},
		{"numbres", "numbers", 1},
		{"explan", "explain", 1},
		{"expalin", "explain", 1},
		{"", "text", 4},
		{"report.txt", "text", 10},
	} {
		if got := editDistance(c.a, c.b); got != c.want {
			t.Errorf("from %q to %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestMeantCommand(t *testing.T) {
	a := &app{}
	root := a.root(func(InputOptions) []corpus.Reader { return nil })
	for _, c := range []struct{ word, want string }{
		{"numbres", "numbers …"},
		{"Number", "numbers …"},
		{"explian", "explain …"},
		{"catalogue", "catalog …"},
		{"version", "--version"},
		{"tex", "text …"},
		{"报告", ""},
		{"a.txt", ""},
		{"reports", ""},
	} {
		if got := meantCommand(root, c.word); got != c.want {
			t.Errorf("%q is taken for %q, want %q", c.word, got, c.want)
		}
	}
}
