package extract

import (
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
)

// Extractor is a compiled catalogue. It is immutable and safe for concurrent use.
type Extractor struct {
	cat      *catalog.Catalog
	lex      *lexicon
	rules    []Rule
	patterns []ownPattern // of the user's catalogue
}

// Compile checks the catalogue and makes an Extractor of it. A user's catalogue
// (catalog.Load) is held to its examples, and the error is then a *catalog.Error
// with every problem; where it has patterns, an engine compiles them:
//
//	ex, err := extract.Compile(cat, pattern.Compile) // package extract/pattern
func Compile(c *catalog.Catalog, engine ...Engine) (*Extractor, error) {
	lex, err := compileLexicon(c)
	if err != nil {
		return nil, err
	}
	e := &Extractor{cat: c, lex: lex, rules: rules}
	if err := e.compileOwn(engine); err != nil {
		return nil, err
	}
	return e, nil
}

// Catalog is the catalogue the extractor was compiled from.
func (e *Extractor) Catalog() *catalog.Catalog { return e.cat }

// Lexicon is the vocabulary of numerals and units the extractor reads with.
func (e *Extractor) Lexicon() *quantity.Lexicon { return e.lex.quantity }

// NewWorker returns a worker that owns the scratch memory of one goroutine.
func (e *Extractor) NewWorker() *Worker { return &Worker{ex: e, block: block{lex: e.lex}} }

// Report is what a worker is given: a segmented report and the period it speaks of.
type Report struct {
	Doc    *segment.Document
	Period period.Period
}

// Worker extracts facts from one report after another. It is not safe for concurrent use.
type Worker struct {
	ex        *Extractor
	report    Report
	dst       *Result
	block     block
	topic     block // a headline asked for its topic
	topicOf   int
	cands     []candidate
	phrases   []phrase
	dist      distribution
	scopes    []scope
	planTitle bool // the title says that all of it is a plan
	future    int  // the rune from which the block speaks of the future
	seen      map[mentionKey]int
	kin       []kin // for each fact the one before it that measures the same in the same unit, or None
	traits    []trait
	body      int             // the first numbered block: what stands before opens the report
	things    map[toldKey]int // the index in told of each thing that is named
	told      []told
	toldOf    []int // for each fact the index of its thing in told, or None
	wholes    map[wholeKey]int
	times     []period.Mention // the periods that the block names
	timeAt    int              // how many of them stand before the figure at hand
	first     int              // index in dst.Facts of the block's first fact
	table     table
	runes     []uint16 // reused
	steps     []Step   // the trace, nil where none is asked for
	own       *ownWork // nil where the catalogue has no patterns
}

// Extract fills dst with what it finds in r; dst's slices are reused.
func (w *Worker) Extract(r Report, dst *Result) {
	dst.Facts, dst.Numerals, dst.Gaps = dst.Facts[:0], dst.Numerals[:0], dst.Gaps[:0]
	w.report, w.dst = r, dst
	w.topic.doc = nil
	w.resetOwn()
	w.findScopes()
	w.table.reset()
	for i := range r.Doc.Blocks {
		w.extractBlock(i)
	}
	w.table.finish(w)
	w.linkFacts()
	w.linkPeriods()
	w.checkLists()
	w.collectGaps()
}

// extractBlock runs one block through its stages: numerals and words,
// candidates, metric and attributes, states of completion, parts of totals.
func (w *Worker) extractBlock(i int) {
	b := &w.block
	b.load(w.report.Doc, i)
	w.first = len(w.dst.Facts)
	w.findCandidates()
	w.findTimes()
	w.distribute()
	w.table.enter(w, i)
	if w.own != nil {
		w.findOwn(i)
	}
	for k := range w.cands {
		w.decide(&w.cands[k])
	}
	w.namedAhead()
	w.findStates()
	if !w.inTable(i) {
		w.splitTotals()
	}
	for k := range w.phrases {
		w.phrases[k].fact.Label = w.statusLabel(k)
	}
	w.emit()
	w.table.seat(w)
}
