// Package export writes results: facts, documents, gaps, the table in its two
// forms, the codebook and run.json.
//
//  1. Every table is described once, as a list of columns that carry their
//     name, kind, meaning and how a row gives their cell (facts.go,
//     documents.go, gaps.go, rows.go). Writers and the codebook share it.
//  2. A Format opens a Book for a run, and the Book turns each Schema into a
//     Writer of Cells: with a file per table (CSV and JSONL are here, parquet in
//     a package of its own) or all tables in one file (xlsx, sqlite).
//  3. Dir takes the reports in order (Add), streams their rows to disk and
//     keeps only the aggregation in memory; Close puts the finished files in
//     their place, Abort leaves everything as it was.
//     Workers may make the lines ahead (prepare.go); with Kept, rows of what did
//     not change are copied from the last run's files (kept.go, splice.go). A
//     process that ends while files are put into place is finished by the next
//     (recover.go).
//  4. Stream writes facts alone: as JSONL for -o -, as CSV for callers.
//  5. ReadTable reads the finished table back by the names of its columns, for
//     a comparison of regions; Comparison writes what comes of it (compare.go).
//     TermsDir writes an analysis of words (termsdir.go).
//
// Places are byte spans inside the library and code points in the files; each
// file is converted in one forward pass (segment.OffsetTable).
//
// CSV files are UTF-8 with a byte order mark, RFC 4180 with CRLF. A text cell
// that a spreadsheet could take for a formula, or that begins with an
// apostrophe, gets one apostrophe in front: whoever reads the file strips one
// leading apostrophe from text columns and has the text.
package export
