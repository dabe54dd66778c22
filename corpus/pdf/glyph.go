package pdf

import (
	"math"
	"strings"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
	"golang.org/x/text/unicode/norm"
)

// glyphReader reads the characters of a page. What does not change within a
// run, characters of one height that follow each other, is asked once.
type glyphReader struct {
	*session
	text references.FPDF_TEXTPAGE
	page *page

	box  structs.FPDF_FS_RECTF // of the last glyph
	run  glyph                 // what the run has in common
	skip bool                  // the run is oblique, a watermark, or marked as a running head
	high rune                  // a pending high surrogate
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
	if g.skip || !finite(b.Rect) {
		return nil
	}
	out := g.run
	out.r = r
	out.x0, out.y0, out.x1, out.y1 = turned(b.Rect, out.turn)
	if isDigit(r) && len(g.page.colors) > 1 {
		if c, err := g.FPDFText_GetFillColor(&requests.FPDFText_GetFillColor{TextPage: g.text, Index: i}); err == nil {
			out.color = colorOf(c.R, c.G, c.B)
		}
	}
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
	g.skip = g.isPagination(i)
	if m != nil {
		run.size *= math.Hypot(float64(m.Matrix.C), float64(m.Matrix.D))
		quarters := math.Atan2(float64(m.Matrix.B), float64(m.Matrix.A)) / (math.Pi / 2)
		run.turn = int(math.Round(quarters)) & 3
		g.skip = g.skip || math.Abs(quarters-math.Round(quarters)) > 0.03
	}
	_, run.base = turnPoint(at.X, at.Y, run.turn)
	if !(run.size > 0.1 && run.size < 5000) {
		run.size = 10
	}
	g.run = run
	return nil
}

// isPagination reports whether the file itself marks the character as part of
// a running head, a foot or a page number (PDF 32000-1, 14.8.2.2.2).
func (g *glyphReader) isPagination(i int) bool {
	o, err := g.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: g.text, Index: i})
	if err != nil {
		return false
	}
	n, err := g.FPDFPageObj_CountMarks(&requests.FPDFPageObj_CountMarks{PageObject: o.TextObject})
	if err != nil {
		return false
	}
	for k := range min(n.Count, maxMarks) {
		m, err := g.FPDFPageObj_GetMark(&requests.FPDFPageObj_GetMark{PageObject: o.TextObject, Index: uint64(k)})
		if err != nil {
			return false
		}
		name, err := g.FPDFPageObjMark_GetName(&requests.FPDFPageObjMark_GetName{PageObjectMark: m.Mark})
		if err != nil || name.Name != "Artifact" {
			continue
		}
		kind, err := g.FPDFPageObjMark_GetParamStringValue(&requests.FPDFPageObjMark_GetParamStringValue{PageObjectMark: m.Mark, Key: "Type"})
		if err == nil && kind.Value == "Pagination" {
			return true
		}
	}
	return false
}

const (
	maxMarks = 8   // nested around a character, more are not looked at
	maxFonts = 256 // of a page, more are taken for the first
)

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
	if len(g.page.fonts) == maxFonts {
		return 0
	}
	g.page.fonts = append(g.page.fonts, name)
	return len(g.page.fonts) - 1
}
