package fast

import (
	"sync"

	"github.com/zhaibao/zhaibao/segment/fast/internal/dict"
)

// small is a dictionary of a few words, quick to copy.
var small = sync.OnceValue(func() *dict.Dict {
	var words []dict.Word
	for _, text := range []string{"中国", "中国人", "国人", "人民", "人民生活", "生活", "活动", "中", "国", "人", "民", "生", "卡拉ok", "𫗴粥"} {
		words = append(words, dict.Word{Text: text, Frequency: float64(2 + len(text)), Tag: "n"})
	}
	d, err := dict.Build(words)
	if err != nil {
		panic(err)
	}
	return d
})
