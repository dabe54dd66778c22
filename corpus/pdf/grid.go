package pdf

import (
	"math"
	"slices"
	"sort"
	"strings"
)

// grid is a table whose cells are bounded by rules.
type grid struct {
	xs, ys []float64 // the bounds of columns from the left, of rows from the top
	rules  []rule
	cells  [][]glyph // by row and column
	owner  []int     // the cell whose text a cell holds: the first of those merged with it
}

const (
	touch    = 4.0  // points: how near rules come that cross
	maxRules = 2000 // of a page, after merging
	maxCells = 20_000
)

// grids finds the tables among a page's rules: rules that cross each other and
// bound at least two cells beside each other. A frame around text is none.
func grids(rules []rule) []grid {
	merged := mergeRules(rules)
	if len(merged) > maxRules {
		return nil
	}
	var out []grid
	for _, g := range connected(merged) {
		t := grid{rules: g}
		t.bounds()
		if len(t.xs) >= 3 && len(t.ys) >= 2 && (len(t.xs)-1)*(len(t.ys)-1) <= maxCells {
			t.merge()
			if t.columns() >= 2 {
				out = append(out, t)
			}
		}
	}
	return out
}

// levelRules are the level rules that belong to no grid, the lowest first.
func levelRules(rules []rule, tables []grid) []rule {
	var out []rule
	for _, r := range mergeRules(rules) {
		if !r.upright && !slices.ContainsFunc(tables, func(t grid) bool { return slices.Contains(t.rules, r) }) {
			out = append(out, r)
		}
	}
	return out
}

// connected groups the rules that cross or touch, directly or through others.
func connected(rules []rule) [][]rule {
	parent := make([]int, len(rules))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	upright := slices.IndexFunc(rules, func(r rule) bool { return r.upright })
	if upright < 0 {
		return nil
	}
	for i := range rules[:upright] {
		for k := upright; k < len(rules); k++ {
			if h, v := &rules[i], &rules[k]; crosses(h, v) {
				parent[find(i)] = find(k)
			}
		}
	}
	groups := map[int][]rule{}
	var order []int
	for i := range rules {
		root := find(i)
		if groups[root] == nil {
			order = append(order, root)
		}
		groups[root] = append(groups[root], rules[i])
	}
	var out [][]rule
	for _, root := range order {
		out = append(out, groups[root])
	}
	return out
}

func crosses(h, v *rule) bool {
	return v.at >= h.lo-touch && v.at <= h.hi+touch && h.at >= v.lo-touch && h.at <= v.hi+touch
}

// bounds finds the columns and rows. A table whose left or right side is open
// is bounded by the ends of its level rules.
func (t *grid) bounds() {
	for _, r := range t.rules {
		if r.upright {
			t.xs = append(t.xs, r.at)
			t.ys = append(t.ys, r.lo, r.hi)
		} else {
			t.ys = append(t.ys, r.at)
			t.xs = append(t.xs, r.lo, r.hi)
		}
	}
	t.xs, t.ys = cluster(t.xs), cluster(t.ys)
	slices.Reverse(t.ys)
}

// cluster orders values and makes one of those that nearly agree.
func cluster(values []float64) []float64 {
	slices.Sort(values)
	var out []float64
	for _, v := range values {
		if n := len(out); n == 0 || v-out[n-1] > touch {
			out = append(out, v)
		}
	}
	return out
}

// merge finds the cells that have no rule between them.
func (t *grid) merge() {
	cols, rows := len(t.xs)-1, len(t.ys)-1
	t.owner = make([]int, cols*rows)
	t.cells = make([][]glyph, cols*rows)
	for i := range t.owner {
		t.owner[i] = i
	}
	find := func(i int) int {
		for t.owner[i] != i {
			i = t.owner[i]
		}
		return i
	}
	join := func(a, b int) {
		a, b = find(a), find(b)
		t.owner[max(a, b)] = min(a, b)
	}
	walls := t.walls()
	for row := range rows {
		for col := range cols {
			i := row*cols + col
			if col+1 < cols && !walls[wall{true, col + 1, row}] {
				join(i, i+1)
			}
			if row+1 < rows && !walls[wall{false, row + 1, col}] {
				join(i, i+cols)
			}
		}
	}
	for i := range t.owner {
		t.owner[i] = find(i)
	}
}

// wall is the stretch of the bound with number line beside row or column at.
type wall struct {
	upright  bool
	line, at int
}

// walls are the stretches of the bounds that rules draw.
func (t *grid) walls() map[wall]bool {
	walls := map[wall]bool{}
	for _, r := range t.rules {
		lines, across := t.ys, t.xs
		if r.upright {
			lines, across = t.xs, t.ys
		}
		line := nearest(lines, r.at)
		for at := range len(across) - 1 {
			if middle := (across[at] + across[at+1]) / 2; r.lo <= middle && middle <= r.hi {
				walls[wall{r.upright, line, at}] = true
			}
		}
	}
	return walls
}

func nearest(values []float64, v float64) int {
	best := 0
	for i := range values {
		if math.Abs(values[i]-v) < math.Abs(values[best]-v) {
			best = i
		}
	}
	return best
}

// columns is the largest number of different cells in one row.
func (t *grid) columns() int {
	cols, most := len(t.xs)-1, 0
	for row := 0; row < len(t.owner); row += cols {
		n := 1
		for i := row + 1; i < row+cols; i++ {
			if t.owner[i] != t.owner[i-1] {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}

// take keeps the glyph where its middle lies in the table.
func (t *grid) take(g *glyph) bool {
	x, y := (g.x0+g.x1)/2, g.base+0.3*g.size
	col := sort.Search(len(t.xs), func(i int) bool { return t.xs[i] > x }) - 1
	row := sort.Search(len(t.ys), func(i int) bool { return t.ys[i] < y }) - 1
	if col < 0 || row < 0 || col > len(t.xs)-2 || row > len(t.ys)-2 {
		return false
	}
	i := t.owner[row*(len(t.xs)-1)+col]
	t.cells[i] = append(t.cells[i], *g)
	return true
}

// rows spells the table, without rows that are empty.
func (t *grid) rows() [][]string {
	cols := len(t.xs) - 1
	right := slices.Repeat([]float64{math.Inf(-1)}, len(t.cells)) // bounds of the cells with those merged with them
	for i, owner := range t.owner {
		right[owner] = max(right[owner], t.xs[i%cols+1])
	}
	var out [][]string
	for first := 0; first < len(t.cells); first += cols {
		row := make([]string, cols)
		empty := true
		for col := range cols {
			row[col] = cellText(lines(t.cells[first+col]), right[first+col])
			empty = empty && row[col] == ""
		}
		if !empty {
			out = append(out, row)
		}
	}
	return out
}

// cellText joins the lines of a cell: what was broken by the cell's width
// without a space, what was ended before it with one.
func cellText(ls []line, right float64) string {
	var b strings.Builder
	edge := math.Inf(-1) // where the widest line ends: the cell's padding is not known
	for i := range ls {
		edge = max(edge, ls[i].x1)
	}
	var last piece
	for i := range ls {
		ps := ls[i].pieces()
		for k := range ps {
			if b.Len() > 0 {
				room := min(right-last.x1, edge+ls[i].size/2-last.x1)
				full := k == 0 && room < ps[k].first+ls[i].size/2 && right-last.x1 < ps[k].first+1.5*ls[i].size
				b.WriteString(cellJoint(b.String(), ps[k].text, full))
			}
			b.WriteString(ps[k].text)
			last = ps[k]
		}
	}
	return b.String()
}

// cellJoint is what stands between two lines of a cell. A number is never made
// of two lines' digits here: a cell too narrow for a number shows no sign of it.
func cellJoint(before, after string, full bool) string {
	if s, sure := joint(before, after); full && sure {
		return s
	}
	return " "
}
