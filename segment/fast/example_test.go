package fast_test

import (
	"fmt"
	"strings"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
	"github.com/zhaibao/zhaibao/segment/fast"
)

func ExampleDefault() {
	const text = "全年举办文化活动30场，参加群众1.2万人次。"
	s := fast.Default()
	for _, w := range s.AppendWords(nil, text) {
		fmt.Printf("%s/%s ", w.Of(text), s.Tag(w.Of(text)))
	}
	// Output: 全年/m 举办/v 文化/n 活动/vn 30/m 场/q ，/w 参加/v 群众/n 1.2/m 万人次/m 。/w
}

// A user's words, those of the catalogue, and quantities kept whole.
func ExampleNew() {
	words, err := fast.ReadWords(strings.NewReader("青溪县 300 ns\n"), "my.txt")
	if err != nil {
		panic(err)
	}
	for _, w := range catalog.Builtin().Vocabulary() {
		words = append(words, fast.Word{Text: w})
	}
	s, err := fast.New(words...)
	if err != nil {
		panic(err)
	}
	numbers, err := quantity.Compile(catalog.Builtin())
	if err != nil {
		panic(err)
	}
	const text = "青溪县农家书屋送戏下乡30余场，受益群众约1.2万人次"
	var kept []segment.Span
	for _, m := range numbers.Find(nil, text, segment.Span{End: len(text)}) {
		kept = append(kept, m.Span)
	}
	for _, w := range segment.AppendKept(nil, s, text, kept) {
		fmt.Print(w.Of(text), " ")
	}
	// Output: 青溪县 农家 书屋 送戏下乡 30余场 ， 受益群众 约 1.2万人次
}
