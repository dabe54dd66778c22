package gold

import (
	"cmp"
	"math"
	"slices"
)

// The steps of the ladder, each asking for all that stand before it.
const (
	valueStep  = iota // the spans overlap and the values (and highs) are equal
	unitStep          // and the unit
	metricStep        // and the metric, or one of the alternatives
	strictStep        // and role, basis, bound and status
	numSteps
)

var stepNames = [numSteps]string{"value", "unit", "metric", "strict"}

// climb says how many steps of the ladder a pair of the same kind climbs, 0 to
// numSteps, and which attributes agree.
func climb(g *Marked, p *Fact) (steps int, same [numAttributes]bool) {
	ga, pa := g.attributes(), p.attributes()
	all := ga == pa
	for a := range same {
		same[a] = ga[a] == pa[a]
	}
	ok := [numSteps]bool{true, true, true, all}
	switch g.kind() {
	case statusKind:
		ok[strictStep] = same[status]
	case missingKind:
		ok[metricStep] = g.accepts(p.Metric)
	case quantityKind:
		loose := g.isFraction()
		ok[valueStep] = near(g.Value, p.Value, loose) && near(g.High, p.High, loose)
		ok[unitStep] = foldUnit(g.Unit) == foldUnit(p.Unit)
		ok[metricStep] = g.accepts(p.Metric)
	}
	for steps < numSteps && ok[steps] {
		steps++
	}
	return steps, same
}

func (m *Marked) accepts(metric string) bool {
	return metric == m.Metric || slices.Contains(m.Alt, metric)
}

// isFraction says that the value is a broken number without unit.
func (m *Marked) isFraction() bool {
	v, ok := parseFloat(m.Value)
	return ok && foldUnit(m.Unit) == "" && math.Mod(v, 1) != 0
}

// match is a marked and an extracted fact that belong together, by their indexes.
type match struct{ marked, found, steps int }

// pair gives each marked fact at most one extracted one and the other way
// round: of the overlapping pairs of one kind the one that climbs highest goes
// first, then the one that shares most text, then the earlier in the lists.
func pair(marked []Marked, found []Fact) []match {
	type candidate struct {
		match
		overlap int
	}
	var candidates []candidate
	for i := range marked {
		for j := range found {
			g, p := &marked[i], &found[j]
			if overlap := g.overlap(p); overlap > 0 && g.kind() == p.kind() {
				steps, _ := climb(g, p)
				candidates = append(candidates, candidate{match{i, j, steps}, overlap})
			}
		}
	}
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(b.steps-a.steps, b.overlap-a.overlap, a.marked-b.marked, a.found-b.found)
	})
	var matches []match
	markedTaken, foundTaken := make([]bool, len(marked)), make([]bool, len(found))
	for _, c := range candidates {
		if !markedTaken[c.marked] && !foundTaken[c.found] {
			markedTaken[c.marked], foundTaken[c.found] = true, true
			matches = append(matches, c.match)
		}
	}
	return matches
}
