package quantity

import (
	"math"

	"github.com/zhaibao/zhaibao/internal/fold"
)

// digitRun is a run of Arabic digits read as one number.
type digitRun struct {
	end           int
	coef          int64
	whole, places int
	long          bool // does not fit
	broken        bool // a blank or a line break inside
}

func (d *digitRun) push(c uint16) {
	if d.coef > (math.MaxInt64-9)/10 {
		d.long = true
		return
	}
	d.coef = d.coef*10 + int64(c-'0')
}

func readDigits(t *fold.Text, pos int) digitRun {
	d := digitRun{end: pos}
	for isDigit(t.At(d.end)) {
		d.push(t.At(d.end))
		d.whole++
		d.end++
	}
	d.groups(t)
	d.decimals(t)
	return d
}

// groups reads ",123" and " 123" after up to three digits.
func (d *digitRun) groups(t *fold.Text) {
	if d.whole > 3 {
		return
	}
	for start := d.end - d.whole; ; {
		sep := t.At(d.end)
		wide := sep == '，' && d.end > 0 && t.Wide[d.end-1] && d.end+1 < t.Len() && t.Wide[d.end+1]
		loose := sep == '，' && !wide && moneyGroup(t, d.end+1) // 1，200万元
		next, blanks := d.end+1, 0
		if sep == ' ' {
			if d.broken || !gluedBefore(t, start) {
				return
			}
		} else if sep != ',' && !wide && !loose {
			return
		}
		n := 0
		for ; n < 3; next++ {
			c := t.At(next)
			if isDigit(c) {
				n++
			} else if c == ' ' && sep == ',' && n > 0 && n < 3 && blanks == 0 {
				blanks++
			} else {
				break
			}
		}
		if n != 3 || isDigit(t.At(next)) || sep == ' ' && !gluedAfter(t, next) {
			return
		}
		for i := d.end + 1; i < next; i++ {
			if c := t.At(i); isDigit(c) {
				d.push(c)
			}
		}
		d.broken = d.broken || blanks > 0 || sep == ' ' || loose
		d.whole += 3
		d.end = next
	}
}

// moneyGroup reports whether three digits and a word of money stand at i: what a
// wide comma sets off from narrow digits there is their group, no new clause.
func moneyGroup(t *fold.Text, i int) bool {
	if !isDigit(t.At(i)) || !isDigit(t.At(i+1)) || !isDigit(t.At(i+2)) {
		return false
	}
	switch t.At(i + 3) {
	case '元', '万', '亿':
		return true
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

// decimals reads a decimal point and what follows, and joins digits that a blank broke (1 0人, 1 18.4万元).
func (d *digitRun) decimals(t *fold.Text) {
	d.join(t)
	point := d.end
	if isBreak(t.At(point)) && skipGap(t, point) > point && t.At(skipGap(t, point)) == '.' { // 56⏎.3万元
		point = skipGap(t, point)
		d.broken = true
	}
	if t.At(point) != '.' || !isDigit(t.At(point+1)) {
		return
	}
	end := point + 1
	for isDigit(t.At(end)) {
		end++
	}
	if t.At(end) == '.' && isDigit(t.At(end+1)) { // 2021.3.5
		return
	}
	for i := point + 1; i < end; i++ {
		d.push(t.At(i))
		d.places++
	}
	d.end = end
}

// join reads "1 0人": digits glued to the text on both sides with one blank between them.
func (d *digitRun) join(t *fold.Text) {
	if d.broken || t.At(d.end) != ' ' || !isDigit(t.At(d.end+1)) || !gluedBefore(t, d.end-d.whole) || d.whole > 4 {
		return
	}
	end := d.end + 1
	for isDigit(t.At(end)) {
		end++
	}
	after := end
	if t.At(end) == '.' && isDigit(t.At(end+1)) {
		for after = end + 1; isDigit(t.At(after)); after++ {
		}
	}
	if end-d.end > 4 || !gluedAfter(t, after) {
		return
	}
	for i := d.end + 1; i < end; i++ {
		d.push(t.At(i))
		d.whole++
	}
	d.end, d.broken = end, true
}
