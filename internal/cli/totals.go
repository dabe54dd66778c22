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

// totalsOf lists the sums of the table, those with the most facts first.
func totalsOf(sums []metrics.Total) []total {
	var list []total
	for i := range sums {
		t := &sums[i]
		if sum, ok := new(big.Rat).SetString(string(t.Sum.Number())); ok {
			list = append(list, total{metric: t.Metric, unit: t.Unit, sum: sum, facts: t.Facts, reports: t.Docs})
		}
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
