package flow

import (
	"strings"
	"unicode"
)

// Height is where a character stands.
type Height uint8

// The heights.
const (
	OnLine Height = iota
	Raised
	Lowered
)

// Heights writes raised and lowered digits so that they do not close up with
// those before: 10⁴ and not 104, and an area is m². The zero value is ready.
type Heights struct {
	at    Height
	apart bool // the run of lowered characters comes behind a digit
}

// Rune is r at its height; before is the character before it, 0 for none.
func (h *Heights) Rune(r rune, at Height, before rune) rune {
	if at != h.at || before == 0 {
		h.at, h.apart = at, unicode.IsDigit(before)
	}
	switch {
	case at == Raised:
		return of(r, superscripts)
	case at == Lowered && h.apart: // not PM2.5, CO2
		return of(r, subscripts)
	}
	return r
}

const (
	plain        = "0123456789+-n"
	superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ"
	subscripts   = "₀₁₂₃₄₅₆₇₈₉₊₋ₙ"
)

func of(r rune, forms string) rune {
	at := strings.IndexRune(plain, r)
	if at < 0 {
		return r
	}
	for _, form := range forms {
		if at == 0 {
			return form
		}
		at--
	}
	return r
}

// Edge says, while it is true, that something was left out behind the text so
// far: a note's reference, a picture, struck text.
type Edge bool

// Parts takes the character that comes next; before is the last one, 0 for
// none. It reports whether the two would close up to a number that nobody wrote:
// Unreadable must then stand between them. A blank would not do, since blanks
// inside numbers are taken for slips.
func (e *Edge) Parts(before, next rune) bool {
	if !*e {
		return false
	}
	*e = Edge(isDigit(before) && isPoint(next)) // 12, then .5 or a full stop
	return (isDigit(before) || isPoint(before)) && isDigit(next)
}

func isPoint(r rune) bool { return r == '.' || r == ',' }

func isDigit(r rune) bool {
	return unicode.IsDigit(r) || strings.ContainsRune("〇零一二两三四五六七八九十百千", r)
}
