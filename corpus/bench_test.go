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
			var lines []line
			var spans []segment.Span
			for b.Loop() {
				for name, text := range all {
					lines = appendLines(lines[:0], text, 0)
					switch stage {
					case "split":
						spans = splitLines(spans[:0], text, lines)
					case "describe":
						describeLines(lines, name)
					}
				}
			}
		})
	}
}
