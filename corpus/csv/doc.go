// Package csv reads delimited text (.csv, .tsv) in any encoding of corpus.Decode.
//
//  1. The delimiter, comma, semicolon or tab, is the one that cuts the first
//     records alike (delimiter.go); a line sep=; of Excel's names it.
//  2. Records are read as RFC 4180 has them; quotes that do not match are an
//     error with their line, since they may swallow half of the file. Only
//     tab-separated text may have stray quotes.
//  3. Rows become table rows, or reports where a column holds texts: 正文, 工作总结,
//     报告内容, …, or any of long cells. 乡镇, 县区 give a report's place, 单位,
//     填报单位 its body, 年度, 报告期, 时间 its period, 标题 its title; package
//     internal/sheet lists all names.
package csv
