package corpus_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
)

func Example() {
	ex, err := extract.Compile(catalog.Builtin())
	if err != nil {
		panic(err)
	}
	report := strings.NewReader("青河县文化和旅游局2019年上半年工作总结\n上半年送戏下乡120余场，观众3.5万人次。\n")
	options := corpus.Options{Extractor: ex, Stdin: report}
	_, err = corpus.Run(context.Background(), []string{"-"}, options, func(item *corpus.Item) error {
		for _, f := range item.Result.Facts {
			q := f.Quantity
			fmt.Println(item.Region, item.Period, ex.Catalog().Code(f.Metric), q.Value, q.Unit, q.Bound, f.Of(item.Document.Text))
		}
		return item.Err
	})
	if err != nil {
		panic(err)
	}
	// Output:
	// 青河县 2019H1 performance_sessions 120 场 over 120余场
	// 青河县 2019H1 participants 35000 人次 exact 3.5万人次
}
