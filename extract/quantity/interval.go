package quantity

// between reads the second end of a range: 10至15万元, 20—30人, 60%-80%, 20和30之间.
func (s *scanner) between(m *Mention, n *number) {
	if m.HasHigh && !n.few || !m.HasValue || n.over || n.positional {
		return
	}
	at, word := s.separator(m.End)
	if at == m.End {
		return
	}
	hi, ok := readNumber(s.t, at)
	if !ok || !hi.ok || hi.few || n.digits >= 7 || s.leadingZero(n.start, n) || s.year(n, &hi) {
		return
	}
	right := Mention{First: at, NumEnd: hi.end, End: hi.end, Arabic: hi.arabic}
	right.Value, right.HasValue, right.UnitID = hi.lo, true, NoUnit
	s.fraction(&right, &hi)
	if word != '和' || !s.closesBetween(hi.end) {
		s.unit(&right, &hi)
	}
	if s.isDate(&right) {
		n.dated = word != '和' && s.t.At(right.NumEnd) != ':' && s.t.At(right.NumEnd) != '：'
		return
	}
	if word == '和' && !s.closesBetween(right.End) {
		return
	}
	low, ok := s.lowEnd(m, n, &right, &hi)
	if !ok || low.Cmp(right.Value) >= 0 {
		return
	}
	m.Value, m.High, m.HasHigh = low, right.Value, true
	if hi.hasInterval() {
		m.High = hi.hi
	}
	m.NumEnd, m.End = right.NumEnd, right.End
	if right.UnitID != NoUnit || m.UnitID == NoUnit {
		m.UnitID, m.Unit, m.UnitSpan = right.UnitID, right.Unit, right.UnitSpan
	}
	n.adjacent, n.few, n.end = true, false, hi.end
	n.over = hi.over
	m.One, m.Arabic = false, m.Arabic || hi.arabic
}

// lowEnd is the value of the low end, with the multiplier it borrows from the high one.
func (s *scanner) lowEnd(m *Mention, n *number, right *Mention, hi *number) (Decimal, bool) {
	low := m.Value
	if m.UnitID != NoUnit {
		if right.UnitID == NoUnit || s.lex.Units[m.UnitID].Class != s.lex.Units[right.UnitID].Class {
			return low, false
		}
		return low, true
	}
	if n.tail == 0 && hi.tail >= 3 && n.lo.Cmp(hi.lead) < 0 && (n.arabic == hi.arabic || hi.arabic) {
		return low.Shift(hi.tail)
	}
	if right.Unit == "%" && hi.end < right.End && s.t.At(right.End-1) == '成' {
		return low.Shift(1)
	}
	return low, true
}

// separator returns the place after a mark that may join two ends, and the mark.
func (s *scanner) separator(at int) (int, uint16) {
	i := at
	if s.t.At(i) == ' ' {
		i++
	}
	c := s.t.At(i)
	switch c {
	case '至', '到', '~', '-', '–', '和', '与':
		i++
		if c == '与' {
			c = '和'
		}
	case '—', '─', '－', '一':
		if c == '一' && !(isDigit(s.t.At(i-1)) && isDigit(s.t.At(i+1))) { // 20一30: a dash typed as 一
			return at, 0
		}
		i++
		if s.t.At(i) == '—' {
			i++
		}
	default:
		return at, 0
	}
	if s.t.At(i) == ' ' {
		i++
	}
	if k, _, _ := class(s.t.At(i)); k != digit && k != hanDigit && k != multiplier {
		return at, 0
	}
	return i, c
}

func (s *scanner) closesBetween(i int) bool {
	return s.t.At(i) == '之' && s.t.At(i+1) == '间' || s.t.At(i) == '间'
}

func (s *scanner) leadingZero(i int, n *number) bool {
	return n.arabic && s.t.At(i) == '0' && isDigit(s.t.At(i+1))
}

// year reports whether two joined numerals are years.
func (s *scanner) year(a, b *number) bool {
	return a.digits == 4 && b.digits == 4 && isYear(a.lo) && isYear(b.lo)
}

func isYear(d Decimal) bool { return d.exp == 0 && d.coef >= 1900 && d.coef < 2100 }

// bound sets the bound, the high end and the interval of a mention from the
// marks inside and around it.
func (s *scanner) bound(m *Mention, n *number) {
	before, hasBefore := s.lex.before(s.t, m.First)
	after, length := s.lex.after(s.t, m.End)
	if length == 1 && s.t.At(m.End) == '多' && isHan(s.t.At(m.End+1)) {
		length = 0
	}
	inside, hasInside := Exact, true
	switch {
	case n.few || n.about:
		inside = About
	case n.adjacent:
		inside = Range
	case n.over || s.t.At(m.First) == '上' && !n.arabic:
		inside = Over
	default:
		hasInside = false
	}
	m.Bound = joinBounds(inside, hasInside, before, hasBefore, after, length > 0)
	m.Claim(n.over)
}

// joinBounds decides between marks: ranges stay ranges, contradicting marks are about, 逾…多 is over.
func joinBounds(inside Bound, hasInside bool, before Bound, hasBefore bool, after Bound, hasAfter bool) Bound {
	if hasInside && (inside == Range || inside == About) {
		return inside
	}
	result := Exact
	for _, b := range [...]struct {
		bound Bound
		set   bool
	}{{inside, hasInside}, {before, hasBefore}, {after, hasAfter}} {
		switch {
		case !b.set:
		case result == Exact:
			result = b.bound
		case result != b.bound:
			result = About
		}
	}
	return result
}

// Claim sets the interval that q's value, high end and bound claim, where it is
// well defined. Closed says that a figure over its value ends before the next
// round one: 120余 is below 130.
func (q *Quantity) Claim(closed bool) {
	q.Low, q.Upper, q.HasLow, q.HasUpper = Decimal{}, Decimal{}, false, false
	if !q.HasValue {
		return
	}
	switch {
	case q.HasHigh:
		q.Low, q.Upper, q.HasLow, q.HasUpper = q.Value, q.High, true, true
		if q.Low.Cmp(q.Upper) > 0 { // a decrease by 3 to 5
			q.Low, q.Upper = q.Upper, q.Low
		}
	case q.Bound == Exact:
		q.Low, q.Upper, q.HasLow, q.HasUpper = q.Value, q.Value, true, true
	case q.Bound == Over && closed:
		q.Low, q.HasLow = q.Value, true
		q.Upper, q.HasUpper = q.Value.Add(step(q.Value))
	case q.Bound == Over:
		q.Low, q.HasLow = q.Value, true
	case q.Bound == Under:
		q.Upper, q.HasUpper = q.Value, true
	}
}

// step is one unit of the last non-zero digit of d.
func step(d Decimal) Decimal {
	c, e := abs(d.coef), int(d.exp)
	for c != 0 && c%10 == 0 {
		c, e = c/10, e+1
	}
	one, _ := New(1, e)
	return one
}

// isDate reports whether the unit or what follows makes the joined numerals a date or a clock time.
func (s *scanner) isDate(m *Mention) bool {
	c := s.t.At(m.NumEnd)
	switch c {
	case '月', '日', '号', '时', '点', ':', '：':
		return true
	case '年':
		return isYear(m.Value) || s.t.At(m.NumEnd+1) != '以' && m.Value.Cmp(Int(50)) > 0
	}
	return false
}

// closesRange joins two limits of one thing, 大于10且小于20, to a range: the
// mention before takes this one in.
func (s *scanner) closesRange(m *Mention) bool {
	if len(s.dst) == 0 || m.Reason != Plain || !m.HasValue || m.HasHigh {
		return false
	}
	p := &s.dst[len(s.dst)-1]
	if p.Reason != Plain || !p.HasValue || p.HasHigh || p.UnitID != NoUnit && p.UnitID != m.UnitID || m.First-p.End > 10 {
		return false
	}
	low, high := p.Value, m.Value
	switch {
	case p.Bound == Over && m.Bound == Under:
	case p.Bound == Under && m.Bound == Over:
		low, high = high, low
	default:
		return false
	}
	if low.Cmp(high) >= 0 || !s.joinsLimits(p.End, m.First) {
		return false
	}
	p.Value, p.High, p.HasHigh, p.Bound = low, high, true, Range
	p.Low, p.Upper, p.HasLow, p.HasUpper = low, high, true, true
	p.UnitID, p.Unit, p.UnitSpan, p.BaseUnit = m.UnitID, m.Unit, m.UnitSpan, m.BaseUnit
	p.End, p.NumEnd = m.End, m.NumEnd
	p.Span, p.Number = s.t.Span(p.First, p.End), s.t.Span(p.First, p.NumEnd)
	p.BaseValue = low
	if p.UnitID != NoUnit {
		if base, ok := low.Mul(s.lex.Units[p.UnitID].Factor); ok {
			p.BaseValue = base
		}
	}
	return true
}

// joinsLimits reports whether only words that join two limits stand in the runes [from, to).
func (s *scanner) joinsLimits(from, to int) bool {
	for i := from; i < to; i++ {
		switch s.t.At(i) {
		case '并', '且', '而', '同', '时', '的', '又', ' ', '小', '大', '于', '少', '多', '低', '高', '不', '等', '超', '过', '<', '>', '≤', '≥':
		default:
			return false
		}
	}
	return true
}
