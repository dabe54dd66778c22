package extract

import (
	"fmt"
	"testing"

	"github.com/zhaibao/zhaibao/extract/catalog"
)

func TestWords(t *testing.T) {
	l, _ := compileLexicon(catalog.Builtin())
	c := catalog.Builtin()
	for _, w := range []string{"减少", "比上年减少", "比上年", "增产", "同比增产", "同比增长", "信息", "发布信息", "行政村", "农村实用技术培训", "培训班", "送戏", "送戏进", "实际", "任务", "户均", "讲解", "岗位"} {
		id := l.trie.Get(l.quantity.Fold.Append(nil, w))
		if id < 0 {
			fmt.Println(w, "-")
			continue
		}
		e := l.words[id]
		fmt.Printf("%s cues=%b ", w, e.cues)
		for _, s := range e.senses {
			fmt.Printf(" %s/%d/%b", c.Code(s.metric), s.strength, s.classes)
		}
		fmt.Println()
	}
}
