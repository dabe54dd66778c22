package metrics

import (
	"strings"

	"github.com/zhaibao/zhaibao/period"
)

// within reports whether what happened in p happened in whole. An empty p is
// the report's own period; an empty whole holds everything.
func within(p, whole period.Period) bool {
	if p == "" || whole == "" || p == whole {
		return true
	}
	from, to, ok := months(p)
	first, last, known := months(whole)
	return ok && known && first <= from && to <= last
}

// months returns the first and the last month of a period, counted from the
// year 0; a masked year counts as the year 0, so it only meets its like.
func months(p period.Period) (from, to int, ok bool) {
	first, last, isRange := strings.Cut(string(p), "/")
	from, to, ok = simpleMonths(first)
	if !isRange || !ok {
		return from, to, ok
	}
	_, to, ok = simpleMonths(last)
	return from, to, ok && from <= to
}

// simpleMonths reads 2019, 2019H1, 2019Q2 or 2019-06.
func simpleMonths(s string) (from, to int, ok bool) {
	if len(s) < 4 {
		return 0, 0, false
	}
	year, rest := s[:4], s[4:]
	if year != "XXXX" {
		n, ok := digits(year)
		if !ok {
			return 0, 0, false
		}
		from = 12 * n
	}
	if rest == "" {
		return from, from + 11, true
	}
	n, ok := digits(rest[1:])
	length := map[byte]int{'H': 6, 'Q': 3, '-': 1}[rest[0]]
	if !ok || length == 0 || n < 1 || n*length > 12 {
		return 0, 0, false
	}
	from += (n - 1) * length
	return from, from + length - 1, true
}

func digits(s string) (n int, ok bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, s != ""
}
