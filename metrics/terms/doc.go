// Package terms counts of what reports speak: how often which word, against
// whom a group stands out, which words go together, how much of a text belongs
// to a user's groups of words, and which words no dictionary has.
//
//  1. Compile makes an Analyzer of the Options; a Worker of it counts one report
//     at a time (Count). Numbers, the user's patterns and names are found on the
//     text before words are (cut.go); what lies between them goes to the
//     segmenter. No number and nothing that holds a digit is a term.
//  2. A Table takes the Counts of one report after another (Add), and other
//     Tables (Merge). It holds a cell per group and term, and two tables of
//     bounded size, of word pairs and of character strings, which drop what is
//     rare when they are full (lossy.go). So its memory follows the vocabulary
//     and the number of groups, never the number of reports.
//  3. Terms, Keyness, Collocations, Shares and NewWords give out the rows, in a
//     fixed order. The same Counts in the same order give the same rows; as long
//     as Lost is 0, in any order and however merged.
//  4. Keywords in context (Hit) belong to a report, not to the table.
//
// Counts are exact integers. What is computed of them is float64: formulas and
// sources stand at the functions of stats.go.
package terms
