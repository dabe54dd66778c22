package html_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/html"
	"github.com/zhaibao/zhaibao/segment"
)

// FuzzHTML reads any bytes: an error or a text that keeps the conventions.
func FuzzHTML(f *testing.F) {
	for _, pattern := range []string{"testdata/sites/*.html", "testdata/articles/*.html", "testdata/office/*html"} {
		files, _ := filepath.Glob(pattern)
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
	for _, soup := range hostile {
		f.Add([]byte("<html>" + strings.Repeat(soup, 5) + "</html>"))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		html.Is(data)
		text, err := html.Reader.Read(context.Background(), corpus.Source{Name: "a.html", Data: data, Limits: corpus.Limits{Unpacked: 1 << 20}})
		if err == nil {
			conventions(t, text)
		}
	})
}

type tester interface{ Errorf(string, ...any) }

// conventions holds a text against what every reader promises.
func conventions(t tester, text corpus.Text) {
	s := text.Text
	if !utf8.ValidString(s) || strings.ContainsAny(s, "\x00\r\u200b\u00ad") || text.Encoding == "" {
		t.Errorf("characters or encoding: %q %q", s, text.Encoding)
	}
	if strings.Contains(s, " \n") || !strings.HasSuffix(s, "\n") {
		t.Errorf("line ends: %q", s)
	}
	last := 0
	var row segment.Mark
	for _, m := range text.Marks {
		if m.Start < last || m.End < m.Start || m.End > len(s) {
			t.Errorf("mark %v after %d in %d bytes", m, last, len(s))
			return
		}
		last = m.Start
		switch of := m.Of(s); m.Kind {
		case segment.MarkRow, segment.MarkHeading:
			row = m
			if m.Start > 0 && s[m.Start-1] != '\n' || s[m.End] != '\n' || strings.Contains(of, "\n") {
				t.Errorf("no line: %q", of)
			}
		case segment.MarkCell:
			if m.Start < row.Start || m.End > row.End || strings.ContainsAny(of, "\t\n") || m.End < row.End && s[m.End] != '\t' {
				t.Errorf("no cell: %q", of)
			}
		}
	}
}

// TestNumbersSurvive writes pages of random blocks, lists and tables with a
// number of its own in each, some of them in several runs: all come out, whole
// and in order, and nothing else.
func TestNumbersSurvive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &writer{t: t}
		for range rapid.IntRange(1, 6).Draw(t, "blocks") {
			g.block(3)
		}
		page := "<html><body>" + g.b.String() + "</body></html>"
		got, err := html.Reader.Read(context.Background(), corpus.Source{Data: []byte(page)})
		if err != nil {
			t.Fatal(page, err)
		}
		conventions(t, got)
		numbers := regexp.MustCompile(`\d+`).FindAllString(got.Text, -1)
		slices.Sort(numbers)
		slices.Sort(g.want)
		if !slices.Equal(numbers, g.want) {
			t.Fatalf("%s\n%s\n got %v\nwant %v", page, got.Text, numbers, g.want)
		}
	})
}

// writer writes a random page.
type writer struct {
	t    *rapid.T
	b    strings.Builder
	next int
	want []string
}

func (g *writer) number() string {
	g.next++
	n := fmt.Sprint(10000 + g.next)
	g.want = append(g.want, n)
	return rapid.SampledFrom([]string{
		n, "共" + n + "人", n[:2] + "<b>" + n[2:] + "</b>", "<span>" + n[:1] + "</span>" + n[1:], "<font color=red>" + n + "</font>",
		n[:3] + "&#8203;" + n[3:], "<i><u>" + n[:2] + "</u></i>" + n[2:], "<!-- 5 -->" + n, "<del>77</del>" + n, n + "<sup>[1]</sup>", n + "<!--6-->",
	}).Draw(g.t, "number")
}

func (g *writer) block(depth int) {
	kinds := []string{"p", "div", "h2", "li", "ul", "table", "nest", "br", "open"}
	if depth == 0 {
		kinds = kinds[:4]
	}
	switch k := rapid.SampledFrom(kinds).Draw(g.t, "kind"); k {
	case "nest":
		g.b.WriteString(rapid.SampledFrom([]string{"<div>", "<section>", "<center>", "<div class=x>"}).Draw(g.t, "tag"))
		for range rapid.IntRange(1, 3).Draw(g.t, "n") {
			g.block(depth - 1)
		}
		g.b.WriteString("</div></section></center>")
	case "ul":
		g.b.WriteString("<ul>")
		for range rapid.IntRange(1, 3).Draw(g.t, "n") {
			g.b.WriteString("<li>" + g.number() + "\n")
		}
		g.b.WriteString("</ul>")
	case "table":
		g.b.WriteString("<table>")
		for range rapid.IntRange(1, 3).Draw(g.t, "rows") {
			g.b.WriteString("<tr>")
			for range rapid.IntRange(1, 3).Draw(g.t, "cells") {
				fmt.Fprintf(&g.b, "<td colspan=%d rowspan=%d>", rapid.IntRange(0, 3).Draw(g.t, "colspan"), rapid.IntRange(1, 3).Draw(g.t, "rowspan"))
				if rapid.Bool().Draw(g.t, "plain") {
					g.b.WriteString(g.number())
				} else {
					g.block(depth - 1)
				}
			}
		}
		g.b.WriteString("</table>")
	case "br":
		g.b.WriteString("<div>" + g.number() + "<br>" + g.number() + "<br/></div>")
	case "open":
		g.b.WriteString("<p>" + g.number())
	default:
		g.b.WriteString("<" + k + ">" + g.number() + "</" + k + ">")
	}
}
