// Package meta reads what is known of regions from elsewhere (population, area,
// number of villages) out of a file that users keep, to divide figures by.
//
//  1. The file is a CSV with a header: file, region or region_code, period, and
//     any number of columns of numbers. Header names may be Chinese (header.go);
//     a unit may stand in brackets behind a name: 人口（万人）.
//  2. Read checks every row (read.go, cell.go) and finds the region it speaks of
//     among the known ones (place.go). Any error refuses the whole file, with
//     all of them listed by line, so that no figure rests on half of it. A
//     region nobody reported of is a warning, or an error where Strict is set.
//  3. Lookup gives the number for a region and period: that of the very period,
//     else of the shortest period around it (2019 for 2019H1), else of a row
//     without a period. Never that of another year.
//
// Numbers are plain decimals with or without thousands separators (1,234.5);
// anything else (１２, 12万, 1e5, 12%) is refused rather than guessed. An empty
// cell is "not known"; a negative number is an error; zero is kept, and what is
// divided by it has no value.
package meta
