package segment

import "slices"

// form is the way a list number is written; each keeps a count of its own.
type form uint8

const (
	formHan        form = iota // 一、
	formHanParen               // （一）
	formDigit                  // 1. 1、 1）
	formDotted                 // 1.1
	formDigitParen             // （1）
	formCircle                 // ①
	formShi                    // 一是
	formYao                    // 一要
	formDi                     // 第一，
	formQi                     // 其一，
	formShou                   // 首先 其次 再次 最后
	formChapter                // 第一章
	forms
)

// formLevel is the level of each form; 1.1 is one deeper than 1., 1.1.1 two.
var formLevel = [forms]uint8{
	formHan: 1, formHanParen: 2, formDigit: 3, formDotted: 4, formDigitParen: 4, formCircle: 5,
	formShi: 6, formYao: 6, formDi: 6, formQi: 6, formShou: 6, formChapter: 1,
}

// marker is a list number as it is written.
type marker struct {
	end     int // offset behind its punctuation
	form    form
	level   uint8
	depth   uint8 // orders forms of one level: 1. above 1.1 above 1.1.1 above （1）
	ordinal int
	major   int  // the 2 of 2.1
	weak    bool // with a comma or colon, as running text might have it
	counted int  // the 415 of 4.415名, whose point parts a list number from a count; 0 elsewhere
}

func newMarker(f form, ordinal, end int) marker {
	return marker{end: end, form: f, level: formLevel[f], depth: formLevel[f] * 4, ordinal: ordinal}
}

// parseMarker reads the list number at i. Whether it is one in its context is
// for sequence.accepts to say.
func parseMarker(text string, i, end int) (marker, bool) {
	r, n := runeAt(text, i, end)
	switch {
	case isDigit(r):
		return digitMarker(text, i, end)
	case r == '（', r == '(':
		return parenMarker(text, i+n, end)
	case r == '第':
		return diMarker(text, i+n, end)
	case r == '首', r == '其', r == '再', r == '最':
		return orderMarker(text, i, end)
	case hanDigit(r) > 0:
		return hanMarker(text, i, end)
	}
	return glyphMarker(text, r, i+n, end)
}

// glyphMarker reads the numbers that are one character: ① ⑴ ⒈ ㈠.
func glyphMarker(text string, r rune, i, end int) (marker, bool) {
	for _, g := range [...]struct {
		first, last rune
		form        form
	}{{'①', '⑳', formCircle}, {'⑴', '⒇', formDigitParen}, {'⒈', '⒛', formDigit}, {'㈠', '㈩', formHanParen}} {
		if g.first <= r && r <= g.last {
			return newMarker(g.form, int(r-g.first)+1, skipPoint(text, i, end)), true
		}
	}
	return marker{}, false
}

// skipPoint passes a 、 or point that is doubled behind a bracketed number.
func skipPoint(text string, i, end int) int {
	switch r, n := runeAt(text, i, end); r {
	case '、', '．':
		return i + n
	case '.':
		if after, _ := runeAt(text, i+n, end); !isDigit(after) {
			return i + n
		}
	}
	return i
}

// parenMarker reads （一） or （1）; i is behind the bracket.
func parenMarker(text string, i, end int) (marker, bool) {
	i = skipSpace(text, i, end)
	f := formDigitParen
	value, j := digits(text, i, end, 2)
	if j == i {
		f = formHanParen
		value, j = hanNumber(text, i, end)
	}
	k := skipSpace(text, j, end)
	r, n := runeAt(text, k, end)
	if j == i || value == 0 || r != '）' && r != ')' {
		return marker{}, false
	}
	return newMarker(f, value, skipPoint(text, k+n, end)), true
}

// digitMarker reads 1. 1、 1） and 1.1.
func digitMarker(text string, i, end int) (marker, bool) {
	value, j := digits(text, i, end, 2)
	if j == i || value == 0 {
		return marker{}, false
	}
	k := skipSpace(text, j, end)
	r, n := runeAt(text, k, end)
	after, _ := runeAt(text, k+n, end)
	m := newMarker(formDigit, value, k+n)
	switch r {
	case '、', '）', ')':
		return m, true
	case '.', '．':
		if !isDigit(after) {
			return m, after != '.'
		}
		if isYear(text, k+n, end) {
			return m, true
		}
		if count, ok := wholeCount(text, k+n, end); ok {
			m.counted = count
			return m, true
		}
		return dottedMarker(text, value, j, end)
	case ',', '，':
		m.weak = true
		return m, !isDigit(after)
	}
	if k > j && bareHeadline(text, k, end) {
		return newMarker(formDigit, value, k), true
	}
	return marker{}, false
}

// bareHeadline reports whether the rest of the line is a few words without
// any mark, blank or number but a year, as after 1 馆藏建设.
func bareHeadline(text string, i, end int) bool {
	const limit = 20 // characters
	if isYear(text, i, end) {
		i += len("2021年")
	}
	words := 0
	for i < end && words <= limit {
		r, n := runeAt(text, i, end)
		if r == '\n' || r == '\r' {
			break
		}
		if r < 0x3400 || r > 0x9FFF {
			return false
		}
		words++
		i += n
	}
	return words >= 2 && words <= limit
}

// dottedMarker reads the rest of 2.1 or 2.3.1; i is at the first point. A
// number of that kind is followed by a word, a decimal by its unit.
func dottedMarker(text string, major, i, end int) (marker, bool) {
	m := newMarker(formDotted, 0, i)
	m.major = major
	for dots := uint8(1); dots <= 3; dots++ {
		r, n := runeAt(text, m.end, end)
		value, j := digits(text, m.end+n, end, 2)
		if r != '.' && r != '．' || j == m.end+n {
			break
		}
		m.ordinal, m.end, m.level, m.depth = value, j, min(3+dots, 5), 12+dots
	}
	m.end = skipPoint(text, m.end, end)
	k := skipSpace(text, m.end, end)
	r, _ := runeAt(text, k, end)
	wordy := r > 0x2E7F && !isDigit(r) || r == '“'
	if !wordy || m.ordinal == 0 || isStop(r) || isCloser(r) {
		return m, false
	}
	if k > m.end {
		return m, !startsMeasure(text, k, end)
	}
	return m, !startsUnit(text, k, end)
}

// startsMeasure reports the units that stand behind a decimal and its space.
func startsMeasure(text string, i, end int) bool {
	r, n := runeAt(text, i, end)
	switch r {
	case '万', '亿', '萬', '億', '元', '％', '倍', '亩', '吨', '米', '千', '㎡':
		return true
	}
	next, _ := runeAt(text, i+n, end)
	return r == '公' && (next == '里' || next == '斤' || next == '顷') || r == '平' && next == '方' || r == '个' && next == '百'
}

// wholeCount reads digits with a classifier of what comes in whole numbers only,
// which no point can stand in: the 415 of 4.415名.
func wholeCount(text string, i, end int) (count int, ok bool) {
	count, j := digits(text, i, end, 5)
	r, n := runeAt(text, j, end)
	if j == i || count == 0 || text[i] == '0' {
		return 0, false
	}
	next, _ := runeAt(text, j+n, end)
	switch r {
	case '名', '位', '户', '座', '所', '支', '册', '辆', '幅', '戶', '冊', '輛':
		return count, true
	case '人', '场', '次', '家', '件', '台', '套', '期', '項', '项', '处', '處', '場', '條', '条':
		return count, next != '/' && next != '／' && (r != '人' || next != '次')
	case '个', '個':
		return count, !slices.Contains([]rune("百月小亿億点點学學工"), next) // 1.5个百分点, 2.5个月, 3.5个小时, 1.2个亿
	}
	return 0, false
}

// isYear reports four digits and 年, as in 1.2022年工作思路.
func isYear(text string, i, end int) bool {
	_, j := digits(text, i, end, 4)
	r, _ := runeAt(text, j, end)
	return j-i >= 4 && r == '年'
}

// hanMarker reads 一、 一是 一要; i is at the numeral.
func hanMarker(text string, i, end int) (marker, bool) {
	value, j := hanNumber(text, i, end)
	if value == 0 {
		return marker{}, false
	}
	k := skipSpace(text, j, end)
	r, n := runeAt(text, k, end)
	m := newMarker(formHan, value, k+n)
	switch r {
	case '、', '．', '.':
		return m, !listsNumerals(text, value, k+n, end)
	case '，', ',', '：', ':':
		m.weak = true
		return m, true
	case '是':
		return newMarker(formShi, value, k+n), k == j
	case '要':
		return newMarker(formYao, value, k+n), k == j
	}
	return marker{}, false
}

// listsNumerals reports the text behind 一、 in 一、二、三产业 and 一、二级.
func listsNumerals(text string, value, i, end int) bool {
	next, j := hanNumber(text, i, end)
	if next != value+1 {
		return false
	}
	switch r, _ := runeAt(text, j, end); r {
	case '、', '级', '类', '产', '三', '級', '類', '產':
		return true
	}
	return false
}

// diMarker reads 第一， and 第一章; i is behind 第.
func diMarker(text string, i, end int) (marker, bool) {
	value, j := hanNumber(text, i, end)
	if value == 0 {
		if value, j = digits(text, i, end, 2); value == 0 {
			return marker{}, false
		}
	}
	switch r, n := runeAt(text, j, end); r {
	case '，', ',', '、', '：', ':', '是':
		after, _ := runeAt(text, j+n, end)
		return newMarker(formDi, value, j+n), after != '第'
	case '部':
		if part, w := runeAt(text, j+n, end); part == '分' { // 第二部分 2024年工作打算
			after, gap := runeAt(text, j+n+w, end)
			return newMarker(formChapter, value, j+n+w+gap), gap > 0 && (isBlank(after) || after == '：' || after == ':')
		}
	case '章', '篇':
		after, w := runeAt(text, j+n, end)
		return newMarker(formChapter, value, j+n+w), isBlank(after) && w > 0
	}
	return marker{}, false
}

// orderMarker reads 首先 其次 再次 最后 with the comma behind them, and 其一，.
func orderMarker(text string, i, end int) (marker, bool) {
	if i+6 > end {
		return marker{}, false
	}
	j := i + 6
	after, n := runeAt(text, j, end)
	comma := after == '，' || after == ','
	if comma {
		j += n
	}
	m := newMarker(formShou, 0, j)
	m.weak = !comma
	switch text[i : i+6] {
	case "首先":
		m.ordinal = 1
	case "其次":
		m.ordinal = 2
	case "再次", "最后", "最後":
		m.ordinal = 3
		return m, comma || after == '是'
	default:
		m = newMarker(formQi, hanDigit(firstRune(text[i+3:i+6])), j)
		return m, text[i:i+3] == "其" && m.ordinal > 0 && (comma || after == '是')
	}
	return m, true
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// skipSpace passes single-line blank space inside a list number.
func skipSpace(text string, i, end int) int {
	for i < end && (text[i] == ' ' || text[i] == '\t') {
		i++
	}
	return i
}
