package synth

import (
	"fmt"
	"slices"
	"strings"
)

// slot stands for one figure of a frame: {form|number|metric attributes}.
type slot struct {
	form   string // the text, # for the number
	power  int    // of ten, the multiplier behind the number: 4 for 万
	closed bool   // 余 or 多 stands behind the number
	unit   string // as in the text, without multiplier
	number number
	metric string
	role   string // why it is left out: one of roles, "" counted
	mark   string // over, under, about: a mark that stands outside the form
	gap    string // the kind of gap that must be listed
	same   bool   // repeats the slot that its number names
	minus  bool   // the number is a decrease
}

// roles are the attributes that leave a figure out of the sum.
var roles = []string{"target", "reference", "each", "part", "other_period", "stock", "cumulative", "missing", "disputed"}

// multipliers stand behind the number, the longer ones first.
var multipliers = []struct {
	text  string
	power int
}{{"千万", 7}, {"百万", 6}, {"十万", 5}, {"亿", 8}, {"万", 4}, {"千", 3}, {"百", 2}}

func parseSlot(inside string) (*slot, error) {
	cells := strings.Split(inside, "|")
	if len(cells) != 3 {
		return nil, fmt.Errorf("%d cells instead of form, number, metric", len(cells))
	}
	words := strings.Fields(cells[2])
	if len(words) == 0 {
		return nil, fmt.Errorf("no metric")
	}
	s := &slot{form: cells[0], metric: words[0]}
	s.readForm()
	var err error
	if s.number, err = parseNumber(cells[1]); err != nil {
		return nil, err
	}
	for _, w := range words[1:] {
		if err := s.attribute(w); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// readForm finds the unit and the multiplier behind the last number.
func (s *slot) readForm() {
	i := strings.LastIndex(s.form, "#")
	rest := strings.TrimPrefix(s.form[i+1:], "#")
	cutMark := func() {
		for _, m := range [...]string{"余", "多", "来"} {
			if after, ok := strings.CutPrefix(rest, m); ok {
				s.closed, rest = true, after
			}
		}
	}
	if i < 0 { // 十几个, XX万元, 万元
		s.unit = strings.TrimLeft(rest, "一二三四五六七八九十百千万亿数几余多两上来X*")
		return
	}
	cutMark()
	for _, m := range multipliers {
		if after, ok := strings.CutPrefix(rest, m.text); ok && !strings.HasPrefix(rest, "千瓦") && !strings.HasPrefix(rest, "千克") {
			s.power, rest = m.power, after
			break
		}
	}
	cutMark()
	s.unit = rest
}

func (s *slot) attribute(w string) error {
	key, value, _ := strings.Cut(w, "=")
	switch {
	case slices.Contains(roles, w):
		s.role = w
	case w == "over" || w == "under" || w == "about":
		s.mark = w
	case w == "same":
		s.same = true
	case w == "minus":
		s.minus = true
	case w == "lost":
		s.role, s.gap = "missing", "missing"
	case w == "masked":
		s.role, s.gap = "missing", "masked"
	case key == "gap":
		s.gap = value
	case key == "unit":
		s.unit = value
	default:
		return fmt.Errorf("unknown attribute %q", w)
	}
	return nil
}
