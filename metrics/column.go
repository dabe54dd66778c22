package metrics

import (
	"slices"

	"github.com/zhaibao/zhaibao/extract/quantity"
)

// column is a multiset of decimals: coefficients at one scale, the greatest
// that a member has, and apart those that do not fit in 64 bits at it. Which
// ones these are depends on the members alone and not on their order.
type column struct {
	values []int64
	scale  int
	wide   []quantity.Decimal
	spare  []int64 // memory for sort
}

func (c *column) reset() { c.values, c.scale, c.wide = c.values[:0], 0, nil }

func (c *column) len() int { return len(c.values) + len(c.wide) }

// add appends coef × 10^-scale.
func (c *column) add(coef int64, scale int) {
	if scale != c.scale {
		if scale > c.scale {
			c.rescale(scale)
		} else if n, ok := times10(coef, c.scale-scale); ok {
			coef = n
		} else {
			c.addWide(coef, scale)
			return
		}
	}
	c.values = append(c.values, coef)
}

func (c *column) addWide(coef int64, scale int) {
	d, _ := quantity.New(coef, -scale) // it was a Decimal before
	c.wide = append(c.wide, d)
}

// rescale raises the scale; the values stay the same.
func (c *column) rescale(scale int) {
	kept := c.values[:0]
	for _, v := range c.values {
		if n, ok := times10(v, scale-c.scale); ok {
			kept = append(kept, n)
		} else {
			c.addWide(v, c.scale)
		}
	}
	c.values, c.scale = kept, scale
}

// times10 returns v × 10^n; ok is false on overflow.
func times10(v int64, n int) (int64, bool) {
	p := product(v, pow10[n])
	return int64(p.lo), p.hi == int64(p.lo)>>63
}

// sort puts the members in order.
func (c *column) sort() {
	c.values, c.spare = sortValues(c.values, c.spare)
	if c.wide != nil {
		slices.SortFunc(c.wide, compare)
	}
}

// merge adds the members of two sorted columns to the empty c, in order.
func (c *column) merge(a, b *column) {
	c.wide = append(append(c.wide[:0], a.wide...), b.wide...)
	c.scale = max(a.scale, b.scale)
	x, y := c.scaled(a), c.scaled(b)
	for len(x) > 0 && len(y) > 0 {
		if x[0] <= y[0] {
			c.values, x = append(c.values, x[0]), x[1:]
		} else {
			c.values, y = append(c.values, y[0]), y[1:]
		}
	}
	c.values = append(append(c.values, x...), y...)
	if len(c.wide) == 0 {
		c.wide = nil
	} else {
		slices.SortFunc(c.wide, compare)
	}
}

// scaled are o's values at c's scale; those that overflow become wide ones of c.
func (c *column) scaled(o *column) []int64 {
	if o.scale == c.scale {
		return o.values
	}
	copied := column{values: slices.Clone(o.values), scale: o.scale}
	copied.rescale(c.scale)
	c.wide = append(c.wide, copied.wide...)
	return copied.values
}

// sum adds up the members.
func (c *column) sum() Sum {
	s := Sum{scale: c.scale}
	for _, v := range c.values {
		s.n, _ = s.n.add(int128{v >> 63, uint64(v)}) // 2^63 of them would be needed to overflow
	}
	for _, d := range c.wide {
		s.Add(d)
	}
	return s
}

// at is the i-th member in order, from 0, of a sorted column.
func (c *column) at(i int) quantity.Decimal {
	if len(c.wide) == 0 {
		d, _ := quantity.New(c.values[i], -c.scale)
		return d
	}
	all := slices.Clone(c.wide) // a few at most
	for _, v := range c.values {
		d, _ := quantity.New(v, -c.scale)
		all = append(all, d)
	}
	slices.SortFunc(all, compare)
	return all[i]
}

// quantile is the type-7 quantile at p = num/den of a sorted column, as Excel's
// PERCENTILE.INC and numpy have it by default, rounded half to even at six
// places: linear between the members around (n-1)p (Hyndman & Fan 1996).
func (c *column) quantile(num, den int) Number {
	n := c.len()
	if n == 0 {
		return ""
	}
	position := (n - 1) * num
	i, rest := position/den, position%den
	var s Sum
	s.addTimes(c.at(i), den-rest)
	if rest > 0 {
		s.addTimes(c.at(i+1), rest)
	}
	return s.Over(den, places)
}

// compare orders decimals exactly; unlike Decimal.Cmp it never falls back to floats.
func compare(a, b quantity.Decimal) int {
	ac, ae := a.Parts()
	bc, be := b.Parts()
	low := min(ae, be)
	return product(ac, pow10[ae-low]).cmp(product(bc, pow10[be-low]))
}
