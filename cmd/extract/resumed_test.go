package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/zhaibao/zhaibao/internal/cli"
)

// TestResumedWithOtherOptions: whatever was asked of a folder before, a resumed
// run gives what a run from the start gives, with its exit status; the files are
// freshly written, so that their times prove nothing, or old.
func TestResumedWithOtherOptions(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	text := "青河县文化馆2019年上半年工作总结\n举办文化活动128场，惠及群众35420人次，培训农民350人次。\n送戏下乡46场，投入资金236.5万元，购置图书18650册、电脑75台。\n"
	write(t, []byte(text), in, "a.txt")
	write(t, []byte(text), in, "b.txt") // the same, another file
	write(t, []byte(strings.ReplaceAll(text, "青河县", "白沙区")), in, "c.txt")
	write(t, []byte("安河县2020年工作总结\n农家书屋12家，每周开放42小时，举办活动25场。\n"), in, "d.txt")
	write(t, nil, in, "empty.txt")
	at := strings.Index(text, "350人次")
	start := len([]rune(text[:at]))
	write(t, fmt.Appendf(nil, "text_hash,start,end,action,metric,value\n%x,%d,%d,change,,999\n", sha256.Sum256([]byte(text)), start, start+5), dir, "fixes.csv")
	write(t, []byte("file,period,copy\nb.txt,2021H1,\nc.txt,,no\n"), dir, "meta.csv")
	write(t, []byte("metrics:\n  - {code: bookhouses, name: 农家书屋, additive: true}\nwords:\n  - {metric: bookhouses, units: [place], nouns: [农家书屋], override: true}\n"), dir, "my.yaml")
	options := [][]string{
		{},
		{"--corrections", filepath.Join(dir, "fixes.csv")},
		{"--meta", filepath.Join(dir, "meta.csv")},
		{"--catalog", filepath.Join(dir, "my.yaml")},
		{"--keep-copies"},
		{"--strict"},
		{"--by", "region,period,label"},
		{"--format", "csv,jsonl"},
	}
	status := func(args ...string) int {
		var out, errs bytes.Buffer
		got := cli.Main(args, cli.Streams{In: strings.NewReader(""), Out: &out, Err: &errs, Env: func(string) string { return "" }}, readers, formats...)
		if got > 1 {
			t.Fatalf("extract %s: status %d\n%s", strings.Join(args, " "), got, &errs)
		}
		return got
	}
	with := func(out string, o []string, more ...string) []string {
		return append(append([]string{"--quiet", "-o", filepath.Join(dir, out), in}, more...), o...)
	}
	fresh := make([]int, len(options))
	for i, o := range options {
		fresh[i] = status(with(fmt.Sprint("fresh", i), o)...)
	}
	if fresh[5] != 1 {
		t.Errorf("--strict ends with status %d where a file is empty", fresh[5])
	}
	for _, old := range []bool{false, true} {
		if old {
			long := time.Now().Add(-time.Hour)
			for _, name := range files(t, in) {
				if err := os.Chtimes(filepath.Join(in, name), long, long); err != nil {
					t.Fatal(err)
				}
			}
		}
		for i, first := range options {
			for k, second := range options {
				name := fmt.Sprint("out", old, i)
				status(with(name, first, "--resume")...)
				for range 2 { // the second time nothing changed
					if got := status(with(name, second, "--resume")...); got != fresh[k] {
						t.Errorf("%v after %v: status %d, want %d", second, first, got, fresh[k])
					}
					sameResults(t, filepath.Join(dir, name), filepath.Join(dir, fmt.Sprint("fresh", k)))
				}
				if t.Failed() {
					t.Fatalf("%v after %v, old files %v", second, first, old)
				}
			}
		}
	}
}
