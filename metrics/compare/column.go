package compare

import (
	"github.com/zhaibao/zhaibao/metrics"
)

// column gives the measures of one indicator in one period.
func (r *run) column(t, i int) {
	entries := r.Column(t, i)
	if len(entries) == 0 {
		r.targets(t, i)
		return
	}
	v := values(entries)
	r.distribution(t, i, v)
	r.values(t, i, entries, v)
	r.shares(t, i, entries, v)
	for _, d := range r.per {
		r.perUnit(t, i, entries, d)
	}
	r.changes(t, i, entries)
	r.targets(t, i)
	r.outliers(t, i, entries, v)
	for _, x := range r.questions(t, i) {
		r.result(x)
	}
}

func (r *run) values(t, i int, entries []Entry, v []float64) {
	ranks, asked := Rank(v, r.lower[i]), r.asked(t, i)
	for k, e := range entries {
		x := r.of(Actual, e.Region, t, i)
		x.Value, x.Unit, x.Rank, x.N = e.Number, x.Base, ranks[k], len(v)
		x.Note = join(when(e.Single, Single), when(e.Gaps, HasGaps), when(e.Open, OpenSum), when(asked[e.Region], WanAsked))
		r.result(x)
	}
}

func when(holds bool, n Note) Note {
	if holds {
		return n
	}
	return None
}

// shares are given of what may be summed, where there are two regions at least.
func (r *run) shares(t, i int, entries []Entry, v []float64) {
	if !r.Indicators[i].Additive || len(entries) < 2 {
		return
	}
	shares, note := Shares(v)
	ranks, asked := Rank(v, r.lower[i]), r.asked(t, i)
	var total metrics.Number
	if note == None {
		total = sum(entries)
	}
	for k, e := range entries {
		x := r.of(Share, e.Region, t, i)
		x.Unit, x.N, x.Against, x.Own, x.Other, x.Note = "1", len(v), AgainstTotal, e.Number, total, join(note, when(asked[e.Region], WanAsked))
		if note == None {
			x.Value, x.Rank = Number(shares[k]), ranks[k]
		}
		r.result(x)
	}
}

func (r *run) perUnit(t, i int, entries []Entry, d Denominator) {
	var ratios []float64
	results := make([]Result, len(entries))
	has, asked := make([]bool, len(entries)), r.asked(t, i)
	for k, e := range entries {
		x := r.of(PerUnit, e.Region, t, i)
		ratio, of, note := d.Of(r.Panel, e.Region, t, e.Value)
		x.Unit, x.Against, x.Own, x.Other, x.Note = d.per(x.Base), d.Name, e.Number, of.Number, join(note, when(asked[e.Region], WanAsked))
		if of.Period != "" && of.Period != x.Period {
			x.Against += "@" + string(of.Period)
		}
		if note == None {
			x.Value, has[k] = Number(ratio), true
			ratios = append(ratios, ratio)
		}
		results[k] = x
	}
	ranks := Rank(ratios, r.lower[i])
	for k, x := range results {
		if x.N = len(ratios); has[k] {
			x.Rank, ranks = ranks[0], ranks[1:]
		}
		r.result(x)
	}
}

// targets gives the completion of every region that aimed at something. It is
// that of the table: results over the targets they answer. Sum and target of
// the row are shown beside it, but never divided where no result is linked to a
// target, since they may count different things.
func (r *run) targets(t, i int) {
	var reached []float64
	var results []Result
	var has []bool
	for _, e := range r.columns[column{t, i}] {
		if e.Target == "" && e.Completion == "" {
			continue
		}
		x := r.of(Reached, e.Region, t, i)
		x.Unit, x.Against, x.Own, x.Other = "1", AgainstTarget, e.Sum, e.Target
		ratio, ok := float(e.Completion)
		if ok {
			x.Value, x.Note = e.Completion, join(when(!divides(e.Sum, e.Target, ratio), PairsOnly))
			reached = append(reached, ratio)
		} else {
			x.Note = join(TargetNotLinked)
		}
		results, has = append(results, x), append(has, ok)
	}
	ranks := Rank(reached, false)
	for k, x := range results {
		if x.N = len(reached); has[k] {
			x.Rank, ranks = ranks[0], ranks[1:]
		}
		r.result(x)
	}
}

// divides reports whether the ratio, which has four decimals, is that of the two.
func divides(sum, target metrics.Number, ratio float64) bool {
	a, okA := float(sum)
	b, okB := float(target)
	v, note := Completion(a, b)
	return okA && okB && note == None && v-ratio < 0.00006 && ratio-v < 0.00006
}

func (r *run) distribution(t, i int, v []float64) {
	s, note := Describe(v)
	row := r.about("distribution", "n", t, Expr{Indicator: i})
	if row.N = len(v); note != None {
		row.Note = join(note)
		r.model(row)
		return
	}
	for _, of := range []struct {
		statistic string
		value     float64
		note      Note
	}{
		{"min", s.Min, None}, {"q1", s.Q1, None}, {"median", s.Median, None}, {"q3", s.Q3, None}, {"max", s.Max, None},
		{"mean", s.Mean, None}, {"sd", s.SD, s.SDNote},
	} {
		row.Statistic, row.Value, row.Note = of.statistic, "", join(of.note)
		if of.note == None {
			row.Value = Number(of.value)
		}
		r.model(row)
	}
}
