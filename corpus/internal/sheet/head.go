package sheet

import (
	"maps"
	"slices"

	"github.com/zhaibao/zhaibao/corpus"
)

// headBytes is how much of a file is looked at to tell its kind.
const headBytes = 64 << 10

// Head decodes the beginning of a text file and reports whether that is all of
// it; the last line of a beginning may be cut. "" is for what is no text.
func Head(data []byte) (text string, all bool) {
	t, err := corpus.Decode(data[:min(len(data), headBytes)])
	if err != nil {
		return "", false
	}
	return t.Text, len(data) <= headBytes
}

// Sorted are the keys of m in order.
func Sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
