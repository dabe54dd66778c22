package metrics

import (
	"math/big"

	"github.com/zhaibao/zhaibao/extract/quantity"
)

// Based returns the value in the unit that groups are kept in: the base unit,
// the surface unit where a quantity has no base.
func Based(q *quantity.Quantity) (quantity.Decimal, string) {
	if q.BaseUnit == "" {
		return q.Value, q.Unit
	}
	return q.BaseValue, q.BaseUnit
}

// ends returns the interval that q claims, in the unit of Based. An exact value
// is its own interval; about (约) has none; over has no upper end.
func ends(q *quantity.Quantity) (low, high quantity.Decimal, hasLow, hasHigh bool) {
	if isExact(q) {
		v, _ := Based(q)
		return v, v, true, true
	}
	if q.HasLow {
		low, hasLow = toBase(q, q.Low)
	}
	if q.HasUpper {
		high, hasHigh = toBase(q, q.Upper)
	}
	return low, high, hasLow, hasHigh
}

// toBase converts an end of the interval by the ratio BaseValue / Value, exact
// to six places; ok is false where the ratio is unknown or the end does not fit.
func toBase(q *quantity.Quantity, end quantity.Decimal) (d quantity.Decimal, ok bool) {
	switch {
	case q.BaseUnit == "" || q.BaseUnit == q.Unit:
		return end, true
	case end == q.Value:
		return q.BaseValue, true
	case q.Value.Sign() == 0:
		return quantity.Decimal{}, false
	case q.BaseValue == q.Value:
		return end, true
	}
	ec, ee := end.Parts()
	bc, be := q.BaseValue.Parts()
	vc, ve := q.Value.Parts()
	num := new(big.Int).Mul(big.NewInt(ec), big.NewInt(bc))
	den := big.NewInt(vc)
	if vc < 0 {
		num.Neg(num)
		den.Neg(den)
	}
	num.Mul(num, bigPow10(-ve))
	den.Mul(den, bigPow10(-ee-be))
	return quantity.ParseDecimal(string(quotient(num, den, places)))
}

// isExact reports whether q is its own interval.
func isExact(q *quantity.Quantity) bool {
	return q.Bound == quantity.Exact && q.HasLow == q.HasUpper && (!q.HasLow || q.Low == q.Value && q.Upper == q.Value)
}
