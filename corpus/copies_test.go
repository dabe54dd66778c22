package corpus

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/zhaibao/zhaibao/corpus/correct"
	"github.com/zhaibao/zhaibao/extract"
)

// Of reports that are the same to the byte one worker extracts the first alone.
func TestExactCopiesAreExtractedOnce(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": second, "b.txt": second, "c/d.txt": gb(second), "e.txt": sample})
	for _, copies := range []bool{true, false} {
		var calls atomic.Int32
		var marks []string
		stats, err := Run(context.Background(), []string{dir}, Options{Copies: copies, Workers: 1,
			extract: func(extract.Report, *extract.Result) { calls.Add(1) }}, func(it *Item) error {
			marks = append(marks, it.File+" "+it.Copy.Of)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		want, calls2, n := "a.txt ,b.txt a.txt#1,c/d.txt a.txt#1,e.txt ", int32(2), 2
		if !copies {
			want, calls2, n = "a.txt ,b.txt ,c/d.txt ,e.txt ", 4, 0
		}
		if got := strings.Join(marks, ","); got != want || calls.Load() != calls2 || stats.Copies != n || stats.Exact != n {
			t.Errorf("%s: %d extracted, %d copies", got, calls.Load(), stats.Copies)
		}
	}
}

// A report whose text does not say its year has it from its file's name, so that
// the same text twice speaks of two years, which are never copies.
func TestTheSameTextOfTwoYears(t *testing.T) {
	text := strings.NewReplacer("2020年", "上半年").Replace(second)
	dir := tree(t, map[string]string{"2019.txt": text, "2020.txt": text})
	periods := map[string]bool{}
	stats, err := Run(context.Background(), []string{dir}, Options{Copies: true}, func(it *Item) error {
		periods[string(it.Period)] = true
		return nil
	})
	if err != nil || stats.Copies != 0 || !periods["2019H1"] || !periods["2020H1"] {
		t.Errorf("%v %d copies, %v", err, stats.Copies, periods)
	}
}

// Corrections of a text that stands twice are applied, whichever worker comes first.
func TestCorrectionsOfCopies(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": second, "b.txt": second})
	data, err := os.ReadFile(filepath.Join(dir, "a.txt"))
	if err != nil {
		t.Fatal(err)
	}
	at := len([]rune(string(data)[:strings.Index(string(data), "12场")]))
	ex := compiled(t)
	list, err := correct.Read("fixes.csv", []byte("text_hash,start,end,action\n"+correct.TextHash(string(data))+","+strconv.Itoa(at)+","+strconv.Itoa(at+3)+",delete\n"), ex)
	if err != nil {
		t.Fatal(err)
	}
	for _, workers := range []int{1, 4} {
		stats, err := Run(context.Background(), []string{dir}, Options{Extractor: ex, Corrections: list, Copies: true, Workers: workers}, func(*Item) error { return nil })
		if o := stats.Corrections; err != nil || o.Applied != 1 || o.Unmatched != 0 || len(o.Misses) != 0 || stats.Exact != 1 {
			t.Errorf("%v %+v", err, o)
		}
	}
}
