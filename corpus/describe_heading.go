package corpus

import (
	"strings"

	"github.com/zhaibao/zhaibao/period"
)

// headingPeriods are the periods that a heading names.
type headingPeriods struct {
	full   period.Period // with its year
	part   period.Period // of a year that is not named: 上半年
	joined bool          // part is one of full: 2023年民政工作半年总结
	hint   period.Period // the year of an issue (2020年第3期) or of a meeting
}

// headingPeriods reads the heading's periods; dates and what is behind 去年 and
// 明年 are none.
func (p *parts) headingPeriods() (h headingPeriods) {
	for _, l := range p.heading {
		inLine := ""
		for m, ok := period.Next(l.text, 0); ok; m, ok = period.Next(l.text, m.End) {
			rest := l.text[m.End:]
			switch {
			case m.Day || m.YearOffset != 0 || (l.date() || bracketed(l.text, m)) && !monthly(p.heading):
			case !m.NoYear && (isIssue(rest) || isMeeting(rest)):
				h.hint = m.Period
			case !m.NoYear && l.org != "" && trim(rest) == "":
			case !m.NoYear && h.full == "":
				h.full, inLine = m.Period, l.text[m.End:]
			case m.NoYear && h.part == "":
				h.part = m.Period
				h.joined = inLine == "" || !linked(inLine[:len(inLine)-len(l.text[m.Start:])])
			}
		}
		if y := documentYear(l.text); y != "" && h.hint == "" {
			h.hint = y
		}
		if h.part == "" && strings.Contains(l.text, "半年") && !strings.Contains(l.text, "下半年") {
			h.part = period.Of(0, 1, 6)
			h.joined = !strings.Contains(inLine, "上半年")
		}
	}
	return h
}

// bracketed reports whether m is a month in brackets at the end of a title: its date.
func bracketed(s string, m period.Mention) bool {
	return !m.NoYear && single(m.Period) && hasAnySuffix(s[:m.Start], "（", "(") && hasAnyPrefix(s[m.End:], "）", ")")
}

// documentYear is the year of a document's number: 松文字〔2023〕8号.
func documentYear(s string) period.Period {
	_, rest, ok := strings.Cut(s, "〔")
	if !ok || len(rest) < 4 || !strings.HasPrefix(rest[4:], "〕") {
		return ""
	}
	if y := period.Period(rest[:4]); y.Valid() && !y.IsMasked() {
		return y
	}
	return ""
}

// plansFor reports whether the year y of a title is the one that the report
// plans for, the year before being reviewed: 2023年政府工作报告 with the headlines
// 2022年工作回顾 and 2023年工作安排.
func (p *parts) plansFor(y period.Period) bool {
	if len(y) != len("2019") || y.IsMasked() {
		return false
	}
	reviewed, planned := false, false
	for _, l := range p.all {
		if l.ordinal == 0 {
			continue
		}
		t := head(l)
		for m, ok := period.Next(t, 0); ok; m, ok = period.Next(t, m.End) {
			reviewed = reviewed || len(m.Period) >= len(y) && m.Period.Year() == y.Year()-1 && !ahead(t[m.End:])
			planned = planned || m.Period == y && ahead(t[m.End:]) && !strings.Contains(t[m.End:], "情况")
		}
	}
	return reviewed && planned
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
