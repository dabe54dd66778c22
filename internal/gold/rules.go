package gold

import "slices"

// Trace is how an extracted fact came by its metric. A later step may have
// given it another one than its rule did, that of the total it is a part of.
type Trace struct {
	Rule    string   // the rule that decided, "" where that is not known
	Answers []Answer // of all rules that had one, in the order in which they are tried
}

// Answer is a rule's metric for a fact.
type Answer struct{ Rule, Metric string }

// next is the answer of the deciding rule, and the one that would have counted
// without it; ok is false where there is none.
func (t *Trace) next() (own, next Answer, ok bool) {
	i := slices.IndexFunc(t.Answers, func(a Answer) bool { return a.Rule == t.Rule })
	if i < 0 || i+1 == len(t.Answers) {
		return own, next, false
	}
	return t.Answers[i], t.Answers[i+1], true
}

// RuleRow tells how a rule fares on the annotated reports.
type RuleRow struct {
	Rule      string  `json:"rule"`
	Facts     int     `json:"facts"`     // decided by the rule
	Share     float64 `json:"share"`     // of all facts of the annotated reports
	Matched   int     `json:"matched"`   // required pairs that agree in value and unit
	Right     int     `json:"right"`     // of these, with the right metric
	Precision float64 `json:"precision"` // Right over Matched, 0 without any
	Overlaps  int     `json:"overlaps"`  // a later rule would have answered too
	Conflicts int     `json:"conflicts"` // the next rule that would have answered has another metric
	NextRight int     `json:"next_right"`
}

// Rules tells of each rule how many facts it decided and how well. traces are
// those of the facts given to Score, index by index; order names the rules in
// the order of the rows, also those that decided nothing. A rule that is not
// named comes last. NextRight counts the conflicts in which this rule is wrong
// and the next one that would have answered is right.
//
// A conflict is told of the fact alone: had another rule decided it, facts
// after it that refer to it might have come out otherwise as well.
func (r *Report) Rules(traces []Trace, order []string) []RuleRow {
	rows := make([]RuleRow, 0, len(order))
	at := map[string]int{}
	row := func(rule string) *RuleRow {
		i, ok := at[rule]
		if !ok {
			i = len(rows)
			at[rule] = i
			rows = append(rows, RuleRow{Rule: rule})
		}
		return &rows[i]
	}
	for _, rule := range order {
		row(rule)
	}
	facts := 0
	for i := range r.Outcomes {
		if o := &r.Outcomes[i]; o.Found != nil {
			row(traces[o.Index].Rule).add(o, &traces[o.Index])
			facts++
		}
	}
	for i := range rows {
		rows[i].Share = round(ratio(rows[i].Facts, facts), 4)
		rows[i].Precision = round(ratio(rows[i].Right, rows[i].Matched), 4)
	}
	return rows
}

// add counts a fact that the rule decided.
func (r *RuleRow) add(o *Outcome, t *Trace) {
	r.Facts++
	r.Matched += one(o.unitAgrees())
	r.Right += one(o.unitAgrees() && o.Class != WrongMetric)
	own, next, overlap := t.next()
	r.Overlaps += one(overlap)
	if overlap && next.Metric != own.Metric {
		r.Conflicts++
		r.NextRight += one(o.Class == WrongMetric && o.Marked.accepts(next.Metric))
	}
}
