package compare

import (
	"math"

	"gonum.org/v1/gonum/stat"
)

// Sigma is the coefficient of variation s / x̄, with n−1: where it falls from
// period to period regions come closer (σ-convergence; Barro and Sala-i-Martin,
// Convergence, Journal of Political Economy 100, 1992).
func Sigma(values []float64) (float64, Note) {
	if len(values) < 2 {
		return 0, TooFew
	}
	if !allFinite(values) {
		return 0, NotFinite
	}
	mean := stat.Mean(values, nil)
	if mean <= 0 {
		return 0, MeanNotAbove0
	}
	sd, note := deviation(values)
	if note == None && !finite(sd/mean) {
		note = NotFinite
	}
	if note != None {
		return 0, note
	}
	return sd / mean, None
}

// Convergence is a regression of growth on where regions began.
type Convergence struct {
	Note             Note    // why there is none
	N                int     // regions with a positive number in both periods
	Intercept, Slope float64 // a slope below zero: who began low grew faster
	R2               float64
	SE, T            float64 // of the slope; none where FitNote is set
	FitNote          Note
}

// Beta tests unconditional β-convergence (Barro and Sala-i-Martin 1992): least
// squares of the yearly growth gᵢ = ln(lastᵢ / firstᵢ) / years on ln(firstᵢ),
// with slope b, SE(b) = √(Σe² / (n−2) / Σ(ln firstᵢ − mean)²), t = b / SE with
// n−2 degrees of freedom. Regions without a positive number in both periods
// must be left out; first and last are of one length. Figures that are misread
// once alone make a slope below zero, too: look at outliers first.
func Beta(first, last []float64, years float64) Convergence {
	c := Convergence{N: len(first)}
	if len(first) != len(last) || len(first) < 3 || !(years > 0) {
		c.Note = TooFew
		return c
	}
	x, g := make([]float64, c.N), make([]float64, c.N)
	for i := range first {
		if !(first[i] > 0 && last[i] > 0) {
			c.Note = NegativeValues
			return c
		}
		x[i], g[i] = math.Log(first[i]), math.Log(last[i]/first[i])/years
	}
	if constant(x) {
		c.Note = NoVariance
		return c
	}
	c.Intercept, c.Slope = stat.LinearRegression(x, g, nil, false)
	if !allFinite(g) || !finite(c.Intercept) || !finite(c.Slope) {
		return Convergence{N: c.N, Note: NotFinite}
	}
	c.fit(x, g)
	return c
}

// fit adds what the residuals tell.
func (c *Convergence) fit(x, g []float64) {
	meanX, meanG := stat.Mean(x, nil), stat.Mean(g, nil)
	var rest, sxx, total float64
	for i := range x {
		e := g[i] - c.Intercept - c.Slope*x[i]
		rest += e * e
		sxx += (x[i] - meanX) * (x[i] - meanX)
		total += (g[i] - meanG) * (g[i] - meanG)
	}
	if constant(g) { // everybody grew alike: nothing to explain
		c.Slope, c.FitNote = 0, NoVariance
		return
	}
	c.R2 = max(0, 1-rest/total)
	if rest <= 1e-20*total {
		c.FitNote = PerfectFit
		return
	}
	c.SE = math.Sqrt(rest / float64(c.N-2) / sxx)
	if c.T = c.Slope / c.SE; !finite(c.T) {
		c.T, c.FitNote = 0, NotFinite
	}
}
