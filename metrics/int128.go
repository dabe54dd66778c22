package metrics

import (
	"math/big"
	"math/bits"
)

// int128 is a signed 128-bit integer in two's complement. The zero value is 0.
type int128 struct {
	hi int64
	lo uint64
}

// product returns c × m; it cannot overflow for m up to 10^18.
func product(c int64, m uint64) int128 {
	hi, lo := bits.Mul64(magnitude(c), m)
	p := int128{int64(hi), lo}
	if c < 0 {
		return p.neg()
	}
	return p
}

func magnitude(c int64) uint64 {
	if c < 0 {
		return -uint64(c)
	}
	return uint64(c)
}

func (a int128) neg() int128 {
	lo, borrow := bits.Sub64(0, a.lo, 0)
	return int128{-a.hi - int64(borrow), lo}
}

// add returns a + b; ok is false on overflow.
func (a int128) add(b int128) (s int128, ok bool) {
	lo, carry := bits.Add64(a.lo, b.lo, 0)
	hi := int64(uint64(a.hi) + uint64(b.hi) + carry)
	overflow := (a.hi < 0) == (b.hi < 0) && (hi < 0) != (a.hi < 0)
	return int128{hi, lo}, !overflow
}

// mul returns a × m; ok is false on overflow.
func (a int128) mul(m uint64) (p int128, ok bool) {
	negative := a.hi < 0
	if negative {
		a = a.neg()
	}
	carry, lo := bits.Mul64(a.lo, m)
	over, hi := bits.Mul64(uint64(a.hi), m)
	hi, c := bits.Add64(hi, carry, 0)
	if over != 0 || c != 0 || hi >= 1<<63 {
		return int128{}, false
	}
	p = int128{int64(hi), lo}
	if negative {
		p = p.neg()
	}
	return p, true
}

// cmp compares a and b: -1, 0 or 1.
func (a int128) cmp(b int128) int {
	switch {
	case a.hi < b.hi || a.hi == b.hi && a.lo < b.lo:
		return -1
	case a == b:
		return 0
	}
	return 1
}

func (a int128) big() *big.Int {
	n := new(big.Int).Lsh(big.NewInt(a.hi), 64)
	return n.Add(n, new(big.Int).SetUint64(a.lo))
}

// quotient returns a / den rounded half to even; ok is false where it does not fit.
func (a int128) quotient(den uint64) (q int64, ok bool) {
	negative := a.hi < 0
	if negative {
		a = a.neg()
	}
	if a.hi < 0 || uint64(a.hi) >= den {
		return 0, false
	}
	n, rest := bits.Div64(uint64(a.hi), a.lo, den)
	if rest > den-rest || rest == den-rest && n&1 == 1 {
		n++
	}
	if n > 1<<63-1 {
		return 0, false
	}
	if q = int64(n); negative {
		q = -q
	}
	return q, true
}
