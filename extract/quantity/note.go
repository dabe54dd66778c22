package quantity

import "github.com/zhaibao/zhaibao/internal/fold"

// UnitNote reads a unit that stands by itself, as in the headline （万元）: its
// spelling, the power of ten of the multipliers before it, and where it ends.
func (l *Lexicon) UnitNote(t *fold.Text, i int) (spell, exp, end int, ok bool) {
	for _, skip := range [...]string{"单位：", "单位:"} {
		if s := (&scanner{lex: l, t: t}); s.literal(i, skip) {
			i += 3
		}
	}
	for {
		k, val, _ := class(t.At(i))
		if k != multiplier {
			break
		}
		exp, i = exp+val, i+1
	}
	spell, end = l.unitAt(t, i)
	return spell, exp, end, end > i
}

// Apply makes q count in the unit of a note; false where the value would not fit.
func (l *Lexicon) Apply(q *Quantity, spell, exp int) bool {
	sp := l.spell[spell]
	unit := &l.Units[sp.unit]
	value, ok := q.Value.Shift(exp)
	high, ok2 := q.High.Shift(exp)
	low, ok3 := q.Low.Shift(exp)
	upper, ok4 := q.Upper.Shift(exp)
	base, ok5 := value.Mul(unit.Factor)
	if !ok || !ok2 || !ok3 || !ok4 || !ok5 {
		return false
	}
	q.Value, q.High, q.Low, q.Upper, q.BaseValue = value, high, low, upper, base
	q.UnitID, q.Unit, q.BaseUnit = sp.unit, unit.Unit, unit.Base
	return true
}
