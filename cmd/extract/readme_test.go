package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const readme = "../../README.md"

// opening is the sentence that README.md begins with.
const opening = "送戏下乡120余场，观众近3.5万人次，其中儿童8000人次；明年计划演出150场。"

// TestReadme: the excerpts in README.md are what the program prints, and its
// library code is the tested example. With -update the README is rewritten.
func TestReadme(t *testing.T) {
	text := string(read(t, readme))
	reports, err := filepath.Abs(reportsDir)
	if err != nil {
		t.Fatal(err)
	}
	example := strings.NewReplacer("package corpus_test", "package main", "func Example()", "func main()").
		Replace(string(read(t, "../../corpus/example_test.go")))
	if !strings.Contains(text, "“"+strings.TrimSuffix(opening, "。")+"”") {
		t.Errorf("README.md does not begin with %q", opening)
	}
	home, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir()) // where extract-out is written
	write(t, []byte(opening), "a.txt")
	want := replaceBlock(t, text, "opening", factTable(t, run(t, "--quiet", "-o", "-", "a.txt")))
	want = replaceBlock(t, want, "extract reports", fenced("text", "$ extract testdata/reports\n"+string(run(t, reports))))
	want = replaceBlock(t, want, "extract explain", fenced("text", "$ extract explain --text '"+opening+"'\n"+string(run(t, "explain", "--text", opening))))
	want = replaceBlock(t, want, "corpus/example_test.go", fenced("go", example))
	t.Chdir(home)
	if *update {
		write(t, []byte(want), readme)
		return
	}
	compare(t, "README.md (go test ./cmd/extract -update rewrites it)", []byte(text), []byte(want))
}

// factTable shows facts, which are JSONL, as a Markdown table.
func factTable(t *testing.T, facts []byte) string {
	t.Helper()
	columns := []string{"text", "metric_name", "value", "unit", "bound", "role", "basis", "start", "end"}
	b := bytes.NewBufferString("| " + strings.Join(columns, " | ") + " |\n|" + strings.Repeat("---|", len(columns)) + "\n")
	for _, row := range jsonlRows(t, facts) {
		for _, name := range columns {
			b.WriteString("| " + row[name] + " ")
		}
		b.WriteString("|\n")
	}
	return b.String()
}

func fenced(language, content string) string {
	return "```" + language + "\n" + strings.TrimSpace(content) + "\n```\n"
}

// replaceBlock puts content between the comment of that name and the next <!-- end -->.
func replaceBlock(t *testing.T, text, name, content string) string {
	t.Helper()
	head, rest, ok := strings.Cut(text, "<!-- "+name+" -->\n")
	_, tail, ended := strings.Cut(rest, "<!-- end -->")
	if !ok || !ended {
		t.Fatalf("README.md has no block %q", name)
	}
	return head + "<!-- " + name + " -->\n" + content + "<!-- end -->" + tail
}
