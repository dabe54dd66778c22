// Package gold measures extracted facts against annotated reports.
//
//  1. [ParseMark] reads a report whose facts are bracketed in place; [ReadDir]
//     reads a folder of such reports (or of .gold.jsonl made from them).
//  2. The facts to be measured come from memory, or from facts.jsonl and
//     documents.jsonl through [ReadFacts] and [ReadDocuments].
//  3. [Score] pairs each marked fact with at most one extracted one and counts
//     how many steps of a ladder the pair climbs: value, unit, metric, strict.
//  4. [Report.WriteText] and [Report.WriteJSON] print the result.
//  5. Report.Outcomes keeps what became of every single fact. From it
//     [Report.Mistakes], [Report.Confusions] and [Report.Rules] tell where
//     accuracy is lost, and package browse makes a page. [Intervals] tells how
//     far the scores depend on which reports were annotated.
//
// Pairing, folding of units, rounding and layout are those of the reference
// scorer in Python, digit for digit, so that the two can be compared with diff.
package gold
