// Package flow lays out the paragraphs and tables of word processor files as
// the text that readers return.
//
//  1. A reader hands paragraphs and whole tables to a Writer, in their order.
//  2. Paragraphs become lines, headings with a mark; of empty ones in a row one
//     stays.
//  3. A table becomes one line per row, cells parted by tabs, on a grid that
//     all its rows share (grid.go); marks say where rows and cells lie.
//  4. What the readers of these files must do alike is here, too: notes
//     (note.go), tables of contents (contents.go), raised digits and digits on
//     both sides of what is left out (script.go), fields (field.go).
//  5. All that is written counts against the limits of the source.
package flow

import (
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/segment"
)

// ratioFrom is how much text any file may hold, whatever its own size.
const ratioFrom = 1 << 20

// ErrTooMuch says that a file would give more text than its limits allow.
var ErrTooMuch = corpus.Problem("展开后的文字超过上限，文件可能已损坏；确认无误后请提高上限再试",
	"it unpacks to more text than the limits allow and may be damaged; raise the limits if it is sound")

// ErrNoText says that a file is sound but holds no characters.
var ErrNoText = corpus.Problem("文档里没有文字（可能全是图片），请先做文字识别再试",
	"the document has no text, perhaps only pictures; recognise its text first")

// Block is a paragraph, or a table where Table is set.
type Block struct {
	Text   string // "\n" for line breaks inside
	Number string // the automatic number of a paragraph without text, which is a cell's text
	Level  int    // of a heading, from 1; 0 for the rest
	Table  *Table
}

// Writer gathers the text; make it with New.
type Writer struct {
	b     strings.Builder
	marks []segment.Mark
	limit int64
}

// New is a Writer that keeps within the limits of s.
func New(s corpus.Source) *Writer { return &Writer{limit: Budget(s)} }

// Budget is how many bytes of text may be made of s.
func Budget(s corpus.Source) int64 {
	l := s.Limits.Filled()
	return min(l.Unpacked, max(ratioFrom, l.Ratio*int64(len(s.Data))))
}

// Depth is how deep things may be nested in s.
func Depth(s corpus.Source) int { return s.Limits.Filled().Depth }

// Add writes a block; it fails with ErrTooMuch.
func (w *Writer) Add(b Block) error {
	if b.Table != nil {
		return w.table(b.Table)
	}
	return w.paragraph(b.Text, b.Level)
}

func (w *Writer) paragraph(text string, level int) error {
	if strings.TrimSpace(text) == "" {
		w.blank()
		return nil
	}
	start := w.b.Len()
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		w.b.WriteString(strings.TrimRight(line, " \t\u3000\u00a0"))
		w.b.WriteByte('\n')
	}
	if level > 0 {
		w.mark(segment.MarkHeading, start, w.b.Len()-1, level)
	}
	return w.check()
}

// blank sees to it that the last line is an empty one, but for the text's start.
func (w *Writer) blank() {
	if s := w.b.String(); s != "" && !strings.HasSuffix(s, "\n\n") {
		w.b.WriteByte('\n')
	}
}

func (w *Writer) mark(kind segment.MarkKind, start, end, level int) {
	w.marks = append(w.marks, segment.Mark{Span: segment.Span{Start: start, End: end}, Kind: kind, Level: uint8(min(level, 255))})
}

// markSize is what a mark counts, about what it takes in memory.
const markSize = 24

func (w *Writer) check() error {
	if int64(w.b.Len()+markSize*len(w.marks)) > w.limit {
		return ErrTooMuch
	}
	return nil
}

// Text is what was written; encoding is what the file declares. It fails with
// ErrNoText.
func (w *Writer) Text(encoding string) (corpus.Text, error) {
	text := strings.TrimRight(w.b.String(), "\n") + "\n"
	if strings.TrimSpace(text) == "" {
		return corpus.Text{}, ErrNoText
	}
	return corpus.Text{Text: text, Encoding: encoding, Replaced: strings.Count(text, "\ufffd"), Marks: w.marks}, nil
}
