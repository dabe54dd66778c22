package gold

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// counts are the three numbers that Rates are made of.
type counts struct{ right, predicted, gold int }

func (c counts) rates(places int) Rates {
	p, r := ratio(c.right, c.predicted), ratio(c.right, c.gold)
	f := 0.0
	if p+r != 0 {
		f = 2 * p * r / (p + r)
	}
	return Rates{round(p, places), round(r, places), round(f, places)}
}

func ratio(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// tableKey is a metric, or an attribute with its value.
type tableKey struct{ name, value string }

type table map[tableKey]*counts

func (t table) at(k tableKey) *counts {
	if t[k] == nil {
		t[k] = &counts{}
	}
	return t[k]
}

// rows are the table's lines, sorted by key; name makes a line's name of it.
func (t table) rows(name func(tableKey) string) []Row {
	keys := slices.SortedFunc(maps.Keys(t), func(a, b tableKey) int {
		return cmp.Or(strings.Compare(a.name, b.name), strings.Compare(a.value, b.value))
	})
	rows := make([]Row, 0, len(t))
	for _, k := range keys {
		rows = append(rows, Row{name(k), t[k].rates(3), t[k].predicted, t[k].gold})
	}
	return rows
}
