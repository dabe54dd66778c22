package corpus

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tree writes files, given as path and content, under a temporary folder.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func fileNames(l Listing) string {
	var names []string
	for _, f := range l.Files {
		names = append(names, f.Name)
	}
	return strings.Join(names, " ")
}

func TestWalk(t *testing.T) {
	dir := tree(t, map[string]string{
		"b.txt": "", "a/z.md": "", "a-b.TXT": "", "a/10.txt": "", "a/9.txt": "",
		"x.mark": "", "x.gold.jsonl": "", "~$b.txt": "", "__MACOSX/b.txt": "", ".DS_Store": "", ".git/a.txt": "",
		"c.docx": "", "run/run.json": `{"program":"zhaibao","schema_version":"1"}`, "run/texts/a.txt": "", "other/run.json": `{"note":"zhaibao"}`, "other/a.txt": "",
		"extract-out/a.txt": "",
	})
	l := Walk([]string{dir})
	if got, want := fileNames(l), "a-b.TXT a/10.txt a/9.txt a/z.md b.txt other/a.txt"; got != want {
		t.Errorf("files %s, want %s", got, want)
	}
	var skips []string
	for _, s := range l.Skips {
		skips = append(skips, s.Name+"="+string(s.Reason))
	}
	want := []string{".DS_Store=hidden", ".git=hidden", "__MACOSX=temporary", "c.docx=unsupported", "extract-out=own output", "other/run.json=unsupported", "run=own output", "x.gold.jsonl=gold", "x.mark=gold", "~$b.txt=temporary"}
	if !slices.Equal(skips, want) {
		t.Errorf("skips %v, want %v", skips, want)
	}
}

func TestWalkArguments(t *testing.T) {
	dir := tree(t, map[string]string{"in/a.txt": "", "in/sub/b.txt": "", "in/c.docx": "", "d.txt": ""})
	p := func(s string) string { return filepath.Join(dir, filepath.FromSlash(s)) }
	for _, c := range []struct {
		name, want string
		inputs     []string
	}{
		{"a file is named by its base", "d.txt", []string{p("d.txt")}},
		{"a pattern's names are relative to its fixed part", "in/a.txt", []string{p("*/a.txt")}},
		{"a pattern may match folders", "a.txt sub/b.txt", []string{p("in/*")}},
		{"standard input has a name", "a.txt stdin.txt sub/b.txt", []string{"-", p("in")}},
		{"nothing is read twice", "a.txt sub/b.txt", []string{p("in"), p("in/a.txt"), p("in")}},
	} {
		if got := fileNames(Walk(c.inputs)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestWalkReportsWhatIsMissing(t *testing.T) {
	l := Walk([]string{filepath.Join(t.TempDir(), "no such.txt")})
	if len(l.Files) != 1 || !errors.Is(l.Files[0].Err, ErrNotFound) {
		t.Fatalf("got %+v", l)
	}
	if msg := l.Files[0].Err.Error(); !strings.Contains(msg, "no such.txt：找不到") {
		t.Errorf("message %q", msg)
	}
}

func TestWalkSurvivesLinkLoops(t *testing.T) {
	dir := tree(t, map[string]string{"a/b.txt": "", "elsewhere/c.txt": ""})
	for link, target := range map[string]string{"a/up": "..", "a/self": "self", "a/z": "../elsewhere"} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Skip("no symbolic links here")
		}
	}
	l := Walk([]string{filepath.Join(dir, "a")})
	var good []string
	for _, f := range l.Files {
		if f.Err == nil {
			good = append(good, f.Name)
		}
	}
	if got := strings.Join(good, " "); got != "b.txt up/elsewhere/c.txt" {
		t.Errorf("files %s", got)
	}
}

// Two documents never share a name: what leads back to a text is its name.
func TestWalkTellsArgumentsApart(t *testing.T) {
	dir := tree(t, map[string]string{
		"a/in/r.txt": "", "a/in/only.txt": "", "b/in/r.txt": "", "c/r.txt": "", "d/other.txt": "",
	})
	p := func(s string) string { return filepath.Join(dir, filepath.FromSlash(s)) }
	for _, c := range []struct {
		inputs []string
		want   string
	}{
		{[]string{"-", "-"}, "stdin.txt"},
		{[]string{p("a"), p("d")}, "in/only.txt in/r.txt other.txt"},
		{[]string{p("a/in"), p("c")}, "c/r.txt in/only.txt in/r.txt"},
		{[]string{p("a/in"), p("b/in")}, "a/in/only.txt a/in/r.txt b/in/r.txt"},
		{[]string{p("a/in/r.txt"), p("c/r.txt"), p("d")}, "c/r.txt in/r.txt other.txt"},
		{[]string{p("*/in"), p("c/*.txt")}, "a/in/only.txt a/in/r.txt b/in/r.txt r.txt"},
		{[]string{p("a/in"), p("missing.txt"), p("missing.txt")}, p("missing.txt") + " " + p("missing.txt") + " only.txt r.txt"},
	} {
		if got := fileNames(Walk(c.inputs)); got != c.want {
			t.Errorf("%v: files %s, want %s", c.inputs, got, c.want)
		}
	}
}
