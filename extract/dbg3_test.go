package extract

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestSents(t *testing.T) {
	d, err := os.ReadFile("/tmp/sents.txt")
	if err != nil {
		t.Skip()
	}
	e := mustCompile(t)
	for _, l := range strings.Split(strings.TrimSpace(string(d)), "\n") {
		k, x, _ := strings.Cut(l, "|")
		fmt.Printf("\t{%q, %q,\n\t\t%q},\n", k, x, describe(e, x))
	}
}
