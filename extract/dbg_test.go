package extract_test

import (
	"flag"
	"fmt"
	"os"
	"testing"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/segment"
)

var dbg = flag.String("dbg", "", "")

func TestDbg(t *testing.T) {
	if *dbg == "" {
		t.Skip()
	}
	data, err := os.ReadFile(*dbg)
	if err != nil {
		data = []byte(*dbg)
	}
	text := string(data)
	var doc segment.Document
	doc.Parse(text, segment.Span{End: len(text)})
	ex, _ := extract.Compile(catalog.Builtin())
	var res extract.Result
	for _, st := range ex.NewWorker().Explain(extract.Report{Doc: &doc}, &res) {
		fmt.Printf("S %s %s", st.Of(text), st.Reason)
		for _, tr := range st.Trials {
			if tr.Applies {
				fmt.Printf(" %s=%s", tr.Rule, tr.Metric)
			}
		}
		fmt.Println()
	}
	for _, n := range res.Numerals {
		fmt.Printf("N %s\t%s\t%s\t%v %s\n", n.Of(text), n.Verdict, n.Reason, n.Value, n.Bound)
	}
	for _, f := range res.Facts {
		fmt.Printf("F %s\t%s %s %s %s %s\t[%s]\trule=%d\n", f.Of(text), ex.Catalog().Code(f.Metric), f.Role, f.Basis, f.Status, f.Time, f.Label.Of(text), f.Rule)
	}
}
