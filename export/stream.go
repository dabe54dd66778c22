package export

import (
	"io"

	"github.com/zhaibao/zhaibao/corpus"
)

// Stream writes facts alone, one report after another.
type Stream struct {
	opts   Options
	report report
	facts  *table[mention]
}

// NewStream returns a Stream that writes to out, which stays the caller's, as
// facts.jsonl has it.
func NewStream(out io.Writer, o Options) *Stream {
	return newStream(jsonlTo(out, schemaOf(factsName, factColumns)), o)
}

// NewCSVStream is NewStream for what facts.csv has.
func NewCSVStream(out io.Writer, o Options) *Stream {
	open := &file{out: out, done: func() error { return nil }}
	return newStream(csvTo(open, schemaOf(factsName, factColumns)), o)
}

func newStream(w *lineWriter, o Options) *Stream {
	s := &Stream{opts: o.withDefaults()}
	s.report = report{cat: s.opts.Catalog, opts: &s.opts}
	s.facts = &table[mention]{columns: factColumns}
	s.facts.to(w)
	return s
}

// Add writes the facts of one report; a file that failed has none.
func (s *Stream) Add(item *corpus.Item) error {
	if item.Document == nil || item.Result == nil {
		return nil
	}
	s.report.reset(item)
	return s.report.facts(s.facts.add)
}

// Close writes what is still buffered.
func (s *Stream) Close() error { return s.facts.close() }
