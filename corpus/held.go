package corpus

import (
	"unsafe"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/segment"
)

// maxFreeItem is the largest item, in bytes, whose memory is used again.
const maxFreeItem = 1 << 20

// held is about how many bytes an outcome takes while it waits: what was made of
// a small file may be fifty times as large as the file.
func (o *outcome) held() int64 {
	n := int64(1 << 10)
	text := ""
	for _, item := range o.items {
		n += item.held()
		if item.Document != nil && item.Document.Text != text {
			text = item.Document.Text // the reports of a file share it
			n += int64(len(text))
		}
	}
	return n
}

// held is what an item takes beside its text.
func (i *Item) held() int64 {
	if i.Document == nil || i.Result == nil {
		return 1 << 10
	}
	return 1<<10 + sizeOf[segment.Block](cap(i.Document.Blocks)) + sizeOf[segment.Sentence](cap(i.Document.Sentences)) +
		sizeOf[extract.Fact](cap(i.Result.Facts)) + sizeOf[extract.Numeral](cap(i.Result.Numerals)) + sizeOf[extract.Gap](cap(i.Result.Gaps))
}

func sizeOf[T any](n int) int64 {
	var zero T
	return int64(n) * int64(unsafe.Sizeof(zero))
}
