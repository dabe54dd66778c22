package compare

import (
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
)

// fewestForPCA is how many regions components need.
const fewestForPCA = 3

// PCA is a principal component analysis of standardised columns.
type PCA struct {
	Note      Note        // why there is none; the rest is empty then
	Used      []int       // the columns that vary; the others take no part
	Variances []float64   // by component, falling; they add up to len(Used)
	Explained []float64   // share of the variance by component
	NotUnique []bool      // components whose variance another one shares: any rotation of them is as good
	Vectors   [][]float64 // unit eigenvectors, by component and used column
	Loadings  [][]float64 // by component and used column: the correlation of the two
	Scores    [][]float64 // by region and component
}

// NewPCA finds the principal components of data, a row per region and a column
// per indicator without an absent cell. Columns are standardised with n−1
// (zᵢⱼ = (xᵢⱼ − x̄ⱼ)/sⱼ), which gonum does not do, so the components are those of
// the correlation matrix (Jolliffe, Principal Component Analysis, 2002). With
// eigenvalues λ and eigenvectors a: explained = λ/Σλ, loadings = a·√λ,
// scores = Z·a. The sign of a component is that which makes its greatest
// loading by size positive, the first of those that are equal. Components of no
// variance are dropped.
func NewPCA(data [][]float64) PCA {
	z, used, note := standardised(data)
	if note != None {
		return PCA{Note: note}
	}
	var pc stat.PC
	if !pc.PrincipalComponents(z, nil) {
		return PCA{Note: NotFinite}
	}
	p := PCA{Used: used}
	var vectors mat.Dense
	pc.VectorsTo(&vectors)
	p.keep(pc.VarsTo(nil), &vectors)
	var scores, kept mat.Dense
	kept.CloneFrom(mat.NewDense(len(p.Vectors), len(used), flat(p.Vectors)).T())
	scores.Mul(z, &kept)
	for i := range data {
		p.Scores = append(p.Scores, cleaned(scores.RawRowView(i)))
	}
	return p
}

// nothing is what rounding leaves of a zero, relative to numbers around one.
const nothing = 1e-12

// keep takes over the components that have a variance, with their sign fixed.
func (p *PCA) keep(variances []float64, vectors *mat.Dense) {
	total := float64(len(p.Used)) // a standardised column has variance 1
	for k, v := range variances {
		if v <= nothing*total {
			continue
		}
		a := mat.Col(nil, k, vectors)
		turn(a)
		loadings := make([]float64, len(a))
		for j := range a {
			loadings[j] = a[j] * math.Sqrt(v)
		}
		p.Variances = append(p.Variances, v)
		p.Explained = append(p.Explained, v/total)
		p.Vectors = append(p.Vectors, cleaned(a))
		p.Loadings = append(p.Loadings, cleaned(loadings))
	}
	p.NotUnique = make([]bool, len(p.Variances))
	for k := 1; k < len(p.Variances); k++ {
		if p.Variances[k-1]-p.Variances[k] < 1e-9*total {
			p.NotUnique[k-1], p.NotUnique[k] = true, true
		}
	}
}

// turn makes the greatest entry by size positive, the first of equal ones.
func turn(a []float64) {
	at := 0
	for j := range a {
		if math.Abs(a[j]) > math.Abs(a[at])+1e-9 {
			at = j
		}
	}
	if a[at] < 0 {
		for j := range a {
			a[j] = -a[j]
		}
	}
}

// standardised gives the columns that vary, with mean 0 and deviation 1.
func standardised(data [][]float64) (z *mat.Dense, used []int, note Note) {
	if len(data) < fewestForPCA {
		return nil, nil, TooFew
	}
	var columns [][]float64
	for j := range data[0] {
		column := make([]float64, len(data))
		for i := range data {
			column[i] = data[i][j]
		}
		if !allFinite(column) {
			return nil, nil, NotFinite
		}
		if constant(column) {
			continue
		}
		mean, sd := stat.MeanStdDev(column, nil)
		if !finite(mean) || !finite(sd) || sd == 0 {
			return nil, nil, NotFinite
		}
		for i := range column {
			column[i] = (column[i] - mean) / sd
		}
		columns, used = append(columns, column), append(used, j)
	}
	if len(columns) < 2 {
		return nil, nil, NoVariance
	}
	z = mat.NewDense(len(data), len(columns), nil)
	for j, column := range columns {
		z.SetCol(j, column)
	}
	return z, used, None
}

// cleaned is v with what rounding left of zeros taken off.
func cleaned(v []float64) []float64 {
	out := make([]float64, len(v))
	for i := range v {
		if math.Abs(v[i]) > nothing {
			out[i] = v[i]
		}
	}
	return out
}

func flat(rows [][]float64) []float64 {
	var all []float64
	for _, r := range rows {
		all = append(all, r...)
	}
	return all
}
