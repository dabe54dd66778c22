package quantity

import (
	"math"

	"github.com/zhaibao/zhaibao/internal/fold"
)

// digitRun is a run of Arabic digits read as one number.
type digitRun struct {
	start, end    int
	coef          int64
	whole, places int
	long          bool // does not fit
	broken        bool // a blank or a line break inside
	twofold       bool // digits follow after a blank that may as well belong to these: 12 15场
}

func (d *digitRun) push(c uint16) {
	if d.coef > (math.MaxInt64-9)/10 {
		d.long = true
		return
	}
	d.coef = d.coef*10 + int64(c-'0')
}

func readDigits(t *fold.Text, pos int) digitRun {
	d := digitRun{start: pos, end: pos}
	if d.brokenYear(t) {
		return d
	}
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
	for {
		sep := t.At(d.end)
		wide := sep == '，' && d.end > 0 && t.IsWide(d.end-1) && d.end+1 < t.Len() && t.IsWide(d.end+1)
		loose := sep == '，' && !wide && looseGroup(t, d.start, d.end+1)
		next, blanks := d.end+1, 0
		if cut := skipBreak(t, next); sep == ',' && cut > next && gluedBefore(t, d.start) { // 1,⏎342人
			next, blanks = cut, 1
		}
		if sep == ' ' {
			if d.broken || !gluedBefore(t, d.start) {
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
		d.take(t, d.end+1, next)
		d.broken = d.broken || blanks > 0 || sep == ' ' || loose
		d.whole += 3
		d.end = next
	}
}

// decimals joins digits that were broken and reads a decimal point and what follows.
func (d *digitRun) decimals(t *fold.Text) {
	d.join(t)
	at, digits, ok := d.point(t)
	if !ok {
		return
	}
	end := skipDigits(t, digits)
	if t.At(end) == '.' && isDigit(t.At(end+1)) { // 2021.3.5
		return
	}
	d.broken = d.broken || digits-d.end > 1 || at > d.end
	d.take(t, digits, end)
	d.places += end - digits
	d.end = end
}
