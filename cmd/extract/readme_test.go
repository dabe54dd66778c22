package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const readme = "../../README.md"

// TestReadme: the excerpts in README.md are what the program prints, and its
// library code is the tested example. With -update the README is rewritten.
func TestReadme(t *testing.T) {
	text := string(read(t, readme))
	reports, err := filepath.Abs(reportsDir)
	if err != nil {
		t.Fatal(err)
	}
	example := string(read(t, "../../corpus/example_test.go"))
	example = example[strings.Index(example, "func Example()"):]
	sentence := "全年开展送戏下乡演出120余场，明年计划演出150场。"
	want := text
	home, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir()) // where extract-out is written
	want = replaceBlock(t, want, "extract reports", "$ extract testdata/reports\n"+string(run(t, reports)))
	want = replaceBlock(t, want, "extract explain", "$ extract explain --text '"+sentence+"'\n"+string(run(t, "explain", "--text", sentence)))
	want = replaceBlock(t, want, "corpus/example_test.go", example)
	t.Chdir(home)
	if *update {
		write(t, []byte(want), readme)
		return
	}
	compare(t, "README.md (go test ./cmd/extract -update rewrites it)", []byte(text), []byte(want))
}

// replaceBlock puts content into the fenced block that follows the comment.
func replaceBlock(t *testing.T, text, comment, content string) string {
	t.Helper()
	head, rest, ok := strings.Cut(text, "<!-- "+comment+" -->\n")
	fence, _, _ := strings.Cut(rest, "\n")
	_, tail, ended := strings.Cut(rest, "\n```\n<!-- end -->")
	if !ok || !ended {
		t.Fatalf("README.md has no block %q", comment)
	}
	return head + "<!-- " + comment + " -->\n" + fence + "\n" + strings.TrimSpace(content) + "\n```\n<!-- end -->" + tail
}
