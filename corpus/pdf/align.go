package pdf

import "slices"

const maxPieces = 200 // of a row of a table

// align makes tables of lines that follow each other and have wide gaps at
// the same places. A single line with gaps stays text: 单位：… 日期：….
func align(bs []block, level []rule) []block {
	var out []block
	for i := 0; i < len(bs); {
		t := raster{bs: bs, level: level, first: i}
		if !t.find() {
			end := max(i+1, t.run(i)) // what starts within the rows without a gap in common finds none either
			out = append(out, bs[i:end]...)
			i = end
			continue
		}
		last := bs[t.end-1]
		out = append(out, block{rows: t.table(), top: bs[i].top, bottom: last.top, x0: t.cols[0].lo, x1: t.cols[len(t.cols)-1].hi, col: bs[i].col, of: bs[i].of})
		i = t.end
	}
	return out
}

// tabular reports whether block k may be a row of the table that starts at i.
func tabular(bs []block, i, k int) bool {
	b := &bs[k]
	if b.line == nil || b.printed || len(b.pieces) < 2 || len(b.pieces) > maxPieces || b.col != bs[i].col {
		return false
	}
	return k == i || bs[k-1].top-b.top < 3.5*b.line.size
}

// sharesGap reports whether at least two neighbouring rows have a gap in common.
func sharesGap(bs []block) bool {
	for i := 1; i < len(bs); i++ {
		for k := 1; k < len(bs[i].pieces); k++ {
			lo, hi := bs[i].pieces[k-1].x1, bs[i].pieces[k].x0
			for n := 1; n < len(bs[i-1].pieces); n++ {
				if min(hi, bs[i-1].pieces[n].x0)-max(lo, bs[i-1].pieces[n-1].x1) > 0.5*bs[i].line.size {
					return true
				}
			}
		}
	}
	return false
}

type interval struct{ lo, hi float64 }

// columnsOf are the extents of the columns of the lines with the most pieces.
func columnsOf(bs []block) []interval {
	most := 0
	for i := range bs {
		most = max(most, len(bs[i].pieces))
	}
	cols := make([]interval, most)
	seen := false
	for i := range bs {
		ps := bs[i].pieces
		if len(ps) != most {
			continue
		}
		for k := range ps {
			if !seen {
				cols[k] = interval{ps[k].x0, ps[k].x1}
				continue
			}
			cols[k].lo, cols[k].hi = min(cols[k].lo, ps[k].x0), max(cols[k].hi, ps[k].x1)
		}
		seen = true
	}
	return cols
}

// fit is the piece of each column, -1 where it has none; not ok where a piece
// stands in no column of its own.
func fit(ps []piece, cols []interval) (at []int, ok bool) {
	at = slices.Repeat([]int{-1}, len(cols))
	next := 0
	for i, p := range ps {
		k := next
		for k < len(cols) && !(p.x0 < cols[k].hi && p.x1 > cols[k].lo) {
			k++
		}
		if k == len(cols) {
			return nil, false
		}
		at[k], next = i, k+1
	}
	return at, true
}

// inOrder are the pieces of a line that does not fit, one column each.
func inOrder(ps []piece, n int) []int {
	at := slices.Repeat([]int{-1}, max(n, len(ps)))
	for i := range ps {
		at[i] = i
	}
	return at
}
