package gold

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// shared is where the annotated reports and the reference scorer lie, beside the module.
const shared = "../../../shared/gold"

func needShared(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(shared); err != nil {
		t.Skipf("the annotated reports are not at hand: %v", err)
	}
}

func needReference(t *testing.T) {
	t.Helper()
	needShared(t)
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skipf("the reference scorer needs python3: %v", err)
	}
}

// guideCodes are the metric codes of the annotation guide.
func guideCodes(t *testing.T) []string {
	t.Helper()
	guide, err := os.ReadFile(filepath.Join(shared, "GUIDE.md"))
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, m := range regexp.MustCompile(`(?m)^\| ([a-z_]+) \| `).FindAllSubmatch(guide, -1) {
		codes = append(codes, string(m[1]))
	}
	return codes
}

// python runs a script with the reference on its path and returns what it says on stderr.
func python(t *testing.T, script string, args ...string) string {
	t.Helper()
	var stderr bytes.Buffer
	c := exec.Command("python3", append([]string{"-B", "-c", script, shared}, args...)...)
	c.Stderr = &stderr
	if out, err := c.Output(); err != nil {
		t.Fatalf("%v\n%s%s", err, out, stderr.Bytes())
	}
	return stderr.String()
}

func TestMarksReadAsTheReferenceHasThem(t *testing.T) {
	needShared(t)
	for _, set := range []string{"dev", "seed"} {
		for _, d := range mustReadDir(t, filepath.Join(shared, set), guideCodes(t)) {
			file := filepath.Join(shared, set, d.Name)
			text, err := os.ReadFile(file + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			if d.Text != string(text) {
				t.Errorf("%s: another text", d.Name)
			}
			compareWithJSONL(t, d, file+goldEnding)
		}
	}
}

// compareWithJSONL compares a parsed mark with the .gold.jsonl the reference made of it.
func compareWithJSONL(t *testing.T, d *Document, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want, err := readGoldJSONL(file, data)
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"id", "region", "org", "period"} {
		if d.Meta[key] != want.Meta[key] {
			t.Errorf("%s: %s is %q, want %q", d.Name, key, d.Meta[key], want.Meta[key])
		}
	}
	if !slices.EqualFunc(d.Facts, want.Facts, equalMarked) {
		t.Errorf("%s: got\n%+v\nwant\n%+v", d.Name, d.Facts, want.Facts)
	}
}

const markScript = `
import sys
sys.path.insert(0, sys.argv[1])
import mark2gold
mark2gold.main(sys.argv[2:])
`

// TestBrokenMarks breaks the samples in many ways and compares problems and
// facts with the reference's.
func TestBrokenMarks(t *testing.T) {
	needReference(t)
	codes, rng, dir := guideCodes(t), rand.New(rand.NewPCG(1, 2)), t.TempDir()
	var docs []*Document
	var problems strings.Builder
	for i := range 100 {
		name := fmt.Sprintf("m%03d.mark", i)
		data := breakMark(t, rng)
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
		d, err := ParseMark(name, data, codes)
		if err != nil {
			fmt.Fprintln(&problems, err)
		}
		docs = append(docs, d)
	}
	said := strings.ReplaceAll(python(t, markScript, dir), "'", `"`)
	if said != problems.String() {
		t.Errorf("the reference complains of\n%s\nwe complain of\n%s", said, problems.String())
	}
	for _, d := range docs {
		if !slices.ContainsFunc(d.Facts, func(f Marked) bool { return f.Metric == "" }) { // no row for the reader
			compareWithJSONL(t, d, filepath.Join(dir, d.Name+goldEnding))
		}
	}
}

// breakMark replaces a few characters of a sample by what matters to the parser.
func breakMark(t *testing.T, rng *rand.Rand) []byte {
	t.Helper()
	file := []string{"library.mark", "town/harvest.mark"}[rng.IntN(2)]
	data, err := os.ReadFile(filepath.Join("testdata/reports", file))
	if err != nil {
		t.Fatal(err)
	}
	pieces := []string{"", "", "⟦", "⟧", "|", "=", "#", "x", "\n", "\r\n", "\r", "|high=9|", "|unit=", "|missing=1|", "百分之", "成", "%", "余", "　", " "}
	text := []rune(string(data))
	for range 1 + rng.IntN(12) {
		at, piece := rng.IntN(len(text)), pieces[rng.IntN(len(pieces))]
		text = slices.Replace(text, at, at+1, []rune(piece)...)
	}
	return []byte(string(text))
}

const scoreScript = `
import contextlib, sys
sys.path.insert(0, sys.argv[1])
import score
gold, work, n = sys.argv[2], sys.argv[3], int(sys.argv[4])
for i in range(n):
    files = [f"{work}/{i}.facts.jsonl"] + ([f"{work}/{i}.docs.jsonl"] if i % 5 else [])
    for flag, ending in (("--json", "json"), ("--errors", "txt")):
        with open(f"{work}/{i}.{ending}", "w", encoding="utf-8") as w, contextlib.redirect_stdout(w):
            score.main([gold] + files + [flag])
`

// TestScoreIsTheReferences compares both reports with the reference's, byte
// for byte, on predictions made from the annotation itself (version 0) and
// damaged ones.
func TestScoreIsTheReferences(t *testing.T) {
	needReference(t)
	sets := map[string]int{"dev": 50, "seed": 150}
	if testing.Short() {
		sets = map[string]int{"dev": 3, "seed": 10}
	}
	for set, versions := range sets {
		t.Run(set, func(t *testing.T) {
			t.Parallel()
			dir, work := filepath.Join(shared, set), t.TempDir()
			gold := mustReadDir(t, dir, guideCodes(t))
			d := newDamager(gold, guideCodes(t))
			for i := range versions + 1 {
				d.write(t, filepath.Join(work, fmt.Sprint(i)), i)
			}
			python(t, scoreScript, dir, work, fmt.Sprint(versions+1))
			for i := range versions + 1 {
				compareReports(t, gold, filepath.Join(work, fmt.Sprint(i)), i)
			}
		})
	}
}

func compareReports(t *testing.T, gold []*Document, file string, version int) {
	t.Helper()
	var docs []DocPrediction
	if version%5 != 0 {
		docs = mustReadDocuments(t, file+".docs.jsonl")
	}
	r := Score(gold, mustReadFacts(t, file+".facts.jsonl"), docs)
	compareFile(t, file+".json", jsonLine(t, r))
	if !spellsNumbersOddly(version) {
		compareFile(t, file+".txt", text(t, r, true))
	}
}

func compareFile(t *testing.T, file string, got []byte) {
	t.Helper()
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(got, want) {
		return
	}
	g, w := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range min(len(g), len(w)) {
		if !bytes.Equal(g[i], w[i]) {
			t.Errorf("%s: line %d is\n%s\nwant\n%s", filepath.Base(file), i+1, g[i], w[i])
			return
		}
	}
	t.Errorf("%s: %d lines, want %d", filepath.Base(file), len(g), len(w))
}
