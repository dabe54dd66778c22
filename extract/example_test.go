package extract_test

import (
	"fmt"
	"log"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/segment"
)

// One text: its figures, what they are, and where they stand.
func Example() {
	ex, err := extract.Compile(catalog.Builtin())
	if err != nil {
		log.Fatal(err)
	}
	text := "上半年送戏下乡120余场，观众3.5万人次，其中儿童8000人次；全年计划演出200场。"
	var doc segment.Document
	doc.Parse(text, segment.Span{End: len(text)})
	var result extract.Result
	ex.NewWorker().Extract(extract.Report{Doc: &doc, Period: "2019H1"}, &result)
	for _, f := range result.Facts {
		fmt.Println(f.Of(text), ex.Catalog().Code(f.Metric), f.Quantity.Value, f.Quantity.Unit, f.Quantity.Bound, f.Role, f.Basis)
	}
	// Output:
	// 120余场 performance_sessions 120 场 over actual total
	// 3.5万人次 participants 35000 人次 exact actual total
	// 8000人次 participants 8000 人次 exact actual part
	// 200场 performance_sessions 200 场 exact target total
}
