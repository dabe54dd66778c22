// Package trace leads from a cell of a finished table back to its sentences.
//
//  1. ParseCell reads how a cell is named: region,period,metric[,unit].
//  2. Find looks the cell up in the folder's table (find.go); where there is
//     none, NotFound says which part fits nothing and what is like it.
//  3. It reads the folder's facts once (read.go), CSV or JSONL, keeps those of
//     the cell's rows, and adds the counted ones up. Where that is not the sum in
//     the table the folder is not as one run wrote it, and nothing is shown.
package trace
