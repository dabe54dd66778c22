package xlsx

import (
	"strconv"
	"strings"
)

// decimal is digits × 10^exp, exactly; zero has no digits, others neither
// leading nor trailing zeros.
type decimal struct {
	neg    bool
	digits string
	exp    int
}

// maxExponent is beyond what a float64 holds.
const maxExponent = 400

// parseDecimal reads 12, -0.5, 1.2E-3.
func parseDecimal(s string) (d decimal, ok bool) {
	s = strings.TrimSpace(s)
	if mantissa, exponent, found := cutExponent(s); found {
		n, err := strconv.Atoi(exponent)
		if err != nil || n > maxExponent || n < -maxExponent {
			return d, false
		}
		s, d.exp = mantissa, n
	}
	switch {
	case strings.HasPrefix(s, "-"):
		d.neg, s = true, s[1:]
	case strings.HasPrefix(s, "+"):
		s = s[1:]
	}
	whole, part, _ := strings.Cut(s, ".")
	if whole+part == "" || strings.Trim(whole+part, "0123456789") != "" {
		return d, false
	}
	d.exp -= len(part)
	d.digits = whole + part
	d.trim()
	return d, d.exp < 2*maxExponent && d.exp > -10000
}

func cutExponent(s string) (mantissa, exponent string, ok bool) {
	i := strings.IndexAny(s, "eE")
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}

func (d *decimal) trim() {
	d.digits = strings.TrimLeft(d.digits, "0")
	n := len(d.digits)
	d.digits = strings.TrimRight(d.digits, "0")
	d.exp += n - len(d.digits)
	if d.digits == "" {
		d.neg, d.exp = false, 0
	}
}

// significant rounds to n significant digits, half away from zero.
func (d decimal) significant(n int) decimal {
	return d.cut(len(d.digits) - n)
}

// round rounds to n decimals, half away from zero.
func (d decimal) round(n int) decimal { return d.cut(-n - d.exp) }

// cut rounds the last n digits away.
func (d decimal) cut(n int) decimal {
	if n <= 0 || d.digits == "" {
		return d
	}
	if n > len(d.digits) {
		return decimal{}
	}
	up := d.digits[len(d.digits)-n] >= '5'
	b := []byte("0" + d.digits[:len(d.digits)-n])
	for i := len(b) - 1; up; i-- {
		if up = b[i] == '9'; up {
			b[i] = '0'
		} else {
			b[i]++
		}
	}
	d.digits = string(b)
	d.exp += n
	d.trim()
	return d
}

// parts are the digits before the point, "" for none, and n digits behind it;
// d is rounded to n decimals.
func (d decimal) parts(n int) (whole, part string) {
	switch {
	case d.digits == "":
	case d.exp >= 0:
		whole = d.digits + strings.Repeat("0", d.exp)
	case -d.exp >= len(d.digits):
		part = strings.Repeat("0", -d.exp-len(d.digits)) + d.digits
	default:
		whole, part = d.digits[:len(d.digits)+d.exp], d.digits[len(d.digits)+d.exp:]
	}
	return whole, part + strings.Repeat("0", max(0, n-len(part)))
}

// general writes d as Excel keeps it: with 15 significant digits and never with
// an exponent.
func (d decimal) general() string {
	d = d.significant(15)
	whole, part := d.parts(0)
	if whole == "" {
		whole = "0"
	}
	if part != "" {
		whole += "." + part
	}
	if d.neg {
		return "-" + whole
	}
	return whole
}

// compare orders |d| and |e| when signs are alike, else by sign.
func (d decimal) compare(e decimal) int {
	if d.neg != e.neg {
		if d.neg {
			return -1
		}
		return 1
	}
	c := d.compareSize(e)
	if d.neg {
		return -c
	}
	return c
}

func (d decimal) compareSize(e decimal) int {
	dw, dp := d.parts(0)
	ew, ep := e.parts(0)
	if len(dw) != len(ew) {
		return len(dw) - len(ew)
	}
	return strings.Compare(dw+dp, ew+ep)
}
