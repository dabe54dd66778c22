package quantity

// noUnit marks a mention for which it is settled that it has no unit.
const noUnit = " "

// fraction reads 百分之五, 五分之一, 1/3 and 一又二分之一 once the first numeral is read.
func (s *scanner) fraction(m *Mention, n *number) {
	switch c := s.t.At(n.end); {
	case c == '分' && s.t.At(n.end+1) == '之':
		s.partOf(m, n, n.end+2)
	case c == '/' && n.arabic && isDigit(s.t.At(n.end+1)):
		s.slash(m, n)
	case c == '又' && m.HasValue:
		s.mixed(m, n)
	case c == '半' && n.runes == 1 && m.Value == Int(1) && !n.arabic: // 一半
		s.half(m, n.end+1)
	}
}

func (s *scanner) half(m *Mention, end int) {
	if _, stop := s.lex.unitAt(s.t, end); stop > end || isHan(s.t.At(end)) && s.t.At(end) != '以' && s.t.At(end) != '的' {
		return
	}
	m.Value = Decimal{5, -1}
	m.NumEnd, m.End, m.One = end, end, false
	m.Unit = noUnit
}

// partOf reads the numerator that follows 分之.
func (s *scanner) partOf(m *Mention, n *number, at int) {
	num, ok := readNumber(s.t, at)
	if !ok || !num.ok || !n.ok {
		return
	}
	m.Arabic, m.One = m.Arabic || num.arabic, false
	m.NumEnd, m.End = num.end, num.end
	start := n.end
	n.over, n.about, n.few, n.adjacent = num.over, num.about, num.few, num.adjacent
	n.end, n.arabic = num.end, n.arabic || num.arabic
	m.Value, m.High, m.HasHigh = num.lo, num.hi, num.hasInterval()
	bare := n.bare
	switch {
	case bare && n.lo == Int(100):
		s.percent(m, start, num.end)
		m.UnitSpan = s.t.Span(num.end, num.end)
	case bare && n.lo == Int(1000):
		m.UnitSpan = s.t.Span(num.end, num.end)
		s.ratioUnit(m, "‰")
	default:
		m.Value, m.HasValue = quotient(num.lo, n.lo)
		if m.HasHigh {
			m.High, _ = quotient(num.hi, n.lo)
		}
		m.Unit = noUnit
	}
	m.Bare = false
	n.bare = false
}

// ratioUnit gives m the unit named, without a place of its own in the text.
func (s *scanner) ratioUnit(m *Mention, unit string) {
	if n, v := s.lex.units.Longest(s.lex.Fold.Append(nil, unit)); n > 0 {
		m.UnitID = s.lex.spell[v].unit
	}
	m.Unit = unit
}

// slash reads 1/3; dates and codes keep their parts apart.
func (s *scanner) slash(m *Mention, n *number) {
	if s.t.At(n.start-1) == '/' || isLetter(s.t.At(n.start-1)) || n.digits > 3 {
		return
	}
	num, ok := readNumber(s.t, n.end+1)
	if !ok || !num.arabic || num.digits > 3 || !num.ok || num.lo.Sign() == 0 {
		return
	}
	if c := s.t.At(num.end); c == '/' || isLetter(c) || c == '.' {
		return
	}
	m.Value, m.HasValue = quotient(n.lo, num.lo)
	n.end = num.end
	m.NumEnd, m.End = num.end, num.end
	m.Unit = noUnit
}

// mixed reads 一又二分之一.
func (s *scanner) mixed(m *Mention, n *number) {
	den, ok := readNumber(s.t, n.end+1)
	if !ok || s.t.At(den.end) != '分' || s.t.At(den.end+1) != '之' {
		return
	}
	num, ok := readNumber(s.t, den.end+2)
	if !ok {
		return
	}
	part, ok1 := quotient(num.lo, den.lo)
	sum, ok2 := m.Value.Add(part)
	m.Value, m.HasValue = sum, ok1 && ok2 && num.ok && den.ok
	n.end = num.end
	m.NumEnd, m.End, m.Unit, m.One = num.end, num.end, noUnit, false
}

// quotient is a / b, exact where the decimal ends within twelve places, else
// rounded half up to six.
func quotient(a, b Decimal) (Decimal, bool) {
	if b.Sign() <= 0 || a.Sign() < 0 || b.exp != 0 || a.exp != 0 {
		return Decimal{}, false
	}
	num, den := a.coef, b.coef
	for places := 0; places <= 12; places++ {
		if num%den == 0 {
			return New(num/den, -places)
		}
		c, ok := mul10(num)
		if !ok {
			break
		}
		num = c
	}
	num = a.coef
	for range 6 {
		c, ok := mul10(num)
		if !ok {
			return Decimal{}, false
		}
		num = c
	}
	q, rest := num/den, num%den
	if rest >= den-rest {
		q++
	}
	return New(q, -6)
}
