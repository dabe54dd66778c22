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
//     they were written out; text boxes follow their paragraph, notes the body
//     (story.go).
//
// Deleted and hidden text, headers and footers, comments, instructions of
// fields, page numbers, pictures and bullets are left out. Formulas and
// characters of symbol fonts become □. Lost are automatic numbers that the
// writing program did not spell out for old readers (\listtext), and what only
// a style hides.
package rtf
