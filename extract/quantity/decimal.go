package quantity

import (
	"math"
	"math/bits"
	"strconv"
)

// Decimal is an exact decimal number: coefficient × 10^exponent. The zero
// value is 0. A Decimal is always in its canonical form (no trailing zero in
// the coefficient unless the exponent is 0), so that == compares values.
type Decimal struct {
	coef int64
	exp  int8
}

// maxExp bounds the exponent on both sides; no figure of a report comes near it.
const maxExp = 18

// New returns coef × 10^exp in canonical form; ok is false when the value does not fit.
func New(coef int64, exp int) (d Decimal, ok bool) {
	if coef == 0 {
		return Decimal{}, true
	}
	for exp < 0 && coef%10 == 0 {
		coef, exp = coef/10, exp+1
	}
	for exp > 0 {
		c, fits := mul10(coef)
		if !fits {
			return Decimal{}, false
		}
		coef, exp = c, exp-1
	}
	if exp < -maxExp {
		return Decimal{}, false
	}
	return Decimal{coef, int8(exp)}, true
}

// Int returns n as a Decimal.
func Int(n int64) Decimal { return Decimal{coef: n} }

func mul10(c int64) (int64, bool) {
	if c > math.MaxInt64/10 || c < -math.MaxInt64/10 {
		return 0, false
	}
	return c * 10, true
}

// Parts returns the coefficient and the exponent (at most 0) of the canonical form.
func (d Decimal) Parts() (coef int64, exp int) { return d.coef, int(d.exp) }

// Sign is -1, 0 or 1.
func (d Decimal) Sign() int {
	switch {
	case d.coef < 0:
		return -1
	case d.coef > 0:
		return 1
	}
	return 0
}

// Neg returns -d.
func (d Decimal) Neg() Decimal { return Decimal{-d.coef, d.exp} }

// Shift returns d × 10^n; ok is false when it does not fit.
func (d Decimal) Shift(n int) (Decimal, bool) { return New(d.coef, int(d.exp)+n) }

// Mul returns d × e exactly; ok is false when it does not fit.
func (d Decimal) Mul(e Decimal) (Decimal, bool) {
	a, b := abs(d.coef), abs(e.coef)
	hi, lo := bits.Mul64(a, b)
	if hi != 0 || lo > math.MaxInt64 {
		return Decimal{}, false
	}
	c := int64(lo)
	if (d.coef < 0) != (e.coef < 0) {
		c = -c
	}
	return New(c, int(d.exp)+int(e.exp))
}

// Add returns d + e exactly; ok is false when it does not fit.
func (d Decimal) Add(e Decimal) (Decimal, bool) {
	for d.exp > e.exp {
		c, ok := mul10(d.coef)
		if !ok {
			return Decimal{}, false
		}
		d = Decimal{c, d.exp - 1}
	}
	for e.exp > d.exp {
		c, ok := mul10(e.coef)
		if !ok {
			return Decimal{}, false
		}
		e = Decimal{c, e.exp - 1}
	}
	s := d.coef + e.coef
	if (s > d.coef) != (e.coef > 0) && e.coef != 0 {
		return Decimal{}, false
	}
	return New(s, int(d.exp))
}

// Cmp compares d and e: -1, 0 or 1.
func (d Decimal) Cmp(e Decimal) int {
	if d.exp == e.exp || d.coef == 0 || e.coef == 0 {
		return cmp64(d.coef, e.coef)
	}
	if diff, ok := d.Add(e.Neg()); ok {
		return diff.Sign()
	}
	f, g := d.Float64(), e.Float64() // only reached where the two differ by many orders
	switch {
	case f < g:
		return -1
	case f > g:
		return 1
	}
	return 0
}

func cmp64(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func abs(c int64) uint64 {
	if c < 0 {
		return uint64(-c)
	}
	return uint64(c)
}

// Float64 returns the nearest float64; for display and statistics, never for sums.
func (d Decimal) Float64() float64 {
	if c := float64(d.coef); d.coef < 1<<53 && d.coef > -1<<53 { // both exact, so the result is rounded once
		switch {
		case d.exp >= 0 && int(d.exp) < len(tens):
			return c * tens[d.exp]
		case d.exp < 0 && -int(d.exp) < len(tens):
			return c / tens[-d.exp]
		}
	}
	f, _ := strconv.ParseFloat(d.String(), 64)
	return f
}

// String is the plain decimal notation, without exponent: -0.25, 1800.
func (d Decimal) String() string { return string(d.Append(nil)) }

// Append appends the plain decimal notation to dst.
func (d Decimal) Append(dst []byte) []byte {
	if d.exp == 0 {
		return strconv.AppendInt(dst, d.coef, 10)
	}
	if d.coef < 0 {
		dst = append(dst, '-')
	}
	var buf [24]byte
	digits := strconv.AppendUint(buf[:0], abs(d.coef), 10)
	point := len(digits) + int(d.exp)
	if point <= 0 {
		dst = append(dst, '0', '.')
		for ; point < 0; point++ {
			dst = append(dst, '0')
		}
		return append(dst, digits...)
	}
	dst = append(dst, digits[:point]...)
	dst = append(dst, '.')
	return append(dst, digits[point:]...)
}

// ParseDecimal reads plain decimal notation with an optional sign.
func ParseDecimal(s string) (Decimal, bool) {
	neg := false
	if len(s) > 0 && (s[0] == '-' || s[0] == '+') {
		neg, s = s[0] == '-', s[1:]
	}
	var coef int64
	exp, seen, point := 0, false, false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '.' && !point:
			point = true
			continue
		case c < '0' || c > '9':
			return Decimal{}, false
		}
		seen = true
		next, ok := mul10(coef)
		if !ok || next > math.MaxInt64-int64(c-'0') {
			return Decimal{}, false
		}
		coef = next + int64(c-'0')
		if point {
			exp--
		}
	}
	if !seen {
		return Decimal{}, false
	}
	if neg {
		coef = -coef
	}
	return New(coef, exp)
}

// tens are the powers of ten that a float64 holds exactly.
var tens = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22}
