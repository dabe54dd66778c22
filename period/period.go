// Package period holds the time a report or a figure speaks of: a year, a
// half, a quarter, a month or a range of months.
//
//  1. A Period is its written form; Parse and Valid check one, Of builds one.
//  2. Find reads the periods that a Chinese text names (2019年上半年, 二〇二一年,
//     20XX年1—5月, 前三季度).
//  3. Year, Months, Contains, Compare and After put periods in relation.
package period

import (
	"fmt"
	"sync/atomic"
)

// Period is a calendar period in its written form: "2019", "2019H1",
// "2019Q2", "2019-06", "2019-01/2019-05", "XXXXH1" where the year is masked,
// "" where the text does not say. It is comparable and fit as a map key.
type Period string

// Masked is the year of a period whose year the text hides.
const Masked = "XXXX"

// Of returns the period from month first to month last (1 to 12) of year in
// its canonical form: January to June is H1, a whole quarter Q1 to Q4.
// Year 0 is the masked year. Months that lie before first belong to the next
// year (9 to 8 is a school year). Of returns "" for months out of range.
func Of(year, first, last int) Period {
	if first < 1 || first > 12 || last < 1 || last > 12 || year < 0 || year > 9999 {
		return ""
	}
	if year != 0 && (year < firstKept || year > lastKept) {
		return spell(year, first, last)
	}
	at := &kept[max(0, year-firstKept+1)][first-1][last-1]
	p := at.Load()
	if p == nil {
		made := spell(year, first, last)
		p = &made
		at.Store(p)
	}
	return *p
}

// kept holds the periods of the usual years that were asked for, the masked year
// first, so that a report's periods are not spelled anew for each of them.
var kept [lastKept - firstKept + 2][12][12]atomic.Pointer[Period]

const (
	firstKept = 1949
	lastKept  = 2099
)

// spell is Of for months and years in range.
func spell(year, first, last int) Period {
	if last < first {
		return between(year, first, nextYear(year), last)
	}
	b := appendYear(make([]byte, 0, 16), year)
	switch n := last - first + 1; {
	case n == 12:
		return Period(b)
	case n == 6 && first%6 == 1:
		return Period(append(b, 'H', digit(first/6+1)))
	case n == 3 && first%3 == 1:
		return Period(append(b, 'Q', digit(first/3+1)))
	case n == 1:
		return Period(appendMonth(b, first))
	}
	return between(year, first, year, last)
}

func between(y1, m1, y2, m2 int) Period {
	b := appendMonth(appendYear(make([]byte, 0, 16), y1), m1)
	return Period(appendMonth(appendYear(append(b, '/'), y2), m2))
}

func appendYear(b []byte, year int) []byte {
	if year == 0 {
		return append(b, Masked...)
	}
	return append(b, digit(year/1000), digit(year/100%10), digit(year/10%10), digit(year%10))
}

func appendMonth(b []byte, m int) []byte { return append(b, '-', digit(m/10), digit(m%10)) }

func digit(n int) byte { return byte('0' + n) }

func nextYear(year int) int {
	if year == 0 {
		return 0
	}
	return year + 1
}

// Parse checks that s is a period in its canonical form. The empty string is
// the period that is not stated.
func Parse(s string) (Period, error) {
	if s == "" {
		return "", nil
	}
	b, ok := Period(s).bounds()
	if !ok || b.period() != Period(s) {
		return "", fmt.Errorf("period %q: want 2019, 2019H1, 2019Q2, 2019-06 or 2019-01/2019-05", s)
	}
	return Period(s), nil
}

// Valid reports whether p is stated and in its canonical form.
func (p Period) Valid() bool {
	_, err := Parse(string(p))
	return p != "" && err == nil
}

// IsMasked reports whether the text hides p's year.
func (p Period) IsMasked() bool { return len(p) >= 4 && p[:4] == Masked }

// Year is the year in which p begins, 0 where it is masked or not stated.
func (p Period) Year() int {
	b, ok := p.bounds()
	if !ok || p.IsMasked() {
		return 0
	}
	return b.first / 12
}

// WithYear returns p with its masked year replaced; any other p is returned as it is.
func (p Period) WithYear(year int) Period {
	b, ok := p.bounds()
	if !ok || !p.IsMasked() {
		return p
	}
	b.first += year * 12
	b.last += year * 12
	return b.period()
}

// Months returns the first and the last month of p as year*12 + month-1;
// a masked year counts as 0. ok is false where p is not stated or malformed.
func (p Period) Months() (first, last int, ok bool) {
	b, ok := p.bounds()
	return b.first, b.last, ok
}

// Contains reports whether q lies wholly inside p. Two masked years are taken
// to be the same year; a masked and a plain one cannot be compared.
func (p Period) Contains(q Period) bool {
	a, b, ok := comparable2(p, q)
	return ok && a.first <= b.first && b.last <= a.last
}

// After reports whether p begins after q has ended, as 2023 does after 2022H2.
// Masked years are treated as in Contains.
func (p Period) After(q Period) bool {
	a, b, ok := comparable2(p, q)
	return ok && a.first > b.last
}

// Compare orders periods: what is not stated, masked years, then by the first
// month and, where that is the same, the longer period first.
func (p Period) Compare(q Period) int {
	a, _ := p.bounds()
	b, _ := q.bounds()
	switch {
	case p == q:
		return 0
	case (p == "") != (q == ""):
		return sign(p == "")
	case a.first != b.first:
		return sign(a.first < b.first)
	case a.last != b.last:
		return sign(a.last > b.last)
	}
	return sign(p < q)
}

func sign(less bool) int {
	if less {
		return -1
	}
	return 1
}

func comparable2(p, q Period) (a, b bounds, ok bool) {
	a, okA := p.bounds()
	b, okB := q.bounds()
	return a, b, okA && okB && p.IsMasked() == q.IsMasked()
}

// bounds are the first and last month of a period, as Months has them.
type bounds struct{ first, last int }

func (b bounds) period() Period {
	y1, y2 := b.first/12, b.last/12
	if y1 == y2 || y1 == 0 {
		return Of(y1, b.first%12+1, b.last%12+1)
	}
	if y2 == y1+1 && b.last%12 < b.first%12 {
		return Of(y1, b.first%12+1, b.last%12+1)
	}
	return between(y1, b.first%12+1, y2, b.last%12+1)
}

func (p Period) bounds() (b bounds, ok bool) {
	if len(p) == 15 && p[7] == '/' {
		b1, ok1 := p[:7].bounds()
		b2, ok2 := p[8:].bounds()
		if p[:4] == Masked && b2.last < b1.first {
			b2.last += 12
		}
		return bounds{b1.first, b2.last}, ok1 && ok2 && b1.first < b2.last && p[:7].IsMasked() == p[8:].IsMasked()
	}
	if len(p) < 4 {
		return b, false
	}
	year, ok := yearOf(p[:4])
	first, n, okPart := partOf(string(p[4:]))
	return bounds{year*12 + first, year*12 + first + n - 1}, ok && okPart
}

func yearOf(p Period) (int, bool) {
	if p == Masked {
		return 0, true
	}
	year := 0
	for i := range 4 {
		if p[i] < '0' || p[i] > '9' {
			return 0, false
		}
		year = year*10 + int(p[i]-'0')
	}
	return year, year > 0
}

// partOf returns the first month (from 0) and the number of months of what
// follows the year: "", H1, Q3, -06.
func partOf(s string) (first, n int, ok bool) {
	switch {
	case s == "":
		return 0, 12, true
	case len(s) == 2 && s[0] == 'H':
		return int(s[1]-'1') * 6, 6, s[1] == '1' || s[1] == '2'
	case len(s) == 2 && s[0] == 'Q':
		return int(s[1]-'1') * 3, 3, s[1] >= '1' && s[1] <= '4'
	case len(s) == 3 && s[0] == '-':
		m := int(s[1]-'0')*10 + int(s[2]-'0')
		return m - 1, 1, s[1] <= '1' && s[1] >= '0' && s[2] >= '0' && s[2] <= '9' && m >= 1 && m <= 12
	}
	return 0, 0, false
}
