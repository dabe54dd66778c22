package pdf

import (
	"slices"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

// groupHead is a line that names the rows below it, or ends a table.
var groupHead = lazy.Regexp(`[：:。；]$|^(?:[合小总]计|其中|注|[附备]注|说明|资料来源|单位[：:])`)

// table spells the rows.
func (t *raster) table() [][]string {
	var out [][]string
	last := -1 // the row's line
	for i := t.first; i < t.end; i++ {
		p, loose := t.loose[i]
		if loose && p.row != i {
			continue
		}
		row := make([]string, len(t.cols))
		if loose {
			row[p.col] = t.bs[i].pieces[0].text
		} else {
			row = t.row(i)
		}
		if last >= 0 && t.unites(last, i) {
			unite(out[len(out)-1], row)
		} else {
			out = append(out, row)
		}
		last = i
	}
	return out
}

// row spells row i with the lines of its cells above and below.
func (t *raster) row(i int) []string {
	ps := t.pieces[i]
	at, ok := fit(ps, t.cols)
	if !ok {
		at = inOrder(ps, len(t.cols))
	}
	row := make([]string, len(at))
	for k := t.first; k < i; k++ {
		if p, ok := t.loose[k]; ok && p.row == i {
			row[p.col] = joinCell(row[p.col], t.bs[k].pieces[0].text)
		}
	}
	for col, n := range at {
		if n >= 0 {
			row[col] = joinCell(row[col], ps[n].text)
		}
	}
	for k := i + 1; k < t.end; k++ {
		if p, ok := t.loose[k]; ok && p.row == i {
			row[p.col] = joinCell(row[p.col], t.bs[k].pieces[0].text)
		}
	}
	return row
}

// unites reports whether row i is the second line of row a: nearer than rows
// are, words only, each below a cell's words.
func (t *raster) unites(a, i int) bool {
	if !t.tight(t.bs[a].top-t.bs[i].top) || slices.ContainsFunc(t.pieces[i], func(p piece) bool { return isFigure(p.text) }) {
		return false
	}
	above, ok := fit(t.pieces[a], t.cols)
	at, fits := fit(t.pieces[i], t.cols)
	if !ok || !fits {
		return false
	}
	for col, n := range at {
		if n >= 0 && (above[col] < 0 || isFigure(t.pieces[a][above[col]].text)) {
			return false
		}
	}
	return true
}

func unite(row, next []string) {
	for i := range min(len(row), len(next)) {
		row[i] = joinCell(row[i], next[i])
	}
}

// joinCell joins two lines of a cell.
func joinCell(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + cellJoint(a, b, true) + b
}
