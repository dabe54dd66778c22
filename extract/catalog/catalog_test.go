package catalog

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

func TestGeneratedTableIsFresh(t *testing.T) {
	c, err := ReadData(os.DirFS("data"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := Source(c)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("zcatalog.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("zcatalog.go is stale: run `go generate ./extract/catalog`")
	}
}

func TestBuiltin(t *testing.T) {
	c := Builtin()
	if err := c.Check(); err != nil {
		t.Fatal(err)
	}
	if len(c.Metrics) != 34 {
		t.Errorf("%d metrics, the guide has 34", len(c.Metrics))
	}
	for _, m := range c.Metrics {
		if m.Code == "" || m.Name == "" || m.NameEN == "" || m.Doc == "" {
			t.Errorf("metric %q lacks a name or a doc sentence", m.Code)
		}
	}
	if m, ok := c.Lookup("books"); !ok || c.Code(m) != "books" {
		t.Error("books is not found by its code")
	}
	if _, ok := c.Lookup("no_such_metric"); ok {
		t.Error("an unknown code is found")
	}
	if c.Code(Metric(250)) != "" {
		t.Error("a number past the end has a code")
	}
}

// A word must not be told to point to two metrics for the same units with the same strength.
func TestWordsDoNotContradict(t *testing.T) {
	type key struct {
		word, kind string
		class      Class
	}
	seen := map[key]string{}
	for _, w := range Builtin().Words {
		for kind, list := range map[string][]string{"noun": w.Nouns, "weak": w.Weak, "verb": w.Verbs} {
			for _, word := range list {
				for _, class := range w.Units {
					k := key{word, kind, class}
					if other, ok := seen[k]; ok && other != w.Metric {
						t.Errorf("%s %s for %s points to %s and to %s", kind, word, class, other, w.Metric)
					}
					seen[k] = w.Metric
				}
			}
		}
	}
}

func TestAddIsStrict(t *testing.T) {
	for _, bad := range []struct{ file, says string }{
		{"metrics:\n  - {code: a, colour: red}\n", "line 2"},
		{"words: 3\n", "line 1"},
		{"metrics:\n\t- x\n", "bad.yaml"},
	} {
		err := new(Catalog).add("bad.yaml", []byte(bad.file))
		if err == nil || !strings.Contains(err.Error(), bad.says) {
			t.Errorf("%q: %v does not say %q", bad.file, err, bad.says)
		}
	}
	if err := new(Catalog).add("empty.yaml", nil); err != nil {
		t.Errorf("an empty file: %v", err)
	}
}

func TestCheckFindsUnknownNames(t *testing.T) {
	metrics := []MetricDef{{Code: "a"}}
	for _, c := range []Catalog{
		{Metrics: metrics, Words: []WordDef{{Metric: "b"}}},
		{Metrics: metrics, Words: []WordDef{{Metric: "a", Units: []Class{"rods"}}}},
		{Metrics: metrics, Units: []UnitDef{{Unit: "x", Class: "rods"}}},
		{Metrics: metrics, Units: []UnitDef{{Unit: "x", Class: People, Metric: "b"}}},
	} {
		if c.Check() == nil {
			t.Errorf("%+v passes", c)
		}
	}
}
