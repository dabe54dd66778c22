package doc

import (
	"strconv"
	"strings"
)

// The formats of numbers that are told apart ([MS-OSHARED] 2.2.1.3 MSONFC).
const (
	arabic       = 0
	upperRoman   = 1
	lowerRoman   = 2
	upperLetter  = 3
	lowerLetter  = 4
	dbNum1       = 10 // 一〇
	dbNum2       = 11 // 十
	fullWidth    = 14 // １０
	circled      = 18 // ⑩
	fullWidth2   = 19
	leadingZero  = 22
	bullet       = 23
	enclosedDot  = 26 // ⒑
	enclosedPar  = 27 // ⑽
	circledGB    = 28 // ⑩
	enclosedHan  = 29 // ㈩
	stems        = 30 // 甲
	branches     = 31 // 子
	taiwanese    = 33
	legalTW      = 34
	taiwanese3   = 35
	taiwanDigits = 36
	chinese      = 37 // 十
	chineseLegal = 38 // 拾
	chinese3     = 39 // 十, 一百二十
	chinese4     = 40
)

// number is n in the format of a list level; in digits where the format is not
// known or does not reach so far.
func number(n int, format byte) string {
	text := ""
	switch format {
	case upperRoman:
		text = roman(n)
	case lowerRoman:
		text = strings.ToLower(roman(n))
	case upperLetter:
		text = letters(n, 'A')
	case lowerLetter:
		text = letters(n, 'a')
	case leadingZero:
		if n < 10 {
			text = "0" + strconv.Itoa(n)
		}
	case dbNum1, taiwanDigits, chinese4:
		text = digits(n, "〇一二三四五六七八九")
	case fullWidth, fullWidth2:
		text = digits(n, "０１２３４５６７８９")
	case dbNum2, taiwanese, taiwanese3, chinese, chinese3:
		text = counted1(n, "零一二三四五六七八九", "十百千", true)
	case chineseLegal:
		text = counted1(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", false)
	case legalTW:
		text = counted1(n, "零壹貳參肆伍陸柒捌玖", "拾佰仟", false)
	case circled, circledGB:
		text = one(n, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
	case enclosedDot:
		text = one(n, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛")
	case enclosedPar:
		text = one(n, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")
	case enclosedHan:
		text = one(n, "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩")
	case stems:
		text = one(n, "甲乙丙丁戊己庚辛壬癸")
	case branches:
		text = one(n, "子丑寅卯辰巳午未申酉戌亥")
	}
	if text == "" {
		return strconv.Itoa(n)
	}
	return text
}

// one is the n-th character of set, "" behind its end.
func one(n int, set string) string {
	if rs := []rune(set); n >= 1 && n <= len(rs) {
		return string(rs[n-1])
	}
	return ""
}

func digits(n int, set string) string {
	rs := []rune(set)
	var out []rune
	for _, d := range strconv.Itoa(n) {
		out = append(out, rs[d-'0'])
	}
	return string(out)
}

// counted1 is n up to 9999 as it is read: 十一 where bare, else 壹拾壹; 一百零二.
func counted1(n int, set, units string, bare bool) string {
	if n < 1 || n > 9999 {
		return ""
	}
	names, places := []rune(set), []rune(units)
	ds := strconv.Itoa(n)
	var out []rune
	zero := false
	for i, d := range ds {
		place := len(ds) - 1 - i
		if d == '0' {
			zero = true
			continue
		}
		if zero {
			out = append(out, names[0])
			zero = false
		}
		if !bare || d != '1' || place != 1 || i > 0 {
			out = append(out, names[d-'0'])
		}
		if place > 0 {
			out = append(out, places[place-1])
		}
	}
	return string(out)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return ""
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		text  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.text)
		}
	}
	return b.String()
}

// letters is A to Z, then AA to ZZ.
func letters(n int, first rune) string {
	if n < 1 || n > 26*26 {
		return ""
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}
