package terms_test

import (
	"os"
	"runtime"
	"testing"
	"time"

	"github.com/zhaibao/zhaibao/internal/synth"
	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/metrics/terms"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
	"github.com/zhaibao/zhaibao/segment/fast"
)

// TestMemoryFollowsTheVocabulary counts generated reports in one pass, with
// every table, and prints time and memory: a thousand of them and, with
// ZHAIBAO_SLOW, ten thousand, else three. Reports of the same words and groups
// take no more memory, however many they are.
func TestMemoryFollowsTheVocabulary(t *testing.T) {
	more := 3_000
	if os.Getenv("ZHAIBAO_SLOW") != "" {
		more = 10_000
	}
	few, many := measure(t, 1_000), measure(t, more)
	for _, m := range []measured{few, many} {
		t.Logf("%6d reports, %5.1f MB: %.1f s, %d words, %d groups, vocabulary %d; heap %.1f MB, on the way %.1f MB",
			m.reports, mb(m.bytes), m.took.Seconds(), m.words, m.groups, m.vocabulary, mb(m.heap), mb(m.peak))
	}
	grown := float64(many.heap) / float64(few.heap)
	vocabulary := float64(many.vocabulary) / float64(few.vocabulary)
	t.Logf("%.1f times the reports: %.2f times the vocabulary, %.2f times the heap", float64(many.reports)/float64(few.reports), vocabulary, grown)
	if grown > 1.5*max(vocabulary, 1)+0.5 {
		t.Error("the memory grows faster than the vocabulary")
	}
}

type measured struct {
	reports, words, groups, vocabulary, bytes int
	heap, peak                                int // bytes, what the table holds, and at most on the way
	took                                      time.Duration
}

func mb(bytes int) float64 { return float64(bytes) / (1 << 20) }

// heap is what lives on the heap.
func heap() int {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// measure counts n generated reports of four periods, by period.
func measure(t *testing.T, n int) (m measured) {
	frames, err := synth.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	a, err := terms.Compile(terms.Options{
		Segmenter: fast.Default(), StopWords: terms.ReadStopWords(terms.BuiltinStopWords),
		Plan: metrics.Plan{By: metrics.ByPeriod}, Window: 1, NewWords: true, StringLimit: 200_000,
	})
	if err != nil {
		t.Fatal(err)
	}
	table, w := a.NewTable(), a.NewWorker()
	var (
		doc    segment.Document
		counts terms.Counts
		before = heap()
	)
	// Some counties at a time, so that the texts themselves do not fill the memory.
	for seed := uint64(1); m.reports < n; seed++ {
		c, err := frames.Generate(synth.Options{Seed: seed, Counties: 20, Bureaus: 5})
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		for _, f := range c.Files {
			if len(f.Reports) > 1 || m.reports == n {
				continue
			}
			doc.Parse(f.Text, segment.Span{End: len(f.Text)})
			r := &f.Reports[0]
			w.Count(terms.Report{ReportKey: metrics.ReportKey{Region: r.County, Period: period.Period(r.Period)}, Text: f.Text, Sentences: doc.Sentences}, &counts)
			table.Add(&counts)
			m.reports++
			m.bytes += len(f.Text)
		}
		m.took += time.Since(start)
		c = nil
		m.peak = max(m.peak, heap()-before)
	}
	m.words, m.groups, m.vocabulary = table.Words(), table.Groups(), table.Vocabulary()
	m.heap = heap() - before
	runtime.KeepAlive(table)
	return m
}
