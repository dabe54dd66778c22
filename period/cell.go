package period

import (
	"strings"
	"unicode/utf8"
)

// mask is the value of a cell that hides its digit.
const mask = -1

// cell reads one digit of a year: Arabic, full-width, Chinese (〇一二) or a
// mask (X × * _). It returns the number of bytes, 0 where there is none.
func cell(s string) (digit, n int) {
	if s == "" {
		return 0, 0
	}
	if c := s[0]; c < utf8.RuneSelf {
		switch {
		case c >= '0' && c <= '9':
			return int(c - '0'), 1
		case c == 'O' || c == 'o': // 二O二三年
			return 0, 1
		case c == 'X' || c == 'x' || c == '*' || c == '_':
			return mask, 1
		}
		return 0, 0
	}
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '０', '１', '２', '３', '４', '５', '６', '７', '８', '９':
		return int(r - '０'), n
	case '×', 'Ｘ', 'ｘ', '＊', '✕':
		return mask, n
	case '〇', '○', '零', 'Ｏ':
		return 0, n
	case '一':
		return 1, n
	case '二':
		return 2, n
	case '三':
		return 3, n
	case '四':
		return 4, n
	case '五':
		return 5, n
	case '六':
		return 6, n
	case '七':
		return 7, n
	case '八':
		return 8, n
	case '九':
		return 9, n
	}
	return 0, 0
}

// digitsBefore counts the digits, points and masks directly before i, at most 2.
// One is let pass: 工作总结12019年 is a numbered title glued to a year.
func digitsBefore(s string, i int) int {
	k := 0
	for k < 2 && i > 0 && s[i-1] >= '0' && s[i-1] <= '9' {
		i--
		k++
	}
	return k
}

// precededByDigit reports whether a digit, an Arabic or Chinese one, or a
// decimal point stands directly before i.
func precededByDigit(s string, i int) bool {
	r, n := utf8.DecodeLastRuneInString(s[:i])
	if r == '.' {
		return digitsBefore(s, i-1) > 0
	}
	_, w := cell(s[i-n : i])
	return w > 0 && r != 'x' && r != 'X' || r == '十'
}

// offsetBefore reads the word before a part of a year: 去年, 明年.
func offsetBefore(s string) int {
	for _, w := range offsetWords {
		if strings.HasSuffix(s, w.word) {
			return w.years
		}
	}
	return 0
}

var offsetWords = []struct {
	word  string
	years int
}{
	{"去年", -1}, {"上年", -1}, {"上一年", -1}, {"上年度", -1}, {"前年", -2},
	{"明年", 1}, {"来年", 1}, {"次年", 1}, {"來年", 1}, {"下年", 1}, {"下一年", 1},
}
