package gold

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteText writes the report as tables of plain text, with errors also every
// single difference, tab-separated.
func (r *Report) WriteText(w io.Writer, errors bool) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%d documents, %d gold facts, %d predicted\n", r.Documents, r.Gold, r.Predicted)
	fmt.Fprintf(&b, "%-10s%8s%8s%8s\n", "level", "P", "R", "F1")
	for s, rates := range r.Ladder {
		fmt.Fprintf(&b, "%-10s%8.3f%8.3f%8.3f\n", stepNames[s], rates.Precision, rates.Recall, rates.F1)
	}
	b.WriteString("attributes on value+unit matches: ")
	for a, share := range r.Attributes {
		fmt.Fprintf(&b, "%s %.3f  ", attributeNames[a], share)
	}
	fmt.Fprintf(&b, "label %.3f (exact %.3f)  span exact %.3f\n", r.Label, r.LabelExact, r.SpanExact)
	if d := r.Docs; d != nil {
		fmt.Fprintf(&b, "documents: region %.3f  org %.3f  period %.3f\n", d.Region, d.Org, d.Period)
	}
	textTable(&b, "metric", r.ByMetric)
	textTable(&b, "attribute on matches", r.ByAttribute)
	if errors {
		b.WriteString("\ndocument\tstep\ttext\tpredicted\tgold\n")
		for _, e := range r.Errors {
			fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\n", e.Document, e.Step, e.Text, e.Predicted, e.Gold)
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

func textTable(b *bytes.Buffer, title string, rows []Row) {
	fmt.Fprintf(b, "\n%-22s%7s%7s%7s%7s%6s\n", title, "P", "R", "F1", "pred", "gold")
	for _, r := range rows {
		fmt.Fprintf(b, "%-22s%7.2f%7.2f%7.2f%7d%6d\n", r.Name, r.Precision, r.Recall, r.F1, r.Predicted, r.Gold)
	}
}

// Addition is a further key of the JSON report.
type Addition struct {
	Key   string
	Value any
}

// WriteJSON writes the numbers of the report as one line of JSON, with the additions at its end.
func (r *Report) WriteJSON(w io.Writer, more ...Addition) error {
	var o jsonObject
	o.field("documents", strconv.Itoa(r.Documents))
	o.field("gold", strconv.Itoa(r.Gold))
	o.field("predicted", strconv.Itoa(r.Predicted))
	for s, rates := range r.Ladder {
		o.field(stepNames[s], "["+rates.json()+"]")
	}
	for a, share := range r.Attributes {
		o.field(attributeNames[a], showFloat(share))
	}
	o.field("label", showFloat(r.Label))
	o.field("label_exact", showFloat(r.LabelExact))
	o.field("span_exact", showFloat(r.SpanExact))
	o.field("by_attribute", jsonTable(r.ByAttribute))
	o.field("by_metric", jsonTable(r.ByMetric))
	if d := r.Docs; d != nil {
		o.field("doc_region", showFloat(d.Region))
		o.field("doc_org", showFloat(d.Org))
		o.field("doc_period", showFloat(d.Period))
	}
	for _, e := range more {
		o.field(e.Key, jsonText(e.Value))
	}
	_, err := io.WriteString(w, o.String()+"\n")
	return err
}

func (r Rates) json() string {
	return showFloat(r.Precision) + ", " + showFloat(r.Recall) + ", " + showFloat(r.F1)
}

func jsonTable(rows []Row) string {
	var o jsonObject
	for _, r := range rows {
		o.field(r.Name, fmt.Sprintf("[%s, %d, %d]", r.json(), r.Predicted, r.Gold))
	}
	return o.String()
}

// jsonObject writes an object whose keys keep their order, spaced as the reference spaces it.
type jsonObject struct{ b bytes.Buffer }

func (o *jsonObject) field(key, value string) {
	if o.b.Len() > 0 {
		o.b.WriteString(", ")
	}
	o.b.WriteString(jsonText(key) + ": " + value)
}

// jsonText is a value of strings and numbers as JSON, which cannot fail.
func jsonText(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(v)
	return strings.TrimSuffix(b.String(), "\n")
}

func (o *jsonObject) String() string { return "{" + o.b.String() + "}" }
