// Package rtf reads Rich Text Format, as Word, WPS and LibreOffice write it.
//
//  1. The bytes are cut into groups, control words, escaped bytes and text
//     (lex.go).
//  2. Groups that do not show as text (pictures, headers, styles, unknown
//     extensions) are passed over; what the font table and the style sheet say of
//     encodings and headings is kept (words.go, tables.go).
//  3. Bytes become characters by the encoding of their font, else of the file;
//     GBK is decoded as GB18030 (charset.go).
//  4. Paragraphs, cells and rows are put together, with automatic numbers as
//     they were written out, which are the text of cells that hold nothing else;
//     text boxes follow their paragraph (story.go).
//  5. Notes follow the body, each on a line of its own that begins with [1], [2]
//     and so on: footnotes in the order of their references, then endnotes.
//
// Deleted and hidden text, headers and footers, comments, instructions of
// fields, page numbers, tables of contents, pictures and bullets are left out.
// Text that is struck through goes like deleted text: in a report somebody took
// it out by hand. Between digits on both sides of it or of a reference stands □,
// so that they are no number. Raised digits are written as such (m², 10⁴).
// Formulas and characters of symbol fonts become □. Lost are automatic numbers
// that the writing program did not spell out for old readers (\listtext), and
// what only a style hides.
//
// The encoding of a text that is all \u is utf-16le, as that of a .doc.
package rtf
