// Package synth writes work reports whose every figure is known, so that the
// whole way from the files to the table can be held against the truth.
//
//  1. ReadFrames reads the sentence frames: natural sentences in which a slot
//     stands for each figure, with its metric and what must become of it. The
//     format is told at the head of testdata/frames/frames.txt. The frames were
//     fixed before any rule was written against them; fails.txt names those
//     that the extraction did not read then.
//  2. A frame is drawn: slots become numbers in the ways in which bureaus write
//     them, and each leaves a Fact with its place, value, interval and the
//     reason why it may not be summed (draw.go, number.go, hanzi.go).
//  3. Generate puts drawn frames into reports of counties, periods and bureaus
//     with titles, headings, lists, fillers and plans (report.go, corpus.go).
//  4. Cells adds up the truth in rational arithmetic, by the reasons that the
//     frames state and by nothing else (cells.go). It shares no code with
//     package metrics, and the units are a table of its own (units.go).
//  5. True makes extract.Facts of the truth, so that the aggregation can be run
//     without the extraction: where that gives the truth's cell and the whole
//     way does not, the extraction is to blame (true.go).
//  6. Judge pairs what was extracted from a report with the truth and names
//     every difference, with its frame (judge.go).
//
// States of completion have no value and are not part of the truth.
package synth
