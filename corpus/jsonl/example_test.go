package jsonl_test

import (
	"context"
	"fmt"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/jsonl"
)

// Each line is a report; what its other fields say of it goes with it.
func ExampleReader() {
	text, err := jsonl.Reader.Read(context.Background(), corpus.Source{
		Name: "a.jsonl",
		Data: []byte(`{"title": "半年小结", "region": "石桥镇", "period": "2019H1", "content": "举办讲座26场。"}`),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	p := text.Parts[0]
	fmt.Printf("%s %s %s: %q\n", p.Title, p.Region, p.Period, p.Span.Of(text.Text))
	// Output:
	// 半年小结 石桥镇 2019H1: "举办讲座26场。\n"
}
