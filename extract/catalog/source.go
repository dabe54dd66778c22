package catalog

import (
	"bytes"
	"fmt"
	"go/format"
	"io/fs"
)

//go:generate go run ./internal/gen

// ReadData reads the files that the built-in catalogue is written in.
func ReadData(dir fs.FS) (*Catalog, error) {
	c := &Catalog{}
	vocabulary, err := fs.Glob(dir, "words*.yaml")
	if err != nil {
		return nil, err
	}
	for _, name := range append([]string{"metrics.yaml", "units.yaml"}, vocabulary...) {
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, err
		}
		if err := c.add(name, data); err != nil {
			return nil, err
		}
	}
	words, err := fs.ReadFile(dir, "numeral_words.txt")
	if err != nil {
		return nil, err
	}
	pairs, err := fs.ReadFile(dir, "fold.txt")
	if err != nil {
		return nil, err
	}
	c.NumeralWords, c.Fold = string(words), string(pairs)
	return c, c.Check()
}

// Source writes the metrics, units and words of c as the Go file zcatalog.go.
func Source(c *Catalog) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("// Code generated from data by internal/gen; DO NOT EDIT.\n\npackage catalog\n\n")
	b.WriteString("var builtinMetrics = []MetricDef{\n")
	for _, m := range c.Metrics {
		fmt.Fprintf(&b, "{%q, %q, %q, %q, %t},\n", m.Code, m.Name, m.NameEN, m.Doc, m.Additive)
	}
	b.WriteString("}\n\nvar builtinUnits = []UnitDef{\n")
	for _, u := range c.Units {
		fmt.Fprintf(&b, "{%q, %q, %q, %q, %q, %s, %s},\n", u.Unit, u.Class, u.Base, u.Factor, u.Metric, list(u.Also), list(u.Spell))
	}
	b.WriteString("}\n\nvar builtinWords = []WordDef{\n")
	for _, w := range c.Words {
		classes := make([]string, len(w.Units))
		for i, class := range w.Units {
			classes[i] = string(class)
		}
		fmt.Fprintf(&b, "{%q, []Class{%s}, %s, %s, %s},\n", w.Metric, quoted(classes), list(w.Nouns), list(w.Weak), list(w.Verbs))
	}
	b.WriteString("}\n")
	return format.Source(b.Bytes())
}

func list(words []string) string {
	if len(words) == 0 {
		return "nil"
	}
	return "[]string{" + quoted(words) + "}"
}

func quoted(words []string) string {
	var b bytes.Buffer
	for i, w := range words {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%q", w)
	}
	return b.String()
}
