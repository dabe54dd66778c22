package fast

import (
	"bytes"
	"testing"

	"github.com/zhaibao/zhaibao/segment/fast/internal/source"
)

// TestStored says when zh.bin is not what gen would write.
func TestStored(t *testing.T) {
	if testing.Short() {
		t.Skip("building the dictionary takes some seconds")
	}
	if _, err := source.Path(); err != nil {
		t.Skip(err)
	}
	fresh, err := source.Stored()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(fresh, stored) {
		t.Error("zh.bin is stale: run go generate ./segment/fast")
	}
}
