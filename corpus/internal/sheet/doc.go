// Package sheet turns the rows of spreadsheets and delimited files into text.
//
//  1. A reader hands over sheets: rows of cells with their numbers, in order.
//  2. A sheet with a report a row is told by the headline of the column of texts
//     or by the length of its cells (column.go). Headlines that hold 总结, 小结,
//     报告, 汇报, 正文 or 全文 (or are text, content, body) need 20 Han characters a
//     cell on average, 8 (4 in sentences) where no other column has figures; 内容,
//     材料 and 文本 need 40 and 20, since 建设内容 is a column of tables; any other
//     headline 100.
//  3. Several long columns of a row are one report, each under its headline; where
//     they are those of different periods (上半年, 下半年), each is a report of its
//     own (group.go). A column of the whole text (正文, 全文, content) stands alone.
//  4. Each report is a corpus.Part with what other columns say of it (names.go,
//     meta.go); their cells are not text then:
//     title from 标题, 题目, 名称, 报告名称, 材料名称, title, …;
//     region from 省份, 地市, 地区, 区域, 县区, 县（市、区）, 乡镇, 街道, 镇街, region,
//     county, …, those of several ranks joined, and from a place under 单位;
//     org from 单位, 单位名称, 机构, 填报单位, 报送单位, 发布单位, 部门, 科室, org, …;
//     period from 报告期, 时期, 期间, 时间, 统计时间, period and 年度, 年份, year, with
//     季度 or 月份 beside these. Days, 填报日期 and 报送时间 are no periods.
//  5. All other sheets become tables, row by row under the sheet's name
//     (write.go); titles and notes above the headlines are lines before the table
//     (lead.go). Beside a sheet of texts each of them is one Part.
//  6. Where a column is asked for by name, a sheet without it is read as a table,
//     but a sheet that has a column of texts under another name is an error.
package sheet

import "github.com/zhaibao/zhaibao/corpus"

// Sheet is a sheet as it is seen: hidden rows and columns are not in it.
type Sheet struct {
	Name string // "" where there is none
	Rows []Row
}

// Row is a row with at least one cell that is not empty.
type Row struct {
	Number int          // of the sheet, or its line in the file, from 1
	Apart  bool         // an empty row stands before it
	Cells  []string     // the text of the cells from the first column on; line ends may be in it
	About  *corpus.Part // what is known of the row's text; nil takes it from the other cells
}

// Options choose the column of texts.
type Options struct {
	// Text is the headline of the column that holds the reports' texts; "" finds
	// it by its usual names or its length.
	Text string
}
