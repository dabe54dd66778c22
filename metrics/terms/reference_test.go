package terms

import (
	"encoding/json"
	"math"
	"os"
	"testing"
)

// TestReference holds the measures against testdata/reference.py, which
// computes them by other ways.
func TestReference(t *testing.T) {
	data, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	type ints struct {
		In  []int
		Out float64
	}
	var ref struct {
		G2 []struct {
			O     [4]float64
			G2, P float64
		}
		Diff, PMI, IDF []ints
		Entropy        []struct {
			In  []uint32
			Out float64
		}
		Adjust []struct{ In, Out []float64 }
	}
	if err := json.Unmarshal(data, &ref); err != nil {
		t.Fatal(err)
	}
	same := func(what string, in any, got, want float64) {
		if math.Abs(got-want) > 1e-9*max(1, math.Abs(want)) {
			t.Errorf("%s of %v is %v, the reference says %v", what, in, got, want)
		}
	}
	for _, c := range ref.G2 {
		got := G2(c.O[0], c.O[1], c.O[2], c.O[3])
		same("G2", c.O, got, c.G2)
		same("p", c.O, P(got), c.P)
	}
	for _, c := range ref.Diff {
		got, _ := Diff(c.In[0], c.In[1], c.In[2], c.In[3])
		same("%DIFF", c.In, got, c.Out)
	}
	for _, c := range ref.PMI {
		same("PMI", c.In, PMI(float64(c.In[0]), float64(c.In[1]), float64(c.In[2]), float64(c.In[3])), c.Out)
	}
	for _, c := range ref.Entropy {
		same("entropy", c.In, Entropy(c.In, 0, 1), c.Out)
	}
	for _, c := range ref.IDF {
		same("idf", c.In, IDF(c.In[0], c.In[1]), c.Out)
	}
	for _, c := range ref.Adjust {
		for i, got := range Adjust(c.In, len(c.In)) {
			same("adjusted p", c.In, got, c.Out[i])
		}
	}
	if len(ref.G2)*len(ref.Diff)*len(ref.PMI)*len(ref.Entropy)*len(ref.IDF)*len(ref.Adjust) == 0 {
		t.Error("the reference lacks a measure")
	}
}
