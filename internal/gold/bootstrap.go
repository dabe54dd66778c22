package gold

import (
	"math/rand/v2"
	"slices"
)

// Interval is a figure of the report with the interval that holds it.
type Interval struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// Bootstrapped are 95 % intervals and what they were made from.
type Bootstrapped struct {
	Documents int        `json:"documents"`
	Samples   int        `json:"samples"`
	Intervals []Interval `json:"intervals"`
}

// confidence is the share of samples that an interval holds.
const confidence = 0.95

// Intervals tells how far the scores depend on which reports happened to be
// annotated: the F1 of each step of the ladder, and overlap and equality of
// labels. Reports, not facts, are drawn with replacement, since the facts of
// one report are alike; an interval is the percentile interval of the drawn
// samples (B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap,
// Chapman & Hall 1993, chapter 13). The seed is fixed: the same input gives the
// same intervals. With few reports they are too narrow; with one they have no width.
func Intervals(gold []*Document, facts []Prediction, samples int) Bootstrapped {
	docs := sumsByDocument(gold, facts)
	whole := sums{}
	for i := range docs {
		whole.add(&docs[i])
	}
	drawn := [numScores][]float64{}
	rng := rand.New(rand.NewPCG(1993, 13))
	for range samples {
		sample := sums{}
		for range docs {
			sample.add(&docs[rng.IntN(len(docs))])
		}
		for k, score := range sample.scores() {
			drawn[k] = append(drawn[k], score)
		}
	}
	b := Bootstrapped{len(docs), samples, make([]Interval, numScores)}
	for k, score := range whole.scores() {
		low, high := percentiles(drawn[k])
		b.Intervals[k] = Interval{scoreNames[k], round(score, 4), round(low, 4), round(high, 4)}
	}
	return b
}

// sums are the counts of one or several reports from which scores are made.
type sums struct {
	right                                [numSteps]int
	predicted, gold, labels, exactLabels int
	labelOverlap                         float64
}

// The scores that intervals are made for: the steps of the ladder, then labels.
const numScores = numSteps + 2

var scoreNames = [numScores]string{"value", "unit", "metric", "strict", "label", "label_exact"}

func sumsByDocument(gold []*Document, facts []Prediction) []sums {
	var list []sums
	eachDocument(gold, facts, func(d *Document, found []Fact, indexes []int) {
		t := newTally(len(facts))
		t.document(d, found, indexes)
		list = append(list, sums{t.right, t.predicted, t.gold, t.labels, t.exactLabels, t.labelOverlap})
	})
	return list
}

func (s *sums) add(o *sums) {
	for i := range s.right {
		s.right[i] += o.right[i]
	}
	s.predicted += o.predicted
	s.gold += o.gold
	s.labels += o.labels
	s.exactLabels += o.exactLabels
	s.labelOverlap += o.labelOverlap
}

func (s *sums) scores() (scores [numScores]float64) {
	for i, right := range s.right {
		scores[i] = ratio(2*right, s.predicted+s.gold) // the harmonic mean of precision and recall
	}
	if s.labels > 0 {
		scores[numSteps] = s.labelOverlap / float64(s.labels)
	}
	scores[numSteps+1] = ratio(s.exactLabels, s.labels)
	return scores
}

// percentiles are the ends between which the middle of the values lies: of n
// values the k-th and the k-th from above, k = ⌊(n+1)·2.5 %⌋ and at least 1.
// They are 0 where there is no value.
func percentiles(values []float64) (low, high float64) {
	n := len(values)
	if n == 0 {
		return 0, 0
	}
	slices.Sort(values)
	k := max(1, int(float64(n+1)*(1-confidence)/2+1e-9))
	return values[k-1], values[n-k]
}
