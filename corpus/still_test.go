package corpus

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/zhaibao/zhaibao/extract"
)

// during has change called for a file while it is read, the n-th time from 1.
func during(t *testing.T, change func(path string, n int)) {
	t.Helper()
	times := map[string]int{}
	betweenReads = func(path string) {
		times[path]++
		change(path, times[path])
	}
	t.Cleanup(func() { betweenReads = func(string) {} })
}

// TestFilesThatChange: a file that changes while it is read is read again; one
// that goes on changing fails alone, and is not kept.
func TestFilesThatChange(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": sample, "growing.txt": sample, "once.txt": sample})
	during(t, func(path string, n int) {
		switch base := filepath.Base(path); {
		case base == "growing.txt", base == "once.txt" && n == 1:
			f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
			if err != nil {
				t.Error(err)
				return
			}
			defer f.Close()
			f.WriteString("举办活动77场。\n")
		}
	})
	cache, err := OpenCache(filepath.Join(dir, "journal"), "")
	if err != nil {
		t.Fatal(err)
	}
	defer cache.Close()
	o := Options{Extractor: compiled(t), Workers: 1, Cache: cache}
	facts := map[string]int{}
	failed := map[string]error{}
	if _, err := Run(t.Context(), []string{dir}, o, func(i *Item) error {
		if failed[i.File] = i.Err; i.Err == nil {
			facts[i.File] = len(i.Result.Facts)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if !errors.Is(failed["growing.txt"], ErrChanged) || !strings.HasPrefix(failed["growing.txt"].Error(), "growing.txt：") {
		t.Errorf("growing.txt: %v", failed["growing.txt"])
	}
	if facts["once.txt"] != facts["a.txt"]+1 || facts["a.txt"] == 0 {
		t.Errorf("facts %v: once.txt was read as it was before it changed", facts)
	}
}

// TestFilesThatGo: a file or a folder that is lost while the run goes on, or may
// no longer be read, fails by its name, and the rest is read.
func TestFilesThatGo(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": sample, "b/1.txt": sample, "b/2.txt": sample, "c.txt": sample})
	during(t, func(path string, n int) {
		if filepath.Base(path) == "a.txt" {
			os.RemoveAll(filepath.Join(dir, "b"))
			os.Symlink(filepath.Join(dir, "b"), filepath.Join(dir, "b")) // a loop: as unreadable as without permission, also for root
		}
	})
	got, stats, err := collect(t, []string{dir}, Options{Extractor: compiled(t), Workers: 1})
	if err != nil || stats.Reports != 2 || stats.Failed != 2 {
		t.Errorf("%v %+v", err, stats)
	}
	for _, want := range []string{"a.txt#1 青岭县", "b/1.txt#0 b/1.txt：", "b/2.txt#0 b/2.txt：", "c.txt#1 青岭县"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// TestCacheKnowsFiles: which files a later run takes from the cache, by what
// happened to them between the runs.
func TestCacheKnowsFiles(t *testing.T) {
	old := time.Now().Add(-time.Hour)
	for _, c := range []struct {
		name   string
		change func(path string) error
		kept   int // of two
	}{
		{"nothing", func(string) error { return nil }, 2},
		{"touched", func(path string) error { return os.Chtimes(path, old, old.Add(time.Minute)) }, 2},
		{"moved: its text is kept", func(path string) error { return os.Rename(path, filepath.Join(filepath.Dir(path), "白沙镇.txt")) }, 2},
		{"changed", func(path string) error { return os.WriteFile(path, []byte(second), 0o666) }, 1},
		{"changed in size only", func(path string) error {
			os.WriteFile(path, []byte(sample+second), 0o666)
			return os.Chtimes(path, old, old)
		}, 1},
	} {
		dir := tree(t, map[string]string{"a.txt": sample, "b.txt": second + "。"})
		for _, name := range []string{"a.txt", "b.txt"} {
			os.Chtimes(filepath.Join(dir, name), old, old)
		}
		o := Options{Extractor: compiled(t)}
		var err error
		journal := filepath.Join(t.TempDir(), "journal")
		if o.Cache, err = OpenCache(journal, "k"); err != nil {
			t.Fatal(err)
		}
		collect(t, []string{dir}, o)
		o.Cache.Close()
		if err := c.change(filepath.Join(dir, "a.txt")); err != nil {
			t.Fatal(err)
		}
		if o.Cache, err = OpenCache(journal, "k"); err != nil {
			t.Fatal(err)
		}
		got, stats, _ := collect(t, []string{dir}, o)
		o.Cache.Close()
		want, _, _ := collect(t, []string{dir}, Options{Extractor: o.Extractor})
		if got != want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, want)
		}
		if stats.Kept != c.kept {
			t.Errorf("%s: %d kept, want %d", c.name, stats.Kept, c.kept)
		}
	}
}

// TestTheSameTimeProvesNothing: a file that was changed just before it was read
// and again within its time's granularity, to the same size, is read again.
func TestTheSameTimeProvesNothing(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": "举办活动30场。"})
	path, now := filepath.Join(dir, "a.txt"), time.Now()
	os.Chtimes(path, now, now)
	o := Options{Extractor: compiled(t)}
	var err error
	if o.Cache, err = OpenCache(filepath.Join(t.TempDir(), "journal"), "k"); err != nil {
		t.Fatal(err)
	}
	defer o.Cache.Close()
	values := func() (list []string) {
		Run(t.Context(), []string{dir}, o, func(i *Item) error {
			for _, f := range i.Result.Facts {
				list = append(list, f.Quantity.Value.String())
			}
			return nil
		})
		return list
	}
	before := values()
	os.WriteFile(path, []byte("举办活动77场。"), 0o666)
	os.Chtimes(path, now, now)
	if after := values(); len(before) != 1 || before[0] != "30" || len(after) != 1 || after[0] != "77" {
		t.Errorf("%v, then %v", before, after)
	}
}

// TestTheWindowCountsResults: while the first file takes its time, no more is
// read than the window holds of what comes of the others, however small they are.
func TestTheWindowCountsResults(t *testing.T) {
	files := map[string]string{}
	for i := range 400 {
		files["f"+string(rune('a'+i/26%26))+string(rune('a'+i%26))+string(rune('a'+i/676))+".txt"] = sample
	}
	dir := tree(t, files)
	checkWindow(t, dir)
}

func checkWindow(t *testing.T, dir string) {
	t.Helper()
	gate, extracted := make(chan struct{}), make(chan struct{}, 1000)
	first := make(chan struct{}, 1)
	first <- struct{}{}
	o := Options{Workers: 2}
	o.extract = func(r extract.Report, res *extract.Result) {
		select {
		case <-first:
			<-gate // the first to come waits; the second worker goes on
		default:
		}
		res.Facts = make([]extract.Fact, 10_000) // some megabytes
		extracted <- struct{}{}
	}
	go func() {
		for idle := 0; idle < 20; { // until nothing more is read
			n := len(extracted)
			time.Sleep(20 * time.Millisecond)
			if idle++; len(extracted) > n {
				idle = 0
			}
		}
		each := sizeOf[extract.Fact](10_000)
		if n := int64(len(extracted)); n*each > reorderWindow+8*each || n*each < reorderWindow/2 {
			t.Errorf("%d MB of results wait, the window has %d", n*each>>20, reorderWindow>>20)
		}
		close(gate)
	}()
	if _, err := Run(t.Context(), []string{dir}, o, func(*Item) error { return nil }); err != nil {
		t.Fatal(err)
	}
}
