package pdf

import "slices"

// block is a line or a table on its page.
type block struct {
	line    *line
	rows    [][]string // of a table
	top     float64
	bottom  float64 // of a table
	x0, x1  float64
	xs      []float64 // the bounds of a ruled table's columns
	col, of int       // its column of text, of how many; 0 of 1 in a page of one column
	pieces  []piece
	cuts    []int // glyphs in front of which the line is parted besides at wide gaps
	printed bool  // by a browser in the page's margin
	frame   int   // 0 in the direction of most of the page's text
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
		level := levelRules(rules, tables)
		rest := distribute(p.glyphs, turn, tables)
		gap, found := gutter(lines(rest))
		blocks := tableBlocks(tables, gap, found)
		for col, gs := range gap.split(rest, found) {
			ls := lines(gs)
			for i := range ls {
				b := block{line: &ls[i], top: ls[i].base, x0: ls[i].x0, x1: ls[i].x1, of: 1, pieces: ls[i].pieces()}
				if col < 2 {
					b.col, b.of = col, 2
				}
				blocks = append(blocks, b)
			}
		}
		p.markPrinted(blocks, turn)
		for _, b := range align(ordered(blocks), level) {
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

func tableBlocks(tables []grid, gap interval, columns bool) []block {
	var out []block
	for i := range tables {
		t := &tables[i]
		if rows := t.rows(); len(rows) > 0 {
			b := block{rows: rows, top: t.ys[0], bottom: t.ys[len(t.ys)-1], x0: t.xs[0], x1: t.xs[len(t.xs)-1], xs: t.xs, of: 1}
			switch {
			case columns && b.x1 <= gap.hi:
				b.of = 2
			case columns && b.x0 >= gap.lo:
				b.col, b.of = 1, 2
			}
			out = append(out, b)
		}
	}
	return out
}

// ordered puts blocks in the order they are read: from the top of the page,
// and between full-width blocks the left column before the right one.
func ordered(bs []block) []block {
	slices.SortStableFunc(bs, func(a, b block) int { return cmpFloat(b.top, a.top) })
	var out, right []block
	for _, b := range bs {
		switch {
		case b.of == 2 && b.col == 0:
			out = append(out, b)
		case b.of == 2:
			right = append(right, b)
		default:
			out = append(append(out, right...), b)
			right = nil
		}
	}
	return append(out, right...)
}
