package gold

// Report is the outcome of a comparison. Shares are rounded to four places,
// those of the tables to three.
type Report struct {
	Documents, Gold, Predicted   int // Gold and Predicted without what is optional
	Ladder                       [numSteps]Rates
	Attributes                   [numAttributes]float64 // share that agrees, of the pairs whose unit agrees
	Label, LabelExact, SpanExact float64
	ByAttribute, ByMetric        []Row
	Docs                         *DocShares // nil where no documents were given
	Errors                       []Difference
	Outcomes                     []Outcome // of every marked and extracted fact, report by report
	// Steps says for each fact given to Score how many steps of the ladder it
	// climbed (0 to 4), or NotCounted.
	Steps []int
}

// NotCounted marks in Report.Steps a fact that is neither right nor wrong: it
// touches only optional facts, or its report is not among the annotated ones.
const NotCounted = -1

// Rates are precision, recall and their harmonic mean, each 0 where it has no base.
type Rates struct{ Precision, Recall, F1 float64 }

// Row is one line of a table: a metric, or an attribute's value.
type Row struct {
	Name string
	Rates
	Predicted, Gold int
}

// DocShares are the shares of reports whose place, body and period are as marked.
type DocShares struct{ Region, Org, Period float64 }

// Difference is one thing that is not as marked. Step is extra, missed, the step of the ladder that
// failed, or doc_region, doc_org, doc_period.
type Difference struct{ Document, Step, Text, Predicted, Gold string }

// Score compares facts with the annotated reports. docs may be nil: then
// nothing is said of regions, organisations and periods. Of several docs or
// facts of one file name, folders do not count; the first doc does.
func Score(gold []*Document, facts []Prediction, docs []DocPrediction) *Report {
	t := newTally(len(facts))
	eachDocument(gold, facts, t.document)
	if docs != nil {
		t.docs = t.compareDocs(gold, docs)
	}
	return t.report(len(gold))
}

// eachDocument calls use with every annotated report, the facts found in it and their indexes.
func eachDocument(gold []*Document, facts []Prediction, use func(d *Document, found []Fact, indexes []int)) {
	byName := map[string][]int{}
	for i := range facts {
		name := stem(facts[i].File)
		byName[name] = append(byName[name], i)
	}
	for _, d := range gold {
		indexes := byName[d.Name]
		found := make([]Fact, len(indexes))
		for k, i := range indexes {
			found[k] = facts[i].Fact
		}
		use(d, found, indexes)
	}
}
