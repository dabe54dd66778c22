// Package docx reads Word documents (.docx, WordprocessingML of ECMA-376) as
// Word shows them, with tracked changes accepted.
//
//  1. The package is opened within its limits (package internal/ooxml); a locked
//     or damaged file and one that embeds other documents (altChunk, subDoc) is
//     refused, never read by half.
//  2. Styles and numbering are read first (style.go, numbering.go).
//  3. The body is streamed: blocks are paragraphs and tables (block.go), a
//     paragraph's runs give its text (run.go, field.go, math.go, symbol.go).
//     Inserted text stays, deleted and moved away text goes, also rows, cells and
//     paragraph marks; hidden text, comments, headers, footers and tables of
//     contents are left out; a text box stands once, behind its paragraph. Text
//     that is struck through goes like deleted text: in a report somebody took it
//     out by hand (look.go). Between digits on both sides of what is left out stands
//     □: 12□35 is no number.
//  4. Automatic numbers are counted as Word counts them and stand before their
//     paragraph (number.go, numeral.go); bullets are dropped. A paragraph with an
//     outline level or a heading's style is marked as a heading.
//  5. A table is one line per row, its cells parted by tabs; one with a single
//     cell in each row is layout, and its paragraphs are lines (table.go). A cell
//     that holds nothing but an automatic number (序号) has it as its text.
//  6. The notes that the text refers to follow the body, each on a line of its
//     own that begins with [1], [2] and so on: footnotes in the order of their
//     references, then endnotes. The references and their marks go (note.go).
//
// Text in charts, SmartArt, pictures and embedded objects is not read.
package docx
