package quantity

import (
	"strings"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/internal/fold"
)

// isMask reports whether c stands in for digits: XX场, **万元, 20__平方米.
func isMask(c uint16) bool {
	switch c {
	case 'x', 'X', '*', '_', '×', '〇', '□', '■', '○':
		return true
	}
	return false
}

// damaged reads a number that was masked or lost, where one stood at rune i:
// XX场, **万元, 20__平方米, .公里, 占任务数的%, 农资万元, 标语余幅.
func (s *scanner) damaged(i int, c uint16) (end int, ok bool) {
	if end, ok := s.garbled(i, c); ok {
		return end, true
	}
	switch {
	case isMask(c) && c != '〇' && c != '○':
		return s.masked(i, i)
	case isDigit(c):
		return s.halfMasked(i)
	case c == '.' && isHan(s.t.At(i-1)) && !isDigit(s.t.At(i+1)):
		unit := i + 1
		for k, _, _ := class(s.t.At(unit)); k == multiplier; k, _, _ = class(s.t.At(unit)) {
			unit++
		}
		return s.lost(i, unit, false)
	case c == '%' && !isDigit(s.t.At(i-1)):
		if p := s.t.At(i - 1); isHan(p) || p == ' ' && isHan(s.t.At(i-2)) {
			return s.lost(i, i, false)
		}
	case c == '万' || c == '亿':
		return s.lostMoney(i)
	case c == '的':
		return s.lostShare(i)
	case (c == '余' || c == '多') && isHan(s.t.At(i-1)):
		return s.lostRemainder(i)
	}
	return i, false
}

// garbled reads digits that no number is written with: letters read for digits
// (1O5万元, l05万元), two points (1.2.3万人, 12..5%), commas in places of their own
// (10,5万元). What they were the text does not tell.
func (s *scanner) garbled(i int, c uint16) (int, bool) {
	if !isDigit(c) && !likeDigit(c) {
		return i, false
	}
	if p := s.t.At(i - 1); isLetter(p) || isDigit(p) || p == '.' || p == ',' || p == '-' || p == '/' || isMask(p) {
		return i, false
	}
	digits, letters, points, commas, odd := 0, 0, 0, 0, false
	end, run := i, 0
	for ; ; end++ {
		switch c := s.t.At(end); {
		case isDigit(c):
			digits, run = digits+1, run+1
			continue
		case likeDigit(c):
			letters, run = letters+1, run+1
			continue
		case c == '.' && (isDigit(s.t.At(end+1)) || s.t.At(end+1) == '.' && isDigit(s.t.At(end+2))):
			points, run = points+1, 0
			continue
		case c == ',' && isDigit(s.t.At(end+1)):
			odd = odd || commas > 0 && run != 3
			commas, run = commas+1, 0
			continue
		}
		break
	}
	odd = odd || commas > 0 && run != 3 && points == 0
	if digits == 0 || letters == 0 && points < 2 && !(odd && points == 0) || points >= 2 && s.versioned(i, end) {
		return i, false
	}
	if odd && letters == 0 && !s.wholeSum(end) {
		return i, false // 1,2,5号楼
	}
	return s.lostUnit(i, end, Masked)
}

// likeDigit reports whether a letter is one that readers of pictures take for 0 or 1.
func likeDigit(c uint16) bool { return c == 'O' || c == 'o' || c == 'l' || c == 'I' }

// versioned reports whether the digits with two points are the number of a
// headline (1.2.3 经费) or a date (2021.3.5), which stand before no unit.
func (s *scanner) versioned(i, end int) bool {
	return i == 0 || isBreak(s.t.At(i-1)) || isYear(Int(int64(s.t.At(i)-'0')*1000+int64(s.t.At(i+1)-'0')*100+int64(s.t.At(i+2)-'0')*10+int64(s.t.At(i+3)-'0')))
}

// wholeSum reports whether money or a multiplier follows, so that commas part no list.
func (s *scanner) wholeSum(end int) bool {
	k, exp, _ := class(s.t.At(end))
	return k == multiplier && exp >= 4 || s.t.At(end) == '元'
}

// masked reads a run of mask characters that starts at from; first is where the mention starts.
func (s *scanner) masked(first, from int) (int, bool) {
	if first < s.quoted {
		return 0, false
	}
	if p := s.t.At(first - 1); isLetter(p) || isDigit(p) || p == '-' || isMask(p) {
		return 0, false
	}
	end := from
	if s.t.At(end+1) == '.' && isDigit(s.t.At(end+2)) { // *.3亿元
		for end += 2; isDigit(s.t.At(end)); end++ {
		}
		return s.lostUnit(first, end, Masked)
	}
	for isMask(s.t.At(end)) || s.t.At(end) == '.' && isMask(s.t.At(end+1)) {
		end++
	}
	return s.lostUnit(first, end, Masked)
}

// halfMasked reads digits that run into a mask: 20__平方米. Years (20XX年) are dates.
func (s *scanner) halfMasked(i int) (int, bool) {
	end := i
	for isDigit(s.t.At(end)) {
		end++
	}
	if !isMask(s.t.At(end)) || s.t.At(end) == '×' && isDigit(s.t.At(end+1)) || s.bold > 0 && s.bold == end {
		return 0, false
	}
	mask := end
	for isMask(s.t.At(end)) || isDigit(s.t.At(end)) {
		end++
	}
	if extra := end - i - 4; extra > 0 && extra <= 2 && mask > i+extra && s.century(i+extra) && s.t.At(end) == '年' { // 总结120XX年
		s.titleNumber(i, i+extra)
		i += extra
	}
	if end-i == 4 && (s.t.At(i) == '2' || s.t.At(i) == '1') && s.t.At(mask) != '_' || s.t.At(end) == '年' {
		s.append(Mention{Reason: Date, First: i, NumEnd: end, End: end, Arabic: true})
		return end, true
	}
	if isLetter(s.t.At(mask)) && isLetter(s.t.At(end)) || s.t.At(i-1) == '-' || end-i > 6 {
		s.append(Mention{Reason: Code, First: i, NumEnd: end, End: end, Arabic: true})
		return end, true
	}
	return s.lostUnit(i, end, Masked)
}

func (s *scanner) append(m Mention) {
	m.Span, m.Number, m.UnitID = s.t.Span(m.First, m.End), s.t.Span(m.First, m.NumEnd), NoUnit
	s.dst = append(s.dst, m)
}

// lostUnit appends a damaged mention whose unit, after an optional multiplier, starts at end.
func (s *scanner) lostUnit(first, end int, why Reason) (int, bool) {
	at := end
	for {
		k, exp, _ := class(s.t.At(at))
		if k != multiplier || exp < 2 {
			break
		}
		at++
	}
	over := false
	if c := s.t.At(at); c == '余' || c == '多' {
		at, over = at+1, true
	}
	if skip := skipGap(s.t, at); s.t.At(at) == ' ' && skip > at {
		at = skip
	}
	spell, stop := s.lex.unitAt(s.t, at)
	if stop == at || !s.countable(spell, stop) {
		return 0, false
	}
	m := Mention{Reason: why, First: first, NumEnd: at}
	m.UnitID = NoUnit
	s.setUnit(&m, spell, at, stop)
	s.alternative(&m)
	n := number{over: over}
	s.finish(&m, &n)
	if why == Lost && over {
		m.Bound = Over
	}
	s.dst = append(s.dst, m)
	return m.End, true
}

// countable keeps masked names apart from masked counts: XX年, xx号 and xx村 count nothing.
func (s *scanner) countable(spell, end int) bool {
	unit := &s.lex.Units[s.lex.spell[spell].unit]
	if unit.Class == catalog.Time {
		return unit.Unit == "小时" || unit.Unit == "分钟"
	}
	switch unit.Unit {
	case "村", "镇", "乡", "县", "号", "级", "位", "局", "组", "区", "市", "院", "校", "班", "届", "门", "路", "段", "人":
		return unit.Unit == "人" && !isHan(s.t.At(end))
	}
	return true
}

// lost reads a bare unit that starts at unit; first is where the mention starts.
func (s *scanner) lost(first, unit int, over bool) (int, bool) {
	spell, stop := s.lex.unitAt(s.t, unit)
	if stop == unit || !s.countable(spell, stop) || isHan(s.t.At(stop)) && s.t.At(stop) != '的' && s.t.At(stop) != '以' && s.t.At(stop) != '左' {
		return 0, false
	}
	m := Mention{Reason: Lost, First: first, NumEnd: first, End: stop}
	m.UnitID = NoUnit
	s.setUnit(&m, spell, unit, stop)
	n := number{over: over}
	s.finish(&m, &n)
	s.dst = append(s.dst, m)
	return stop, true
}

// lostMoney reads 万元 and 亿元 without a number, where a noun stands before
// and no mark makes 万 itself the number (近万元, 上万元, 每万元).
func (s *scanner) lostMoney(i int) (int, bool) {
	before := s.t.At(i - 1)
	if !isHan(before) || s.t.At(i+1) != '元' || i < 2 {
		return 0, false
	}
	if k, _, _ := class(before); k != other {
		return 0, false
	}
	switch before {
	case '余', '多', '近', '上', '每', '约', '超', '逾', '过', '达', '成', '足', '到', '位':
		return 0, false
	}
	if next := s.t.At(i + 2); isHan(next) && next != '的' {
		return 0, false
	}
	m := Mention{Reason: Lost, First: i, NumEnd: i + 1}
	m.UnitID = NoUnit
	spell, stop := s.lex.unitAt(s.t, i+1)
	if stop == i+1 {
		return 0, false
	}
	s.setUnit(&m, spell, i+1, stop)
	s.finish(&m, &number{})
	s.dst = append(s.dst, m)
	return stop, true
}

// lostRemainder reads 余幅 where the number before 余 was lost.
func (s *scanner) lostRemainder(i int) (int, bool) {
	switch s.t.At(i - 1) {
	case '其', '业', '剩', '盈', '结', '多', '有', '之', '富', '空', '冗', '残', '节', '年', '工', '课', '最', '更', '很', '许', '众', '诸', '增', '次', '太', '较':
		return 0, false
	}
	if k, _, _ := class(s.t.At(i - 1)); k != other || s.t.At(i) == '多' {
		return 0, false
	}
	spell, stop := s.lex.unitAt(s.t, i+1)
	if stop == i+1 || isHan(s.t.At(stop)) || s.lex.Units[s.lex.spell[spell].unit].Class == catalog.Time {
		return 0, false
	}
	return s.lost(i, i+1, true)
}

// lostShare reads 不少于区财政总支出的。, where the share behind 的 was lost.
func (s *scanner) lostShare(i int) (int, bool) {
	switch s.t.At(i + 1) {
	case '。', '；', '，', 0, '\n':
	default:
		return 0, false
	}
	if !s.endsIn(i, "支出", "收入", "总额", "总量", "总数", "总投入", "预算", "总人口", "总面积") {
		return 0, false
	}
	const longest = 16 // runes of the whole the share is of
	for first := i - 2; first > i-longest && isHan(s.t.At(first-1)); first-- {
		if !s.endsIn(first, "不少于", "不低于", "不超过", "不高于", "占", "达到") {
			continue
		}
		if k := len(s.dst); k > 0 {
			first = max(first, s.dst[k-1].End)
		}
		m := Mention{Reason: Lost, First: first, NumEnd: first, End: i + 1, Fraction: true}
		m.UnitID = NoUnit
		s.finish(&m, &number{})
		s.dst = append(s.dst, m)
		return i + 1, true
	}
	return 0, false
}

// endsIn reports whether one of the words ends at rune i.
func (s *scanner) endsIn(i int, words ...string) bool {
	for _, w := range words {
		if s.literal(i-len(w)/len("字"), w) {
			return true
		}
	}
	return false
}

// torn reports whether a character that could not be decoded stands beside the
// numeral, so that digits of it may be lost with it: 1�04万元, 1,862�.
func (s *scanner) torn(m *Mention) bool {
	switch m.Reason {
	case Plain, Duration, Age:
		return s.undecoded(m.First-1) || s.undecoded(m.NumEnd)
	}
	return false
}

func (s *scanner) undecoded(i int) bool {
	return s.t.At(i) == fold.Bad && strings.HasPrefix(s.t.Raw[s.t.Off[i]:], "\ufffd")
}
