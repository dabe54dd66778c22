package quantity

import (
	"github.com/zhaibao/zhaibao/internal/fold"
)

// number is a parsed numeral: the runes [start, end) of a text, with what the
// grammar says of its value. lo and hi differ for vague and adjacent digits
// (十几 11–19, 三五 3–5).
type number struct {
	start, end int
	lo, hi     Decimal
	ok         bool // false: too long to be held exactly
	arabic     bool // holds Arabic digits
	few        bool // 几 数
	adjacent   bool // 三五 一两百 三四十
	over       bool // 余 多
	about      bool // 十来 千把
	bare       bool // a multiplier without a digit before it: 百余 万人
	formal     bool // only cheque forms: 拾 陆
	positional bool // a string of Chinese digits read one by one: 二〇二一
	broken     bool // joined over a blank or a line break inside the digits
	twofold    bool // what follows after a blank may as well be its last digits: 12 15场
	dated      bool // the low end of a range of months, days or years: 1-6月
	digits     int  // Arabic digits in the first run
	runes      int  // numeral runes
	lead       Decimal
	leadOK     bool // lead holds the value before the last multipliers
	tail       int  // the power of ten of those multipliers
}

// hasInterval reports whether the numeral itself names two ends.
func (n *number) hasInterval() bool { return n.few || n.adjacent }

// pair is a low and a high reading carried through the same arithmetic.
type pair struct{ lo, hi Decimal }

func (p pair) zero() bool { return p.lo == Decimal{} && p.hi == Decimal{} }

// reader composes a numeral from digits and multipliers, section by section:
// total holds what lies above the last 万 or 亿, section what lies below it,
// cur the digits that wait for their multiplier.
type reader struct {
	t              *fold.Text
	n              number
	total, section pair
	cur            pair
	hasCur, curFew bool
	curHan         bool // cur is a single Chinese digit, fit for the short form 三万五
	afterZero      bool
	lastExp        int // of the last multiplier
	bigExp         int // of the last 万 亿 兆
}

// readNumber reads the longest numeral that starts at rune i.
func readNumber(t *fold.Text, i int) (number, bool) {
	r := reader{t: t, n: number{start: i, end: i, ok: true, formal: true}}
	for pos := i; ; {
		next := r.step(pos)
		if next <= pos {
			break
		}
		pos = next
		r.n.end = pos
	}
	if r.n.end == i {
		return number{}, false
	}
	r.finish()
	return r.n, true
}

// step reads one digit run, multiplier or mark at pos and returns the place after it; pos where the numeral ends.
func (r *reader) step(pos int) int {
	k, val, formal := class(r.t.At(pos))
	switch {
	case (k == digit || r.t.At(pos) == '.' && r.n.end == r.n.start) && !r.hasCur && (!r.n.over || r.lastExp > 0):
		return r.arabic(pos)
	case k == multiplier && val == 3 && unitOfThousand(r.t.At(pos+1)) && (r.hasCur || r.lastExp > 0):
		return pos
	case k == hanDigit && r.isTael(pos):
		return pos
	case k == hanDigit && !r.hasCur:
		r.n.formal = r.n.formal && formal
		return r.hanDigits(pos)
	case k == multiplier && (!r.n.arabic || r.hasCur || val >= 4 || r.lastExp > 0):
		r.n.formal = r.n.formal && formal
		return r.multiply(pos, val)
	case k == few || k == some:
		return r.vague(pos, k)
	case r.n.end > r.n.start:
		return r.mark(pos)
	}
	return pos
}

// unitOfThousand tells 千米 千瓦 千克, whose 千 belongs to the unit.
func unitOfThousand(c uint16) bool {
	return c == '米' || c == '瓦' || c == '克' || c == '伏' || c == '卡' || c == '赫' || c == '帕'
}

// isTael tells the weight 两 after a complete numeral from the digit.
func (r *reader) isTael(pos int) bool {
	if r.t.At(pos) != '两' || r.n.end == r.n.start || !r.hasCur && r.lastExp == 0 {
		return false
	}
	k, _, _ := class(r.t.At(pos + 1))
	return k == other && !isHan(r.t.At(pos+1)) && r.t.At(pos+1) < 0x80
}

// hanDigits reads a run of Chinese digits: one digit, two adjacent ones (三五), or a year-like string.
func (r *reader) hanDigits(pos int) int {
	end, value, zero := pos, int64(0), false
	first := -1
	for ; ; end++ {
		k, d, _ := class(r.t.At(end))
		if k != hanDigit {
			break
		}
		if end-pos < 17 {
			value = value*10 + int64(d)
		}
		if d == 0 {
			zero = true
		}
		if first < 0 {
			first = d
		}
	}
	count := end - pos
	if first == 0 && r.n.end > r.n.start { // 一百零一: the zero only separates
		r.afterZero = true
		r.n.runes++
		return pos + 1
	}
	r.n.runes += count
	switch {
	case count == 2 && !zero && adjacentDigits(int(value/10), int(value%10)):
		r.set(pair{Int(value / 10), Int(value % 10)}, false)
		r.n.adjacent = true
	case count == 2 && zero && value < 10: // 零五
		r.set(pair{Int(value), Int(value)}, false)
	default:
		if count > 17 {
			r.n.ok = false
		}
		r.set(pair{Int(value), Int(value)}, false)
		r.n.positional = r.n.positional || count > 1
	}
	r.curHan = count == 1
	return end
}

// adjacentDigits reports whether two digits side by side mean "a to b".
func adjacentDigits(a, b int) bool { return b == a+1 || a == 3 && b == 5 }

func (r *reader) set(p pair, vague bool) { r.cur, r.hasCur, r.curFew = p, true, vague }

// vague reads 几 and 数: between two and nine of what follows, or one to nine after 十.
func (r *reader) vague(pos int, k kind) int {
	nextKind, _, _ := class(r.t.At(pos + 1))
	switch {
	case k == some && (nextKind != multiplier || r.n.end > r.n.start):
		return pos
	case r.hasCur:
		if !r.n.arabic || r.cur.lo.coef%10 != 0 || r.cur.lo.exp != 0 || r.cur.lo.coef == 0 {
			return pos
		}
		r.section.lo, r.section.hi = r.cur.lo, r.cur.hi // 30几
		r.hasCur, r.lastExp = false, 1
	}
	low := int64(2)
	if _, exp, _ := class(r.t.At(pos + 1)); r.lastExp == 1 && (nextKind != multiplier || exp >= 4) {
		low = 1 // 十几, 十几万
	}
	r.set(pair{Int(low), Int(9)}, true)
	r.n.few, r.n.formal = true, false
	r.n.runes++
	return pos + 1
}

// multiply applies 十 百 千 (inside a section) or 万 亿 兆 (closing it).
func (r *reader) multiply(pos, exp int) int {
	if exp < 4 && !r.hasCur && r.lastExp > 0 && r.lastExp <= exp {
		return pos // 百百: a second numeral
	}
	r.n.runes++
	implicit := !r.hasCur && r.section.zero() && r.total.zero()
	if implicit && r.n.end == r.n.start && exp >= 2 {
		r.n.bare = true
	}
	r.rememberLead(exp)
	if exp < 4 {
		if !r.hasCur {
			r.cur = pair{Int(1), Int(1)}
		}
		r.section = r.add(r.section, r.scale(r.cur, exp, r.curFew))
	} else {
		r.closeSection(exp)
	}
	r.cur, r.hasCur, r.curFew, r.curHan, r.afterZero = pair{}, false, false, false, false
	r.lastExp = exp
	return pos + 1
}

// closeSection multiplies what waits below a 万, 亿 or 兆 and adds it to the total.
func (r *reader) closeSection(exp int) {
	x := r.section
	vague := r.curFew && x.zero() // 几万 fills the digits below it, 十几万 does not
	if r.hasCur {
		x = r.add(x, r.cur)
	}
	switch {
	case x.zero() && r.total.zero():
		r.total = r.scale(pair{Int(1), Int(1)}, exp, false)
	case x.zero(): // 二十万亿
		r.total = r.scale(r.total, exp, false)
	case exp > r.bigExp: // 一万五千亿
		r.total = r.scale(r.add(r.total, x), exp, vague)
	default: // 1亿2000万
		r.total = r.add(r.total, r.scale(x, exp, vague))
	}
	r.section, r.bigExp = pair{}, exp
}

// rememberLead keeps the value before the trailing multipliers, which the low end of 10至15万元 borrows.
func (r *reader) rememberLead(exp int) {
	if r.n.tail == 0 || r.hasCur {
		sum := r.add(r.add(r.total, r.section), r.cur)
		r.n.lead, r.n.leadOK, r.n.tail = sum.lo, true, 0
	}
	r.n.tail += exp
}

// scale multiplies by 10^exp; the high end of a vague numeral fills the digits below it (几十 is up to 99).
func (r *reader) scale(p pair, exp int, vague bool) pair {
	lo, ok1 := p.lo.Shift(exp)
	hi, ok2 := p.hi.Shift(exp)
	if vague && p.lo != p.hi {
		if up, ok := p.hi.Add(Int(1)); ok {
			if up, ok = up.Shift(exp); ok {
				hi, ok2 = up.Add(Int(-1))
			}
		}
	}
	r.n.ok = r.n.ok && ok1 && ok2
	return pair{lo, hi}
}

func (r *reader) add(p, q pair) pair {
	lo, ok1 := p.lo.Add(q.lo)
	hi, ok2 := p.hi.Add(q.hi)
	r.n.ok = r.n.ok && ok1 && ok2
	return pair{lo, hi}
}

// mark reads what may stand inside a numeral besides digits: 余 多 来 把, 点 and a decimal part, a blank before 万.
func (r *reader) mark(pos int) int {
	c := r.t.At(pos)
	switch {
	case (c == '余' || c == '餘') && !r.n.over:
		r.n.over = true
		return pos + 1
	case c == '多' && !r.n.over && !r.n.positional && r.n.end == pos && multiplies(r.t.At(pos+1)):
		r.n.over = true
		return pos + 1
	case (c == '来' || c == '來' || c == '把') && !r.n.over && !r.n.about && !r.n.positional && r.n.end == pos && multiplies(r.t.At(pos+1)):
		r.n.about = true // 60来万元, 十来万棵
		return pos + 1
	case (c == '点' || c == '點') && !r.n.arabic:
		return r.hanDecimal(pos)
	case c == ' ' && r.n.arabic && !r.n.over && pos == r.n.end && r.spacedMark(pos+1):
		r.n.over = true
		return pos + 2
	case isSpace(c) || isBreak(c):
		return r.gap(pos)
	case (c == 'k' || c == 'K' || c == 'w' || c == 'W') && r.n.arabic && r.hasCur && !isLetter(r.t.At(pos+1)) && !isDigit(r.t.At(pos+1)):
		exp := 3
		if c == 'w' || c == 'W' {
			exp = 4
		}
		r.cur = r.scale(r.cur, exp, false)
		return pos + 1
	}
	return pos
}

// spacedMark reports whether 余 or 多 and more of the quantity follow a blank: 120 余场.
func (r *reader) spacedMark(pos int) bool {
	switch r.t.At(pos) {
	case '余', '餘':
		return isHan(r.t.At(pos + 1))
	case '多':
		return multiplies(r.t.At(pos + 1))
	}
	return false
}

func multiplies(c uint16) bool {
	k, exp, _ := class(c)
	return k == multiplier && exp >= 2
}

// gap steps over blanks or one line break before a multiplier that belongs to the digits before it.
func (r *reader) gap(pos int) int {
	if !r.hasCur || !r.n.arabic {
		return pos
	}
	next := skipGap(r.t, pos)
	if k, exp, _ := class(r.t.At(next)); k != multiplier || exp < 3 && (r.lastExp == 0 || exp < 2) {
		return pos
	}
	return r.step(next)
}

// skipGap returns the place after up to two blanks or one line break with the blanks around it.
func skipGap(t *fold.Text, pos int) int {
	breaks, blanks := 0, 0
	for i := pos; ; i++ {
		switch c := t.At(i); {
		case c == '\n':
			breaks++
		case c == '\r':
		case isSpace(c):
			blanks++
		default:
			if breaks > 1 || breaks == 0 && blanks > 2 || blanks > 12 {
				return pos
			}
			return i
		}
	}
}

// hanDecimal reads 点 and Chinese digits after it; pos where they do not form a decimal part.
func (r *reader) hanDecimal(pos int) int {
	end, coef, exp := pos+1, int64(0), 0
	for ; ; end++ {
		k, d, _ := class(r.t.At(end))
		if k != hanDigit || exp < -15 {
			break
		}
		coef, exp = coef*10+int64(d), exp-1
	}
	if end == pos+1 || r.n.hasInterval() {
		return pos
	}
	if k, exp, _ := class(r.t.At(end)); k == multiplier && exp < 4 { // 三点二十; but 二百九十点五|万元
		return pos
	}
	part, ok := New(coef, exp)
	r.n.ok = r.n.ok && ok
	r.shortForm()
	if r.hasCur {
		r.section = r.add(r.section, r.cur)
	}
	r.set(pair{part, part}, false)
	r.curHan, r.lastExp, r.n.positional = false, 0, false
	r.n.runes += end - pos
	return end
}

// shortForm reads the last digit of 三万五 and 两千四百五 as a digit of the next lower place.
func (r *reader) shortForm() {
	if r.hasCur && r.curHan && r.lastExp >= 2 && !r.afterZero && !r.n.few && !r.n.over && !r.n.arabic {
		r.cur = r.scale(r.cur, r.lastExp-1, false)
	}
}

func (r *reader) finish() {
	r.shortForm()
	sum := r.add(r.total, r.section)
	if r.hasCur {
		sum = r.add(sum, r.cur)
		if r.lastExp > 0 {
			r.n.leadOK, r.n.tail = false, 0
		}
	}
	r.n.lo, r.n.hi = sum.lo, sum.hi
	if !r.n.leadOK {
		r.n.lead, r.n.tail = sum.lo, 0
	}
	if r.n.positional && r.n.adjacent {
		r.n.positional = false
	}
}

// arabic reads Arabic digits with thousands separators and a decimal point.
func (r *reader) arabic(pos int) int {
	run := readDigits(r.t, pos)
	d, ok := New(run.coef, -run.places)
	r.n.ok = r.n.ok && ok && !run.long
	if r.n.digits == 0 {
		r.n.digits = run.whole
	}
	r.n.broken, r.n.twofold = r.n.broken || run.broken, run.twofold
	r.n.arabic, r.n.formal = true, false
	r.n.runes += run.whole + run.places
	r.set(pair{d, d}, false)
	return run.end
}
