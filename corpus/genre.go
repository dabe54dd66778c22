package corpus

import "strings"

// genres are kinds of reports with the words of titles that tell them; the
// first that a title holds decides.
var genres = []struct {
	genre string
	words []string
}{
	{"统计公报", []string{"统计公报", "統計公報"}},
	{"政府工作报告", []string{"政府工作报告", "政府工作報告"}},
	{"预算报告", []string{"预算执行情况", "预算草案", "决算报告", "决算情况", "預算執行情況", "决算草案"}},
	{"述职报告", []string{"述职述廉", "述职报告", "述职", "述職"}},
	{"自查报告", []string{"自查报告", "自查情况", "自評報告", "自评报告"}},
	{"整改报告", []string{"整改报告", "整改情况", "整改落实情况"}},
	{"调研报告", []string{"调研报告", "调查报告", "調研報告"}},
	{"工作总结", []string{"总结", "總結", "小结", "小結", "回顾"}},
	{"工作汇报", []string{"汇报", "匯報", "彙報"}},
	{"工作计划", []string{"工作计划", "工作要点", "工作安排", "工作思路", "实施方案", "工作計畫", "工作打算"}},
	{"简报", []string{"简报", "信息快报", "简讯", "簡報"}},
	{"工作报告", []string{"报告", "報告", "工作情况", "进展情况", "完成情况", "情况说明", "情况", "情況"}},
}

// genre is the kind of report that a title names, "" where it names none.
func genre(title string) string {
	title = withoutBlanks(title)
	for _, g := range genres {
		for _, w := range g.words {
			if strings.Contains(title, w) {
				return g.genre
			}
		}
	}
	return ""
}

// withoutBlanks cuts the blanks inside s.
func withoutBlanks(s string) string {
	if !strings.Contains(s, " ") && !strings.Contains(s, "\u3000") {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, " ", ""), "\u3000", "")
}
