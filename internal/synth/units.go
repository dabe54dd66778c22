package synth

import (
	"math/big"
	"strings"
)

// unit is what a unit of the frames is summed in.
type unit struct {
	base   string
	factor string // base per unit
}

// units are written down here once more, so that an error in the catalogue's
// table shows. A unit that is not listed is its own base.
var units = map[string]unit{
	"名": {"人", "1"}, "位": {"人", "1"}, "个人": {"人", "1"},
	"场次":   {"场", "1"},
	"公里":   {"米", "1000"},
	"公顷":   {"平方米", "10000"},
	"平方公里": {"平方米", "1000000"},
	"平米":   {"平方米", "1"}, "㎡": {"平方米", "1"},
	"班次": {"班", "1"}, "个班次": {"班", "1"}, "个班": {"班", "1"},
	"期次": {"期", "1"},
	"学时": {"课时", "1"}, "个课时": {"课时", "1"}, "个学时": {"课时", "1"},
	"吨":    {"公斤", "1000"},
	"斤":    {"公斤", "0.5"},
	"个百分点": {"百分点", "1"},
	"成":    {"%", "10"},
	"％":    {"%", "1"},
	"个小时":  {"小时", "1"},
	"延米":   {"米", "1"},
	"个次":   {"次", "1"},
	"个月":   {"月", "1"},
	"毫升":   {"升", "0.001"},
}

// based returns the base unit of a surface unit and how much of it one is. A
// second unit in brackets, 人（次）, is left out.
func based(surface string) (base string, factor *big.Rat) {
	surface, _, _ = strings.Cut(surface, "（")
	u, ok := units[surface]
	if !ok {
		return surface, big.NewRat(1, 1)
	}
	factor, ok = new(big.Rat).SetString(u.factor)
	if !ok {
		panic("synth: bad factor of " + surface)
	}
	return u.base, factor
}

// Plain writes r as a decimal without exponent or needless zeros; nil is "".
func Plain(r *big.Rat) string {
	if r == nil {
		return ""
	}
	s := r.FloatString(18)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		return "0"
	}
	return s
}
