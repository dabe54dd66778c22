package main

import (
	"os/exec"
	"strings"
	"testing"
)

// TestReadersStayOutside: who imports the library does not carry the readers of
// files along; only the program imports them.
func TestReadersStayOutside(t *testing.T) {
	const module = "github.com/zhaibao/zhaibao/"
	own := map[string]bool{"corpus/archive": true, "corpus/correct": true} // no readers
	for _, importer := range []string{"segment", "extract", "metrics", "metrics/compare", "corpus", "export", "internal/cli"} {
		deps, err := exec.Command("go", "list", "-deps", module+importer).Output()
		if err != nil {
			t.Fatal(err)
		}
		for dep := range strings.Lines(string(deps)) {
			dep, ours := strings.CutPrefix(strings.TrimSpace(dep), module)
			switch {
			case !ours || !strings.HasPrefix(dep, "corpus"):
			case importer == "segment" || importer == "extract" || importer == "metrics", strings.HasPrefix(dep, "corpus/") && !own[dep]:
				t.Errorf("%s imports %s", importer, dep)
			}
		}
	}
}
