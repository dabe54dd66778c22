package pdf

import (
	"math"
	"slices"
)

// block is a line or a table on its page.
type block struct {
	line    *line
	rows    [][]string // of a table
	top     float64
	x0, x1  float64
	col, of int // its column of text, of how many; 0 of 1 in a page of one column
	pieces  []piece
	frame   int // 0 in the direction of most of the page's text
}

// layout puts a page's glyphs into blocks, in the order they are read.
func layout(p *page) []block {
	var out []block
	for frame, turn := range turns(p.glyphs) {
		var rules []rule
		for _, r := range p.rules {
			rules = append(rules, turnRule(r, turn))
		}
		tables := grids(rules)
		rest := distribute(p.glyphs, turn, tables)
		blocks := tableBlocks(tables)
		ls := lines(rest)
		for i := range ls {
			ps := ls[i].pieces()
			blocks = append(blocks, block{line: &ls[i], top: ls[i].base, x0: ls[i].x0, x1: ls[i].x1, of: 1, pieces: ps})
		}
		for _, b := range align(inColumns(blocks)) {
			b.frame = frame
			out = append(out, b)
		}
	}
	return out
}

// turns are the directions of a page's text, that of most of it first.
func turns(gs []glyph) []int {
	var count [4]int
	for i := range gs {
		count[gs[i].turn]++
	}
	var out []int
	for turn := range count {
		if count[turn] > 0 {
			out = append(out, turn)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return count[b] - count[a] })
	return out
}

// distribute gives the glyphs of a direction to the tables, and returns those outside.
func distribute(gs []glyph, turn int, tables []grid) []glyph {
	var rest []glyph
next:
	for i := range gs {
		if gs[i].turn != turn {
			continue
		}
		for k := range tables {
			if tables[k].take(&gs[i]) {
				continue next
			}
		}
		rest = append(rest, gs[i])
	}
	return rest
}

func tableBlocks(tables []grid) []block {
	var out []block
	for i := range tables {
		t := &tables[i]
		if rows := t.rows(); len(rows) > 0 {
			out = append(out, block{rows: rows, top: t.ys[0], x0: t.xs[0], x1: t.xs[len(t.xs)-1], of: 1})
		}
	}
	return out
}

// inColumns orders blocks from the top of the page; where there are two columns
// of text, the left one stands before the right one between full-width blocks.
func inColumns(bs []block) []block {
	lo, hi, ok := gutter(bs)
	if ok {
		bs = splitAt(bs, lo, hi)
	}
	slices.SortStableFunc(bs, func(a, b block) int { return cmpFloat(b.top, a.top) })
	if !ok {
		return bs
	}
	var out, right []block
	for _, b := range bs {
		switch {
		case b.x1 <= hi:
			b.col, b.of = 0, 2
			out = append(out, b)
		case b.x0 >= lo:
			b.col, b.of = 1, 2
			right = append(right, b)
		default:
			out = append(append(out, right...), b)
			right = nil
		}
	}
	return append(out, right...)
}

const (
	columnLines = 6   // lines of both columns side by side, at least
	columnFull  = 0.7 // of the column's width that most of these lines fill
)

// gutter finds the empty stretch between two columns of text: many lines have
// a gap there, near the middle, and most are full on both sides of it, as the
// rows of a table are not.
func gutter(bs []block) (lo, hi float64, ok bool) {
	left, right := math.Inf(1), math.Inf(-1)
	for i := range bs {
		if bs[i].line != nil {
			left, right = min(left, bs[i].x0), max(right, bs[i].x1)
		}
	}
	lo, hi = left+0.35*(right-left), left+0.65*(right-left)
	full, both := 0, 0
	lo, hi, both = commonGap(bs, lo, hi)
	if both < columnLines {
		return 0, 0, false
	}
	for i := range bs {
		a, b, found := beside(bs[i].pieces, lo, hi)
		if found && a.x1-a.x0 > columnFull*(lo-left) && b.x1-b.x0 > columnFull*(right-hi) {
			full++
		}
	}
	return lo, hi, full*10 >= both*6
}

// commonGap narrows the stretch to the gap that the lines share, and counts them.
func commonGap(bs []block, from, to float64) (lo, hi float64, n int) {
	lo, hi = math.Inf(-1), math.Inf(1)
	for i := range bs {
		for k := 1; k < len(bs[i].pieces); k++ {
			a, b := bs[i].pieces[k-1].x1, bs[i].pieces[k].x0
			if a < to && b > from && a < hi && b > lo && a > from-(to-from) && b < to+(to-from) {
				lo, hi = max(lo, a), min(hi, b)
				n++
			}
		}
	}
	return lo, hi, n
}

// beside are the pieces left and right of the gap.
func beside(ps []piece, lo, hi float64) (a, b piece, ok bool) {
	for k := 1; k < len(ps); k++ {
		if ps[k-1].x1 <= lo+0.1 && ps[k].x0 >= hi-0.1 {
			return ps[k-1], ps[k], true
		}
	}
	return a, b, false
}

// splitAt parts the lines that have the gap.
func splitAt(bs []block, lo, hi float64) []block {
	var out []block
	for _, b := range bs {
		k := slices.IndexFunc(b.pieces, func(p piece) bool { return p.x0 >= hi-0.1 })
		if k <= 0 || b.pieces[k-1].x1 > lo+0.1 {
			out = append(out, b)
			continue
		}
		l, r := b, b
		l.pieces, l.x1 = b.pieces[:k], b.pieces[k-1].x1
		r.pieces, r.x0 = b.pieces[k:], b.pieces[k].x0
		out = append(out, l, r)
	}
	return out
}
