package quantity

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/segment"
)

func TestPeersTmp(t *testing.T) {
	l, err := Compile(catalog.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	f, _ := os.Open("/work/shared/peers/numbers_dev.jsonl")
	out, _ := os.Create("/tmp/num/out.jsonl")
	defer out.Close()
	sc := bufio.NewScanner(f)
	for line := 1; sc.Scan(); line++ {
		var c struct{ Input string }
		json.Unmarshal(sc.Bytes(), &c)
		s := c.Input
		for _, m := range l.Find(nil, s, segment.Span{End: len(s)}) {
			v, h := "null", "null"
			if m.HasValue && m.Reason != Word {
				v = m.Value.String()
			}
			if m.HasHigh {
				h = m.High.String()
			}
			verdict := "unexplained"
			if m.Reason != Plain {
				verdict = "nonfact"
			}
			fmt.Fprintf(out, `{"line":%d,"start":%d,"end":%d,"text":%q,"value":%s,"high":%s,"unit":%q,"bound":%q,"verdict":%q}`+"\n", line,
				utf8.RuneCountInString(s[:m.Span.Start]), utf8.RuneCountInString(s[:m.Span.End]), m.Span.Of(s), v, h, m.Unit, m.Bound.String(), verdict)
		}
	}
}
