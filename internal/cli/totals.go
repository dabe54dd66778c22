package cli

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/metrics"
)

// total is what all reports together say of one metric in one unit.
type total struct {
	metric  catalog.Metric
	unit    string
	sum     *big.Rat
	facts   int // those in sum
	reports int
}

// totalsOf adds up the rows that have a sum, those with the most facts first.
func totalsOf(rows []metrics.Row) []total {
	type key struct {
		metric catalog.Metric
		unit   string
	}
	index := map[key]int{}
	var list []total
	var sums []*metrics.Sum // of the list's
	for i := range rows {
		r := &rows[i]
		if r.Sum == "" {
			continue
		}
		k := key{r.Metric, r.Unit}
		at, known := index[k]
		if !known {
			at = len(list)
			index[k] = at
			list, sums = append(list, total{metric: r.Metric, unit: r.Unit}), append(sums, new(metrics.Sum))
		}
		t := &list[at]
		sums[at].AddNumber(r.Sum)
		t.facts += r.LeftOut[metrics.Counted]
		t.reports += r.Docs
	}
	for i, s := range sums {
		list[i].sum, _ = new(big.Rat).SetString(string(s.Number()))
	}
	slices.SortFunc(list, func(a, b total) int {
		return cmp.Or(b.facts-a.facts, cmp.Compare(a.metric, b.metric), cmp.Compare(a.unit, b.unit))
	})
	return list
}

// amount is the sum and its unit as they are shown: money in 万元 or 亿元 at two
// decimals where it is large, everything else exactly.
func (t *total) amount() (number, unit string) {
	if t.unit == "元" {
		for _, large := range []struct {
			unit string
			size int64
		}{{"亿元", 1e8}, {"万元", 1e4}} {
			if size := big.NewRat(large.size, 1); new(big.Rat).Abs(t.sum).Cmp(size) >= 0 {
				return withoutZeros(new(big.Rat).Quo(t.sum, size).FloatString(2)), large.unit
			}
		}
	}
	places, _ := t.sum.FloatPrec()
	return t.sum.FloatString(places), t.unit
}

func withoutZeros(s string) string { return strings.TrimRight(strings.TrimRight(s, "0"), ".") }
