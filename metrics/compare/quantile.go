package compare

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
)

// Quantile is the quantile of type 7 (Hyndman and Fan, Sample Quantiles in
// Statistical Packages, The American Statistician 50, 1996): with h = (n−1)·q
// over the sorted values from index 0, x[⌊h⌋] + (h−⌊h⌋)·(x[⌊h⌋+1] − x[⌊h⌋]).
// Excel's PERCENTILE.INC and numpy's default are the same; gonum's
// stat.Quantile is not. q is between 0 and 1.
func Quantile(values []float64, q float64) (float64, Note) {
	if len(values) == 0 || !(q >= 0 && q <= 1) {
		return 0, TooFew
	}
	if !allFinite(values) {
		return 0, NotFinite
	}
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	h := float64(len(sorted)-1) * q
	low := int(math.Floor(h))
	if low+1 == len(sorted) {
		return sorted[low], None
	}
	v := sorted[low] + (h-float64(low))*(sorted[low+1]-sorted[low])
	if !finite(v) {
		return 0, NotFinite
	}
	return v, None
}

// Median is the quantile of one half; 0 where there is no value.
func Median(values []float64) float64 {
	m, _ := Quantile(values, 0.5)
	return m
}

// Spread describes the values of one indicator in one period.
type Spread struct {
	N                        int
	Min, Q1, Median, Q3, Max float64
	Mean                     float64
	SD                       float64 // with n−1; 0 where SDNote is set
	SDNote                   Note
}

// Describe gives the quartiles (Quantile), mean and standard deviation.
func Describe(values []float64) (Spread, Note) {
	if len(values) == 0 {
		return Spread{}, TooFew
	}
	if !allFinite(values) {
		return Spread{}, NotFinite
	}
	s := Spread{N: len(values), Min: slices.Min(values), Max: slices.Max(values)}
	var notes [3]Note
	s.Q1, notes[0] = Quantile(values, 0.25)
	s.Median, notes[1] = Quantile(values, 0.5)
	s.Q3, notes[2] = Quantile(values, 0.75)
	s.Mean = stat.Mean(values, nil)
	if s.SD, s.SDNote = deviation(values); !finite(s.Mean) || notes != [3]Note{} {
		return Spread{}, NotFinite
	}
	return s, None
}

// deviation is the standard deviation with n−1.
func deviation(values []float64) (float64, Note) {
	if len(values) < 2 {
		return 0, TooFew
	}
	if constant(values) { // rounding would leave a deviation of 1e-17
		return 0, None
	}
	sd := stat.StdDev(values, nil)
	if !finite(sd) {
		return 0, NotFinite
	}
	return sd, None
}

// constant reports whether all values tie.
func constant(values []float64) bool {
	for _, v := range values {
		if rounded(v, tieDigits) != rounded(values[0], tieDigits) {
			return false
		}
	}
	return true
}
