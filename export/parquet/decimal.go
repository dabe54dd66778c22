package parquet

import (
	"encoding/binary"
	"math/bits"
)

// putDecimal writes a number in plain notation times 10^18 as 128 bits, two's
// complement, big-endian; ok is false where it has more than 18 decimals or
// more than 38 digits in all.
func putDecimal(dst *[width]byte, number []byte) (ok bool) {
	negative := len(number) > 0 && number[0] == '-'
	if negative {
		number = number[1:]
	}
	var n uint128
	digits, decimals, point := 0, 0, false
	for _, c := range number {
		switch {
		case c == '.' && !point:
			point = true
		case c < '0' || c > '9':
			return false
		default:
			n = n.timesTen(c - '0')
			if n != (uint128{}) {
				digits++
			}
			if point {
				decimals++
			}
		}
		if digits > precision || decimals > scale {
			return false
		}
	}
	for ; decimals < scale; decimals++ {
		if n != (uint128{}) {
			digits++
		}
		n = n.timesTen(0)
	}
	if negative {
		n = n.negated()
	}
	binary.BigEndian.PutUint64(dst[:8], n.high)
	binary.BigEndian.PutUint64(dst[8:], n.low)
	return digits <= precision
}

// uint128 wraps around above 39 digits, which putDecimal has refused by then.
type uint128 struct{ high, low uint64 }

func (n uint128) timesTen(plus byte) uint128 {
	carry, low := bits.Mul64(n.low, 10)
	low, more := bits.Add64(low, uint64(plus), 0)
	return uint128{n.high*10 + carry + more, low}
}

func (n uint128) negated() uint128 {
	low, borrow := bits.Sub64(0, n.low, 0)
	high, _ := bits.Sub64(0, n.high, borrow)
	return uint128{high, low}
}
