package cli

import (
	"encoding/json"
	"io"

	"github.com/zhaibao/zhaibao/internal/trace"
)

// tracedRow and tracedFact are the output of --json; numbers are null where there is none.
type tracedRow struct {
	Region     string          `json:"region"`
	RegionCode string          `json:"region_code"`
	Period     string          `json:"period"`
	Metric     string          `json:"metric"`
	MetricName string          `json:"metric_name"`
	BaseUnit   string          `json:"base_unit"`
	Sum        json.RawMessage `json:"sum"`
	Counted    []tracedFact    `json:"counted"`
	LeftOut    []tracedFact    `json:"left_out"`
}

type tracedFact struct {
	ID        string          `json:"id"`
	File      string          `json:"file"`
	Doc       json.RawMessage `json:"doc"`
	Start     json.RawMessage `json:"start"`
	End       json.RawMessage `json:"end"`
	Text      string          `json:"text"`
	Value     json.RawMessage `json:"value"`
	Unit      string          `json:"unit"`
	BaseValue json.RawMessage `json:"base_value"`
	BaseUnit  string          `json:"base_unit"`
	Bound     string          `json:"bound"`
	Sentence  string          `json:"sentence"`
	Reason    string          `json:"reason,omitempty"`
}

func printJSON(w io.Writer, r *trace.Row) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(tracedRow{r.Region, r.RegionCode, r.Period, r.Metric, r.MetricName, r.Unit, orNull(r.Sum), traced(r.Counted), traced(r.LeftOut)})
}

func traced(facts []trace.Fact) []tracedFact {
	rows := []tracedFact{}
	for _, f := range facts {
		rows = append(rows, tracedFact{f.ID, f.File, orNull(f.Doc), orNull(f.Start), orNull(f.End), f.Text,
			orNull(f.Value), f.Unit, orNull(f.BaseValue), f.BaseUnit, f.Bound, f.Sentence, f.Reason})
	}
	return rows
}

func orNull(number string) json.RawMessage {
	if number == "" {
		return json.RawMessage("null")
	}
	return json.RawMessage(number)
}
