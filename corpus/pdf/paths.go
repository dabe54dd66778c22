package pdf

import (
	"math"
	"slices"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// rule is a straight line along an axis: a ruling of a table, an edge of a box.
type rule struct {
	upright bool
	at      float64 // its x where it is upright, else its y
	lo, hi  float64 // from and to along it
}

const (
	ruleThick   = 3.0    // points; what is thicker is a filled area
	ruleShort   = 4.0    // points; what is shorter is a dot or a part of a letter
	maxSegments = 20_000 // of a page; a page with more is a map or a drawing
)

type point struct{ x, y float64 }

// paths reads the page's ruling lines and counts its images. It stops looking
// at paths after maxSegments and gives up the rules of such a page.
func (s *session) paths(ref requests.Page, p *page) error {
	n, err := s.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: ref})
	if err != nil {
		return err
	}
	segments := 0
	p.colors = map[uint32]bool{}
	for i := range n.Count {
		if i%checkEvery == 0 && s.ctx.Err() != nil {
			return s.ctx.Err()
		}
		o, err := s.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: ref, Index: i})
		if err != nil {
			return err
		}
		kind, err := s.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o.PageObject})
		if err != nil {
			return err
		}
		switch kind.Type {
		case enums.FPDF_PAGEOBJ_IMAGE:
			p.images++
		case enums.FPDF_PAGEOBJ_TEXT:
			s.noteColor(o.PageObject, p)
		case enums.FPDF_PAGEOBJ_FORM:
			p.colors[0], p.colors[1] = true, true // its text is not looked at here
		case enums.FPDF_PAGEOBJ_PATH:
			k, err := s.path(o.PageObject, p)
			if segments += k; err != nil {
				return err
			}
		}
		if segments > maxSegments || i > maxSegments {
			p.rules = nil
			return nil
		}
	}
	return nil
}

// noteColor notes the colour of a piece of text, up to two of a page.
func (s *session) noteColor(o references.FPDF_PAGEOBJECT, p *page) {
	if len(p.colors) > 1 {
		return
	}
	c, err := s.FPDFPageObj_GetFillColor(&requests.FPDFPageObj_GetFillColor{PageObject: o})
	if err == nil {
		p.colors[colorOf(c.FillColor.R, c.FillColor.G, c.FillColor.B)] = true
	}
}

func colorOf(r, g, b uint) uint32 { return uint32(r&0xFF)<<16 | uint32(g&0xFF)<<8 | uint32(b&0xFF) }

// path adds the rules of a path that is drawn, and returns its segments.
func (s *session) path(o references.FPDF_PAGEOBJECT, p *page) (int, error) {
	mode, err := s.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: o})
	if err != nil {
		return 0, err
	}
	filled := mode.FillMode != enums.FPDF_FILLMODE_NONE
	if !filled && !mode.Stroke {
		return 0, nil
	}
	m, err := s.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o})
	if err != nil {
		return 0, err
	}
	n, err := s.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: o})
	if err != nil || n.Count > maxSegments {
		return n0(n), err
	}
	var outline []point
	for i := range n.Count {
		at, kind, closed, err := s.segment(o, i)
		if err != nil {
			return i, err
		}
		if kind == enums.FPDF_SEGMENT_MOVETO {
			p.draw(outline, mode.Stroke)
			outline = outline[:0]
		}
		if kind == enums.FPDF_SEGMENT_BEZIERTO {
			outline = append(outline, point{math.NaN(), 0}) // breaks the outline: no straight line
		}
		outline = append(outline, transform(m.Matrix, at))
		if closed {
			outline = append(outline, outline[0])
		}
	}
	p.draw(outline, mode.Stroke)
	return n.Count, nil
}

func n0[T any](*T) int { return maxSegments + 1 }

func (s *session) segment(o references.FPDF_PAGEOBJECT, i int) (at point, kind enums.FPDF_SEGMENT, closed bool, err error) {
	g, err := s.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: o, Index: i})
	if err != nil {
		return at, 0, false, err
	}
	xy, err := s.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: g.PathSegment})
	if err != nil {
		return at, 0, false, err
	}
	t, err := s.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: g.PathSegment})
	if err != nil {
		return at, 0, false, err
	}
	c, err := s.FPDFPathSegment_GetClose(&requests.FPDFPathSegment_GetClose{PathSegment: g.PathSegment})
	if err != nil {
		return at, 0, false, err
	}
	return point{float64(xy.X), float64(xy.Y)}, t.Type, c.IsClose, nil
}

func transform(m structs.FPDF_FS_MATRIX, p point) point {
	return point{float64(m.A)*p.x + float64(m.C)*p.y + float64(m.E), float64(m.B)*p.x + float64(m.D)*p.y + float64(m.F)}
}

// draw adds the rules of an outline: its edges where it is stroked, itself
// where it is a thin filled bar.
func (p *page) draw(outline []point, stroke bool) {
	if len(outline) < 2 {
		return
	}
	if !stroke {
		p.bar(outline)
		return
	}
	for i := 1; i < len(outline); i++ {
		p.bar(outline[i-1 : i+1])
	}
}

// bar adds the box around the points where it is as thin as a rule. Points
// that are none (NaN) fail every comparison.
func (p *page) bar(points []point) {
	x0, y0, x1, y1 := points[0].x, points[0].y, points[0].x, points[0].y
	for _, q := range points[1:] {
		x0, y0, x1, y1 = min(x0, q.x), min(y0, q.y), max(x1, q.x), max(y1, q.y)
	}
	switch {
	case x1-x0 >= ruleShort && y1-y0 <= ruleThick:
		p.rules = append(p.rules, rule{at: (y0 + y1) / 2, lo: x0, hi: x1})
	case y1-y0 >= ruleShort && x1-x0 <= ruleThick:
		p.rules = append(p.rules, rule{upright: true, at: (x0 + x1) / 2, lo: y0, hi: y1})
	}
}

// turnRule turns a rule back as glyphs are turned.
func turnRule(r rule, quarters int) rule {
	for range quarters {
		if r.upright {
			r = rule{at: -r.at, lo: r.lo, hi: r.hi}
		} else {
			r = rule{upright: true, at: r.at, lo: -r.hi, hi: -r.lo}
		}
	}
	return r
}

// mergeRules makes one of the pieces of a rule: those that lie side by side
// and overlap or nearly touch. The result is ordered by direction and place.
func mergeRules(rules []rule) []rule {
	slices.SortFunc(rules, compareRules)
	var out []rule
	for i := 0; i < len(rules); {
		k := i + 1
		for k < len(rules) && rules[k].upright == rules[i].upright && rules[k].at-rules[i].at <= ruleThick {
			k++
		}
		band := rules[i:k]
		slices.SortFunc(band, func(a, b rule) int { return cmpFloat(a.lo, b.lo) })
		for n, r := range band {
			if last := len(out) - 1; n > 0 && r.lo <= out[last].hi+ruleThick {
				out[last].hi = max(out[last].hi, r.hi)
			} else {
				out = append(out, rule{r.upright, band[0].at, r.lo, r.hi})
			}
		}
		i = k
	}
	return out
}

func compareRules(a, b rule) int {
	if a.upright != b.upright {
		if a.upright {
			return 1
		}
		return -1
	}
	return cmpFloat(a.at, b.at)
}

func cmpFloat(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
