package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/export"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/metrics/terms"
)

// terms counts the words of all reports in one pass and writes the tables.
func (a *app) terms(ctx context.Context, j *termsJob) error {
	started := time.Now()
	var err error
	if j.opts.Segmenter, err = a.segmenter(j.words); err != nil {
		return err
	}
	analyzer, err := terms.Compile(j.opts)
	if err != nil {
		return err
	}
	d, err := export.CreateTerms(j.out, export.TermsOptions{Formats: j.formats, Tables: j.tables, Plan: j.opts.Plan, Top: j.top})
	if err != nil {
		return err
	}
	defer d.Abort()
	r := &termsRun{app: a, job: j, dir: d, table: analyzer.NewTable(), timedOut: map[string]int{}}
	if err := r.read(ctx, analyzer); err != nil {
		r.printFailures()
		return err
	}
	pairs, newWords := r.table.Lost()
	run := export.TermsRun{
		Version: version(), Inputs: j.inputs, Started: started.UTC().Format(time.RFC3339), Seconds: time.Since(started).Seconds(),
		Options: j.told(), Reports: r.table.Reports(), Copies: r.stats.Copies, Words: r.table.Words(), Groups: r.table.Groups(), Terms: r.table.Vocabulary(),
		Lost: export.LostCounts{Collocations: pairs, NewWords: newWords}, TimedOut: r.timedOut, Failures: r.failures,
	}
	if err := d.Close(r.table, run); err != nil {
		return err
	}
	r.printFailures()
	if !j.quiet {
		r.print(time.Since(started))
	}
	if j.strict && len(r.failures) > 0 {
		return errSomeFailed
	}
	return nil
}

// told are the options for run.json.
func (j *termsJob) told() map[string]string {
	o := j.opts
	return map[string]string{
		"segmenter": segmenterName, "words": strings.Join(j.words, ","), "stop_words": strings.Join(j.stopWords, ","), "min_length": strconv.Itoa(o.MinLength),
		"min_count": strconv.Itoa(o.MinCount), "window": strconv.Itoa(o.Window), "top": strconv.Itoa(j.top),
		"min_new": strconv.Itoa(o.MinNew), "no_names": strconv.FormatBool(o.NoNames), "dictionary": j.dictionary, "patterns": j.patterns, "pattern_timeout": o.TimeLimit.String(),
		"min_cohesion": strconv.FormatFloat(o.MinCohesion, 'f', -1, 64), "min_entropy": strconv.FormatFloat(o.MinEntropy, 'f', -1, 64),
	}
}

// termsRun is the state of one run. The goroutine that called read adds the
// reports up in their order; workers count them.
type termsRun struct {
	*app
	job      *termsJob
	dir      *export.TermsDir
	table    *terms.Table
	stats    corpus.Stats
	failures []export.Failure
	timedOut map[string]int // reports, by pattern

	jobs    chan *counting
	pending []*counting // in order
	free    []*counting
}

// counting is a report that a worker counts.
type counting struct {
	meta   corpus.Meta
	report terms.Report
	counts terms.Counts
	err    error
	done   chan struct{}
}

// read runs the corpus and has every report counted and added, in order.
func (r *termsRun) read(ctx context.Context, analyzer *terms.Analyzer) error {
	workers := r.job.workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	ahead := 2 * workers // reports that wait or are counted
	r.jobs = make(chan *counting, ahead+1)
	defer close(r.jobs)
	for range workers {
		go r.count(analyzer)
	}
	p := r.progress(r.job.quiet, nil)
	o := r.corpusOptions(ctx, r.job.quiet)
	o.Workers, o.Progress = workers, p.show
	if !r.job.keepCopies { // near copies are found by their figures
		ex, err := extract.Compile(catalog.Builtin())
		if err != nil {
			return err
		}
		o.Extractor, o.Copies = ex, true
	}
	stats, err := corpus.Run(ctx, r.job.inputs, o, func(item *corpus.Item) error {
		if item.Err != nil {
			r.fail(item.File, item.Err)
			return nil
		}
		if item.Copy.Of != "" {
			return nil // its words were counted already
		}
		r.submit(item)
		return r.deliver(ahead)
	})
	p.clear()
	r.stats = stats
	if err == nil {
		err = r.deliver(0)
	}
	if err == nil && r.table.Reports() == 0 {
		err = errors.New(r.say("没有读到一份报告，没有写出结果", "not one report could be read; nothing was written"))
	}
	return r.nothing(err, r.job.inputs, stats.Skips)
}

// submit hands a report to the workers, with a copy of what belongs to item.
func (r *termsRun) submit(item *corpus.Item) {
	c := &counting{}
	if n := len(r.free); n > 0 {
		c, r.free = r.free[n-1], r.free[:n-1]
	}
	c.meta, c.err, c.done = item.Meta, nil, make(chan struct{})
	c.report.ReportKey = metrics.ReportKey{Region: item.Region, RegionCode: item.RegionCode, Period: item.Period, Org: item.Org, Genre: item.Genre}
	c.report.Text = item.Document.Text
	c.report.Sentences = append(c.report.Sentences[:0], item.Document.Sentences...)
	r.pending = append(r.pending, c)
	r.jobs <- c
}

// deliver adds reports up, in order, until no more than left are pending.
func (r *termsRun) deliver(left int) error {
	for len(r.pending) > left {
		c := r.pending[0]
		<-c.done
		r.pending = slices.Delete(r.pending, 0, 1)
		if c.err != nil {
			r.fail(c.meta.File, c.err)
			continue
		}
		r.table.Add(&c.counts)
		if err := r.keywords(c); err != nil {
			return err
		}
		for _, name := range c.counts.TimedOut {
			if r.timedOut[name]++; r.timedOut[name] <= maxWarned && !r.job.quiet {
				fmt.Fprintf(r.Err, r.say("警告：模式 %s 在 %s 中超时，在这份报告里不计\n", "warning: the pattern %s ran out of time in %s and counts nothing there\n"), name, c.meta.File)
			}
		}
		r.free = append(r.free, c)
	}
	return nil
}

// maxWarned is of how many reports a pattern is warned of one by one.
const maxWarned = 3

func (r *termsRun) keywords(c *counting) error {
	for _, h := range c.counts.Hits {
		k := export.Keyword{File: c.meta.File, Doc: c.meta.Doc, ReportKey: c.report.ReportKey, Hit: h}
		if err := r.dir.AddKeyword(&k); err != nil {
			return err
		}
	}
	return nil
}

func (r *termsRun) fail(file string, err error) {
	r.failures = append(r.failures, export.Failure{File: file, Error: err.Error()})
}

// count is a worker's loop.
func (r *termsRun) count(analyzer *terms.Analyzer) {
	w := analyzer.NewWorker()
	for c := range r.jobs {
		if !r.counted(w, c) {
			w = analyzer.NewWorker()
		}
		close(c.done)
	}
}

// counted counts a report; a panic becomes its error.
func (r *termsRun) counted(w *terms.Worker, c *counting) (ok bool) {
	defer func() {
		if p := recover(); p != nil {
			slog.New(slog.NewTextHandler(r.Err, nil)).Error("panic", "file", c.meta.File, "panic", p, "stack", string(debug.Stack()))
			c.err, ok = &corpus.Error{File: c.meta.File, Op: "terms", Err: corpus.ErrInternal}, false
		}
	}()
	w.Count(c.report, &c.counts)
	return true
}
