package bench

import (
	"sync"
	"sync/atomic"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/segment"
)

// compiled is the extractor over the built-in catalogue.
var compiled = sync.OnceValues(func() (*extract.Extractor, error) {
	return extract.Compile(catalog.Builtin())
})

// extraction takes texts to typed, validated facts, by the steps that
// corpus.Run goes for a text: reports, what each says of itself, segments,
// facts under all rules with their links and gaps.
type extraction struct {
	worker  *extract.Worker
	reports corpus.Reports
	item    corpus.Item
}

func newExtraction(ex *extract.Extractor) *extraction {
	return &extraction{
		worker: ex.NewWorker(),
		item:   corpus.Item{Document: new(segment.Document), Result: new(extract.Result)},
	}
}

// document calls found for each report of d. The item is valid until it returns.
func (e *extraction) document(d *Document, found func(*corpus.Item) error) error {
	for i, span := range e.reports.Split(d.Text) {
		e.item.Meta = e.reports.Describe(span, d.Name)
		e.item.Doc = i + 1
		e.item.Document.Parse(d.Text, span)
		e.worker.Extract(extract.Report{Doc: e.item.Document, Period: e.item.Period}, e.item.Result)
		if err := found(&e.item); err != nil {
			return err
		}
	}
	return nil
}

// answerOf counts the facts of an item and sums up their values, in thousandths
// of their units.
func answerOf(item *corpus.Item) Answer {
	a := Answer{Count: len(item.Result.Facts)}
	for i := range item.Result.Facts {
		a.Sum += thousandths(&item.Result.Facts[i])
	}
	return a
}

func thousandths(f *extract.Fact) int64 {
	if !f.Quantity.HasValue || f.Missing {
		return 0
	}
	coef, exp := f.Quantity.Value.Parts()
	for ; exp > -3; exp-- {
		coef *= 10
	}
	for ; exp < -3; exp++ {
		coef /= 10
	}
	return coef
}

// facts extracts every document, with as many goroutines as extractions.
func facts(c *Corpus, by []*extraction) Answer {
	answers := make([]Answer, len(by))
	next := atomic.Int64{}
	each := func(i int) {
		for {
			at := int(next.Add(1)) - 1
			if at >= len(c.Documents) {
				return
			}
			by[i].document(&c.Documents[at], func(item *corpus.Item) error {
				answers[i].add(answerOf(item))
				return nil
			})
		}
	}
	var wg sync.WaitGroup
	for i := 1; i < len(by); i++ {
		wg.Go(func() { each(i) })
	}
	each(0)
	wg.Wait()
	var all Answer
	for _, a := range answers {
		all.add(a)
	}
	return all
}
