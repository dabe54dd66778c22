package corpus

import (
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/period"
)

// period is the time reported on: the heading's, the opening's, else what the
// text's own year words (今年, 全年) mean at the signature's date. A part of a
// year without its year (上半年) takes the year from what stands around it.
func (p parts) period(name string) period.Period {
	h := p.headingPeriods()
	switch {
	case h.full != "" && h.part != "" && h.sameLine && len(h.full) == len("2019"):
		return h.part.WithYear(h.full.Year())
	case h.full != "":
		return p.narrowed(h.full)
	case h.part != "":
		return p.withYear(h.part, h.hint, name)
	}
	m, stated := p.openingPeriod()
	switch {
	case stated && m.NoYear:
		return p.withYear(m.Period, h.hint, name)
	case stated:
		return p.narrowed(m.Period)
	}
	return p.impliedPeriod(h.hint)
}

// headingPeriods are the periods that a heading names.
type headingPeriods struct {
	full     period.Period // with its year
	part     period.Period // of a year that is not named: 上半年
	sameLine bool          // full and part stand in one line: 2023年民政工作半年总结
	hint     period.Period // the year of an issue (2020年第3期) or of a meeting
}

// headingPeriods reads the heading's periods; dates and what is behind 去年 and
// 明年 are none.
func (p parts) headingPeriods() (h headingPeriods) {
	for _, l := range p.heading {
		inLine := ""
		for _, m := range period.Find(l.text) {
			rest := l.text[m.End:]
			switch {
			case m.Day || m.YearOffset != 0 || l.date() && !monthly(p.heading):
			case !m.NoYear && (isIssue(rest) || isMeeting(rest)):
				h.hint = m.Period
			case !m.NoYear && l.org != "" && trim(rest) == "":
			case !m.NoYear && h.full == "":
				h.full, inLine = m.Period, l.text[m.End:]
			case m.NoYear && h.part == "":
				h.part = m.Period
				h.sameLine = inLine != "" && !linked(inLine[:len(inLine)-len(l.text[m.Start:])])
			}
		}
		if h.part == "" && strings.Contains(l.text, "半年") && !strings.Contains(l.text, "下半年") {
			h.part = period.Of(0, 1, 6)
			h.sameLine = inLine != "" && !strings.Contains(inLine, "上半年")
		}
	}
	return h
}

// monthly reports whether a heading is that of a month's report.
func monthly(heading []headLine) bool {
	for _, l := range heading {
		if containsAny(l.text, "月度", "月份", "月报", "当月", "本月") {
			return true
		}
	}
	return false
}

// isIssue reports whether rest, which follows a year, makes it that of an issue: 第3期.
func isIssue(rest string) bool {
	rest = strings.TrimPrefix(trim(rest), "总")
	after, ok := strings.CutPrefix(rest, "第")
	if !ok {
		return false
	}
	after = strings.TrimLeft(after, "0123456789０１２３４５６７８９一二三四五六七八九十百 〇")
	return hasAnyPrefix(after, "期", "号", "號")
}

// isMeeting reports whether rest, which follows a year, makes it that of a
// meeting: 在2024年全县文化工作会议上的发言.
func isMeeting(rest string) bool {
	return containsAny(rest, "会议上", "会上", "大会上", "全会上") && !strings.HasPrefix(rest, "工作报告")
}

// linked reports whether between a year and a part of a year another subject
// begins: 2023年工作总结及下半年打算.
func linked(s string) bool {
	return containsAny(s, "及", "和", "暨", "与", "总结", "小结", "报告", "汇报")
}

// openingPeriod is the period at the start of a paragraph of the opening
// (2022年，我馆…), of a clause that says what is reported (现将2022年工作汇报如下),
// in the first headline (一、2019年工作回顾), or at the start of a sentence.
func (p parts) openingPeriod() (period.Mention, bool) {
	for _, l := range p.opening {
		if m := period.Find(l.text[:runeFloor(l.text, 90)]); len(m) > 0 && m[0].Start == 0 && reportable(m[0]) && !looksAhead(l) && !isIssue(l.text[m[0].End:]) {
			if m, ok := p.since(l.text, m[0]); ok {
				return m, true
			}
		}
		for _, m := range period.Find(l.text) {
			if reportable(m) && (announced(l.text, m) || m.NoYear && strings.HasPrefix(trim(l.text[m.End:]), "工作") && len(m.Period) <= len("XXXXH1")) {
				return m, true
			}
		}
	}
	for _, l := range p.all {
		if l.ordinal != 1 {
			continue
		}
		for _, m := range period.Find(head(l)) {
			if !m.Day && !containsAny(head(l)[m.End:], planWords...) {
				return m, true
			}
		}
		break
	}
	for _, marks := range []string{"。！；", "，"} {
		if m, ok := p.firstAfter(marks); ok {
			return m, true
		}
	}
	return period.Mention{}, false
}

// firstAfter is the first period with its year that begins a sentence, or a
// clause, of the first paragraphs and tells no event of the past.
func (p parts) firstAfter(marks string) (period.Mention, bool) {
	for _, l := range append(p.opening, p.body...) {
		if looksAhead(l) {
			continue
		}
		for _, m := range period.Find(l.text) {
			r, _ := utf8.DecodeLastRuneInString(l.text[:m.Start])
			if reportable(m) && !m.NoYear && !single(m.Period) && (m.Start == 0 || strings.ContainsRune(marks, r)) && !isEvent(l.text[m.End:]) {
				return m, true
			}
		}
	}
	return period.Mention{}, false
}

// isEvent reports whether rest, which follows a year, tells of one event in
// it: 2015年建成, 2018年被评为.
func isEvent(rest string) bool {
	rest = strings.TrimLeft(rest, "，初底末春夏秋冬")
	return hasAnyPrefix(rest, "建成", "成立", "建立", "始建", "创建", "创办", "获", "荣获", "被", "通过", "启用", "搬迁", "升格", "挂牌", "改制", "更名", "入选", "晋升", "同期", "以来，", "率先", "正式", "投入使用", "经")
}

// since widens a month with which a text begins (2020年1月以来) to its year; a
// month alone is a report's period only where its heading says so.
func (p parts) since(s string, m period.Mention) (period.Mention, bool) {
	if !single(m.Period) || monthly(p.heading) {
		return m, true
	}
	m.Period = m.Period[:len("2019")]
	return m, strings.HasPrefix(s[m.End:], "以来")
}

// reportable reports whether m may be what a report covers: no day and not
// another year than the report's own.
func reportable(m period.Mention) bool { return !m.Day && m.YearOffset == 0 }

// announced reports whether m stands in a clause that announces the report:
// 我向大会报告2018年的工作; 把2022年干的事说一说.
func announced(s string, m period.Mention) bool {
	from := strings.LastIndexAny(s[:m.Start], "，。；：！") + 1
	clause := s[from:m.Start]
	if quoted(s, m.Start) || m.NoYear && single(m.Period) {
		return false
	}
	if containsAny(clause, "现将", "现就", "汇报", "述职", "总结", "現將", "匯報") || strings.Contains(clause, "报告") && !strings.Contains(clause, "报告》") {
		return true
	}
	if i := max(strings.LastIndex(clause, "把"), strings.LastIndex(clause, "将"), strings.LastIndex(clause, "就")); i >= 0 {
		return !m.NoYear && charCount(clause[i:]) <= 8
	}
	return false
}

// narrowed is the part of the year that the opening reports on, where the
// signature's date lies inside the year y that the heading names: a report of
// October does not cover the year.
func (p parts) narrowed(y period.Period) period.Period {
	signed := p.signed()
	if len(y) != len("2023") || !y.Contains(signed) || signed == "" || strings.HasSuffix(string(signed), "-12") {
		return y
	}
	for _, l := range p.opening {
		for _, m := range period.Find(l.text) {
			if m.NoYear && reportable(m) && len(m.Period) > len("XXXX") && !single(m.Period) {
				if q := m.Period.WithYear(y.Year()); !q.After(signed) {
					return q
				}
			}
		}
	}
	return y
}

// single reports whether p is one month: 4月 in an opening is no reporting period.
func single(p period.Period) bool {
	first, last, ok := p.Months()
	return ok && first == last
}

// signed is the month of the signature's date, "" where there is none.
func (p parts) signed() period.Period {
	for i := len(p.signature) - 1; i >= 0; i-- {
		if m := dated(p.signature[i].text); m != "" {
			return m
		}
	}
	for i := len(p.heading) - 1; i >= 0; i-- {
		if m := dated(p.heading[i].text); m != "" {
			return m
		}
	}
	return ""
}

// dated is the first month or day with its year in s.
func dated(s string) period.Period {
	for _, m := range period.Find(s) {
		if !m.NoYear && single(m.Period) {
			return m.Period
		}
	}
	return ""
}

// quoted reports whether i lies inside 《》.
func quoted(s string, i int) bool {
	return strings.LastIndex(s[:i], "《") > strings.LastIndex(s[:i], "》")
}
