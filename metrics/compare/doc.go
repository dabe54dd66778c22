// Package compare puts regions side by side: who did how much, per head, with
// what growth, and which figures should be looked up before anybody relies on
// them.
//
//  1. New builds a Panel from the rows of the finished table: region × period ×
//     indicator (a metric in one base unit), each cell with a number or with the
//     reason why there is none (panel.go, state.go). Absent is never zero.
//     Regions and periods that the reports do not name are set aside.
//  2. Denominators come from a file of the user's (package meta): per head, per village.
//  3. The measures are plain functions over float64, each with its formula and
//     source: Rank, Shares, Per, Change, Completion, ModifiedZ, Magnitude,
//     Quantile, Spearman, KendallTauB, NewIndex (entropy weights, TOPSIS,
//     obstacles), NewPCA, Sigma, Beta, Benford. They take finite numbers; the
//     panel leaves out the cells that are absent: for one indicator those cells,
//     for a correlation every region that lacks one of the two (pairwise), for
//     an index or components every region that lacks any (listwise).
//  4. Run applies them to the whole panel and calls back with results in a fixed
//     order: Result for what a region has, ModelRow for weights, loadings,
//     correlations and tests.
//
// What cannot be computed has an empty number and a Note that says why; no
// result is ever Inf or NaN. Only figures of one and the same period are ranked
// with each other, and a change is one against the same months of an earlier year.
package compare
