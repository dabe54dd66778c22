// Package csv reads delimited text (.csv, .tsv) in any encoding of corpus.Decode.
//
//  1. The delimiter, comma, semicolon or tab, is the one that cuts the first
//     records alike (delimiter.go); a line sep=; of Excel's names it.
//  2. Records are read as RFC 4180 has them; quotes that do not match are an
//     error with their line, since they may swallow half of the file. Only
//     tab-separated text may have stray quotes.
//  3. Rows become table rows, or reports where a column holds texts (package
//     internal/sheet).
package csv
