package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestEvalIsTheReferences: extract eval prints what the reference scorer says
// of the main job's output over the bare texts.
func TestEvalIsTheReferences(t *testing.T) {
	score := filepath.Join(sharedDir, "gold", "score.py")
	if _, err := os.Stat(score); err != nil {
		t.Skipf("the annotated reports are not at hand: %v", err)
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skipf("the reference scorer needs python3: %v", err)
	}
	for _, set := range []string{"dev", "seed"} {
		t.Run(set, func(t *testing.T) {
			marked, out := filepath.Join(sharedDir, "gold", set), filepath.Join(t.TempDir(), "out")
			run(t, "--quiet", "--format", "jsonl", "-o", out, marked)
			for _, flag := range []string{"--json", "--errors"} {
				c := exec.Command("python3", "-B", score, marked, filepath.Join(out, "facts.jsonl"), filepath.Join(out, "documents.jsonl"), flag)
				c.Stderr = os.Stderr
				want, err := c.Output()
				if err != nil {
					t.Fatal(err)
				}
				compare(t, set+" "+flag, run(t, "eval", flag, marked), want)
			}
		})
	}
}

// TestExplainReadsAll: every report of the project can be explained.
func TestExplainReadsAll(t *testing.T) {
	for _, name := range files(t, reportsDir) {
		if filepath.Ext(name) == ".txt" {
			run(t, "explain", filepath.Join(reportsDir, name))
		}
	}
}
