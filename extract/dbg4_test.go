package extract

import (
	"fmt"
	"github.com/zhaibao/zhaibao/segment"
	"os"
	"testing"
)

func TestHits(t *testing.T) {
	x := os.Getenv("HITS")
	if x == "" {
		t.Skip()
	}
	e := mustCompile(t)
	var d segment.Document
	d.Parse(x, segment.Span{End: len(x)})
	b := block{lex: e.lex}
	for i := range d.Blocks {
		b.load(&d, i)
		for _, h := range b.hits {
			fmt.Printf("%s[%b] ", b.text.Span(h.start, h.end).Of(x), b.cues(h))
			for _, s := range b.word(h).senses {
				fmt.Printf(" %s/%d", e.cat.Code(s.metric), s.strength)
			}
			fmt.Println()
		}
	}
}
