package pdf

import (
	"slices"
	"testing"
)

// TestReferences sets a line with a raised mark, and a note where there is one.
func TestReferences(t *testing.T) {
	for _, c := range []struct {
		what                string
		before, mark, after string
		note                string
		want                string
	}{
		{"between a number and its unit", "植树1260", "2", "株。", "2含补植。", "植树1260株。\n[2] 含补植。\n"},
		{"without a note", "投资120", "1", "万元。", "", "投资120万元。\n"},
		{"in brackets", "宣传26", "[1]", "场。", "1含补植。", "宣传26场。\n[1] 含补植。\n"},
		{"a circled number", "宣传26", "②", "场。", "②含补植。", "宣传26场。\n[2] 含补植。\n"},
		{"between two numbers", "讲座12", "1", "34场", "", "讲座12 34场\n"},
		{"a unit of area", "绿地360m", "2", "。", "", "绿地360m²。\n"},
		{"a unit of volume", "蓄水12米", "3", "。", "", "蓄水12米³。\n"},
		{"behind a word that ends like a unit", "产玉米", "2", "吨", "", "产玉米吨\n"},
		{"a note behind a unit", "修路12公里", "2", "。", "2含改建。", "修路12公里。\n[2] 含改建。\n"},
		{"a power of ten", "1.2×10", "4", "亩", "", "1.2×10⁴亩\n"},
		{"a power of ten or a note", "讲座10", "4", "场", "4含补植。", "讲座10场\n[4] 含补植。\n"},
	} {
		x := 100.0
		var ls []typed
		for i, part := range []string{c.before, c.mark, c.after} {
			l := typed{x, 560, 12, part}
			if i == 1 {
				l.y, l.size = 564, 7
			}
			ls = append(ls, l)
			for _, r := range part {
				if isNarrow(r) {
					x += l.size / 2
				} else {
					x += l.size
				}
			}
		}
		var rules []rule
		if c.note != "" {
			ls = append(ls, typed{100, 80, 12, c.note})
			rules = []rule{{at: 100, lo: 100, hi: 180}}
		}
		if got := textOf(t, a4(1, rules, slices.Concat(body(700, fullLines...), ls)...)); got != fullText+c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.what, got, fullText+c.want)
		}
	}
}

// TestReferenceBeforeAStop sets a line that has no more than a reference in
// front of its stop.
func TestReferenceBeforeAStop(t *testing.T) {
	ls := slices.Concat(body(700, fullLines[:6]...), []typed{{100, 584, 9, "[4]"}, {113.5, 580, 12, "。"}})
	want := fullText[:len(fullText)-len("新台阶。\n")] + "。\n"
	if got := textOf(t, a4(1, nil, ls...)); got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
