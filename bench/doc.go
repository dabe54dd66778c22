// Package bench measures zhaibao beside what else is used for Chinese text in
// Go. It is a module of its own, so that its peers weigh on nobody.
//
//  1. Generate writes corpora with fixed seeds from sentence material of our own
//     (material.txt), and knows every figure in them: dense reports, ordinary
//     ones, long prose (corpus.go, compose.go, figure.go). Measure tells density,
//     sentence lengths and repeated lines (shape.go).
//  2. A contender does its whole job over a corpus and returns an answer, which is the
//     same in every round or the measurement fails: ours (ours.go, files.go), the
//     segmenters gse and gojieba (segmenters.go, jieba.go), forty lookaround
//     patterns over regexp2 with and without a clause prefilter (patterns.go),
//     and the plain aggregation beside metrics (plain.go).
//  3. Rounds takes turns between the contenders and keeps the median of each
//     (round.go); Run makes the ratios of them (ratios.go) and of the program's
//     start-up (startup.go). Flat tells whether time grows with the text alone
//     (flat.go).
//  4. BenchmarkRatio prints the ratios as metrics; the command run writes them
//     as a record (record.go).
package bench
