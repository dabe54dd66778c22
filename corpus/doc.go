// Package corpus turns files and folders into reports with their facts.
//
//  1. Walk lists the files that the inputs name, sorted, and says what it
//     passed over and why. It looks into zip archives (package archive) as into
//     folders.
//  2. The first Reader that knows a file by its content turns it into text with
//     marks of its structure, in its time and within limits; what it returns is
//     checked (faithful.go). For any other file, Decode finds the encoding
//     (UTF-8, UTF-16, GB18030) and refuses what is no text.
//  3. Split finds the reports that stand one after another in a text, as spans
//     that cover it.
//  4. Describe reads a report's title, place, reporting body and period from
//     its heading, its signature and its opening.
//  5. Run does all of it with parallel workers, segments each report, extracts
//     its facts, carries out what readers corrected in them (package correct),
//     and calls back in the order of the files. What was said of a report by
//     hand (package identity) counts before what it says itself.
//  6. Copies are marked in that order, by what the workers sketched (copy.go,
//     package copies).
//  7. With a Cache, what files were made into is kept, and taken from there as
//     long as they do not change (cache.go, encode.go).
//
// A file that cannot be read is an Item with an Error, never the end of a run.
package corpus
