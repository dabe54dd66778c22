package bench

import (
	"fmt"
	"runtime"
	"slices"
	"time"
)

// contender does a whole job over a corpus.
type contender struct {
	name   string
	corpus *Corpus
	cores  int
	// work is what is timed; answer tells afterwards what came of it.
	work   func() error
	answer func() (Answer, error)
}

// Result is how a contender did.
type Result struct {
	Name   string
	Corpus string
	Cores  int
	Bytes  int // of the corpus
	Answer Answer
	Times  []time.Duration // ascending
	CPU    []time.Duration // ascending, of all cores together; zeros where it is not known
}

// Median is the median of the times.
func (r *Result) Median() time.Duration { return r.Times[(len(r.Times)-1)/2] }

// Speed is in MB/s of text, by the median.
func (r *Result) Speed() float64 { return float64(r.Bytes) / 1e6 / r.Median().Seconds() }

// Spread is by how much the slowest time lies above the quickest, as a share.
func (r *Result) Spread() float64 {
	return r.Times[len(r.Times)-1].Seconds()/r.Times[0].Seconds() - 1
}

// Noise is the median of the results' spreads: how much other work the machine
// had. On a machine of its own it stays below a tenth or two.
func (r *Report) Noise() float64 {
	var spreads []float64
	for i := range r.Results {
		spreads = append(spreads, r.Results[i].Spread())
	}
	slices.Sort(spreads)
	return spreads[len(spreads)/2]
}

// Work is the median of the time on processors for a byte, in ns. Other work on
// the machine adds less to it than to the time that passes.
func (r *Result) Work() float64 {
	return float64(r.CPU[(len(r.CPU)-1)/2].Nanoseconds()) / float64(r.Bytes)
}

// Rate is the answer's count a second.
func (r *Result) Rate() float64 { return float64(r.Answer.Count) / r.Median().Seconds() }

// runRounds lets the contenders take turns, so that a machine that slows down
// slows all of them down. An untimed round goes first; its answers must come
// again every time.
func runRounds(list []contender, rounds int) ([]Result, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	results := make([]Result, len(list))
	for round := range rounds + 1 {
		for i := range list {
			if err := list[i].turn(&results[i], round == 0); err != nil {
				return nil, err
			}
		}
	}
	for i := range results {
		slices.Sort(results[i].Times)
		slices.Sort(results[i].CPU)
	}
	return results, nil
}

// turn runs the contender once.
func (c *contender) turn(r *Result, first bool) error {
	runtime.GOMAXPROCS(c.cores)
	runtime.GC()
	used, start := cpuTime(), time.Now()
	err := c.work()
	took := time.Since(start)
	used = cpuTime() - used
	if err != nil {
		return fmt.Errorf("%s over %s: %w", c.name, c.corpus.Name, err)
	}
	a, err := c.answer()
	switch {
	case err != nil:
		return fmt.Errorf("%s over %s: %w", c.name, c.corpus.Name, err)
	case first:
		*r = Result{Name: c.name, Corpus: c.corpus.Name, Cores: c.cores, Bytes: c.corpus.Bytes, Answer: a}
		return nil
	case a != r.Answer:
		return fmt.Errorf("%s over %s answers %v, the first time %v", c.name, c.corpus.Name, a, r.Answer)
	}
	r.Times, r.CPU = append(r.Times, took), append(r.CPU, used)
	return nil
}
