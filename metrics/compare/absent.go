package compare

// absent tells which regions did not report what. A region is listed for an
// indicator that at least half of the period's regions have, two at least, or
// that the user named: elsewhere its absence says nothing. A region without any
// row of the period is listed once where it reported of other years, and two others
// of this one.
func (r *run) absent(t int) {
	here := r.reporting(t)
	for _, i := range r.indicators {
		n := len(r.Column(t, i))
		row := r.about("coverage", "share", t, Expr{Indicator: i})
		share, note := Completion(float64(n), float64(len(here)))
		if row.N, row.Note = len(here), join(note); note == None {
			row.Value = Number(share)
		}
		r.model(row)
		if !r.named && (n < 2 || 2*n < len(here)) {
			continue
		}
		for _, region := range here {
			if c := r.Cell(region, t, i); c.Note != None {
				x := r.of(Coverage, region, t, i)
				x.N, x.Note = n, join(c.Note)
				r.result(x)
			}
		}
	}
	if len(here) < 2 {
		return
	}
	for region := range r.Regions {
		if r.silent(region, t) {
			r.result(Result{Measure: Coverage, Region: r.Regions[region], Period: r.Periods[t], N: len(here), Note: join(NoReport)})
		}
	}
}

// silent reports whether a region has nothing of the period, but of such a period in other years.
func (r *run) silent(region, t int) bool {
	if r.reports[report{region, t}] {
		return false
	}
	for _, other := range r.sameKind(t) {
		if r.reports[report{region, other}] {
			return true
		}
	}
	return false
}
