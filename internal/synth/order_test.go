package synth

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/metrics"
)

// contents reads every result but run.json.
func contents(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	list, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, entry := range list {
		if entry.Name() == "run.json" {
			continue
		}
		if all[entry.Name()], err = os.ReadFile(filepath.Join(folder, entry.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// TestSameBytes: whatever the number of workers and the order in which the
// files are named, the results are the same to the byte.
func TestSameBytes(t *testing.T) {
	_, folder, paths := generate(t, Options{Seed: 3, Counties: 8, Periods: []string{"2022H1", "2022H2"}, Copies: 7})
	formats := []string{"--format", "csv,jsonl"}
	want := contents(t, command(t, append(formats, "--workers", "1", folder)...))
	if len(want) < 11 {
		t.Fatalf("only %d files were written", len(want))
	}
	rng := rand.New(rand.NewPCG(1, 1))
	for _, workers := range []int{1, 2, 8} {
		for _, ordered := range []bool{true, false} {
			inputs := slices.Clone(paths)
			if !ordered {
				rng.Shuffle(len(inputs), func(i, k int) { inputs[i], inputs[k] = inputs[k], inputs[i] })
			}
			args := append(slices.Clone(formats), "--workers", strconv.Itoa(workers))
			got := contents(t, command(t, append(args, inputs...)...))
			if len(got) != len(want) {
				t.Errorf("%d workers: %d files, want %d", workers, len(got), len(want))
			}
			for name := range want {
				if !bytes.Equal(got[name], want[name]) {
					t.Errorf("%d workers, files in their order: %v: %s differs", workers, ordered, name)
				}
			}
		}
	}
}

// TestCopies: the aggregation leaves the copies out that the program flags.
func TestCopies(t *testing.T) {
	c, folder, _ := generate(t, Options{Seed: 4, Counties: 10, Periods: []string{"2023H1", "2023H2"}, Copies: 6})
	truth := Cells(c)
	aggregatesTheTruth(t, c, truth)
	cat := catalog.Builtin()
	unflagged, touched, copies := metrics.NewAggregator(cat), map[Key]bool{}, 0
	for _, file := range c.Files {
		if file.CopyOf != "" {
			copies++
		}
		for i := range file.Reports {
			r := &file.Reports[i]
			m, err := True(r, cat, false)
			if err != nil {
				t.Fatal(err)
			}
			unflagged.Add(m)
			for k := range r.Facts {
				if file.CopyOf != "" {
					touched[Key{r.County, r.Period, r.Facts[k].Metric, r.Facts[k].Base}] = true
				}
			}
		}
	}
	table, doubles, doubled := printedTable(t, command(t, folder)), cellsOf(unflagged, cat), 0
	for key := range touched {
		if got, want := doubles[key].Figures, truth[key].Figures(); got != want && table[key].Figures == got {
			doubled++
		}
	}
	if doubled > 0 {
		t.Errorf("%d of the %d cells that %d copies touch count them twice", doubled, len(touched), copies)
	}
}

// TestSameCorpus: the same seed gives the same bytes, another one others.
func TestSameCorpus(t *testing.T) {
	f := frames(t)
	text := func(seed uint64) string {
		c, err := f.Generate(Options{Seed: seed, Counties: 3, Periods: []string{"2022"}})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		for _, file := range c.Files {
			b.WriteString(file.Name + file.Text)
		}
		if err := c.WriteFacts(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if text(5) != text(5) {
		t.Error("the same seed gives another corpus")
	}
	if text(5) == text(6) {
		t.Error("another seed gives the same corpus")
	}
}
