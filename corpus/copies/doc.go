// Package copies finds reports that are copies of earlier ones, and figures
// that stand word for word in another place's report.
//
//  1. A Sketcher makes a Sketch of a report, in the worker that reads it. Names
//     of places and numbers are masked (normal.go). What is left gives 64 bytes
//     of one MinHash per bin over shingles of four characters; the figures with
//     the words beside them give 32 more (sketch.go).
//  2. Every sentence that holds facts has a key: its characters and numbers,
//     names and years masked (sentence.go).
//  3. An Index takes the sketches in the order of the run (Add). A table of the
//     sentences' keys leads to the earlier reports that share a sentence; no
//     report is compared with more than eight of them, so that time is linear
//     whatever templates are used (index.go, table.go).
//  4. A report is a copy where it and the earlier one share at least Line of a
//     hundred of their text and of their figures (judge.go). Two periods that are
//     known and differ are never copies of each other, whatever the texts say.
//  5. A fact whose sentence stands in another region's report is an Echo.
//
// The similarity is a Dice coefficient, 2·|A∩B| ÷ (|A|+|B|), estimated from the
// bins (Broder 1997, Li, Owen and Zhang 2012): the smaller of that of the masked
// text and that of the figures. A form filled in by two offices shares all its
// text and hardly a figure; a copy with some figures changed shares most of both.
// Everything is the same on every machine and for any number of workers.
package copies
