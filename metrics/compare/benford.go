package compare

import (
	"math"
	"strings"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/zhaibao/zhaibao/metrics"
)

// fewestForBenford is how many numbers the test needs.
const fewestForBenford = 100

// FirstDigits is a comparison of first digits with Benford's law.
type FirstDigits struct {
	Note      Note // why it was not made
	N         int  // numbers other than zero
	Counts    [9]int
	ChiSquare float64 // with 8 degrees of freedom
	P         float64 // of a chi-square at least as large
	MAD       float64 // mean absolute deviation of the nine shares
	Verdict   string  // close, acceptable, marginal or nonconforming, by the MAD
}

// Benford compares the first digits of numbers with log₁₀(1 + 1/d) (Benford, The
// Law of Anomalous Numbers, 1938): χ² = Σ (O − E)²/E, and MAD = Σ |o − e| / 9 of
// the shares with the bounds of Nigrini (Benford's Law, 2012): below 0.006 close,
// 0.012 acceptable, 0.015 marginal, else nonconforming. Signs and zeros are left
// out. It says something only for many numbers of widely different size: at
// least 100, the largest at least 100 times the smallest; else there is a note
// and nothing more.
func Benford(numbers []metrics.Number) FirstDigits {
	var f FirstDigits
	low, high := math.Inf(1), 0.0
	for _, n := range numbers {
		v, ok := float(n)
		if !ok || v == 0 {
			continue
		}
		f.N++
		f.Counts[firstDigit(n)-1]++
		low, high = min(low, math.Abs(v)), max(high, math.Abs(v))
	}
	switch {
	case f.N < fewestForBenford:
		f.Note = TooFew
		return f
	case high < 100*low:
		f.Note = ShortSpan
		return f
	}
	n := float64(f.N)
	for i, count := range f.Counts {
		e := math.Log10(1 + 1/float64(i+1))
		f.ChiSquare += (float64(count) - n*e) * (float64(count) - n*e) / (n * e)
		f.MAD += math.Abs(float64(count)/n-e) / 9
	}
	f.P = distuv.ChiSquared{K: 8}.Survival(f.ChiSquare)
	f.Verdict = verdict(f.MAD)
	return f
}

// firstDigit is the first digit of a plain decimal that is not zero.
func firstDigit(n metrics.Number) int {
	i := strings.IndexAny(string(n), "123456789")
	return int(n[i] - '0')
}

func verdict(mad float64) string {
	switch {
	case mad < 0.006:
		return "close"
	case mad < 0.012:
		return "acceptable"
	case mad < 0.015:
		return "marginal"
	}
	return "nonconforming"
}
