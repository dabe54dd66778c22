package synth

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
)

// Fact is one figure of a generated report and what must become of it.
type Fact struct {
	Frame      string
	Start, End int    // bytes in the file's text
	Text       string // as it stands there
	Metric     string // code
	Unit       string // as in the text, without multiplier
	Base       string // what is summed

	// Value is in Base; Low and High are the ends of what is claimed, nil where
	// there is none. All are nil where the number is lost or masked.
	Value, Low, High *big.Rat

	Bound  string // exact, about, over, under, range
	Reason string // why it is not summed, "" where it is
	Gap    string // the kind of gap that must be listed for it, "" none
	Of     int    // index of the fact it repeats or is a part of, in its report; -1 none
}

// notAdditive are the metrics whose totals may not be summed.
var notAdditive = map[string]bool{"service_hours": true, "coverage_rate": true, "completion_rate": true, "change": true, "other": true}

// drawing is a report that is being written.
type drawing struct {
	rng   *rand.Rand
	style Style
	words *strings.Replacer // <县> <半年> …
	text  strings.Builder
	facts []Fact
	seen  map[string]drawn
	frame string
	err   error
}

// put writes the tokens of one frame.
func (d *drawing) put(tokens []token) {
	for _, t := range tokens {
		if t.slot == nil {
			d.words.WriteString(&d.text, t.text)
		} else if err := d.slot(t.slot); err != nil && d.err == nil {
			d.err = fmt.Errorf("frame %s: {%s}: %w", d.frame, t.slot.form, err)
		}
	}
}

func (d *drawing) slot(s *slot) error {
	f := Fact{Frame: d.frame, Metric: s.metric, Unit: s.unit, Gap: s.gap, Of: -1, Start: d.text.Len()}
	var factor *big.Rat
	f.Base, factor = based(s.unit)
	first, err := d.number(s, &f, factor)
	if err != nil {
		return err
	}
	f.Reason = s.reason()
	if r := s.number.ref; r != nil && (s.same || s.role == "part") {
		f.Of = d.seen[r.names[0]].fact
	}
	f.End = d.text.Len()
	f.Text = d.text.String()[f.Start:]
	if s.number.name != "" {
		first.fact = len(d.facts)
		d.seen[s.number.name] = first
	}
	d.facts = append(d.facts, f)
	return nil
}

// reason is why the figure is left out, the first that fits of those the
// codebook lists for left_out.
func (s *slot) reason() string {
	switch {
	case s.same:
		return "repeated"
	case s.role == "stock" || s.role == "cumulative":
		if notAdditive[s.metric] {
			return "not_additive"
		}
		return s.role
	case s.role != "":
		return s.role
	case notAdditive[s.metric]:
		return "not_additive"
	}
	return ""
}

// number draws the slot's number or numbers, writes the form and fills in the
// value and the interval. It returns the first number.
func (d *drawing) number(s *slot, f *Fact, factor *big.Rat) (drawn, error) {
	n := &s.number
	var list []drawn
	switch {
	case n.none:
		d.text.WriteString(s.form)
		return drawn{}, nil
	case n.vague:
		d.text.WriteString(s.form)
		b := n.ranges[0]
		low, high := drawn{n: b.low, places: b.places}, drawn{n: b.high, places: b.places}
		f.Value, f.Low, f.Bound = product(low.rat(), factor), product(low.rat(), factor), "about"
		if f.High = product(high.rat(), factor); b.open {
			f.High, f.Bound = nil, "over"
		}
		return low, nil
	case n.ref != nil:
		one, err := n.ref.draw(d.rng, d.seen)
		if err != nil {
			return one, err
		}
		list = []drawn{one}
	default:
		for i, b := range n.ranges {
			one := b.draw(d.rng)
			if i > 0 { // the far end of a range
				one.n += list[0].n
			}
			list = append(list, one)
		}
	}
	d.write(s, list)
	s.claim(f, list, factor)
	return list[0], nil
}

// write writes the form with the numbers in the place of #.
func (d *drawing) write(s *slot, list []drawn) {
	style := d.style
	if s.number.styled {
		style = s.number.style
	}
	parts := strings.Split(s.form, "#")
	for i, p := range parts {
		d.text.WriteString(p)
		if i < len(parts)-1 {
			one := list[min(i, len(list)-1)]
			d.text.WriteString(style.write(one.n, one.places))
		}
	}
}

// claim fills in value, interval and bound.
func (s *slot) claim(f *Fact, list []drawn, factor *big.Rat) {
	factor = product(factor, new(big.Rat).SetInt(pow10(s.power)))
	v := product(list[0].rat(), factor)
	f.Value, f.Low, f.High, f.Bound = v, v, v, "exact"
	switch {
	case len(list) > 1:
		f.High, f.Bound = product(list[1].rat(), factor), "range"
	case s.closed: // 120余 is below 130
		f.High = new(big.Rat).Add(v, product(lastDigit(list[0]), factor))
		f.Bound = "over"
	case s.mark == "over":
		f.High, f.Bound = nil, "over"
	case s.mark == "under":
		f.Low, f.Bound = nil, "under"
	case s.mark == "about":
		f.Low, f.High, f.Bound = nil, nil, "about"
	}
	if s.minus {
		f.Value = new(big.Rat).Neg(v)
		f.Low, f.High = f.Value, f.Value
	}
}

// lastDigit is one unit of the last digit of d that is not zero.
func lastDigit(d drawn) *big.Rat {
	one := int64(1)
	for n := d.n; n != 0 && n%10 == 0; n /= 10 {
		one *= 10
	}
	return new(big.Rat).SetFrac(big.NewInt(one), pow10(d.places))
}

func product(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
