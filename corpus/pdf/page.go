package pdf

import (
	"context"
	"fmt"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// glyph is a character as it is drawn: x to the right and y up, in points,
// turned so that its text runs to the right. The box is as wide as its advance.
type glyph struct {
	r              rune // gone where it is struck through
	x0, y0, x1, y1 float64
	base, size     float64 // baseline and em
	font           int     // index in page.fonts
	turn           int     // quarter turns that were taken back
	color          uint32  // of a digit on a page with text in several colours
	script         int8    // 1 for a superscript, -1 for a subscript
}

func (g *glyph) width() float64 { return g.x1 - g.x0 }

// page is what is read off one page.
type page struct {
	number  int // from 1
	width   float64
	box     structs.FPDF_FS_RECTF // what is shown of it
	glyphs  []glyph
	rules   []rule
	images  int
	colors  map[uint32]bool // of its text
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
	box, err := s.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: ref})
	if err != nil {
		return nil, s.fail(errPage(i + 1))
	}
	p.box = box.Rect
	if err := s.paths(ref, p); err != nil {
		return nil, s.fail(errPage(i + 1))
	}
	if err := s.glyphs(ref, p); err != nil {
		return nil, err
	}
	p.dropStruck()
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
