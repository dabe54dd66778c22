package period

import (
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/segment"
)

// Mention is a period that a text names.
type Mention struct {
	segment.Span
	Period Period
	// NoYear says that the text names no year here (上半年, 1—6月): Period is
	// written with the masked year, to be set with WithYear.
	NoYear bool
	// YearOffset counts the years from the report's own where NoYear is set:
	// -1 for 去年上半年, 1 for 明年一季度.
	YearOffset int
	// Day says that the text names a single day (2023年10月8日); Period is its month.
	Day bool
}

// Find returns the periods that text names, in order.
func Find(text string) []Mention { return AppendMentions(nil, text) }

// AppendMentions appends the periods that text names, in order, to dst.
func AppendMentions(dst []Mention, text string) []Mention {
	for m, ok := Next(text, 0); ok; m, ok = Next(text, m.End) {
		dst = append(dst, m)
	}
	return dst
}

// Next returns the first period that text names at or behind from, which lies
// at a character's start; ok is false where there is none. All of them are
//
//	for m, ok := Next(text, 0); ok; m, ok = Next(text, m.End)
func Next(text string, from int) (m Mention, ok bool) {
	for i := from; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			if r>>4 == 0xE && i+2 < len(text) { // most characters
				r, n = r&0xF<<12|rune(text[i+1]&0x3F)<<6|rune(text[i+2]&0x3F), 3
			} else {
				r, n = utf8.DecodeRuneInString(text[i:])
			}
		}
		if Begins(r) {
			if m, ok := MentionAt(text, i); ok {
				return m, true
			}
		}
		i += n
	}
	return Mention{}, false
}

// Leading returns the period with which text begins.
func Leading(text string) (m Mention, ok bool) {
	if r, _ := utf8.DecodeRuneInString(text); text == "" || !Begins(r) {
		return Mention{}, false
	}
	return MentionAt(text, 0)
}

// MentionAt returns the period that text names at offset i, if it does.
func MentionAt(text string, i int) (Mention, bool) {
	if !mayFollow(text, i) {
		return Mention{}, false
	}
	s := scanner{text: text, i: i}
	m, ok := s.mention()
	m.Span = segment.Span{Start: i, End: s.i}
	return m, ok
}

// Begins reports whether a period may begin with the rune.
func Begins(r rune) bool { return r <= 0xFFFF && starts[r>>6]&(1<<(r&63)) != 0 }

// starts is the set of the runes that may begin a mention, a bit for each.
var starts = func() (set [1 << 10]uint64) {
	for _, r := range "0123456789０１２３４５６７８９ＯxX×✕*＊Ｘｘ_〇○零一二三四五六七八九十上下全前第元" {
		set[r>>6] |= 1 << (r & 63)
	}
	return set
}()

// mayFollow looks at what stands behind the first word of a mention at i and tells
// most numerals from periods: after digits a cell of a year, a mark of a range, 年,
// 月 or the like must follow.
func mayFollow(text string, i int) bool {
	j := i
	for j < len(text) && j <= i+4 && text[j] >= '0' && text[j] <= '9' {
		j++
	}
	if j > i+4 {
		return false // neither a year nor a month
	}
	first := rune(0)
	if j == i {
		var n int
		first, n = utf8.DecodeRuneInString(text[i:])
		j += n
	}
	next, _ := utf8.DecodeRuneInString(text[j:])
	switch first {
	case '上', '下':
		return next == '半'
	case '全':
		return next == '年'
	case '元':
		return next == '旦'
	}
	switch next {
	case '年', '月', '季', '学', '學', '十', '、', '至', '到', '-', '—', '–', '－', '~', '～', '―', '─', '〜', '/', ' ', '\u00a0', '\u3000':
		return true
	}
	_, n := cell(text[j:])
	return n > 0
}

// scanner reads one mention at i and moves behind it.
type scanner struct {
	text string
	i    int
}

func (s *scanner) mention() (Mention, bool) {
	start := s.i
	if y, ok := s.year(); ok {
		return s.afterYear(y)
	}
	s.i = start
	p, ok := s.part()
	if !ok || precededByDigit(s.text, start) {
		return Mention{}, false
	}
	return Mention{Period: Of(0, p.first, p.last), NoYear: true, YearOffset: offsetBefore(s.text[:start]), Day: p.day}, true
}

// afterYear reads what follows the four cells of a year: a second year, 学年
// or 年 with the part of the year that is meant.
func (s *scanner) afterYear(year int) (Mention, bool) {
	if !s.spaced("年") || s.any("代", "级") {
		return s.yearRange(year)
	}
	if m, ok := s.toYear(year, 1); ok {
		return m, true
	}
	s.eat("度")
	end := s.i
	s.spaces()
	p, ok := s.season()
	if !ok {
		p, ok = s.part()
	}
	if !ok {
		s.i = end
		return Mention{Period: Of(year, 1, 12)}, true
	}
	if m, ok := s.toYear(year, p.first); ok {
		return m, true
	}
	return Mention{Period: Of(year, p.first, p.last), Day: p.day}, true
}

// toYear reads a second year after 年 or 月: 2019年至2021年, 2018年9月—2019年8月.
func (s *scanner) toYear(year, first int) (Mention, bool) {
	start := s.i
	if s.dash() {
		if y2, ok := s.year(); ok && s.eat("年") > 0 && y2 >= year {
			last := 12
			end := s.i
			if p, ok := s.part(); ok {
				last = p.last
			} else {
				s.i = end
			}
			if y2 > year || year == 0 || last > first {
				return Mention{Period: bounds{year*12 + first - 1, y2*12 + last - 1}.period()}, true
			}
		}
	}
	s.i = start
	return Mention{}, false
}

// yearRange reads 2018—2019学年度, 2019学年, 2019-2021年.
func (s *scanner) yearRange(year int) (Mention, bool) {
	last := year
	if s.dash() {
		y2, ok := s.year()
		if !ok || y2 < year {
			return Mention{}, false
		}
		last = y2
	}
	if s.eat("学年", "學年") > 0 {
		s.eat("度")
		return Mention{Period: s.term(year)}, true
	}
	if last == year || s.eat("年") == 0 {
		return Mention{}, false
	}
	s.eat("度")
	return Mention{Period: bounds{year * 12, last*12 + 11}.period()}, true
}

// term reads the half of a school year that begins in year.
func (s *scanner) term(year int) Period {
	switch {
	case s.eat("第一学期", "上学期", "第一學期", "上學期") > 0:
		return Of(year, 9, 1)
	case s.eat("第二学期", "下学期", "第二學期", "下學期") > 0:
		return Of(nextYear(year), 2, 7)
	}
	return Of(year, 9, 8)
}

// year reads the four cells of a year (2019, ２０１９, 二〇一九, 20XX) or XX
// before 年. The masked year is 0.
func (s *scanner) year() (year int, ok bool) {
	start, cells, masks := s.i, 0, 0
	for cells < 4 {
		d, n := cell(s.text[s.i:])
		if n == 0 {
			break
		}
		if d == mask {
			masks++
			d = 0
		}
		year = year*10 + d
		cells++
		s.i += n
	}
	switch {
	case masks > 0 && masks == cells && (cells == 2 || cells == 4) && s.any("年", "学年"):
		return 0, true
	case cells == 3 && masks == 1 && year/10 == 20: // 20_年
		return 0, true
	case cells != 4 || digitsBefore(s.text, start) > 1:
		return 0, false
	case masks > 0:
		return 0, year/100 == 19 || year/100 == 20
	}
	return year, year >= 1949 && year <= 2099
}

// part is a part of a year in months, from 1.
type part struct {
	first, last int
	day         bool
}

// season reads a term that is named by its season after a year: 2023年春季学期.
func (s *scanner) season() (part, bool) {
	switch {
	case s.eat("春季学期", "春季學期", "春学期") > 0:
		return part{first: 2, last: 7}, true
	case s.eat("秋季学期", "秋季學期", "秋学期") > 0:
		return part{first: 9, last: 1}, true
	}
	return part{}, false
}

func (s *scanner) part() (part, bool) {
	switch {
	case s.eat("上半年") > 0:
		return part{first: 1, last: 6}, true
	case s.eat("下半年") > 0:
		return part{first: 7, last: 12}, true
	case s.eat("全年") > 0:
		return part{first: 1, last: 12}, true
	case s.eat("元旦春节", "元旦、春节", "元旦和春节", "元旦春節", "元旦、春節") > 0:
		return part{first: 1, last: 2}, true
	case s.eat("前") > 0:
		n, ok := s.small(11)
		if ok && n <= 4 && s.eat("季度", "个季度", "個季度") > 0 {
			return part{first: 1, last: 3 * n}, true
		}
		return part{first: 1, last: n}, ok && n > 1 && s.eat("个月", "個月") > 0
	}
	s.eat("第")
	a, ok := s.small(12)
	if !ok {
		return part{}, false
	}
	return s.monthsFrom(a)
}

// monthsFrom reads what follows the first number: 季度, 月, —6月, 月8日, 月至6月.
func (s *scanner) monthsFrom(a int) (part, bool) {
	if a <= 4 && s.eat("季度") > 0 {
		return part{first: 3*a - 2, last: 3 * a}, true
	}
	b := a
	if s.dash() || s.eat("、") > 0 {
		n, ok := s.small(12)
		if !ok || n <= a {
			return part{}, false
		}
		if n <= 4 && s.eat("季度") > 0 {
			return part{first: 3*a - 2, last: 3 * n}, true
		}
		b = n
	}
	if !s.spaced("月") {
		return part{}, false
	}
	s.eat("份")
	day := s.day()
	if end := s.i; s.dash() {
		n, ok := s.small(12)
		if ok && n >= b && s.eat("月") > 0 {
			s.eat("份")
			s.day()
			return part{first: a, last: n, day: day && n == a}, true
		}
		s.i = end
	}
	return part{first: a, last: b, day: day}, true
}

// day reads 8日 or 8号 after a month.
func (s *scanner) day() bool {
	start := s.i
	s.spaces()
	if _, ok := s.small(31); ok && (s.spaced("日") || s.eat("号", "號") > 0) {
		return true
	}
	s.i = start
	return false
}

// small reads a number from 1 to limit, in Arabic or Chinese numerals.
func (s *scanner) small(limit int) (int, bool) {
	n, digits := 0, 0
	for {
		if d := tens(s.text[s.i:]); d {
			n = max(n, 1) * 10
			s.i += len("十")
			if d, w := cell(s.text[s.i:]); w > 0 && d != mask {
				n += d
				s.i += w
			}
			return n, n >= 1 && n <= limit
		}
		d, w := cell(s.text[s.i:])
		if w == 0 || d == mask || digits == 2 {
			break
		}
		n, digits = n*10+d, digits+1
		s.i += w
	}
	return n, digits > 0 && n >= 1 && n <= limit
}

func tens(s string) bool { return len(s) >= 3 && s[:3] == "十" }

// dash reads one or two of the marks that stand between the ends of a range.
func (s *scanner) dash() bool {
	n := s.eat("-", "—", "–", "－", "~", "～", "至", "到", "―", "─", "〜", "/")
	if n > 0 {
		s.eat("-", "—", "–", "－", "―", "─")
	}
	return n > 0
}

func (s *scanner) spaces() {
	for s.eat(" ", "\u00a0", "\u3000") > 0 {
	}
}

// spaced moves behind word and the blanks before it, or stays where it is.
func (s *scanner) spaced(word string) bool {
	start := s.i
	s.spaces()
	if s.eat(word) > 0 {
		return true
	}
	s.i = start
	return false
}

// eat moves behind the first of words that stands at i and returns its length.
func (s *scanner) eat(words ...string) int {
	for _, w := range words {
		if rest := s.text[s.i:]; len(rest) >= len(w) && rest[:len(w)] == w {
			s.i += len(w)
			return len(w)
		}
	}
	return 0
}

func (s *scanner) any(words ...string) bool {
	n := s.eat(words...)
	s.i -= n
	return n > 0
}
