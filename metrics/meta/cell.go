package meta

import (
	"strings"

	"github.com/zhaibao/zhaibao/internal/lazy"
	"github.com/zhaibao/zhaibao/metrics"
)

// decimal is a plain decimal, its whole part with thousands separators in the
// right places or with none at all.
var decimal = lazy.Regexp(`^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$`)

// mostDigits bounds a number's length.
const mostDigits = 30

// number reads a cell; ok is false where it is no number. The empty cell is
// none. The number has no separators and no needless zeros.
func number(cell string) (n metrics.Number, ok bool) {
	if cell == "" {
		return "", true
	}
	parts := decimal().FindStringSubmatch(cell)
	if parts == nil || len(cell) > mostDigits {
		return "", false
	}
	whole := strings.TrimLeft(strings.ReplaceAll(parts[2], ",", ""), "0")
	rest := strings.TrimRight(parts[3], "0")
	if whole == "" {
		whole = "0"
	}
	if rest == "." {
		rest = ""
	}
	if parts[1] == "-" && whole+rest != "0" {
		whole = "-" + whole
	}
	return metrics.Number(whole + rest), true
}
