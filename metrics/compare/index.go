package compare

import (
	"math"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// fewestForIndex is how many regions an index needs: with two, entropy is 0
// for every indicator and weights nothing.
const fewestForIndex = 3

// Index is a composite index of regions over indicators.
type Index struct {
	Note      Note        // why there is none; the rest is empty then
	Weights   []float64   // entropy weights by indicator; they add up to 1
	Entropies []float64   // by indicator, 0 to 1
	NoSpread  []bool      // indicators that are the same everywhere; their weight is 0
	Scores    []float64   // Σ wⱼ·yᵢⱼ by region, 0 to 1
	Closeness []float64   // of TOPSIS by region, 0 to 1
	Obstacles [][]float64 // by region and indicator, adding up to 1; nil where the region is best in all
}

// NewIndex weighs indicators by entropy and scores regions; data has a row per
// region and a column per indicator without an absent cell, lower names the
// indicators of which less is better.
//
//   - Scaling: yᵢⱼ = (xᵢⱼ − min) / (max − min), or (max − xᵢⱼ) / (max − min)
//     where less is better.
//   - Entropy weights (Shannon 1948; Zeleny, Multiple Criteria Decision Making,
//     1982): pᵢⱼ = yᵢⱼ / Σᵢ yᵢⱼ, eⱼ = −Σᵢ pᵢⱼ ln pᵢⱼ / ln n with 0·ln 0 = 0,
//     wⱼ = (1 − eⱼ) / Σ (1 − eⱼ). Nothing is added to y to avoid ln 0.
//   - Score: Σⱼ wⱼ yᵢⱼ.
//   - TOPSIS (Hwang and Yoon, Multiple Attribute Decision Making, 1981):
//     vᵢⱼ = wⱼ xᵢⱼ / √Σᵢ xᵢⱼ²; D⁺ and D⁻ are the Euclidean distances to the best and
//     the worst of every column, closeness = D⁻ / (D⁺ + D⁻).
//   - Obstacle degree (障碍度): wⱼ(1 − yᵢⱼ) / Σⱼ wⱼ(1 − yᵢⱼ), how much of what a
//     region lacks is due to the indicator.
func NewIndex(data [][]float64, lower []bool) Index {
	if len(data) < fewestForIndex {
		return Index{Note: TooFew}
	}
	for _, row := range data {
		if len(row) == 0 || len(row) != len(lower) {
			return Index{Note: TooFew}
		}
		if !allFinite(row) {
			return Index{Note: NotFinite}
		}
	}
	n, m := len(data), len(lower)
	x := mat.NewDense(n, m, nil)
	for i, row := range data {
		x.SetRow(i, row)
	}
	ix := Index{NoSpread: make([]bool, m)}
	y := ix.scale(x, lower)
	if ix.weigh(y); ix.Note != None {
		return Index{Note: ix.Note}
	}
	var scores mat.VecDense
	scores.MulVec(y, mat.NewVecDense(m, ix.Weights))
	ix.Scores = append(ix.Scores, scores.RawVector().Data...)
	ix.closeness(x, lower)
	ix.obstacles(y)
	for _, v := range [][]float64{ix.Weights, ix.Scores, ix.Closeness} {
		if !allFinite(v) {
			return Index{Note: NotFinite}
		}
	}
	return ix
}

// scale brings every column to 0 (worst) to 1 (best).
func (ix *Index) scale(x *mat.Dense, lower []bool) *mat.Dense {
	n, m := x.Dims()
	y := mat.NewDense(n, m, nil)
	for j := range m {
		column := mat.Col(nil, j, x)
		if ix.NoSpread[j] = constant(column); ix.NoSpread[j] {
			continue
		}
		low, high := floats.Min(column), floats.Max(column)
		for i, v := range column {
			scaled := (v - low) / (high - low)
			if lower[j] {
				scaled = (high - v) / (high - low)
			}
			y.Set(i, j, scaled)
		}
	}
	return y
}

func (ix *Index) weigh(y *mat.Dense) {
	n, m := y.Dims()
	ix.Weights, ix.Entropies = make([]float64, m), make([]float64, m)
	for j := range m {
		ix.Entropies[j] = 1
		if ix.NoSpread[j] {
			continue
		}
		p := mat.Col(nil, j, y)
		floats.Scale(1/floats.Sum(p), p)
		e := 0.0
		for _, v := range p {
			if v > 0 {
				e -= v * math.Log(v)
			}
		}
		ix.Entropies[j] = min(1, e/math.Log(float64(n)))
		ix.Weights[j] = 1 - ix.Entropies[j]
	}
	total := floats.Sum(ix.Weights)
	if total == 0 {
		ix.Note = NoVariance
		return
	}
	floats.Scale(1/total, ix.Weights)
}

func (ix *Index) closeness(x *mat.Dense, lower []bool) {
	n, m := x.Dims()
	best, worst := make([]float64, n), make([]float64, n) // squared distances
	for j := range m {
		v := mat.Col(nil, j, x)
		norm := floats.Norm(v, 2)
		if norm == 0 || ix.NoSpread[j] {
			continue // the same everywhere: no distance
		}
		floats.Scale(ix.Weights[j]/norm, v)
		ideal, anti := floats.Max(v), floats.Min(v)
		if lower[j] {
			ideal, anti = anti, ideal
		}
		for i := range v {
			best[i] += (v[i] - ideal) * (v[i] - ideal)
			worst[i] += (v[i] - anti) * (v[i] - anti)
		}
	}
	for i := range n {
		up, down := math.Sqrt(best[i]), math.Sqrt(worst[i])
		ix.Closeness = append(ix.Closeness, down/(up+down))
	}
}

func (ix *Index) obstacles(y *mat.Dense) {
	n, m := y.Dims()
	for i := range n {
		lacks := make([]float64, m)
		for j := range m {
			if !ix.NoSpread[j] {
				lacks[j] = ix.Weights[j] * (1 - y.At(i, j))
			}
		}
		if total := floats.Sum(lacks); total > 0 {
			floats.Scale(1/total, lacks)
		} else {
			lacks = nil
		}
		ix.Obstacles = append(ix.Obstacles, lacks)
	}
}
