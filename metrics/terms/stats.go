package terms

import (
	"math"
	"slices"
)

// G2 is the log-likelihood ratio of a table of two rows and two columns,
//
//	G² = 2 Σ O·ln(O/E), E = row total × column total / grand total,
//
// over all four cells, a cell of 0 adding 0. T. Dunning, Accurate Methods for
// the Statistics of Surprise and Coincidence, Computational Linguistics 19(1),
// 1993. Counts are not negative; an empty row or column gives 0.
func G2(o11, o12, o21, o22 float64) float64 {
	r1, r2, c1, c2 := o11+o12, o21+o22, o11+o21, o12+o22
	n := r1 + r2
	sum := 0.0
	for _, c := range [...]struct{ o, row, column float64 }{{o11, r1, c1}, {o12, r1, c2}, {o21, r2, c1}, {o22, r2, c2}} {
		if c.o > 0 {
			sum += c.o * math.Log(c.o*n/(c.row*c.column))
		}
	}
	return max(0, 2*sum) // rounding alone makes it negative
}

// P is the probability of a chi-square of one degree of freedom above g2,
// erfc(√(g2/2)).
func P(g2 float64) float64 { return math.Erfc(math.Sqrt(g2 / 2)) }

// Diff is %DIFF, 100·(f − f')/f', f and f' the frequencies a/words and
// b/restWords. C. Gabrielatos and A. Marchi, Keyness: Appropriate metrics and
// practical issues, CADS International Conference, 2012. They put 10⁻¹⁸ for a
// frequency of 0 in the rest; here ok is false, since no such number says
// anything.
func Diff(a, words, b, restWords int) (percent float64, ok bool) {
	if b == 0 || words == 0 || restWords == 0 {
		return 0, false
	}
	f, rest := float64(a)/float64(words), float64(b)/float64(restWords)
	return 100 * (f - rest) / rest, true
}

// PMI is the pointwise mutual information log₂(n·N/(a·b)) in bits of n joint
// occurrences of things that occur a and b times among N. K. Church and
// P. Hanks, Word association norms, Computational Linguistics 16(1), 1990.
// All are above 0.
func PMI(n, a, b, total float64) float64 { return math.Log2(n * total / (a * b)) }

// IDF is log₁₀(N/df), N reports of which df hold the term. C. Manning,
// P. Raghavan and H. Schütze, Introduction to Information Retrieval, 2008, (6.7).
func IDF(reports, df int) float64 { return math.Log10(float64(reports) / float64(df)) }

// Entropy is −Σ p·log₂ p in bits over the counts, and over rest further
// occurrences of things that occur most times each (rest/most of them).
func Entropy(counts []uint32, rest, most float64) float64 {
	sorted := slices.Sorted(slices.Values(counts)) // the sum of floats is that of an order
	total, sum := max(0, rest), max(0, rest)*math.Log2(max(1, most))
	for _, n := range sorted {
		if n > 0 {
			total += float64(n)
			sum += float64(n) * math.Log2(float64(n))
		}
	}
	if total == 0 {
		return 0
	}
	return max(0, math.Log2(total)-sum/total)
}

// Adjust turns p-values into those of Y. Benjamini and Y. Hochberg, Controlling
// the False Discovery Rate, J. R. Stat. Soc. B 57(1), 1995, for tests in number:
// the i-th smallest of p becomes the least of p·tests/j over j ≥ i, 1 at most.
// Tests that are not in p are taken to be larger than all of it; the order of p
// is kept.
func Adjust(p []float64, tests int) []float64 {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case p[a] < p[b]:
			return -1
		case p[a] > p[b]:
			return 1
		}
		return 0
	})
	q := make([]float64, len(p))
	least := 1.0
	for i := len(order) - 1; i >= 0; i-- {
		least = min(least, p[order[i]]*float64(tests)/float64(i+1))
		q[order[i]] = least
	}
	return q
}
