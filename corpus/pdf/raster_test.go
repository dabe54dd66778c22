package pdf

import (
	"slices"
	"strings"
	"testing"
)

// row sets cells of 12 points, each at the x of its column.
func row(y float64, xs []float64, cells ...string) []typed {
	var out []typed
	for i, c := range cells {
		if c != "" {
			out = append(out, typed{xs[i], y, 12, c})
		}
	}
	return out
}

func TestRowsOfSeveralLines(t *testing.T) {
	xs := []float64{100, 240, 330}
	three := func(ys ...float64) (rules []rule) {
		for _, y := range ys {
			rules = append(rules, rule{at: y, lo: 96, hi: 400})
		}
		return rules
	}
	head := row(680, xs, "单位", "演出（场）", "观众（人）")
	for _, c := range []struct {
		what  string
		rules []rule
		lines []typed
		want  string
	}{
		{"a label goes on below its row, at the rows' pitch", three(696, 676, 596), slices.Concat(head,
			row(660, xs, "石桥镇综合文化站点", "15", "6855"), row(640, xs, "（含分馆）"), row(620, xs, "云溪乡", "16", "820"), row(600, xs, "青山乡", "7", "91")),
			"单位\t演出（场）\t观众（人）\n石桥镇综合文化站点（含分馆）\t15\t6855\n云溪乡\t16\t820\n青山乡\t7\t91\n\n"},
		{"without rules too", nil, slices.Concat(head,
			row(660, xs, "石桥镇综合文化站点", "15", "6855"), row(640, xs, "（含分馆）"), row(620, xs, "云溪乡", "16", "820"), row(600, xs, "青山乡", "7", "91")),
			"单位\t演出（场）\t观众（人）\n石桥镇综合文化站点（含分馆）\t15\t6855\n云溪乡\t16\t820\n青山乡\t7\t91\n\n"},
		{"below the last row", three(696, 676, 616), slices.Concat(head,
			row(660, xs, "云溪乡", "16", "820"), row(640, xs, "石桥镇综合文化站点", "15", "6855"), row(624, xs, "（含分馆）"), row(600, xs, "注：不含市直。")),
			"单位\t演出（场）\t观众（人）\n云溪乡\t16\t820\n石桥镇综合文化站点（含分馆）\t15\t6855\n\n注：不含市直。\n"},
		{"in the middle of two lines", nil, slices.Concat(head,
			row(660, xs, "云溪乡", "16", "820"), row(641, xs, "石桥镇综合"), row(634, xs, "", "15", "6855"), row(627, xs, "文化站"), row(608, xs, "青山乡", "7", "91")),
			"单位\t演出（场）\t观众（人）\n云溪乡\t16\t820\n石桥镇综合文化站\t15\t6855\n青山乡\t7\t91\n\n"},
		{"the head has two lines", nil, slices.Concat(row(690, xs, "单位", "演出", "观众"), row(678, xs, "", "（场）", "（人）"),
			row(658, xs, "云溪乡", "16", "820"), row(638, xs, "石桥镇", "15", "6855"), row(618, xs, "青山乡", "7", "91")),
			"单位\t演出（场）\t观众（人）\n云溪乡\t16\t820\n石桥镇\t15\t6855\n青山乡\t7\t91\n\n"},
		{"the name of a group is a row of its own", three(696, 676, 596), slices.Concat(head,
			row(660, xs, "云溪乡", "16", "820"), row(640, xs, "二、街道"), row(620, xs, "城关街道办", "16", "820"), row(600, xs, "青山街道", "7", "91")),
			"单位\t演出（场）\t观众（人）\n云溪乡\t16\t820\n二、街道\t\t\n城关街道办\t16\t820\n青山街道\t7\t91\n\n"},
		{"a caption between two tables of one width", three(696, 656, 616, 576), slices.Concat(head,
			row(660, xs, "云溪乡", "16", "820"), row(636, xs, "各街道情况"), row(600, xs, "单位", "演出（场）", "观众（人）"), row(580, xs, "城关街道", "7", "91")),
			"单位\t演出（场）\t观众（人）\n云溪乡\t16\t820\n\n各街道情况\n\n单位\t演出（场）\t观众（人）\n城关街道\t7\t91\n\n"},
		{"a paragraph behind a table", nil, slices.Concat(head,
			row(660, xs, "石桥镇综合文化站点", "15", "6855"), row(640, xs, "云溪乡", "16", "820"), row(620, xs, "全县共有文化站十四个。")),
			"单位\t演出（场）\t观众（人）\n石桥镇综合文化站点\t15\t6855\n云溪乡\t16\t820\n\n全县共有文化站十四个。\n"},
	} {
		if got := textOf(t, a4(1, c.rules, c.lines...)); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.what, got, c.want)
		}
	}
}

func TestCellsSideBySide(t *testing.T) {
	for _, c := range []struct {
		what  string
		lines []typed
		want  string
	}{
		{"two figures where another row has two cells", slices.Concat(
			row(680, []float64{100, 250, 300}, "观众", "35200", "30118"), []typed{{100, 660, 12, "图书"}, {250, 660, 12, "35200"}, {288, 660, 12, "3011.8"}}),
			"观众\t35200\t30118\n图书\t35200\t3011.8\n\n"},
		{"two figures with a gap at one place in all rows", slices.Concat(
			row(680, []float64{100, 250, 288}, "观众", "35200", "3011.8"), row(660, []float64{100, 250, 288}, "图书", "12860", "9300.5")),
			"观众\t35200\t3011.8\n图书\t12860\t9300.5\n\n"},
		{"a number with a space in front of its thousands", slices.Concat(
			row(680, []float64{100, 250}, "观众", "35 200"), row(660, []float64{100, 250}, "图书", "12 860")),
			"观众\t35 200\n图书\t12 860\n\n"},
		{"headlines that touch", []typed{{100, 680, 12, "机构"}, {180, 680, 12, "门诊（人次）"}, {251.4, 680, 12, "住院（人次）"}, {100, 660, 12, "柳溪镇"}, {216, 660, 12, "18642"}, {290, 660, 12, "523"}},
			"机构\t门诊（人次）\t住院（人次）\n柳溪镇\t18642\t523\n\n"},
	} {
		if got := textOf(t, a4(1, nil, c.lines...)); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.what, got, c.want)
		}
	}
}

// TestManyRows reads a page of more rows than are put together.
func TestManyRows(t *testing.T) {
	var ls []typed
	for i := range 3000 {
		ls = append(ls, typed{100, 800 - 0.25*float64(i), 0.2, "全县"}, typed{105 + 0.5*float64(i%7), 800 - 0.25*float64(i), 0.2, "12"})
	}
	if got := textOf(t, a4(1, nil, ls...)); strings.Count(got, "12") != 3000 {
		t.Errorf("%d rows", strings.Count(got, "12"))
	}
}
