package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What tells a column of texts.
const (
	headRows  = 10  // among which the headline is looked for
	namedText = 20  // characters that the cells under 正文 have on average, else 内容 is a column of an ordinary table
	longText  = 100 // Han characters that the cells of another column have on average
)

// The usual headlines; they are compared without blanks and in lower case.
var (
	textNames   = names("正文", "内容", "全文", "文本", "报告", "报告正文", "报告内容", "正文内容", "文章内容", "報告", "內容", "text", "content", "body", "fulltext")
	titleNames  = names("标题", "题目", "题名", "名称", "报告标题", "報告標題", "標題", "title")
	regionNames = names("地区", "区域", "地域", "县", "县区", "区县", "县市区", "县（市、区）", "县(市、区)", "市县", "行政区", "行政区划", "地區", "region", "county")
	orgNames    = names("单位", "机构", "报告单位", "填报单位", "报送单位", "发布单位", "部门", "單位", "organization", "organisation", "org", "agency")
	periodNames = names("报告期", "时期", "期间", "时段", "年份", "年度", "報告期", "period", "year")
)

func names(list ...string) map[string]bool {
	set := map[string]bool{}
	for _, s := range list {
		set[s] = true
	}
	return set
}

// fold is a headline as it is compared.
func fold(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '_' {
			return -1
		}
		return r
	}, s))
}

// IsText reports whether name is one of the usual names of a column or field of texts.
func IsText(name string) bool { return textNames[fold(name)] }

// texts says where a sheet's texts are.
type texts struct {
	from   int // the first row of them
	column int
	title  int // the columns of what is said of a text, −1 for none
	region int
	org    int
	period int
}

// find looks for the column of texts.
func (s Sheet) find(o Options) (texts, bool) {
	want := fold(o.Text)
	best, size := texts{}, -1.0
	for i, r := range s.Rows[:min(len(s.Rows), headRows)] {
		for c, cell := range r.Cells {
			name := fold(cell)
			if want != "" && name == want {
				return s.under(i, c), true
			}
			if want == "" && textNames[name] {
				if n := s.average(i+1, c, utf8.RuneCountInString); n >= namedText && n > size {
					best, size = s.under(i, c), n
				}
			}
		}
	}
	if size >= 0 || want != "" {
		return best, size >= 0
	}
	return s.long()
}

// long looks for a column of long texts beside other columns. Texts in the only
// column are the lines of one.
func (s Sheet) long() (best texts, ok bool) {
	first, width := s.extent()
	size := float64(longText)
	if width < 2 || len(s.Rows) < 2 {
		return best, false
	}
	for c := first; c < first+width; c++ {
		filled := 0
		for _, r := range s.Rows[1:] {
			if r.at(c) != "" {
				filled++
			}
		}
		if n := s.average(1, c, countHan); n >= size && filled*2 >= len(s.Rows)-1 {
			best, size, ok = s.under(0, c), n, true
		}
	}
	if ok && countHan(s.Rows[0].at(best.column)) >= longText { // no headline
		best = texts{0, best.column, -1, -1, -1, -1}
	}
	return best, ok
}

// under are the texts below the headline at row i, column c.
func (s Sheet) under(i, c int) texts {
	t := texts{i + 1, c, -1, -1, -1, -1}
	for k, cell := range s.Rows[i].Cells {
		name := fold(cell)
		for _, column := range []struct {
			names map[string]bool
			at    *int
		}{{titleNames, &t.title}, {regionNames, &t.region}, {orgNames, &t.org}, {periodNames, &t.period}} {
			if k != c && column.names[name] && *column.at < 0 {
				*column.at = k
			}
		}
	}
	return t
}

// average is the mean count of the cells of a column that are not empty.
func (s Sheet) average(from, column int, count func(string) int) float64 {
	sum, cells := 0, 0
	for _, r := range s.Rows[from:] {
		if t := r.at(column); t != "" {
			sum += count(t)
			cells++
		}
	}
	return float64(sum) / float64(max(cells, 1))
}

func countHan(s string) (n int) {
	for _, r := range s {
		if r >= 0x3400 && r <= 0x9fff {
			n++
		}
	}
	return n
}

// at is a cell, "" outside the row.
func (r Row) at(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return r.Cells[column]
}

// extent is the first column with text and the number of columns to the last.
func (s Sheet) extent() (first, width int) {
	first, last := 1<<30, -1
	for _, r := range s.Rows {
		for c, cell := range r.Cells {
			if cell != "" {
				first, last = min(first, c), max(last, c)
			}
		}
	}
	return first, max(0, last+1-first)
}

// Means reports whether name is one of the usual names of a column: title,
// region, org or period.
func Means(column, name string) bool {
	switch name = fold(name); column {
	case "title":
		return titleNames[name]
	case "region":
		return regionNames[name]
	case "org":
		return orgNames[name]
	case "period":
		return periodNames[name]
	}
	return false
}
