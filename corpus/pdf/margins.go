package pdf

import (
	"math"
	"slices"
	"unicode/utf8"
)

// face is a size with a font.
type face struct {
	size float64 // points, to the quarter
	font string
}

// bodyFace is the face of most of the text.
func (d *document) bodyFace() face {
	sizes, fonts := map[float64]int{}, map[face]int{}
	var best face
	most := 0
	for i := range d.items {
		it := &d.items[i]
		if it.row != nil {
			continue
		}
		size := quarter(it.size)
		if sizes[size] += utf8.RuneCountInString(it.text); sizes[size] > most {
			best.size, most = size, sizes[size]
		}
	}
	most = 0
	for i := range d.items {
		it := &d.items[i]
		if it.row != nil || quarter(it.size) != best.size {
			continue
		}
		f := face{best.size, it.font}
		if fonts[f] += utf8.RuneCountInString(it.text); fonts[f] > most {
			best, most = f, fonts[f]
		}
	}
	return best
}

func quarter(v float64) float64 { return math.Round(v*4) / 4 }

// marginKey names the lines that have the same margins: those of one column on
// the left or right pages of one width (in steps of 10 points).
type marginKey struct {
	width, odd, col, of int
}

// margins are the bounds that most lines keep, and the distance of their baselines.
type margins struct {
	left, right float64
}

const marginLines = 4 // lines from which on left and right pages have margins of their own

// margins measures the lines of the body's size.
func (d *document) margins() map[marginKey]margins {
	lines := map[marginKey][]*item{}
	for i := range d.items {
		it := &d.items[i]
		if it.row == nil && !it.turned && math.Abs(it.size-d.body.size) < 0.15*d.body.size {
			lines[it.margin] = append(lines[it.margin], it)
			both := it.margin
			both.odd = -1
			lines[both] = append(lines[both], it)
		}
	}
	out := map[marginKey]margins{}
	for key, its := range lines {
		if key.odd >= 0 && len(its) < marginLines {
			both := key
			both.odd = -1
			its = lines[both]
		}
		out[key] = measure(its, d.body.size)
	}
	return out
}

// measure finds the outermost bounds that at least two lines, and one in
// twenty, have in common.
func measure(its []*item, em float64) margins {
	var left, right []float64
	for _, it := range its {
		left = append(left, it.x0)
		right = append(right, -it.inner)
	}
	return margins{left: outermost(left, em), right: -outermost(right, em)}
}

func outermost(values []float64, em float64) float64 {
	slices.Sort(values)
	need := max(2, len(values)/20)
	for i := 0; i+need <= len(values); i++ {
		if values[i+need-1]-values[i] < 0.6*em {
			return values[i]
		}
	}
	return values[0]
}

// pitches are the usual distances of the baselines within a paragraph, by size.
func (d *document) pitches(ms map[marginKey]margins) map[float64]float64 {
	all := map[float64][]float64{}
	for i := 1; i < len(d.items); i++ {
		a, b := &d.items[i-1], &d.items[i]
		if step := a.base - b.base; sameColumn(a, b) && step > 0 && step < 4*a.size && d.full(a, b, ms) {
			size := math.Round(a.size)
			all[size] = append(all[size], step)
		}
	}
	out := map[float64]float64{}
	for size, steps := range all {
		slices.Sort(steps)
		out[size] = steps[len(steps)/2]
	}
	return out
}

// sameColumn reports whether two lines of one size stand in the same column of
// a page.
func sameColumn(a, b *item) bool {
	return a.row == nil && b.row == nil && a.page == b.page && a.turned == b.turned && a.margin == b.margin &&
		math.Abs(a.size-b.size) < 0.08*a.size
}

const (
	narrowEm   = 10  // em: text in narrower columns was not broken by width
	narrowPart = 0.3 // of the page's width, by the number of columns
)

// full reports whether a has no room for the first word of b. In a text of
// short lines only, none is full.
func (d *document) full(a, b *item, ms map[marginKey]margins) bool {
	m, ok := ms[a.margin]
	width := m.right - m.left
	if !ok || width < narrowEm*a.size || width*float64(a.margin.of) < narrowPart*10*float64(a.margin.width) {
		return false
	}
	return m.right-a.x1 < b.first+0.5*a.size
}
