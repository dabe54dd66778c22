package gold

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// ReadFacts reads facts.jsonl. Every row needs file, start, end and metric;
// whatever else is absent, null or "" is none. name is for errors, which carry the line.
func ReadFacts(name string, r io.Reader) ([]Prediction, error) {
	var facts []Prediction
	err := eachRow(name, r, func(row *factRow) error {
		f, err := row.fact()
		if err == nil && row.File == "" {
			err = errors.New("no file")
		}
		facts = append(facts, Prediction{row.File, f})
		return err
	})
	return facts, err
}

// ReadDocuments reads documents.jsonl; every row needs file. The result is
// never nil, so that Score compares the reports even where the file is empty.
func ReadDocuments(name string, r io.Reader) ([]DocPrediction, error) {
	docs := []DocPrediction{}
	err := eachRow(name, r, func(row *docRow) error {
		if row.File == "" {
			return errors.New("no file")
		}
		docs = append(docs, DocPrediction(*row))
		return nil
	})
	return docs, err
}

// eachRow decodes r line by line and stops at the first error.
func eachRow[T any](name string, r io.Reader, use func(*T) error) error {
	data, err := io.ReadAll(r)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	n := 0
	for line := range bytes.Lines(data) {
		n++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		row := new(T)
		err := json.Unmarshal(line, row)
		if err == nil {
			err = use(row)
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return nil
}

type docRow struct{ File, Region, Org, Period string }

type factRow struct {
	File, Text, Metric, Unit, Bound, Role, Basis, Status, Label string

	Value, High number

	Start, End        *int
	Missing, Optional truth
	Alt               []string
}

func (r *factRow) fact() (Fact, error) {
	switch {
	case r.Start == nil || r.End == nil:
		return Fact{}, errors.New("no start or no end")
	case r.Metric == "":
		return Fact{}, errors.New("no metric")
	}
	return Fact{
		Start: *r.Start, End: *r.End, Text: r.Text, Metric: r.Metric,
		Value: string(r.Value), High: string(r.High), Unit: r.Unit,
		Bound: r.Bound, Role: r.Role, Basis: r.Basis, Status: r.Status,
		Label: r.Label, Missing: bool(r.Missing),
	}, nil
}

// number is a JSON number as it is written, or a string that holds one; null and "" are none.
type number string

// UnmarshalJSON implements json.Unmarshaler.
func (n *number) UnmarshalJSON(data []byte) error {
	s := string(data)
	if data[0] == '"' {
		if err := json.Unmarshal(data, &s); err != nil {
			return err
		}
	}
	if s == "null" {
		s = ""
	}
	if _, ok := parseFloat(s); !ok && s != "" {
		return fmt.Errorf("%s is no number", data)
	}
	*n = number(s)
	return nil
}

// truth is true for any JSON value but null, false, 0, "" and what is empty.
type truth bool

// UnmarshalJSON implements json.Unmarshaler.
func (t *truth) UnmarshalJSON(data []byte) error {
	switch string(bytes.TrimSpace(data)) {
	case "null", "false", `""`, "[]", "{}":
		*t = false
		return nil
	}
	v, ok := parseFloat(string(data))
	*t = truth(!ok || v != 0)
	return nil
}
