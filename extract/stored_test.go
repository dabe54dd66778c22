package extract

import (
	"bytes"
	"flag"
	"os"
	"reflect"
	"testing"

	"github.com/zhaibao/zhaibao/extract/catalog"
)

// TestStoredWords holds that zwords.bin is what compiling gives; -update writes it.
func TestStoredWords(t *testing.T) {
	c := catalog.Builtin()
	compiled, err := compileLexicon(c)
	if err != nil {
		t.Fatal(err)
	}
	compiled.compileWords(c)
	data := compiled.appendWords(nil, c)
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile("zwords.bin", data, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(data, storedWords) {
		t.Fatal("zwords.bin is stale: run `go test ./extract -run Stored -update`")
	}
	var loaded lexicon
	if err := loaded.loadWords(c, data); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(loaded.trie, compiled.trie) {
		t.Error("the trie is not what was stored")
	}
	for i := range compiled.words {
		if x, y := &loaded.words[i], &compiled.words[i]; x.cues != y.cues || x.noun != y.noun || len(x.senses) != len(y.senses) || len(x.senses) > 0 && !reflect.DeepEqual(x.senses, y.senses) {
			t.Fatalf("word %d is %+v, want %+v", i, *x, *y)
		}
	}
	for n := range 64 {
		if loaded.loadWords(c, data[:n*len(data)/64]) == nil {
			t.Errorf("%d of 64 parts load", n)
		}
	}
	other := *c
	other.Words = other.Words[1:]
	if loaded.loadWords(&other, data) != errOtherWords {
		t.Error("the words of another catalogue load")
	}
}
