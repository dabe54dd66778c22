package cli

import (
	"errors"
	"math"
	"strconv"
	"strings"
)

// byteSize is a flag's number of bytes, with K, M or G for powers of 1024.
type byteSize int64

// String implements pflag.Value.
func (s *byteSize) String() string {
	if mega := int64(*s) >> 20; mega > 0 && mega<<20 == int64(*s) {
		return strconv.FormatInt(mega, 10) + "M"
	}
	return strconv.FormatInt(int64(*s), 10)
}

// sizeType is the type of a byteSize among flags.
const sizeType = "size"

// Type implements pflag.Value.
func (s *byteSize) Type() string { return sizeType }

// Set implements pflag.Value.
func (s *byteSize) Set(text string) error {
	digits := strings.TrimSuffix(strings.TrimSuffix(strings.ToUpper(text), "B"), "I")
	shift := 0
	if i := strings.IndexByte("KMG", last(digits)); i >= 0 {
		shift, digits = 10*(i+1), digits[:len(digits)-1]
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n <= 0 || n > math.MaxInt64>>shift {
		return errors.New("no number of bytes")
	}
	*s = byteSize(n << shift)
	return nil
}

func last(s string) byte {
	if s == "" {
		return 0
	}
	return s[len(s)-1]
}
