package gold

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// tally is the sum over the documents seen so far.
type tally struct {
	gold, predicted     int
	right               [numSteps]int
	byMetric, byValue   table
	agree               [numAttributes]int
	paired, exactSpans  int
	labels, exactLabels int
	labelOverlap        float64
	docs                *DocShares
	errors              []Difference
	outcomes            []Outcome
	steps               []int
}

func newTally(facts int) *tally {
	t := &tally{byMetric: table{}, byValue: table{}, steps: make([]int, facts)}
	for i := range t.steps {
		t.steps[i] = NotCounted
	}
	return t
}

// document adds one report; indexes say where its facts stand in t.steps.
func (t *tally) document(d *Document, found []Fact, indexes []int) {
	markedOf, foundOf := fill(len(found)), fill(len(d.Facts))
	for _, m := range pair(d.Facts, found) {
		markedOf[m.found], foundOf[m.marked] = m.marked, m.found
	}
	for j := range found {
		if !touchesOptional(d.Facts, markedOf[j], &found[j]) {
			t.steps[indexes[j]] = t.predictedFact(d, markedOf[j], &found[j])
		}
	}
	for i := range d.Facts {
		switch g := &d.Facts[i]; {
		case g.Optional:
		case foundOf[i] == None:
			t.goldFact(g)
			t.fail(d, "missed", g.Text, "", g.Metric)
		default:
			t.goldFact(g)
			t.match(d, g, &found[foundOf[i]])
		}
		t.outcome(d, i, found, foundOf[i], indexes)
	}
	for j := range found {
		if markedOf[j] == None {
			t.outcome(d, None, found, j, indexes)
		}
	}
}

// outcome says what became of a marked and an extracted fact, either of which may be None.
func (t *tally) outcome(d *Document, marked int, found []Fact, j int, indexes []int) {
	o := Outcome{Document: d, Index: None}
	if marked != None {
		o.Marked = &d.Facts[marked]
	}
	if j != None {
		o.Found, o.Index = &found[j], indexes[j]
	}
	switch {
	case o.Index == None && o.Marked.Optional, o.Index != None && t.steps[o.Index] == NotCounted:
		o.Class = Optional
	case o.Index == None:
		o.Class = Missed
	case o.Marked == nil:
		o.Class = Extra
	default:
		o.Class = classOf(t.steps[o.Index])
	}
	t.outcomes = append(t.outcomes, o)
}

func fill(n int) []int { return slices.Repeat([]int{None}, n) }

// touchesOptional says that an extracted fact is out of the count: its partner
// is optional, or it has none and overlaps an optional fact.
func touchesOptional(marked []Marked, partner int, p *Fact) bool {
	if partner != None {
		return marked[partner].Optional
	}
	return slices.ContainsFunc(marked, func(g Marked) bool { return g.Optional && g.overlap(p) > 0 })
}

// predictedFact counts an extracted fact under its metric and returns the steps
// it climbs. One that is accepted as an alternative stands under the marked code.
func (t *tally) predictedFact(d *Document, partner int, p *Fact) (steps int) {
	metric := p.Metric
	if partner == None {
		t.fail(d, "extra", p.Text, p.Metric, "")
	} else {
		g := &d.Facts[partner]
		steps, _ = climb(g, p)
		if slices.Contains(g.Alt, p.Metric) {
			metric = g.Metric
		}
	}
	t.predicted++
	t.byMetric.at(tableKey{name: metric}).predicted++
	return steps
}

func (t *tally) goldFact(g *Marked) {
	t.gold++
	t.byMetric.at(tableKey{name: g.Metric}).gold++
}

// match counts a pair whose marked fact is required.
func (t *tally) match(d *Document, g *Marked, p *Fact) {
	steps, same := climb(g, p)
	for s := range steps {
		t.right[s]++
	}
	if steps > metricStep {
		t.byMetric.at(tableKey{name: g.Metric}).right++
	}
	if steps > unitStep {
		t.details(g, p, same)
	}
	if steps < numSteps {
		t.fail(d, stepNames[steps], g.Text, shownAt(steps, p), shownAt(steps, &g.Fact))
	}
}

// details counts what is measured on pairs that agree in value and unit.
func (t *tally) details(g *Marked, p *Fact, same [numAttributes]bool) {
	t.paired++
	t.exactSpans += one(g.Start == p.Start && g.End == p.End)
	ga, pa := g.attributes(), p.attributes()
	for a, name := range attributeNames {
		t.agree[a] += one(same[a])
		t.byValue.at(tableKey{name, pa[a]}).predicted++
		of := t.byValue.at(tableKey{name, ga[a]})
		of.gold++
		of.right += one(same[a])
	}
	if g.Label != "" {
		t.labels++
		t.labelOverlap += labelOverlap(g.Label, p.Label)
		t.exactLabels += one(g.Label == p.Label)
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// labelOverlap is twice the characters two labels share, in any order, over the length of both.
func labelOverlap(a, b string) float64 {
	if a == "" || b == "" {
		return 0
	}
	left, both, length := map[rune]int{}, 0, 0
	for _, r := range a {
		left[r]++
		length++
	}
	for _, r := range b {
		length++
		if left[r] > 0 {
			left[r]--
			both++
		}
	}
	return float64(2*both) / float64(length)
}

// shownAt is what the list of errors shows of a fact that fails at a step.
func shownAt(step int, f *Fact) string {
	switch step {
	case valueStep:
		return showNumber(f.Value) + ".." + showNumber(f.High)
	case unitStep:
		return foldUnit(f.Unit)
	case metricStep:
		return f.Metric
	}
	var parts [numAttributes]string
	for a, v := range f.attributes() {
		parts[a] = attributeNames[a] + "=" + v
	}
	return strings.Join(parts[:], " ")
}

func (t *tally) fail(d *Document, step, text, predicted, gold string) {
	t.errors = append(t.errors, Difference{d.Name, step, text, predicted, gold})
}

// compareDocs compares place, body and period of each report.
func (t *tally) compareDocs(gold []*Document, docs []DocPrediction) *DocShares {
	first := map[string]DocPrediction{}
	for _, d := range docs {
		name := stem(d.File)
		if _, seen := first[name]; !seen {
			first[name] = d
		}
	}
	share := func(key string, of func(DocPrediction) string) float64 {
		hits := 0
		for _, d := range gold {
			got, want := of(first[d.Name]), d.Meta[key]
			if got == want {
				hits++
			} else {
				t.fail(d, "doc_"+key, "", cmp.Or(got, "-"), cmp.Or(want, "-"))
			}
		}
		return round(ratio(hits, len(gold)), 4)
	}
	return &DocShares{
		Region: share("region", func(d DocPrediction) string { return d.Region }),
		Org:    share("org", func(d DocPrediction) string { return d.Org }),
		Period: share("period", func(d DocPrediction) string { return d.Period }),
	}
}

func (t *tally) report(documents int) *Report {
	r := &Report{Documents: documents, Gold: t.gold, Predicted: t.predicted,
		Docs: t.docs, Errors: t.errors, Outcomes: t.outcomes, Steps: t.steps}
	for s := range r.Ladder {
		r.Ladder[s] = counts{t.right[s], t.predicted, t.gold}.rates(4)
	}
	for a := range r.Attributes {
		r.Attributes[a] = round(ratio(t.agree[a], t.paired), 4)
	}
	if t.labels > 0 {
		r.Label = round(t.labelOverlap/float64(t.labels), 4)
	}
	r.LabelExact = round(ratio(t.exactLabels, t.labels), 4)
	r.SpanExact = round(ratio(t.exactSpans, t.paired), 4)
	r.ByMetric = t.byMetric.rows(func(k tableKey) string { return k.name })
	r.ByAttribute = t.byValue.rows(func(k tableKey) string {
		return fmt.Sprintf("%s=%s", k.name, cmp.Or(k.value, "none"))
	})
	return r
}
