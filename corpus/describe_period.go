package corpus

import (
	"path"
	"strings"

	"github.com/zhaibao/zhaibao/period"
)

// period is the time reported on. A part of a year without its year (上半年)
// takes the year from the signature's date, the opening or the file's name.
func (p parts) period(name string) period.Period {
	m, stated := p.headingPeriod()
	if !stated {
		m, stated = p.openingPeriod()
	}
	if !stated {
		return ""
	}
	if m.NoYear {
		return p.withYear(m.Period, name)
	}
	return p.narrowed(m.Period)
}

// headingPeriod is the first period in the heading that is no date and that a
// plan does not follow, the title's best line before the others.
func (p parts) headingPeriod() (period.Mention, bool) {
	var half period.Mention
	found := false
	for _, l := range p.heading {
		for _, m := range period.Find(l.text) {
			switch {
			case m.Day || m.YearOffset != 0 || orgLine(l) != "" && !m.NoYear && strings.TrimSpace(l.text[m.End:]) == "":
			case !m.NoYear:
				return m, true
			case !found:
				half, found = m, true
			}
		}
		if !found && strings.Contains(l.text, "半年") && !strings.Contains(l.text, "下半年") {
			half, found = period.Mention{Period: period.Of(0, 1, 6), NoYear: true}, true
		}
	}
	return half, found
}

// openingPeriod is the period at the start of a paragraph of the opening
// (2022年，我馆…), or in the first headline (一、2019年工作回顾).
func (p parts) openingPeriod() (period.Mention, bool) {
	for _, l := range p.opening {
		if m := period.Find(l.text[:runeFloor(l.text, 90)]); len(m) > 0 && m[0].Start == 0 && !m[0].Day && m[0].YearOffset == 0 && !looksAhead(l) {
			return m[0], true
		}
		for _, m := range period.Find(l.text) {
			if m.NoYear && !m.Day && m.YearOffset == 0 && strings.HasPrefix(trim(l.text[m.End:]), "工作") && len(m.Period) <= len("XXXXH1") {
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
	return period.Mention{}, false
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
			if m.NoYear && !m.Day && m.YearOffset == 0 && len(m.Period) > len("XXXX") && !single(m.Period) {
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
	for _, lines := range [][]line{p.signature, p.heading} {
		for i := len(lines) - 1; i >= 0; i-- {
			for _, m := range period.Find(lines[i].text) {
				if !m.NoYear && single(m.Period) {
					return m.Period
				}
			}
		}
	}
	return ""
}

// withYear sets the year of a part whose year the heading does not name.
// Where nothing names it the period stays unstated, or masked where the text
// masks its years.
func (p parts) withYear(q period.Period, name string) period.Period {
	if s := p.signed(); s != "" {
		return yearFor(q, s)
	}
	for _, l := range p.opening {
		for _, m := range period.Find(l.text) {
			if !m.NoYear && len(m.Period) <= len("2019H1") && !quoted(l.text, m.Start) {
				return yearFor(q, m.Period)
			}
		}
	}
	for ; name != "." && name != "/" && name != ""; name = path.Dir(name) {
		base := path.Base(name)
		for _, m := range period.Find(base) {
			if !m.NoYear {
				return yearFor(q, m.Period)
			}
		}
		if y := plainYear(base); y > 0 {
			return q.WithYear(y)
		}
	}
	for _, l := range p.all {
		for _, m := range period.Find(l.text) {
			if !m.NoYear && m.Period.IsMasked() {
				return q
			}
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

// quoted reports whether i lies inside 《》.
func quoted(s string, i int) bool {
	return strings.LastIndex(s[:i], "《") > strings.LastIndex(s[:i], "》")
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
