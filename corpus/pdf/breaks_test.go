package pdf

import (
	"slices"
	"testing"

	"github.com/klippa-app/go-pdfium/structs"
)

// a4 makes a page of lines and rules, 842 points high.
func a4(number int, rules []rule, ls ...typed) *page {
	p := set(number, ls...)
	p.box = structs.FPDF_FS_RECTF{Right: 595, Top: 842}
	p.rules = rules
	return p
}

// body sets lines as paragraph does, the first at y.
func body(y float64, lines ...string) []typed {
	out := paragraph(lines...)
	for i := range out {
		out[i].y += y - 700
	}
	return out
}

const full20 = "全县上下紧扣年度目标攻坚克难各项工作再上" // 100 to 340

// fullLines are a paragraph of seven lines, which show the margins.
var fullLines = []string{"^" + full20[:54], full20, full20, full20, full20, full20, "新台阶。"}

var fullText = full20[:54] + full20 + full20 + full20 + full20 + full20 + "新台阶。\n"

func TestHeadsInTheMargin(t *testing.T) {
	title := typed{150, 720, 20, "某县工作总结"}
	small := func(y float64, text string) typed { return typed{200, y, 9, text} }
	for _, c := range []struct {
		what string
		one  []typed // of page 1, besides the title and the body
		two  []typed // of page 2, besides the body
		want string  // what stays, behind the body of page 2
		top  string  // what stays before it
		head string  // what stays before the title
	}{
		{what: "on both pages", one: []typed{small(780, "某县文件")}, two: []typed{small(780, "某县文件")}},
		{what: "on both pages, next to the text of the second", two: []typed{small(715, "某县文件")}, one: []typed{small(780, "某县文件")}, top: "某县文件\n"},
		{what: "on both pages, near the text of the second", one: []typed{small(780, "某县文件")}, two: []typed{small(780, "某县文件"), {100, 764, 12, "新台阶。"}}, top: "新台阶。\n"},
		{what: "the title again", two: []typed{{200, 720, 12, "某县工作总结"}}},
		{what: "the title again, spaced", two: []typed{{200, 780, 12, "某县 工作总结"}}},
		{what: "a title below the letterhead again", one: []typed{{200, 810, 30, "某县文件"}}, two: []typed{small(780, "某县工作总结")}, head: "某县文件\n"},
		{what: "on one page", one: []typed{small(780, "某县水利局")}},
		{what: "with its year", two: []typed{small(780, "某县2021年年报")}},
		{what: "a foot on one page", two: []typed{small(40, "某县统计局编印")}},
		{what: "a figure in the margin stays", two: []typed{small(780, "投资12亿元")}, top: "投资12亿元\n"},
		{what: "a line near the text stays", two: []typed{small(717, "各乡镇情况")}, top: "各乡镇情况\n"},
		{what: "print of the body's size stays", two: []typed{{200, 780, 12, "某县文件"}}, top: "某县文件\n"},
		{what: "a unit stays", one: []typed{small(780, "单位：万元")}, two: []typed{small(780, "单位：万元")}, head: "单位：万元\n", top: "单位：万元\n"},
		{what: "how many papers there are, in the body's print", two: []typed{{100, 780, 12, "内部资料 共印80份"}}},
		{what: "how many papers were printed stays", two: []typed{{100, 780, 12, "资料共印制80份"}}, top: "资料共印制80份\n"},
		{what: "what a browser prints", two: []typed{{24, 820, 8, "11/23/26, 3:57 PM"}, {300, 820, 8, "某县2021年总结"}, {24, 17, 8, "file:///tmp/a/%E5%86%9C.html"}, {570, 17, 8, "1/1"}}},
		{what: "a time in the text stays", two: []typed{{100, 540, 12, "2021/11/23 15:57"}}, want: "2021/11/23 15:57\n"},
		{what: "the receivers at the end stay", two: []typed{small(40, "抄送：县委办")}, want: "抄送：县委办\n"},
		{what: "a note stays", two: []typed{small(40, "注：不含市直")}, want: "注：不含市直\n"},
		{what: "a sentence stays", two: []typed{small(40, "以上情况，请审阅。")}, want: "以上情况，请审阅。\n"},
	} {
		one := a4(1, nil, slices.Concat([]typed{title}, c.one, body(690, fullLines...))...)
		two := a4(2, nil, slices.Concat(c.two, body(700, fullLines...))...)
		if got, want := textOf(t, one, two), c.head+"某县工作总结\n"+fullText+c.top+fullText+c.want; got != want {
			t.Errorf("%s:\n got %q\nwant %q", c.what, got, want)
		}
	}
}

func TestNotesAtTheFoot(t *testing.T) {
	cites := func(number string) []typed {
		return slices.Concat(body(700, fullLines...), []typed{{100, 560, 12, "投资12亿元"}, {160, 564, 7, number}, {164, 560, 12, "。"}})
	}
	const text = "投资12亿元"
	short := []rule{{at: 100, lo: 100, hi: 180}}
	for _, c := range []struct {
		what  string
		rules []rule
		lines []typed
		want  string // behind the body of page 1, and behind that of page 2
		end   string
	}{
		{"below a rule", short, append(cites("1"), body(80, "1讲座6场。")...), text + "。\n", "[1] 讲座6场。\n"},
		{"a note that begins with a year", short, append(cites("1"), body(80, "12019年口径。")...), text + "。\n", "[1] 2019年口径。\n"},
		{"two, of which one is cited", short, append(cites("2"), body(80, "2讲座6场。", "3报告会3场。")...), text + "。\n", "[2] 讲座6场。\n[3] 报告会3场。\n"},
		{"of two lines", short, append(cites("1"), body(80, "1全县上下紧扣年度目标攻坚克难各项工作再", "2上新台阶。")...), text + "。\n", "[1] 全县上下紧扣年度目标攻坚克难各项工作再2上新台阶。\n"},
		{"with a mark", short, append(cites("1"), body(80, "[1]讲座6场。")...), text + "。\n", "[1] 讲座6场。\n"},
		{"without a rule, apart", nil, append(cites("1"), body(80, "1讲座6场。")...), text + "。\n", "[1] 讲座6场。\n"},
		{"a figure apart that is not cited", nil, append(cites("2"), body(80, "1个项目完工。")...), text + "。\n1个项目完工。\n", ""},
		{"a figure apart that begins with the number", nil, append(cites("1"), body(80, "12个项目完工。")...), text + "。\n12个项目完工。\n", ""},
		{"a list below the text", nil, append(cites("1"), body(540, "1个项目完工。")...), text + "。\n1个项目完工。\n", ""},
		{"text under a full rule", []rule{{at: 100, lo: 100, hi: 500}}, append(cites("2"), body(80, "1个项目完工。")...), text + "。\n1个项目完工。\n", ""},
		{"an underlined line", []rule{{at: 97, lo: 100, hi: 172}}, slices.Concat(cites("2"), body(100, "主要工作如下"), body(80, "1个项目完工。")), text + "。\n主要工作如下\n1个项目完工。\n", ""},
		{"small print", nil, append(cites("1"), typed{100, 80, 9, "1讲座6场。"}), text + "。\n", "[1] 讲座6场。\n"},
	} {
		got := textOf(t, a4(1, c.rules, c.lines...), a4(2, nil, body(700, fullLines...)...))
		if want := fullText + c.want + fullText + c.end; got != want {
			t.Errorf("%s:\n got %q\nwant %q", c.what, got, want)
		}
	}
}

// TestNoteOverPages reads a note that goes on below the rule of the next page.
func TestNoteOverPages(t *testing.T) {
	short := []rule{{at: 100, lo: 100, hi: 180}}
	one := slices.Concat(body(700, fullLines...), []typed{{100, 560, 12, "投资12亿元"}, {160, 564, 7, "1"}, {164, 560, 12, "。"}}, body(80, "1"+full20[:57]+"，"))
	two := slices.Concat(body(700, fullLines...), body(80, "1个项目完工。"))
	got := textOf(t, a4(1, short, one...), a4(2, short, two...))
	if want := fullText + "投资12亿元。\n" + fullText + "[1] " + full20[:57] + "，1个项目完工。\n"; got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// TestNotesOfColumns reads two columns with notes of their own.
func TestNotesOfColumns(t *testing.T) {
	var ls []typed
	want := ""
	for col, number := range []string{"1", "2"} {
		x := 60 + 240*float64(col)
		for i := range 8 {
			ls = append(ls, typed{x, 700 - 20*float64(i), 12, full20[:48]})
			want += full20[:48]
		}
		ls = append(ls, typed{x, 540, 12, "投资12亿元"}, typed{x + 60, 544, 7, number}, typed{x + 64, 540, 12, "。"}, typed{x, 80, 12, number + "含市直5项。"})
		want += "投资12亿元。\n"
	}
	short := []rule{{at: 100, lo: 60, hi: 120}, {at: 100, lo: 300, hi: 360}}
	if got := textOf(t, a4(1, short, ls...)); got != want+"[1] 含市直5项。\n[2] 含市直5项。\n" {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// ruled sets a table with its top at y: rows of 20 points, columns between xs.
func ruled(y float64, xs []float64, rows ...[]string) (rules []rule, ls []typed) {
	bottom := y - 20*float64(len(rows))
	for i := range len(rows) + 1 {
		rules = append(rules, rule{at: y - 20*float64(i), lo: xs[0], hi: xs[len(xs)-1]})
	}
	for _, x := range xs {
		rules = append(rules, rule{upright: true, at: x, lo: bottom, hi: y})
	}
	for i, row := range rows {
		for k, cell := range row {
			if cell != "" {
				ls = append(ls, typed{xs[k] + 5, y - 20*float64(i) - 14, 12, cell})
			}
		}
	}
	return rules, ls
}

func TestTablesOverPages(t *testing.T) {
	three, two := []float64{100, 200, 300, 400}, []float64{100, 200, 400}
	head := []string{"乡镇", "水渠", "河道"}
	for _, c := range []struct {
		what   string
		before []typed // lines of the second page over its table
		xs     []float64
		rows   [][]string
		want   string
	}{
		{"goes on", nil, three, [][]string{{"云溪乡", "3", "5"}}, "乡镇\t水渠\t河道\n石桥镇\t3\t5\n云溪乡\t3\t5\n\n"},
		{"the same figures again are another row", nil, three, [][]string{{"石桥镇", "3", "5"}}, "乡镇\t水渠\t河道\n石桥镇\t3\t5\n石桥镇\t3\t5\n\n"},
		{"headlines again", nil, three, [][]string{head, {"云溪乡", "3", "5"}}, "乡镇\t水渠\t河道\n石桥镇\t3\t5\n云溪乡\t3\t5\n\n"},
		{"other headlines", nil, three, [][]string{{"乡镇", "演出", "观众"}, {"云溪乡", "3", "5"}}, "乡镇\t水渠\t河道\n石桥镇\t3\t5\n\n乡镇\t演出\t观众\n云溪乡\t3\t5\n\n"},
		{"merged cells only", nil, two, [][]string{{"合计", "8"}}, "乡镇\t水渠\t河道\n石桥镇\t3\t5\n合计\t8\t\n\n"},
		{"other columns", nil, []float64{100, 160, 250, 400}, [][]string{{"云溪乡", "3", "5"}}, "乡镇\t水渠\t河道\n石桥镇\t3\t5\n\n云溪乡\t3\t5\n\n"},
		{"a line that says so", []typed{{200, 710, 12, "续表1"}}, three, [][]string{head, {"云溪乡", "3", "5"}}, "乡镇\t水渠\t河道\n石桥镇\t3\t5\n云溪乡\t3\t5\n\n"},
		{"its caption again", []typed{{200, 710, 12, "各乡镇情况"}}, three, [][]string{head, {"云溪乡", "3", "5"}}, "乡镇\t水渠\t河道\n石桥镇\t3\t5\n云溪乡\t3\t5\n\n"},
		{"a unit over another table", []typed{{200, 710, 12, "单位：万元"}}, three, [][]string{{"部门", "收入", "支出"}, {"教育局", "3", "5"}}, "乡镇\t水渠\t河道\n石桥镇\t3\t5\n\n单位：万元\n\n部门\t收入\t支出\n教育局\t3\t5\n\n"},
		{"another caption", []typed{{200, 710, 12, "各村情况"}}, three, [][]string{{"甲村", "3", "5"}}, "乡镇\t水渠\t河道\n石桥镇\t3\t5\n\n各村情况\n\n甲村\t3\t5\n\n"},
	} {
		r1, l1 := ruled(140, three, head, []string{"石桥镇", "3", "5"})
		r2, l2 := ruled(700, c.xs, c.rows...)
		one := a4(1, r1, slices.Concat(body(700, fullLines...), []typed{{200, 170, 12, "各乡镇情况"}, {200, 150, 12, "单位：万元"}}, l1)...)
		got := textOf(t, one, a4(2, r2, append(c.before, l2...)...))
		if want := fullText + "各乡镇情况\n单位：万元\n\n" + c.want; got != want {
			t.Errorf("%s:\n got %q\nwant %q", c.what, got, want)
		}
	}
}

func TestLinesThatEndParagraphs(t *testing.T) {
	right := func(y float64, text string) typed { return typed{268, y, 12, text} } // to 340
	for _, c := range []struct {
		what  string
		lines []typed
		want  string
	}{
		{"a date to the right and a note", []typed{right(540, "二〇二一年末"), {124, 520, 12, "[1] 讲座6场。"}}, "二〇二一年末\n[1] 讲座6场。\n"},
		{"a date to the right and a line at the margin", []typed{right(540, "二〇二一年末"), {100, 520, 12, "联系电话"}}, "二〇二一年末\n联系电话\n"},
		{"two lines to the right", []typed{right(540, "某县某某局办"), right(520, "二〇二一年末")}, "某县某某局办\n二〇二一年末\n"},
		{"a note behind a full line", []typed{{100, 540, 12, full20}, {100, 520, 12, "注：不含市直"}}, full20 + "\n注：不含市直\n"},
		{"a heading behind a full line that ends a sentence", []typed{{100, 540, 12, full20[:57] + "。"}, {100, 520, 12, "二、各乡镇情况"}}, full20[:57] + "。\n二、各乡镇情况\n"},
		{"a number in a row behind one", []typed{{124, 560, 12, full20[:54]}, {100, 540, 12, full20[:57] + "。"}, {100, 520, 12, "一、二、三产业都好"}}, full20[:54] + full20[:57] + "。一、二、三产业都好\n"},
		{"a heading behind an indented paragraph", []typed{{124, 560, 12, full20[:54]}, {100, 540, 12, full20[:57] + "；"}, {100, 520, 12, "（二）各乡镇情况"}}, full20[:54] + full20[:57] + "；\n（二）各乡镇情况\n"},
		{"a mark within a sentence", []typed{{100, 540, 12, full20}, {100, 520, 12, "[1]，见附件"}}, full20 + "[1]，见附件\n"},
	} {
		if got := textOf(t, a4(1, nil, append(body(700, fullLines...), c.lines...)...)); got != fullText+c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.what, got, fullText+c.want)
		}
	}
}
