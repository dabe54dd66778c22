package compare

import "slices"

// questions asks of every number of an indicator in a period whether 万 was
// lost, by the other regions of the period and by the region's other periods.
func (r *run) questions(t, i int) []Result {
	at := column{t, i}
	if asked, known := r.wan[at]; known {
		return asked
	}
	entries := r.Column(t, i)
	sorted := values(entries)
	slices.Sort(sorted)
	var asked []Result
	for _, e := range entries {
		if m, ok := medianOfOthers(sorted, e.Value); ok {
			asked = r.question(asked, t, i, e, m, AgainstRegions, len(sorted)-1)
		}
		var others []float64
		for other := range r.Periods {
			if c := r.Cell(e.Region, other, i); other != t && c.Note == None {
				others = append(others, c.Value)
			}
		}
		if len(others) > 0 {
			asked = r.question(asked, t, i, e, Median(others), AgainstPeriods, len(others))
		}
	}
	r.wan[at] = asked
	return asked
}

// question appends what is to be asked of one number, if anything.
func (r *run) question(asked []Result, t, i int, e Entry, median float64, against string, n int) []Result {
	ratio, note := Magnitude(e.Value, median)
	if note == None {
		return asked
	}
	x := r.of(WanCheck, e.Region, t, i)
	x.Value, x.Unit, x.N, x.Against, x.Own, x.Other, x.Note = Number(ratio), "1", n, against, e.Number, Number(median), join(note)
	return append(asked, x)
}

// asked are the regions of which there is a question; whatever rests on their
// number says so.
func (r *run) asked(t, i int) map[int]bool {
	set := map[int]bool{}
	for _, x := range r.questions(t, i) {
		at, _ := slices.BinarySearchFunc(r.Regions, x.Region, comparePlaces)
		set[at] = true
	}
	return set
}
