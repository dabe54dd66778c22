package pdf

import (
	"math"
	"slices"
	"strings"
)

const (
	tightLines = 0.85 // of the rows' pitch: lines nearer than this are in one cell
	nearer     = 0.9  // of the distance on one side of a line, that on the side it belongs to
	cellWide   = 4.0  // em: a narrower cell is not broken by width
)

// column is the one whose stretch, up to its neighbours, holds the line, -1
// where none does.
func (t *raster) column(i int) int {
	b := &t.bs[i]
	em := b.line.size
	for k, c := range t.cols {
		lo, hi := c.lo-2*em, c.hi+2*em
		if k > 0 {
			lo = t.cols[k-1].hi - 1
		}
		if k+1 < len(t.cols) {
			hi = t.cols[k+1].lo + 1
		}
		if b.x0 >= lo && b.x1 <= hi && b.x0 < c.hi && b.x1 > c.lo {
			return k
		}
	}
	if len(t.cols) > 0 && t.first == i && b.x1 <= t.cols[0].lo {
		return 0
	}
	return -1
}

// cell is the row's own piece in a column, nil where it has none.
func (t *raster) cell(row, col int) *piece {
	at, ok := fit(t.pieces[row], t.cols)
	if !ok || at[col] < 0 {
		return nil
	}
	return &t.pieces[row][at[col]]
}

// settle finds the places of the lines from i to k, between the last row and
// the row below, -1 where none is. It fails where one has no place.
func (t *raster) settle(i, k, below int) bool {
	above := t.rows[0]
	for _, r := range t.rows {
		if r < i {
			above = r
		}
	}
	down := false
	for ; i < k; i++ {
		p, ok := t.settleOne(i, above, below, down)
		if !ok {
			return false
		}
		down = p.row == below
		if p.row == i {
			above = i
		}
		t.loose[i] = p
	}
	return true
}

// settleOne finds the place of one line. down says that the line before it is
// of the row below.
func (t *raster) settleOne(i, above, below int, down bool) (place, bool) {
	col := t.column(i)
	own := place{col: max(col, 0), row: i}
	if col < 0 {
		return own, t.ruled(i, above)
	}
	up := t.bs[i-1].top - t.bs[i].top
	drop := math.Inf(1)
	if i+1 < len(t.bs) {
		drop = t.bs[i].top - t.bs[i+1].top
	}
	before, middle := t.lineAbove(i, above, col)
	if t.between(above, i) {
		before = nil
	}
	if below >= 0 && t.between(i, below) {
		below = -1
	}
	next := below >= 0 && t.cell(below, col) != nil
	apart := t.pitch > 0 && up > 1.05*t.pitch
	switch {
	case down:
		return place{col, below}, true
	case before != nil && middle && up < 1.1*drop:
		return place{col, above}, true
	case below >= 0 && !next && (drop < nearer*up || t.tight(drop)):
		return place{col, below}, true
	case before != nil && (t.tight(up) || below >= 0 && up < nearer*drop && !apart) && up <= drop && (below >= 0 || t.ruled(i, above)):
		return place{col, above}, true
	case before != nil && t.near(up, drop) && t.goesOn(before, &t.bs[i], col):
		return place{col, above}, true
	case next && t.tight(drop) && drop < up:
		return place{col, below}, true
	}
	return own, t.ruled(i, above)
}

// lineAbove is the last line of the cell above; middle says that the cell began
// above its row.
func (t *raster) lineAbove(i, above, col int) (p *piece, middle bool) {
	for k := i - 1; k > above; k-- {
		if at, ok := t.loose[k]; ok && at.row == above && at.col == col {
			return &t.bs[k].pieces[0], false
		}
	}
	if p := t.cell(above, col); p != nil {
		return p, false
	}
	for k := above - 1; k >= t.first; k-- {
		if at, ok := t.loose[k]; ok && at.row == above && at.col == col {
			return &t.bs[k].pieces[0], true
		}
	}
	return nil, false
}

func (t *raster) tight(step float64) bool { return t.pitch > 0 && step < tightLines*t.pitch }

func (t *raster) near(up, down float64) bool {
	if t.pitch > 0 {
		return up < 1.1*t.pitch
	}
	return up < 1.1*down
}

// goesOn reports whether the line b goes on the cell's line a: a leaves no room
// in its column for what b begins with, and b is no headline of a group.
func (t *raster) goesOn(a *piece, b *block, col int) bool {
	em := b.line.size
	p := &b.pieces[0]
	right := t.cols[col].hi
	for _, r := range t.rows {
		if c := t.cell(r, col); c != nil {
			right = max(right, c.x1)
		}
	}
	for i, at := range t.loose {
		if at.col == col {
			right = max(right, t.bs[i].x1)
		}
	}
	aligned := math.Abs(a.x0-p.x0) < sameLeft*em || math.Abs(a.x0+a.x1-p.x0-p.x1) < em
	return aligned && a.x1-a.x0 > cellWide*em && right-a.x1 < p.first+0.5*em && !isFigure(p.text) && !isFigure(a.text) &&
		!startsWithMarker(p.text) && !groupHead().MatchString(p.text)
}

// between reports whether a level rule as wide as the table parts line i from
// line k below it.
func (t *raster) between(i, k int) bool {
	lo, hi := t.cols[0].lo, t.cols[len(t.cols)-1].hi
	return slices.ContainsFunc(t.level, func(r rule) bool {
		return r.lo <= lo+touch && r.hi >= hi-touch && r.at < t.bs[i].top && r.at > t.bs[k].top
	})
}

// ruled reports whether line i stands between two level rules of the same
// extent that enclose the row above it too.
func (t *raster) ruled(i, above int) bool {
	b := &t.bs[i]
	lo, hi := t.cols[0].lo, t.cols[len(t.cols)-1].hi
	var over, under *rule
	for k := range t.level {
		switch r := &t.level[k]; {
		case r.lo > lo+touch || r.hi < hi-touch:
		case r.at < b.top:
			under = r
		case over == nil:
			over = r
		}
	}
	if over == nil || under == nil || over.at <= t.bs[above].top || math.Abs(over.lo-under.lo) > touch || math.Abs(over.hi-under.hi) > touch {
		return false
	}
	for k := i + 1; k < len(t.bs) && t.bs[k].top > under.at; k++ {
		if t.bs[k].line == nil || t.bs[k].x0 < under.lo-touch || t.bs[k].x1 > under.hi+touch {
			return false
		}
	}
	return b.x0 >= under.lo-touch && b.x1 <= under.hi+touch && !strings.Contains("。；", lastRune(b.pieces[0].text))
}
