package pdf

import (
	"context"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/corpus"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func readFile(t testing.TB, name string) (corpus.Text, error) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return Reader.Read(context.Background(), corpus.Source{Name: name, Data: data})
}

// TestReadsTheSource reads what each program printed and compares it with what
// it was given, line by line.
func TestReadsTheSource(t *testing.T) {
	for _, m := range made {
		t.Run(m.name, func(t *testing.T) {
			source, err := os.ReadFile("testdata/src/" + m.source + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			got, err := readFile(t, "testdata/"+m.name+".pdf")
			if err != nil {
				t.Fatal(err)
			}
			g, w := strings.Split(got.Text, "\n"), strings.Split(want(string(source), map[bool]string{true: "• "}[m.office]), "\n")
			for i := range max(len(g), len(w)) {
				if i >= len(g) || i >= len(w) || g[i] != w[i] {
					t.Fatalf("line %d differs:\n got %q\nwant %q\nnext %q", i+1, at(g, i), at(w, i), at(g, i+1))
				}
			}
		})
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(no line)"
}
