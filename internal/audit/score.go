package audit

import (
	"cmp"
	"math"
	"slices"
)

// Share is an estimated share of facts with its 95 % interval.
type Share struct {
	Right, N  int // counted in the sample
	Estimate  float64
	Low, High float64
}

// Result is what a judged table says.
type Result struct {
	Population int // facts there are
	Sampled    int
	Open       int // not judged
	Unsure     int
	Unnamed    int // wrong, without saying what

	All Share // of the facts that were judged right or wrong
	// Pessimist counts what is unsure as wrong, Optimist as right.
	Pessimist, Optimist Share

	Metrics    []Line // in the order of the most judged
	Attributes []Line // of Attributes, those that were found wrong
}

// Line is the share of one metric or attribute.
type Line struct {
	Code, Name string
	Share
}

// normal95 is the 97.5 % quantile of the normal distribution.
const normal95 = 1.959963984540054

// Wilson is the 95 % score interval of a share p that n independent draws showed;
// n may be fractional (Wilson, Journal of the American Statistical Association 22,
// 1927). Without draws it is 0 to 1; where n is infinite, p itself.
func Wilson(p, n float64) (low, high float64) {
	switch {
	case n <= 0:
		return 0, 1
	case math.IsInf(n, 1):
		return p, p
	}
	z2 := normal95 * normal95
	middle := (p + z2/(2*n)) / (1 + z2/n)
	half := normal95 * math.Sqrt(p*(1-p)/n+z2/(4*n*n)) / (1 + z2/n)
	return max(0, middle-half), min(1, middle+half)
}

// stratum is the judged facts of one group.
type stratum struct{ right, n, population int }

// share weighs the strata by how many facts they have: p = Σ Wₕ pₕ. The interval
// is Wilson's for the number of independent draws that say as much,
//
//	n = 1 ÷ Σ Wₕ² (1 − nₕ/Nₕ) ÷ nₕ
//
// which is nₕ for one group and few of many facts (Kish 1965 for the weights,
// Cochran 1977, § 2.6 and § 5.3, for the correction where a good part of all
// facts was judged). Groups without a judged fact are left aside.
func share(strata map[string]*stratum) (s Share) {
	total, names := 0.0, make([]string, 0, len(strata))
	for name, h := range strata {
		if h.n > 0 {
			total += float64(h.population)
			names = append(names, name)
		}
	}
	slices.Sort(names) // so that rounding is the same every time
	inverse := 0.0
	for _, name := range names {
		h := strata[name]
		w, n := float64(h.population)/total, float64(h.n)
		s.Right, s.N = s.Right+h.right, s.N+h.n
		s.Estimate += w * float64(h.right) / n
		inverse += w * w * max(0, 1-n/float64(h.population)) / n
	}
	if s.N == 0 {
		s.Low, s.High = 0, 1
		return s
	}
	s.Estimate = min(1, s.Estimate)
	s.Low, s.High = Wilson(s.Estimate, 1/inverse)
	return s
}

// Score estimates.
func (j *Judged) Score() Result {
	r := Result{Sampled: len(j.Rows)}
	sizes := map[string]int{}
	for i := range j.Rows {
		row := &j.Rows[i]
		sizes[row.Stratum] = row.Population
		switch {
		case row.Judgement == Open:
			r.Open++
		case row.Judgement == Unsure:
			r.Unsure++
		case row.Judgement == Wrong && len(row.Wrong) == 0:
			r.Unnamed++
		}
	}
	for _, n := range sizes {
		r.Population += n
	}
	decided := func(row *JudgedRow) bool { return row.Judgement == Right || row.Judgement == Wrong }
	right := func(row *JudgedRow) bool { return row.Judgement == Right }
	r.All = j.share(decided, right)
	seen := func(row *JudgedRow) bool { return row.Judgement != Open }
	r.Pessimist = j.share(seen, right)
	r.Optimist = j.share(seen, func(row *JudgedRow) bool { return row.Judgement != Wrong })
	r.Metrics = j.byMetric(decided, right)
	r.Attributes = j.byAttribute()
	return r
}

// share is the share of right facts among those that count. A part of a group
// has an unknown size: it is taken to be the group's share of it.
func (j *Judged) share(counts, right func(*JudgedRow) bool) Share {
	strata, sampled := map[string]*stratum{}, map[string]int{}
	for i := range j.Rows {
		row := &j.Rows[i]
		sampled[row.Stratum]++
		h := strata[row.Stratum]
		if h == nil {
			h = &stratum{population: row.Population}
			strata[row.Stratum] = h
		}
		if counts(row) {
			h.n++
			if right(row) {
				h.right++
			}
		}
	}
	return share(strata)
}

// byMetric scores each metric. How many facts of a metric there are is only
// known where the metrics are the groups; else it is estimated.
func (j *Judged) byMetric(counts, right func(*JudgedRow) bool) (lines []Line) {
	names := map[string]string{}
	for i := range j.Rows {
		names[j.Rows[i].Metric] = j.Rows[i].MetricName
	}
	for code, name := range names {
		of := &Judged{}
		sampled, all := map[string]int{}, map[string]int{}
		for i := range j.Rows {
			all[j.Rows[i].Stratum]++
			if j.Rows[i].Metric == code {
				sampled[j.Rows[i].Stratum]++
			}
		}
		for _, row := range j.Rows {
			if row.Metric == code {
				row.Population = max(sampled[row.Stratum], row.Population*sampled[row.Stratum]/all[row.Stratum])
				of.Rows = append(of.Rows, row)
			}
		}
		if s := of.share(counts, right); s.N > 0 {
			lines = append(lines, Line{code, name, s})
		}
	}
	slices.SortFunc(lines, func(a, b Line) int { return cmp.Or(b.N-a.N, cmp.Compare(a.Code, b.Code)) })
	return lines
}

// byAttribute scores the attributes of facts that were judged right, or wrong
// with what is wrong named; where there is no figure at all, the others say nothing.
func (j *Judged) byAttribute() (lines []Line) {
	for i, a := range Attributes {
		s := j.share(func(row *JudgedRow) bool {
			none := slices.Contains(row.Wrong, 0)
			return row.Judgement == Right || row.Judgement == Wrong && len(row.Wrong) > 0 && (i == 0 || !none)
		}, func(row *JudgedRow) bool { return !slices.Contains(row.Wrong, i) })
		if s.N > 0 && s.Right < s.N {
			lines = append(lines, Line{a.Code, a.ZH, s})
		}
	}
	return lines
}
