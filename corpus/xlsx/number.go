package xlsx

import "strings"

// number writes d in the format f; date1904 says from when days count.
func (f *format) number(d decimal, date1904 bool) string {
	d = d.significant(15)
	s := f.section(d)
	switch {
	case s.date:
		return s.moment(d, date1904)
	case len(s.tokens) == 0: // ;; shows nothing, as an empty format never does
		if len(f.sections) > 1 {
			return ""
		}
		return d.general()
	case len(s.tokens) == 1 && s.tokens[0].kind == '@':
		return d.general()
	}
	out := strings.TrimSpace(s.write(d))
	if d.digits == "" && strings.Trim(out, "-—－/ ") == "" {
		return "0" // a dash for zero
	}
	if !d.neg || !strings.ContainsAny(out, "123456789") {
		return out
	}
	if s == &f.sections[0] && s.when == 0 {
		return "-" + out
	}
	return negative(out)
}

// negative gives a number in a format of its own for negative ones its sign,
// where brackets or a colour alone show it.
func negative(out string) string {
	if strings.ContainsAny(out, "-−－△▲▼↓减降负") {
		return out
	}
	for _, pair := range [][2]string{{"(", ")"}, {"（", "）"}} {
		if inner, ok := strings.CutPrefix(out, pair[0]); ok && strings.HasSuffix(inner, pair[1]) {
			out = strings.TrimSpace(strings.TrimSuffix(inner, pair[1]))
		}
	}
	return "-" + out
}

// noise is how many decimals behind the last that is shown a value must differ
// from the shown one; one that differs further down is the trace of a computation
// in binary (0.2 stored as 0.199999999999996).
const noise = 6

// write lays the digits of |d| over the section's places; decimals for which
// there are none follow the last.
func (s *section) write(d decimal) string {
	d.neg = false
	d.exp += s.percent - s.scale
	if d.digits == "" {
		d.exp = 0
	}
	if s.general {
		return s.literals(d.general())
	}
	if shown := d.round(s.places); !s.exact || d.round(s.places+noise) == shown {
		d = shown
	}
	whole, part := d.parts(s.places)
	more := part[s.places:] // decimals that the format rounds away
	if whole == "" && s.whole > 0 && (s.zero || d.digits != "") {
		whole = "0"
	}
	var b strings.Builder
	place, behind := 0, 0
	point := false
	rest := func() {
		if place == s.whole && behind == s.places && more != "" {
			if s.places == 0 {
				b.WriteByte('.')
			}
			b.WriteString(more)
			more = ""
		}
	}
	for _, t := range s.tokens {
		switch t.kind {
		case 'x':
			b.WriteString(t.text)
		case '.':
			point = true
			if whole != "" && s.whole == 0 {
				b.WriteString(whole)
				whole = ""
			} else if s.whole == 0 {
				b.WriteByte('0')
			}
			if optional := s.optional(part, behind); !optional {
				b.WriteByte('.')
			}
		case '0', '#', '?':
			if point {
				if t.kind == '0' || !s.optional(part, behind) {
					b.WriteByte(part[behind])
				}
				behind++
			} else {
				place++
				s.digits(&b, whole, place, t.kind)
			}
			rest()
		}
	}
	return b.String()
}

// optional reports whether nothing of part from byte i on must be shown.
func (s *section) optional(part string, i int) bool {
	if strings.Trim(part[i:], "0") != "" {
		return false
	}
	at, point := 0, false
	for _, t := range s.tokens {
		switch t.kind {
		case '.':
			point = true
		case '0', '#', '?':
			if point {
				if at >= i && t.kind == '0' {
					return false
				}
				at++
			}
		}
	}
	return true
}

// digits writes the digit of a place before the point, counted from 1 on the
// left; the first takes all digits that are too many.
func (s *section) digits(b *strings.Builder, whole string, place int, kind byte) {
	right := s.whole - place // places behind this one
	from, to := len(whole)-right-1, len(whole)-right
	if place == 1 {
		from = 0
	}
	if to <= 0 || from < 0 {
		if kind == '0' {
			b.WriteByte('0')
			s.comma(b, right)
		}
		return
	}
	for i := from; i < to; i++ {
		b.WriteByte(whole[i])
		s.comma(b, len(whole)-1-i)
	}
}

// comma parts thousands; right digits follow.
func (s *section) comma(b *strings.Builder, right int) {
	if s.group && right > 0 && right%3 == 0 {
		b.WriteByte(',')
	}
}

// literals puts the literals of a section around a number that has no places of its own.
func (s *section) literals(number string) string {
	var b strings.Builder
	for _, t := range s.tokens {
		switch t.kind {
		case 'x':
			if strings.TrimSpace(t.text) != "" || b.Len() > 0 {
				b.WriteString(t.text)
			}
		case 'G', '0', '#', '?', '.':
			b.WriteString(number)
			number = ""
		}
	}
	return b.String()
}

// string writes a text in the format f.
func (f *format) string(text string) string {
	if f.text == nil {
		return text
	}
	var b strings.Builder
	for _, t := range f.text.tokens {
		switch t.kind {
		case 'x':
			b.WriteString(t.text)
		case '@', 'G':
			b.WriteString(text)
		}
	}
	return b.String()
}
