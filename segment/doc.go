// Package segment finds the structure of a Chinese work report: headlines,
// list items, paragraphs, table lines, sentences and clauses. Everything is a
// Span of byte offsets into the file's text; nothing is copied.
//
// Document.Parse goes through a report in five steps, each linear in its length:
//
//  1. Lines (line.go). The report is cut at line ends. Blank space and the
//     debris of web pages ('>', '`', '#') around a line are left out. Short lines
//     are measured: width, cells, figures.
//  2. Tables (table.go). Lines of several cells, and runs of lines that hold
//     one cell each, become Table blocks.
//  3. Wraps (wrap.go). Lines that are broken in mid-sentence or in mid-number
//     are joined into one stretch of text.
//  4. Sentences (sentence.go). One byte pass over each stretch finds sentence
//     ends. After each, and after colons and commas, marker.go (with ordinal.go)
//     looks for a list number, and sequence.go asks whether it continues a
//     numbering.
//  5. Blocks (block.go). Between two list numbers lies one block. Its kind
//     follows from the marker, the first sentence and what comes next; its
//     parent from the levels of the headlines before it.
//
// AppendClauses (clause.go) cuts a sentence further, where a caller needs it.
// An OffsetTable (offset.go) turns byte offsets into code points for export.
package segment
