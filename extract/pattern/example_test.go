package pattern_test

import (
	"fmt"
	"log"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/pattern"
	"github.com/zhaibao/zhaibao/segment"
)

// A user's own metric, by a word and by a pattern. catalog.Load does the same
// with a file.
func Example() {
	cat, err := catalog.Builtin().Extend("my.yaml", []byte(`
metrics:
  - {code: bookhouses, name: 农家书屋, additive: true}
  - {code: house_hours, name: 书屋周开放, additive: false}
words:
  - {metric: bookhouses, units: [place], nouns: [农家书屋]}
patterns:
  - id: hours
    metric: house_hours
    pattern: '书屋.*?每周开放(?<value>\d+)余?小时'
    timeout: 50ms
    within: sentence
    basis: total
examples:
  - text: 农家书屋12家，每周开放42小时。
    want: [12家 bookhouses, 42小时 house_hours value=42]
`))
	if err != nil {
		log.Fatal(err) // every problem with its line and column
	}
	ex, err := extract.Compile(cat, pattern.Compile)
	if err != nil {
		log.Fatal(err) // an example came out otherwise
	}
	text := "全县建成农家书屋320家，平均每周开放40余小时。"
	var doc segment.Document
	doc.Parse(text, segment.Span{End: len(text)})
	var result extract.Result
	ex.NewWorker().Extract(extract.Report{Doc: &doc}, &result)
	for _, f := range result.Facts {
		fmt.Println(f.Of(text), cat.Code(f.Metric), f.Quantity.Value, f.Quantity.Unit, f.Quantity.Bound, f.Basis, ex.RuleID(f.Rule))
	}
	// Output:
	// 320家 bookhouses 320 家 exact total noun
	// 40余小时 house_hours 40 小时 over total pattern:hours
}
