package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestGen(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "demo")
	var out bytes.Buffer
	if err := run([]string{"-o", folder, "-counties", "2", "-periods", "2022H1,2023", "-bureaus", "2", "-copies", "3"}, &out); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(folder, "reports", "*.txt"))
	if len(files) != 11 { // 8 reports and 3 copies
		t.Errorf("%d files\n%s", len(files), &out)
	}
	for _, name := range []string{"truth_facts.tsv", "truth_cells.tsv"} {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil || bytes.Count(data, []byte("\n")) < 30 {
			t.Errorf("%s: %d bytes, %v", name, len(data), err)
		}
	}
}

func TestGenRefuses(t *testing.T) {
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "mine.txt"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		want string
		args []string
	}{
		{"name a folder", nil},
		{"not empty", []string{"-o", full}},
		{"write 2022", []string{"-o", filepath.Join(full, "a"), "-periods", "2022Q1"}},
		{"write 2022", []string{"-o", filepath.Join(full, "a"), "-periods", "2022H3"}},
		{"ask for fewer", []string{"-o", filepath.Join(full, "a"), "-bureaus", "40"}},
		{"ask for fewer", []string{"-o", filepath.Join(full, "a"), "-counties", "100000"}},
	} {
		err := run(c.args, &bytes.Buffer{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want %q", c.args, err, c.want)
		}
	}
}
