package corpus

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/segment"
)

func TestReadersAreChosenByContent(t *testing.T) {
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	dir := tree(t, map[string]string{
		"a.toy":     "TOY\n" + sample, // what it says it is
		"b.txt":     "TOY\n" + sample, // a toy under another name
		"c.toy":     sample,           // text under a toy's name
		"d.toy":     gb(sample),
		"e.toy":     "%PDF-1.4",
		"f.toy":     ole,
		"g.toy":     "",
		"h.pdf":     "%PDF-1.4",
		"h.toy":     "TO", // what is left of one
		"h2.toy":    "1 0 obj << /Length 120 >> stream 30",
		"i.md":      sample,
		"named.xyz": "TOY\n" + sample,
	})
	got, stats, err := collect(t, []string{dir, dir + "/named.xyz"}, withToy())
	want := `a.toy#1 青岭县 青岭县文化馆 2019 toy utf-8 青岭县
b.txt#1 青岭县 青岭县文化馆 2019 toy utf-8 青岭县
c.toy#1 青岭县 青岭县文化馆 2019 txt utf-8 青岭县
d.toy#1 青岭县 青岭县文化馆 2019 txt gb18030 青岭县
e.toy#0 e.toy：这是 PDF，请先导出为文本 (a PDF; export its text first)
f.toy#0 f.toy：这是旧版 Word/WPS 文档 (doc/wps/xls)，请在 Word 或 WPS 里另存为 UTF-8 纯文本 (an old Word, WPS or Excel file; save it as plain text in UTF-8)
g.toy#0 g.toy：` + ErrEmpty.Error() + `
h.toy#0 h.toy：` + faithful("TO", 0, maxUnreadable).Error() + `
h2.toy#0 h2.toy：` + faithful("obj Length stream", 0, maxUnreadable).Error() + `
i.md#1 青岭县 青岭县文化馆 2019 md utf-8 青岭县
named.xyz#1 青岭县 青岭县文化馆 2019 toy utf-8 青岭县
`
	if err != nil || got != want {
		t.Errorf("got\n%swant\n%s%v", got, want, err)
	}
	if len(stats.Skips) != 2 || stats.Skips[0] != (Skip{"h.pdf", SkipUnsupported}) || stats.Files != 11 {
		t.Errorf("%+v", stats)
	}
}

func TestTheFirstReaderThatTakesAFileReadsIt(t *testing.T) {
	refuse := Reader{Is: toy.Is, Read: func(context.Context, Source) (Text, error) {
		return Text{}, Problem("不读玩具", "toys are not read")
	}}
	dir := tree(t, map[string]string{"a.txt": "TOY\n" + sample})
	got, _, _ := collect(t, []string{dir}, Options{Readers: []Reader{refuse, toy}})
	if got != "a.txt#0 a.txt：不读玩具 (toys are not read)\n" {
		t.Error(got)
	}
}

// A file that is said to hold many texts and holds none is empty.
func TestNoParts(t *testing.T) {
	sheet := Reader{Format: "sheet", Is: toy.Is, Read: func(context.Context, Source) (Text, error) {
		return Text{Text: "标题\n", Encoding: UTF8, Parts: []Part{}}, nil
	}}
	got, _, _ := collect(t, []string{tree(t, map[string]string{"a.txt": "TOY\n"})}, Options{Readers: []Reader{sheet}})
	if got != "a.txt#0 a.txt："+ErrEmpty.Error()+"\n" {
		t.Error(got)
	}
}

// What goes wrong in one file is that file's error.
func TestBadReaders(t *testing.T) {
	dir := tree(t, map[string]string{
		"a.toy":         "TOY\npanic\n",
		"b.toy":         "TOY\nslow\n",
		"c.toy":         "TOY\nhang\n",
		"d.toy":         "TOY\nbroken\n",
		"e.toy":         "TOY\nmalformed\n" + sample,
		"f.toy":         "TOY\n \n",
		"ok.toy":        "TOY\n" + sample,
		"unfaithful.py": "TOY\n\ufffd" + sample,
	})
	var log bytes.Buffer
	o := withToy()
	o.Log = slog.New(slog.NewTextHandler(&log, nil))
	got, stats, err := collect(t, []string{dir, dir + "/unfaithful.py"}, o)
	want := "a.toy#0 a.toy：" + ErrInternal.Error() + "\nb.toy#0 b.toy：" + ErrTooSlow.Error() + "\nc.toy#0 c.toy：" + ErrTooSlow.Error() +
		"\nd.toy#0 d.toy：玩具坏了，请换一个 (the toy is broken; take another)\ne.toy#0 e.toy：" + ErrInternal.Error() + "\nf.toy#0 f.toy：" + ErrNoText.Error() +
		"\nok.toy#1 青岭县 青岭县文化馆 2019 toy utf-8 青岭县\nunfaithful.py#0 unfaithful.py：" + faithful("\ufffd"+sample, 0, maxUnreadable).Error() + "\n"
	if err != nil || got != want || stats.Failed != 7 {
		t.Errorf("got\n%swant\n%s%v", got, want, err)
	}
	for _, said := range []string{"a broken toy", "toy_test.go", "a reader was left behind", "mark 0 is out of order"} {
		if !strings.Contains(log.String(), said) {
			t.Errorf("the log lacks %q:\n%s", said, &log)
		}
	}
}

// Readers that never end are left behind, but only so many.
func TestAbandonedReadersAreFew(t *testing.T) {
	files := map[string]string{"z.txt": sample}
	for i := range maxAbandoned + 3 {
		files[string(rune('a'+i))+".toy"] = "TOY\nhang\n"
	}
	o := withToy()
	o.DocTimeout, o.grace = 1e6, 1e6
	got, stats, err := collect(t, []string{tree(t, files)}, o)
	if err != nil || strings.Count(got, ErrStuck.Error()) == 0 || strings.Count(got, ErrTooSlow.Error()) < maxAbandoned || stats.Reports != 1 {
		t.Errorf("got %s %+v, %v", got, stats, err)
	}
}

func TestFaithful(t *testing.T) {
	report := strings.Repeat("今年共演出一百二十场，观众三万人次。\n", 20)
	for _, c := range []struct{ name, text, says string }{
		{"a report", report, ""},
		{"a short text in letters", "ABC 120", ""},
		{"a rare name in a private character", report + "\ue863", ""},
		{"bullets of a symbol font", strings.Repeat("\uf0b7 演出三场\n", 50), ""},
		{"characters that were lost", report + strings.Repeat("\ufffd", 5), "有 5 个认不出"},
		{"a font without a table", strings.Repeat("演出\ue001\ue002\ue003场\n", 30), "有 90 个认不出"},
		{"letters where Chinese was", strings.Repeat("Ä»¶¼ÊÇ ", 100), "只有 0 个汉字"},
		{"a report in English", strings.Repeat("The library lent 300 books. ", 20), "只有 0 个汉字"},
		{"question marks where Chinese was", strings.Repeat("2021???????30????8.4????\n", 10), "个是问号"},
		{"a report that asks", report + strings.Repeat("怎么办??? ", 10), ""},
		{"a table of codes and names", strings.Repeat("ABCD-12 东山镇\n", 60), ""},
	} {
		err := faithful(c.text, manyLetters, maxUnreadable)
		if (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", c.name, err, c.says)
		}
	}
}

func TestMalformed(t *testing.T) {
	mark := func(start, end int, kind segment.MarkKind) segment.Mark {
		return segment.Mark{Span: segment.Span{Start: start, End: end}, Kind: kind}
	}
	const text = "甲\t乙\n丙\n" // 甲 0–3, 乙 4–7, 丙 8–11
	for _, c := range []struct {
		name string
		text Text
		bad  bool
	}{
		{"a text without marks", Text{Text: text}, false},
		{"a row with its cells", Text{Text: text, Marks: []segment.Mark{mark(0, 7, segment.MarkRow), mark(0, 3, segment.MarkCell), mark(4, 7, segment.MarkCell)}}, false},
		{"empty cells", Text{Text: "\t\n", Marks: []segment.Mark{mark(0, 1, segment.MarkRow), mark(0, 0, segment.MarkCell), mark(1, 1, segment.MarkCell)}}, false},
		{"a cell outside its row", Text{Text: text, Marks: []segment.Mark{mark(0, 3, segment.MarkRow), mark(4, 7, segment.MarkCell)}}, true},
		{"marks out of order", Text{Text: text, Marks: []segment.Mark{mark(8, 11, segment.MarkHeading), mark(0, 3, segment.MarkHeading)}}, true},
		{"rows that overlap", Text{Text: text, Marks: []segment.Mark{mark(0, 7, segment.MarkRow), mark(4, 11, segment.MarkRow)}}, true},
		{"half a character", Text{Text: text, Marks: []segment.Mark{mark(0, 2, segment.MarkHeading)}}, true},
		{"no kind", Text{Text: text, Marks: []segment.Mark{mark(0, 3, 0)}}, true},
		{"a NUL", Text{Text: "甲\x00"}, true},
		{"no UTF-8", Text{Text: "\xff"}, true},
		{"a part outside", Text{Text: text, Parts: []Part{{Span: segment.Span{Start: 0, End: 99}}}}, true},
		{"parts that overlap", Text{Text: text, Parts: []Part{{Span: segment.Span{Start: 0, End: 8}}, {Span: segment.Span{Start: 4, End: 11}}}}, true},
	} {
		c.text.Encoding = UTF8
		if flaw := malformed(&c.text); (flaw != "") != c.bad {
			t.Errorf("%s: %q", c.name, flaw)
		}
	}
	if malformed(&Text{Text: text}) == "" {
		t.Error("a text without an encoding passes")
	}
}

// Marks reach the segmenter, and parts are reports with what their file says of them.
func TestMarksAndParts(t *testing.T) {
	dir := tree(t, map[string]string{
		"a.toy": "TOY\n青岭县2019年工作总结\n今年情况如下。\n|事项|说明\n||甲村建成一个文化广场，面积较大，群众都很满意\n完毕。\n",
		"b.toy": "TOY\n@ 浙江省宁波市鄞州区,2020H1,\n鄞州区2019年工作总结\n今年演出120场。\n@ ,,给定的标题\n白石镇2018年工作总结\n今年演出30场。\n@ 鼓楼区,去年\n今年演出30场。\n",
	})
	var got strings.Builder
	_, err := Run(context.Background(), []string{dir}, withToy(), func(it *Item) error {
		if it.Err != nil {
			t.Error(it.Err)
			return nil
		}
		tables := 0
		for _, b := range it.Document.Blocks {
			if b.Kind == segment.Table {
				tables++
			}
		}
		got.WriteString(strings.Join([]string{it.File, it.Title, it.Region, it.RegionCode, string(it.Period), strings.Repeat("T", tables), it.Document.Span.Of(it.Document.Text)[:9]}, "|") + "\n")
		return nil
	})
	want := `a.toy|青岭县2019年工作总结|青岭县||2019|TT|青岭县
b.toy|鄞州区2019年工作总结|浙江省宁波市鄞州区|330212|2020H1||鄞州区
b.toy|给定的标题|白石镇||2018||白石镇
b.toy||鼓楼区||||今年演
`
	if err != nil || got.String() != want {
		t.Errorf("got\n%swant\n%s%v", &got, want, err)
	}
}

func TestGivenPeriod(t *testing.T) {
	for in, want := range map[string]string{"": "", "2019": "2019", "2019H1": "2019H1", " 2019年 ": "2019", "2019年上半年": "2019H1", "2019-06": "2019-06", "去年": "", "2018年、2019年": "", "约2019年": "", "上半年": ""} {
		p, ok := givenPeriod(in)
		if string(p) != want || ok != (want != "" || in == "") {
			t.Errorf("%q is %q, %v", in, p, ok)
		}
	}
}

func TestRunStopsInAReader(t *testing.T) {
	dir := tree(t, map[string]string{"a.toy": "TOY\nslow\n"})
	ctx, cancel := context.WithCancel(context.Background())
	o := withToy()
	o.DocTimeout = 1e12
	cancel()
	if _, err := Run(ctx, []string{dir}, o, func(*Item) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
