package compare

import "slices"

// convergence gives σ for every period and β between the first and the last of
// a kind of period, for the indicators that two such periods have.
func (r *run) convergence() {
	for _, i := range r.indicators {
		for _, kin := range r.kinds() {
			kin = slices.DeleteFunc(kin, func(t int) bool { return len(r.Column(t, i)) < 2 })
			if len(kin) < 2 {
				continue
			}
			r.sigmas(kin, i)
			r.beta(kin[0], kin[len(kin)-1], i)
		}
	}
}

// kinds are the chosen periods by kind, in the order of their first.
func (r *run) kinds() [][]int {
	var all [][]int
	at := map[kind]int{}
	for _, t := range r.periods {
		k := kindOf(r.Periods[t])
		n, known := at[k]
		if !known {
			n = len(all)
			at[k], all = n, append(all, nil)
		}
		all[n] = append(all[n], t)
	}
	return all
}

// sigmas gives the coefficient of variation of each period twice: over all that
// reported, and over those that reported in every one of the periods, so that
// who joins or leaves does not pass for convergence.
func (r *run) sigmas(kin []int, i int) {
	always := map[int]int{}
	for _, t := range kin {
		for _, e := range r.Column(t, i) {
			always[e.Region]++
		}
	}
	for _, t := range kin {
		var all, balanced []float64
		for _, e := range r.Column(t, i) {
			if all = append(all, e.Value); always[e.Region] == len(kin) {
				balanced = append(balanced, e.Value)
			}
		}
		for _, of := range []struct {
			statistic string
			values    []float64
		}{{"cv", all}, {"cv_balanced", balanced}} {
			v, note := Sigma(of.values)
			row := r.about("sigma", of.statistic, t, Expr{Indicator: i})
			if row.N, row.Note = len(of.values), join(note); note == None {
				row.Value = Number(v)
			}
			r.model(row)
		}
	}
}

func (r *run) beta(from, to, i int) {
	var first, last []float64
	left := false
	for _, e := range r.Column(from, i) {
		c := r.Cell(e.Region, to, i)
		if c.Note == None && c.Value > 0 && e.Value > 0 {
			first, last = append(first, e.Value), append(last, c.Value)
		} else {
			left = true
		}
	}
	left = left || len(r.Column(to, i)) > len(first)
	b := Beta(first, last, float64(r.Periods[to].Year()-r.Periods[from].Year()))
	row := r.about("beta", "slope", to, Expr{Indicator: i})
	row.From, row.N = r.Periods[from], b.N
	if row.Note = join(b.Note, when(left, LeftOut)); b.Note != None {
		r.model(row)
		return
	}
	for _, of := range []struct {
		statistic string
		value     float64
		note      Note
	}{
		{"intercept", b.Intercept, None}, {"slope", b.Slope, None}, {"r2", b.R2, when(b.FitNote == NoVariance, NoVariance)},
		{"se", b.SE, b.FitNote}, {"t", b.T, b.FitNote},
	} {
		row.Statistic, row.Value, row.Note = of.statistic, "", join(of.note, when(left, LeftOut))
		if of.note == None {
			row.Value = Number(of.value)
		}
		r.model(row)
	}
}
