package docx

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// numeral writes n in a format of ST_NumberFormat (ECMA-376 part 1, 17.18.59);
// pattern is the example of a format of its own. Formats that Chinese reports
// do not have are written as decimals.
func numeral(format, pattern string, n int) string {
	decimal := strconv.Itoa(n)
	if n < 1 {
		if format == "none" || format == "bullet" {
			return ""
		}
		return decimal
	}
	switch format {
	case "none", "bullet":
		return ""
	case "custom": // 001, 002, 003, ...
		first, _, _ := strings.Cut(pattern, ",")
		return pad(decimal, min(len(strings.TrimSpace(first)), 9))
	case "decimalZero":
		return pad(decimal, 2)
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return letters('A', n)
	case "lowerLetter":
		return letters('a', n)
	case "decimalFullWidth", "decimalFullWidth2":
		return strings.Map(func(r rune) rune { return r - '0' + '０' }, decimal)
	case "numberInDash":
		return "-" + decimal + "-"
	case "chineseCounting", "taiwaneseCounting", "koreanCounting":
		if n >= 100 {
			return digitwise(decimal)
		}
		return hanNumeral(n, simple, false)
	case "chineseCountingThousand", "taiwaneseCountingThousand":
		return hanNumeral(n, simple, false)
	case "japaneseCounting":
		return hanNumeral(n, simple, true)
	case "chineseLegalSimplified":
		return hanNumeral(n, legal, false)
	case "ideographLegalTraditional", "japaneseLegal":
		return hanNumeral(n, legalTraditional, false)
	case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital", "koreanDigital2":
		return digitwise(decimal)
	}
	return glyph(format, n, decimal)
}

// glyph writes the formats in which each number is one character.
func glyph(format string, n int, decimal string) string {
	at := func(signs string) string {
		if list := []rune(signs); n <= len(list) {
			return string(list[n-1])
		}
		return decimal
	}
	switch format {
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return at("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿")
	case "decimalEnclosedParen":
		return at("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")
	case "decimalEnclosedFullstop":
		return at("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛")
	case "ideographEnclosedCircle":
		return at("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉")
	case "ideographTraditional":
		return at("甲乙丙丁戊己庚辛壬癸")
	case "ideographZodiac":
		return at("子丑寅卯辰巳午未申酉戌亥")
	}
	return decimal
}

func pad(s string, width int) string {
	return strings.Repeat("0", max(0, width-len(s))) + s
}

// letters writes a to z, then aa, bb.
func letters(first byte, n int) string {
	times := (n-1)/26 + 1
	if times > 8 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune(int(first)+(n-1)%26)), times)
}

func roman(n int) string {
	if n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}

// The digits 0 to 9 and the signs of ten, hundred, thousand, ten thousand.
var (
	simple           = []rune("零一二三四五六七八九十百千万")
	legal            = []rune("零壹贰叁肆伍陆柒捌玖拾佰仟万")
	legalTraditional = []rune("零壹貳參肆伍陸柒捌玖拾佰仟萬")
)

// digitwise writes each digit by itself: 一〇五.
func digitwise(decimal string) string {
	return strings.Map(func(r rune) rune { return []rune("〇一二三四五六七八九")[r-'0'] }, decimal)
}

// hanNumeral writes n below 100,000 as it is said: 十二, 一百零五. bare leaves
// out the one before hundred and thousand, as Japanese does.
func hanNumeral(n int, signs []rune, bare bool) string {
	if n >= 100000 {
		return strconv.Itoa(n)
	}
	var out []rune
	gap := false
	for place, unit := 4, 10000; place >= 0; place, unit = place-1, unit/10 {
		digit := n / unit
		n %= unit
		if digit == 0 {
			gap = len(out) > 0
			continue
		}
		if gap && !bare {
			out = append(out, signs[0])
		}
		gap = false
		said := digit != 1 || place == 0 || !bare && !(place == 1 && len(out) == 0)
		if said {
			out = append(out, signs[digit])
		}
		if place > 0 {
			out = append(out, signs[9+place])
		}
	}
	return string(out)
}

// gap is what stands between an automatic number and its paragraph: nothing
// behind 一、 and （一）, as people type it, else a space, so that the number
// never runs into a digit or a word: 1. 5万元, 第一章 总则.
func gap(label, text string) string {
	if label == "" || text == "" {
		return ""
	}
	last, _ := utf8.DecodeLastRuneInString(label)
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case unicode.IsSpace(first):
		return ""
	case unicode.IsNumber(first) || first == '.' || first == '-':
	case strings.ContainsRune("、，．：；）】〕」》", last), unicode.Is(unicode.No, last) && last > unicode.MaxLatin1:
		return ""
	}
	return " "
}
