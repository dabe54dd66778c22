package bench

import (
	"testing"
	"time"

	"github.com/zhaibao/zhaibao/segment"
)

// TestWords: fast covers the corpora, finds as many words on one core as on two,
// and takes no memory.
func TestWords(t *testing.T) {
	varied, err := Varied(8)
	if err != nil {
		t.Fatal(err)
	}
	dense, err := Generate(Kinds[0], 8)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []*Corpus{varied, dense} {
		one, err := whole(c, fastWords(c, make([][]segment.Span, 1)))
		if err != nil {
			t.Error(err)
		}
		if two := fastWords(c, make([][]segment.Span, 2)); one != two {
			t.Errorf("%s: %v on one core, %v on two", c.Name, one, two)
		}
		if twice := fastWords(c.times(2), make([][]segment.Span, 1)); twice.Count != 2*one.Count {
			t.Errorf("%s: %v once, %v in two passes", c.Name, one, twice)
		}
		if n := wordAllocations(c); n > 0.2 {
			t.Errorf("%s: %v allocations a document", c.Name, n)
		}
	}
}

func TestVariedIsVaried(t *testing.T) {
	c, err := Varied(8)
	if err != nil {
		t.Fatal(err)
	}
	if s := Measure([]string{c.Documents[0].Text, c.Documents[1].Text}, 1); s.Repeated > 0.01 || s.Bytes < 10_000 {
		t.Errorf("%v", s)
	}
	if again, _ := Varied(2); again.Documents[1].Text != c.Documents[1].Text {
		t.Error("other text the second time")
	}
}

func TestTheWorstCorpusCountsForWords(t *testing.T) {
	r := &Report{}
	add := func(name, corpus string, cores, speed int) {
		r.Results = append(r.Results, Result{Name: name, Corpus: corpus, Cores: cores, Bytes: 1e6 * speed, Times: []time.Duration{time.Second}})
	}
	add("gse", "dense", 1, 10)
	add("fast", "dense", 1, 80)
	add("fast", "dense", 2, 120)
	add("gse", "varied", 1, 5)
	add("fast", "varied", 1, 30)
	add("fast", "varied", 2, 60)
	for name, want := range map[string]Ratio{"words_vs_gse": {Value: 6, Corpus: "varied"}, "words_cores": {Value: 1.5, Corpus: "dense"}} {
		if got := r.wordsRatio(Goal{Name: name}); got.Value-want.Value > 1e-9 || want.Value-got.Value > 1e-9 || got.Corpus != want.Corpus {
			t.Errorf("%s: %v over %s", name, got.Value, got.Corpus)
		}
	}
}
