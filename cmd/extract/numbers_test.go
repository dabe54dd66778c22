package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNumbersAddUp: every Arabic digit of a text lies in exactly one row of
// `extract numbers`, and documents.csv and the summary of the run count those rows.
func TestNumbersAddUp(t *testing.T) {
	for _, in := range []string{reportsDir, trickyFolder(t), damagedFolder(t)} {
		out := filepath.Join(t.TempDir(), "out")
		said := string(run(t, "--lang", "en", "-o", out, in))
		want := map[string]tally{}
		for _, row := range csvRows(t, read(t, out, "documents.csv")) {
			sum := want[row["file"]]
			sum.all += number(t, row["numbers"])
			sum.unexplained += number(t, row["unexplained"])
			want[row["file"]] = sum
		}
		var arabic, han tally
		for file, sum := range want {
			path := filepath.Join(in, file)
			rows := jsonlRows(t, run(t, "numbers", path))
			coverDigits(t, file, []rune(string(run(t, "text", path))), rows)
			var got tally
			for _, row := range rows {
				got.add(row)
				switch {
				case strings.ContainsFunc(row["text"], isDigit):
					arabic.add(row)
				case row["reason"] != "word":
					han.add(row)
				}
			}
			if got != sum {
				t.Errorf("%s: numbers lists %v, documents.csv has %v", file, got, sum)
			}
		}
		all := tally{arabic.all + han.all, arabic.unexplained + han.unexplained}
		if line := fmt.Sprintf("(%v): Arabic %s (%v), Chinese %s (%v,", all, arabic.percent(), arabic, han.percent(), han); !strings.Contains(said, line) {
			t.Errorf("the summary of %s says\n%s\nwant %s", in, said, line)
		}
	}
}

// tally counts numerals, and those not explained among them.
type tally struct{ all, unexplained int }

func (n *tally) add(row map[string]string) {
	n.all++
	if row["verdict"] == "unexplained" {
		n.unexplained++
	}
}

func (n tally) String() string { return fmt.Sprintf("%d/%d", n.unexplained, n.all) }

func (n tally) percent() string {
	if n.all == 0 {
		return "0%"
	}
	return fmt.Sprintf("%.1f%%", 100*float64(n.unexplained)/float64(n.all))
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }

// coverDigits asks that every digit of the text lies in exactly one of the rows.
func coverDigits(t *testing.T, file string, text []rune, rows []map[string]string) {
	t.Helper()
	times := make([]int, len(text))
	for _, row := range rows {
		for i := number(t, row["start"]); i < number(t, row["end"]); i++ {
			times[i]++
		}
	}
	for i, r := range text {
		if isDigit(r) && times[i] != 1 {
			t.Errorf("%s: the digit at %d, in %q, is listed %d times", file, i, string(text[max(0, i-8):min(len(text), i+8)]), times[i])
		}
	}
}

// damagedFolder holds the texts of damaged numbers, each a file of its own.
func damagedFolder(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../../extract/testdata/damaged.txt")
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "damaged")
	for i, row := range strings.Split(string(data), "\n") {
		if text, _, ok := strings.Cut(row, " → "); ok && row[0] != '#' {
			write(t, []byte(strings.ReplaceAll(text, "⏎", "\n")), dir, fmt.Sprintf("%03d.txt", i))
		}
	}
	return dir
}
