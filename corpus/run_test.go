package corpus

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/corpus/correct"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
)

const second = "白石镇2020年文化工作总结\n2020年，我镇举办活动12场，群众满意。\n一、主要做法\n举办培训班3期，培训120人次。\n"

// collect runs over inputs and writes one line per item.
func collect(t *testing.T, inputs []string, opts Options) (string, Stats, error) {
	t.Helper()
	var b strings.Builder
	stats, err := Run(context.Background(), inputs, opts, func(it *Item) error {
		if it.Err != nil {
			fmt.Fprintf(&b, "%s#%d %v\n", it.File, it.Doc, it.Err)
			return nil
		}
		fmt.Fprintf(&b, "%s#%d %s %s %s %s %s %s\n", it.File, it.Doc, it.Region, it.Org, it.Period, it.Format, it.Encoding, it.Document.Span.Of(it.Document.Text)[:9])
		return nil
	})
	return b.String(), stats, err
}

func compiled(t *testing.T) *extract.Extractor {
	t.Helper()
	ex, err := extract.Compile(catalog.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	return ex
}

func TestRun(t *testing.T) {
	dir := tree(t, map[string]string{
		"a.txt":         sample + second,
		"bad/empty.txt": "",
		"bad/pdf.txt":   "%PDF-1.4",
		"gb.txt":        gb(sample),
		"u16.md":        in16(sample, binary.LittleEndian),
		"x.docx":        "",
	})
	got, stats, err := collect(t, []string{dir}, Options{Extractor: compiled(t)})
	if err != nil {
		t.Fatal(err)
	}
	want := `a.txt#1 青岭县 青岭县文化馆 2019 txt utf-8 青岭县
a.txt#2 白石镇  2020 txt utf-8 白石镇
bad/empty.txt#0 bad/empty.txt：` + ErrEmpty.Error() + `
bad/pdf.txt#0 bad/pdf.txt：这是 PDF，请先导出为文本 (a PDF; export its text first)
gb.txt#1 青岭县 青岭县文化馆 2019 txt gb18030 青岭县
u16.md#1 青岭县 青岭县文化馆 2019 md utf-16le 青岭县
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if stats.Files != 5 || stats.Reports != 4 || stats.Failed != 2 || len(stats.Skips) != 1 {
		t.Errorf("stats %+v", stats)
	}
}

// TestRunFindsFacts runs the whole way over the project's own reports.
func TestRunFindsFacts(t *testing.T) {
	reports(t, ownDir)
	facts := func(workers int) (n int) {
		_, err := Run(context.Background(), []string{ownDir}, Options{Extractor: compiled(t), Workers: workers}, func(it *Item) error {
			if it.Err != nil {
				t.Error(it.Err)
				return nil
			}
			n += len(it.Result.Facts)
			return nil
		})
		if err != nil {
			t.Error(err)
		}
		return n
	}
	if one, many := facts(1), facts(8); one == 0 || one != many {
		t.Errorf("%d facts with one worker, %d with eight", one, many)
	}
}

func TestRunIsTheSameForAnyNumberOfWorkers(t *testing.T) {
	files := map[string]string{}
	for i := range 200 {
		files[fmt.Sprintf("%d/%d.txt", i%7, i)] = strings.Repeat(sample+second, 1+i%5)
	}
	dir := tree(t, files)
	want, _, _ := collect(t, []string{dir}, Options{Workers: 1})
	for _, n := range []int{2, 3, 16} {
		if got, _, err := collect(t, []string{dir}, Options{Workers: n}); got != want || err != nil {
			t.Errorf("%d workers give another output, %v", n, err)
		}
	}
}

// Corrections hold for a text wherever it lies, in whatever encoding, and for
// each of its reports; the result is the same for any number of workers.
func TestRunCorrects(t *testing.T) {
	ex := compiled(t)
	text := sample + second
	place := func(words string) string {
		start := utf8.RuneCountInString(text[:strings.Index(text, words)])
		return fmt.Sprintf("%s,%d,%d", correct.TextHash(text), start, start+utf8.RuneCountInString(words))
	}
	list, err := correct.Read("f.csv", []byte("text_hash,start,end,action,value\n"+
		place("120余场")+",change,12\n"+place("培训班3期")+",delete,\n"+place("120人次")+",delete,\n"), ex)
	if err != nil {
		t.Fatal(err)
	}
	dir := tree(t, map[string]string{"a.txt": text, "b/gb.txt": gb(text), "c.txt": sample})
	var cache *Cache
	corrected := func(workers int) string {
		var b strings.Builder
		stats, err := Run(context.Background(), []string{dir}, Options{Extractor: ex, Corrections: list, Workers: workers, Cache: cache}, func(it *Item) error {
			if it.TextHash != correct.TextHash(it.Document.Text) {
				t.Errorf("%s has the hash %s", it.File, it.TextHash)
			}
			for _, f := range it.Result.Facts {
				fmt.Fprintf(&b, "%s#%d %s %s; ", it.File, it.Doc, f.Of(it.Document.Text), f.Quantity.Value)
			}
			return nil
		})
		o := stats.Corrections
		if err != nil || list != nil && (o.Applied != 2 || o.Unmatched != 1 || o.Unused != 0 || o.Misses[0].Line != 3 || o.Misses[0].File != "a.txt") {
			t.Errorf("%+v, %v", o, err)
		}
		return b.String()
	}
	want := "a.txt#1 120余场 12; a.txt#1 3.5万人次 35000; a.txt#2 12场 12; a.txt#2 3期 3; " +
		"b/gb.txt#1 120余场 12; b/gb.txt#1 3.5万人次 35000; b/gb.txt#2 12场 12; b/gb.txt#2 3期 3; " +
		"c.txt#1 120余场 120; c.txt#1 3.5万人次 35000; "
	for _, workers := range []int{1, 4} {
		if got := corrected(workers); got != want {
			t.Errorf("%d workers\n got %s\nwant %s", workers, got, want)
		}
	}
	// what a cache holds is not corrected: neither by a run that fills it, nor for one without corrections
	if cache, err = OpenCache(filepath.Join(t.TempDir(), "journal"), ""); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if got := corrected(2); got != want {
			t.Errorf("with a cache\n got %s\nwant %s", got, want)
		}
		path := cache.journal.Path()
		cache.Close()
		if cache, err = OpenCache(path, ""); err != nil {
			t.Fatal(err)
		}
	}
	list = nil
	if got := corrected(2); !strings.Contains(got, "a.txt#1 120余场 120;") || strings.Count(got, "培训班")+strings.Count(got, "3期") != 2 {
		t.Errorf("without corrections, from the cache: %s", got)
	}
	cache.Close()
}

func TestRunReadsStandardInput(t *testing.T) {
	got, _, err := collect(t, []string{"-"}, Options{Stdin: strings.NewReader(sample)})
	if err != nil || !strings.HasPrefix(got, "stdin.txt#1 青岭县") {
		t.Errorf("got %s, %v", got, err)
	}
}

func TestRunWithoutReports(t *testing.T) {
	dir := tree(t, map[string]string{"a.docx": "", "b.pdf": ""})
	_, stats, err := collect(t, []string{dir}, Options{})
	if !errors.Is(err, ErrNoReports) || !strings.Contains(err.Error(), "a.docx, b.pdf") || len(stats.Skips) != 2 {
		t.Errorf("got %v, %+v", err, stats)
	}
}

func TestRunKeepsToTheSizeLimit(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": sample, "b.txt": strings.Repeat(sample, 100)})
	got, stats, err := collect(t, []string{dir}, Options{MaxBytes: 1000})
	if err != nil || stats.Failed != 1 || !strings.Contains(got, "b.txt：文件太大") {
		t.Errorf("got %s, %v", got, err)
	}
	got, _, _ = collect(t, []string{"-"}, Options{MaxBytes: 10, Stdin: strings.NewReader(sample)})
	if !strings.Contains(got, "stdin.txt：文件太大") {
		t.Errorf("standard input: %s", got)
	}
}

func TestRunWithoutPermission(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read everything")
	}
	dir := tree(t, map[string]string{"a.txt": sample, "locked.txt": sample})
	if err := os.Chmod(filepath.Join(dir, "locked.txt"), 0); err != nil {
		t.Fatal(err)
	}
	got, _, err := collect(t, []string{dir}, Options{})
	if err != nil || !strings.Contains(got, "locked.txt：没有读取权限") {
		t.Errorf("got %s, %v", got, err)
	}
}

func TestRunGoesOnAfterAPanic(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": sample + second, "b.txt": sample})
	var log bytes.Buffer
	got, stats, err := collect(t, []string{dir}, Options{
		Log: slog.New(slog.NewTextHandler(&log, nil)),
		extract: func(r extract.Report, _ *extract.Result) {
			if r.Period == "2020" {
				panic("boom")
			}
		},
	})
	if err != nil || stats.Reports != 2 || stats.Failed != 1 || !strings.Contains(got, "a.txt#2 a.txt："+ErrInternal.Error()) {
		t.Errorf("got %s %+v, %v", got, stats, err)
	}
	if !strings.Contains(log.String(), "boom") || !strings.Contains(log.String(), "worker.go") {
		t.Errorf("the log lacks the stack: %s", log.String())
	}
}

func TestRunStops(t *testing.T) {
	files := map[string]string{}
	for i := range 500 {
		files[fmt.Sprintf("%03d.txt", i)] = sample
	}
	dir := tree(t, files)
	ctx, cancel := context.WithCancel(context.Background())
	n, start := 0, time.Now()
	_, err := Run(ctx, []string{dir}, Options{}, func(*Item) error {
		if n++; n == 10 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) || n != 10 || time.Since(start) > 5*time.Second {
		t.Errorf("cancelled after %d items, %v", n, err)
	}
	full := errors.New("disk full")
	if _, err := Run(context.Background(), []string{dir}, Options{}, func(*Item) error { return full }); err != full {
		t.Errorf("the callback's error is lost: %v", err)
	}
}

func TestRunReportsProgress(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": sample, "b.txt": "", "c.txt": sample})
	var got []string
	collect(t, []string{dir}, Options{Progress: func(p Progress) {
		got = append(got, fmt.Sprintf("%d/%d %v %d", p.Done, p.Total, p.Bytes == p.All, p.Failed))
	}})
	if strings.Join(got, ", ") != "1/3 false 0, 2/3 false 1, 3/3 true 1" {
		t.Errorf("progress %v", got)
	}
}

func TestRunTakesAHugeLine(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": strings.Repeat("今年共演出120余场，观众3.5万人次，", 20<<20/50)})
	start := time.Now()
	if got, stats, err := collect(t, []string{dir}, Options{}); err != nil || stats.Reports != 1 {
		t.Errorf("got %s %+v, %v", got, stats, err)
	}
	if d := time.Since(start); d > 10*time.Second {
		t.Errorf("it took %v", d)
	}
}
