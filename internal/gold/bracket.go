package gold

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// markParser collects the problems of one file.
type markParser struct {
	file     string
	codes    []string
	bracket  string // the one being read, without its ends
	problems []error
}

func (p *markParser) problem(format string, args ...any) {
	where := fmt.Sprintf("%s: %s%s%s: ", p.file, openBracket, p.bracket, closeBracket)
	p.problems = append(p.problems, errors.New(where+fmt.Sprintf(format, args...)))
}

// fact reads the inside of a bracket whose surface starts at a code point.
func (p *markParser) fact(inside string, start int) Marked {
	p.bracket = inside
	parts := strings.Split(inside, "|")
	f := Marked{Fact: Fact{Start: start, End: start + utf8.RuneCountInString(parts[0]), Text: parts[0],
		Bound: "exact", Role: "actual", Basis: "total"}}
	if len(parts) > 1 {
		f.Metric = parts[1]
	}
	if !slices.Contains(p.codes, f.Metric) {
		p.problem("unknown metric %q", f.Metric)
	}
	hasUnit := false
	for _, field := range parts[min(2, len(parts)):] {
		p.field(&f, field)
		hasUnit = hasUnit || strings.HasPrefix(field, "unit=")
	}
	p.check(&f, hasUnit)
	return f
}

// field sets one key=value of a bracket.
func (p *markParser) field(f *Marked, field string) {
	key, value, ok := strings.Cut(field, "=")
	if !ok {
		key = "" // a bare word is no field, whatever it says
	}
	switch key {
	case "value":
		p.number(&f.Value, key, value)
	case "high":
		p.number(&f.High, key, value)
	case "bound":
		p.choice(&f.Bound, key, value, "exact", "about", "over", "under", "range")
	case "role":
		p.choice(&f.Role, key, value, "actual", "target", "reference")
	case "basis":
		p.choice(&f.Basis, key, value, "total", "part", "each")
	case "status":
		p.choice(&f.Status, key, value, "", "done", "ongoing", "undone")
	case "unit":
		f.Unit = value
	case "label":
		f.Label = value
	case "missing":
		f.Missing = true
	case "optional":
		f.Optional = true
	case "alt":
		p.alt(f, value)
	default:
		p.problem("bad field %q", field)
	}
}

func (p *markParser) number(dst *string, key, value string) {
	v, ok := parseFloat(value)
	if !ok {
		p.problem("bad %s %q", key, value)
		return
	}
	*dst = showFloat(v)
}

func (p *markParser) choice(dst *string, key, value string, allowed ...string) {
	if !slices.Contains(allowed, value) {
		p.problem("bad %s %q", key, value)
	}
	*dst = value
}

func (p *markParser) alt(f *Marked, value string) {
	f.Alt = strings.Split(value, ",")
	for _, code := range f.Alt {
		if !slices.Contains(p.codes, code) {
			p.problem("unknown alt %q", code)
		}
	}
}

// check looks at a bracket as a whole and fills in the unit that its surface shows.
func (p *markParser) check(f *Marked, hasUnit bool) {
	switch f.kind() {
	case statusKind:
		if f.Status == "" {
			p.problem("a completion_status needs status")
		}
	case quantityKind:
		if f.Value == "" {
			p.problem("no value")
		}
		if !strings.ContainsFunc(f.Text, isNumeral) {
			p.problem("no numeral in the span")
		}
		if !hasUnit {
			f.Unit = defaultUnit(f.Text)
		}
	}
	if f.High != "" && f.Bound == "exact" {
		p.problem("high without bound=range or bound=about")
	}
}
