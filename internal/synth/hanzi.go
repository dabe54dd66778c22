package synth

import (
	"math/big"
	"strconv"
	"strings"
)

// Style is how a report writes its figures.
type Style int

// The styles; the zero value is 1234.
const (
	Arabic    Style = iota
	FullWidth       // １２３４
	Comma           // 1,234
	Chinese         // 一千二百三十四, whole numbers only
)

// write writes n / 10^places.
func (s Style) write(n int64, places int) string {
	if s == Chinese && places == 0 {
		return hanzi(n)
	}
	text := Plain(new(big.Rat).SetFrac(big.NewInt(n), pow10(places)))
	switch s {
	case FullWidth:
		return strings.Map(func(r rune) rune {
			switch {
			case r >= '0' && r <= '9':
				return r - '0' + '０'
			case r == '.':
				return '．'
			}
			return r
		}, text)
	case Comma:
		whole, rest, _ := strings.Cut(text, ".")
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + "," + whole[i:]
		}
		if rest != "" {
			whole += "." + rest
		}
		return whole
	}
	return text
}

func pow10(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

const hanDigits = "零一二三四五六七八九"

// hanzi writes n in Chinese numerals, 2 as 两 since a unit follows.
func hanzi(n int64) string {
	switch {
	case n == 2:
		return "两"
	case n < 0 || n >= 1e8:
		return strconv.FormatInt(n, 10)
	case n >= 10000:
		return below10000(n/10000) + "万" + rest(n%10000, 1000)
	}
	return below10000(n)
}

// rest writes what follows a larger place, with 零 where the next one is empty.
func rest(n, place int64) string {
	switch {
	case n == 0:
		return ""
	case n < place:
		return "零" + below10000Inner(n)
	}
	return below10000Inner(n)
}

func below10000(n int64) string {
	if n >= 10 && n < 20 {
		return strings.TrimPrefix(below10000Inner(n), "一")
	}
	return below10000Inner(n)
}

func below10000Inner(n int64) string {
	for _, p := range [...]struct {
		size int64
		name string
	}{{1000, "千"}, {100, "百"}, {10, "十"}} {
		if n >= p.size {
			return digitOf(n/p.size) + p.name + rest(n%p.size, p.size/10)
		}
	}
	return digitOf(n)
}

func digitOf(n int64) string { return string([]rune(hanDigits)[n]) }
