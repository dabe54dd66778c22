package html_test

import (
	"context"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/html"
)

// hostile are pages of one kind of tag soup each, that cost some parsers
// quadratic time or hundreds of times their size.
var hostile = map[string]string{
	"unclosed formatting": "<b a=1><i b=2><font c=3><u><s><p>12",
	"many fonts":          "<font color=1><font color=2><p>12",
	"ignored tags":        "12</x>",
	"text in tables":      "<table>1<tr>2</table>",
	"rows":                "<table><tr><td>1<td>2",
	"ended too early":     "<s><p>1</s>",
	"links":               "<a href=1>1<a href=2><p>",
	"bodies":              "<body a=1><html b=2>",
	"line breaks":         "<br>",
	"list items":          "<ol><li>1<li>2</ol>",
	"nested lists":        "<ul><li>1</ul>",
	"blanks":              " \n",
	"footnotes":           "1<sup>1</sup>",
	"entities":            "&#49;&nbsp;",
	"rules":               "<style>.a{b:c}</style>",
	"titles":              "<title>1</title>",
	"spans":               "<table><tr><td rowspan=9999>1<td colspan=1000>2</table>",
	"one big table":       "<tr><td rowspan=65000 colspan=9>1<td>2",
	"attributes":          "<p a b c d e f g h i j k l m n o p q r s t u v w x y z>",
	"info lines":          "<p>点击：1304 来源：县科协 发布时间：2023-12-08</p>",
	"one long line":       "来源：点击：大中小 ",
	"titles in text":      "<p>标题标题标题</p>",
	"sups":                "<sup><sub>1</sub></sup>",
	"links in cells":      "<td><a href=1>链接</a>",
	"comments":            "<!-- a -->",
	"comment starts":      "<!--",
	"angles":              "<",
	"xml":                 "<?xml",
}

// TestHostile holds that 128 kB of any of them ends soon, and in linear time.
func TestHostile(t *testing.T) {
	for name, soup := range hostile {
		t.Run(name, func(t *testing.T) {
			for _, opening := range []string{"<html><meta name=ArticleTitle content=标题>", "<html><table>"} {
				page := []byte(opening + strings.Repeat(soup, (128<<10)/len(soup)) + "</html>")
				start := time.Now()
				_, err := html.Reader.Read(context.Background(), corpus.Source{Data: page})
				if d := time.Since(start); d > 5*time.Second {
					t.Errorf("%v, error %v", d, err)
				} else if testing.Verbose() {
					t.Logf("%v, error %v", d, err)
				}
			}
		})
	}
}

// BenchmarkRead reads a page of 5 MB: an article of many paragraphs and tables.
func BenchmarkRead(b *testing.B) {
	one := `<p style="text-indent:2em">今年以来，全县共举办实用技术培训<strong>46</strong>场次，培训农民1,2<span>34</span>人次，发放资料8600余份。</p><table><tr><td>乡镇</td><td>人次</td></tr><tr><td>城关镇</td><td>340</td></tr></table>`
	page := []byte("<!DOCTYPE html><html><body><div id=zoom>" + strings.Repeat(one, 5<<20/len(one)) + "</div></body></html>")
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := html.Reader.Read(context.Background(), corpus.Source{Data: page}); err != nil {
			b.Fatal(err)
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.HeapSys)/(1<<20), "heapMB")
}

// TestCut holds that a page that breaks off before its end is refused, wherever that is.
func TestCut(t *testing.T) {
	pages, _ := filepath.Glob("testdata/office/*html")
	sites, _ := filepath.Glob("testdata/sites/*.html")
	article := string(file(t, "testdata/articles/table.html"))
	for _, name := range append(pages, sites...) {
		page := strings.NewReplacer("{{TITLE}}", siteTitle, "{{BODY}}", article).Replace(string(file(t, name)))
		end := strings.LastIndex(page, "</body")
		for cut := strings.Index(page, "<body") + 6; cut < end; cut += 5 {
			got, err := html.Reader.Read(context.Background(), corpus.Source{Data: []byte(page[:cut])})
			if err == nil && strings.TrimSpace(page[cut:end]) != "" && strings.Contains(page[cut:end], "人") {
				t.Errorf("%s cut at %d after %q: %q", name, cut, page[max(0, cut-30):cut], got.Text)
				break
			}
		}
	}
}
