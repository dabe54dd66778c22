package fast

import (
	"math"

	"github.com/zhaibao/zhaibao/segment"
	"github.com/zhaibao/zhaibao/segment/fast/internal/dict"
)

// size is how many units a window holds, and how long a stretch grows at most
// in which no place is passed by every path.
const size = 256

// window is a piece of text in which every unit has a code.
type window struct {
	n     int // units
	done  int // units whose words cut has given out
	codes [size]uint16
	at    [size + 1]int // where the units begin, and the last one ends
	// best is the cheapest path to a place, its cost over the place where its
	// last word begins (16 bits).
	best [size + 1]uint64
}

const (
	startMask = 1<<16 - 1
	never     = math.MaxUint64
	// unknown is what a unit costs that has a code and is no word by itself.
	unknown = dict.UnknownCost << dict.CostShift
)

// fill takes units from i on until one has no code, and reports whether the
// window ended before that.
func (w *window) fill(d *dict.Dict, text string, i int) (more bool) {
	n, codes := 0, d.Codes[:1<<16]
	for ; i < len(text); n++ {
		var code uint16
		end := i + 3
		if c := text[i]; c >= 0xE1 && c <= 0xEC && end <= len(text) && text[i+1]&0xC0 == 0x80 && text[i+2]&0xC0 == 0x80 {
			code = codes[uint16(c)<<12|uint16(text[i+1]&0x3F)<<6|uint16(text[i+2]&0x3F)]
		} else {
			code, end = d.Unit(text, i)
		}
		if code == 0 {
			break
		}
		if n == size {
			more = true
			break
		}
		w.codes[n], w.at[n], w.best[n+1] = code, i, never
		i = end
	}
	w.n, w.at[n] = n, i
	return more
}

// cut appends the words of the window to dst. Where more follows, it stops at
// the last place from which it saw all words, and done says where that is.
func (w *window) cut(d *dict.Dict, dst []segment.Span, more bool) []segment.Span {
	stop := w.n
	if more {
		stop = w.n - d.Most
	}
	units := d.Units
	root := int(units[0] >> dict.BaseShift)
	from, reach := 0, 0 // the open stretch begins at from, words end at reach at most
	for k := 0; k < w.n; k++ {
		if k == reach {
			dst = w.settle(dst, from, k)
			from, w.best[k] = k, 0
		}
		if k == stop && from > 0 {
			w.done = from
			return dst
		}
		path := w.best[k]&^startMask | uint64(k)
		u, end := uint64(0), k+1
		if at := root + int(w.codes[k]); at < len(units) && uint16(units[at]) == w.codes[k] {
			u = units[at]
		}
		cost := u & dict.CostMask
		if cost == 0 {
			cost = unknown
		}
		w.best[end] = min(w.best[end], path+cost)
		reach = max(reach, end)
		for u>>dict.BaseShift != 0 && end < w.n {
			at := int(u>>dict.BaseShift) + int(w.codes[end])
			if at >= len(units) || uint16(units[at]) != w.codes[end] {
				break
			}
			u = units[at]
			end++
			if cost := u & dict.CostMask; cost != 0 {
				w.best[end] = min(w.best[end], path+cost)
				reach = max(reach, end)
			}
		}
	}
	w.done = w.n
	return w.settle(dst, from, w.n)
}

// settle appends the words of the best path between two places that every path passes.
func (w *window) settle(dst []segment.Span, from, to int) []segment.Span {
	if to-from <= 1 {
		if to > from {
			dst = append(dst, segment.Span{Start: w.at[from], End: w.at[to]})
		}
		return dst
	}
	for at, next := to, uint64(0); at > from; { // turn the path around
		start := int(w.best[at] & startMask)
		w.best[at], next, at = next, uint64(at), start
		if at == from {
			w.best[from] = next
		}
	}
	for at := from; at < to; {
		next := int(w.best[at])
		dst = append(dst, segment.Span{Start: w.at[at], End: w.at[next]})
		at = next
	}
	return dst
}
