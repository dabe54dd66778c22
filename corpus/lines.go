package corpus

import (
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
)

// line is a line of raw text that is not blank.
type line struct {
	start   int    // where the line begins in the file's text
	text    string // without blanks and stray quote marks at its ends
	chars   int    // characters of text, manyChars at most
	marker  int    // bytes of the list number at the start of text, 0 where there is none
	ordinal int    // the value of a number of the first level (一、), else 0
	glued   bool   // the line begins with a title to which a number is glued
	stopped bool   // a line of few characters has a sentence mark (。；！？)
	comma   bool   // a line of few characters has a comma
}

// fewChars bounds the lines that may be part of a heading.
const fewChars = 60

// manyChars caps the count of a line's characters: nothing asks for more.
const manyChars = 400

// appendLines appends the lines of text, which begins at offset in its file.
func appendLines(dst []line, text string, offset int) []line {
	ends := lineEnds{text: text, lf: -1, cr: -1}
	for start := 0; start < len(text); {
		end := ends.from(start)
		if t := trim(text[start:end]); t != "" {
			k := titleTail(t)
			dst = append(dst, newLine(t[:len(t)-k], offset+start))
			if k > 0 {
				dst = append(dst, newLine(t[len(t)-k:], offset+start+strings.LastIndex(text[start:end], t)+len(t)-k))
			}
		}
		start = end + 1
	}
	return dst
}

// lineEnds finds line ends from left to right, each kind in one pass.
type lineEnds struct {
	text   string
	lf, cr int // the next ones, where they were last looked for
}

// from is the first line end at or behind start, the text's length where there is none.
func (e *lineEnds) from(start int) int {
	if e.lf < start {
		e.lf = e.next('\n', start)
	}
	if e.cr < start {
		e.cr = e.next('\r', start)
	}
	return min(e.lf, e.cr)
}

func (e *lineEnds) next(c byte, start int) int {
	if i := strings.IndexByte(e.text[start:], c); i >= 0 {
		return start + i
	}
	return len(e.text)
}

var sentenceMarks, commas = newRuneSet("。；！？;"), newRuneSet("，,")

func newLine(t string, start int) line {
	l := line{start: start, text: t, chars: charCount(t)}
	l.marker, l.ordinal = listNumber(t)
	l.glued = l.marker == 0 && numberedTitle(t)
	if l.chars <= fewChars {
		l.stopped, l.comma = sentenceMarks.in(t), commas.in(t)
	}
	return l
}

// cut is l with at most n bytes of its text.
func (l line) cut(n int) line {
	l.text = l.text[:runeFloor(l.text, n)]
	return l
}

// titleTail is the length of a title, or of a body's name above one, that
// stands at the end of t right after another sentence or date: the first line
// of a report whose predecessor lost its last line end. 0 where there is none.
func titleTail(t string) int {
	short := len(t) <= 60*len("字")
	t = t[runeCeil(t, len(t)-200):]
	if hasAnySuffix(t, "。", "；", "！", "：", "，", ".", ";") {
		return 0
	}
	for end := len(t); ; {
		i := strings.LastIndexAny(t[:end], "。！”）日.")
		if i <= 0 {
			return 0
		}
		_, n := utf8.DecodeRuneInString(t[i:])
		if short && (t[i:i+n] == "”" || t[i:i+n] == "）") {
			return 0 // a quotation or bracket inside a title
		}
		if tail := t[i+n:]; tail != "" && (t[i:i+n] != "日" || digit(t[i-1])) && startsReport(tail) {
			return len(tail)
		}
		if mark := t[i : i+n]; mark == "。" || mark == "！" {
			return 0 // what begins further left is no bare line
		}
		end = i
	}
}

// startsReport reports whether t alone is surely a title or a body's name with its place.
func startsReport(t string) bool {
	if r, _ := utf8.DecodeRuneInString(t); isEdge(r) || digit(t[0]) {
		return false
	}
	l := newLine(t, 0)
	score := titleScore(l)
	head, _ := place(t)
	return score >= titleSure || head.End > 0 && (score >= titleSure-0.5 || l.bare() && orgLine(l) == t)
}

// charCount counts the characters of s up to manyChars.
func charCount(s string) int {
	if len(s) >= manyChars*utf8.UTFMax {
		return manyChars
	}
	return min(segment.Characters(s), manyChars)
}

// trim cuts blanks and the marks that conversions leave at the ends of lines.
func trim(s string) string { return strings.TrimFunc(s, isEdge) }

func isEdge(r rune) bool { return isBlank(r) || r == '>' || r == '`' || r == '#' || r == '*' }

// body reports whether l is running text rather than part of a heading.
func (l line) body() bool {
	return l.chars > fewChars || l.chars > 12 && l.stopped || l.chars > 35 && l.comma
}

// bare reports whether l is short and free of sentence marks, as titles,
// signatures and dates are.
func (l line) bare() bool {
	return l.chars <= fewChars && l.marker == 0 && !l.stopped && !strings.HasSuffix(l.text, "，") && !l.salutation()
}

// salutation reports whether l addresses the readers: 县政府：, 各位代表：.
func (l line) salutation() bool {
	return l.chars <= 30 && hasAnySuffix(l.text, "：", ":")
}

// addressed reports whether l is a salutation and does not introduce a list or
// the report itself: 现将情况汇报如下：.
func (l line) addressed() bool {
	return l.salutation() && l.marker == 0 && !containsAny(l.text, "如下", "现将", "以下", "情况", "其中", "包括", "为：", "有：", "是：")
}

// date reports whether l is a date alone: 2023年10月8日, （二〇二三年十月）.
func (l line) date() bool {
	if l.chars > 20 {
		return false
	}
	m, ok := period.Next(l.text, 0)
	if !ok || m.NoYear || !m.Day && len(m.Period) != len("2023-10") {
		return false
	}
	const around = " \u3000（）()印发日"
	if strings.Trim(l.text[:m.Start], around) != "" || strings.Trim(l.text[m.End:], around) != "" {
		return false
	}
	_, more := period.Next(l.text, m.End)
	return !more
}

// listNumber reads the list number at the start of s: its bytes and, where it
// is of the first level (一、), its value.
func listNumber(s string) (n, ordinal int) {
	if n := ordinalWords.begins(s); n > 0 {
		return n, 0
	}
	open := 0
	if hasAnyPrefix(s, "（", "(", "【", "[", "〔") {
		_, open = utf8.DecodeRuneInString(s)
	}
	v, w, chinese := listValue(s[open:])
	if w == 0 {
		if r, n := utf8.DecodeRuneInString(s); r >= '①' && r <= '⒛' {
			return n, 0
		}
		return 0, 0
	}
	i := open + w
	stops := numberStops[:]
	if open > 0 {
		stops = bracketStops[:]
	}
	for _, stop := range stops {
		if !strings.HasPrefix(s[i:], stop) {
			continue
		}
		if !chinese || open > 0 || stop == ")" || stop == "）" {
			v = 0
		}
		return i + len(stop), v
	}
	return 0, 0
}

var (
	numberStops  = [...]string{"、", "．", ".", "，", ",", "）", ")", "】", "]", " ", "\u3000", "：", ":"}
	bracketStops = [...]string{"）", ")", "】", "]", "〕"}
)

// listValue reads a number of at most two digits or Chinese numerals up to 九十九.
func listValue(s string) (v, n int, chinese bool) {
	for n < len(s) && n < 2 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n > 0 {
		return 0, n, false
	}
	for i, r := range s {
		k := hanDigit(r)
		switch {
		case k < 0 || i > 6:
			return v, n, true
		case k == 9:
			v = max(v, 1) * 10
		default:
			v += k + 1
		}
		n = i + utf8.RuneLen(r)
	}
	return v, n, true
}

// hanDigit is 0 to 9 for 一 to 十, -1 for any other character.
func hanDigit(r rune) int {
	switch r {
	case '一':
		return 0
	case '二':
		return 1
	case '三':
		return 2
	case '四':
		return 3
	case '五':
		return 4
	case '六':
		return 5
	case '七':
		return 6
	case '八':
		return 7
	case '九':
		return 8
	case '十':
		return 9
	}
	return -1
}

var ordinalWords = func() wordSet {
	var words []string
	for _, n := range []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"} {
		words = append(words, "第"+n+"，", "第"+n+"、", n+"是", n+"要", "第"+n+"部分", "第"+n+"章", "第"+n+"节")
	}
	return prefixes(append(words, "首先", "其次", "再次", "最后")...)
}()

func hasAnyPrefix(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

func hasAnySuffix(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
