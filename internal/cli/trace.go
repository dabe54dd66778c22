package cli

import (
	"context"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/internal/gold"
	"github.com/zhaibao/zhaibao/segment"
)

// place is where a fact of the output stands.
type place struct {
	file, metric string
	start, end   int // code points
}

// traces explains the reports of a folder, as extract explain does, and
// returns the traces of the facts that the main job found in them.
func (a *app) traces(ctx context.Context, dir string, facts []gold.Prediction) ([]gold.Trace, error) {
	ex, err := a.extractor()
	if err != nil {
		return nil, err
	}
	at := map[place]gold.Trace{}
	worker, result := ex.NewWorker(), new(extract.Result)
	var offsets segment.OffsetTable
	_, err = corpus.Run(ctx, []string{dir}, a.corpusOptions(ctx, true), func(item *corpus.Item) error {
		if item.Err != nil {
			return item.Err
		}
		steps := worker.Explain(extract.Report{Doc: item.Document, Period: item.Period}, result)
		answers := answersOf(steps)
		offsets.Reset(item.Document.Text)
		for i := range result.Facts {
			f := &result.Facts[i]
			p := place{file: item.File, metric: ex.Catalog().Code(f.Metric)}
			p.start, p.end = offsets.Runes(f.Span)
			at[p] = gold.Trace{Rule: ex.RuleID(f.Rule), Answers: answers[i]}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	traces := make([]gold.Trace, len(facts))
	for i, f := range facts {
		traces[i] = at[place{f.File, f.Metric, f.Start, f.End}]
	}
	return traces, nil
}

// answersOf are, by fact, the metrics of the rules that had one.
func answersOf(steps []extract.Step) map[int][]gold.Answer {
	answers := map[int][]gold.Answer{}
	for _, s := range steps {
		for _, t := range s.Trials {
			if t.Applies && s.Fact != extract.None {
				answers[s.Fact] = append(answers[s.Fact], gold.Answer{Rule: t.Rule, Metric: t.Metric})
			}
		}
	}
	return answers
}

// ruleOrder is the order in which a fact's metric is decided: by the user's patterns, a table's
// columns, by the rules, or for states of completion by none of them.
func (a *app) ruleOrder() []string {
	var order []string
	if a.own.ex != nil {
		for _, p := range a.own.ex.Catalog().Patterns {
			order = append(order, "pattern:"+p.ID)
		}
	}
	order = append(order, "table")
	for _, r := range extract.Rules() {
		order = append(order, r.ID)
	}
	return append(order, "state")
}
