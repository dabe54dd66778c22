package rtf_test

import (
	"context"
	"fmt"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/rtf"
)

// A tracked change and a table: what was deleted is left out, cells stay apart.
func ExampleReader() {
	data := `{\rtf1\ansi\ansicpg936 \'cd\'b6\'d7\'ca{\deleted 11.90}{\revised 12.35}\'d2\'da\'d4\'aa\par
\trowd\cellx1000\cellx2000\pard\intbl 12\cell 3\cell\row}`
	text, err := rtf.Reader.Read(context.Background(), corpus.Source{Name: "a.rtf", Data: []byte(data)})
	fmt.Printf("%q %v\n", text.Text, err)
	// Output: "投资12.35亿元\n\n12\t3\n" <nil>
}
