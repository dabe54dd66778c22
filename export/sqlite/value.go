package sqlite

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/export"
)

// value is what is stored for a cell: nil, a string, an int64, or a float64 of
// at most 15 significant digits.
func (t *table) value(k export.Kind, c export.Cell) any {
	switch {
	case c.None():
		return nil
	case k == export.Text:
		return strings.ToValidUTF8(c.Text(), "\uFFFD")
	}
	t.number = c.AppendNumber(t.number[:0])
	number := string(t.number)
	if bytes.IndexByte(t.number, '.') < 0 {
		if n, err := strconv.ParseInt(number, 10, 64); err == nil {
			return n
		}
	}
	if export.Significant(t.number) <= export.FloatDigits {
		if f, err := strconv.ParseFloat(number, 64); err == nil {
			return f
		}
	}
	return number
}
