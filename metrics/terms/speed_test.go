package terms_test

import (
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
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
// every table, and prints time and memory: three and nine hundred of them, with
// ZHAIBAO_SLOW one and ten thousand. Reports of the same words and groups
// take the same memory, however many they are. Of texts that have ever new words
// the vocabulary grows, and the tables of pairs and strings keep to their limit.
func TestMemoryFollowsTheVocabulary(t *testing.T) {
	less, more := 300, 900
	if os.Getenv("ZHAIBAO_SLOW") != "" {
		less, more = 1_000, 10_000
	}
	for _, c := range []struct {
		what string
		next func(t *testing.T) func() terms.Report
	}{{"reports of the frames", framed}, {"texts with ever new words", varied}} {
		few, many := measure(t, less, c.next(t)), measure(t, more, c.next(t))
		t.Log(c.what)
		for _, m := range []measured{few, many} {
			t.Logf("%6d reports, %5.1f MB: %4.1f s, %d words, %d groups, vocabulary %d, heap %.1f MB; counts too low by %d (pairs), %d (strings) at most",
				m.reports, mb(m.bytes), m.took.Seconds(), m.words, m.groups, m.vocabulary, mb(m.heap), m.lostPairs, m.lostStrings)
		}
		vocabulary, grown := float64(many.vocabulary)/float64(few.vocabulary), float64(many.heap)/float64(few.heap)
		t.Logf("%.1f times the reports: %.2f times the vocabulary, %.2f times the heap", float64(many.reports)/float64(few.reports), vocabulary, grown)
		if most := float64(few.heap)*1.2*max(1, vocabulary) + full; float64(many.heap) > most {
			t.Errorf("%.1f MB, more than %.1f", mb(many.heap), most/(1<<20))
		}
	}
}

// The limits of the test, and the bytes that full tables take: twice 40 each
// where a map has just grown.
const (
	limit = 100_000
	full  = 2 * limit * 80
)

type measured struct {
	reports, words, groups, vocabulary, bytes int
	heap                                      int // bytes that the table holds
	lostPairs, lostStrings                    int
	took                                      time.Duration // without making the texts
}

func mb(bytes int) float64 { return float64(bytes) / (1 << 20) }

// heap is what lives on the heap, in bytes.
func heap() int {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC() // what pools held
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// measure counts n reports by period.
func measure(t *testing.T, n int, next func() terms.Report) (m measured) {
	a, err := terms.Compile(terms.Options{
		Segmenter: fast.Default(), StopWords: terms.ReadStopWords(terms.BuiltinStopWords),
		Plan: metrics.Plan{By: metrics.ByPeriod}, Window: 1, NewWords: true, PairLimit: limit, StringLimit: limit,
	})
	if err != nil {
		t.Fatal(err)
	}
	table, w := a.NewTable(), a.NewWorker()
	var counts terms.Counts
	for range n {
		r := next()
		start := time.Now()
		w.Count(r, &counts)
		table.Add(&counts)
		m.took += time.Since(start)
		m.reports++
		m.bytes += len(r.Text)
	}
	m.words, m.groups, m.vocabulary = table.Words(), table.Groups(), table.Vocabulary()
	m.lostPairs, m.lostStrings = table.Lost()
	with := heap()
	runtime.KeepAlive(table)
	table = nil
	m.heap = with - heap()
	runtime.KeepAlive(w)
	return m
}

// framed writes reports of package synth, some counties at a time.
func framed(t *testing.T) func() terms.Report {
	frames, err := synth.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	var files []synth.File
	seed := uint64(0)
	return func() terms.Report {
		for len(files) == 0 || len(files[0].Reports) > 1 {
			if len(files) > 0 {
				files = files[1:]
				continue
			}
			seed++
			c, err := frames.Generate(synth.Options{Seed: seed, Counties: 20, Bureaus: 5})
			if err != nil {
				t.Fatal(err)
			}
			files = c.Files
		}
		f := files[0]
		files = files[1:]
		return parsed(f.Text, f.Reports[0].County, f.Reports[0].Period)
	}
}

// varied writes texts of 400 words, of one to four characters or of six Latin
// letters, which are drawn from a vocabulary of a million so that the n-th is
// drawn about n times as seldom as the first.
func varied(*testing.T) func() terms.Report {
	rng := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(rng, 1.1, 3, 1_000_000)
	var b strings.Builder
	return func() terms.Report {
		b.Reset()
		for i := range 400 {
			word := rand.New(rand.NewPCG(zipf.Uint64(), 3)) // the same each time that it is drawn
			if word.IntN(8) == 0 {
				for range 6 {
					b.WriteByte('a' + byte(word.IntN(26)))
				}
				continue
			}
			for range 1 + word.IntN(4) {
				b.WriteRune(rune(0x4E00 + word.IntN(3000)))
			}
			if i%8 == 7 {
				b.WriteString("。")
			}
		}
		return parsed(b.String(), "甲县", []string{"2022", "2023"}[rng.IntN(2)])
	}
}

func parsed(text, place, when string) terms.Report {
	var d segment.Document
	d.Parse(text, segment.Span{End: len(text)})
	return terms.Report{ReportKey: metrics.ReportKey{Region: place, Period: period.Period(when)}, Text: text, Sentences: d.Sentences}
}

// BenchmarkCount is one core over reports of package synth: what a worker does
// and what adding up takes.
func BenchmarkCount(b *testing.B) {
	a, err := terms.Compile(terms.Options{Segmenter: fast.Default(), Window: 1, NewWords: true})
	if err != nil {
		b.Fatal(err)
	}
	next := framed(new(testing.T))
	reports := make([]terms.Report, 500)
	for i := range reports {
		reports[i] = next()
	}
	b.Run("worker", func(b *testing.B) {
		w := a.NewWorker()
		var c terms.Counts
		for i := 0; b.Loop(); i++ {
			r := reports[i%len(reports)]
			b.SetBytes(int64(len(r.Text)))
			w.Count(r, &c)
		}
	})
	b.Run("table", func(b *testing.B) {
		counts := make([]terms.Counts, len(reports))
		w, t := a.NewWorker(), a.NewTable()
		for i, r := range reports {
			w.Count(r, &counts[i])
		}
		for i := 0; b.Loop(); i++ {
			b.SetBytes(int64(len(reports[i%len(reports)].Text)))
			t.Add(&counts[i%len(reports)])
		}
	})
}
