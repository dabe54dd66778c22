package pdf

import (
	"slices"
	"testing"
)

func TestStruckText(t *testing.T) {
	line := []typed{{100, 560, 12, "慰问群众1221户。"}} // 48 points, digits of 6
	over := func(y, lo, hi float64) []rule { return []rule{{at: y, lo: lo, hi: hi}} }
	for _, c := range []struct {
		what   string
		rules  []rule
		colors []int // from which digit on, in another colour
		want   string
	}{
		{"struck digits go", over(563.5, 148, 160), nil, "慰问群众21户。\n"},
		{"in the middle of a number", over(563.5, 154, 166), []int{1}, "慰问群众11户。\n"},
		{"words", over(563.5, 124, 148), nil, "慰问1221户。\n"},
		{"underlined digits stay", over(558.5, 148, 160), nil, "慰问群众1221户。\n"},
		{"a rule that runs over the line stays one", over(563.5, 90, 300), nil, "慰问群众1221户。\n"},
		{"the rule of a table through no glyph's end", over(563.5, 151, 166), nil, "慰问群众1221户。\n"},
		{"two colours are two numbers", nil, []int{2}, "慰问群众12 21户。\n"},
	} {
		p := a4(1, c.rules, slices.Concat(body(700, fullLines...), line)...)
		digits := 0
		for i := range p.glyphs {
			if g := &p.glyphs[i]; isDigit(g.r) {
				if len(c.colors) > 0 && digits >= c.colors[0] {
					g.color = 255
				}
				digits++
			}
		}
		p.dropStruck()
		if got := textOf(t, p); got != fullText+c.want {
			t.Errorf("%s: %q", c.what, got)
		}
	}
}

// TestAllStruck reads a page with a struck line, and one with a struck cell.
func TestAllStruck(t *testing.T) {
	xs := []float64{100, 200, 300}
	rules, ls := ruled(540, xs, []string{"乡镇", "水渠"}, []string{"石桥镇", "35"})
	rules = append(rules, rule{at: 563.5, lo: 100, hi: 148}, rule{at: 509.5, lo: 205, hi: 217})
	p := a4(1, rules, slices.Concat(body(700, fullLines...), []typed{{100, 560, 12, "慰问群众"}}, ls)...)
	p.dropStruck()
	if got, want := textOf(t, p), fullText+"\n乡镇\t水渠\n石桥镇\t\n\n"; got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
