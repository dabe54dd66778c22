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
				run(t, "--quiet", "--keep-copies", "-o", out, filepath.Join(dir, way)) // of which some have one text in one way of writing
				rows[way] = csvRows(t, read(t, out, table+".csv"))
			}
			sameRows(t, table, rows["simplified"], rows["traditional"], toSimplified)
		}
	}
}

// sameRows compares two tables row by row, spelling aside.
func sameRows(t *testing.T, table string, want, got []map[string]string, toSimplified map[rune]rune) {
	t.Helper()
	place := func(row map[string]string) string { return row["file"] + " " + row["start"] + " " + row["kind"] }
	byPlace := map[string]map[string]string{}
	for _, row := range got {
		byPlace[place(row)] = row
	}
	for _, row := range want {
		other, ok := byPlace[place(row)]
		if !ok {
			t.Errorf("%s: no row for %s of %s", table, row["text"], row["sentence"])
			continue
		}
		for column, value := range row {
			if slices.Contains([]string{"id", "same_as", "parent", "target_id", "text_hash"}, column) {
				continue // made of the text's bytes
			}
			if value = replace(value, toSimplified); replace(other[column], toSimplified) != value {
				t.Errorf("%s: %s of %s is %q, want %q: %s", table, column, other["text"], other[column], value, other["sentence"])
			}
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s: %d rows, want %d", table, len(got), len(want))
	}
}

const (
	unchanged = "教群占了出千合局同向回困奖家志念舍范御才采托折板杯核于注周升占丰准佈几只参叶后征恒愿挨捨扣据斗旗曲术朮松欲泛游烟玩痴盃秋筑系纤胡致谷辟里面须冬幸修吃富即既值酸岩峰暖洁唱群教布床羨克弦尽冲余郁云干刮蒙" // simplified characters that traditional writing has, too, or that have no one other form
	preferred = "馆館镇鎮线線台臺钟鐘历歷药藥录錄墙牆厘釐迹跡脚腳粮糧"                                                                          // the usual ones of several forms
)

// characters reads lines "traditional simplified" both ways; of several
// traditional forms the usual one is written, or the first.
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
	for _, r := range unchanged {
		delete(toTraditional, r)
	}
	usual := []rune(preferred)
	for i := 0; i < len(usual); i += 2 {
		toTraditional[usual[i]] = usual[i+1]
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
