// Package xlsx reads workbooks (.xlsx, SpreadsheetML of ECMA-376) as they are
// seen on the screen.
//
//  1. The package is opened within its limits (package internal/ooxml); the
//     workbook names its sheets, the styles say how numbers look (reader.go,
//     styles.go).
//  2. A sheet's cells are read in one pass: shared and inline strings, numbers,
//     cached results of formulas (cells.go). A formula without a result, as some
//     programs write it, is an error: its number is not in the file.
//  3. A number is written as its format says: decimals, percent, thousands, texts
//     around it (format.go, number.go), from its decimal digits rounded to the 15
//     that Excel keeps, never through a float64 (decimal.go). Where the format
//     merely rounds, all decimals are written: 1234567.891 under #,##0, shown as
//     1,234,568, is 1,234,567.891. Percent and formats that scale (0!.0,"万") are
//     read as they are shown, since their digits go with what is shown around
//     them; so is what differs from the shown number by less than a millionth of
//     its last place, the trace of binary arithmetic. A date is
//     2019-06-30, never its serial number (date.go). A negative number keeps its
//     sign where the format shows it by colour or brackets alone, and a zero
//     that is shown as a dash is 0.
//  4. A merged area shows its first cell; what else is stored in it is not seen.
//     Hidden sheets, rows and columns are left out, also rows that a filter hides
//     (merge.go).
//  5. Sheets become tables, or a report a row where a column holds texts: 正文,
//     工作总结, 报告内容, …, or any of long cells. 乡镇, 县区 give its place, 单位,
//     填报单位 its body, 年度, 报告期, 时间 its period, 标题 its title; package
//     internal/sheet lists all names.
//
// Comments, text boxes, charts, headers and footers are not read.
package xlsx
