// Package identity reads what people say of reports by hand: whose they are, of
// what time and place. It counts before what was found in the text.
//
//  1. The file is a CSV with a header (header.go). A row names a file as
//     documents.csv does, or a folder with / at its end, and one report of the
//     file where doc is given. Empty cells leave what was found, - empties it.
//     documents.csv itself may be edited and given back.
//  2. Read checks every row (read.go, place.go). Places and periods are those of
//     packages region and period. Any error refuses the whole file, with all of
//     them listed by line.
//  3. Missing lists the rows whose file is not among those that are read.
//  4. For gives what counts for one report: its own row before that of its file,
//     that before those of the folders around it, column by column. A Tally tells
//     which rows were of use.
package identity
