package segment

// digits reads at most max digits at i, ASCII or full-width; a longer number
// counts as none.
func digits(text string, i, end, max int) (value, next int) {
	j := i
	for count := 0; ; count++ {
		r, n := runeAt(text, j, end)
		if !isDigit(r) {
			return value, j
		}
		if count == max {
			return 0, i
		}
		value = value*10 + digitValue(r)
		j += n
	}
}

// hanDigit is the value of 一 to 十, 0 for any other rune.
func hanDigit(r rune) int {
	switch r {
	case '一', '壹':
		return 1
	case '二', '贰':
		return 2
	case '三', '叁':
		return 3
	case '四', '肆':
		return 4
	case '五', '伍':
		return 5
	case '六', '陆':
		return 6
	case '七', '柒':
		return 7
	case '八', '捌':
		return 8
	case '九', '玖':
		return 9
	case '十', '拾':
		return 10
	}
	return 0
}

// hanNumber reads a numeral up to 九十九 at i; 0 when there is none.
func hanNumber(text string, i, end int) (value, next int) {
	tens, ones := -1, 0
	j := i
	for {
		r, n := runeAt(text, j, end)
		d := hanDigit(r)
		switch {
		case d == 0:
			if tens < 0 {
				return ones, j
			}
			return tens + ones, j
		case d == 10 && tens < 0:
			tens, ones = max(ones, 1)*10, 0
		case d == 10 || ones > 0:
			return 0, i
		default:
			ones = d
		}
		j += n
	}
}
