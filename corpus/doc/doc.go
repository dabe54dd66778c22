// Package doc reads the documents of Word 97 to 2003 (.doc) and of WPS Writer
// (.wps), which have the same format ([MS-DOC]).
//
//  1. The container, a compound file, is opened within bounds, and what is no
//     Word document (Excel, PowerPoint, Works) is refused by its name.
//  2. The FIB says where the tables are and how many characters each story
//     has; passwords and Word 95 are refused.
//  3. The piece table says where the characters lie, in two bytes or in one.
//  4. The pages of properties say what is deleted or hidden, where cells and
//     rows end, which style and which list a paragraph has.
//  5. A walk through the characters of the body makes paragraphs and tables of
//     them, with automatic numbers, which are the text of cells that hold
//     nothing else; text boxes follow the paragraph that they hang on. Notes
//     follow the body, each on a line of its own that begins with [1], [2] and
//     so on: footnotes in the order of their references, then endnotes.
//  6. Where the caller allows it, LibreOffice makes a .docx of the file
//     instead, and a reader for that takes it (Options).
//
// What of a document does not become text: headers and footers, comments,
// pictures and drawings, the instructions of fields (their results are kept,
// but for page numbers and tables of contents), bullets, reference marks of
// notes, deleted and hidden text. Text that is struck through goes like deleted
// text: in a report somebody took it out by hand. Between digits on both sides
// of it, of a picture or of a reference stands □, so that they are no number.
// Raised digits are written as such (m², 10⁴). Formulas and characters of symbol
// fonts become □. Lost are the text of embedded objects, formatting apart from
// headings, and automatic numbers of fields (AUTONUM, LISTNUM) and of lists of
// Word 6 (ANLD).
package doc
