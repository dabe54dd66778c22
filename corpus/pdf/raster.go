package pdf

import (
	"maps"
	"math"
	"slices"
	"strings"
)

// raster is a table without rules between its columns: the lines bs[first:end],
// of which some are rows and some, with one piece, a cell's other lines.
type raster struct {
	bs         []block
	level      []rule // level rules that are not of a grid, the lowest first
	first, end int
	rows       []int         // indices of the rows
	loose      map[int]place // of the lines that are no rows
	cols       []interval
	pitch      float64 // the usual distance of rows that follow each other, 0 where none do
}

// place is where a line with one piece belongs.
type place struct {
	col int
	row int // index of the line whose row it is, its own where it is a row
}

const (
	maxGrown   = 300  // rows; a longer table has none of several lines put together
	maxLoose   = 4    // lines of a cell above or below its row's
	tightLines = 0.85 // of the rows' pitch: lines nearer than this are in one cell
	cellWide   = 4.0  // em: a narrower cell is not broken by width
)

// find looks for a table at the line first: rows, with the lines between them
// and behind them that belong to their cells.
func (t *raster) find() bool {
	t.loose = map[int]place{}
	start := t.first
	if t.leads(start) {
		start++
	}
	t.end = t.run(start)
	if t.end == start {
		return false
	}
	if t.end-start > maxGrown && !sharesGap(t.bs[start:t.end]) {
		return false
	}
	t.take(start, t.end)
	if start > t.first {
		t.loose[t.first] = place{col: t.column(t.first), row: start}
	}
	for t.grow() {
	}
	var rows []block
	for _, i := range t.rows {
		rows = append(rows, t.bs[i])
	}
	return len(rows) >= 2 && sharesGap(rows)
}

// run is the index behind the rows that follow each other from i on.
func (t *raster) run(i int) int {
	k := i
	for k < len(t.bs) && tabular(t.bs, i, k) {
		k++
	}
	return k
}

// take adds rows and measures the columns anew.
func (t *raster) take(from, to int) {
	for i := from; i < to; i++ {
		t.rows = append(t.rows, i)
	}
	t.end = max(t.end, to)
	var rows []block
	var steps []float64
	for n, i := range t.rows {
		rows = append(rows, t.bs[i])
		if n > 0 && t.rows[n-1] == i-1 {
			steps = append(steps, t.bs[i-1].top-t.bs[i].top)
		}
	}
	cutFigures(rows)
	for n, i := range t.rows {
		t.bs[i] = rows[n]
	}
	t.cols = columnsOf(rows)
	if t.pitch = 0; len(steps) > 0 {
		slices.Sort(steps)
		t.pitch = steps[len(steps)/2]
	}
}

// grow takes in the next lines with one piece, and the rows behind them.
func (t *raster) grow() bool {
	if len(t.rows) > maxGrown {
		return false
	}
	s := t.end
	for s < len(t.bs) && s < t.end+maxLoose && t.single(s) {
		s++
	}
	if s == t.end {
		return false
	}
	if next := t.run(s); next > s && t.bs[s-1].top-t.bs[s].top < 3.5*t.bs[s].line.size {
		with := *t
		with.rows, with.loose = slices.Clone(t.rows), maps.Clone(t.loose)
		with.take(s, next)
		if with.fits() && with.settle(t.end, s, s) {
			*t = with
			return true
		}
	}
	for i := t.end; i < s; i++ {
		if !t.settle(i, i+1, -1) {
			return false
		}
		t.end = i + 1
	}
	return true
}

// single reports a line with one piece in the table's column of text.
func (t *raster) single(i int) bool {
	b := &t.bs[i]
	return b.line != nil && !b.printed && len(b.pieces) == 1 && b.col == t.bs[t.first].col && i > 0 && t.bs[i-1].top-b.top < 3.5*b.line.size
}

// fits reports whether all rows stand in the columns.
func (t *raster) fits() bool {
	return !slices.ContainsFunc(t.rows, func(i int) bool { _, ok := fit(t.bs[i].pieces, t.cols); return !ok })
}

// leads reports a line above the one row whose cell it begins, which goes on
// below: a cell of two lines beside those of one line in the middle.
func (t *raster) leads(i int) bool {
	if i+2 >= len(t.bs) || t.bs[i].line == nil || t.bs[i].printed || len(t.bs[i].pieces) != 1 || t.run(i+1) == i+1 {
		return false
	}
	a, b, c := &t.bs[i], &t.bs[i+1], &t.bs[i+2]
	if c.line == nil || len(c.pieces) != 1 || a.col != b.col || a.x1 > b.pieces[0].x0 || c.x1 > b.pieces[0].x0 {
		return false
	}
	up, down := a.top-b.top, b.top-c.top
	return math.Abs(up-down) < 0.15*a.line.size && up+down < maxPitch*a.line.size && math.Abs(a.x0-c.x0) < sameLeft*a.line.size
}

// column is the one whose stretch, up to its neighbours, holds the line, -1
// where none does.
func (t *raster) column(i int) int {
	b := &t.bs[i]
	em := b.line.size
	for k, c := range t.cols {
		lo, hi := c.lo-2*em, c.hi+2*em
		if k > 0 {
			lo = max(lo, t.cols[k-1].hi-1)
		}
		if k+1 < len(t.cols) {
			hi = min(hi, t.cols[k+1].lo+1)
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
	at, ok := fit(t.bs[row].pieces, t.cols)
	if !ok || at[col] < 0 {
		return nil
	}
	return &t.bs[row].pieces[at[col]]
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
	next := below >= 0 && t.cell(below, col) != nil
	switch {
	case down:
		return place{col, below}, true
	case before != nil && middle && up < 1.1*drop:
		return place{col, above}, true
	case below >= 0 && !next && (drop < 0.8*up || t.tight(drop)):
		return place{col, below}, true
	case before != nil && t.tight(up) && up <= drop:
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
	aligned := math.Abs(a.x0-p.x0) < sameLeft*em || math.Abs(a.x0+a.x1-p.x0-p.x1) < em
	return aligned && a.x1-a.x0 > cellWide*em && right-a.x1 < p.first+0.5*em && !isFigure(p.text) && !isFigure(a.text) &&
		!startsWithMarker(p.text) && !groupHead().MatchString(p.text)
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
