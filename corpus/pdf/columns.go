package pdf

import (
	"math"
	"slices"
)

const (
	runGap      = 0.7  // em: what parts the runs of a line that are looked at
	gutterEm    = 0.8  // em: the narrowest gutter
	gutterFrom  = 0.35 // of the text's width: where a gutter may be
	gutterTo    = 0.65
	columnLines = 6   // lines of a column at least
	columnFull  = 0.7 // of a column's width that half of its lines fill
	maxRuns     = 20_000
	maxWidth    = 5000 // points
	crossing    = 10   // percent of the lines that may run across a gutter
)

// gutter finds the empty stretch between two columns of text: few lines cross
// it, and on both sides of it are many, half of them as wide as the column, as
// the rows of a table are not.
func gutter(ls []line) (interval, bool) {
	runs, em := runsOf(ls)
	if len(runs) < 2*columnLines {
		return interval{}, false
	}
	left, right := math.Inf(1), math.Inf(-1)
	for _, r := range runs {
		left, right = min(left, r.lo), max(right, r.hi)
	}
	if len(runs) > maxRuns || right-left > maxWidth {
		return interval{}, false
	}
	gap := emptiest(runs, left+gutterFrom*(right-left), left+gutterTo*(right-left))
	if gap.hi-gap.lo < gutterEm*em {
		return gap, false
	}
	return gap, isColumn(runs, left, gap.lo) && isColumn(runs, gap.hi, right)
}

// runsOf are the lines' stretches without a gap, and the median em.
func runsOf(ls []line) (runs []interval, em float64) {
	var ems []float64
	for i := range ls {
		l := &ls[i]
		from := l.x0
		end := math.Inf(-1)
		for k := range l.glyphs {
			g := &l.glyphs[k]
			if isBlank(g.r) {
				continue
			}
			if !math.IsInf(end, 0) && g.x0-end > runGap*l.size {
				runs = append(runs, interval{from, end})
				from = g.x0
			}
			end = max(end, g.x1)
		}
		runs = append(runs, interval{from, end})
		ems = append(ems, l.size)
	}
	slices.Sort(ems)
	if len(ems) > 0 {
		em = ems[len(ems)/2]
	}
	return runs, em
}

// emptiest is the widest stretch between from and to that few runs cross.
func emptiest(runs []interval, from, to float64) interval {
	best, open := interval{}, interval{from, from}
	for x := from; x <= to; x++ {
		n := 0
		for _, r := range runs {
			if r.lo < x && x < r.hi {
				n++
			}
		}
		if n*100 > crossing*len(runs) {
			open = interval{x + 1, x + 1}
			continue
		}
		if open.hi = x; open.hi-open.lo > best.hi-best.lo {
			best = open
		}
	}
	return best
}

// isColumn reports whether the runs between left and right are the lines of a
// column of text.
func isColumn(runs []interval, left, right float64) bool {
	n, full := 0, 0
	for _, r := range runs {
		if middle := (r.lo + r.hi) / 2; left <= middle && middle <= right && r.lo >= left-1 && r.hi <= right+1 {
			n++
			if r.hi-r.lo > columnFull*(right-left) {
				full++
			}
		}
	}
	return n >= columnLines && full*2 >= n
}

// split parts the glyphs into those of the left column, of the right one, and
// of the lines that run across; without columns all are the last.
func (gap interval) split(gs []glyph, found bool) [3][]glyph {
	var out [3][]glyph
	if !found {
		out[2] = gs
		return out
	}
	middle := (gap.lo + gap.hi) / 2
	for _, l := range lines(gs) {
		across := slices.ContainsFunc(l.glyphs, func(g glyph) bool { return !isBlank(g.r) && g.x0 < middle && g.x1 > middle })
		for _, g := range l.glyphs {
			switch {
			case across:
				out[2] = append(out[2], g)
			case g.x0 < middle:
				out[0] = append(out[0], g)
			default:
				out[1] = append(out[1], g)
			}
		}
	}
	return out
}
