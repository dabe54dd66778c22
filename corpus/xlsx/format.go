package xlsx

import (
	"strings"
	"unicode/utf8"
)

// format is a number format (ECMA-376 part 1, 18.8.31), compiled.
type format struct {
	sections []section
	text     *section // of texts, nil where they stand as they are
}

// section is one of the parts that ; separates.
type section struct {
	tokens  []token
	when    byte // '<', '>', '=', 'l' (<=), 'g' (>=), 'n' (<>), 0 for by place
	bound   decimal
	percent int // powers of ten: 2 for %
	scale   int // powers of ten that trailing commas take off
	places  int // decimals
	whole   int // digit places before the point
	group   bool
	zero    bool // a place before the point shows a zero
	exact   bool // it only rounds: all decimals are written
	general bool // General, or a form that is written like it: fractions, exponents
	date    bool
}

// token is a piece of a section: a literal, or a place.
type token struct {
	kind byte // 'x' literal, '0' '#' '?' digit place, '.' point, '@' text, 'G' General, or a letter of dates
	text string
}

// compile reads a format's code.
func compile(code string) *format {
	f := &format{}
	for {
		s, rest := parseSection(code)
		f.sections = append(f.sections, s)
		if rest == "" {
			break
		}
		code = rest[1:]
	}
	if n := len(f.sections); n >= 4 {
		f.text, f.sections = &f.sections[3], f.sections[:3]
	}
	return f
}

// parseSection reads up to the next ; which begins the rest.
func parseSection(s string) (section, string) {
	var out section
	add := func(kind byte, text string) { out.tokens = append(out.tokens, token{kind, text}) }
	for s != "" && s[0] != ';' {
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case r == '"':
			text, rest, _ := strings.Cut(s[1:], `"`)
			add('x', text)
			s = rest
			continue
		case r == '\\' || r == '!':
			_, m := utf8.DecodeRuneInString(s[n:])
			add('x', s[n:n+m])
			n += m
		case r == '_' || r == '*': // as wide as the next, filled up with it
			_, m := utf8.DecodeRuneInString(s[n:])
			n += m
		case r == '[':
			text, rest, _ := strings.Cut(s[1:], "]")
			out.bracket(text, add)
			s = rest
			continue
		case len(s) >= 7 && strings.EqualFold(s[:7], "general"):
			add('G', "")
			n = 7
		case r == 'E' && len(s) > 1 && (s[1] == '+' || s[1] == '-'):
			add('E', "")
			n = 2
		case hasAMPM(s) > 0:
			n = hasAMPM(s)
		case strings.ContainsRune("0#?.,@/", r):
			add(byte(r), "")
		case r == '%':
			out.percent += 2
			add('x', "%")
		case strings.ContainsRune("ymdhsegbaYMDHSEGBA", r):
			kind := byte(r) | 0x20
			for n < len(s) && s[n]|0x20 == kind {
				n++
			}
			add(kind, s[:n])
		default:
			add('x', s[:n])
		}
		s = s[n:]
	}
	out.measure()
	return out, s
}

func hasAMPM(s string) int {
	for _, w := range []string{"AM/PM", "am/pm", "A/P", "a/p", "上午/下午"} {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	return 0
}

// bracket reads what stands in [ ]: a condition, a currency, elapsed time;
// colours and the like show nothing.
func (s *section) bracket(text string, add func(byte, string)) {
	switch {
	case strings.HasPrefix(text, "$"):
		sign, _, _ := strings.Cut(text[1:], "-")
		add('x', sign)
	case text != "" && strings.ContainsRune("<>=", rune(text[0])):
		s.when = text[0]
		value := text[1:]
		switch {
		case strings.HasPrefix(text, "<="):
			s.when, value = 'l', text[2:]
		case strings.HasPrefix(text, ">="):
			s.when, value = 'g', text[2:]
		case strings.HasPrefix(text, "<>"):
			s.when, value = 'n', text[2:]
		}
		s.bound, _ = parseDecimal(value)
	case text != "" && strings.Trim(text, "hH") == "", text != "" && strings.Trim(text, "mM") == "", text != "" && strings.Trim(text, "sS") == "":
		add(text[0]|0x20, "["+text+"]")
	}
}

// measure finds out what the tokens amount to.
func (s *section) measure() {
	point, last, lastWhole, dot := false, -1, -1, len(s.tokens)
	for i, t := range s.tokens {
		switch t.kind {
		case '0', '#', '?':
			last = i
			if point {
				s.places++
			} else {
				s.whole++
				lastWhole = i
				s.zero = s.zero || t.kind == '0'
			}
		case '.':
			if !point {
				point, dot = true, i
			}
		case 'E', '/', 'G':
			s.general = true
		case 'y', 'm', 'd', 'h', 's', 'e':
			s.date = true
		}
	}
	digits := 0
	for i, t := range s.tokens {
		switch {
		case t.kind == '0' || t.kind == '#' || t.kind == '?':
			digits++
		case t.kind == ',' && last >= 0 && (i > last || i > lastWhole && i < dot):
			s.scale += 3
		case t.kind == ',' && digits > 0:
			s.group = true
		}
	}
	s.exact = !s.date && !s.general && s.percent == 0 && s.scale == 0 && s.whole > 0 && s.oneRun()
	if s.date {
		s.general = false
		return
	}
	for i, t := range s.tokens { // letters of dates without a date: b, g, a
		if strings.IndexByte("bga", t.kind) >= 0 {
			s.tokens[i] = token{'x', t.text}
		}
	}
}

// oneRun reports whether nothing but commas and a point with decimals stands
// between the places for digits: 0!.0 moves the point, 000-0000 is no number.
func (s *section) oneRun() bool {
	state, points := 0, 0 // before, in and behind the places
	for _, t := range s.tokens {
		switch place := strings.IndexByte("0#?,.", t.kind) >= 0; {
		case place && state == 2, t.kind == '@':
			return false
		case place:
			state = 1
			if t.kind == '.' {
				points++
			}
		case state == 1:
			state = 2
		}
	}
	return points == 0 && s.places == 0 || points == 1 && s.places > 0
}

// holds reports whether d meets the section's condition.
func (s *section) holds(d decimal) bool {
	c := d.compare(s.bound)
	switch s.when {
	case '<':
		return c < 0
	case '>':
		return c > 0
	case '=':
		return c == 0
	case 'l':
		return c <= 0
	case 'g':
		return c >= 0
	}
	return c != 0
}

// section chooses the section for d: by conditions, else positive, negative, zero.
func (f *format) section(d decimal) *section {
	s := f.sections
	if s[0].when != 0 || len(s) > 1 && s[1].when != 0 {
		for i := range s {
			if s[i].when == 0 && (i > 0 || !d.neg) || s[i].when != 0 && s[i].holds(d) {
				return &s[i]
			}
		}
		return &s[len(s)-1]
	}
	switch {
	case d.neg && len(s) > 1:
		return &s[1]
	case d.digits == "" && len(s) > 2:
		return &s[2]
	}
	return &s[0]
}
