package corpus

import (
	"strings"

	"github.com/zhaibao/zhaibao/period"
)

// The words that say what a line is for. They are kinds of language that
// reports share, in both scripts.
var (
	planWords   = []string{"打算", "安排", "要点", "计划", "思路", "规划", "目标", "下一步", "下步", "总体要求", "指导思想", "重点工作", "計劃", "举措"}
	endWords    = []string{"打算", "安排", "计划", "思路", "下一步", "下步", "措施", "建议", "計劃", "方向", "问题", "不足", "困难", "問題"}
	freshWords  = []string{"基本情况", "工作开展", "开展情况", "成绩", "现状", "回顾", "主要做法", "主要工作", "进展", "完成情况", "概况", "高度重视", "组织领导", "加强领导", "基本情況", "工作情况", "成效"}
	annexWords  = []string{"附件", "附表", "附：", "附:", "附注", "报：", "报:", "发：", "发:", "送：", "抄送", "抄报", "主题词", "联系人", "（联系", "(联系", "备注", "注：", "注:", "（此件", "审核", "责任编辑", "填报", "制表", "来源", "[1", "［1", "〔1", "①", "¹", "※"}
	openWords   = []string{"今年以来", "今年", "近年", "上半年", "一年来", "半年来", "过去", "近日", "近期", "根据", "按照", "为了", "为认真", "为深入", "为进一步", "为贯彻", "为迎接", "为切实", "为全面", "现将", "自", "前三季度", "一季度", "三季度", "在", "遵照", "按", "全年", "我叫", "本人", "大家好"}
	closeWords  = []string{"特此报告", "专此报告", "特此汇报", "专此汇报", "特此通报", "以上报告", "以上汇报", "请审议", "谢谢大家", "特此報告", "特此匯報"}
	aheadWords  = []string{"下半年", "下一步", "下步", "接下来", "今后", "明年", "来年", "下一年", "新的一年", "存在", "不足", "问题"}
	pledgeWords = []string{"答卷", "篇章", "努力奋斗", "贡献力量", "新台阶", "做出贡献", "作出贡献", "应有的贡献", "献礼", "奋勇前进", "再创", "圆满完成", "顺利", "明天"}
)

// withoutTail cuts brackets and numbers from the end of a title: （送审稿）, 2.
func withoutTail(t string) string {
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}} {
		if i := strings.LastIndex(t, pair[0]); i > 0 && strings.HasSuffix(t, pair[1]) {
			t = t[:i]
		}
	}
	return strings.TrimRight(t, "0123456789")
}

var brackets = newRuneSet("【[（(〔")

// isCollection reports whether t begins with the mark of a collection: 篇一,
// 【篇2】, 第三篇, 范文四.
func isCollection(t string) bool {
	for n := 0; ; t = t[n:] {
		if n = brackets.leads(t); n == 0 {
			break
		}
	}
	for _, lead := range []string{"篇", "第", "范文"} {
		rest, ok := strings.CutPrefix(t, lead)
		if !ok {
			continue
		}
		v, n, _ := listValue(rest)
		if n == 0 || v > 60 {
			continue
		}
		rest = rest[n:]
		if lead == "第" {
			if rest, ok = strings.CutPrefix(rest, "篇"); !ok {
				continue
			}
		}
		if rest == "" || hasAnyPrefix(rest, "：", ":", "】", "]", "）", ")", "〕", " ", "\u3000", "、", ".", "．") {
			return true
		}
	}
	return false
}

// numberedTitle reports whether t begins with a title to which a number is
// glued, as collections have them: 半年工作总结2, 工作总结12019年上半年….
func numberedTitle(t string) bool { return titleNumber(t) > 0 }

// titleNumber is where the number begins that is glued to the title at the
// start of t, 0 where there is none.
func titleNumber(t string) int {
	t = t[:runeFloor(t, 200)]
	cut := false // before the first mark
	for i := 1; i < len(t); i++ {
		if !digit(t[i]) || digit(t[i-1]) || reportWords.ends(t[:i]) == 0 {
			continue
		}
		if !cut {
			if mark := strings.IndexAny(t, "，。；：、,;:《》“”"); mark >= 0 {
				if t = t[:mark]; i >= mark {
					return 0
				}
			}
			cut = true
		}
		_, n, _ := listValue(t[i:])
		if i+n == len(t) {
			return i
		}
		for k := 1; k <= n; k++ {
			if m, ok := period.Leading(t[i+k:]); ok && !m.NoYear {
				return i
			}
		}
	}
	return 0
}

// opening weighs how much l looks like the first paragraph of a report.
func opening(l line) float64 {
	if l.marker > 0 || l.chars < 15 || !l.body() {
		if l.salutation() && l.marker == 0 {
			return 2
		}
		return 0
	}
	if looksAhead(l) {
		return 0
	}
	score := 0.0
	_, timed := period.Leading(l.text[:runeFloor(l.text, 60)])
	if hasAnyPrefix(l.text, openWords...) || timed {
		score++
	}
	if containsAny(l.text[:runeFloor(l.text, 300)], "领导下", "領導下", "指导下", "支持下", "统一部署") {
		score++
	}
	if containsAny(l.text[runeCeil(l.text, len(l.text)-45):], "如下") {
		score += 2
	}
	return score
}

// looksAhead reports whether l speaks of plans or shortcomings, as the last
// paragraphs of reports do: 下一步，…; 2023年，我们将….
func looksAhead(l line) bool {
	if l.marker > 0 || !l.body() {
		return false
	}
	first := l.text[:runeFloor(l.text, 120)]
	if hasAnyPrefix(first, aheadWords...) || strings.Contains(first, "我们深切体会") {
		return true
	}
	first = strings.ReplaceAll(strings.ReplaceAll(first, "现将", ""), "現將", "")
	return containsAny(first, "，将", "我们将", "局将", "我将", "我局將", "力争", "计划再", "，拟", "我们要")
}

// closing weighs how much l looks like the last paragraph of a report.
func closing(l line) float64 {
	score := 0.0
	if hasAnyPrefix(l.text, closeWords...) || l.date() {
		score += 3
	}
	if hasAnySuffix(l.text, "！", "!") || looksAhead(l) {
		score++
	}
	if l.marker == 0 && containsAny(l.text[runeCeil(l.text, len(l.text)-60):], pledgeWords...) {
		score++
	}
	return score
}

// runeFloor is the largest rune bound of s that is at most n.
func runeFloor(s string, n int) int {
	if n >= len(s) {
		return len(s)
	}
	for n > 0 && s[n]&0xc0 == 0x80 {
		n--
	}
	return n
}

// runeCeil is the smallest rune bound of s that is at least n.
func runeCeil(s string, n int) int {
	n = max(n, 0)
	for n < len(s) && s[n]&0xc0 == 0x80 {
		n++
	}
	return n
}
