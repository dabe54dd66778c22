package meta

import (
	"slices"

	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/period"
)

// Value is a number of the file and where it stands.
type Value struct {
	Number metrics.Number
	Period period.Period // of its row, "" where it holds for all
	Line   int
}

// Column returns the column with that name or alias (人口 for population).
func (t *Table) Column(name string) (Column, bool) {
	if t == nil {
		return Column{}, false
	}
	name = Canonical(name)
	i := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
	if i < 0 {
		return Column{}, false
	}
	return t.Columns[i], true
}

// Lookup returns the column's number for a place and period: of the shortest
// period in the file that holds p, of a row without one at last. ok is false
// where the file has none; a nil Table has none at all.
func (t *Table) Lookup(column string, place Place, p period.Period) (v Value, ok bool) {
	if t == nil {
		return Value{}, false
	}
	column = Canonical(column)
	i := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == column })
	if i < 0 {
		return Value{}, false
	}
	for _, r := range t.rows[place] { // the shortest first
		if r.cells[i] != "" && (r.period == p || r.period == "" || r.period.Contains(p)) {
			return Value{r.cells[i], r.period, r.line}, true
		}
	}
	return Value{}, false
}
