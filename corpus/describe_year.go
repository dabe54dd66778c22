package corpus

import (
	"path"
	"strings"

	"github.com/zhaibao/zhaibao/period"
)

// withYear sets the year of a part whose year the heading does not name: the
// signature's, the opening's, hint's (an issue's or a meeting's), that of the
// file's name, of a date in the text. Where nothing names it the period stays
// unstated, or masked where the text masks its years.
func (p *parts) withYear(q, hint period.Period, name string) period.Period {
	if s := p.signed(); s != "" {
		return yearFor(q, s)
	}
	if y := bestYear(p.opening, q); y != "" {
		return yearFor(q, y)
	}
	if hint != "" {
		return yearFor(q, hint)
	}
	if y := fileYear(name); y != "" {
		return yearFor(q, y)
	}
	if y := bestYear(p.all[:min(len(p.all), maxYearLines)], q); y != "" {
		return yearFor(q, y)
	}
	for _, l := range p.all {
		for m, ok := period.Next(l.text, 0); ok; m, ok = period.Next(l.text, m.End) {
			if !m.NoYear && m.Period.IsMasked() {
				return q
			}
		}
	}
	if q == period.Masked {
		return p.yearBeforePlan()
	}
	return ""
}

// maxYearLines is how many of a report's lines are searched for a year.
const maxYearLines = 60

// bestYear is the first period in lines that shows the report's own year: no
// yardstick (较2019年), no plan, no document's name. A whole year counts, and a
// month or day of the part q of the year (截至2023年6月底).
func bestYear(lines []line, q period.Period) period.Period {
	for _, l := range lines {
		if looksAhead(l) || !strings.Contains(l.text, "年") {
			continue
		}
		for m, ok := period.Next(l.text, 0); ok; m, ok = period.Next(l.text, m.End) {
			if m.NoYear || m.Period.IsMasked() || quoted(l.text, m.Start) || yardstick(l.text, m) || ahead(l.text[m.End:]) {
				continue
			}
			if len(m.Period) <= len("2019H1") || q.WithYear(m.Period.Year()).Contains(m.Period) {
				return m.Period
			}
		}
	}
	return ""
}

// yardstick reports whether m is only compared with, or long past: 较2019年同期,
// 自2015年以来, 建于2018年, 2020年度先进.
func yardstick(s string, m period.Mention) bool {
	before, after := s[max(0, runeCeil(s, m.Start-24)):m.Start], s[m.End:]
	return hasAnySuffix(before, "较", "比", "同", "于", "自", "从", "到", "至", "与", "占", "为", "超") && !hasAnySuffix(before, "截至", "截止", "截止到", "截至到") ||
		hasAnyPrefix(after, "同期", "以来", "同比", "建成", "成立", "底以前", "年底", "启动", "度先进") || m.YearOffset != 0
}

// ahead reports whether what follows a year makes it that of a plan: 2024年打算.
func ahead(rest string) bool {
	rest = rest[:runeCeil(rest, min(len(rest), 120))]
	i := strings.IndexAny(rest, "，。；：、 ")
	if i < 0 {
		i = len(rest)
	}
	return containsAny(rest[:i], "打算", "计划", "安排", "思路", "目标", "要点", "下半年", "力争", "任务", "重点工作", "建议")
}

// fileYear is the year in a file's name or in the nearest folder that has one.
func fileYear(name string) period.Period {
	for ; name != "." && name != "/" && name != ""; name = path.Dir(name) {
		base := path.Base(name)
		for m, ok := period.Next(base, 0); ok; m, ok = period.Next(base, m.End) {
			if !m.NoYear {
				return m.Period
			}
		}
		if y := plainYear(base); y > 0 {
			return period.Of(y, 1, 12)
		}
	}
	return ""
}

// yearFor gives q the year of date, the year before where q would lie after it.
func yearFor(q, date period.Period) period.Period {
	if date.IsMasked() {
		return q
	}
	p := q.WithYear(date.Year())
	if p.After(date) {
		p = q.WithYear(date.Year() - 1)
	}
	return p
}

// plainYear reads a year from a file's name: 2019, 文化局-2019上半年.
func plainYear(s string) int {
	for i := 0; i+4 <= len(s); i++ {
		if (i > 0 && digit(s[i-1])) || (i+4 < len(s) && digit(s[i+4]) && !monthAt(s[i+4:])) {
			continue
		}
		if y := period.Period(s[i : i+4]); y.Valid() && (s[i:i+2] == "20" || s[i:i+2] == "19") {
			return y.Year()
		}
	}
	return 0
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// monthAt reports whether s goes on as a date does after its year: 0628.
func monthAt(s string) bool { return len(s) >= 4 && digit(s[1]) && digit(s[2]) && digit(s[3]) }

// impliedPeriod is the year that the text calls its own (今年, 全年, 一年来)
// where only a date says which it is: the signature's year, or the one before
// where a year that is over is reported in the first quarter; else the year
// before the one that the text plans for (2024年打算).
func (p *parts) impliedPeriod(hint period.Period) period.Period {
	own, past := p.ownYear()
	if !own && !past {
		return ""
	}
	signed := p.signed()
	if signed == "" {
		signed = hint
	}
	if signed != "" && !signed.IsMasked() {
		first, _, _ := signed.Months()
		if month := first%12 + 1; past && (month < 3 || month == 3 && !own) {
			return period.Of(signed.Year()-1, 1, 12)
		}
		return period.Of(signed.Year(), 1, 12)
	}
	return p.yearBeforePlan()
}

// yearBeforePlan is the year before the one for which a paragraph plans: 2024年打算.
func (p *parts) yearBeforePlan() period.Period {
	for _, l := range p.all {
		t := l.text[l.marker:runeFloor(l.text, l.marker+60)]
		m, ok := period.Leading(t)
		if ok && len(m.Period) == len("2019") && !m.NoYear && !m.Period.IsMasked() && ahead(t[m.End:]) {
			return period.Of(m.Period.Year()-1, 1, 12)
		}
	}
	return ""
}

// ownYear reports whether the report speaks of a year as its own: of the
// present one (今年), of one that is over (全年, 过去的一年).
func (p *parts) ownYear() (own, past bool) {
	for _, l := range p.heading {
		past = past || l.score > 0 && containsAny(l.text, "述职", "年度", "全年", "年终")
	}
	for _, l := range p.first {
		t := l.text[:runeFloor(l.text, 600)]
		own = own || containsAny(t, "今年")
		past = past || containsAny(t, "全年", "过去一年", "过去的一年", "一年来", "这一年", "本年度", "一年的")
	}
	return own, past
}
