// Package mht reads web archives, .mht and .mhtml: a MIME message whose parts
// are a page, its pictures and its frames, as Internet Explorer, Word, WPS and
// Chromium save them.
//
//  1. Is tells them by their header (Is).
//  2. The parts are found by their boundary, also inside each other; those that
//     are pages or style sheets are decoded from quoted-printable or base64
//     (parts.go).
//  3. The root, which the header names or which is the first page, is read as
//     package html reads pages, in the charset of its own header.
//  4. Where the root only frames others, as Excel's books do, all of them are
//     read; a frame with more text than the page around it follows that.
package mht

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"unicode"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/html"
)

// Reader reads .mht and .mhtml.
var Reader = corpus.Reader{Format: "mht", Endings: []string{".mht", ".mhtml"}, Is: Is, Read: read}

const headBytes = 16 << 10 // of a header, at most

// Is reports whether data is a web archive: it begins with the header of a MIME
// message that is multipart/related or a page.
func Is(data []byte) bool {
	h, _, ok := header(data[:min(len(data), headBytes)])
	if !ok || h["mime-version"] == "" {
		return false
	}
	kind, _ := media(h["content-type"])
	return kind == "multipart/related" || kind == "text/html"
}

func read(ctx context.Context, s corpus.Source) (corpus.Text, error) {
	m := message{ctx: ctx}
	start, err := m.collect(s.Data, 0)
	if err != nil {
		return corpus.Text{}, err
	}
	if len(m.pages) == 0 {
		return corpus.Text{}, errNoPage
	}
	root := m.root(start)
	t, err := m.read(s, root)
	framed := errors.Is(err, html.ErrFrames)
	if err != nil && !framed && !errors.Is(err, html.ErrBlank) {
		return corpus.Text{}, err
	}
	if err == nil && len(m.pages) == 1 {
		return t, nil
	}
	return m.withFrames(s, root, t, err)
}

// withFrames adds to t, the text of the root, that of the frames in it; err is
// what the root came to.
func (m *message) withFrames(s corpus.Source, root int, t corpus.Text, err error) (corpus.Text, error) {
	framed, least := errors.Is(err, html.ErrFrames), han(t.Text)
	for i, p := range m.pages {
		if i == root || framed && p.named("tabstrip", "header", "filelist") {
			continue
		}
		if !p.whole {
			return corpus.Text{}, errBroken
		}
		f, ferr := m.read(s, i)
		switch {
		case ferr != nil && (m.ctx.Err() != nil || framed && !errors.Is(ferr, html.ErrBlank)):
			return corpus.Text{}, ferr
		case ferr != nil || !framed && han(f.Text) <= least:
			continue
		}
		t, err = join(t, f), nil
	}
	return t, err
}

// join puts b behind a.
func join(a, b corpus.Text) corpus.Text {
	if a.Text == "" {
		return b
	}
	a.Text += "\n"
	for _, m := range b.Marks {
		m.Start, m.End = m.Start+len(a.Text), m.End+len(a.Text)
		a.Marks = append(a.Marks, m)
	}
	a.Text += b.Text
	a.Replaced += b.Replaced
	return a
}

// read reads the i-th page.
func (m *message) read(s corpus.Source, i int) (corpus.Text, error) {
	p := m.pages[i]
	data, err := p.decode()
	if err != nil || !p.whole {
		return corpus.Text{}, errBroken
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return corpus.Text{}, html.ErrBlank
	}
	s.Data = data
	return html.Page(m.ctx, s, html.Envelope{Charset: p.charset, Styles: m.styles})
}

func han(s string) int {
	n := 0
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}

// named reports whether the page's address ends in a file of one of the names.
func (p *page) named(names ...string) bool {
	file := strings.ToLower(p.location[strings.LastIndexAny(p.location, "/\\")+1:])
	for _, n := range names {
		if strings.HasPrefix(file, n+".") {
			return true
		}
	}
	return false
}

var (
	errBroken = corpus.Problem("网页存档不完整或已损坏，请重新用浏览器或 Word 另存", "the web archive is incomplete or damaged; save it again from the browser or Word")
	errNoPage = corpus.Problem("网页存档里没有网页，请重新用浏览器或 Word 另存", "no page in the web archive; save it again from the browser or Word")
	errDeep   = corpus.Problem("网页存档的层次太多，可能已损坏，请重新用浏览器另存", "the web archive is nested too deeply; save it again from a browser")
	errParts  = corpus.Problem("网页存档里的部分太多，可能已损坏，请重新用浏览器另存", "the web archive has too many parts; save it again from a browser")
)
