package quantity

import (
	"strings"

	"github.com/zhaibao/zhaibao/internal/fold"
	"github.com/zhaibao/zhaibao/segment"
)

// Scan appends every numeral of t to dst, in order and without overlap: what
// it counts, or why it counts nothing.
func (l *Lexicon) Scan(dst []Mention, t *fold.Text) []Mention { return l.ScanFrom(dst, t, 0) }

// ScanFrom is Scan from rune i on, which starts a numeral whatever stands before it.
func (l *Lexicon) ScanFrom(dst []Mention, t *fold.Text, i int) []Mention {
	s := scanner{lex: l, t: t, dst: dst}
	for i = t.Next(i, fold.Numeral); i < t.Len(); i = t.Next(i, fold.Numeral) {
		i = s.at(i)
	}
	return s.dst
}

// Find is Scan over a span of plain text.
func (l *Lexicon) Find(dst []Mention, text string, span segment.Span) []Mention {
	var t fold.Text
	t.Set(l.Fold, text, span)
	return l.Scan(dst, &t)
}

// scanner is the state of one Scan.
type scanner struct {
	lex    *Lexicon
	t      *fold.Text
	dst    []Mention
	quoted int // runes before this place lie in a quoted name
	doubt  int // the numeral that starts here may have lost its first digits to the one before it
	bold   int // the ** here closes the ** before it
}

// at looks for a numeral that starts at rune i, one of fold.Numeral, and returns the next place to look.
func (s *scanner) at(i int) int {
	c := s.t.At(i)
	if end, ok := s.address(i, c); ok {
		return end
	}
	if close, ok := s.nameEnd(i, c); ok {
		s.quoted = close
		return i + 1
	}
	if end, ok := s.boldMark(i, c); ok {
		return end
	}
	if end, ok := s.damaged(i, c); ok {
		return end
	}
	if end, ok := s.pointed(i, c); ok {
		return end
	}
	if !s.starts(i, c) {
		return i + 1
	}
	if end, ok := s.glued(i, c); ok {
		return end
	}
	first := i
	i += s.prefix(i, c)
	n, ok := readNumber(s.t, i)
	if !ok {
		return i + 1
	}
	if c != '零' || i == first {
		if end, ok := s.word(i, &n); ok {
			return end
		}
	}
	n.start = first
	return s.quantity(&n)
}

// address steps over the address of a page, digits and all.
func (s *scanner) address(i int, c uint16) (end int, ok bool) {
	if c != 'h' && c != 'w' || isLetter(s.t.At(i-1)) || !s.literal(i, "http") && !s.literal(i, "www.") {
		return 0, false
	}
	for end = i; end < s.t.Len() && s.t.At(end) > ' ' && s.t.At(end) < 0x80; end++ {
	}
	s.append(Mention{Reason: Code, First: i, NumEnd: end, End: end, Arabic: true})
	return end, true
}

// starts reports whether a numeral may start with the rune c at i.
func (s *scanner) starts(i int, c uint16) bool {
	k, _, _ := class(c)
	switch {
	case k == some:
		next, _, _ := class(s.t.At(i + 1))
		return next == multiplier && s.t.At(i-1) != '人' && s.t.At(i-1) != '次'
	case k != other:
		return !s.endsWord(i, c)
	case c == '.':
		return isDigit(s.t.At(i+1)) && !isDigit(s.t.At(i-1)) && !isLetter(s.t.At(i-1)) && s.t.At(i-1) != '.'
	case c == '上':
		next, exp, _ := class(s.t.At(i + 1))
		return next == multiplier && exp >= 2 && s.t.At(i-1) != '以' && s.t.At(i-1) != '之' && s.t.At(i-1) != '网'
	}
	return false
}

// endsWord reports whether the financial numeral at i ends a word: 队伍三十九支,
// 大陆五人, 收拾两间. 五 itself is what such texts write.
func (s *scanner) endsWord(i int, c uint16) bool {
	next, value, formal := class(s.t.At(i + 1))
	if next == other {
		return false
	}
	digits := next == hanDigit && value > 0 && !formal // 伍三: no numeral has two digits side by side
	switch prev := s.t.At(i - 1); c {
	case '伍':
		return digits || prev == '队' || prev == '隊' || prev == '入' || prev == '退' || prev == '编' || prev == '編' || prev == '落'
	case '陆', '陸':
		return digits || prev == '大' || prev == '着' || prev == '著' || prev == '登' || prev == '内' || prev == '內' || prev == '水' || prev == '海'
	case '拾':
		return prev == '收' || prev == '捡' || prev == '撿' || prev == '重'
	}
	return false
}

// word appends a Word mention where the numeral is part of a dictionary word, or too little to be one.
func (s *scanner) word(i int, n *number) (end int, ok bool) {
	if n.arabic {
		return 0, false
	}
	start, end, found := s.lex.inWord(s.t, i)
	if found && (start == i && s.countsOn(n, end) || start < i && s.t.At(start) == '高' && s.t.At(start-1) == '提') { // 提高|一成
		found = false
	}
	switch {
	case found && end >= n.end && !(start < i && s.t.At(start-1) == '每' && s.unitFollows(n.end)): // but 每周一场
	case s.t.At(n.end) == '又' && n.formal, s.t.At(n.end) == '分' && s.t.At(n.end+1) == '之' && n.formal: // 壹又二分之壹
		return 0, false
	case n.bare && s.unitNote(i, n):
		start, end = i, n.end
	case n.runes == 1 && n.lo == Int(0), n.formal && n.runes == 1, n.bare && powerOfTen(n.lo) && !n.over && !n.few && !s.unitFollows(n.end):
		start, end = i, n.end
	default:
		return 0, false
	}
	if start < i {
		start = i
	}
	m := Mention{Reason: Word, First: start, NumEnd: end, End: end}
	if end-start >= 4 && s.idiomatic(start) {
		m.Reason = Idiom
	}
	m.Span, m.Number, m.UnitID = s.t.Span(start, end), s.t.Span(start, end), NoUnit
	s.dst = append(s.dst, m)
	return end, true
}

// countsOn reports whether a numeral at the start of a dictionary word goes on
// past it, with a longer unit or a second end: 五美元, 一到五个.
func (s *scanner) countsOn(n *number, end int) bool {
	if _, unit := s.lex.unitAt(s.t, n.end); unit > end {
		return true
	}
	if c := s.t.At(end - 1); end == n.end+1 && (c == '到' || c == '至') {
		k, _, _ := class(s.t.At(end))
		return k == hanDigit || k == digit
	}
	return false
}

// idiomatic recognises sayings of the form 千家万户, 三番五次, 一点一滴: two
// numerals in the first and third place that only mean many, few or each.
func (s *scanner) idiomatic(i int) bool {
	a, b := s.t.At(i), s.t.At(i+2)
	switch {
	case a == '千' && (b == '万' || b == '百'), a == '百' && (b == '千' || b == '百'), a == '三' && (b == '五' || b == '两' || b == '四'),
		a == '四' && (b == '八' || b == '五'), a == '七' && b == '八', a == '五' && (b == '六' || b == '四'):
		return true
	}
	return a == '一' && b == '一' && s.t.At(i+1) != s.t.At(i+3)
}

// unitNote recognises the unit of a table, （万元） and 单位：万元, which counts nothing.
func (s *scanner) unitNote(i int, n *number) bool {
	_, end := s.lex.unitAt(s.t, n.end)
	prev, next := s.t.At(i-1), s.t.At(end)
	return end > n.end && ((prev == '（' || prev == '(') && (next == '）' || next == ')') || (prev == '：' || prev == ':') && s.literal(i-3, "单位"))
}

func powerOfTen(d Decimal) bool {
	c := d.coef
	for c > 1 && c%10 == 0 {
		c /= 10
	}
	return c == 1
}

func (s *scanner) unitFollows(i int) bool {
	_, end := s.lex.unitAt(s.t, i)
	return end > i
}

// quantity completes the mention whose numeral is n: fraction, unit, range, bound, reason.
func (s *scanner) quantity(n *number) int {
	m := Mention{First: n.start, NumEnd: n.end, End: n.end, Arabic: n.arabic, Bare: n.bare}
	m.UnitID = NoUnit
	m.Value, m.HasValue = n.lo, n.ok
	if n.hasInterval() {
		m.High, m.HasHigh = n.hi, n.ok
	}
	m.One = !n.arabic && n.runes == 1 && (n.lo == Int(1) || n.few) && !n.over
	s.fraction(&m, n)
	s.sign(&m)
	s.unit(&m, n)
	s.between(&m, n)
	if m.Reason = s.reason(&m, n); s.torn(&m) {
		m.Reason, m.HasValue = Masked, false
	}
	s.finish(&m, n)
	m.Doubtful = n.arabic && n.over && n.tail == 0 && n.lo.exp == 0 && n.lo.coef%10 != 0 || s.doubt > 0 && n.start == s.doubt
	if n.twofold {
		s.doubt = n.end + 1
	}
	if !s.closesRange(&m) {
		s.dst = append(s.dst, m)
	}
	return max(m.End, n.end)
}

// finish sets the spans, the bound and the base value of a mention.
func (s *scanner) finish(m *Mention, n *number) {
	if m.Unit == noUnit {
		m.Unit, m.Fraction = "", true
	}
	s.bound(m, n)
	m.Span = s.t.Span(m.First, m.End)
	m.Number = s.t.Span(m.First, m.NumEnd)
	if !m.HasValue {
		m.Value, m.High, m.HasHigh = Decimal{}, Decimal{}, false
	}
	s.lex.SetBase(&m.Quantity)
}

// sign takes in a minus sign before the numeral.
func (s *scanner) sign(m *Mention) {
	c, before := s.t.At(m.First-1), s.t.At(m.First-2)
	switch {
	case s.t.At(m.First) == '零' && s.t.At(m.First+1) == '下':
		m.First, m.One = m.First+1, false // the sign stands inside
	case c == '负' && !strings.ContainsRune("肩担抱减自胜欺债辜背不重", rune(before)):
	case c == '-' && !isDigit(before) && !isLetter(before) && before != '-' && before != ')' && (!isHan(before) || signed(before)):
	default:
		return
	}
	m.First--
	m.Value = m.Value.Neg()
	if m.HasHigh {
		m.High = m.High.Neg()
	}
}

// signed reports whether a minus sign may follow the character: 增长-2.4%.
func signed(c uint16) bool {
	switch c {
	case '和', '与', '及', '长', '降', '为', '到', '率', '减', '少', '量', '值', '额', '是', '速', '幅':
		return true
	}
	return false
}

// nameEnd returns the end of a quoted name that opens at i: “两学一做”, 《…》.
func (s *scanner) nameEnd(i int, c uint16) (int, bool) {
	var closing uint16
	limit := 24
	switch c {
	case '“':
		closing = '”'
	case '‘':
		closing = '’'
	case '「':
		closing = '」'
	case '『':
		closing = '』'
	case '《':
		closing, limit = '》', 60
	case '〈':
		closing = '〉'
	default:
		return 0, false
	}
	for j := i + 1; j < i+limit && j < s.t.Len(); j++ {
		switch s.t.At(j) {
		case closing:
			return j, true
		case '。', '；', c:
			return 0, false
		}
	}
	return 0, false
}
