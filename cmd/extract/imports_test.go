package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestReadersStayOutside: who imports the library does not carry the readers of
// files along; only the program imports them.
func TestReadersStayOutside(t *testing.T) {
	const module = "github.com/zhaibao/zhaibao/"
	own := map[string]bool{"corpus/archive": true, "corpus/correct": true, "corpus/copies": true, "corpus/identity": true} // no readers
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

// TestSegmentersStayOutside: who imports the library carries no word segmenter
// along, and the program none but our own, since gse adds 33 MB to it.
func TestSegmentersStayOutside(t *testing.T) {
	const module = "github.com/zhaibao/zhaibao/"
	heavy := []string{module + "segment/gse", module + "segment/jieba", "github.com/go-ego/gse", "github.com/yanyiwu/gojieba", "github.com/vcaesar/cedar"}
	all := append(slices.Clone(heavy), module+"segment/fast")
	for importer, banned := range map[string][]string{
		"segment": all, "extract": all,
		"corpus": all, "metrics": all,
		"metrics/compare": all, "export": all,
		"segment/fast": heavy, "cmd/extract": heavy,
	} {
		deps, err := exec.Command("go", "list", "-deps", module+importer).Output()
		if err != nil {
			t.Fatal(err)
		}
		for dep := range strings.Lines(string(deps)) {
			if dep = strings.TrimSpace(dep); slices.Contains(banned, dep) {
				t.Errorf("%s imports %s", importer, dep)
			}
		}
	}
}
