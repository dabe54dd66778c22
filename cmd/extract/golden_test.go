package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

var update = flag.Bool("update", false, "rewrite testdata/golden from the present output")

// TestGolden compares what the program makes of the project's own reports with
// testdata/golden, byte for byte. After a change of rules or words look at the
// difference that this command makes, and commit it with the change:
//
//	go test ./cmd/extract -run Golden -update
func TestGolden(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	run(t, "--quiet", "-o", out, reportsDir)
	names := slices.DeleteFunc(files(t, out), func(name string) bool { return name == "run.json" })
	if *update {
		if err := os.RemoveAll(goldenDir); err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			write(t, read(t, out, name), goldenDir, name)
		}
	}
	if want := files(t, goldenDir); !slices.Equal(names, want) {
		t.Fatalf("the run wrote %q, the golden folder has %q", names, want)
	}
	for _, name := range names {
		compare(t, name, read(t, out, name), read(t, goldenDir, name))
	}
}

// TestWorkers: the number of workers changes no byte.
func TestWorkers(t *testing.T) {
	dir := t.TempDir()
	one, eight := filepath.Join(dir, "1"), filepath.Join(dir, "8")
	run(t, "--quiet", "--workers", "1", "--format", allFormats, "--texts", "-o", one, reportsDir, trickyFolder(t))
	run(t, "--quiet", "--workers", "8", "--format", allFormats, "--texts", "-o", eight, reportsDir, trickyFolder(t))
	for _, name := range files(t, one) {
		if name != "run.json" {
			compare(t, name, read(t, eight, name), read(t, one, name))
		}
	}
	stream := run(t, "--quiet", "-o", "-", "--workers", "3", reportsDir, trickyFolder(t))
	if !bytes.Equal(stream, read(t, one, "facts.jsonl")) {
		t.Error("-o - and facts.jsonl differ")
	}
}
