package segment

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// markedText makes text and marks of lines: "#2 " before a line marks it as a
// heading of level 2, "| " as a row whose cells bars part (tabs in the text).
func markedText(lines string) (string, []Mark) {
	var b strings.Builder
	var marks []Mark
	for l := range strings.Lines(lines) {
		l = strings.TrimSuffix(l, "\n")
		start := b.Len()
		switch {
		case strings.HasPrefix(l, "#"):
			b.WriteString(strings.ReplaceAll(l[3:], "⏎", "\n"))
			marks = append(marks, Mark{Span{start, b.Len()}, MarkHeading, l[1] - '0'})
		case strings.HasPrefix(l, "| "):
			at := len(marks)
			marks = append(marks, Mark{Kind: MarkRow})
			for i, cell := range strings.Split(l[2:], "|") {
				if i > 0 {
					b.WriteByte('\t')
				}
				from := b.Len()
				b.WriteString(cell)
				marks = append(marks, Mark{Span: Span{from, b.Len()}, Kind: MarkCell})
			}
			marks[at].Span = Span{start, b.Len()}
		default:
			b.WriteString(l)
		}
		b.WriteByte('\n')
	}
	return b.String(), marks
}

// outlineOf writes a block a line: kind, level, parent, text.
func outlineOf(d *Document) string {
	var b strings.Builder
	for i, block := range d.Blocks {
		fmt.Fprintf(&b, "%c%d %d %s", "PHIT"[block.Kind], block.Level, block.Parent, strings.ReplaceAll(block.Of(d.Text), "\n", "⏎"))
		for _, c := range d.Cells(i) {
			fmt.Fprintf(&b, "[%s]", c.Of(d.Text))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestParseMarked(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"headings without numbers hold what follows, by their levels",
			"#1 青岭县2019年工作总结\n#1 主要工作\n今年演出120场。\n#2 文艺演出\n送戏下乡30场。\n#2 图书阅读\n新增图书300册。\n#1 下一步打算\n再演出150场。",
			"H0 -1 青岭县2019年工作总结\nH0 -1 主要工作\nP0 -1 今年演出120场。\nH2 -1 文艺演出\nP0 3 送戏下乡30场。\nH2 -1 图书阅读\nP0 5 新增图书300册。\nH1 -1 下一步打算\nP0 7 再演出150场。\n"},
		{"under a title that is not marked the first heading is one of a part",
			"青岭县2019年工作总结\n#1 主要工作\n今年演出120场。\n#2 文艺演出\n送戏下乡30场。",
			"H0 -1 青岭县2019年工作总结\nH1 -1 主要工作\nP0 1 今年演出120场。\nH2 1 文艺演出\nP0 3 送戏下乡30场。\n"},
		{"a heading with a list number keeps the number's level",
			"总结\n#3 一、主要工作\n#1 （一）文艺演出\n送戏下乡30场。\n#1 二、打算\n再演出150场。",
			"H0 -1 总结\nH1 -1 一、主要工作\nH2 1 （一）文艺演出\nP0 2 送戏下乡30场。\nH1 -1 二、打算\nP0 4 再演出150场。\n"},
		{"a numbered headline with a figure is a headline where the file says so",
			"总结\n一、工作\n#3 1.开展活动30场\n群众满意。",
			"H0 -1 总结\nH1 -1 一、工作\nH3 1 1.开展活动30场\nP0 2 群众满意。\n"},
		{"numbers stand under a marked headline without one, which the next such headline ends",
			"总结\n#1 主要工作\n一、演出\n送戏下乡30场。\n#1 下一步\n一、演出\n再演30场。",
			"H0 -1 总结\nH1 -1 主要工作\nH1 1 一、演出\nP0 2 送戏下乡30场。\nH1 -1 下一步\nH1 4 一、演出\nP0 5 再演30场。\n"},
		{"a paragraph that is set like a heading stays a paragraph",
			"总结\n#1 今年以来，我局演出120场。观众3万人次。\n#2 全年共演出120场，观众3万人次。",
			"H0 -1 总结\nP0 -1 今年以来，我局演出120场。观众3万人次。\nP0 -1 全年共演出120场，观众3万人次。\n"},
		{"a heading of two lines is one",
			"#1 青岭县文化馆⏎2019年工作总结\n今年演出120场。",
			"H0 -1 青岭县文化馆⏎2019年工作总结\nP0 -1 今年演出120场。\n"},
		{"a long heading is not joined with the paragraph behind it",
			"总结\n#1 深入贯彻上级文化工作会议精神，扎实推进公共文化服务体系建设\n今年演出120场。",
			"H0 -1 总结\nH1 -1 深入贯彻上级文化工作会议精神，扎实推进公共文化服务体系建设\nP0 1 今年演出120场。\n"},
		{"rows are table lines with their cells, words and empty ones too",
			"总结\n今年情况如下。\n| 事项|说明\n| |甲村建成一个文化广场，面积较大，群众都很满意，评价很高\n| 书屋|\n完毕。",
			"H0 -1 总结\nP0 -1 今年情况如下。\nT0 -1 事项\t说明[事项][说明]\nT0 -1 甲村建成一个文化广场，面积较大，群众都很满意，评价很高[][甲村建成一个文化广场，面积较大，群众都很满意，评价很高]\nT0 -1 书屋[书屋][]\nP0 -1 完毕。\n"},
		{"a line between two tables is none, though it looks like a row",
			"总结\n一、情况\n| 乡镇|场次\n| 东山|12\n表二  单位  万元\n| 乡镇|资金\n| 东山|30",
			"H0 -1 总结\nH1 -1 一、情况\nT0 1 乡镇\t场次[乡镇][场次]\nT0 1 东山\t12[东山][12]\nP0 1 表二  单位  万元\nT0 1 乡镇\t资金[乡镇][资金]\nT0 1 东山\t30[东山][30]\n"},
		{"a sign before a figure stays in its row",
			"总结\n| >95%|12", "H0 -1 总结\nT0 -1 >95%\t12[>95%][12]\n"},
		{"a last row is no signature",
			"总结\n今年情况如下。\n| 单位|青岭县文化局\n| 日期|2019年12月31日",
			"H0 -1 总结\nP0 -1 今年情况如下。\nT0 -1 单位\t青岭县文化局[单位][青岭县文化局]\nT0 -1 日期\t2019年12月31日[日期][2019年12月31日]\n"},
	} {
		text, marks := markedText(c.text)
		var d Document
		d.ParseMarked(text, Span{0, len(text)}, marks)
		checkInvariants(t, &d)
		if got := outlineOf(&d); got != c.want {
			t.Errorf("%s:\n got\n%swant\n%s", c.name, got, c.want)
		}
	}
}

// Without marks, and with marks of other reports in the file, a report is what it always was.
func TestMarksOfOtherReportsDoNotMatter(t *testing.T) {
	before, marks := markedText("#1 另一份总结\n| 乡镇|场次\n| 东山|12\n")
	for _, test := range parseTests {
		span := Span{len(before), len(before) + len(test.text)}
		var plain, other Document
		plain.Parse(before+test.text, span)
		other.ParseMarked(before+test.text, span, marks)
		if !reflect.DeepEqual(plain.Blocks, other.Blocks) || !reflect.DeepEqual(plain.Sentences, other.Sentences) {
			t.Errorf("%q is parsed in another way", test.text)
		}
	}
}

// Marks that make no sense cost no more than time in proportion to the text.
func TestHugeMarks(t *testing.T) {
	text := strings.Repeat("东山镇\t12\n", 100_000)
	row := len("东山镇\t12\n")
	for kind, first := range map[string]MarkKind{"a heading over all rows": MarkHeading, "a row of all lines": MarkRow} {
		marks := []Mark{{Span: Span{0, len(text)}, Kind: first, Level: uint8(MarkRow - first)}}
		for at := 0; at < len(text); at += row {
			marks = append(marks, Mark{Span: Span{at, at + row - 1}, Kind: MarkRow + MarkKind(first-MarkHeading)})
		}
		start := time.Now()
		var d Document
		d.ParseMarked(text, Span{0, len(text)}, marks)
		for i := range d.Blocks {
			d.Cells(i)
		}
		if took := time.Since(start); len(d.Blocks) != 100_000 || took > 5*time.Second {
			t.Errorf("%s: %d blocks in %v", kind, len(d.Blocks), took)
		}
	}
}

// Any marks that keep to their order give a sound document.
func TestAnyMarks(t *testing.T) {
	line := rapid.SampledFrom([]string{"总结", "一、主要工作", "（一）演出30场", "1.活动", "2.1 讲座", "今年演出120场。观众3万人次。", "乡镇  场次  观众",
		"东山 12 30", "", "　　", "2019年12月31日", "青岭县文化局", "一是演出；二是展览", "3万", "120", ">95%", "# 附"})
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(0, 12).Draw(t, "lines") {
			switch rapid.IntRange(0, 3).Draw(t, "kind") {
			case 0:
				fmt.Fprintf(&b, "#%d ", rapid.IntRange(0, 9).Draw(t, "level"))
			case 1:
				b.WriteString("| ")
				for range rapid.IntRange(0, 3).Draw(t, "cells") {
					b.WriteString(line.Draw(t, "cell") + "|")
				}
			}
			b.WriteString(line.Draw(t, "line") + "\n")
		}
		text, marks := markedText(b.String())
		from := rapid.IntRange(0, len(text)).Draw(t, "from")
		var d Document
		for _, span := range []Span{{0, len(text)}, {from, len(text)}, {0, from}} {
			d.ParseMarked(text, span, marks)
			if s := unsound(&d); s != "" {
				t.Fatal(s)
			}
		}
	})
}

// unsound says what is wrong with a document, "" where nothing is.
func unsound(d *Document) string {
	at := d.Span.Start
	for i, b := range d.Blocks {
		if b.Empty() || b.Start < at || b.End > d.Span.End || b.Parent >= i {
			return fmt.Sprintf("block %d %+v behind %d in %v", i, b, at, d.Span)
		}
		for _, c := range d.Cells(i) {
			if !d.Span.Contains(c.Span) {
				return fmt.Sprintf("block %d has the cell %v", i, c)
			}
		}
		at = b.End
	}
	return ""
}
