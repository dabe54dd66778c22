package metrics

import (
	"math/big"
	"strings"
)

// Number is an exact decimal in plain notation without exponent or needless
// zeros (-0.25, 1800); empty where there is none, which is not zero.
type Number string

// plain writes n × 10^-scale.
func plain(n *big.Int, scale int) Number {
	digits := new(big.Int).Abs(n).String()
	if short := scale + 1 - len(digits); short > 0 {
		digits = strings.Repeat("0", short) + digits
	}
	whole, rest := digits[:len(digits)-scale], strings.TrimRight(digits[len(digits)-scale:], "0")
	if rest != "" {
		whole += "." + rest
	}
	if n.Sign() < 0 {
		whole = "-" + whole
	}
	return Number(whole)
}

// quotient returns num / den rounded half to even at the given places; den is positive.
func quotient(num, den *big.Int, places int) Number {
	scaled := new(big.Int).Mul(num, bigPow10(places))
	q, r := new(big.Int).QuoRem(scaled, den, new(big.Int))
	half := r.Abs(r).Lsh(r, 1).Cmp(den)
	if half > 0 || half == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(int64(num.Sign())))
	}
	return plain(q, places)
}

func bigPow10(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

// share returns part / whole at four decimals; none where whole is 0.
func share(part, whole int) Number {
	switch {
	case whole == 0:
		return ""
	case part == 0:
		return "0"
	case part == whole:
		return "1"
	}
	parts := Sum{n: int128{lo: uint64(part)}}
	return parts.Over(whole, 4)
}
