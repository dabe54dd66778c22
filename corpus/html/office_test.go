package html_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files")

// TestOffice reads pages that office programs saved; their texts are golden.
func TestOffice(t *testing.T) {
	pages, _ := filepath.Glob("testdata/office/*html")
	if len(pages) < 2 {
		t.Fatal("no pages")
	}
	for _, page := range pages {
		t.Run(filepath.Base(page), func(t *testing.T) {
			got := read(t, file(t, page)).Text
			golden := page + ".txt"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want := string(file(t, golden)); want != got {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}
