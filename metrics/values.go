package metrics

import (
	"slices"

	"github.com/zhaibao/zhaibao/extract/quantity"
)

// values is a mergeable multiset of decimals for exact quantiles. It keeps the
// distinct values sorted with their counts, so its memory grows with what is
// different, not with what is read; new values wait in a tail until it is as
// long as the sorted part.
type values struct {
	sorted []run
	tail   []quantity.Decimal
}

type run struct {
	value quantity.Decimal
	n     int
}

// minTail keeps small groups from being sorted again and again.
const minTail = 64

func (v *values) add(d quantity.Decimal) {
	v.tail = append(v.tail, d)
	if len(v.tail) >= max(minTail, len(v.sorted)) {
		v.fold()
	}
}

// merge adds another multiset, whose content stays the same.
func (v *values) merge(o *values) {
	o.fold()
	v.fold()
	v.sorted = mergeRuns(v.sorted, o.sorted)
}

// fold sorts the tail into the runs.
func (v *values) fold() {
	if len(v.tail) == 0 {
		return
	}
	slices.SortFunc(v.tail, compare)
	fresh := make([]run, 0, len(v.tail))
	for _, d := range v.tail {
		if last := len(fresh) - 1; last >= 0 && fresh[last].value == d {
			fresh[last].n++
			continue
		}
		fresh = append(fresh, run{d, 1})
	}
	v.tail = v.tail[:0]
	v.sorted = mergeRuns(v.sorted, fresh)
}

func mergeRuns(a, b []run) []run {
	merged := make([]run, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch c := compare(a[0].value, b[0].value); {
		case c < 0:
			merged, a = append(merged, a[0]), a[1:]
		case c > 0:
			merged, b = append(merged, b[0]), b[1:]
		default:
			merged, a, b = append(merged, run{a[0].value, a[0].n + b[0].n}), a[1:], b[1:]
		}
	}
	return append(append(merged, a...), b...)
}

// compare orders decimals exactly; unlike Decimal.Cmp it never falls back to floats.
func compare(a, b quantity.Decimal) int {
	ac, ae := a.Parts()
	bc, be := b.Parts()
	low := min(ae, be)
	return product(ac, pow10[ae-low]).cmp(product(bc, pow10[be-low]))
}

// median returns the middle value, the mean of the two middle ones where their
// number is even, rounded half to even at six places.
func (v *values) median() Number {
	v.fold()
	n := 0
	for _, r := range v.sorted {
		n += r.n
	}
	if n == 0 {
		return ""
	}
	var s Sum
	s.Add(v.at((n - 1) / 2))
	s.Add(v.at(n / 2))
	return s.Over(2, places)
}

// at returns the i-th value in ascending order, from 0; the values must be folded.
func (v *values) at(i int) quantity.Decimal {
	for _, r := range v.sorted {
		if i < r.n {
			return r.value
		}
		i -= r.n
	}
	return quantity.Decimal{}
}

// max returns the greatest value.
func (v *values) max() Number {
	v.fold()
	if len(v.sorted) == 0 {
		return ""
	}
	return Number(v.sorted[len(v.sorted)-1].value.String())
}
