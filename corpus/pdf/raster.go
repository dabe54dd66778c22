package pdf

import (
	"maps"
	"math"
	"slices"
)

// raster is a table without rules between its columns: the lines bs[first:end],
// of which some are rows and some, with one piece, a cell's other lines.
type raster struct {
	bs         []block
	level      []rule // level rules that are not of a grid, the lowest first
	first, end int
	rows       []int           // indices of the rows
	pieces     map[int][]piece // of the rows, parted by what the others say
	loose      map[int]place   // of the lines that are no rows
	cols       []interval
	pitch      float64 // the usual distance of rows that follow each other, 0 where none do
}

// place is where a line with one piece belongs.
type place struct {
	col int
	row int // index of the line whose row it is, its own where it is a row
}

const (
	maxGrown = 300 // rows; a longer table has none of several lines put together
	maxFused = 2.2 // em: the distance of a row without wide gaps from the one above
	maxLoose = 4   // lines of a cell above or below its row's
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
	return len(t.rows) >= 2 && sharesGap(t.blocks())
}

// run is the index behind the rows that follow each other from i on.
func (t *raster) run(i int) int {
	k := i
	for k < len(t.bs) && tabular(t.bs, i, k) {
		k++
	}
	return k
}

// take adds rows, measures the columns anew and parts the rows' pieces by them.
func (t *raster) take(from, to int) {
	for i := from; i < to; i++ {
		t.rows = append(t.rows, i)
	}
	t.end = max(t.end, to)
	t.pieces = nil
	rows := t.blocks()
	cutFigures(rows)
	t.cols = columnsOf(rows)
	t.pieces = map[int][]piece{}
	var steps []float64
	for n, i := range t.rows {
		t.pieces[i] = cutWords(&rows[n], t.cols)
		if n > 0 && t.rows[n-1] == i-1 {
			steps = append(steps, t.bs[i-1].top-t.bs[i].top)
		}
	}
	if t.pitch = 0; len(steps) > 0 {
		slices.Sort(steps)
		t.pitch = steps[len(steps)/2]
	}
}

// blocks are the rows with the pieces that were found so far.
func (t *raster) blocks() []block {
	var rows []block
	for _, i := range t.rows {
		b := t.bs[i]
		if ps := t.pieces[i]; ps != nil {
			b.pieces = ps
		}
		rows = append(rows, b)
	}
	return rows
}

// grow takes in the next lines with one piece, and the rows behind them.
func (t *raster) grow() bool {
	if len(t.rows) > maxGrown {
		return false
	}
	if t.fused(t.end) {
		t.take(t.end, t.end+1)
		return true
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

// fused reports a line without a wide gap that has a cell for every column, the
// last one a figure, at the rows' distance.
func (t *raster) fused(i int) bool {
	if i >= len(t.bs) || !t.single(i) || len(t.cols) < 3 || t.bs[i-1].top-t.bs[i].top > maxFused*t.bs[i].line.size {
		return false
	}
	b := t.bs[i]
	cutFigures([]block{b})
	ps := cutWords(&b, t.cols)
	return len(ps) == len(t.cols) && isFigure(ps[len(ps)-1].text)
}

// single reports a line with one piece in the table's column of text.
func (t *raster) single(i int) bool {
	b := &t.bs[i]
	return b.line != nil && !b.printed && len(b.pieces) == 1 && b.col == t.bs[t.first].col && i > 0 && t.bs[i-1].top-b.top < 3.5*b.line.size
}

// fits reports whether all rows stand in the columns.
func (t *raster) fits() bool {
	return !slices.ContainsFunc(t.rows, func(i int) bool { _, ok := fit(t.pieces[i], t.cols); return !ok })
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
