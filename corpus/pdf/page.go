package pdf

import (
	"context"
	"fmt"
	"math"
	"strings"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
	"golang.org/x/text/unicode/norm"
)

// glyph is a character as it is drawn: x to the right and y up, in points,
// turned so that its text runs to the right. The box is as wide as its advance.
type glyph struct {
	r              rune
	x0, y0, x1, y1 float64
	base, size     float64 // baseline and em
	font           int     // index in page.fonts
	turn           int     // quarter turns that were taken back
	script         int8    // 1 for a superscript, -1 for a subscript
}

func (g *glyph) width() float64 { return g.x1 - g.x0 }

// page is what is read off one page.
type page struct {
	number  int // from 1
	width   float64
	glyphs  []glyph
	rules   []rule
	images  int
	fonts   []string
	unknown int // glyphs without a known character, U+FFFD among glyphs
}

const (
	pagesPerInstance = 200     // the handles of an instance are freed with it only
	maxGlyphs        = 200_000 // of a page; an A4 page has 1,500, one full of the smallest print 30,000
	checkEvery       = 4096    // glyphs between two looks at the context
)

// pages reads the file's pages into d.
func (e *engine) pages(ctx context.Context, data []byte, d *document) error {
	for first, count := 0, 1; first < count; first += pagesPerInstance {
		var err error
		if count, err = e.stretch(ctx, data, first, d); err != nil {
			return err
		}
	}
	return nil
}

// stretch reads the pages from first on that one instance reads, and returns
// the number of all pages.
func (e *engine) stretch(ctx context.Context, data []byte, first int, d *document) (int, error) {
	c, end, err := e.instance(ctx)
	if err != nil {
		return 0, err
	}
	defer end()
	s := &session{calls: c, ctx: ctx, limit: orDefault(e.options.Pages, defaultPages)}
	if err := s.open(data); err != nil {
		return 0, err
	}
	for i := first; i < min(s.count, first+pagesPerInstance); i++ {
		p, err := s.page(i)
		if err != nil {
			return 0, err
		}
		if err := d.add(ctx, p); err != nil {
			return 0, err
		}
	}
	return s.count, nil
}

// session is a file open in an instance.
type session struct {
	calls
	ctx   context.Context
	limit int
	doc   references.FPDF_DOCUMENT
	count int
}

func (s *session) open(data []byte) (err error) {
	defer s.catch(&err, ErrBroken)
	doc, err := s.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return s.fail(openError(err))
	}
	s.doc = doc.Document
	n, err := s.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: s.doc})
	switch {
	case err != nil:
		return s.fail(ErrBroken)
	case n.PageCount <= 0:
		return ErrNoPages
	case n.PageCount > s.limit:
		return errPages(n.PageCount, s.limit)
	}
	s.count = n.PageCount
	return nil
}

// fail is the context's error where the context is done, else err.
func (s *session) fail(err error) error {
	if s.ctx.Err() != nil {
		return s.ctx.Err()
	}
	return err
}

// catch turns a panic of the engine, whose memory a file may have upset, into err.
func (s *session) catch(err *error, cause error) {
	if r := recover(); r != nil {
		*err = s.fail(fmt.Errorf("%w [%v]", cause, r))
	}
}

func (s *session) page(i int) (p *page, err error) {
	defer s.catch(&err, errPage(i+1))
	if s.ctx.Err() != nil {
		return nil, s.ctx.Err()
	}
	loaded, err := s.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: s.doc, Index: i})
	if err != nil {
		return nil, s.fail(errPage(i + 1))
	}
	p = &page{number: i + 1}
	ref := requests.Page{ByReference: &loaded.Page}
	size, err := s.FPDF_GetPageWidth(&requests.FPDF_GetPageWidth{Page: ref})
	if err != nil {
		return nil, s.fail(errPage(i + 1))
	}
	p.width = size.Width
	if err := s.glyphs(ref, p); err != nil {
		return nil, err
	}
	if err := s.paths(ref, p); err != nil {
		return nil, s.fail(errPage(i + 1))
	}
	_, err = s.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	if err != nil {
		return nil, s.fail(errPage(i + 1))
	}
	return p, nil
}

func (s *session) glyphs(ref requests.Page, p *page) error {
	text, err := s.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: ref})
	if err != nil {
		return s.fail(errPage(p.number))
	}
	n, err := s.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return s.fail(errPage(p.number))
	}
	if n.Count > maxGlyphs {
		return errPageSize(p.number)
	}
	r := glyphReader{session: s, text: text.TextPage, page: p}
	for i := range n.Count {
		if i%checkEvery == 0 && s.ctx.Err() != nil {
			return s.ctx.Err()
		}
		if err := r.read(i); err != nil {
			return s.fail(errPage(p.number))
		}
	}
	_, err = s.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	if err != nil {
		return s.fail(errPage(p.number))
	}
	return nil
}

// glyphReader reads the characters of a page. What does not change within a
// run, characters of one height that follow each other, is asked once.
type glyphReader struct {
	*session
	text references.FPDF_TEXTPAGE
	page *page

	box   structs.FPDF_FS_RECTF // of the last glyph
	run   glyph                 // what the run has in common
	slant bool                  // the run is oblique: a watermark
	high  rune                  // a pending high surrogate
}

func (g *glyphReader) read(i int) error {
	u, err := g.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: g.text, Index: i})
	if err != nil {
		return err
	}
	r, skip, err := g.character(i, rune(u.Unicode&0x1FFFFF))
	if err != nil || skip {
		return err
	}
	b, err := g.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: g.text, Index: i})
	if err != nil {
		return nil // a glyph without a place is none that is seen
	}
	if b.Rect.Top != g.box.Top || b.Rect.Bottom != g.box.Bottom || b.Rect.Left < g.box.Left || g.run.size == 0 {
		if err := g.startRun(i); err != nil {
			return err
		}
	}
	g.box = b.Rect
	if g.slant || !finite(b.Rect) {
		return nil
	}
	out := g.run
	out.r = r
	out.x0, out.y0, out.x1, out.y1 = turned(b.Rect, out.turn)
	if r == unknown {
		g.page.unknown++
	}
	g.page.glyphs = append(g.page.glyphs, out)
	return nil
}

const unknown = '\ufffd'

// character says what is drawn: U+FFFD where the font does not tell. Spaces,
// line ends and hyphens that pdfium put in are skipped.
func (g *glyphReader) character(i int, r rune) (_ rune, skip bool, err error) {
	switch {
	case r == ' ' || r == '\r' || r == '\n' || r == '\t' || r == 2 || r == '-':
		made, err := g.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: g.text, Index: i})
		if err != nil || made.IsGenerated {
			return 0, true, err
		}
	case 0xD800 <= r && r < 0xDC00:
		g.high = r
		return 0, true, nil
	case 0xDC00 <= r && r < 0xE000:
		r, g.high = (g.high-0xD800)<<10|(r-0xDC00)+0x10000, 0
	}
	m, err := g.FPDFText_HasUnicodeMapError(&requests.FPDFText_HasUnicodeMapError{TextPage: g.text, Index: i})
	if err != nil {
		return 0, false, err
	}
	return meaning(r, m.HasUnicodeMapError), r == 0xFEFF || r == 0x200B, nil
}

// meaning is r as it is written to the text.
func meaning(r rune, mapError bool) rune {
	switch {
	case mapError || r == 0 || r > 0x10FFFF:
		return unknown
	case r == 2 || r == 0xAD:
		return '-'
	case r == 0xA0 || r == '\t' || r == '\r' || r == '\n' || 0x2000 <= r && r <= 0x200A:
		return ' '
	case strings.ContainsRune(bullets, r):
		return '•'
	case 0xE000 <= r && r < 0xF900 || r >= 0xF0000 || r < ' ' || 0x7F <= r && r < 0xA0:
		return unknown
	case 0x2E80 <= r && r < 0x2FE0: // radicals, which some fonts name for the characters: ⼀ ⼆ ⼗
		return []rune(norm.NFKC.String(string(r)))[0]
	}
	return r
}

// bullets are the places of list bullets in Symbol and Wingdings.
const bullets = "\uf06c\uf06e\uf075\uf076\uf0a7\uf0a8\uf0b2\uf0b7\uf0d8\uf0e8\uf0fc\uf0fe"

// startRun asks for the size, angle, baseline and font at character i.
func (g *glyphReader) startRun(i int) error {
	m, err := g.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: g.text, Index: i})
	if err != nil { // none for what belongs to no text object
		m = nil
	}
	size, err := g.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: g.text, Index: i})
	if err != nil {
		return err
	}
	at, err := g.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: g.text, Index: i})
	if err != nil {
		return err
	}
	run := glyph{size: size.FontSize, font: g.font(i)}
	g.slant = false
	if m != nil {
		run.size *= math.Hypot(float64(m.Matrix.C), float64(m.Matrix.D))
		quarters := math.Atan2(float64(m.Matrix.B), float64(m.Matrix.A)) / (math.Pi / 2)
		run.turn = int(math.Round(quarters)) & 3
		g.slant = math.Abs(quarters-math.Round(quarters)) > 0.03
	}
	_, run.base = turnPoint(at.X, at.Y, run.turn)
	if !(run.size > 0.1 && run.size < 5000) {
		run.size = 10
	}
	g.run = run
	return nil
}

// font is the index of the font's name; fonts without one share the first.
func (g *glyphReader) font(i int) int {
	name := ""
	if f, err := g.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: g.text, Index: i}); err == nil {
		name = f.FontName
		if _, rest, ok := strings.Cut(name, "+"); ok {
			name = rest
		}
	}
	for k, known := range g.page.fonts {
		if known == name {
			return k
		}
	}
	g.page.fonts = append(g.page.fonts, name)
	return len(g.page.fonts) - 1
}

func finite(r structs.FPDF_FS_RECTF) bool {
	for _, v := range [...]float32{r.Left, r.Right, r.Top, r.Bottom} {
		if !(v > -1e6 && v < 1e6) {
			return false
		}
	}
	return true
}

// turnPoint turns a point back by quarter turns about the origin.
func turnPoint(x, y float64, quarters int) (float64, float64) {
	for range quarters {
		x, y = y, -x
	}
	return x, y
}

func turned(r structs.FPDF_FS_RECTF, quarters int) (x0, y0, x1, y1 float64) {
	x0, y0 = turnPoint(float64(r.Left), float64(r.Bottom), quarters)
	x1, y1 = turnPoint(float64(r.Right), float64(r.Top), quarters)
	return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
}
