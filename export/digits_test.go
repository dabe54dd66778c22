package export

import (
	"math/big"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSignificant(t *testing.T) {
	for number, want := range map[string]int{
		"0": 0, "-0.25": 2, "1800": 2, "0.00107": 3, "100.01": 5, "123456789012345": 15, "-1234567890.123456": 16, "9000000000000000000": 1,
	} {
		if got := Significant([]byte(number)); got != want {
			t.Errorf("%s has %d significant digits, want %d", number, got, want)
		}
	}
}

// TestFloatsGiveBackFifteenDigits: what formats with float64 cells rely on.
func TestFloatsGiveBackFifteenDigits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		coef, scale := rapid.Int64Range(-1e15+1, 1e15-1).Draw(t, "coefficient"), rapid.IntRange(0, 18).Draw(t, "scale")
		number := plainOf(coef, scale)
		f, err := strconv.ParseFloat(number, 64)
		if err != nil {
			t.Fatal(err)
		}
		got, _ := new(big.Rat).SetString(strconv.FormatFloat(f, 'f', -1, 64))
		want, _ := new(big.Rat).SetString(number)
		if got.Cmp(want) != 0 {
			t.Errorf("%s became %s", number, got)
		}
	})
}

func plainOf(coef int64, scale int) string {
	r := new(big.Rat).SetFrac(big.NewInt(coef), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil))
	return strings.TrimSuffix(r.FloatString(scale), ".")
}
