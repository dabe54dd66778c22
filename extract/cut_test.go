package extract

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/segment"
)

// Clauses found at the stops that folding marked are those that package segment finds by itself.
func TestClausesAtMarkedStops(t *testing.T) {
	files, err := filepath.Glob("../testdata/reports/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no reports", err)
	}
	ex, err := Compile(catalog.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{"投入1,234万元,其中3.5万元（含物资、设备）；共8:30场?是!", "全角１，２００人．场“甲，乙”《丙、丁》戊：己—庚…辛｡壬", "(甲，乙", "“", "，，。"}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	w, clauses := ex.NewWorker(), 0
	for _, text := range texts {
		var doc segment.Document
		doc.Parse(text, segment.Span{End: len(text)})
		for i := range doc.Blocks {
			w.block.load(&doc, i)
			var want []segment.Clause
			for s := doc.Blocks[i].FirstSentence; s < doc.Blocks[i].EndSentence; s++ {
				want = segment.AppendClauses(want, text, doc.Sentences[s].Span)
			}
			if len(want) != len(w.block.clauses) {
				t.Fatalf("%q has %d clauses, want %d", doc.Blocks[i].Of(text), len(w.block.clauses), len(want))
			}
			for k, c := range w.block.clauses {
				if got := w.block.text.Span(c.start, c.end); got != want[k].Span || c.stop != want[k].Stop {
					t.Errorf("clause %d of %q is %q", k, doc.Blocks[i].Of(text), got.Of(text))
				}
			}
			clauses += len(want)
		}
	}
	if clauses < 1000 {
		t.Errorf("only %d clauses were compared", clauses)
	}
}
