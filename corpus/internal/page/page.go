// Package page collects the text of a reader with the marks of its structure,
// within the reader's budget.
//
//  1. Paragraphs and headings are lines, a manual break inside one is a line end.
//  2. A table row is one line, its cells parted by tabs.
//  3. Text and marks are counted against Limits.Unpacked: what is beyond it is
//     dropped and Done fails.
package page

import (
	"strings"
	"unicode"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/segment"
)

// Page is a text that grows. Make one with New.
type Page struct {
	text   []byte
	marks  []segment.Mark
	budget int64
	cost   int64
}

// markCost is what a mark takes of the budget: about its size in memory.
const markCost = 32

// New returns an empty page that holds what l.Unpacked allows.
func New(l corpus.Limits) *Page { return &Page{budget: l.Filled().Unpacked} }

// ErrTooLong is the error of a text beyond the budget.
var ErrTooLong = corpus.Problem("文件里的文字太多，超过解压后大小的上限，请拆分，或提高上限",
	"the file holds more text than the limit for unpacked data; split it or raise the limit")

// take reports whether n more bytes are within the budget; once they are not, nothing more is.
func (p *Page) take(n int) bool {
	p.cost += int64(n)
	return p.cost <= p.budget
}

// Full reports that the budget is spent.
func (p *Page) Full() bool { return p.cost > p.budget }

// Len is the length of the text so far.
func (p *Page) Len() int { return len(p.text) }

// Paragraph appends s, which may hold line ends, and a line end; blanks before
// line ends go. level above 0 marks its lines as a heading.
func (p *Page) Paragraph(s string, level uint8) {
	for {
		line, rest, more := strings.Cut(s, "\n")
		p.line(strings.TrimRightFunc(line, unicode.IsSpace), level)
		if !more {
			return
		}
		s = rest
	}
}

func (p *Page) line(s string, level uint8) {
	if !p.take(len(s) + 1) {
		return
	}
	start := len(p.text)
	p.text = append(p.text, s...)
	if level > 0 && s != "" && p.take(markCost) {
		p.marks = append(p.marks, segment.Mark{Span: segment.Span{Start: start, End: len(p.text)}, Kind: segment.MarkHeading, Level: level})
	}
	p.text = append(p.text, '\n')
}

// Row appends a table row; a row without any text is left out. Cells hold
// neither tabs nor line ends (see Flat).
func (p *Page) Row(cells []string) {
	size := 0
	for _, c := range cells {
		size += len(c)
	}
	if size == 0 || !p.take(size+len(cells)+(len(cells)+1)*markCost) {
		return
	}
	row := len(p.marks)
	start := len(p.text)
	p.marks = append(p.marks, segment.Mark{Kind: segment.MarkRow})
	for i, c := range cells {
		if i > 0 {
			p.text = append(p.text, '\t')
		}
		at := len(p.text)
		p.text = append(p.text, c...)
		p.marks = append(p.marks, segment.Mark{Span: segment.Span{Start: at, End: len(p.text)}, Kind: segment.MarkCell})
	}
	p.marks[row].Span = segment.Span{Start: start, End: len(p.text)}
	p.text = append(p.text, '\n')
}

// Blank ends a block with one blank line, unless there is one or no text at all.
func (p *Page) Blank() {
	n := len(p.text)
	if n > 0 && (n == 1 || p.text[n-2] != '\n') && p.take(1) {
		p.text = append(p.text, '\n')
	}
}

// Done returns the text; it fails with ErrTooLong, or with empty where there is
// nothing but blanks.
func (p *Page) Done(empty error) (corpus.Text, error) {
	if p.Full() {
		return corpus.Text{}, ErrTooLong
	}
	text := string(p.text)
	if strings.TrimSpace(text) == "" {
		return corpus.Text{}, empty
	}
	return corpus.Text{Text: text, Encoding: corpus.UTF8, Marks: p.marks}, nil
}

// Flat returns s as a cell's text: runs of blanks that hold a tab or a line end
// become one space, blanks at its ends go.
func Flat(s string) string {
	s = strings.TrimSpace(s)
	if !strings.ContainsAny(s, "\t\n\r\v\f\u0085\u2028\u2029") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for s != "" {
		end := strings.IndexFunc(s, unicode.IsSpace)
		if end < 0 {
			end = len(s)
		}
		b.WriteString(s[:end])
		rest := strings.TrimLeftFunc(s[end:], unicode.IsSpace)
		if gap := s[end : len(s)-len(rest)]; strings.Trim(gap, " \u3000\u00a0") == "" {
			b.WriteString(gap)
		} else {
			b.WriteByte(' ')
		}
		s = rest
	}
	return b.String()
}
