package corpus

import (
	"cmp"
	"context"

	"github.com/zhaibao/zhaibao/segment"
)

// Reader reads the files of one format. The readers of packages below corpus
// (docx, pdf, …) are values of this type; a run has those that its Options
// name. It is safe for concurrent use.
type Reader struct {
	// Format is what documents.format says of its files: docx, pdf.
	Format string
	// Endings are those of its files' names, lower-case with the dot. A file with
	// one of them is listed by Walk; what it is read as is decided by Is. A Reader
	// without a Format and Endings, whose Read always fails, refuses a kind of file
	// in its own words.
	Endings []string
	// Is reports whether data, a whole file, is of this format, by its content
	// alone and in a time that does not grow with its length.
	Is func(data []byte) bool
	// Plain says that the files are plain text of some form (csv, jsonl), which
	// content alone does not tell from prose: one with an ending of the Reader is
	// read by it, no other ever.
	Plain bool
	// Read turns a file into text. It ends soon after ctx is done, with its error,
	// and never panics on any data; it keeps within s.Limits.
	Read func(ctx context.Context, s Source) (Text, error)
}

// Source is a file as a Reader gets it.
type Source struct {
	Name   string // as in Meta.File
	Data   []byte // not to be changed or kept
	Limits Limits
}

// Limits bound what a Reader takes of a file; each is an error of its own when
// it is passed. The zero value of a field means its default.
type Limits struct {
	Unpacked int64 // bytes of text and markup that a file may hold when unpacked; 256 MiB
	Ratio    int64 // unpacked bytes per packed byte, looked at from 1 MiB on; 200
	Depth    int   // of elements in a markup file; 256
	Archives int   // of archives in archives, the outermost included; 3
}

// DefaultLimits are the limits that the zero value stands for. A Source has none that is zero.
var DefaultLimits = Limits{Unpacked: 256 << 20, Ratio: 200, Depth: 256, Archives: 3}

// Filled is l with the defaults where it is not above zero, as a run gives it to
// its Readers; they fill it for callers of their own.
func (l Limits) Filled() Limits {
	d := DefaultLimits
	return Limits{
		Unpacked: cmp.Or(max(l.Unpacked, 0), d.Unpacked), Ratio: cmp.Or(max(l.Ratio, 0), d.Ratio),
		Depth: cmp.Or(max(l.Depth, 0), d.Depth), Archives: cmp.Or(max(l.Archives, 0), d.Archives),
	}
}

// Part is one text of a file that holds many: a row of a sheet, a line of JSON.
type Part struct {
	segment.Span        // the report in Text.Text
	Row          int    // of the sheet or the line of the file, from 1
	Title        string // what a column says of it, "" where none does
	Region       string
	Org          string
	Period       string
}
