// Package html reads web pages: those of county governments, with their menus
// and visitor counters, and those that Word, WPS or LibreOffice saved.
//
//  1. Is tells a page by how it begins (is.go).
//  2. The bytes become text by byte order mark, validity as UTF-8, the page's own
//     word or corpus's guess, in this order (charset.go).
//  3. The tokens of golang.org/x/net/html become a tree (tree.go, build.go). Its
//     parser is not used: it copies formatting that is left open into every
//     paragraph that follows, so that 80 kB of page took 1.2 GB and 11 s (v0.62.0).
//     The tree here has one node for each token and the depth of Limits.Depth; of
//     400 random pages of tag soup it shows the numbers that Chromium shows in 392.
//  4. What a reader does not see goes (style.go): scripts, hidden elements,
//     deleted text, references to footnotes.
//  5. The smallest element that holds most of the text outside links is the
//     article (choose.go); where tables lay out the page, the cell that has the
//     headline and as many of the sentences (panel.go).
//  6. The tree is painted as lines: paragraphs, headings, table rows (paint.go,
//     inline.go, list.go, table.go). Between two elements that a browser sets
//     apart there is always a separator, between two runs of one word never.
//  7. The page's furniture goes (furniture.go, lines.go): menus, the line of date,
//     source and clicks, share buttons, rankings, lists of related news, counters of
//     downloads and comments, the footer. A line with a figure or a sentence goes
//     only for a reason: its element's name or title, its links, or fragments that
//     explain every character of it. The headline becomes the first line
//     (headline.go).
//
// A readability library (codeberg.org/readeck/go-readability/v2) was tried over
// 78 of the 126 pages of the tests: it gave the figures of 14 rightly, lost 84 and
// let in 377 of the furniture.
package html

import (
	"context"

	"github.com/zhaibao/zhaibao/corpus"
)

// Reader reads .html, .htm and .xhtml.
var Reader = corpus.Reader{Format: "html", Endings: []string{".html", ".htm", ".xhtml"}, Is: Is, Read: read}

func read(ctx context.Context, s corpus.Source) (corpus.Text, error) { return Page(ctx, s, Envelope{}) }

// Envelope is what comes with a page in a message.
type Envelope struct {
	Charset string   // of its MIME header, "" where that has none
	Styles  []string // the style sheets beside it
}

// Page reads the page s.Data. It fails where there is no text, where the page breaks
// off in the middle, where it is a frame around other files and where it passes
// a limit; its errors are those of corpus.Problem or of ctx.
func Page(ctx context.Context, s corpus.Source, e Envelope) (corpus.Text, error) {
	limits := s.Limits.Filled()
	if int64(len(s.Data)) > limits.Unpacked {
		return corpus.Text{}, errTooLarge
	}
	t, err := decode(s.Data, e.Charset)
	if err != nil {
		return corpus.Text{}, err
	}
	d, err := parse(ctx, t.Text, limits)
	if err != nil {
		return corpus.Text{}, err
	}
	for _, sheet := range e.Styles {
		readRules(sheet, d.rules)
	}
	p := painter{ctx: ctx, doc: d, left: 8*len(t.Text) + 1<<20}
	d.measure(d.root)
	d.article = d.choose()
	p.block(d.root)
	p.flush()
	if p.err != nil {
		return corpus.Text{}, p.err
	}
	lines, err := d.keep(ctx, p.lines)
	if err != nil {
		return corpus.Text{}, err
	}
	t.Text, t.Marks = write(lines)
	if blank(t.Text) {
		if d.frames {
			return corpus.Text{}, ErrFrames
		}
		return corpus.Text{}, ErrBlank
	}
	return t, nil
}

var (
	errTooLarge = corpus.Problem("网页太大，请提高大小上限", "the page is too large; raise the size limit")
	errDeep     = corpus.Problem("网页的标签嵌套太深，可能已损坏，请用浏览器另存为文本再试", "the page's elements are nested too deeply; save it as text from a browser")
	errWide     = corpus.Problem("网页里的表格合并单元格过多，可能已损坏，请用浏览器另存为文本再试", "a table of the page spans too many cells; save it as text from a browser")
	errBroken   = corpus.Problem("网页不完整（没有结尾的 </html>），请重新下载，或用浏览器打开、核对后另存", "the page breaks off before its </html>; download it again, or open it in a browser, check it and save it")
	errList     = corpus.Problem("这是栏目或目录页，只有链接，没有正文，请打开其中的文章另存", "a page of links without a text of its own; open the articles and save those")
	errGarbled  = corpus.Problem("网页里有许多无法识别的字节，编码不明或已损坏，请用浏览器另存为 UTF-8 再试", "many bytes of the page cannot be decoded; save it in UTF-8 from a browser")
)

// The causes that a container of pages (mht) tells apart: its other pages may hold the text.
var (
	ErrFrames = corpus.Problem("这个网页只是框架，正文在它引用的其他网页里，请另存那些网页或存为 .mht", "the page only frames others, which hold the text; save those, or save it as .mht")
	ErrBlank  = corpus.Problem("网页里没有文字，正文可能由脚本加载或只是图片，请用浏览器打开后另存为 .mht 或复制文字", "the page has no text; a script may load it: open it in a browser and save it as .mht, or copy the text")
)
