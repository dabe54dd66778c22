package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/zhaibao/zhaibao/segment"
)

// reports are the texts of testdata/reports.
func reports(tb testing.TB) []string {
	tb.Helper()
	paths, err := filepath.Glob(filepath.FromSlash("../testdata/reports/*.txt"))
	if err != nil || len(paths) == 0 {
		tb.Fatalf("no reports under testdata/reports: %v", err)
	}
	var texts []string
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			tb.Fatal(err)
		}
		texts = append(texts, string(data))
	}
	return texts
}

// run segments and extracts one text with reused memory.
func run(w *Worker, doc *segment.Document, text string, res *Result) {
	doc.Parse(text, segment.Span{End: len(text)})
	w.Extract(Report{Doc: doc, Period: "2023"}, res)
}

// check holds a result to the laws of every extraction: spans inside the text
// and in order, links that lead somewhere, every numeral accounted for once.
func check(t *testing.T, text string, res *Result) {
	t.Helper()
	last := 0
	for i := range res.Facts {
		f := &res.Facts[i]
		if f.Start < last || f.End <= f.Start || f.End > len(text) {
			t.Fatalf("fact %d [%d,%d) after %d in %q", i, f.Start, f.End, last, text)
		}
		last = f.Start
		if f.Label.Start < 0 || f.Label.End > len(text) || f.Label.End < f.Label.Start {
			t.Fatalf("label [%d,%d) of %q", f.Label.Start, f.Label.End, text)
		}
		for _, link := range []int{f.SameAs, f.Parent, f.TargetOf} {
			if link < None || link >= len(res.Facts) || link == i {
				t.Fatalf("fact %d of %q links to %d", i, text, link)
			}
		}
		if f.Missing && f.Quantity.HasValue {
			t.Fatalf("fact %q is missing and has a value", f.Of(text))
		}
	}
	last = 0
	for _, n := range res.Numerals {
		if n.Start < last || n.Span.End > len(text) {
			t.Fatalf("numeral [%d,%d) after %d in %q", n.Start, n.Span.End, last, text)
		}
		last = n.Span.End
		if (n.Verdict == IsNonfact) != (n.Reason != "" && n.Verdict != IsFact && n.Verdict != IsGap) {
			t.Fatalf("numeral %q: verdict %s, reason %q", n.Of(text), n.Verdict, n.Reason)
		}
	}
}

func TestReportsKeepTheLaws(t *testing.T) {
	e := mustCompile(t)
	w := e.NewWorker()
	var doc segment.Document
	var res, again Result
	for _, text := range reports(t) {
		run(w, &doc, text, &res)
		check(t, text, &res)
		run(e.NewWorker(), &doc, text, &again)
		if len(res.Facts) != len(again.Facts) {
			t.Fatalf("a used worker finds %d facts, a new one %d", len(res.Facts), len(again.Facts))
		}
		for i := range res.Facts {
			if res.Facts[i] != again.Facts[i] {
				t.Fatalf("fact %d differs between a used worker and a new one", i)
			}
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, s := range sentences {
		f.Add(s.text)
	}
	f.Add("指标 目标值 完成值\n演出（场） 20 25\n")
	f.Add("一、下一步打算\n1.送戏100场。（单位：万元）\n总投资 300 200")
	for _, s := range []string{"指标 目标\n\"》\t，5\n场\t、10场\n", "》\t，5", "场\t、10场", "新建场馆4个、满意率分别92%以上。"} {
		f.Add(s) // once out of bounds, or without end
	}
	e := mustCompile(f)
	f.Fuzz(func(t *testing.T, text string) {
		var doc segment.Document
		var res Result
		run(e.NewWorker(), &doc, text, &res)
		check(t, text, &res)
	})
}

// TestLinear asks that time grow with the text and no faster.
func TestLinear(t *testing.T) {
	e := mustCompile(t)
	w := e.NewWorker()
	var doc segment.Document
	var res Result
	for _, unit := range []string{"送戏12场，", "3人、", "12 ", "一", "其中5人，", "已完成", "（1）救助3人；", "目标10 ", "每", "计划3场", "A", "均已完成", "增长", "“", "（", "X场", "的30%", "演出10场", "2018年演出10场", "活动5场（春节2场，",
		"开放3小时 ", "用时3天 ", "80岁", "有3人 ", "各级3人", "观众3人 ", "完成情况：拨付3万元已完成，", "正在建设", "分别增长1%、"} {
		cost := func(n int) time.Duration {
			text := strings.Repeat(unit, n/len(unit))
			best := time.Hour
			for range 2 {
				start := time.Now()
				run(w, &doc, text, &res)
				best = min(best, time.Since(start))
			}
			return best
		}
		for attempt := 1; ; attempt++ { // other work on the machine may spoil one measurement
			small, large := cost(1<<14), cost(1<<17)
			if large <= 40*small || large <= 100*time.Millisecond {
				break
			}
			if attempt == 4 {
				t.Errorf("%q: %v for 16 kB, %v for 128 kB", unit, small, large)
				break
			}
		}
	}
}

func BenchmarkExtract(b *testing.B) {
	texts := reports(b)
	w := mustCompile(b).NewWorker()
	var doc segment.Document
	var res Result
	bytes, facts := 0, 0
	for _, text := range texts {
		bytes += len(text)
		run(w, &doc, text, &res)
		facts += len(res.Facts)
	}
	if facts < 500 {
		b.Fatalf("%d facts: the benchmark measures something else", facts)
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			run(w, &doc, text, &res)
		}
	}
	b.ReportMetric(float64(facts)*float64(b.N)/b.Elapsed().Seconds(), "facts/s")
}

func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		mustCompile(b)
	}
}
