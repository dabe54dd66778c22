package bench

import (
	"runtime"
	"slices"
	"sync"

	"github.com/zhaibao/zhaibao/segment"
	"github.com/zhaibao/zhaibao/segment/fast"
)

// passes is how often fast goes over a corpus: once is too short to be measured.
const passes = 24

// times is the corpus n times over.
func (c *Corpus) times(n int) *Corpus {
	return &Corpus{Name: c.Name, Documents: slices.Repeat(c.Documents, n), Bytes: n * c.Bytes, Figures: n * c.Figures}
}

// fast adds package fast over the corpus, on one core and on two.
func (s *stage) fast(c *Corpus) {
	c = c.times(passes)
	for _, cores := range []int{1, 2} {
		workers := make([][]segment.Span, cores)
		s.add("fast", c, cores, func() (Answer, error) { return whole(c, fastWords(c, workers)) })
	}
}

// fastWords cuts every document, with a goroutine a worker, and counts the words
// and their bytes. The workers keep their memory.
func fastWords(c *Corpus, workers [][]segment.Span) Answer {
	answers := make([]Answer, len(workers))
	var wg sync.WaitGroup
	for i := range workers {
		wg.Go(func() {
			words, seg, a := workers[i], fast.Default(), Answer{}
			for at := i; at < len(c.Documents); at += len(workers) {
				words = seg.AppendWords(words[:0], c.Documents[at].Text)
				a.Count += len(words)
				for _, w := range words {
					a.Sum += int64(w.Len())
				}
			}
			workers[i], answers[i] = words, a
		})
	}
	wg.Wait()
	var all Answer
	for _, a := range answers {
		all.add(a)
	}
	return all
}

// wordAllocations counts fast's a document after a first round over the corpus.
func wordAllocations(c *Corpus) float64 {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var words []segment.Span
	cut := func() {
		for _, d := range c.Documents {
			words = fast.Default().AppendWords(words[:0], d.Text)
		}
	}
	cut()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	cut()
	runtime.ReadMemStats(&after)
	return float64(after.Mallocs-before.Mallocs) / float64(len(c.Documents))
}

// wordsRatio is a ratio of the segmenters, over the corpus that does worst, the
// varied one included.
func (r *Report) wordsRatio(g Goal) Ratio {
	worst := Ratio{Goal: g}
	for i := range r.Results {
		one := &r.Results[i]
		if one.Name != "fast" || one.Cores != 1 {
			continue
		}
		over := r.Find("gse", one.Corpus, 1)
		if g.Name == "words_cores" {
			one, over = r.Find("fast", one.Corpus, 2), one
		}
		if v := one.Speed() / over.Speed(); worst.Corpus == "" || v < worst.Value {
			worst.Value, worst.Corpus = v, one.Corpus
		}
	}
	return worst
}
