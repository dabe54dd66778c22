package doc_test

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/doc"
)

// Headings keep their automatic numbers.
func ExampleReader() {
	data, err := os.ReadFile("testdata/report.doc")
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := doc.Reader.Read(context.Background(), corpus.Source{Name: "report.doc", Data: data})
	fmt.Println(strings.Split(text.Text, "\n")[2], err)
	// Output: 一、文艺演出 <nil>
}
