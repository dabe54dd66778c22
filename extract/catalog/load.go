package catalog

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"go.yaml.in/yaml/v3"
)

// file is the shape of a catalogue file; each of its lists may be absent.
type file struct {
	Metrics []MetricDef `yaml:"metrics"`
	Units   []UnitDef   `yaml:"units"`
	Words   []WordDef   `yaml:"words"`
}

// Add reads a YAML catalogue file into c: more metrics, units and words.
// Unknown keys are errors; the error names the file and the line.
func (c *Catalog) Add(name string, data []byte) error {
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
