// Package correct applies what readers have corrected: rows of a CSV file, each
// of which takes out, changes or adds one fact.
//
//  1. Read checks the whole file against a catalogue and gives a List, or an
//     Error with every problem it has (parse.go, row.go, cell.go).
//  2. A row names its place by the hash of a file's decoded text and a span in
//     code points, so that it holds wherever the file lies and whatever it is
//     called. At most one row speaks of a place, and no two facts share a span.
//  3. For gives the corrections of one text as a Sheet with places in bytes.
//     Apply carries them out in one report after another: edit.go changes a
//     fact, extract.Worker.Revise brings links, numerals and gaps in line.
//  4. A Tally gathers what became of the rows of a whole run.
//
// A row that cannot be carried out leaves its fact as it was and is a Miss with
// the reason; the others are carried out all the same.
package correct
