package compare

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"github.com/zhaibao/zhaibao/metrics"
)

// mostCorrelated is how many indicators are correlated where the user named none.
const mostCorrelated = 12

// correlations correlates every two expressions of the index, else the named
// indicators, else those that most regions have, five at least.
func (r *run) correlations(t int) {
	exprs, note := r.correlated(t)
	for j := range exprs {
		for k := range j {
			x, y := r.Pairs(t, exprs[k], exprs[j])
			for _, by := range []struct {
				name string
				of   func(x, y []float64) (float64, Note)
			}{{"spearman", Spearman}, {"kendall_tau_b", KendallTauB}} {
				v, why := by.of(x, y)
				row := r.about("correlation", by.name, t, exprs[k])
				row.WithMetric, row.WithUnit = r.Indicators[exprs[j].Indicator].Metric, r.unit(exprs[j])
				if row.N, row.Note = len(x), join(why, note); why == None {
					row.Value = Number(v)
				}
				r.model(row)
			}
		}
	}
}

func (r *run) correlated(t int) (exprs []Expr, note Note) {
	if r.index != nil {
		return r.index, None
	}
	list := slices.DeleteFunc(slices.Clone(r.indicators), func(i int) bool { return !r.named && len(r.Column(t, i)) < fewestForOutliers })
	if len(list) > mostCorrelated && !r.named {
		slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(len(r.Column(t, b)), len(r.Column(t, a))) })
		list, note = list[:mostCorrelated], Capped
		slices.Sort(list)
	}
	for _, i := range list {
		exprs = append(exprs, Expr{Indicator: i})
	}
	return exprs, note
}

// composite gives the index of the period, where the user asked for one.
func (r *run) composite(t int) {
	if r.index == nil {
		return
	}
	regions, lacking, data := r.Matrix(t, r.index)
	lower := make([]bool, len(r.index))
	for j, e := range r.index {
		lower[j] = r.lower[e.Indicator]
	}
	ix := NewIndex(data, lower)
	for j, e := range r.index {
		for _, of := range []struct {
			statistic string
			values    []float64
		}{{"entropy", ix.Entropies}, {"weight", ix.Weights}} {
			row := r.about("index", of.statistic, t, e)
			if row.N, row.Note = len(data), join(ix.Note); ix.Note == None {
				row.Value, row.Note = Number(of.values[j]), join(when(ix.NoSpread[j], NoVariance))
			}
			r.model(row)
		}
	}
	r.scores(t, Score, regions, ix.Scores, ix.Note)
	r.scores(t, Closeness, regions, ix.Closeness, ix.Note)
	r.obstacles(t, regions, &ix)
	for _, region := range lacking {
		r.result(Result{Measure: Score, Region: r.Regions[region], Period: r.Periods[t], N: len(data), Note: join(Incomplete)})
	}
}

func (r *run) scores(t int, m Measure, regions []int, scores []float64, note Note) {
	ranks := Rank(scores, false)
	doubt := r.doubtful(t)
	for k, region := range regions {
		x := Result{Measure: m, Region: r.Regions[region], Period: r.Periods[t], Unit: "1", N: len(regions), Note: join(note, when(doubt[region], WanAsked))}
		if note == None {
			x.Value, x.Rank = Number(scores[k]), ranks[k]
		}
		r.result(x)
	}
}

// doubtful are the regions of which there is a question in any of the index's indicators.
func (r *run) doubtful(t int) map[int]bool {
	set := map[int]bool{}
	for _, e := range r.index {
		maps.Copy(set, r.asked(t, e.Indicator))
	}
	return set
}

func (r *run) obstacles(t int, regions []int, ix *Index) {
	for k := range ix.Obstacles {
		degrees := ix.Obstacles[k]
		if degrees == nil {
			r.result(Result{Measure: Obstacle, Region: r.Regions[regions[k]], Period: r.Periods[t], Unit: "1", N: len(regions), Note: join(NoObstacle)})
			continue
		}
		for j, e := range r.index {
			x := r.of(Obstacle, regions[k], t, e.Indicator)
			x.Base, x.Unit, x.N, x.Value = r.unit(e), "1", len(regions), Number(degrees[j])
			r.result(x)
		}
	}
}

// components gives the principal components of the index's indicators.
func (r *run) components(t int) {
	if r.index == nil {
		return
	}
	regions, _, data := r.Matrix(t, r.index)
	p := NewPCA(data)
	if p.Note != None {
		r.model(ModelRow{Model: "pca", Statistic: "explained", Period: r.Periods[t], N: len(data), Note: join(p.Note)})
		return
	}
	doubt := r.doubtful(t)
	for k, v := range p.Variances {
		note := join(when(p.NotUnique[k], NotUnique))
		row := ModelRow{Model: "pca", Period: r.Periods[t], Component: componentName(k), N: len(data), Note: note}
		row.Statistic, row.Value = "variance", Number(v)
		r.model(row)
		row.Statistic, row.Value = "explained", Number(p.Explained[k])
		r.model(row)
		for j, used := range p.Used {
			row := r.about("pca", "loading", t, r.index[used])
			row.Component, row.N, row.Note, row.Value = componentName(k), len(data), note, Number(p.Loadings[k][j])
			r.model(row)
		}
		for i, region := range regions {
			r.result(Result{Measure: Component, Region: r.Regions[region], Period: r.Periods[t], N: len(regions),
				Against: componentName(k), Value: Number(p.Scores[i][k]), Note: join(when(p.NotUnique[k], NotUnique), when(doubt[region], WanAsked))})
		}
	}
}

// digits holds the first digits of every indicator's numbers against Benford's law.
func (r *run) digits() {
	for _, i := range r.indicators {
		var all []metrics.Number
		for _, t := range r.periods {
			for _, e := range r.Column(t, i) {
				all = append(all, e.Number)
			}
		}
		if len(all) == 0 {
			continue
		}
		f := Benford(all)
		row := ModelRow{Model: "benford", Metric: r.Indicators[i].Metric, Unit: r.Indicators[i].Unit, N: f.N}
		if f.Note != None {
			row.Statistic, row.Note = "chi_square", join(f.Note)
			r.model(row)
			continue
		}
		for d, count := range f.Counts {
			row.Statistic, row.Component, row.Value = "count", strconv.Itoa(d+1), Number(float64(count))
			r.model(row)
		}
		row.Component = ""
		row.Statistic, row.Value = "chi_square", Number(f.ChiSquare)
		r.model(row)
		row.Statistic, row.Value = "p", Number(f.P)
		r.model(row)
		row.Statistic, row.Value, row.Note = "mad", Number(f.MAD), f.Verdict
		r.model(row)
	}
}
