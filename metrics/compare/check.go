package compare

import (
	"math/big"

	"github.com/zhaibao/zhaibao/metrics"
)

// changes compares with the latest earlier period of the same kind in which the
// region has a number.
func (r *run) changes(t, i int, entries []Entry) {
	kin := r.sameKind(t)
	asked := map[int]map[int]bool{t: r.asked(t, i)}
	for _, other := range kin {
		asked[other] = r.asked(other, i)
	}
	var percents []float64
	var results []Result
	var has []bool
	for _, e := range entries {
		base, at := r.base(kin, t, i, e.Region)
		if at < 0 {
			continue
		}
		x := r.of(Absolute, e.Region, t, i)
		x.Against, x.Own, x.Other = string(r.Periods[at]), e.Number, base.Number
		doubt := when(asked[t][e.Region] || asked[at][e.Region], WanAsked)
		far := when(r.Periods[t].Year()-r.Periods[at].Year() > 1, YearsApart)
		x.Value, x.Unit, x.Note = minus(e.Number, base.Number), x.Base, join(far, doubt)
		if rate := x.Base == "%"; rate {
			x.Unit, x.Note = "百分点", join(far, IsRate, doubt)
			results, has = append(results, x), append(has, false)
			continue
		}
		results, has = append(results, x), append(has, false)
		_, percent, note := Change(e.Value, base.Value)
		x.Measure, x.Value, x.Unit, x.Note = Percent, "", "%", join(note, far, doubt)
		if note == None {
			x.Value = Number(percent)
			percents = append(percents, percent)
		}
		results, has = append(results, x), append(has, note == None)
	}
	r.ranked(results, has, Rank(percents, r.lower[i]))
}

// ranked gives out results, those that have a value with the next of the ranks;
// first those of one measure, then those of the next.
func (r *run) ranked(results []Result, has []bool, ranks []int) {
	n := len(ranks)
	for k := range results {
		if has[k] {
			results[k].Rank, ranks = ranks[0], ranks[1:]
		}
	}
	for _, m := range []Measure{Absolute, Percent} {
		for k := range results {
			if results[k].Measure != m {
				continue
			}
			if m == Percent {
				results[k].N = n
			}
			r.result(results[k])
		}
	}
}

// base is the cell that a region's number is compared with; at is -1 where there is none.
func (r *run) base(kin []int, t, i, region int) (c Cell, at int) {
	at = -1
	for _, earlier := range kin {
		if earlier >= t {
			break
		}
		if cell := r.Cell(region, earlier, i); cell.Note == None && r.Periods[t].After(r.Periods[earlier]) {
			c, at = cell, earlier
		}
	}
	return c, at
}

// outliers gives the modified z-score of every number.
func (r *run) outliers(t, i int, entries []Entry, v []float64) {
	z, note := ModifiedZ(v)
	if note == TooFew {
		return // the distribution says how many there are
	}
	median := Number(Median(v))
	for k, e := range entries {
		x := r.of(ModZ, e.Region, t, i)
		x.N, x.Against, x.Own, x.Other = len(v), AgainstMedian, e.Number, median
		x.Note = join(note)
		if z != nil {
			x.Value = Number(z[k])
			x.Note = join(when(z[k] > OutlierAt || z[k] < -OutlierAt, Outlier), note)
		}
		r.result(x)
	}
}

// sum adds up exactly.
func sum(entries []Entry) metrics.Number {
	total := new(big.Rat)
	for _, e := range entries {
		if v, ok := new(big.Rat).SetString(string(e.Number)); ok {
			total.Add(total, v)
		}
	}
	places, _ := total.FloatPrec()
	return metrics.Number(total.FloatString(places))
}
