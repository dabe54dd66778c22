package quantity

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/zhaibao/zhaibao/extract/catalog"
)

var update = flag.Bool("update", false, "write what is computed to the files it is compared with")

// TestStoredWords holds that zwords.bin is what compiling gives; -update writes it.
func TestStoredWords(t *testing.T) {
	c := catalog.Builtin()
	l := lexicon(t)
	l.compileWords(c)
	data := l.appendWords(nil, c)
	if *update {
		if err := os.WriteFile("zwords.bin", data, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(data, storedWords) {
		t.Fatal("zwords.bin is stale: run `go test ./extract/quantity -run Stored -update`")
	}
	if err := l.loadWords(c, data); err != nil {
		t.Fatal(err)
	}
	other := *c
	other.NumeralWords += "一五一十\n"
	if l.loadWords(&other, data) != errOtherWords {
		t.Error("the words of another catalogue load")
	}
}
