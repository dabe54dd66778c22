package extract

import "github.com/zhaibao/zhaibao/extract/quantity"

// nearness says how two values agree; a higher one is surer.
type nearness int

const (
	differs nearness = iota
	rounds           // one is the other, rounded: 1.2万 and 12043, 120余 and 123
	equals
)

// compare says how the values of two quantities in the same base unit agree.
func compare(a, b *quantity.Quantity) nearness {
	if a.HasHigh || b.HasHigh {
		if a.HasHigh && b.HasHigh && a.BaseValue == b.BaseValue && a.Value == b.Value && a.High == b.High {
			return equals
		}
		return differs
	}
	if a.BaseValue == b.BaseValue {
		if a.Bound == b.Bound {
			return equals
		}
		if a.Bound == quantity.Exact || b.Bound == quantity.Exact {
			return rounds
		}
		return differs
	}
	if figures(a.BaseValue) < figures(b.BaseValue) {
		a, b = b, a
	}
	if a.Bound == quantity.Exact && roundedTo(a.BaseValue, b.BaseValue, b.Bound) {
		return rounds
	}
	return differs
}

// roundedTo reports whether exact value v may be given as r with the bound:
// 12043 as 1.2万 or 1.2万余, 4862 as 近4900.
func roundedTo(v, r quantity.Decimal, bound quantity.Bound) bool {
	over, ok := v.Add(r.Neg())
	if !ok || figures(v) <= figures(r) {
		return false
	}
	step := unitOf(r)
	switch bound {
	case quantity.Over:
		return over.Sign() > 0 && over.Cmp(step) < 0
	case quantity.Under:
		return over.Sign() < 0 && over.Neg().Cmp(step) < 0
	case quantity.About:
		return over.Cmp(step) < 0 && over.Neg().Cmp(step) < 0
	}
	twice, ok := over.Add(over)
	return ok && twice.Cmp(step) <= 0 && twice.Neg().Cmp(step) <= 0 ||
		figures(r) >= 2 && over.Sign() > 0 && over.Cmp(step) < 0 // cut off: 12.86 as 12.8
}

// figures is how many digits of a value count: 2 for 1.2万, 5 for 12043.
func figures(d quantity.Decimal) int {
	coef, _ := d.Parts()
	for coef != 0 && coef%10 == 0 {
		coef /= 10
	}
	n := 0
	for ; coef != 0; coef /= 10 {
		n++
	}
	return n
}

// unitOf is one of the place of the last digit of a value that counts: 1000 for 1.2万.
func unitOf(d quantity.Decimal) quantity.Decimal {
	coef, exp := d.Parts()
	one := int64(1)
	for coef != 0 && coef%10 == 0 {
		coef, one = coef/10, one*10
	}
	u, _ := quantity.New(one, exp)
	return u
}
