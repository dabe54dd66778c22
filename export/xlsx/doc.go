// Package xlsx writes all tables of a run as the sheets of one workbook,
// extract.xlsx (Office Open XML, ECMA-376).
//
//  1. A book starts a sheet per table (book.go). Rows are compressed as they
//     come into a file of their own beside the workbook, since sheets grow side
//     by side and a zip archive takes one at a time.
//  2. A sheet has a bold header that stays in sight, a filter, and columns as
//     wide as its first rows need (sheet.go); where it is full it goes on in
//     facts_2, facts_3.
//  3. A cell holds a number as its exact decimal text, which a spreadsheet
//     reads as a float64; one with more than 15 significant digits would change
//     there and is written as text. Texts are strings in text format, so codes
//     and periods stay as they are and nothing is taken for a formula; what XML
//     or a cell cannot hold is replaced (text.go).
//  4. Close packs the sheets and the few fixed parts (parts.go) into the workbook.
//
// The format is written here rather than by a library: excelize costs every
// run of the program 3 ms and 4 MB at its start, whatever is written, and takes
// float64 only. The tests read the workbooks back with it.
package xlsx
