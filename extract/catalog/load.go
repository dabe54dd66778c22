package catalog

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"go.yaml.in/yaml/v3"
)

// Load returns the built-in catalogue with what the file at path adds to it.
// It is strict: an *Error lists every problem with line, column and what was
// expected. The catalogue of a faulty file holds what could be understood of
// it, so that extract.Compile can be asked for the rest of the problems.
func Load(path string) (*Catalog, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Builtin().Extend(path, data)
}

// Extend is Load for a file in memory; name stands in messages. The receiver
// and its slices stay as they are.
func (c *Catalog) Extend(name string, data []byte) (*Catalog, error) {
	r := reader{file: name}
	f := r.read(data)
	x := extension{reader: &r, base: c, cat: &Catalog{
		Metrics: slices.Clone(c.Metrics), Units: slices.Clone(c.Units), Words: slices.Clone(c.Words),
		Patterns: slices.Clone(c.Patterns), Examples: slices.Clone(c.Examples), Own: slices.Clone(c.Own),
		NumeralWords: c.NumeralWords, Fold: c.Fold,
	}}
	x.add(f)
	return x.cat, Problems(name, r.problems)
}

// file is the shape of the files that the built-in catalogue is written in;
// each of the lists may be absent.
type file struct {
	Metrics []MetricDef `yaml:"metrics"`
	Units   []UnitDef   `yaml:"units"`
	Words   []WordDef   `yaml:"words"`
}

// add reads one of the files that the built-in catalogue is written in.
func (c *Catalog) add(name string, data []byte) error {
	var f file
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&f); err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("%s: %w", name, err)
	}
	c.Metrics = append(c.Metrics, f.Metrics...)
	c.Units = append(c.Units, f.Units...)
	c.Words = append(c.Words, f.Words...)
	return nil
}
