package pdf

import "slices"

const maxPieces = 200 // of a row of a table

// align makes tables of lines that follow each other and have wide gaps at
// the same places. A single line with gaps stays text: 单位：… 日期：….
func align(bs []block) []block {
	var out []block
	for i := 0; i < len(bs); {
		k := i
		for k < len(bs) && tabular(bs, i, k) {
			k++
		}
		if k-i < 2 || !sharesGap(bs[i:k]) {
			out = append(out, bs[i])
			i++
			continue
		}
		rows := alignRows(bs[i:k])
		last := bs[k-1]
		out = append(out, block{rows: rows, top: bs[i].top, bottom: last.top, x0: bs[i].x0, x1: last.x1, col: bs[i].col, of: bs[i].of})
		i = k
	}
	return out
}

// tabular reports whether block k may be a row of the table that starts at i.
func tabular(bs []block, i, k int) bool {
	b := &bs[k]
	if b.line == nil || len(b.pieces) < 2 || len(b.pieces) > maxPieces || b.col != bs[i].col {
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

// alignRows puts the pieces of each line under the columns that the lines with
// the most pieces have. A line that does not fit keeps its pieces in order.
func alignRows(bs []block) [][]string {
	cols := columnsOf(bs)
	out := make([][]string, len(bs))
	for i := range bs {
		out[i] = fit(bs[i].pieces, cols)
	}
	return out
}

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

func fit(ps []piece, cols []interval) []string {
	row := make([]string, len(cols))
	next := 0
	for _, p := range ps {
		at := -1
		for k := next; k < len(cols); k++ {
			if p.x0 < cols[k].hi && p.x1 > cols[k].lo {
				at = k
				break
			}
		}
		if at < 0 {
			return inOrder(ps, len(cols))
		}
		row[at] = p.text
		next = at + 1
	}
	return row
}

func inOrder(ps []piece, n int) []string {
	row := make([]string, max(n, len(ps)))
	for i := range ps {
		row[i] = ps[i].text
	}
	return slices.Clip(row)
}
