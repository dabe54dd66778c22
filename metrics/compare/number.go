package compare

import (
	"math"
	"math/big"
	"strconv"

	"github.com/zhaibao/zhaibao/metrics"
)

// digits is how many significant digits a computed number is written with.
const digits = 12

// Number writes v in plain notation with twelve significant digits; "" where v
// is Inf or NaN, so that neither is ever written.
func Number(v float64) metrics.Number {
	if !finite(v) {
		return ""
	}
	short := rounded(v, digits)
	if short == 0 {
		return "0"
	}
	return metrics.Number(strconv.FormatFloat(short, 'f', -1, 64))
}

func finite(v float64) bool { return !math.IsInf(v, 0) && !math.IsNaN(v) }

func allFinite(values []float64) bool {
	for _, v := range values {
		if !finite(v) {
			return false
		}
	}
	return true
}

// rounded keeps n significant digits of v.
func rounded(v float64, n int) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', n-1, 64), 64)
	if err != nil {
		return v
	}
	return r
}

// float reads a number; ok is false where there is none or it is too large.
func float(n metrics.Number) (v float64, ok bool) {
	if n == "" {
		return 0, false
	}
	v, err := strconv.ParseFloat(string(n), 64)
	return v, err == nil && finite(v)
}

// minus subtracts exactly.
func minus(a, b metrics.Number) metrics.Number {
	x, okX := new(big.Rat).SetString(string(a))
	y, okY := new(big.Rat).SetString(string(b))
	if !okX || !okY {
		return ""
	}
	x.Sub(x, y)
	places, _ := x.FloatPrec()
	return metrics.Number(x.FloatString(places))
}
