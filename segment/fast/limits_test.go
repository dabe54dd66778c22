package fast

import (
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unsafe"

	"github.com/zhaibao/zhaibao/segment"
	"github.com/zhaibao/zhaibao/segment/fast/internal/dict"
)

// TestStart prints what loading the dictionary takes; the goals are 30 ms and 60 MB.
func TestStart(t *testing.T) {
	took := time.Hour
	var d *dict.Dict
	var before, after runtime.MemStats
	for range 5 {
		d = nil
		runtime.GC()
		runtime.ReadMemStats(&before)
		start := time.Now()
		var err error
		if d, err = dict.Load(stored); err != nil {
			t.Fatal(err)
		}
		took = min(took, time.Since(start))
		runtime.ReadMemStats(&after)
	}
	heap := float64(after.HeapAlloc-before.HeapAlloc) / 1e6
	t.Logf("loaded in %v (goal 30ms), %.1f MB of heap and %.1f MB stored (goal 60 MB), %d units", took.Round(10*time.Microsecond), heap, float64(len(stored))/1e6, len(d.Units))
	if took > 4*30*time.Millisecond || heap+float64(len(stored))/1e6 > 60 {
		t.Error("far from the goal")
	}
	runtime.KeepAlive(d)
}

// TestNoAllocation: a document takes no memory but for the caller's words.
func TestNoAllocation(t *testing.T) {
	s := Default()
	texts := reports(t)
	texts = append(texts, strings.Repeat("中国人民共和国人民生活动", 300), "卡拉OK ＡＢＣ １．２ 😀\xff")
	var dst []segment.Span
	for _, text := range texts {
		dst = s.AppendWords(dst[:0], text)
	}
	if n := testing.AllocsPerRun(10, func() {
		for _, text := range texts {
			dst = s.AppendWords(dst[:0], text)
			s.Tag("群众")
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
	if size := unsafe.Sizeof(window{}); size > 8<<10 {
		t.Errorf("a window takes %d bytes of stack", size)
	}
}

// TestDamagedStore: no damage of the stored form ends the program.
func TestDamagedStore(t *testing.T) {
	for _, n := range []int{0, 5, 8, 16, 20, 1000, 40_000, len(stored) / 2, len(stored) - 1} {
		if _, err := dict.Load(stored[:n]); err == nil {
			t.Errorf("%d bytes of it are taken", n)
		}
	}
	for _, at := range []int{0, 16, 17, 19, 20, 21, 22, 30_000} {
		damaged := slices.Clone(stored)
		damaged[at] ^= 0xFF
		dict.Load(damaged) // an error or a wrong dictionary
	}
	if _, err := dict.Load(append(slices.Clone(stored), 0)); err == nil {
		t.Error("a byte more is taken")
	}
}

// TestInsertKeepsTheOthers: words added one by one find their place and move none away.
func TestInsertKeepsTheOthers(t *testing.T) {
	words := []dict.Word{{Text: "文化", Frequency: 10, Tag: "n"}, {Text: "文化站", Frequency: 5}, {Text: "化工", Frequency: 2}, {Text: "卡拉ok", Frequency: 2}}
	d, err := dict.Build(words)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]bool{}
	for _, w := range words {
		all[w.Text] = true
	}
	for i, text := range reports(t) {
		for _, clause := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("，。、；：\n\t 　", r) }) {
			if runes := []rune(clause); len(runes) <= dict.Longest && len(all) < 3000 {
				if err := d.Insert(clause, uint16(i+1), "x"); err == nil {
					all[clause] = true
				}
			}
		}
	}
	for word := range all {
		if d.Find(word) == 0 {
			t.Fatalf("%s is lost among %d words", word, len(all))
		}
	}
	labels := 0
	for _, u := range d.Units {
		if u&dict.CostMask != 0 {
			labels++
		}
	}
	if labels > len(all) {
		t.Errorf("%d words stand in the array, %d were added", labels, len(all))
	}
	t.Logf("%d words", len(all))
}
