package bench

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// Figure is a figure of a corpus as it stands in its document's text.
type Figure struct {
	Start, End int    // bytes, from the first numeral to the end of the unit
	Unit       string // without multiplier: 元 of 万元
	Value      int64  // in that unit
}

// bases are the units that are written with a multiplier.
var bases = map[string]struct {
	unit  string
	times int64
}{"万元": {"元", 10_000}, "亿元": {"元", 100_000_000}}

// appendFigure writes a figure for the slot in one of the ways that reports
// write them: 120余场, 1,280人, 3.5万人次, 十二期, １２０场.
func appendFigure(b []byte, s slot, r *rand.Rand) ([]byte, Figure) {
	n := int64(s.low + r.IntN(s.high-s.low+1))
	f := Figure{Start: len(b), Unit: s.unit, Value: n}
	way := r.IntN(100)
	base, scaled := bases[s.unit]
	switch {
	case scaled:
		f.Unit, f.Value = base.unit, n*base.times
		b = strconv.AppendInt(b, n, 10)
		if way < 40 {
			tenth := int64(1 + r.IntN(9))
			f.Value += tenth * base.times / 10
			b = append(b, '.')
			b = strconv.AppendInt(b, tenth, 10)
		}
	case n >= 10_000 && way < 75:
		n -= n % 1000
		f.Value = n
		b = strconv.AppendInt(b, n/10_000, 10)
		if n%10_000 != 0 {
			b = append(b, '.')
			b = strconv.AppendInt(b, n/1000%10, 10)
		}
		b = append(b, "万"...)
		b = appendOver(b, r)
	case n < 100 && way < 18:
		b = append(b, chinese(n)...)
	case way < 22:
		b = append(b, fullWidth(n)...)
	case n >= 1000 && way < 36:
		b = append(b, thousands(n)...)
	case way < 55:
		if n >= 20 {
			n -= n % 10
			f.Value = n
		}
		b = strconv.AppendInt(b, n, 10)
		if n >= 20 {
			b = appendOver(b, r)
		}
	default:
		b = strconv.AppendInt(b, n, 10)
	}
	b = append(b, s.unit...)
	f.End = len(b)
	return b, f
}

func appendOver(b []byte, r *rand.Rand) []byte {
	return append(b, [...]string{"", "余", "余", "多"}[r.IntN(4)]...)
}

// chinese is a number from 1 to 99 in Chinese numerals.
func chinese(n int64) string {
	digits := []rune("零一二三四五六七八九")
	var s []rune
	if n >= 20 {
		s = append(s, digits[n/10])
	}
	if n >= 10 {
		s = append(s, '十')
	}
	if n%10 != 0 {
		s = append(s, digits[n%10])
	}
	return string(s)
}

func fullWidth(n int64) string {
	return strings.Map(func(c rune) rune { return c - '0' + '０' }, strconv.FormatInt(n, 10))
}

func thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
