package compare

import (
	"math"

	"gonum.org/v1/gonum/stat"
)

// fewestForCorrelation is how many pairs a correlation needs.
const fewestForCorrelation = 3

// Spearman is Spearman's rank correlation ρ: Pearson's correlation of the
// mid-ranks, which is right with ties too (Kendall and Gibbons, Rank Correlation
// Methods, 1990). x and y are of one length.
func Spearman(x, y []float64) (float64, Note) {
	if note := correlatable(x, y); note != None {
		return 0, note
	}
	return clamp(stat.Correlation(midRanks(x), midRanks(y), nil)), None
}

// KendallTauB is Kendall's τ-b, which corrects for ties:
// (C − D) / √((n₀ − n₁)(n₀ − n₂)), where C and D count the pairs of regions in
// the same and in the opposite order, n₀ = n(n−1)/2, and n₁ and n₂ are the pairs
// tied in x and in y (Kendall, Biometrika 33, 1945). x and y are of one length.
func KendallTauB(x, y []float64) (float64, Note) {
	if note := correlatable(x, y); note != None {
		return 0, note
	}
	rx, ry := midRanks(x), midRanks(y)
	agree, pairs, tiedX, tiedY := 0, 0, 0, 0
	for i := range rx {
		for j := range i {
			dx, dy := rx[i]-rx[j], ry[i]-ry[j]
			pairs++
			if dx == 0 {
				tiedX++
			}
			if dy == 0 {
				tiedY++
			}
			switch product := dx * dy; {
			case product > 0:
				agree++
			case product < 0:
				agree--
			}
		}
	}
	return clamp(float64(agree) / math.Sqrt(float64(pairs-tiedX)*float64(pairs-tiedY))), None
}

func correlatable(x, y []float64) Note {
	switch {
	case len(x) != len(y) || len(x) < fewestForCorrelation:
		return TooFew
	case !allFinite(x) || !allFinite(y):
		return NotFinite
	case constant(x) || constant(y):
		return NoVariance
	}
	return None
}

// clamp takes off what rounding put beyond 1 or -1.
func clamp(r float64) float64 { return max(-1, min(1, r)) }
