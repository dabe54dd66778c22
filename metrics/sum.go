package metrics

import (
	"math/big"
	"math/bits"
	"strings"

	"github.com/zhaibao/zhaibao/extract/quantity"
)

// Sum is an exact, mergeable sum of decimals: a 128-bit integer at one scale,
// a big.Int once that overflows. The zero value is an empty sum. A Sum must
// not be copied after use.
type Sum struct {
	n     int128
	scale int      // the sum is n × 10^-scale
	wide  *big.Int // replaces n where it is set
}

// maxScale is the most decimals a quantity.Decimal carries.
const maxScale = 18

var pow10 = func() (p [maxScale + 1]uint64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = p[i-1] * 10
	}
	return p
}()

// Add adds d.
func (s *Sum) Add(d quantity.Decimal) {
	coef, exp := d.Parts()
	s.addScaled(coef, -exp)
}

// AddNumber adds a number in plain notation; an empty one is none.
func (s *Sum) AddNumber(n Number) {
	if n == "" {
		return
	}
	if d, ok := quantity.ParseDecimal(string(n)); ok {
		s.Add(d)
		return
	}
	whole, decimals, _ := strings.Cut(string(n), ".")
	if v, ok := new(big.Int).SetString(whole+decimals, 10); ok {
		s.Merge(&Sum{wide: v, scale: len(decimals)})
	}
}

// addScaled adds coef × 10^-scale.
func (s *Sum) addScaled(coef int64, scale int) {
	if scale > s.scale {
		s.rescale(scale)
	}
	s.addTerm(product(coef, pow10[s.scale-scale]))
}

// subScaled takes coef × 10^-scale away.
func (s *Sum) subScaled(coef int64, scale int) {
	if scale > s.scale {
		s.rescale(scale)
	}
	s.addTerm(product(coef, pow10[s.scale-scale]).neg())
}

// addTimes adds d n times.
func (s *Sum) addTimes(d quantity.Decimal, n int) {
	coef, exp := d.Parts()
	if -exp > s.scale {
		s.rescale(-exp)
	}
	if term, ok := product(coef, pow10[s.scale+exp]).mul(uint64(n)); ok {
		s.addTerm(term)
		return
	}
	for range n {
		s.Add(d)
	}
}

// addTerm adds an integer at the sum's scale.
func (s *Sum) addTerm(term int128) {
	if s.wide == nil {
		n, ok := s.n.add(term)
		if ok {
			s.n = n
			return
		}
		s.wide = s.n.big()
	}
	s.wide.Add(s.wide, term.big())
}

// Merge adds another sum, which stays as it is.
func (s *Sum) Merge(o *Sum) {
	if o.scale > s.scale {
		s.rescale(o.scale)
	}
	if s.wide == nil && o.wide == nil {
		if term, ok := o.n.mul(pow10[s.scale-o.scale]); ok {
			if n, ok := s.n.add(term); ok {
				s.n = n
				return
			}
		}
	}
	term := o.big()
	s.wide = s.big()
	s.wide.Add(s.wide, term.Mul(term, bigPow10(s.scale-o.scale)))
}

// rescale raises the scale; the value stays the same.
func (s *Sum) rescale(scale int) {
	factor := pow10[scale-s.scale]
	s.scale = scale
	if s.wide == nil {
		n, ok := s.n.mul(factor)
		if ok {
			s.n = n
			return
		}
		s.wide = s.n.big()
	}
	s.wide.Mul(s.wide, new(big.Int).SetUint64(factor))
}

// big returns the scaled integer as a number of its own.
func (s *Sum) big() *big.Int {
	if s.wide != nil {
		return new(big.Int).Set(s.wide)
	}
	return s.n.big()
}

// Number returns the sum in plain notation.
func (s *Sum) Number() Number {
	if d, ok := s.decimal(); ok {
		return Number(d.String())
	}
	return plain(s.big(), s.scale)
}

// decimal is the sum as a decimal; ok is false where it does not fit.
func (s *Sum) decimal() (d quantity.Decimal, ok bool) {
	if s.wide != nil || s.n.hi != int64(s.n.lo)>>63 {
		return d, false
	}
	return quantity.New(int64(s.n.lo), -s.scale)
}

// Over returns the sum divided by n, rounded half to even at the given places.
func (s *Sum) Over(n int, places int) Number {
	if d, ok := s.over(n, places); ok {
		return Number(d.String())
	}
	return quotient(s.big(), new(big.Int).Mul(big.NewInt(int64(n)), bigPow10(s.scale)), places)
}

// ratio returns s / o rounded half to even at the given places; none where o is not positive.
func (s *Sum) ratio(o *Sum, places int) Number {
	den := o.big()
	if den.Sign() <= 0 {
		return ""
	}
	num := s.big()
	return quotient(num.Mul(num, bigPow10(o.scale)), den.Mul(den, bigPow10(s.scale)), places)
}

// over is Over as a decimal, in 128 bits; ok is false where it needs more.
func (s *Sum) over(n, places int) (d quantity.Decimal, ok bool) {
	num, den := s.n, uint64(n)
	if s.wide != nil || n <= 0 {
		return d, false
	}
	if k := places - s.scale; k >= 0 {
		num, ok = num.mul(pow10[k])
	} else {
		hi, lo := bits.Mul64(den, pow10[-k])
		den, ok = lo, hi == 0
	}
	if !ok {
		return d, false
	}
	q, ok := num.quotient(den)
	if !ok {
		return d, false
	}
	return quantity.New(q, -places)
}
