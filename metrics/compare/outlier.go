package compare

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
)

const (
	// OutlierAt is the modified z-score beyond which Iglewicz and Hoaglin call a value an outlier.
	OutlierAt = 3.5
	// fewestForOutliers is how many values a median must rest on.
	fewestForOutliers = 5
)

// ModifiedZ gives the modified z-scores 0.6745·(xᵢ − median) / MAD, where MAD
// is the median of |xᵢ − median| (Iglewicz and Hoaglin, How to Detect and Handle
// Outliers, ASQC 1993). Where more than half of the values are the same the MAD
// is zero; then the mean absolute deviation takes its place, with
// (xᵢ − median) / (1.253314 · MeanAD), and the note is MADZero (the variant of
// IBM SPSS; 1.253314 = √(π/2) makes it agree with σ under a normal
// distribution). All values the same: NoSpread; fewer than five: TooFew.
func ModifiedZ(values []float64) ([]float64, Note) {
	if len(values) < fewestForOutliers {
		return nil, TooFew
	}
	if !allFinite(values) {
		return nil, NotFinite
	}
	median := Median(values)
	off := make([]float64, len(values))
	for i, v := range values {
		off[i] = math.Abs(v - median)
	}
	scale, note := Median(off)/0.6745, None
	if scale == 0 {
		scale, note = 1.253314*stat.Mean(off, nil), MADZero
	}
	if scale == 0 {
		return nil, NoSpread
	}
	z := make([]float64, len(values))
	for i, v := range values {
		if z[i] = (v - median) / scale; !finite(z[i]) {
			return nil, NotFinite
		}
	}
	return z, note
}

// Magnitude asks whether 万 was lost: the ratio of a value to a reference, and
// a note where it is at least 1,000 or 10,000, or at most a thousandth or a
// ten-thousandth. A zero or a negative number on either side has no ratio and
// asks nothing: zero is a value, not a lost 万.
func Magnitude(value, reference float64) (ratio float64, note Note) {
	if value <= 0 || reference <= 0 || !finite(value/reference) {
		return 0, None
	}
	ratio = value / reference
	switch {
	case value >= 10_000*reference:
		note = High10k
	case value >= 1_000*reference:
		note = High1k
	case value*10_000 <= reference:
		note = Low10k
	case value*1_000 <= reference:
		note = Low1k
	}
	return ratio, note
}

// medianOfOthers is the median of sorted values without one that is v; ok is
// false where there is no other.
func medianOfOthers(sorted []float64, v float64) (m float64, ok bool) {
	at, _ := slices.BinarySearch(sorted, v)
	other := func(j int) float64 {
		if j >= at {
			j++
		}
		return sorted[j]
	}
	n := len(sorted) - 1
	switch {
	case n < 1:
		return 0, false
	case n%2 == 1:
		return other(n / 2), true
	}
	low, high := other(n/2-1), other(n/2)
	return low + (high-low)/2, true
}
