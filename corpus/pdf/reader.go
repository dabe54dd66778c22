package pdf

import (
	"bytes"
	"context"

	"github.com/zhaibao/zhaibao/corpus"
)

// Reader reads PDF files with the default Options.
var Reader = New(Options{})

// Options are choices of a reader; the zero value is good for all.
type Options struct {
	CacheDir  string // for the engine's machine code (40 MB); "" is zhaibao/pdfium in the user's cache folder
	NoCache   bool   // compile the engine at every start, 1 to 3 seconds, and write nothing
	Instances int    // files read at the same time; 0 is the number of processors
	MemoryMiB int    // of one instance; 0 is 512
	Pages     int    // of a file; 0 is 5000
}

// New makes a reader. It costs nothing until the first file is read; each
// reader has an engine of its own, so make one only.
func New(o Options) corpus.Reader {
	e := &engine{options: o}
	return corpus.Reader{
		Format:  "pdf",
		Endings: []string{".pdf"},
		Is:      isPDF,
		Read:    e.read,
	}
}

// headerWithin is how far from its start a PDF may have its header.
const headerWithin = 1024

// isPDF looks for the header at the start of the file, or, where something
// was put before it, for the header and the end.
func isPDF(data []byte) bool {
	head := data[:min(len(data), headerWithin)]
	if bytes.HasPrefix(bytes.TrimLeft(head, "\xef\xbb\xbf\x00 \t\r\n"), []byte("%PDF-")) {
		return true
	}
	return bytes.Contains(head, []byte("%PDF-")) && hasEnd(data)
}

func (e *engine) read(ctx context.Context, s corpus.Source) (corpus.Text, error) {
	if err := whole(ctx, s.Data, s.Limits); err != nil {
		return corpus.Text{}, err
	}
	return e.parse(ctx, s)
}

// parse reads what pdfium makes of the file.
func (e *engine) parse(ctx context.Context, s corpus.Source) (corpus.Text, error) {
	d := newDocument(s.Limits)
	if err := e.pages(ctx, s.Data, d); err != nil {
		return corpus.Text{}, err
	}
	if err := d.check(); err != nil {
		return corpus.Text{}, err
	}
	return d.text(ctx)
}
