package sheet

import (
	"strings"
	"unicode"
)

// The usual headlines; they are compared without blanks, marks and the bracket
// at their end, and in lower case.
var (
	textNames  = names("正文", "内容", "全文", "文本", "报告", "报告正文", "报告内容", "正文内容", "文章内容", "報告", "內容", "text", "content", "body", "fulltext")
	wholeNames = names("正文", "全文", "文本", "报告正文", "报告全文", "正文内容", "文章内容", "text", "content", "body", "fulltext")
	titleNames = names("标题", "题目", "题名", "名称", "报告标题", "报告题目", "报告名称", "文章标题", "总结标题", "材料标题", "材料名称", "文件标题", "文件名称", "文件名", "報告標題", "標題", "title")
	orgNames   = names("单位", "单位名称", "机构", "机构名称", "报告单位", "填报单位", "报送单位", "上报单位", "填报部门", "报送部门", "报送机构", "发布单位", "责任单位", "所属单位", "部门", "部门名称", "科室", "單位", "填報單位", "報送單位", "organization", "organisation", "org", "agency", "department")

	periodNames = names("报告期", "时期", "期间", "时段", "时间", "报告时间", "报告时期", "所属时期", "所属期", "统计时间", "统计期", "報告期", "時間", "period", "time")
	yearNames   = names("年份", "年度", "年", "报告年度", "所属年度", "年别", "year")
	withinNames = map[string]string{"季度": "季度", "季": "季度", "quarter": "季度", "月份": "月", "月": "月", "month": "月", "半年": ""} // with what a bare number under it lacks
)

// placeNames are the headlines of columns of places, with the place's rank.
var placeNames = ranks(
	"省、省份、province",
	"市、地市、市州、市（州）、州市、设区市、地级市、city、prefecture",
	"地区、区域、地域、县、县区、区县、县市区、县市、区、旗县、市县、行政区、行政区划、行政区域、所在地区、所属地区、所属县区、所在县区、地區、縣區、region、county、district、area",
	"乡镇、乡镇名称、镇、镇街、乡镇街道、乡镇（街道）、街道、街道（乡镇）、镇（街道）、镇街名称、街镇、镇乡、所属乡镇、所在乡镇、乡、鄉鎮、township、town",
)

func names(list ...string) map[string]bool {
	set := map[string]bool{}
	for _, s := range list {
		set[fold(s)] = true
	}
	return set
}

// ranks gives the names of each line its number, from 1.
func ranks(lines ...string) map[string]int {
	set := map[string]int{}
	for i, line := range lines {
		for _, s := range strings.Split(line, "、") {
			set[fold(s)] = i + 1
		}
	}
	return set
}

// fold is a headline as it is compared.
func fold(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), strings.ContainsRune("_-*：:、/（）()", r):
			return -1
		}
		return r
	}, s))
}

// Headlines that hold these words are those of texts where the cells are prose.
var (
	surely  = []string{"总结", "小结", "报告", "汇报", "正文", "全文", "总結", "總結", "小結", "報告", "匯報"}
	perhaps = []string{"内容", "材料", "文本", "內容"}
	// never is what a headline ends in that only speaks of a text.
	never = []string{"标题", "题目", "名称", "时间", "日期", "单位", "部门", "编号", "文号", "类型", "类别", "链接", "网址", "地址", "摘要", "简介", "备注", "附件", "路径"}
)

// kind is what a headline says of its column.
type kind uint8

const (
	other   kind = iota
	maybe        // 内容, 工作内容, 材料
	named        // 正文, 工作总结, 报告全文
	speaks       // of a text: its title, summary, address
	tells        // what is known of a report: its place, body, time
	numbers      // rows, telephones, pages: 序号, id
)

var (
	rowNames     = names("序号", "编号", "序", "no", "no.", "id", "index", "serial", "電話", "电话", "联系电话", "手机", "页码", "字数", "点击量", "浏览量", "阅读量", "views", "邮编", "文号", "url", "link", "网址", "链接")
	summaryNames = names("摘要", "简介", "导语", "关键词", "备注", "说明", "summary", "abstract", "keywords", "note", "notes", "remark")
)

// kindOf reads a headline.
func kindOf(headline string) kind {
	name := fold(headline)
	switch {
	case name == "":
		return other
	case rowNames[name]:
		return numbers
	case placeNames[name] > 0, orgNames[name], periodNames[name], yearNames[name], isWithin(name),
		hasSuffix(name, "时间", "日期", "date", "time"):
		return tells
	case titleNames[name], summaryNames[name]:
		return speaks
	case textNames[name] && !hasAny(name, perhaps):
		return named
	case textNames[name]:
		return maybe
	case hasSuffix(name, never...):
		return speaks
	case hasAny(name, surely):
		return named
	case hasAny(name, perhaps):
		return maybe
	}
	return other
}

func isWithin(name string) bool { _, ok := withinNames[name]; return ok }

func hasAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func hasSuffix(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// IsText reports whether name is one of the usual names of a column or field of texts.
func IsText(name string) bool { return textNames[fold(name)] }

// MayBeText reports whether name says that its field may hold a text: 工作总结,
// 上半年小结; whether it does its length tells (IsProse).
func MayBeText(name string) bool { k := kindOf(name); return k == named || k == maybe }

// IsProse reports whether s is long enough for a text under a name like 工作总结.
func IsProse(s string) bool { return countHan(s) >= namedText }
