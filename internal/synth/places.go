package synth

import (
	"fmt"
	"strings"

	"github.com/zhaibao/zhaibao/region"
)

// The counties' names are made of two characters and a kind.
var (
	firstRunes  = []rune("青云白清长永龙凤金石安平兴宁和桐松柳梅竹枫桃杨荷兰星月")
	secondRunes = []rune("河溪山江岭泉塘坪湾源川城丘浦洲")
	sides       = []string{"", "东", "西", "南", "北"}
)

// county is the name of county i, the same for every run.
func county(i int) string {
	pairs := len(firstRunes) * len(secondRunes)
	a := i % len(firstRunes)
	b := (i/len(firstRunes) + a*7) % len(secondRunes)
	kind := "县"
	switch {
	case i%11 == 7:
		kind = "区"
	case i%13 == 9:
		kind = "市"
	}
	return sides[i/pairs%len(sides)] + string(firstRunes[a]) + string(secondRunes[b]) + kind
}

// counties returns the first n names under which the table has them too: none
// that led to a real division of another name (柳江县, a district today).
func counties(n int) ([]string, error) {
	list, seen := make([]string, 0, n), map[string]bool{}
	for i := 0; len(list) < n; i++ {
		c := county(i)
		if seen[c] {
			return nil, fmt.Errorf("only %d counties have names of their own, not %d: ask for fewer", len(list), n)
		}
		seen[c] = true
		if r := region.Resolve(c); r.Code() == "" && len(r.Candidates) == 0 || r.Division.Name == c {
			list = append(list, c)
		}
	}
	return list, nil
}

var towns = []string{"龙潭镇", "石桥镇", "双河乡", "柳林镇", "云台乡", "白沙镇", "梅岭乡", "新田镇"}

// span is a period of a report in words.
type span struct {
	period string // 2022H1, 2022
	year   int
	half   int // 0 the whole year
}

// parseSpan reads 2022, 2022H1 or 2022H2.
func parseSpan(s string) (span, error) {
	p := span{period: s}
	year, half, _ := strings.Cut(s, "H")
	if _, err := fmt.Sscanf(year, "%d", &p.year); err != nil || len(year) != 4 || p.year < 1950 {
		return p, fmt.Errorf("period %q: write 2022, 2022H1 or 2022H2", s)
	}
	switch {
	case half == "1":
		p.half = 1
	case half == "2":
		p.half = 2
	case s != year:
		return p, fmt.Errorf("period %q: write 2022, 2022H1 or 2022H2", s)
	}
	return p, nil
}

// name is 上半年, 下半年 or 全年.
func (p span) name() string { return [...]string{"全年", "上半年", "下半年"}[p.half] }

// titled is how a title names the period: 2022年上半年, 2022年度.
func (p span) titled() string {
	if p.half == 0 {
		return fmt.Sprintf("%d年度", p.year)
	}
	return fmt.Sprintf("%d年%s", p.year, p.name())
}

// lastMonth is the month the period ends with.
func (p span) lastMonth() int {
	if p.half == 1 {
		return 6
	}
	return 12
}

// month is a month inside the period: the nth, from 0.
func (p span) month(n int) int {
	if p.half == 2 {
		return 7 + n%6
	}
	return 1 + n%6
}

// quarters are two of the period.
var quarters = [...][2]string{{"一季度", "二季度"}, {"一季度", "二季度"}, {"三季度", "四季度"}}

// words fill the placeholders of frames.
func (p span) words(county, body string, town string, month int) *strings.Replacer {
	return strings.NewReplacer(
		"<县>", county, "<局>", body, "<乡>", town, "<半年>", p.name(),
		"<年>", fmt.Sprint(p.year), "<去年>", fmt.Sprint(p.year-1), "<明年>", fmt.Sprint(p.year+1),
		"<季A>", quarters[p.half][0], "<季B>", quarters[p.half][1],
		"<末>", fmt.Sprintf("%d月底", p.lastMonth()), "<月>", fmt.Sprintf("%d月", p.month(month)),
	)
}
