package corpus

import (
	"testing"

	"github.com/zhaibao/zhaibao/segment"
)

func BenchmarkSplitAndDescribe(b *testing.B) {
	for _, stage := range []string{"lines", "split", "describe"} {
		b.Run(stage, func(b *testing.B) {
			all := reports(b, ownDir)
			size := 0
			for _, text := range all {
				size += len(text)
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			var r Reports
			for b.Loop() {
				for name, text := range all {
					switch stage {
					case "lines":
						r.lines = appendLines(r.lines[:0], text, 0)
					case "split":
						r.Split(text)
					case "describe":
						r.describeSpan(text, segment.Span{End: len(text)}, name)
					}
				}
			}
		})
	}
}
