package extract_test

import (
	"fmt"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/internal/gold"
	"os"
	"testing"
)

func TestLab(t *testing.T) {
	d := os.Getenv("LABDIR")
	if d == "" {
		t.Skip()
	}
	c := catalog.Builtin()
	ex, _ := extract.Compile(c)
	var codes []string
	for _, m := range c.Metrics {
		codes = append(codes, m.Code)
	}
	docs, _ := gold.ReadDir(d, codes)
	w := ex.NewWorker()
	for _, doc := range docs {
		for _, p := range predict(w, c, doc) {
			for _, g := range doc.Facts {
				if g.Start < p.End && p.Start < g.End && g.Label != "" && g.Label != p.Label && (g.Metric == "completion_status") == (p.Metric == "completion_status") {
					r := []rune(doc.Text)
					s := max(0, p.Start-26)
					e := min(len(r), p.End+10)
					fmt.Printf("%s|%s| %s【%s】%s\n", g.Label, p.Label, string(r[s:p.Start]), p.Text, string(r[p.End:e]))
				}
			}
		}
	}
}
