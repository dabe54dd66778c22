// Package metrics adds up the facts of many reports into the first table: one
// row per region, period, metric and base unit, and per organisation, genre or
// label where the Plan groups by them.
//
//  1. An Aggregator takes the facts of one report after another (Add). Every
//     fact enters exactly one group, and there it is either counted or left
//     out for one named Reason, so each row can be reconciled with its mentions:
//     facts = counted + left out. LeftOut tells the reason of one fact.
//  2. What is counted is a total of what was done in the report's period: no
//     target, reference, part, per-unit value or repetition. Levels (stocks,
//     cumulative figures, rates) never enter a sum; they show in mean, median,
//     quartiles, min and max only where the group has no such total.
//  3. Figures wait as entries of 16 bytes, a group's number and a coefficient
//     (entry.go, with dict.go for the names). When there are many they are sorted
//     by group and folded into runs of sorted columns (fold.go, run.go), which are
//     merged in the end (harvest.go), so that quantiles are exact. Nothing is a
//     float: sums have 128 bits at one scale and math/big beyond (Sum).
//  4. Aggregators merge in any order to the same rows (Merge); Encode and Decode
//     carry them between machines, with a fingerprint of plan and catalogue;
//     SpillTo bounds the memory by putting runs on disk.
//  5. Rows returns the table in a fixed order. Table gives the same rows place by
//     place, with what the regions and periods inside a row add up to beside it
//     (stream.go, places.go, rollup.go), so that many reports need little memory;
//     Spread makes one row per region and period of them. At keeps the regions of one level.
package metrics
