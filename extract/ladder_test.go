package extract_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/internal/gold"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
)

var (
	ladderDir    = flag.String("ladder", "", "print the ladder of this folder of gold")
	ladderErrors = flag.Bool("errors", false, "with -ladder: list every difference")
)

// predict runs the extractor over the text of a gold document.
func predict(w *extract.Worker, c *catalog.Catalog, d *gold.Document) []gold.Prediction {
	var doc segment.Document
	doc.Parse(d.Text, segment.Span{End: len(d.Text)})
	var res extract.Result
	w.Extract(extract.Report{Doc: &doc, Period: period.Period(d.Meta["period"])}, &res)
	var out []gold.Prediction
	for i := range res.Facts {
		f := &res.Facts[i]
		p := gold.Prediction{File: d.Name + ".txt"}
		p.Start = utf8.RuneCountInString(d.Text[:f.Start])
		p.End = p.Start + utf8.RuneCountInString(f.Of(d.Text))
		p.Text, p.Metric, p.Unit = f.Of(d.Text), c.Code(f.Metric), f.Quantity.Unit
		if f.Quantity.HasValue {
			p.Value = f.Quantity.Value.String()
		}
		if f.Quantity.HasHigh {
			p.High = f.Quantity.High.String()
		}
		p.Bound, p.Role, p.Basis, p.Status = f.Quantity.Bound.String(), f.Role.String(), f.Basis.String(), f.Status.String()
		p.Label, p.Missing = f.Label.Of(d.Text), f.Missing
		out = append(out, p)
	}
	return out
}

func ladder(t *testing.T, dir string) *gold.Report {
	t.Helper()
	c := catalog.Builtin()
	ex, err := extract.Compile(c)
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, m := range c.Metrics {
		codes = append(codes, m.Code)
	}
	docs, err := gold.ReadDir(dir, codes)
	if err != nil {
		t.Fatal(err)
	}
	var facts []gold.Prediction
	w := ex.NewWorker()
	for _, d := range docs {
		facts = append(facts, predict(w, c, d)...)
	}
	return gold.Score(docs, facts, nil)
}

func TestLadder(t *testing.T) {
	if *ladderDir != "" {
		ladder(t, *ladderDir).WriteText(os.Stdout, *ladderErrors)
		return
	}
	if _, err := os.Stat(filepath.FromSlash("../testdata/reports")); err != nil {
		t.Skip("no testdata/reports")
	}
}
