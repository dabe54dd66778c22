// Package audit draws facts of a finished run for people to judge, and turns
// what they judged into an estimate of how many of all facts are right.
//
//  1. Draw takes n facts. Which ones depends on the seed and the facts' ids
//     alone: those whose hashes are least (bottom-n sampling, Cohen and Kaplan
//     2007), which is a simple random sample. Grouped by a column, each group
//     gives as many, and its share of all facts is written beside it.
//  2. WriteCSV and WritePage give them out: a table with empty columns for the
//     judgement, and a page that shows each figure in its sentence, takes the
//     judgements by click or key and gives the table back (page.html, page.js).
//  3. ReadJudged checks a judged table, every wrong cell with its line.
//  4. Score estimates: the share of right facts, by metric and by attribute, with
//     Wilson intervals (score.go). What is unsure gives bounds of its own.
package audit
