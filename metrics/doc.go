// Package metrics adds up the facts of many reports into the first table: one
// row per region, period, metric and base unit.
//
//  1. An Aggregator takes the facts of one report after another (Add). Every
//     fact enters exactly one group, and there it is either counted or left
//     out for one named Reason, so each row can be reconciled with its mentions:
//     facts = counted + left out.
//  2. What is counted is a total of what was done in the report's period: no
//     target, reference, part, per-unit value or repetition. Levels (stocks,
//     cumulative figures, rates) never enter a sum; they show in mean, median
//     and max only where the group has no such total.
//  3. Aggregators merge in any order to the same rows (Merge), sums are exact
//     (Sum: 128 bits at one scale, math/big beyond), nothing is a float.
//  4. Rows returns the table in a fixed order; NewWide spreads it to one row
//     per region and period.
package metrics
