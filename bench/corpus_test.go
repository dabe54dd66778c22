package bench

import (
	"bufio"
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func corpusOf(t *testing.T, kind Kind, n int) *Corpus {
	t.Helper()
	c, err := Generate(kind, n)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestDensity: a figure stands every so many bytes in each corpus.
func TestDensity(t *testing.T) {
	for i, want := range []struct{ low, high float64 }{{90, 110}, {250, 300}, {5000, 50_000}} {
		s := corpusOf(t, Kinds[i], 320).Shape()
		t.Logf("%s: %v", Kinds[i].Name, s)
		if s.BytesPerFigure < want.low || s.BytesPerFigure > want.high {
			t.Errorf("%s: a figure every %.1f bytes, should be %v to %v", Kinds[i].Name, s.BytesPerFigure, want.low, want.high)
		}
	}
}

// TestLikeTheAnnotated: the dense corpus lies within 20 % of the annotated
// reports in ../../shared.
func TestLikeTheAnnotated(t *testing.T) {
	const folder = "../../shared/gold/dev"
	files, _ := filepath.Glob(filepath.Join(folder, "*.txt"))
	if len(files) == 0 {
		t.Skip("no annotated reports in", folder)
	}
	var texts []string
	figures := 0
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
		figures += annotated(t, strings.TrimSuffix(name, ".txt")+".gold.jsonl")
	}
	theirs, ours := Measure(texts, figures), corpusOf(t, Kinds[0], 320).Shape()
	t.Logf("annotated: %v", theirs)
	t.Logf("dense: %v", ours)
	near := func(what string, a, b float64) {
		if math.Abs(a/b-1) > 0.2 {
			t.Errorf("%s is %.4g, in the annotated reports %.4g", what, a, b)
		}
	}
	near("bytes a figure", ours.BytesPerFigure, theirs.BytesPerFigure)
	near("the mean sentence", ours.SentenceMean, theirs.SentenceMean)
	near("the share of repeated lines", ours.Repeated, theirs.Repeated)
	for i := range ours.Sentences {
		near("a quantile of the sentences", float64(ours.Sentences[i]), float64(theirs.Sentences[i]))
	}
}

// annotated counts the figures with a value in a file of annotations.
func annotated(t *testing.T, name string) (n int) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for s := bufio.NewScanner(bytes.NewReader(data)); s.Scan(); {
		var line struct{ Value *float64 }
		if err := json.Unmarshal(s.Bytes(), &line); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if line.Value != nil {
			n++
		}
	}
	return n
}

// TestSameCorpus: a corpus is the same every time, and its figures stand where
// it says.
func TestSameCorpus(t *testing.T) {
	a, b := corpusOf(t, Kinds[0], 40), corpusOf(t, Kinds[0], 20)
	if !reflect.DeepEqual(a.First(20), b) {
		t.Error("the first 20 documents differ")
	}
	for _, d := range a.Documents {
		end := 0
		for _, f := range d.Figures {
			if f.Start < end || f.End <= f.Start || f.End > len(d.Text) || f.Value <= 0 {
				t.Fatalf("%s: %+v after %d", d.Name, f, end)
			}
			end = f.End
		}
	}
}

func TestMaterialRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"f 演出{场|1..9}":  "material.txt:1",
		"@topic 甲\nx 乙": "material.txt:2",
	} {
		if _, err := parseMaterial(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
	for _, text := range []string{"", "场", "场|1", "场|9..1", "|1..9"} {
		if s, err := parseSlot(text); err == nil {
			t.Errorf("{%s} is %v", text, s)
		}
	}
}
