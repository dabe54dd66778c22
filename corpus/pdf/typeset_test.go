package pdf

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/corpus"
)

// typed is a line set by hand: Han characters are one em wide, all others half.
type typed struct {
	x, y, size float64
	text       string
}

// set makes a page of lines, 595 points wide.
func set(number int, ls ...typed) *page {
	p := &page{number: number, width: 595, fonts: []string{"Song"}}
	for _, l := range ls {
		x := l.x
		for _, r := range l.text {
			w := l.size
			if isNarrow(r) || r == ' ' {
				w /= 2
			}
			p.glyphs = append(p.glyphs, glyph{r: r, x0: x, x1: x + w, y0: l.y - 2, y1: l.y + 10, base: l.y, size: l.size})
			x += w
		}
	}
	return p
}

func textOf(t *testing.T, pages ...*page) string {
	t.Helper()
	d := newDocument(corpus.Limits{})
	for _, p := range pages {
		if err := d.add(context.Background(), p); err != nil {
			t.Fatal(err)
		}
	}
	x, err := d.text(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return x.Text
}

// paragraph sets lines of 12 points with a pitch of 20, from the top of the
// page; a line that begins with ^ is indented by two characters.
func paragraph(lines ...string) []typed {
	var out []typed
	for i, l := range lines {
		x := 100.0
		if rest, ok := strings.CutPrefix(l, "^"); ok {
			x, l = 124, rest
		}
		out = append(out, typed{x, 700 - 20*float64(i), 12, l})
	}
	return out
}

func TestJoinsLines(t *testing.T) {
	// Lines of 20 characters: 100 to 340.
	const full = "全县上下紧扣年度目标攻坚克难各项工作再上" // 20
	for _, c := range []struct {
		what  string
		lines []string
		want  string
	}{
		{"a full line goes on", []string{"^一年来全县上下紧扣年度目标攻坚克难再上", full, "新台阶。"}, "一年来全县上下紧扣年度目标攻坚克难再上" + full + "新台阶。\n"},
		{"a short line ends its paragraph", []string{full, full, "新台阶", "各乡镇"}, full + full + "新台阶\n各乡镇\n"},
		{"an indented line starts one", []string{full, full, "^下一步要抓紧"}, full + full + "\n下一步要抓紧\n"},
		{"a number and its unit", []string{full, "全县上下紧扣年度目标攻坚克难完成投资1304", "万元。"}, full + "全县上下紧扣年度目标攻坚克难完成投资1304万元。\n"},
		{"a number broken at the last digit's place", []string{full, "全县上下紧扣年度目标攻坚克难再完成投资13", "04万元。"}, full + "全县上下紧扣年度目标攻坚克难再完成投资1304万元。\n"},
		{"a year broken so", []string{full, "全县上下紧扣年度目标攻坚克难再上新台阶20", "19年的任务"}, full + "全县上下紧扣年度目标攻坚克难再上新台阶2019年的任务\n"},
		{"two years", []string{full, "全县上下紧扣年度目标攻坚克难台阶2018", "2019年的任务"}, full + "全县上下紧扣年度目标攻坚克难台阶2018\n2019年的任务\n"},
		{"two numbers, counted by nothing", []string{full, "全县上下紧扣年度目标攻坚克难新台阶好1304", "1305，共两项"}, full + "全县上下紧扣年度目标攻坚克难新台阶好1304\n1305，共两项\n"},
		{"digits before a line with room for one more", []string{full, "全县上下紧扣年度目标攻坚克难上新台阶13", "04万元。"}, full + "全县上下紧扣年度目标攻坚克难上新台阶13\n04万元。\n"},
		{"digits in a text whose numbers are kept whole", []string{full, "全县上下紧扣年度目标攻坚克难完成投资资", "13456万元", full, "全县上下紧扣年度目标攻坚克难再完成投资13", "04万元。"},
			full + "全县上下紧扣年度目标攻坚克难完成投资资13456万元\n" + full + "全县上下紧扣年度目标攻坚克难再完成投资13\n04万元。\n"},
		{"a space is drawn behind the first", []string{full, "全县上下紧扣年度目标攻坚克难再完成投资13 ", "04万元。"}, full + "全县上下紧扣年度目标攻坚克难再完成投资13 04万元。\n"},
		{"a decimal broken behind its point", []string{full, "全县上下紧扣年度目标攻坚克难完成投资123.", "4亿元。"}, full + "全县上下紧扣年度目标攻坚克难完成投资123.4亿元。\n"},
		{"words", []string{full, "全县上下紧扣年度目标攻坚克难完成Gross", "Output的"}, full + "全县上下紧扣年度目标攻坚克难完成Gross Output的\n"},
		{"a list number starts a line", []string{full, full, "二、下一步"}, full + full + "\n二、下一步\n"},
		{"but not within an indented paragraph", []string{"^一年来全县上下紧扣年度目标攻坚克难再上", full, "一、二、三产业"}, "一年来全县上下紧扣年度目标攻坚克难再上" + full + "一、二、三产业\n"},
	} {
		if got := textOf(t, set(1, paragraph(c.lines...)...)); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.what, got, c.want)
		}
	}
}

func TestRunningHeads(t *testing.T) {
	page := func(n int, head, foot string, body ...string) *page {
		ls := paragraph(body...)
		if head != "" {
			ls = append(ls, typed{200, 780, 10.5, head})
		}
		if foot != "" {
			ls = append(ls, typed{280, 40, 10.5, foot})
		}
		return set(n, ls...)
	}
	for _, c := range []struct {
		what       string
		head, foot [3]string
		want       string
	}{
		{"the same on all pages", [3]string{"某县文件", "某县文件", "某县文件"}, [3]string{}, "甲乙\n丙丁\n戊己\n"},
		{"page numbers with dashes", [3]string{}, [3]string{"- 1 -", "- 2 -", "- 3 -"}, "甲乙\n丙丁\n戊己\n"},
		{"bare page numbers", [3]string{}, [3]string{"1", "2", "3"}, "甲乙\n丙丁\n戊己\n"},
		{"page numbers that start later", [3]string{}, [3]string{"", "第7页 共20页", "第8页 共20页"}, "甲乙\n丙丁\n戊己\n"},
		{"of all pages", [3]string{}, [3]string{"1/3", "2/3", "3/3"}, "甲乙\n丙丁\n戊己\n"},
		{"figures at the foot of pages stay", [3]string{}, [3]string{"投资12亿元", "投资15亿元", "投资19亿元"}, "甲乙\n投资12亿元\n丙丁\n投资15亿元\n戊己\n投资19亿元\n"},
		{"other lines stay", [3]string{"甲县文件", "乙县报告", "丙县总结"}, [3]string{}, "甲县文件\n甲乙\n乙县报告\n丙丁\n丙县总结\n戊己\n"},
	} {
		got := textOf(t, page(1, c.head[0], c.foot[0], "甲乙"), page(2, c.head[1], c.foot[1], "丙丁"), page(3, c.head[2], c.foot[2], "戊己"))
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestGaps(t *testing.T) {
	for _, c := range []struct {
		what string
		page *page
		want string
	}{
		{"two numbers side by side stay two", set(1, typed{100, 700, 12, "12"}, typed{116, 700, 12, "34万元"}), "12 34万元\n"},
		{"a wide gap in one line is a space", set(1, typed{100, 700, 12, "单位：某局"}, typed{300, 700, 12, "2019年"}), "单位：某局 2019年\n"},
		{"in two lines it parts cells", set(1, typed{100, 700, 12, "道路"}, typed{300, 700, 12, "12"}, typed{100, 680, 12, "桥梁"}, typed{300, 680, 12, "3"}), "道路\t12\n桥梁\t3\n\n"},
		{"a cell left out keeps its column", set(1, typed{100, 700, 12, "道路"}, typed{200, 700, 12, "12"}, typed{300, 700, 12, "15"}, typed{100, 680, 12, "桥梁"}, typed{300, 680, 12, "3"}), "道路\t12\t15\n桥梁\t\t3\n\n"},
		{"raised digits are no part of the number", set(1, typed{100, 700, 12, "120"}, typed{118, 704, 7, "3"}, typed{122, 700, 12, "亿元"}), "120亿元\n"},
		{"text drawn twice stands once", set(1, typed{100, 700, 12, "投资112亿元"}, typed{100.4, 700, 12, "投资112亿元"}), "投资112亿元\n"},
	} {
		if got := textOf(t, c.page); got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestLooksChinese(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	cids := make([]rune, 400)
	for i := range cids {
		cids[i] = rune(0x4E00 + random.IntN(0x5000))
	}
	for _, c := range []struct {
		what, text string
		ok         bool
	}{
		{"a report", strings.Repeat("全县完成投资1304万元，比上年增长5.2%。", 20), true},
		{"figures alone", strings.Repeat("1304 5.2 88.06 ", 40), true},
		{"an English annex", strings.Repeat("The county invested 1304 million in roads and bridges. ", 10), true},
		{"codes taken for Latin letters", strings.Repeat("!QxZw#$kLpB&tTgRzXvN", 20), false},
		{"codes taken for characters", string(cids), false},
		{"unknown characters", strings.Repeat("全县\ufffd\ufffd元", 10), false},
	} {
		var tl tally
		p := set(1, typed{100, 700, 12, c.text})
		p.unknown = strings.Count(c.text, "\ufffd")
		if err := tl.page(p); (err == nil) != c.ok {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}
