package compare

import (
	"cmp"
	"slices"
)

// tieDigits is how many significant digits must agree in a tie: more than a
// float64 of a decimal keeps exactly would part 0.1/0.3 from 1/3.
const tieDigits = 15

// Rank gives standard competition ranks, 1 for the greatest value, for the
// smallest where ascending: ties share the better rank and the next ranks are
// skipped (1, 2, 2, 4). It is Excel's RANK.EQ and scipy's rankdata(method="min").
func Rank(values []float64, ascending bool) []int {
	order, keys := ordered(values, ascending)
	ranks := make([]int, len(values))
	for place, i := range order {
		ranks[i] = place + 1
		if place > 0 && keys[i] == keys[order[place-1]] {
			ranks[i] = ranks[order[place-1]]
		}
	}
	return ranks
}

// midRanks gives ranks from the smallest value up, ties the mean of the ranks
// that they span: scipy's rankdata(method="average").
func midRanks(values []float64) []float64 {
	order, keys := ordered(values, true)
	ranks := make([]float64, len(values))
	for from := 0; from < len(order); {
		to := from
		for to < len(order) && keys[order[to]] == keys[order[from]] {
			to++
		}
		for _, i := range order[from:to] {
			ranks[i] = float64(from+to+1) / 2
		}
		from = to
	}
	return ranks
}

// ordered gives the indexes of values from first to last, ties in their order,
// and what ties are judged by.
func ordered(values []float64, ascending bool) (order []int, keys []float64) {
	keys = make([]float64, len(values))
	order = make([]int, len(values))
	for i, v := range values {
		keys[i], order[i] = rounded(v, tieDigits), i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if ascending {
			return cmp.Compare(keys[a], keys[b])
		}
		return cmp.Compare(keys[b], keys[a])
	})
	return order, keys
}

// Shares gives every value's share of the total, vᵢ / Σv. There is none where a
// value is negative, since shares would then not be parts of a whole, or where
// the total is zero.
func Shares(values []float64) ([]float64, Note) {
	total := 0.0
	for _, v := range values {
		if v < 0 {
			return nil, NegativeValues
		}
		total += v
	}
	switch {
	case len(values) == 0:
		return nil, TooFew
	case !finite(total):
		return nil, NotFinite
	case total == 0:
		return nil, ZeroTotal
	}
	shares := make([]float64, len(values))
	for i, v := range values {
		shares[i] = v / total
	}
	return shares, None
}

// Per divides a value by a denominator: value / denominator, in base units per
// unit of the denominator.
func Per(value, denominator float64) (float64, Note) {
	switch {
	case denominator == 0:
		return 0, ZeroDenominator
	case denominator < 0:
		return 0, NegativeValues
	case !finite(value / denominator):
		return 0, NotFinite
	}
	return value / denominator, None
}

// Change compares a value with its base: absolute = now − base and
// percent = 100 · (now − base) / base. A base of zero or below has no
// percentage; the note says so and absolute stands.
func Change(now, base float64) (absolute, percent float64, note Note) {
	absolute = now - base
	switch {
	case !finite(absolute):
		return 0, 0, NotFinite
	case base == 0:
		return absolute, 0, ZeroBase
	case base < 0:
		return absolute, 0, NegativeBase
	}
	if percent = 100 * (absolute / base); !finite(percent) {
		return absolute, 0, NotFinite
	}
	return absolute, percent, None
}

// Completion is actual / target; there is none where the target is zero or negative.
func Completion(actual, target float64) (float64, Note) {
	switch {
	case target == 0:
		return 0, ZeroDenominator
	case target < 0:
		return 0, NegativeBase
	case !finite(actual / target):
		return 0, NotFinite
	}
	return actual / target, None
}
