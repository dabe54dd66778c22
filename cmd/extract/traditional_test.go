package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/extract/catalog"
)

// TestTraditional: a report in traditional characters gives the figures of the
// same report in simplified ones, place by place.
func TestTraditional(t *testing.T) {
	toTraditional, toSimplified := characters(catalog.Builtin().Fold)
	for _, in := range []string{reportsDir, damagedFolder(t)} {
		dir := t.TempDir()
		for _, name := range files(t, in) {
			if strings.HasSuffix(name, ".txt") {
				text := read(t, in, name)
				write(t, text, dir, "simplified", name)
				write(t, []byte(replace(string(text), toTraditional)), dir, "traditional", name)
			}
		}
		for _, table := range []string{"facts", "documents", "gaps"} {
			rows := map[string][]map[string]string{}
			for _, way := range []string{"simplified", "traditional"} {
				out := filepath.Join(dir, way+".out")
				run(t, "--quiet", "-o", out, filepath.Join(dir, way))
				rows[way] = csvRows(t, read(t, out, table+".csv"))
			}
			sameRows(t, table, rows["simplified"], rows["traditional"], toSimplified)
		}
	}
}

// sameRows compares two tables, spelling and what follows from it aside.
func sameRows(t *testing.T, table string, want, got []map[string]string, toSimplified map[rune]rune) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d rows, want %d", table, len(got), len(want))
	}
	for i := range min(len(got), len(want)) {
		for column, value := range want[i] {
			if column == "id" || strings.HasSuffix(column, "hash") || slices.Contains([]string{"same_as", "parent", "target_id"}, column) && value != "" && got[i][column] != "" {
				continue
			}
			if folded := replace(got[i][column], toSimplified); folded != replace(value, toSimplified) {
				t.Errorf("%s, row %d of %s: %s is %q, want %q\n%s", table, i+2, got[i]["file"], column, got[i][column], value, want[i]["sentence"])
			}
		}
	}
}

// characters reads lines "traditional simplified" both ways; of several
// traditional forms the first is written.
func characters(pairs string) (toTraditional, toSimplified map[rune]rune) {
	toTraditional, toSimplified = map[rune]rune{}, map[rune]rune{}
	for line := range strings.Lines(pairs) {
		if pair := []rune(strings.TrimSpace(line)); len(pair) == 3 {
			toSimplified[pair[0]] = pair[2]
			if _, ok := toTraditional[pair[2]]; !ok {
				toTraditional[pair[2]] = pair[0]
			}
		}
	}
	return toTraditional, toSimplified
}

func replace(s string, to map[rune]rune) string {
	return strings.Map(func(r rune) rune {
		if c, ok := to[r]; ok {
			return c
		}
		return r
	}, s)
}
