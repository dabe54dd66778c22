package quantity

import "github.com/zhaibao/zhaibao/extract/catalog"

// reason tells why the numeral of m counts nothing; Plain where it may count.
// The order matters: what stands before the numeral is asked first.
func (s *scanner) reason(m *Mention, n *number) Reason {
	switch {
	case s.t.At(n.start-1) == '第':
		return Ordinal
	case s.inCode(n):
		return Code
	case s.telephone(m, n):
		return Telephone
	case s.documentNumber(n):
		return DocumentNumber
	}
	if why := s.calendar(m, n); why != Plain {
		return why
	}
	if n.start < s.quoted {
		return Name
	}
	if s.listNumber(n) {
		return ListNumber
	}
	return s.qualifier(m, n)
}

// calendar recognises dates, clock times, ages and durations by unit and neighbours.
func (s *scanner) calendar(m *Mention, n *number) Reason {
	if n.dated {
		return Date
	}
	next, prev := s.t.At(n.end), s.t.At(n.start-1)
	switch next {
	case '年':
		if s.isYearNumber(m, n) {
			return Date
		}
	case '月':
		if s.t.At(n.end-1) != '个' && (m.Value.Cmp(Int(12)) <= 0 || m.HasHigh) {
			return Date
		}
	case '日', '号':
		if m.Value.Cmp(Int(31)) <= 0 {
			if next == '号' {
				return Ordinal
			}
			return Date
		}
		if next == '号' {
			return Ordinal
		}
	case '时', '点':
		if n.arabic || s.t.At(n.end+1) == '钟' || s.t.At(n.end+1) == '半' || s.t.At(n.end+1) == '整' {
			return Clock
		}
	case ':', '：':
		if n.arabic && isDigit(s.t.At(n.end+1)) && n.digits <= 2 {
			return Clock
		}
	case '季':
		if s.t.At(n.end+1) == '度' {
			return Date
		}
	case '·', '•', '・':
		if n.arabic && isDigit(s.t.At(n.end+1)) {
			return Date
		}
	case '世':
		if s.t.At(n.end+1) == '纪' {
			return Date
		}
	case '旬', '更':
		return Date
	}
	switch prev {
	case ':', '：':
		if n.arabic && isDigit(s.t.At(n.start-2)) && n.digits == 2 && m.UnitID == NoUnit {
			return Clock
		}
	case '·', '•', '・':
		if n.arabic && isDigit(s.t.At(n.start-2)) {
			return Date
		}
	case '周', '初', '腊', '期':
		if !n.arabic && n.runes <= 2 && m.UnitID == NoUnit && (prev != '期' || s.t.At(n.start-2) == '星') {
			return Date
		}
	case '月':
		if !n.arabic && m.UnitID == NoUnit && s.prevReason() == Date || s.t.At(n.start-2) == '正' {
			return Date
		}
	case '年':
		if m.UnitID == NoUnit && s.prevReason() == Date && !n.arabic {
			return Date
		}
	}
	if n.arabic && m.UnitID == NoUnit && s.numericDate(n) {
		return Date
	}
	return s.duration(m, n)
}

func (s *scanner) prevReason() Reason {
	if len(s.dst) == 0 {
		return Plain
	}
	return s.dst[len(s.dst)-1].Reason
}

// isYearNumber tells 2019年, 98年 and 二〇一九年 from durations (32年).
func (s *scanner) isYearNumber(m *Mention, n *number) bool {
	if n.digits == 4 || n.positional && n.runes == 4 {
		return m.HasHigh || isYear(m.Value)
	}
	return n.positional && n.runes == 2 || n.digits == 2 && (s.t.At(n.end+1) == '底' || s.t.At(n.end+1) == '初')
}

// numericDate reads 2021.3.5, 2021-03, 2021—2025, a bare year and its parts.
func (s *scanner) numericDate(n *number) bool {
	prev, next := s.t.At(n.start-1), s.t.At(n.end)
	dotted := func(c uint16) bool { return c == '.' || c == '-' || c == '/' || c == '—' || c == '–' || c == '~' }
	if n.digits == 4 && isYear(n.lo) && (dotted(next) && isDigit(s.t.At(n.end+1)) || dotted(prev) && isDigit(s.t.At(n.start-2))) {
		return true
	}
	if dotted(prev) && isDigit(s.t.At(n.start-2)) && s.prevReason() == Date {
		return true
	}
	if n.lo.exp < 0 && n.digits <= 2 && s.feast(n) {
		return true
	}
	return n.digits == 4 && isYear(n.lo) && n.lo.exp == 0 && isHan(next) && !n.over && !amount(prev)
}

// feast recognises the date in the name of a day: 4.23读书日, 12.4国家宪法日.
func (s *scanner) feast(n *number) bool {
	if month := n.lo.coef / 100; n.lo.exp < -2 || n.lo.exp == -2 && month > 12 {
		return false
	}
	for i := n.end; i < n.end+10 && isHan(s.t.At(i)); i++ {
		if s.t.At(i) == '日' {
			return i > n.end+1 && s.t.At(i+1) != '均' && s.t.At(i+1) != '常'
		}
	}
	return false
}

// amount reports the words of number and quantity that are followed by their value, not by a year: 阅读量2050.
func amount(c uint16) bool {
	switch c {
	case '量', '数', '达', '计', '超', '额', '值', '近', '约':
		return true
	}
	return false
}

// duration recognises stretches of time and ages; what they may count is the extractor's affair for hours.
func (s *scanner) duration(m *Mention, n *number) Reason {
	if m.UnitID == NoUnit {
		return Plain
	}
	unit := &s.lex.Units[m.UnitID]
	if unit.Class != catalog.Time {
		return Plain
	}
	if unit.Unit == "岁" {
		return Age
	}
	return Duration
}

// inCode reports whether letters cling to the digits: 4G, G60, CCTV-1, 00后 – and addresses of pages.
func (s *scanner) inCode(n *number) bool {
	if !n.arabic {
		return false
	}
	prev := s.t.At(n.start - 1)
	if isLetter(prev) && s.device(n) {
		return false
	}
	if prev == '_' && isLetter(s.t.At(n.start-2)) || s.t.At(n.end) == '_' && isLetter(s.t.At(n.end+1)) { // report_2021_final.docx
		return true
	}
	if isLetter(prev) || prev == '=' || prev == '%' && isLetter(s.t.At(n.start-2)) || prev == '-' && isLetter(s.t.At(n.start-2)) {
		return true
	}
	if prev == '+' && isDigit(s.t.At(n.start-2)) || s.t.At(n.end) == '+' && isDigit(s.t.At(n.end+1)) || s.t.At(n.end) == '×' || prev == '×' {
		return true
	}
	next := s.t.At(n.end)
	if !isLetter(next) && next != '=' && next != '&' {
		return next == '后' && n.digits == 2 && !isHan(prev) && s.t.At(n.end+1) != '续' || next == '后' && n.digits == 2
	}
	_, end := s.lex.unitAt(s.t, n.end)
	return end == n.end || isLetter(s.t.At(end))
}

// device reports whether the letters before the digits are a word and the
// digits count it: 购置CT1台, 检查KTV26家次.
func (s *scanner) device(n *number) bool {
	first := n.start
	for isLetter(s.t.At(first - 1)) {
		first--
	}
	spell, end := s.lex.unitAt(s.t, n.end)
	if n.start-first < 2 || end == n.end {
		return false
	}
	unit := &s.lex.Units[s.lex.spell[spell].unit]
	if unit.Class == catalog.Money {
		return true // GDP12.5亿元
	}
	if before := s.t.At(first - 1); isDigit(before) || before == '-' || before == '_' {
		return false
	}
	switch unit.Unit {
	case "台", "套", "件", "辆", "家", "家次", "台次", "个", "处", "场", "次", "部", "架", "座", "张":
		return true
	}
	return false
}

// telephone recognises call numbers: 0600-5550123, 13800001234, 12345热线.
func (s *scanner) telephone(m *Mention, n *number) bool {
	if !n.arabic || n.broken {
		return false
	}
	prev, next := s.t.At(n.start-1), s.t.At(n.end)
	switch {
	case prev == '-' && s.prevReason() == Telephone:
		return true
	case s.leadingZero(n.start, n) && (next == '-' || next == '—' || next == ' ') && skipDigits(s.t, n.end+1) >= n.end+8:
		return true
	case s.leadingZero(n.start, n) && (next == '-' || next == '—') && isDigit(s.t.At(n.end+1)):
		return true
	case n.digits >= 7 && s.t.At(n.start) != '0' && m.UnitID != NoUnit:
		return false
	case n.digits == 11 || n.digits >= 7 && s.callBefore(n.start):
		return true
	case n.digits == 5 && n.lo.coef >= 12000 && n.lo.coef < 13000 || n.digits == 3 && (n.lo == Int(110) || n.lo == Int(119) || n.lo == Int(120) || n.lo == Int(114)):
		return m.UnitID == NoUnit && (s.callBefore(n.start) || s.callAfter(n.end))
	}
	return false
}

func (s *scanner) callBefore(i int) bool {
	return s.near(i-10, i, "电话", "热线", "传真", "拨打")
}
func (s *scanner) callAfter(i int) bool {
	return s.near(i, i+10, "热线", "平台", "电话", "举报", "投诉")
}

// near reports whether one of the words lies in the runes [from, to).
func (s *scanner) near(from, to int, words ...string) bool {
	from, to = max(from, 0), min(to, s.t.Len())
	for i := from; i < to; i++ {
		for _, w := range words {
			if s.literal(i, w) {
				return true
			}
		}
	}
	return false
}

// literal reports whether the text at rune i begins with word.
func (s *scanner) literal(i int, word string) bool {
	if i < 0 || i >= s.t.Len() {
		return false
	}
	for _, r := range word {
		if s.t.At(i) != uint16(r) {
			return false
		}
		i++
	}
	return true
}

// documentNumber recognises 〔2021〕12号 and 第…号.
func (s *scanner) documentNumber(n *number) bool {
	prev, next := s.t.At(n.start-1), s.t.At(n.end)
	switch prev {
	case '〔', '［':
		return true
	case '[', '【':
		return n.digits == 4 && (next == ']' || next == '】')
	case '〕', '］', ']', '】', ')', '）':
		return next == '号'
	}
	return next == '〕' || next == '号' && (prev == '.' || prev == '字')
}

// listNumber recognises 一是, 二要, （3） and numbers that the block's marker left over.
func (s *scanner) listNumber(n *number) bool {
	prev, next := s.t.At(n.start-1), s.t.At(n.end)
	if (prev == '（' || prev == '(') && (next == '）' || next == ')') && n.runes <= 2 {
		return true
	}
	if n.arabic && n.digits <= 2 && (prev == '[' || prev == '［' || prev == '〔') && (next == ']' || next == '］' || next == '〕') {
		return true // a note: [1]
	}
	startsClause := prev == 0 || !isHan(prev) && !isLetter(prev) && !isDigit(prev)
	if !n.arabic && startsClause && n.runes <= 2 {
		switch next {
		case '是', '要', '则', '为':
			return next != '为' || prev == '；'
		case '、':
			return prev == 0 || isBreak(prev) || prev == '。' || prev == '>' || isSpace(prev)
		}
	}
	if n.arabic && n.lo.exp < 0 && n.digits == 1 && next == ' ' && isHan(s.t.At(n.end+1)) && !isHan(prev) && prev != ' ' {
		return true // 以下工作：3.1 加强领导
	}
	if n.arabic && n.digits <= 2 && (prev == 0 || isBreak(prev)) && (next == '.' || next == '、') {
		return true
	}
	return n.runes == 1 && prev == '其' && !n.arabic || s.endsTitle(n)
}

// qualifier recognises grades, specifications, thresholds and the article 一.
func (s *scanner) qualifier(m *Mention, n *number) Reason {
	next := s.t.At(n.end)
	after := s.t.At(n.end + 1)
	switch {
	case next == '级' && m.UnitID == NoUnit, (next == 'A' || next == 'a') && after == '级', next == '星' && after == '级',
		next == '级' && after != '台':
		return Grade
	case next == '强' && n.arabic, next == '国' && after == '道', n.arabic && m.UnitID == NoUnit && (next == ':' || next == '：') && isDigit(after) && n.lo.exp < 0,
		n.arabic && s.prevReason() == Specification && (s.t.At(n.start-1) == ':' || s.t.At(n.start-1) == '：') && isDigit(s.t.At(n.start-2)):
		return Specification
	case next == '楼' && isDigit(s.t.At(n.end+1)), next == '室' && n.arabic && n.digits >= 3, n.arabic && n.lo == Int(1) && m.UnitID == NoUnit && (next == ':' || next == '：') && isDigit(after):
		return Name
	case next == '人' && after == '制', next == '寸', next == '英' && after == '寸', next == '制' && m.UnitID == NoUnit, next == '型', next == '路' && n.digits <= 3:
		return Specification
	case s.sized(m, n):
		return Specification
	case next == '、' && m.UnitID == NoUnit && !n.arabic && s.shared(n.end):
		return Ordinal
	case next == '组' && m.UnitID != NoUnit && s.villageGroup(m, n):
		return Ordinal
	case s.congress(m, n), s.phase(m, n), s.second(m, n), next == '届' && isHan(after) && after != '次': // 十一届人大
		return Ordinal
	case s.literal(m.End, "不行"), s.literal(n.start-3, "不行就"): // 两遍不行就十遍
		return Idiom
	case s.threshold(m):
		return Threshold
	case m.One && m.UnitID == NoUnit && m.Unit == "" && isHan(next):
		return Article
	}
	return Plain
}

// sized recognises how wide, high, deep or thick a thing is: 路面宽6.5米, 2米高的围墙.
// How long it is counts.
func (s *scanner) sized(m *Mention, n *number) bool {
	if m.UnitID == NoUnit || s.lex.Units[m.UnitID].Class != catalog.Length || s.t.At(m.End-1) == '里' || s.t.At(m.End-1) == '裡' {
		return false // 拓宽6.8公里 is how long
	}
	after := s.t.At(m.End + 1)
	switch s.t.At(m.End) {
	case '宽', '寬':
		return after != '带' && after != '帶'
	case '高':
		return !isHan(after) || after == '的'
	case '深', '厚':
		return true
	}
	i := n.start - 1
	for c := s.t.At(i); i >= n.start-3 && (scarce(c) || c == '度' || c == '达'); c = s.t.At(i) {
		i--
	}
	switch s.t.At(i) {
	case '宽', '寬', '深', '厚', '径', '徑', '高':
		switch s.t.At(i - 1) { // 拓宽300米, 水位升高2米
		case '拓', '加', '展', '挖', '提', '升', '抬':
			return false
		}
		return true
	}
	return false
}
