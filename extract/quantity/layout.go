package quantity

import "github.com/zhaibao/zhaibao/extract/catalog"

// boldMark steps over the ** of markdown, which would pass for a mask: a pair
// in one line, the first one not between a noun and its unit (经费**万元).
func (s *scanner) boldMark(i int, c uint16) (end int, ok bool) {
	if c != '*' || !s.twoStars(i) {
		return 0, false
	}
	if s.bold > 0 && s.bold == i {
		return i + 2, true
	}
	k, _, _ := class(s.t.At(i + 2))
	if k == multiplier || isHan(s.t.At(i-1)) && s.unitFollows(i+2) {
		return 0, false
	}
	const longest = 60 // runes of a phrase in bold type
	for j := i + 3; j < i+longest && j < s.t.Len() && !isBreak(s.t.At(j)); j++ {
		if s.twoStars(j) {
			s.bold = j
			return i + 2, true
		}
	}
	return 0, false
}

// twoStars reports whether exactly two stars stand at i.
func (s *scanner) twoStars(i int) bool {
	return s.t.At(i) == '*' && s.t.At(i+1) == '*' && s.t.At(i+2) != '*' && s.t.At(i-1) != '*'
}

// glued sets apart the number that a title or the foot of a page left before a year: 总结12019年.
func (s *scanner) glued(i int, c uint16) (end int, ok bool) {
	if !isDigit(c) || !isHan(s.t.At(i-1)) {
		return 0, false
	}
	for end = i; isDigit(s.t.At(end)) && end < i+7; end++ {
	}
	year := end - 4
	if year <= i || year > i+2 || s.t.At(end) != '年' || !s.century(year) {
		return 0, false
	}
	s.titleNumber(i, year)
	return year, true
}

// titleNumber appends the one or two digits [from, to) as the number of a title.
func (s *scanner) titleNumber(from, to int) {
	m := Mention{Reason: ListNumber, First: from, NumEnd: to, End: to, Arabic: true}
	for i := from; i < to; i++ {
		m.Value.coef = m.Value.coef*10 + int64(s.t.At(i)-'0')
	}
	m.HasValue = true
	m.Claim(false)
	m.BaseValue = m.Value
	s.append(m)
}

// endsTitle recognises the number at the end of a title: 半年工作总结5.
func (s *scanner) endsTitle(n *number) bool {
	if next := s.t.At(n.end); !n.arabic || n.digits > 2 || n.lo.exp != 0 || next != 0 && !isBreak(next) {
		return false
	}
	for _, w := range [...]string{"总结", "小结", "报告", "汇报", "简报", "材料", "要点", "附件", "附表"} {
		if s.literal(n.start-2, w) {
			return true
		}
	}
	return false
}

// century reports whether the digits at i begin a year: 19, 20.
func (s *scanner) century(i int) bool {
	return s.t.At(i) == '1' && s.t.At(i+1) == '9' || s.t.At(i) == '2' && s.t.At(i+1) == '0'
}

// prefix is the length of what stands before the digits of a numeral and
// belongs to it: 上千, 零下5度.
func (s *scanner) prefix(i int, c uint16) int {
	switch {
	case c == '上':
		return 1
	case c == '零' && s.t.At(i+1) == '下':
		if k, _, _ := class(s.t.At(i + 2)); k == digit || k == hanDigit || k == multiplier {
			return 2
		}
	}
	return 0
}

// pointed reads 点二亩 as 0.2, where 点 ends no word (景点二处).
func (s *scanner) pointed(i int, c uint16) (end int, ok bool) {
	if c != '点' || isHan(s.t.At(i-1)) && !scarce(s.t.At(i-1)) {
		return 0, false
	}
	n := number{start: i, ok: true, leadOK: true}
	value := Decimal{}
	for n.end = i + 1; n.runes < 4; n.end++ {
		k, d, _ := class(s.t.At(n.end))
		if k != hanDigit {
			break
		}
		value = Decimal{value.coef*10 + int64(d), value.exp - 1}
		n.runes++
	}
	if spell, stop := s.lex.unitAt(s.t, n.end); n.runes == 0 || stop == n.end || !measures(s.lex.Units[s.lex.spell[spell].unit].Class) {
		return 0, false
	}
	n.lo, n.hi, n.lead = value, value, value
	return s.quantity(&n), true
}

// scarce reports the words that may stand before a number below one.
func scarce(c uint16) bool {
	switch c {
	case '均', '仅', '只', '约', '为', '足', '近', '到':
		return true
	}
	return false
}

// measures reports whether units of the class may have a fraction.
func measures(c catalog.Class) bool {
	switch c {
	case catalog.Area, catalog.Length, catalog.Weight, catalog.Volume:
		return true
	}
	return false
}
