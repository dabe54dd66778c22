// Package pdf reads the text of PDF files. The pages are parsed by pdfium,
// compiled to WebAssembly and run inside this process: no cgo, no file system,
// no network, no script of a document is ever run.
//
//  1. The file is held against its own end, checksums and objects (streams.go, objects.go), since
//     pdfium reads what is left of a damaged one.
//  2. The engine (engine.go) starts at the first file. Its machine code is kept
//     in the user's cache folder, so that only the first run of all compiles it.
//     Each file has an instance of its own, with bounded memory, which is thrown
//     away after it and stopped when the context is done.
//  3. A page (page.go, glyph.go, paths.go) gives its glyphs with their boxes, baselines and
//     sizes, and the ruling lines that are drawn on it. What is struck through
//     is not spelt (struck.go).
//  4. Ruling lines make grids (grid.go), whose cells take the glyphs within them.
//  5. The other glyphs make lines (line.go, spell.go): by baseline, then from left
//     to right, parted where a wide gap is. Lines of two columns of text are put
//     one column after the other (columns.go, order.go); lines in a row with gaps at the same
//     places are a table without upright rules (align.go, raster.go), whose cells may
//     have several lines (settle.go, cells.go) and touch each other (cuts.go).
//  6. Running heads, feet and page numbers go (heads.go, marginal.go, printed.go); footnotes
//     stand behind the body (sheet.go, notes.go), and nothing in the text refers
//     to them (refs.go); the parts of a table on pages
//     that follow each other are one (tables.go).
//  7. Lines that were broken by width are joined to paragraphs (margins.go,
//     marker.go, wrap.go, joint.go), and the text is written with its marks (write.go).
//
// What cannot be read faithfully is refused with a reason (check.go): scans
// without text, fonts that do not say which characters they draw, locked and
// broken files.
package pdf
