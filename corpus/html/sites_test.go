package html_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/html"
)

const siteTitle = "青禾县科协2023年农村科普工作总结"

// TestSites puts every article into the furniture of every kind of site: what
// comes out is the headline and the article, no figure more or less.
func TestSites(t *testing.T) {
	sites, _ := filepath.Glob("testdata/sites/*.html")
	articles, _ := filepath.Glob("testdata/articles/*.html")
	if len(sites) < 21 || len(articles) < 5 {
		t.Fatal("no sites or articles")
	}
	for _, site := range sites {
		for _, article := range articles {
			t.Run(name(site)+"/"+name(article), func(t *testing.T) {
				want := siteTitle + "\n" + string(file(t, strings.TrimSuffix(article, ".html")+".txt"))
				page := strings.NewReplacer("{{TITLE}}", siteTitle, "{{BODY}}", string(file(t, article))).Replace(string(file(t, site)))
				got := read(t, inItsCharset(t, page))
				if want != got.Text {
					t.Errorf("got\n%s\nwant\n%s", got.Text, want)
				}
				if len(got.Marks) == 0 || got.Marks[0].Of(got.Text) != siteTitle {
					t.Errorf("the headline is not marked: %v", got.Marks)
				}
			})
		}
	}
}

// inItsCharset encodes a page as it says of itself.
func inItsCharset(t *testing.T, page string) []byte {
	t.Helper()
	if !strings.Contains(page, "charset=gb") && !strings.Contains(page, `charset="gb`) {
		return []byte(page)
	}
	out, err := simplifiedchinese.GB18030.NewEncoder().String(page)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

func read(t *testing.T, data []byte) corpus.Text {
	t.Helper()
	if !html.Is(data) {
		t.Errorf("not seen as a page: %.80q", data)
	}
	got, err := html.Reader.Read(context.Background(), corpus.Source{Name: "a.html", Data: data})
	if err != nil {
		t.Fatal(err)
	}
	conventions(t, got)
	return got
}

func name(path string) string { return strings.TrimSuffix(filepath.Base(path), ".html") }

func file(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
