package segment

// glue says what stands before a possible list number.
type glue uint8

const (
	lineStart  glue = iota
	afterStop       // 。！？
	afterColon      // ： or ；
	afterComma      // ， or 、
	afterTitle      // a headline without a stop: 一、主要工作（一）抓阵地
	afterWord       // anything else: 全年①演出3场
)

// sequence keeps the numberings that are under way and says whether a list
// number goes on with one of them.
type sequence struct {
	last     [forms]int // the last ordinal of each form
	dotMajor int        // the 2 of the last 2.1
	second   cursor     // 二是, which a 一是 in mid-sentence needs
	next     cursor     // 其次, which a 首先 needs
	circle   cursor     // ②, which a ① inside a clause needs
}

func newSequence() sequence {
	return sequence{second: cursor{"二是", -1}, next: cursor{"其次", -1}, circle: cursor{"②", -1}}
}

// reset forgets all numberings, as a new title does.
func (s *sequence) reset() { s.last, s.dotMajor = [forms]int{}, 0 }

// take counts m and forgets the numberings below it.
func (s *sequence) take(m marker) {
	s.under(m.level)
	s.last[m.form] = m.ordinal
	if m.form == formDotted {
		s.dotMajor = m.major
	}
}

// under forgets the numberings below a headline of that level that has no number.
func (s *sequence) under(level uint8) {
	for f := form(0); f < forms; f++ {
		if formLevel[f] > level {
			s.last[f] = 0
		}
	}
}

// accepts reports whether m, found at i, is a list number there.
func (s *sequence) accepts(text string, end int, m marker, i int, g glue) bool {
	switch m.form {
	case formDotted:
		return g <= afterStop && s.dottedFollows(m)
	case formShou:
		return g != afterComma && s.orderFollows(text, m)
	case formChapter:
		return g == lineStart
	case formDigit:
		if m.counted > 0 {
			dotted := marker{form: formDotted, major: m.ordinal, ordinal: m.counted, depth: 13}
			return !s.dottedFollows(dotted) && (g == lineStart || g == afterStop && s.follows(m))
		}
		if after, _ := runeAt(text, m.end, end); isDigit(after) && !isYear(text, m.end, end) &&
			(g != lineStart || !s.follows(m)) {
			return false // 2、3月 and the like
		}
	}
	switch g {
	case lineStart:
		return !m.weak || s.follows(m)
	case afterStop:
		return s.follows(m) || !m.weak && m.form != formDigit ||
			m.form == formDigit && !m.weak && !startsUnit(text, m.end, end)
	case afterColon:
		return s.follows(m)
	case afterTitle:
		return m.form == formHanParen && m.ordinal == 1 && !namesKind(text, m.end, end)
	case afterWord:
		if _, ok := s.circle.after(text, i); m.ordinal == 1 && !ok {
			return false
		}
		return m.form == formCircle && s.follows(m)
	}
	return s.followsComma(text, m, i)
}

// namesKind reports the words that take a number in brackets before them: （一）班.
func namesKind(text string, i, end int) bool {
	r, _ := runeAt(text, i, end)
	switch r {
	case '班', '期', '级', '类', '标', '型', '号', '中', '級', '類', '號':
		return true
	}
	return false
}

// follows reports whether m starts a numbering or goes on with one; one number may be lost.
func (s *sequence) follows(m marker) bool {
	last := s.last[m.form]
	return m.ordinal == 1 || m.ordinal == last+1 || last > 0 && m.ordinal == last+2
}

// followsComma is follows for a number in mid-sentence: only forms that
// running text does not have, and 一是 only when 二是 comes later.
func (s *sequence) followsComma(text string, m marker, i int) bool {
	last := s.last[m.form]
	switch m.form {
	case formCircle:
		return s.follows(m)
	case formShi:
		if m.ordinal == 1 {
			_, ok := s.second.after(text, i)
			return ok
		}
		return last > 0 && m.ordinal == last+1
	case formYao, formDi, formQi:
		return last > 0 && m.ordinal == last+1
	}
	return false
}

// dottedFollows reports whether 2.1 stands under a 2 and goes on with its row.
func (s *sequence) dottedFollows(m marker) bool {
	last := 0
	if m.major == s.dotMajor {
		last = s.last[formDotted]
	}
	under := m.major == s.last[formDigit] || m.major == s.last[formHan] || m.major == s.dotMajor ||
		m.major == s.dotMajor+1 || m.depth > 13
	return under && (m.ordinal == 1 || m.ordinal == last+1 || last > 0 && m.ordinal == last+2)
}

// orderFollows reports whether 首先 is followed by 其次, and the others preceded by 首先.
func (s *sequence) orderFollows(text string, m marker) bool {
	if m.ordinal > 1 {
		return s.last[formShou] > 0
	}
	_, ok := s.next.after(text, m.end)
	return ok
}
