package corpus_test

import (
	"context"
	"fmt"
	"log"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
)

func Example() {
	ex, err := extract.Compile(catalog.Builtin())
	if err != nil {
		log.Fatal(err)
	}
	inputs := []string{"no-such-file.txt", "-"} // files, folders, patterns; - is Stdin
	options := corpus.Options{
		Extractor: ex,
		Stdin:     strings.NewReader("青河县文化和旅游局2019年上半年工作总结\n上半年送戏下乡120余场，观众3.5万人次。\n"),
	}
	_, err = corpus.Run(context.Background(), inputs, options, func(item *corpus.Item) error {
		if item.Err != nil { // one file that cannot be read does not end the run
			log.Print(item.Err)
			return nil
		}
		for _, f := range item.Result.Facts {
			q := f.Quantity
			fmt.Println(item.Region, item.Period, ex.Catalog().Code(f.Metric), q.Value, q.Unit, q.Bound, f.Of(item.Document.Text))
		}
		return nil
	})
	if err != nil {
		log.Fatal(err)
	}
	// Output:
	// 青河县 2019H1 performance_sessions 120 场 over 120余场
	// 青河县 2019H1 participants 35000 人次 exact 3.5万人次
}
