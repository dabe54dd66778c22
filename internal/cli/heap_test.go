package cli

import "testing"

func TestHeapLimit(t *testing.T) {
	for _, c := range []struct {
		what       string
		live, want int64
	}{
		{"nothing lives", 0, calmHeap},
		{"what lives leaves room", 100 << 20, calmHeap},
		{"what lives is large: a third more", 600 << 20, 840 << 20},
	} {
		if got := heapLimit(uint64(c.live)); got != c.want {
			t.Errorf("%s: %d, want %d", c.what, got, c.want)
		}
	}
}
