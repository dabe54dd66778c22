package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/internal/cli"
)

// The folders that tests read, from the package's own.
const (
	reportsDir = "../../testdata/reports"
	goldenDir  = "../../testdata/golden"
	sharedDir  = "../../../shared" // annotated reports beside the module; tests skip where it is absent
)

// run runs the program in this process and returns what it wrote to standard output.
func run(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	status := cli.Main(args, cli.Streams{
		In: strings.NewReader(""), Out: &out, Err: &errs,
		Env: func(string) string { return "" },
	}, readers, formats...)
	if status != 0 {
		t.Fatalf("extract %s: status %d\n%s", strings.Join(args, " "), status, &errs)
	}
	return out.Bytes()
}

// files lists the files under dir with slashes, sorted.
func files(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			var name string
			name, err = filepath.Rel(dir, path)
			names = append(names, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	return names
}

func read(t *testing.T, elements ...string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(elements...))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t *testing.T, data []byte, elements ...string) {
	t.Helper()
	path := filepath.Join(elements...)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// compare tells of the first line that differs.
func compare(t *testing.T, name string, got, want []byte) {
	t.Helper()
	if bytes.Equal(got, want) {
		return
	}
	g, w := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range min(len(g), len(w)) {
		if !bytes.Equal(g[i], w[i]) {
			t.Errorf("%s: line %d is\n%s\nwant\n%s", name, i+1, g[i], w[i])
			return
		}
	}
	t.Errorf("%s: %d lines, want %d", name, len(g), len(w))
}
