package terms

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/period"
)

// everything are all rows of a table.
func everything(t *Table) string {
	var b strings.Builder
	t.Terms(func(r *TermRow) error { fmt.Fprintln(&b, *r); return nil })
	t.Keyness(0, func(r *KeyRow) error { fmt.Fprintln(&b, *r); return nil })
	t.Shares(func(r *ShareRow) error { fmt.Fprintln(&b, *r); return nil })
	fmt.Fprintln(&b, t.Collocations())
	fmt.Fprintln(&b, t.NewWords())
	fmt.Fprintln(&b, t.Reports(), t.Words(), t.Groups(), t.Vocabulary())
	return b.String()
}

// anyReport draws a report of a few places, periods and words.
func anyReport(t *rapid.T) Report {
	text := ""
	for range rapid.IntRange(0, 12).Draw(t, "words") {
		text += rapid.SampledFrom([]string{"演出", "观众", "文化", "村晚", "的", "，", "。", "12场", "书屋", "甲县"}).Draw(t, "word")
	}
	r := reportOf(rapid.SampledFrom([]string{"甲县", "乙县"}).Draw(t, "place"), "", text)
	r.Period = rapid.SampledFrom([]period.Period{"2019", "2020"}).Draw(t, "period")
	return r
}

func anyOptions(t *testing.T) Options {
	d, err := ReadDictionary("d.csv", []byte("group,word\n文化,文化\n演出,演出\n演出,演出观众\n"))
	if err != nil {
		t.Fatal(err)
	}
	return Options{
		Segmenter: newToy("演出 观众 文化"), Window: 2, MinCount: 1, Dictionary: d, Engine: engine, Patterns: []Pattern{{Name: "屋", Expr: "书屋"}},
		NewWords: true, MinNew: 1, MinReports: 1, MinCohesion: -100, MinEntropy: -1,
	}
}

// However reports are parted among tables, and in whatever order these are
// merged, the rows are those of one table that takes all of them.
func TestAnyWayOfMergingGivesTheSameRows(t *testing.T) {
	a, err := Compile(anyOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		tables := []*Table{a.NewTable(), a.NewTable(), a.NewTable()}
		all, w := a.NewTable(), a.NewWorker()
		var c Counts
		for range rapid.IntRange(0, 12).Draw(t, "reports") {
			w.Count(anyReport(t), &c)
			all.Add(&c)
			tables[rapid.IntRange(0, 2).Draw(t, "table")].Add(&c)
		}
		order := rapid.Permutation([]int{0, 1, 2}).Draw(t, "order")
		merged := tables[order[0]]
		for _, i := range order[1:] {
			if err := merged.Merge(tables[i]); err != nil {
				t.Fatal(err)
			}
		}
		if got, want := everything(merged), everything(all); got != want {
			t.Errorf("merged\n%s\nin one\n%s", got, want)
		}
		w.Count(anyReport(t), &c) // and goes on after merging
		merged.Add(&c)
		all.Add(&c)
		if got, want := everything(merged), everything(all); got != want {
			t.Errorf("merged and one more\n%s\nin one\n%s", got, want)
		}
	})
}

func TestTablesOfTwoAnalyzersDoNotMerge(t *testing.T) {
	var tables []*Table
	for range 2 {
		a, err := Compile(Options{Segmenter: newToy("")})
		if err != nil {
			t.Fatal(err)
		}
		tables = append(tables, a.NewTable())
	}
	if err := tables[0].Merge(tables[1]); err == nil {
		t.Error("no error")
	}
}

// A full table keeps to its limit, counts nothing too high, nothing more than
// lost too low, and the same keys give the same table.
func TestLossyKeepsItsWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		limit := rapid.IntRange(1, 20).Draw(t, "limit")
		l, again := newLossy[int](limit), newLossy[int](limit)
		truth, reports := map[int]uint32{}, map[int]map[uint32]bool{}
		for i := range rapid.IntRange(0, 300).Draw(t, "adds") {
			k, n, report := rapid.IntRange(0, 60).Draw(t, "key"), rapid.SampledFrom([]uint32{1, 1, 2, 300}).Draw(t, "n"), uint32(1+i/10)
			l.add(k, n, report)
			again.add(k, n, report)
			truth[k] += n
			if reports[k] == nil {
				reports[k] = map[uint32]bool{}
			}
			reports[k][report] = true
			if len(l.cells) > limit {
				t.Fatalf("%d keys, the limit is %d", len(l.cells), limit)
			}
		}
		for k, n := range truth {
			got := l.cells[k]
			if got.n > n || got.n+l.lost < n || int(got.docs) > len(reports[k]) {
				t.Errorf("%d is counted %d times in %d reports, it occurs %d times in %d; lost %d", k, got.n, got.docs, n, len(reports[k]), l.lost)
			}
			if l.lost == 0 && int(got.docs) != len(reports[k]) {
				t.Errorf("%d: %d reports, want %d", k, got.docs, len(reports[k]))
			}
		}
		if !reflect.DeepEqual(l.cells, again.cells) || l.lost != again.lost {
			t.Error("the same keys give another table")
		}
	})
}

// With tables that are far too small nothing fails, and cohesion and entropy
// are not above those of a table that lost nothing.
func TestFullTablesAreCautious(t *testing.T) {
	o := anyOptions(t)
	exact, err := Compile(o)
	if err != nil {
		t.Fatal(err)
	}
	o.PairLimit, o.StringLimit = 3, 6
	small, err := Compile(o)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		all, few := exact.NewTable(), small.NewTable()
		w, v := exact.NewWorker(), small.NewWorker()
		var c Counts
		for range rapid.IntRange(1, 8).Draw(t, "reports") {
			r := anyReport(t)
			w.Count(r, &c)
			all.Add(&c)
			v.Count(r, &c)
			few.Add(&c)
		}
		truth := map[string]NewWord{}
		for _, n := range all.NewWords() {
			truth[n.Text] = n
		}
		for _, n := range few.NewWords() {
			w := truth[n.Text]
			if n.Count > w.Count || n.Cohesion > w.Cohesion+1e-9 {
				t.Errorf("%+v, without a limit %+v", n, w)
			}
		}
		few.Collocations()
	})
}
