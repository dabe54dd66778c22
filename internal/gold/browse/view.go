package browse

import (
	"html/template"

	"github.com/zhaibao/zhaibao/internal/gold"
)

// view is what the template prints.
type view struct {
	Lang, Dir      string
	Style          template.CSS
	Script         template.JS
	Report         *gold.Report
	Ladder         []step
	Attributes     []attribute
	Classes        []class
	Metrics, Rules []Name // that occur
	Documents      []document
	Data           data
}

type step struct {
	Name string
	gold.Rates
}

// attribute is a property, and the share of facts for which it is as marked.
type attribute struct {
	Name  string
	Share float64
}

// class is a class of outcomes with the tag that marks it in the text.
type class struct {
	Code, Name, Tag string
	Error           bool
	Count           int
}

type document struct {
	Name   string
	About  []difference // what was found out about the report as a whole
	Errors int
	Pieces []piece
}

// difference is a property of a report that was found otherwise than marked.
type difference struct{ Step, Found, Gold string }

// data is what the script reads.
type data struct {
	Facts   []detail          `json:"facts"`
	Fields  map[string]string `json:"fields"` // names of fields
	Metrics map[string]string `json:"metrics"`
	Rules   map[string]string `json:"rules"`
	Says    map[string]string `json:"says"` // the script's own words
}

// detail is what is shown of one outcome.
type detail struct {
	Class   string      `json:"c"`
	Doc     string      `json:"d"`
	Fields  []field     `json:"f"`
	Rule    string      `json:"r"`
	Answers [][2]string `json:"a"` // rule and metric
	Alt     []string    `json:"alt,omitempty"`
	Gold    bool        `json:"g"` // a marked fact is there
	Found   bool        `json:"p"` // an extracted one is there
}

// field is name, gold, found and whether they differ, as a JSON array.
type field [4]any

func newView(in *Input) *view {
	v := &view{Lang: "zh-CN", Dir: in.Dir, Style: style, Script: script, Report: in.Report}
	if in.English {
		v.Lang = "en"
	}
	for i, name := range []string{"value", "unit", "metric", "strict"} {
		v.Ladder = append(v.Ladder, step{name, in.Report.Ladder[i]})
	}
	for i, name := range []string{"role", "basis", "bound", "status"} {
		v.Attributes = append(v.Attributes, attribute{name, in.Report.Attributes[i]})
	}
	v.Attributes = append(v.Attributes, attribute{"label", in.Report.LabelExact})
	v.Classes = in.classes()
	v.Data = data{Fields: in.fieldNames(), Metrics: texts(in.Metrics), Rules: texts(in.Rules), Says: in.says()}
	outcomes := map[string][]int{}
	for i := range in.Report.Outcomes {
		o := &in.Report.Outcomes[i]
		outcomes[o.Document.Name] = append(outcomes[o.Document.Name], i)
		v.Data.Facts = append(v.Data.Facts, in.detail(o))
	}
	about := in.about()
	for _, d := range in.Documents {
		v.Documents = append(v.Documents, in.document(d, outcomes[d.Name], about[d.Name]))
	}
	v.Metrics, v.Rules = v.Data.used(in)
	return v
}

func texts(names []Name) map[string]string {
	m := map[string]string{}
	for _, n := range names {
		m[n.Code] = n.Text
	}
	return m
}

// used are the metrics and rules that occur in the facts.
func (d *data) used(in *Input) (metrics, rules []Name) {
	seen := map[string]bool{}
	for i := range d.Facts {
		seen["rule "+d.Facts[i].Rule] = true
	}
	for i := range in.Report.Outcomes {
		for _, m := range metricsOf(&in.Report.Outcomes[i]) {
			seen[m] = true
		}
	}
	for _, m := range in.Metrics {
		if seen[m.Code] {
			metrics = append(metrics, m)
		}
	}
	for _, r := range in.Rules {
		if seen["rule "+r.Code] {
			rules = append(rules, r)
		}
	}
	return metrics, rules
}

// metricsOf are the marked and the extracted metric, one where they are the same.
func metricsOf(o *gold.Outcome) []string {
	switch {
	case o.Marked == nil:
		return []string{o.Found.Metric}
	case o.Found == nil || o.Found.Metric == o.Marked.Metric:
		return []string{o.Marked.Metric}
	}
	return []string{o.Marked.Metric, o.Found.Metric}
}

func (in *Input) detail(o *gold.Outcome) detail {
	d := detail{Class: o.Class.String(), Doc: o.Document.Name, Gold: o.Marked != nil, Found: o.Found != nil, Answers: [][2]string{}}
	for _, f := range o.Fields() {
		d.Fields = append(d.Fields, field{f.Name, f.Gold, f.Found, f.Differs})
	}
	if o.Marked != nil {
		d.Alt = o.Marked.Alt
	}
	if o.Found != nil {
		t := &in.Traces[o.Index]
		d.Rule = t.Rule
		for _, a := range t.Answers {
			d.Answers = append(d.Answers, [2]string{a.Rule, a.Metric})
		}
	}
	return d
}

// about are, by report, the properties that were found otherwise than marked.
func (in *Input) about() map[string][]difference {
	m := map[string][]difference{}
	names := in.documentFields()
	for _, e := range in.Report.Errors {
		if name, ok := names[e.Step]; ok {
			m[e.Document] = append(m[e.Document], difference{name, e.Predicted, e.Gold})
		}
	}
	return m
}

func (in *Input) document(d *gold.Document, outcomes []int, about []difference) document {
	v := document{Name: d.Name, About: about, Pieces: in.pieces(d, outcomes)}
	for _, i := range outcomes {
		if in.Report.Outcomes[i].Class.IsError() {
			v.Errors++
		}
	}
	return v
}
