package segment

import (
	"strings"
	"unicode/utf8"
)

// runeAt decodes the rune at i; at or behind end it is 0 with width 0.
func runeAt(text string, i, end int) (rune, int) {
	if i >= end {
		return 0, 0
	}
	c := text[i]
	if c < utf8.RuneSelf {
		return rune(c), 1
	}
	// Most of the text is of three bytes; decoding those here doubles the speed of Parse.
	if c >= 0xE2 && c != 0xED && c <= 0xEF && i+2 < end {
		if c1, c2 := text[i+1], text[i+2]; c1&0xC0 == 0x80 && c2&0xC0 == 0x80 {
			return rune(c&0x0F)<<12 | rune(c1&0x3F)<<6 | rune(c2&0x3F), 3
		}
	}
	return utf8.DecodeRuneInString(text[i:end])
}

// runeBefore decodes the rune that ends at i; at or before start it is 0.
func runeBefore(text string, start, i int) (rune, int) {
	if i <= start {
		return 0, 0
	}
	if i-start >= 3 { // as in runeAt
		c, c1, c2 := text[i-3], text[i-2], text[i-1]
		if c >= 0xE2 && c != 0xED && c <= 0xEF && c1&0xC0 == 0x80 && c2&0xC0 == 0x80 {
			return rune(c&0x0F)<<12 | rune(c1&0x3F)<<6 | rune(c2&0x3F), 3
		}
	}
	return utf8.DecodeLastRuneInString(text[start:i])
}

// isBlank reports white space, the wide space of Chinese indents and invisible marks.
func isBlank(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\f', '\v', '\u00a0', '\u2002', '\u2003', '\u200b', '\u3000', '\ufeff':
		return true
	}
	return false
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }

func isASCIIWord(r rune) bool {
	return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}

// digitValue is the value of an ASCII or full-width digit.
func digitValue(r rune) int {
	if r >= '０' {
		return int(r - '０')
	}
	return int(r - '0')
}

// isStop reports the marks that end a sentence wherever they stand in the open.
func isStop(r rune) bool {
	switch r {
	case '。', '！', '？', '；', '!', '?', ';', '…', '｡':
		return true
	}
	return false
}

// isCloser reports the closing quotes and brackets that belong to the sentence before them.
func isCloser(r rune) bool {
	switch r {
	case '”', '’', '」', '』', '）', ')', '》', '〉', '】', '〕', ']':
		return true
	}
	return false
}

// skipBlank returns the first offset at or after i that holds neither blank
// space nor a stray '`'.
func skipBlank(text string, i, end int) int {
	for i < end {
		r, n := runeAt(text, i, end)
		if !isBlank(r) && r != '`' {
			break
		}
		i += n
	}
	return i
}

// trim leaves out blank space and stray '`' at both ends of span.
func trim(text string, span Span) Span {
	span.Start = skipBlank(text, span.Start, span.End)
	for span.End > span.Start {
		r, n := runeBefore(text, span.Start, span.End)
		if !isBlank(r) && r != '`' {
			break
		}
		span.End -= n
	}
	return span
}

// units are the characters that may follow a figure.
const units = "万亿千百个名人次户元册公里家场项件处座台套期平亩米吨辆本条份支部所间种天年月日岁倍余多位篇幅张届棵头只株斤度组批片" +
	"萬億個戶冊場項臺條張間種畝噸輛％%‰℃"

// unitWords begin like a unit but are words of their own.
const unitWords = " 人均 人员 人民 人口 人才 人大 人社 个体 个人 个别 户均 户籍 百姓 名称 名单 元旦 公司 公安 公共 公益 公民 公开 公路 " +
	"里程 年度 年初 年末 年内 年均 月均 日均 日常 次数 项目 部分 部门 条件 家庭 家长 场地 场所 种植 种类 多种 多元 支出 支部 支持 " +
	"处理 台账 本月 本年 期末 期间 所有 千方 组织 平台 平均 平安 度假 批准 本级 位于 張貼 項目 人員 個人 個別 "

// startsUnit reports whether text at i begins with what counts a figure before it.
func startsUnit(text string, i, end int) bool {
	r, n := runeAt(text, i, end)
	if n == 0 || !strings.ContainsRune(units, r) {
		return false
	}
	_, m := runeAt(text, i+n, end)
	if n < 3 || m < 3 {
		return true
	}
	return !strings.Contains(unitWords, text[i:i+n+m])
}

// countRunes counts code points of text, at most max.
func countRunes(text string, max int) int {
	n := 0
	for range text {
		if n++; n >= max {
			break
		}
	}
	return n
}

// cursor finds the next place of a string for ever larger offsets; all its
// searches together read the text once.
type cursor struct {
	word string
	next int // a found place, or len(text) when there is none; -1 unknown
}

func (c *cursor) after(text string, i int) (at int, ok bool) {
	if c.next < i {
		c.next = len(text)
		if k := strings.Index(text[i:], c.word); k >= 0 {
			c.next = i + k
		}
	}
	return c.next, c.next < len(text)
}
