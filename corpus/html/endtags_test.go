package html_test

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/html"
)

// endTagPages are the forms of testdata/endtags/make.html: an element X with
// an element Y in it, of which one is not ended or ended too late.
var endTagPages = map[string]string{
	"a": `<html><body><div><p>11</p><X>22<Y>33</X>44<p>55</p></div>66</body></html>`,
	"b": `<html><body><div><X>22<Y>33<Y>34</X>44<p>55</div>66</body></html>`,
	"c": `<html><body><div><X><Y>22</Y>33</div>44<p>55</X>66</body></html>`,
}

var twoDigits, threeDigits = regexp.MustCompile(`\d\d`), regexp.MustCompile(`\d{3,}`)

// TestEndTags holds that a missing end tag hides no number that Chromium shows
// and makes none of two. Each line of shown.tsv is an X with the form of the
// page, the numbers that Chromium shows, and every Y with which it shows these.
func TestEndTags(t *testing.T) {
	for _, l := range strings.Split(strings.TrimSpace(string(file(t, "testdata/endtags/shown.tsv"))), "\n") {
		f := strings.Split(l, "\t")
		x, form, _ := strings.Cut(f[0], " ")
		for _, y := range strings.Fields(f[2]) {
			page := strings.NewReplacer("<X>", "<"+x+">", "</X>", "</"+x+">", "<Y>", "<"+y+">", "</Y>", "</"+y+">").Replace(endTagPages[form])
			endTags(t, page, f[1], slices.Contains(replaced, x) || slices.Contains(replaced, y))
		}
	}
}

// replaced elements show something else than their content: where the markup
// leaves open whether a number is in one, it may be shown.
var replaced = strings.Fields("select object marquee button video s")

func endTags(t *testing.T, page, want string, lenient bool) {
	t.Helper()
	got, err := html.Reader.Read(context.Background(), corpus.Source{Name: "a.html", Data: []byte(page)})
	switch {
	case err == html.ErrBlank && want == "":
		return
	case err != nil:
		t.Error(page, err)
		return
	}
	ours, theirs := twoDigits.FindAllString(got.Text, -1), twoDigits.FindAllString(want, -1)
	slices.Sort(ours)
	slices.Sort(theirs)
	if !slices.Equal(ours, theirs) && !(lenient && holdsAll(ours, theirs)) {
		t.Errorf("%s\n got %q\nwant %s", page, got.Text, want)
	}
	for _, n := range threeDigits.FindAllString(got.Text, -1) {
		if !strings.Contains(want, n) {
			t.Errorf("%s fuses %s (%s)", page, n, want)
		}
	}
}

// holdsAll reports whether sorted a has all of sorted b.
func holdsAll(a, b []string) bool {
	for _, s := range b {
		i := slices.Index(a, s)
		if i < 0 {
			return false
		}
		a = a[i+1:]
	}
	return true
}
