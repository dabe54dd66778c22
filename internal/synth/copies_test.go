package synth

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/copies"
)

// TestCopiesAreFound: of 3,000 reports, 100,000 with ZHAIBAO_SLOW, the copies are found
// with precision and recall of 0.95 at least, and none of different periods.
func TestCopiesAreFound(t *testing.T) {
	n := 3000
	if os.Getenv("ZHAIBAO_SLOW") != "" {
		n = 100_000
	}
	files, dir := copyFiles(t, CopyOptions{Seed: 8, Files: n})
	found, took := marks(t, dir, 0)
	s := judgeCopies(t, files, found)
	t.Logf("%d reports in %.1fs: precision %.4f, recall %.4f", n, took.Seconds(), s.precision(), s.recall())
	t.Log(s.kinds())
	if s.precision() < 0.95 || s.recall() < 0.95 {
		t.Errorf("precision %.4f, recall %.4f, want 0.95", s.precision(), s.recall())
	}
	if s.periods > 0 {
		t.Errorf("%d pairs of different periods merged", s.periods)
	}
}

// TestTheLine: reports of one template with figures of their own are far from
// the line from which on a report is a copy.
func TestTheLine(t *testing.T) {
	files, dir := copyFiles(t, CopyOptions{Seed: 8, Files: 1500})
	families := map[int][]copies.Sketch{}
	_, err := corpus.Run(context.Background(), []string{dir}, corpus.Options{Extractor: extractor(t), Copies: true}, func(it *corpus.Item) error {
		if f := files[it.File]; f.Kin == Source || f.Kin == Form {
			families[f.Family] = append(families[f.Family], copies.Sketch{Text: it.Sketch.Text, Figures: it.Sketch.Figures})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	most, sum, n := 0, 0, 0
	for _, list := range families {
		for i := range list {
			for k := range i {
				text, figures := copies.Similarity(&list[i], &list[k])
				most, sum, n = max(most, min(text, figures)), sum+min(text, figures), n+1
			}
		}
	}
	t.Logf("%d pairs of one template filled in by two offices: similarity 0.%02d on average, 0.%02d at most; a copy from 0.%02d on", n, sum/max(1, n), most, copies.Line)
	if n == 0 || most >= copies.Line {
		t.Errorf("%d pairs, similarity up to 0.%02d", n, most)
	}
}

// TestCopiesAreTheSameForAnyNumberOfWorkers compares every mark.
func TestCopiesAreTheSameForAnyNumberOfWorkers(t *testing.T) {
	_, dir := copyFiles(t, CopyOptions{Seed: 9, Files: 600})
	one, _ := marks(t, dir, 1)
	for _, workers := range []int{2, 7} {
		many, _ := marks(t, dir, workers)
		if len(one) != len(many) {
			t.Fatal(len(one), len(many))
		}
		for name, m := range one {
			if got := many[name]; got.Of != m.Of || got.Similarity != m.Similarity || got.Exact != m.Exact || !slices.Equal(got.Echoes, m.Echoes) {
				t.Errorf("%d workers: %s %+v, one: %+v", workers, name, got, m)
			}
		}
	}
}

func copyFiles(t testing.TB, o CopyOptions) (map[string]*CopyFile, string) {
	t.Helper()
	list, err := frames(t).Copies(o)
	if err != nil {
		t.Fatal(err)
	}
	dir, files := t.TempDir(), map[string]*CopyFile{}
	for i := range list {
		f := &list[i]
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		os.MkdirAll(filepath.Dir(name), 0o777)
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
		f.Data, f.Text = nil, ""
		files[f.Name] = f
	}
	return files, dir
}

// marks runs over the folder and returns what is said of every file.
func marks(t testing.TB, dir string, workers int) (map[string]copies.Mark, time.Duration) {
	t.Helper()
	found, start := map[string]copies.Mark{}, time.Now()
	_, err := corpus.Run(context.Background(), []string{dir}, corpus.Options{Extractor: extractor(t), Workers: workers, Copies: true}, func(it *corpus.Item) error {
		if it.Err != nil {
			return it.Err
		}
		found[it.File] = it.Copy
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found, time.Since(start)
}

// score counts marks right and wrong.
type score struct {
	right, wrong, missed int
	periods              int // pairs of different periods
	of                   map[Kin][3]int
	least                map[Kin]int // similarity of the marked
}

func (s *score) precision() float64 { return float64(s.right) / float64(max(1, s.right+s.wrong)) }
func (s *score) recall() float64    { return float64(s.right) / float64(max(1, s.right+s.missed)) }

func (s *score) kinds() string {
	var b strings.Builder
	kinds := []Kin{Source, Twin, Recoded, Near, Form, Sibling, Reissued, MaskedOwn}
	for _, k := range kinds {
		fmt.Fprintf(&b, "\n%-15s %6d marked rightly, %4d wrongly, %4d missed", k, s.of[k][0], s.of[k][1], s.of[k][2])
		if l, ok := s.least[k]; ok {
			fmt.Fprintf(&b, ", similarity from 0.%02d", l)
		}
	}
	return strings.ReplaceAll(b.String(), "0.100", "1.00")
}

// judgeCopies holds marks against the truth: every report of a cluster but the
// first by path is a copy of an earlier one of the cluster.
func judgeCopies(t *testing.T, files map[string]*CopyFile, found map[string]copies.Mark) *score {
	t.Helper()
	first := map[int]string{}
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if c := files[name].Cluster; first[c] == "" {
			first[c] = name
		}
	}
	s := &score{of: map[Kin][3]int{}, least: map[Kin]int{}}
	for _, name := range names {
		f, m := files[name], found[name]
		of, _, _ := strings.Cut(m.Of, "#")
		n := s.of[f.Kin]
		switch source := files[of]; {
		case m.Of == "" && first[f.Cluster] == name:
		case m.Of == "":
			s.missed++
			n[2]++
		case source == nil || of >= name:
			t.Fatalf("%s is called a copy of %q", name, m.Of)
		case source.Cluster == f.Cluster:
			s.right++
			n[0]++
			s.least[f.Kin] = min(cmp.Or(s.least[f.Kin], 100), m.Similarity)
		default:
			s.wrong++
			n[1]++
			if source.Period != f.Period {
				s.periods++
			}
		}
		s.of[f.Kin] = n
	}
	return s
}
