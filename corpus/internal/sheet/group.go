package sheet

import (
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/period"
)

// Group says which of the texts under heads, which stand in one row, form a
// report together, and what is known of each report. All are one, but where
// headlines name different periods (上半年, 下半年; 2021年, 2022年) each of those
// begins a report of its own, whose period is that within the year of about:
// the halves of a year in one report would be booked as one period. A single
// period of the headlines (上半年工作总结) is the report's within a 年度.
func Group(heads []string, about corpus.Part) (groups [][]int, of []corpus.Part) {
	seen := map[string]bool{}
	for _, h := range heads {
		if m, ok := spoken(h); ok {
			seen[string(m.Period)] = true
		}
	}
	for i, h := range heads {
		m, ok := spoken(h)
		if last := len(groups) - 1; last >= 0 && (!ok || len(seen) < 2) {
			groups[last] = append(groups[last], i)
			continue
		}
		groups, of = append(groups, []int{i}), append(of, about)
		if ok && (len(seen) > 1 || about.Period == "" || isYear(about.Period)) {
			of[len(of)-1].Period = within(m, about.Period)
		}
	}
	return groups, of
}

// planWords are those of headlines of what is still to be done.
var planWords = []string{"打算", "计划", "安排", "思路", "目标", "下一步", "下步", "要点", "重点", "举措", "措施", "明年", "来年"}

// spoken is the one period that a headline of what was done names.
func spoken(headline string) (period.Mention, bool) {
	m := period.Find(headline)
	if len(m) != 1 || m[0].Day || m[0].YearOffset != 0 || hasAny(headline, planWords) {
		return period.Mention{}, false
	}
	return m[0], true
}

// within is the period m, in the year of given where m names none; "" where no
// year is known.
func within(m period.Mention, given string) string {
	if !m.NoYear {
		return string(m.Period)
	}
	if !isYear(given) {
		return ""
	}
	year, _ := readPeriod(given)
	return strings.ReplaceAll(string(m.Period), period.Masked, string(year))
}

// isYear reports whether s names a whole year.
func isYear(s string) bool {
	p, open := readPeriod(s)
	return !open && len(p) == len("2019")
}
