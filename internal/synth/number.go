package synth

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
)

// number says how the number of a slot is drawn.
type number struct {
	name   string // others refer to it by this
	style  Style
	styled bool
	vague  bool     // no digits in the text: the form says it all, [low, high] is what it claims
	ranges []bounds // one, or two for the ends of a range
	ref    *reference
	none   bool // lost or masked
}

// bounds are [low, high] in steps, all in units of 10^-places.
type bounds struct {
	low, high, step int64
	places          int
	open            bool // only low is claimed (上千)
}

// reference makes a number of others that were drawn before in the frame.
type reference struct {
	op     string   // = * - + / %
	names  []string // what it is made of
	low    int64    // for *: thousandths
	high   int64
	by     int64 // for /: the divisor
	places int   // of the result, for / and %
}

// drawn is a number that was drawn: n / 10^places.
type drawn struct {
	n      int64
	places int
	fact   int // its index in the report
}

func (d drawn) rat() *big.Rat { return new(big.Rat).SetFrac(big.NewInt(d.n), pow10(d.places)) }

var styleNames = map[string]Style{"cn": Chinese, "fw": FullWidth, "comma": Comma, "plain": Arabic}

func parseNumber(text string) (number, error) {
	n := number{none: text == ""}
	if name, rest, ok := strings.Cut(text, "="); ok {
		n.name, text = name, rest
	}
	if style, rest, ok := strings.Cut(text, ":"); ok {
		if s, known := styleNames[style]; known {
			n.style, n.styled, text = s, true, rest
		}
	}
	switch {
	case n.none:
		return n, nil
	case text == "":
		return n, fmt.Errorf("no number after =")
	case strings.Contains(text, "~"):
		n.vague = true
		b, err := parseBounds(strings.Replace(text, "~", "..", 1))
		n.ranges = []bounds{b}
		return n, err
	case text[0] >= 'a' && text[0] <= 'z':
		var err error
		n.ref, err = parseReference(text)
		return n, err
	}
	for part := range strings.SplitSeq(text, ",") {
		b, err := parseBounds(strings.TrimPrefix(part, "+"))
		if err != nil {
			return n, err
		}
		n.ranges = append(n.ranges, b)
	}
	return n, nil
}

// parseBounds reads LOW..HIGH, LOW..HIGH/STEP, LOW.. (nothing claimed above) or a fixed number.
func parseBounds(text string) (b bounds, err error) {
	text, step, stepped := strings.Cut(text, "/")
	low, high, two := strings.Cut(text, "..")
	if !two {
		high = low
	}
	if high == "" {
		high, b.open = low, true
	}
	b.places = max(decimals(low), decimals(high), decimals(step))
	if !stepped {
		step = "1"
		b.step = 1
	}
	var errs [3]error
	b.low, errs[0] = scaled(low, b.places)
	b.high, errs[1] = scaled(high, b.places)
	if stepped {
		b.step, errs[2] = scaled(step, b.places)
	}
	for _, e := range errs {
		if e != nil {
			return b, e
		}
	}
	if b.high < b.low || b.step <= 0 {
		return b, fmt.Errorf("bad range %s", text)
	}
	return b, nil
}

func decimals(s string) int {
	_, frac, _ := strings.Cut(s, ".")
	return len(frac)
}

func scaled(s string, places int) (int64, error) {
	whole, frac, _ := strings.Cut(s, ".")
	return strconv.ParseInt(whole+frac+strings.Repeat("0", places-len(frac)), 10, 64)
}

// parseReference reads a, a*0.2..0.5, a-b-c, a+b, a/10000:1 (rounded down to
// one place) or a%b:1 (the share of a in b, one place).
func parseReference(text string) (*reference, error) {
	at := strings.IndexAny(text, "*-+/%")
	if at < 0 {
		return &reference{op: "=", names: []string{text}}, nil
	}
	r := &reference{op: text[at : at+1], names: []string{text[:at]}}
	rest := text[at+1:]
	var err error
	switch r.op {
	case "*":
		var b bounds
		b, err = parseBounds(rest)
		for ; b.places < 3; b.places++ {
			b.low, b.high = b.low*10, b.high*10
		}
		r.low, r.high = b.low, b.high
	case "/", "%":
		by, places, _ := strings.Cut(rest, ":")
		if places != "" {
			r.places, err = strconv.Atoi(places)
		}
		if r.op == "%" {
			r.names = append(r.names, by)
		} else if err == nil {
			r.by, err = strconv.ParseInt(by, 10, 64)
		}
	default:
		r.names = append(r.names, strings.Split(rest, r.op)...)
	}
	return r, err
}

func (b bounds) draw(rng *rand.Rand) drawn {
	n := b.low + b.step*rng.Int64N((b.high-b.low)/b.step+1)
	return drawn{n: n, places: b.places}
}

// draw makes the number of what was drawn before.
func (r *reference) draw(rng *rand.Rand, seen map[string]drawn) (drawn, error) {
	var of []drawn
	for _, name := range r.names {
		d, ok := seen[name]
		if !ok {
			return drawn{}, fmt.Errorf("nothing named %s before", name)
		}
		of = append(of, d)
	}
	a := of[0]
	switch r.op {
	case "*":
		part := a.n * (r.low + rng.Int64N(r.high-r.low+1)) / 1000
		return drawn{n: max(part, 1), places: a.places}, nil
	case "/":
		return drawn{n: floor(new(big.Rat).Quo(a.rat(), big.NewRat(r.by, 1)), r.places), places: r.places}, nil
	case "%":
		share := new(big.Rat).Quo(a.rat(), of[1].rat())
		share.Mul(share, big.NewRat(100, 1)).Add(share, new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Mul(big.NewInt(2), pow10(r.places))))
		return drawn{n: floor(share, r.places), places: r.places}, nil
	case "-", "+":
		for _, d := range of[1:] {
			if d.places != a.places {
				return drawn{}, fmt.Errorf("%v have different decimals", r.names)
			}
			if r.op == "-" {
				d.n = -d.n
			}
			a.n += d.n
		}
	}
	return a, nil
}

// floor is r × 10^places rounded down; r is not negative.
func floor(r *big.Rat, places int) int64 {
	r = new(big.Rat).Mul(r, new(big.Rat).SetInt(pow10(places)))
	return new(big.Int).Quo(r.Num(), r.Denom()).Int64()
}
