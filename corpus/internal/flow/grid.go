package flow

import "slices"

// grid holds the left edges of a table's columns, ascending, and the right edge of the last; nil
// where every cell is one column.
//
// Files say where a cell begins and ends, not which columns it spans. Rows
// whose borders were dragged a little stand in the same columns all the same:
// edges closer than a third of the narrowest cell are one.
type grid struct {
	edges []int
	near  int
}

// What two edges may lie apart, in twips, to be one: at least and at most.
const (
	leastNear = 40
	mostNear  = 400
)

func (t *Table) grid() grid {
	var all []int
	narrowest, most := 3*mostNear, 0
	for _, row := range t.Rows {
		most = max(most, len(row))
		last := 0
		for i, c := range row {
			if c.Right <= c.Left || i > 0 && c.Left < last {
				return grid{}
			}
			last = c.Right
			narrowest = min(narrowest, c.Right-c.Left)
			all = append(all, c.Left, c.Right)
		}
	}
	slices.Sort(all)
	g := grid{near: max(leastNear, narrowest/3)}
	for _, edge := range all {
		if n := len(g.edges); n == 0 || edge-g.edges[n-1] > g.near {
			g.edges = append(g.edges, edge)
		}
	}
	if len(g.edges)-1 > 2*most+2 { // rows that have nothing to do with each other
		return grid{}
	}
	return g
}

// column is the index of the edge that is one with x.
func (g grid) column(x int) int {
	i, found := slices.BinarySearch(g.edges, x)
	if !found {
		i--
	}
	return i
}

// before is how many columns of no cell stand before row[i].
func (g grid) before(row Row, i int) int {
	if g.edges == nil {
		return 0
	}
	from := 0
	if i > 0 {
		from = g.column(row[i-1].Right)
	}
	return max(0, g.column(row[i].Left)-from)
}

// after is how many columns besides its first row[i] covers.
func (g grid) after(row Row, i int) int {
	if g.edges == nil {
		return 0
	}
	return max(0, g.column(row[i].Right)-g.column(row[i].Left)-1)
}
