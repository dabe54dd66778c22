package gold

import (
	"cmp"
	"slices"
	"strings"
)

// Confusion is a metric that was taken for another, on pairs that agree in value and unit.
type Confusion struct {
	Gold      string `json:"gold"`
	Predicted string `json:"predicted"`
	Count     int    `json:"count"`
	Document  string `json:"document"` // of the first such pair
	Example   string `json:"example"`  // the first such pair in its surroundings
}

// How many code points of an example are shown on either side.
const exampleBefore, exampleAfter = 12, 6

// Confusions are the cells beside the diagonal of the table of marked and
// extracted metrics, the largest first. What gold accepts as an alternative is
// no confusion.
func (r *Report) Confusions() []Confusion {
	type key struct{ gold, predicted string }
	at := map[key]int{}
	list := []Confusion{}
	for i := range r.Outcomes {
		o := &r.Outcomes[i]
		if o.Class != WrongMetric {
			continue
		}
		k := key{o.Marked.Metric, o.Found.Metric}
		n, seen := at[k]
		if !seen {
			n = len(list)
			at[k] = n
			example := strings.Join(strings.Fields(o.around(exampleBefore, exampleAfter)), " ")
			list = append(list, Confusion{k.gold, k.predicted, 0, o.Document.Name, example})
		}
		list[n].Count++
	}
	slices.SortFunc(list, func(a, b Confusion) int {
		return cmp.Or(b.Count-a.Count, strings.Compare(a.Gold, b.Gold), strings.Compare(a.Predicted, b.Predicted))
	})
	return list
}

// Mistake counts the errors of one kind at one step of the ladder.
type Mistake struct {
	Step  string `json:"step"`
	Kind  string `json:"kind"` // missed, extra, wrong; at the step strict wrong for all, or an attribute
	Count int    `json:"count"`
}

// Mistakes counts the errors by step. A fact counts at the first step that it
// fails; at the step strict it counts once as wrong, and once under every
// attribute that differs.
func (r *Report) Mistakes() []Mistake {
	var byClass [numClasses]int
	var byAttribute [numAttributes]int
	for i := range r.Outcomes {
		o := &r.Outcomes[i]
		byClass[o.Class]++
		for a, wrong := range o.wrongAttributes() {
			byAttribute[a] += one(wrong)
		}
	}
	list := []Mistake{
		{"value", "missed", byClass[Missed]}, {"value", "extra", byClass[Extra]}, {"value", "wrong", byClass[WrongValue]},
		{"unit", "wrong", byClass[WrongUnit]}, {"metric", "wrong", byClass[WrongMetric]}, {"strict", "wrong", byClass[WrongAttribute]},
	}
	for a, n := range byAttribute {
		list = append(list, Mistake{"strict", attributeNames[a], n})
	}
	return list
}
