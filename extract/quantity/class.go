package quantity

// kind is what a folded rune is to the grammar of numerals.
type kind uint8

const (
	other      kind = iota
	digit           // 0…9
	hanDigit        // 零 〇 一…九 两
	multiplier      // 十 百 千 万 亿 兆, val is the power of ten
	few             // 几
	some            // 数, a numeral only before a multiplier
)

// class tells the kind of a folded rune and its value: the digit, or the power
// of ten of a multiplier. formal is set for the forms used on cheques (壹 拾),
// which are ordinary characters elsewhere (陆地, 收拾).
func class(r uint16) (k kind, val int, formal bool) {
	c := classes[r]
	return kind(c & 7), int(c >> 4), c&8 != 0
}

// classes holds class for every rune: the kind in the lowest bits, then whether
// it is formal, then the value.
var classes = func() (t [1 << 16]uint8) {
	for _, r := range numeralRunes {
		k, val, formal := classOf(r)
		if t[r] = uint8(val)<<4 | uint8(k); formal {
			t[r] |= 8
		}
	}
	return t
}()

// numeralRunes are the runes that classOf knows.
const numeralRunes = "0123456789零〇○一二两兩三四五六七八九壹贰貳叁叄肆伍陆陸柒捌玖十拾百佰千仟万萬亿億兆几幾数數"

func classOf(r rune) (k kind, val int, formal bool) {
	if r >= '0' && r <= '9' {
		return digit, int(r - '0'), false
	}
	switch r {
	case '零', '〇', '○':
		return hanDigit, 0, false
	case '一':
		return hanDigit, 1, false
	case '二', '两', '兩':
		return hanDigit, 2, false
	case '三':
		return hanDigit, 3, false
	case '四':
		return hanDigit, 4, false
	case '五':
		return hanDigit, 5, false
	case '六':
		return hanDigit, 6, false
	case '七':
		return hanDigit, 7, false
	case '八':
		return hanDigit, 8, false
	case '九':
		return hanDigit, 9, false
	case '壹':
		return hanDigit, 1, true
	case '贰', '貳':
		return hanDigit, 2, true
	case '叁', '叄':
		return hanDigit, 3, true
	case '肆':
		return hanDigit, 4, true
	case '伍':
		return hanDigit, 5, true
	case '陆', '陸':
		return hanDigit, 6, true
	case '柒':
		return hanDigit, 7, true
	case '捌':
		return hanDigit, 8, true
	case '玖':
		return hanDigit, 9, true
	case '十':
		return multiplier, 1, false
	case '拾':
		return multiplier, 1, true
	case '百':
		return multiplier, 2, false
	case '佰':
		return multiplier, 2, true
	case '千':
		return multiplier, 3, false
	case '仟':
		return multiplier, 3, true
	case '万', '萬':
		return multiplier, 4, false
	case '亿', '億':
		return multiplier, 8, false
	case '兆':
		return multiplier, 12, false
	case '几', '幾':
		return few, 0, false
	case '数', '數':
		return some, 0, false
	}
	return other, 0, false
}

// mayStart reports whether scanner.at does anything at the rune.
func mayStart(r uint16) bool {
	if classes[r]&7 != uint8(other) || isMask(r) || likeDigit(r) {
		return true
	}
	switch r {
	case '.', '%', 'h', 'w', '上', '点', '的', '余', '多', '“', '‘', '「', '『', '《', '〈':
		return true
	}
	return false
}

// isHan reports whether r is an ordinary Chinese character (no punctuation).
func isHan(r uint16) bool { return r >= 0x3400 && r <= 0x9FFF || r == '〇' }

func isDigit(r uint16) bool  { return r >= '0' && r <= '9' }
func isLetter(r uint16) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
func isSpace(r uint16) bool  { return r == ' ' || r == '\t' || r == 0x3000 || r == 0xA0 }
func isBreak(r uint16) bool  { return r == '\n' || r == '\r' }
