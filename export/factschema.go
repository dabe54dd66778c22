package export

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/metrics"
)

// FactsSchema is the JSON Schema (draft 2020-12) of one line of facts.jsonl
// over the catalogue: every column with its meaning, and the values it can have
// where they are few. It ends in a newline.
func FactsSchema(cat *catalog.Catalog) []byte {
	var fields properties
	required := []string{}
	for i := range factColumns {
		c := factColumns[i].Column
		fields = append(fields, property{c.Name, fieldOf(c, cat)})
		required = append(required, c.Name)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(struct {
		Schema      string     `json:"$schema"`
		Title       string     `json:"title"`
		Description string     `json:"description"`
		Type        string     `json:"type"`
		Required    []string   `json:"required"`
		Properties  properties `json:"properties"`
	}{
		"https://json-schema.org/draft/2020-12/schema",
		"facts.jsonl",
		"One line of facts.jsonl, schema_version " + SchemaVersion + ". Within a version columns may be added at the end, and codes to the catalogue's metrics.",
		"object", required, fields,
	})
	if err != nil {
		panic(err) // all of it is strings and numbers
	}
	return b.Bytes()
}

// field is what the schema says of a column.
type field struct {
	Description string `json:"description"`
	Type        any    `json:"type,omitempty"` // a name or several
	Enum        []any  `json:"enum,omitempty"`
	Pattern     string `json:"pattern,omitempty"`
	Minimum     *int   `json:"minimum,omitempty"`
	Maximum     *int   `json:"maximum,omitempty"`
}

// What identifiers and periods look like; both may be empty where that is said.
const (
	idPattern     = `#[1-9][0-9]*/[1-9][0-9]*$`
	linkPattern   = `^$|` + idPattern
	yearPattern   = `([0-9]{4}|XXXX)`
	monthPattern  = `-(0[1-9]|1[0-2])`
	periodPattern = `^(` + yearPattern + `(H[12]|Q[1-4]|` + monthPattern + `(/` + yearPattern + monthPattern + `)?)?)?$`
)

var patterns = map[string]string{
	"id": idPattern, "same_as": linkPattern, "parent": linkPattern, "target_id": linkPattern,
	"copied_from": linkPattern, "copied_by": linkPattern,
	"period": periodPattern, "fact_period": periodPattern,
}

// fieldOf describes a column. Texts are never null, numbers are where there is none.
func fieldOf(c Column, cat *catalog.Catalog) field {
	f := field{Description: c.Meaning, Pattern: patterns[c.Name], Enum: enumOf(c.Name, cat)}
	if c.Unit != "" {
		f.Description += "；单位：" + c.Unit
	}
	zero, one := 0, 1
	switch {
	case c.Name == "missing":
		f.Enum = []any{1, nil}
	case c.Name == "doc":
		f.Type, f.Minimum = "integer", &one
	case c.Name == "confidence":
		f.Type, f.Minimum, f.Maximum = []string{"number", "null"}, &zero, &one
	case c.Kind == Integer:
		f.Type, f.Minimum = "integer", &zero
	case c.Kind == Number:
		f.Type = []string{"number", "null"}
	case f.Enum == nil:
		f.Type = "string"
	}
	return f
}

// enumOf are the values of a column that has few, nil of any other.
func enumOf(column string, cat *catalog.Catalog) []any {
	switch column {
	case "metric":
		return codes(cat)
	case "bound":
		return names(quantity.Exact, quantity.Range)
	case "role":
		return names(extract.Actual, extract.Reference)
	case "basis":
		return names(extract.Total, extract.Each)
	case "status":
		return names(extract.NoStatus, extract.Undone)
	case "left_out":
		values := []any{""}
		for _, name := range metrics.ReasonNames() {
			values = append(values, name)
		}
		return values
	case "time":
		return names(extract.Flow, extract.Cumulative)
	}
	return nil
}

func codes(cat *catalog.Catalog) (values []any) {
	for _, m := range cat.Metrics {
		values = append(values, m.Code)
	}
	return values
}

// names are those of the values from first to last.
func names[T interface {
	~uint8
	fmt.Stringer
}](first, last T) (values []any) {
	for v := first; v <= last; v++ {
		values = append(values, v.String())
	}
	return values
}

// properties are a JSON object that keeps its order.
type properties []property

type property struct {
	name  string
	field field
}

// MarshalJSON writes the object.
func (p properties) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, f := range p {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendString(b, []byte(f.name)), ':')
		data, err := json.Marshal(f.field)
		if err != nil {
			return nil, err
		}
		b = append(b, data...)
	}
	return append(b, '}'), nil
}
