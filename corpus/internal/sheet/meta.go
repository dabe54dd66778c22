package sheet

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/internal/page"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/region"
)

// Describe reads what the cells of a row, under headlines or field names of the
// same number, say of its report: title, place, body and period.
//
// Places of several ranks are joined (县区 松河县, 乡镇 白沙镇: 松河县白沙镇). A name
// under 单位 that is a place is one (白沙镇), and a body under 乡镇 is a body
// (白沙镇人民政府). A day is no period, and 一季度 is one with the 年度 beside it only.
func Describe(heads, cells []string) corpus.Part {
	var d details
	for i, head := range heads {
		if i < len(cells) {
			d.take(fold(head), page.Flat(cells[i]))
		}
	}
	return corpus.Part{Title: d.title, Region: d.region(), Org: d.org, Period: d.period()}
}

// details are what columns say of a report.
type details struct {
	title, org          string
	places              [5]string // by rank
	whole, year, within string    // of the period
}

func (d *details) take(name, value string) {
	set := func(to *string) {
		if *to == "" {
			*to = value
		}
	}
	switch rank := placeNames[name]; {
	case value == "":
	case titleNames[name]:
		set(&d.title)
	case rank > 0:
		if head, ok := region.Head(value); ok && head.End < len(value) && isBody(value) {
			set(&d.org)
			value = value[:head.End]
		}
		set(&d.places[rank])
	case orgNames[name]:
		if rank := rankOf(value); rank > 0 && d.places[rank] == "" {
			d.places[rank] = value
			return
		}
		set(&d.org)
	case periodNames[name]:
		set(&d.whole)
	case yearNames[name]:
		set(&d.year)
	case isWithin(name):
		if strings.Trim(value, "0123456789") == "" && len(value) <= 2 {
			value = strings.TrimLeft(value, "0") + withinNames[name]
		}
		set(&d.within)
	}
}

// isBody reports whether a name is that of a body.
func isBody(name string) bool {
	return hasSuffix(name, "政府", "党委", "党工委", "委员会", "办事处", "局", "委", "办", "院", "中心", "站", "所", "校", "馆", "公司", "会", "队")
}

// rankOf is the rank of a name that is a place and nothing more, else 0.
func rankOf(name string) int {
	if n, ok := region.Head(name); ok && n.End == len(name) {
		return min(int(n.Level), 4)
	}
	if n := utf8.RuneCountInString(name); n == 2 && hasSuffix(name, "镇", "乡", "县") { // 甲镇
		if hasSuffix(name, "县") {
			return 3
		}
		return 4
	}
	return 0
}

// region joins the places from the largest on where that is a name of a place;
// else it is the smallest.
func (d *details) region() string {
	joined, last := "", ""
	for _, p := range d.places {
		if p != "" {
			if strings.HasPrefix(p, joined) {
				joined = ""
			}
			joined, last = joined+p, p
		}
	}
	if n, ok := region.Head(joined); ok && n.End == len(joined) {
		return joined
	}
	return last
}

// period is the period as it is given, or of a year and what of it is given.
func (d *details) period() string {
	given := d.whole
	if isDay(given) {
		given = ""
	}
	if _, open := readPeriod(given); given != "" && !open {
		return given
	}
	year, _ := readPeriod(d.year)
	part := cmp.Or(given, d.within)
	switch {
	case part == "" && !isDay(d.year):
		return d.year
	case len(year) != len("2019"):
		return given
	}
	if p, open := readPeriod(part); p != "" && !open {
		return part
	}
	p, _ := readPeriod(string(year) + "年" + part)
	return string(p)
}

// readPeriod reads 2019H1, 2019年上半年; open says that s names no year, or is
// none of a kind that is known. "" is for what is no period.
func readPeriod(s string) (p period.Period, open bool) {
	if p, err := period.Parse(s); err == nil {
		return p, false
	}
	if m := period.Find(s); len(m) == 1 && !m[0].Day && m[0].Start == 0 && m[0].End == len(s) {
		return m[0].Period, m[0].NoYear
	}
	return "", false
}

// isDay reports whether s is a date: 2019-06-30, 2019/6/30, 2019年6月30日, with
// the time of day or without, or a serial number of days.
func isDay(s string) bool {
	if m := period.Find(s); len(m) == 1 && m[0].Day && m[0].Start == 0 {
		return true
	}
	date, _, _ := strings.Cut(strings.NewReplacer("/", "-", ".", "-", "T", " ").Replace(s), " ")
	parts := strings.Split(date, "-")
	digits := !slices.ContainsFunc(parts, func(p string) bool { return p == "" || strings.Trim(p, "0123456789") != "" })
	return digits && (len(parts) == 3 || len(parts) == 1 && (len(date) == 5 || len(date) == 8))
}
