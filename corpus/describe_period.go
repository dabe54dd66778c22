package corpus

import (
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/period"
)

// period is the time reported on: the heading's, the opening's, else what the
// text's own year words (今年, 全年) mean at the signature's date. A part of a
// year without its year (上半年) takes the year from what stands around it.
func (p *parts) period(name string) period.Period {
	h := p.headingPeriods()
	switch {
	case h.full != "" && h.part != "" && h.joined && len(h.full) == len("2019"):
		return h.part.WithYear(h.full.Year())
	case h.full != "" && p.plansFor(h.full):
		return period.Of(h.full.Year()-1, 1, 12)
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

// openingPeriod is the period at the start of a paragraph of the opening
// (2022年，我馆…), of a clause that says what is reported (现将2022年工作汇报如下),
// in the first headline (一、2019年工作回顾), or at the start of a sentence.
func (p *parts) openingPeriod() (period.Mention, bool) {
	for _, l := range p.opening {
		if m, ok := period.Leading(l.text[:runeFloor(l.text, 90)]); ok && reportable(m) && !looksAhead(l) && !isIssue(l.text[m.End:]) {
			if m, ok := p.since(l.text, m); ok {
				return m, true
			}
		}
		for m, ok := period.Next(l.text, 0); ok; m, ok = period.Next(l.text, m.End) {
			if reportable(m) && (announced(l.text, m) || m.NoYear && strings.HasPrefix(trim(l.text[m.End:]), "工作") && len(m.Period) <= len("XXXXH1")) {
				return m, true
			}
		}
	}
	for _, l := range p.all {
		if l.ordinal != 1 {
			continue
		}
		for m, ok := period.Next(head(l), 0); ok; m, ok = period.Next(head(l), m.End) {
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
	return p.upTo()
}

// upTo is the part of the year that ends with a date up to which the first
// paragraphs report: 截至2023年6月底, 截至2022年末.
func (p *parts) upTo() (period.Mention, bool) {
	for _, l := range p.first {
		for m, ok := period.Next(l.text, 0); ok; m, ok = period.Next(l.text, m.End) {
			if m.NoYear || m.Period.IsMasked() || !hasAnySuffix(l.text[:m.Start], "截至", "截止", "截止到", "截至到") {
				continue
			}
			if _, last, ok := m.Period.Months(); ok {
				m.Period, m.Day = period.Of(m.Period.Year(), 1, last%12+1), false
				return m, true
			}
		}
	}
	return period.Mention{}, false
}

// firstAfter is the first period with its year that begins a sentence, or a
// clause, of the first paragraphs and tells no event of the past.
func (p *parts) firstAfter(marks string) (period.Mention, bool) {
	for _, l := range p.first {
		if looksAhead(l) {
			continue
		}
		for m, ok := period.Next(l.text, 0); ok; m, ok = period.Next(l.text, m.End) {
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
func (p *parts) since(s string, m period.Mention) (period.Mention, bool) {
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
	i := max(strings.LastIndex(clause, "把"), strings.LastIndex(clause, "将"), strings.LastIndex(clause, "就"))
	return i >= 0 && !m.NoYear && charCount(clause[i:]) <= 8 && !hasAnyPrefix(clause[i+len("将"):], "于", "在", "到", "从", "继续")
}

// narrowed is the part of the year that the opening reports on, where the
// signature's date lies inside the year y that the heading names: a report of
// October does not cover the year.
func (p *parts) narrowed(y period.Period) period.Period {
	signed := p.signed()
	if len(y) != len("2023") || !y.Contains(signed) || signed == "" || strings.HasSuffix(string(signed), "-12") {
		return y
	}
	for _, l := range p.opening {
		for m, ok := period.Next(l.text, 0); ok; m, ok = period.Next(l.text, m.End) {
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
func (p *parts) signed() period.Period {
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
	for m, ok := period.Next(s, 0); ok; m, ok = period.Next(s, m.End) {
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
