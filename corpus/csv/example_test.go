package csv_test

import (
	"context"
	"fmt"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/csv"
)

// A column of texts is named: each of its cells is a report.
func ExampleNew() {
	reader := csv.New(csv.Options{Text: "工作情况"})
	text, err := reader.Read(context.Background(), corpus.Source{
		Name: "a.csv",
		Data: []byte("地区,工作情况\n石桥镇,举办讲座26场。\n柳河镇,\"新购图书3,200册。\"\n"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range text.Parts {
		fmt.Printf("%d %s: %q\n", p.Row, p.Region, p.Span.Of(text.Text))
	}
	// Output:
	// 2 石桥镇: "举办讲座26场。\n"
	// 3 柳河镇: "新购图书3,200册。\n"
}
