package quantity

import "github.com/zhaibao/zhaibao/internal/fold"

// Numbers that layout has broken: by a line end (134⏎2人), by a blank (1 0人),
// at the decimal point (12. 5万元) or by a wide comma (1，200人). They are
// joined only where characters cling to both ends, as in running text and not
// in a table's cells; what may as well be two figures (12 15场) stays two.

// join takes in the digits after one blank or one line break.
func (d *digitRun) join(t *fold.Text) {
	next := skipOne(t, d.end)
	if d.broken || next == d.end || !isDigit(t.At(next)) || d.whole > 4 || !gluedBefore(t, d.start) {
		return
	}
	end := skipDigits(t, next)
	after := end
	if t.At(end) == '.' && isDigit(t.At(end+1)) {
		after = skipDigits(t, end+1)
	}
	if end-next > 4 || !gluedAfter(t, after) {
		return
	}
	if isBreak(t.At(d.end)) {
		if inserted(t.At(d.start-1)) || !d.fits(t, next, end) {
			return
		}
	} else if d.whole > 1 && end-next > 1 {
		d.twofold = !isYear(Int(d.coef))
		return
	}
	d.take(t, next, end)
	d.whole += end - next
	d.end, d.broken = end, true
}

// take pushes the digits among the runes [from, to).
func (d *digitRun) take(t *fold.Text, from, to int) {
	for i := from; i < to; i++ {
		if c := t.At(i); isDigit(c) {
			d.push(c)
		}
	}
}

// fits reports whether the digits [next, end) and those before them may form
// the year, month or day that the text after them asks for.
func (d *digitRun) fits(t *fold.Text, next, end int) bool {
	value := d.coef
	for i := next; i < end && end-next <= 4; i++ {
		value = value*10 + int64(t.At(i)-'0')
	}
	switch t.At(end) {
	case '年':
		return value < 100
	case '月':
		return value <= 12
	case '日', '号':
		return value <= 31
	case '时', '点':
		return value <= 24
	}
	return true
}

// inserted reports the characters whose number counts nothing: 附表1, 图2.
func inserted(c uint16) bool {
	switch c {
	case '表', '图', '件', '第', '页', '栏':
		return true
	}
	return false
}

// brokenYear reads 2⏎021年, 20 21年 and 2 0 2 1年: four digits with gaps between them that name a year.
func (d *digitRun) brokenYear(t *fold.Text) bool {
	if c := t.At(d.end); c != '1' && c != '2' || d.end > 0 && isDigit(t.At(d.end-1)) || isSpace(t.At(d.end-1)) && isDigit(t.At(d.end-2)) {
		return false
	}
	i, n, year := d.end, 0, int64(0)
	for ; n < 4; n++ {
		if n > 0 {
			i = skipOne(t, i)
		}
		if !isDigit(t.At(i)) {
			return false
		}
		year = year*10 + int64(t.At(i)-'0')
		i++
	}
	if i-d.end == 4 || t.At(i) != '年' || !isYear(Int(year)) {
		return false
	}
	d.coef, d.whole, d.end, d.broken = year, 4, i, true
	return true
}

// point returns where the decimal point after the digits stands and where its
// digits begin, over one blank or line break on either side of it.
func (d *digitRun) point(t *fold.Text) (at, digits int, ok bool) {
	at = skipOne(t, d.end)
	if t.At(at) != '.' {
		return 0, 0, false
	}
	digits = at + 1
	if at == d.end {
		digits = skipOne(t, digits)
	}
	if !isDigit(t.At(digits)) {
		return 0, 0, false
	}
	if at == d.end && digits == at+1 {
		return at, digits, true
	}
	return at, digits, gluedBefore(t, d.start) && gluedAfter(t, skipDigits(t, digits))
}

// looseGroup reports whether three digits and a word of money or people stand
// at i: what a wide comma sets off from narrow digits there is their group, no
// new clause. A classifier before the digits (开班8，200人) has its own number.
func looseGroup(t *fold.Text, start, i int) bool {
	if !isDigit(t.At(i)) || !isDigit(t.At(i+1)) || !isDigit(t.At(i+2)) {
		return false
	}
	switch t.At(i + 3) {
	case '元', '万', '亿':
		return true
	case '人', '名', '户':
		switch before := t.At(start - 1); before {
		case '班', '期', '场', '次', '第', '值', '分', '档', '项':
			return false
		default:
			return isHan(before)
		}
	}
	return false
}

// gluedBefore reports whether the digits that start at i follow a Chinese character directly, as in running text and not in a table's cell.
func gluedBefore(t *fold.Text, i int) bool {
	c := t.At(i - 1)
	return isHan(c) || c == '、' || c == '，'
}

// gluedAfter reports whether a Chinese character follows directly at i.
func gluedAfter(t *fold.Text, i int) bool { return isHan(t.At(i)) || t.At(i) == '%' }

// skipDigits returns the end of the digits at i.
func skipDigits(t *fold.Text, i int) int {
	for isDigit(t.At(i)) {
		i++
	}
	return i
}

// skipOne steps over one blank or one line break at i.
func skipOne(t *fold.Text, i int) int {
	if t.At(i) == ' ' {
		return i + 1
	}
	return skipBreak(t, i)
}

// skipBreak steps over one line break at i, with the blanks of an indent behind it.
func skipBreak(t *fold.Text, i int) int {
	if !isBreak(t.At(i)) {
		return i
	}
	return skipGap(t, i)
}
