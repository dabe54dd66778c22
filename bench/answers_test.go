package bench

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/corpus"
)

// TestFactsAreTheFigures: the extraction that is timed finds the figures that
// the generator put in, with their values, and hardly any others.
func TestFactsAreTheFigures(t *testing.T) {
	ex, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	e := newExtraction(ex)
	for _, kind := range Kinds {
		c := corpusOf(t, kind, 160)
		right, valued := 0, 0
		for i := range c.Documents {
			d := &c.Documents[i]
			known := map[[2]int]int64{}
			for _, f := range d.Figures {
				known[[2]int{f.Start, f.End}] = f.Value
			}
			reports := 0
			err := e.document(d, func(item *corpus.Item) error {
				reports++
				for i := range item.Result.Facts {
					f := &item.Result.Facts[i]
					if !f.Quantity.HasValue {
						continue
					}
					valued++
					value, ok := known[[2]int{f.Start, f.End}]
					switch {
					case ok && value*1000 == thousandths(f):
						right++
					default:
						t.Logf("%s: %s is no figure of the generator's, or has another value", d.Name, f.Of(d.Text))
					}
				}
				return nil
			})
			if err != nil || reports != 1 {
				t.Fatalf("%s is %d reports, %v", d.Name, reports, err)
			}
		}
		t.Logf("%s: %d of %d figures, %d others", kind.Name, right, c.Figures, valued-right)
		if right*1000 < c.Figures*995 || (valued-right)*200 > c.Figures+200 {
			t.Errorf("%s: %d of %d figures are found, and %d others", kind.Name, right, c.Figures, valued-right)
		}
	}
}

// TestPatternsFind: the forty patterns find nine in ten figures of the dense
// corpus, whole, with and without the prefilter.
func TestPatternsFind(t *testing.T) {
	list, err := loadPatterns()
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 40 {
		t.Errorf("there are %d patterns, not 40", len(list))
	}
	c := corpusOf(t, Kinds[0], 12)
	for _, p := range []*patterns{{list: list}, {list: list, prefilter: true}} {
		found := 0
		missed := map[string]int{}
		for _, d := range c.Documents {
			var spans [][2]int
			err := p.document(d.Text, func(start, end int) { spans = append(spans, [2]int{start, end}) })
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range d.Figures {
				start := utf8.RuneCountInString(d.Text[:f.Start])
				span := [2]int{start, start + utf8.RuneCountInString(d.Text[f.Start:f.End])}
				if slices.Contains(spans, span) {
					found++
				} else {
					missed[f.Unit]++
				}
			}
		}
		t.Logf("prefilter %v: %d of %d figures, missed %v", p.prefilter, found, c.Figures, missed)
		if found*10 < c.Figures*9 {
			t.Errorf("prefilter %v: %d of %d figures are found", p.prefilter, found, c.Figures)
		}
	}
}

// TestWordsAreTheText: the segmenters lose no byte of the text.
func TestWordsAreTheText(t *testing.T) {
	gse, err := gseCutter()
	if err != nil {
		t.Fatal(err)
	}
	jieba, err := jiebaCutter()
	if err != nil {
		t.Fatal(err)
	}
	c := corpusOf(t, Kinds[1], 10)
	for name, cut := range map[string]cutter{"gse": gse, "gojieba": jieba} {
		if cut == nil {
			t.Log("without cgo there is no", name)
			continue
		}
		if a := cut.words(c); a.Sum != int64(c.Bytes) || a.Count < c.Bytes/20 {
			t.Errorf("%s: %d words of %d bytes out of %d bytes", name, a.Count, a.Sum, c.Bytes)
		}
		if a, b := cut.words(c), cut.together(c, 2); a != b {
			t.Errorf("%s: %v alone, %v together", name, a, b)
		}
	}
}

// TestCSVHoldsTheFacts: facts.csv has a row for every fact that the extraction
// finds, and two cores find what one does.
func TestCSVHoldsTheFacts(t *testing.T) {
	ex, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	c, dir := corpusOf(t, Kinds[0], 20), filepath.Join(t.TempDir(), "out")
	want := facts(c, []*extraction{newExtraction(ex)})
	if two := facts(c, []*extraction{newExtraction(ex), newExtraction(ex)}); two != want {
		t.Errorf("two cores find %v, one %v", two, want)
	}
	if err := writeTables(c, newExtraction(ex), dir); err != nil {
		t.Fatal(err)
	}
	alone := filepath.Join(t.TempDir(), "facts.csv")
	if a, err := writeFacts(c, newExtraction(ex), alone); err != nil || a.Count != want.Count {
		t.Errorf("%d facts are written alone, %v, there are %d", a.Count, err, want.Count)
	}
	one, errOne := os.ReadFile(alone)
	other, errOther := os.ReadFile(filepath.Join(dir, "facts.csv"))
	if errOne != nil || errOther != nil || !bytes.Equal(one, other) {
		t.Errorf("facts.csv alone differs from that beside the other files, %v, %v", errOne, errOther)
	}
	got, err := resultsIn(dir)
	if err != nil || got.Count != want.Count {
		t.Errorf("run.json tells %d facts, %v, there are %d", got.Count, err, want.Count)
	}
	file, err := os.Open(filepath.Join(dir, "facts.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil || len(rows) != want.Count+1 {
		t.Errorf("facts.csv has %d rows with its header, %v, there are %d facts", len(rows), err, want.Count)
	}
}

// TestAggregationsAgree: the plain way and package metrics give the same.
func TestAggregationsAgree(t *testing.T) {
	ex, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	values, err := countedValues(corpusOf(t, Kinds[0], 40), newExtraction(ex))
	if err != nil {
		t.Fatal(err)
	}
	if plain, ours := plainly(values), aggregate(values); plain != ours || len(values) < 1000 {
		t.Errorf("of %d figures the plain way makes %v, package metrics %v", len(values), plain, ours)
	}
}
