package corpus

import (
	"strings"

	"github.com/zhaibao/zhaibao/period"
)

// The words in which titles end.
var (
	// reportWords name a report, in both scripts.
	reportWords = suffixes(
		"总结", "小结", "汇报", "报告", "简报", "通报", "总结材料", "汇报材料", "自评", "述职", "述廉", "總結", "小結", "匯報", "彙報", "報告", "簡報", "通報",
		"公报", "月报", "季报", "年报", "周报", "快报", "专报", "公示", "报告书", "汇报提纲", "讲话", "讲话稿", "发言", "发言稿", "发言提纲", "发言材料", "交流材料", "经验材料", "典型材料", "事迹材料", "经验交流", "自查",
		"公報", "月報", "季報", "年報", "快報", "專報", "講話", "發言", "發言材料", "交流材料", "經驗材料", "匯報材料", "總結材料",
	)
	// wholeWords name a report and are hardly ever part of a headline inside one.
	wholeWords = suffixes(
		"工作总结", "工作小结", "工作汇报", "工作报告", "述职报告", "述廉报告", "述职述廉", "情况汇报", "情况报告", "情况的报告", "情况的汇报", "情况通报", "情况的通报", "汇报材料", "发言材料", "交流材料", "经验材料", "典型材料", "工作總結", "工作小結", "工作匯報", "工作報告", "述職報告", "情況匯報", "情況報告", "情況的報告", "情況通報", "情況的通報", "匯報材料",
	)
	// stateWords name what a report is about; they end headlines as well.
	stateWords = suffixes(
		"情况", "情況", "打算", "安排", "要点", "要點", "计划", "計劃", "思路", "材料", "综述", "成效", "纪实", "分析", "进展", "亮点", "做法", "侧记", "回顾", "概况", "工作要求", "綜述", "進展", "亮點", "紀實", "回顧",
	)
	// planEnds are those of stateWords that name a plan.
	planEnds = suffixes("打算", "安排", "要点", "要點", "计划", "計劃", "思路", "工作要求")
)

// The weights of a title's parts. They were set on whole reports and their
// concatenations, like those of cues.go.
const (
	weightIssue    = 5   // 简报 第3期
	weightWhole    = 3.5 // 工作总结
	weightReport   = 3   // 总结
	weightAnalysis = 2.5 // 运行情况分析
	weightState    = 1   // 情况
	weightPeriod   = 1.5
	weightName     = 2 // a place or a body at the start
	weightAbout    = 1.5
	weightSpeech   = 2   // 在…会议上的
	weightBodyTime = 0.5 // a body and a period together
)

// titleScore weighs how much l alone looks like a report's title. From
// titleSure up nothing else is needed.
func titleScore(l line) float64 {
	if l.glued || isCollection(l.text) {
		return 6
	}
	if !l.bare() || l.chars < 4 || hasAnyPrefix(l.text, annexWords...) || strings.HasPrefix(l.text, "《") {
		return 0
	}
	whole := withoutBlanks(l.text)
	t := withoutTail(whole)
	score := titleWord(t)
	if score == 0 {
		return 0
	}
	if t == "政府工作报告" || t == "政府工作報告" {
		score += 2
	}
	timed := namesPeriod(whole)
	if timed {
		score += weightPeriod
	}
	return score + titleStart(t, timed)
}

// titleStart weighs how the title t begins: with a name, 关于, or 在…上的.
func titleStart(t string, timed bool) float64 {
	if isSpeech(t) {
		return weightSpeech
	}
	head, rest := place(t)
	body := headOrg(rest)
	switch {
	case body != "" && timed && planEnds.ends(t) == 0:
		return weightName + weightBodyTime
	case head.End > 0 || body != "":
		return weightName
	case hasAnyPrefix(t, "关于", "關於"):
		return weightAbout
	}
	return 0
}

// isSpeech reports whether t is what was said at a meeting: 在…会议上的报告.
func isSpeech(t string) bool {
	i := strings.Index(t, "在")
	if i < 0 {
		return false
	}
	return containsAny(t[i:], "会上的", "会议上的", "会上作的", "会议上作的", "會上的", "會議上的")
}

// titleWord weighs the word in which the title t ends.
func titleWord(t string) float64 {
	report := reportWords.ends(t) > 0
	switch {
	case strings.Contains(t, "简报") && strings.Contains(t, "期"):
		return weightIssue
	case report && wholeWords.ends(t) > 0, report && isSpeech(t):
		return weightWhole
	case report:
		return weightReport
	case stateWords.ends(t) == 0:
		return 0
	case strings.HasSuffix(t, "分析"), containsAny(t, "总结", "總結", "工作情况", "工作情況", "汇报", "匯報"):
		return weightAnalysis
	}
	return weightState
}

// namesPeriod reports whether t names a period of a report.
func namesPeriod(t string) bool {
	for m, ok := period.Next(t, 0); ok; m, ok = period.Next(t, m.End) {
		if !m.Day {
			return true
		}
	}
	return containsAny(t, "半年", "年度", "季度", "学年", "學年")
}
