package corpus

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/zhaibao/zhaibao/corpus/copies"
	"github.com/zhaibao/zhaibao/corpus/correct"
	"github.com/zhaibao/zhaibao/corpus/identity"
	"github.com/zhaibao/zhaibao/extract"
)

// Options configure a run; the zero value works.
type Options struct {
	// Extractor finds the facts; nil leaves Item.Result empty.
	Extractor *extract.Extractor
	// Corrections are carried out on what Extractor found; nil is none.
	Corrections *correct.List
	// Identity counts before what a report says of itself; nil is none. Run fails
	// where it names a file that is not among the inputs.
	Identity *identity.List
	// Copies marks reports that are copies of earlier ones (package copies). Of
	// those that are the same to the byte only the first is extracted.
	Copies bool
	// Readers read the formats besides plain text. The first whose Is takes a file,
	// by its content, reads it; what none takes is decoded as text.
	Readers []Reader
	// Limits bound what a file may unpack to; see Limits for the defaults.
	Limits Limits
	// DocTimeout is how long a Reader may take for one file; 0 is a minute. A file
	// that takes longer fails alone.
	DocTimeout time.Duration
	// Workers is the number of goroutines that read and extract; 0 is GOMAXPROCS.
	Workers int
	// MaxBytes is the largest file that is read, in bytes, also inside an archive,
	// which may itself be larger; 0 is 64 MiB.
	MaxBytes int64
	// Prepare, where set, is called by each worker as it starts. What it returns is
	// called with each report that the worker has read, in no order of the reports,
	// and may leave what it makes of it in Item.Prepared.
	Prepare func() func(*Item)
	// Cache, where set, keeps what files were made into: one that did not change
	// is not read again. It must be of this extractor, these readers and limits.
	Cache *Cache
	// Listing is what Walk found for the inputs; nil has Run look.
	Listing *Listing
	// Stdin is what "-" reads; nil is os.Stdin.
	Stdin io.Reader
	// Log takes warnings and the stacks of panics; nil discards them.
	Log *slog.Logger
	// Progress, where set, is called after each file, from the goroutine that called Run.
	Progress func(Progress)

	// extract replaces the extraction in tests.
	extract func(extract.Report, *extract.Result)
	// grace replaces the time that Readers have to end in tests.
	grace time.Duration
}

// Progress is how far a run has come.
type Progress struct {
	Done, Total int   // files
	Bytes, All  int64 // of the files that are done and of all, as Walk saw them
	Failed      int   // files and reports
	Kept        int   // files that were known from Options.Cache
}

// Stats counts what a run did.
type Stats struct {
	Files    int    // read or tried, or known from Options.Cache
	Kept     int    // those of Files that were known and not read
	Reports  int    // delivered without an error
	Failed   int    // files and reports delivered with Err
	Bytes    int64  // read
	Replaced int    // U+FFFD that decoding put in
	Skips    []Skip // what was passed over, sorted by name
	Copies   int    // reports that are copies of earlier ones, where Options.Copies asks for them
	Exact    int    // those of them that are the same to the byte
	Echoes   int    // facts that stand word for word in another place's report
	// Corrections is what became of Options.Corrections, Identity of Options.Identity.
	Corrections correct.Outcome
	Identity    identity.Outcome
}

const (
	// DefaultMaxBytes is Options.MaxBytes where that is 0.
	DefaultMaxBytes = 64 << 20
	// DefaultDocTimeout is Options.DocTimeout where that is 0.
	DefaultDocTimeout = time.Minute
	// reorderWindow bounds the bytes of files under way and of what was made of
	// those that wait for one before them (held.go); a larger file is read alone.
	reorderWindow = 64 << 20
)

// Run reads the reports that inputs name (see Walk) and calls fn for each of
// them, in the order of file names and of reports in a file, from the calling
// goroutine. A file or report that cannot be read is an Item with Err, and the
// run goes on. Run ends early with fn's error, or with ctx.Err() when ctx is
// done; it fails with ErrNoReports where there is nothing to read.
func Run(ctx context.Context, inputs []string, opts Options, fn func(*Item) error) (Stats, error) {
	opts = opts.withDefaults()
	archives := &handles{}
	defer archives.close()
	list := opts.Listing
	if list == nil {
		found := walk(inputs, opts.Readers, archives)
		list = &found
	}
	stats := Stats{Skips: slices.Clone(list.Skips)}
	if len(list.Files) == 0 {
		return stats, nothing(inputs, opts.Readers, list.Skips)
	}
	if err := missing(opts.Identity, list.Files); err != nil {
		return stats, err
	}
	ctx, cancel := context.WithCancel(ctx)
	r := &run{
		ctx: ctx, opts: opts, files: list.Files, fn: fn, stats: &stats,
		jobs:    make(chan int, opts.Workers),
		results: make(chan outcome, opts.Workers),
		free:    make(chan *Item, 32*opts.Workers), // as many as wait behind a file that takes its time
		waiting: map[int]outcome{},
		tally:   opts.Corrections.NewTally(),
		known:   opts.Identity.NewTally(),
		listed:  listed(opts.Readers),
		grace:   cmp.Or(opts.grace, grace),
	}
	if opts.Copies {
		r.copies = copies.NewIndex()
	}
	var wg sync.WaitGroup
	for range min(opts.Workers, len(list.Files)) {
		wg.Go(newWorker(r).loop)
	}
	err := r.deliver()
	stats.Corrections, stats.Identity = r.tally.Outcome(), r.known.Outcome()
	stopped := ctx.Err() != nil // by the caller, who is not to wait for the file or the input at hand
	cancel()
	close(r.jobs)
	if !stopped {
		wg.Wait()
	}
	sortSkips(stats.Skips)
	return stats, err
}

func (o Options) withDefaults() Options {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	o.MaxBytes = cmp.Or(o.MaxBytes, DefaultMaxBytes)
	o.DocTimeout = cmp.Or(o.DocTimeout, DefaultDocTimeout)
	o.Limits = o.Limits.Filled()
	if o.Stdin == nil {
		o.Stdin = os.Stdin
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return o
}

// nothing is the error of a run that found nothing to read; it names what is
// read and what was skipped.
func nothing(inputs []string, readers []Reader, skips []Skip) error {
	err := fmt.Errorf("%w；读取的是 (what is read): %s", ErrNoReports, strings.Join(Endings(readers), " "))
	if len(skips) > 0 {
		var names []string
		for _, s := range skips[:min(len(skips), 5)] {
			names = append(names, s.Name)
		}
		err = fmt.Errorf("%w；跳过了 %d 个 (skipped): %s", err, len(skips), strings.Join(names, ", "))
	}
	return &Error{File: strings.Join(inputs, " "), Op: "walk", Err: err}
}

// run is the state of one Run. One goroutine, the caller's, hands out the
// files in order and delivers what the workers made of them in the same order.
type run struct {
	ctx     context.Context
	opts    Options
	files   []File
	listed  map[string]bool // endings
	fn      func(*Item) error
	stats   *Stats
	jobs    chan int     // indexes of files
	results chan outcome // in any order
	free    chan *Item   // delivered items, for the workers to use again
	waiting map[int]outcome
	tally   *correct.Tally
	known   *identity.Tally
	copies  *copies.Index // nil where none are looked for

	abandoned atomic.Int32 // Readers that still work on a file that was given up
	grace     time.Duration
}

// outcome is what a worker made of one file, or of all files of an archive in an archive.
type outcome struct {
	file     int
	files    int // read or tried
	items    []*Item
	bytes    int64
	replaced int
	sheets   []*correct.Sheet // of the files that corrections are for
	skips    []Skip           // in an archive
	texts    []fileText       // for Options.Cache, until the outcome is put there
	kept     bool             // known, not read
	anew     bool             // but extracted again, so that its facts need not be those of the cache
}

// fail adds a file that could not be read.
func (o *outcome) fail(name string, err error) {
	o.files++
	o.items = append(o.items, &Item{Meta: Meta{File: name}, Err: err})
}

// deliver hands out files as long as the window has room and delivers outcomes
// in order. The file that is next to be delivered is always under way, so a
// full window drains by itself.
func (r *run) deliver() error {
	handed, held := 0, int64(0)
	p := Progress{Total: len(r.files)}
	for i := range r.files {
		p.All += max(r.files[i].Size, 0)
	}
	for done := 0; done < len(r.files); {
		var jobs chan int // nil, which is never ready, while the window is full
		if handed < len(r.files) && (handed == done || held+r.weight(handed) <= reorderWindow) {
			jobs = r.jobs
		}
		select {
		case <-r.ctx.Done():
			return r.ctx.Err()
		case jobs <- handed:
			held += r.weight(handed)
			handed++
		case o := <-r.results:
			held += o.held() - r.weight(o.file)
			r.waiting[o.file] = o
		}
		for o, ok := r.waiting[done]; ok; o, ok = r.waiting[done] {
			delete(r.waiting, done)
			held -= o.held()
			done++
			if err := r.emit(o); err != nil {
				return err
			}
			if r.opts.Progress != nil {
				p.Done, p.Bytes = done, p.Bytes+max(r.files[done-1].Size, 0)
				p.Failed, p.Kept = r.stats.Failed, r.stats.Kept
				r.opts.Progress(p)
			}
		}
	}
	return nil
}

// weight is what a file takes of the window.
func (r *run) weight(file int) int64 {
	return max(min(r.files[file].Size, r.opts.MaxBytes), 4<<10)
}

// emit delivers the items of one file and takes them back.
func (r *run) emit(o outcome) error {
	r.stats.Files += o.files
	if o.kept {
		r.stats.Kept += o.files
	}
	r.stats.Bytes += o.bytes
	r.stats.Replaced += o.replaced
	r.stats.Skips = append(r.stats.Skips, o.skips...)
	for _, sheet := range o.sheets {
		r.tally.Add(sheet)
	}
	for _, item := range o.items {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		r.known.Add(item.used)
		r.mark(item)
		if item.Err != nil {
			r.stats.Failed++
		} else {
			r.stats.Reports++
		}
		if err := r.fn(item); err != nil {
			return err
		}
		if item.held() > maxFreeItem {
			continue // its memory goes back, that no few large reports keep a lot of it
		}
		select {
		case r.free <- item:
		default:
		}
	}
	return nil
}
