package docx

import (
	"os"
	"testing"

	"github.com/zhaibao/zhaibao/corpus/internal/readertest"
)

func TestBroken(t *testing.T) {
	good, err := os.ReadFile("testdata/transitional.docx")
	if err != nil {
		t.Fatal(err)
	}
	readertest.Broken(t, Reader, good)
}
