package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"testing"
)

const schemaFile = "../../docs/facts.schema.json"

// TestSchemaIsFresh: docs/facts.schema.json is what extract schema prints; with
// -update it is written.
func TestSchemaIsFresh(t *testing.T) {
	got := run(t, "schema")
	if *update {
		write(t, got, schemaFile)
	}
	compare(t, "docs/facts.schema.json (go test ./cmd/extract -update rewrites it)", read(t, schemaFile), got)
}

// jsonSchema is as much of a JSON Schema as ours uses.
type jsonSchema struct {
	Type             any
	Enum             []any
	Pattern          string
	Minimum, Maximum *float64
	Required         []string
	Properties       map[string]*jsonSchema
	Title            string
	Description      string
	Schema           string `json:"$schema"`
}

func readSchema(t *testing.T) *jsonSchema {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(read(t, schemaFile)))
	d.DisallowUnknownFields() // a keyword that is not checked here would hold nothing
	var s jsonSchema
	if err := d.Decode(&s); err != nil {
		t.Fatal(err)
	}
	return &s
}

// check says what is wrong with a value, "" where nothing is.
func (s *jsonSchema) check(v any) string {
	if s.Type != nil && !slices.ContainsFunc(typesOf(v), s.allows) {
		return fmt.Sprintf("%v is no %v", v, s.Type)
	}
	if s.Enum != nil && !slices.Contains(s.Enum, v) {
		return fmt.Sprintf("%v is none of %v", v, s.Enum)
	}
	if text, ok := v.(string); ok && s.Pattern != "" && !regexp.MustCompile(s.Pattern).MatchString(text) {
		return fmt.Sprintf("%q does not match %s", text, s.Pattern)
	}
	if n, ok := v.(float64); ok && (s.Minimum != nil && n < *s.Minimum || s.Maximum != nil && n > *s.Maximum) {
		return fmt.Sprintf("%v is out of bounds", n)
	}
	if object, ok := v.(map[string]any); ok {
		return s.checkFields(object)
	}
	return ""
}

func (s *jsonSchema) checkFields(object map[string]any) string {
	for _, name := range s.Required {
		if _, ok := object[name]; !ok {
			return "there is no " + name
		}
	}
	for name, v := range object {
		field, ok := s.Properties[name]
		if !ok {
			return name + " is not in the schema" // JSON Schema would let it pass
		}
		if wrong := field.check(v); wrong != "" {
			return name + ": " + wrong
		}
	}
	return ""
}

func (s *jsonSchema) allows(name string) bool {
	if names, ok := s.Type.([]any); ok {
		return slices.Contains(names, any(name))
	}
	return s.Type == name
}

// typesOf are the names of a value's types.
func typesOf(v any) []string {
	switch v := v.(type) {
	case nil:
		return []string{"null"}
	case string:
		return []string{"string"}
	case float64:
		if v == float64(int64(v)) {
			return []string{"number", "integer"}
		}
		return []string{"number"}
	case map[string]any:
		return []string{"object"}
	}
	return nil
}

// TestFactsKeepTheSchema: every line of real output does, and what is wrong is found.
func TestFactsKeepTheSchema(t *testing.T) {
	schema, n := readSchema(t), 0
	facts := run(t, "--quiet", "-o", "-", reportsDir, trickyFolder(t), damagedFolder(t))
	var line map[string]any
	for text := range bytes.Lines(facts) {
		line = map[string]any{}
		if err := json.Unmarshal(text, &line); err != nil {
			t.Fatal(err)
		}
		if wrong := schema.check(line); wrong != "" {
			t.Errorf("%s: %s", line["id"], wrong)
		}
		n++
	}
	t.Logf("%d facts", n)
	for name, bad := range map[string]any{
		"period": "2019-13", "metric": "nonsense", "missing": 0.0, "value": "12", "start": 1.5, "doc": 0.0,
		"bound": "", "same_as": "a.txt", "status": nil, "confidence": 1.5, "more": 1.0,
	} {
		was, there := line[name]
		line[name] = bad
		if schema.check(line) == "" {
			t.Errorf("%s may be %v", name, bad)
		}
		if line[name] = was; !there {
			delete(line, name)
		}
	}
	if delete(line, "label"); schema.check(line) == "" {
		t.Error("label may be left out")
	}
}
