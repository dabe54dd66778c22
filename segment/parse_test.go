package segment

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// dump writes the blocks as kind, level, parent and text, sentences parted by /.
func dump(d *Document) []string {
	var out []string
	for _, b := range d.Blocks {
		var s []string
		for _, sentence := range d.Sentences[b.FirstSentence:b.EndSentence] {
			s = append(s, strings.ReplaceAll(sentence.Of(d.Text), "\n", "⏎"))
		}
		out = append(out, fmt.Sprintf("%c%d<%d %s", "PHIT"[b.Kind], b.Level, b.Parent, strings.Join(s, "/")))
	}
	return out
}

var parseTests = []struct {
	name, text string
	want       []string
}{
	{"a title, an addressee, headlines and their paragraphs", "某县文化局工作总结\n县政府：\n一、基本情况\n　　全县有馆3个。\n二、下步打算\n再建1个。", []string{
		"H0<-1 某县文化局工作总结", "P0<-1 县政府：", "H1<-1 一、基本情况", "P0<2 全县有馆3个。", "H1<-1 二、下步打算", "P0<4 再建1个。"}},
	{"a run-in headline and the text behind it are two blocks", "总结\n（一）夯实基础，阵地升级。截至6月底，建成3处。", []string{
		"H0<-1 总结", "H2<-1 （一）夯实基础，阵地升级。", "P0<1 截至6月底，建成3处。"}},
	{"persons come in whole numbers, so the point ends a list number", "总结\n4.415名队员到岗。\n5.12个村建成广场。", []string{
		"H0<-1 总结", "I3<-1 4.415名队员到岗。", "I3<-1 5.12个村建成广场。"}},
	{"averages and ratios keep their point", "总结\n2.5个百分点是今年的增幅。\n3.2万人次参加。\n1.5公里已完工。", []string{
		"H0<-1 总结", "P0<-1 2.5个百分点是今年的增幅。", "P0<-1 3.2万人次参加。", "P0<-1 1.5公里已完工。"}},
	{"a first sentence with a figure is no headline, a year is no figure", "总结\n1.新建站3个。均已开放。\n2.2022年打算。再建1个。", []string{
		"H0<-1 总结", "I3<-1 1.新建站3个。/均已开放。", "H3<-1 2.2022年打算。", "P0<2 再建1个。"}},
	{"一是 after colon and semicolon are items of the headline around", "一、问题\n主要有：一是人少；二是钱少，缺3万元。", []string{
		"H1<-1 一、问题", "P0<0 主要有：", "I6<0 一是人少；", "I6<0 二是钱少，缺3万元。"}},
	{"一是 in mid-sentence needs 二是 later", "总结\n原因，一是人少，二是钱少。\n这一是好事。", []string{
		"H0<-1 总结", "P0<-1 原因，", "I6<-1 一是人少，", "I6<-1 二是钱少。", "P0<-1 这一是好事。"}},
	{"首先 其次 最后 are items, 最后 alone is not", "总结\n首先，抓人。其次，抓钱。最后，抓物。", []string{
		"H0<-1 总结", "I6<-1 首先，抓人。", "I6<-1 其次，抓钱。", "I6<-1 最后，抓物。"}},
	{"首先 without 其次 is text", "总结\n首先，抓人。最后，圆满完成。", []string{
		"H0<-1 总结", "P0<-1 首先，抓人。/最后，圆满完成。"}},
	{"circled numbers are items after any comma", "总结\n全年①演出3场;②放映5场。", []string{
		"H0<-1 总结", "P0<-1 全年", "I5<-1 ①演出3场;", "I5<-1 ②放映5场。"}},
	{"① without ② is text", "总结\n详见表①，谢谢。", []string{"H0<-1 总结", "P0<-1 详见表①，谢谢。"}},
	{"a full stop may stand before a digit where 。 is not used", "总结\n开放30小时.4月办班3期.", []string{
		"H0<-1 总结", "P0<-1 开放30小时./4月办班3期."}},
	{"a number glued behind a stop goes on with the list", "一、情况\n1.作风好。教师不收礼。2.财务规范。制度健全。", []string{
		"H1<-1 一、情况", "H3<0 1.作风好。", "P0<1 教师不收礼。", "H3<0 2.财务规范。", "P0<3 制度健全。"}},
	{"headlines are glued to each other", "一、做法（一）抓阵地。建站3个。二、问题\n人少。", []string{
		"H1<-1 一、做法", "H2<0 （一）抓阵地。", "P0<1 建站3个。", "H1<-1 二、问题", "P0<3 人少。"}},
	{"brackets, decimals and dates are no list numbers", "总结\n高中（一）班30人；1.5万元；2、3月份；（2021）12号。", []string{
		"H0<-1 总结", "P0<-1 高中（一）班30人；/1.5万元；/2、3月份；/（2021）12号。"}},
	{"一、二、三产业 begins no list", "总结\n一、二、三产业融合发展。", []string{
		"H0<-1 总结", "P0<-1 一、二、三产业融合发展。"}},
	{"1.1 stands under 1., （1） under 1.1", "总结\n1. 成效\n1.1 抓教育\n（1）办班3期；\n2. 问题\n2.1 人少", []string{
		"H0<-1 总结", "H3<-1 1. 成效", "H4<1 1.1 抓教育", "I4<2 （1）办班3期；", "H3<-1 2. 问题", "H4<4 2.1 人少"}},
	{"a number torn over lines is one block", "总结\n发放资助金\n225\n万元，受助幼儿\n3600\n人次；惠及全县。", []string{
		"H0<-1 总结", "P0<-1 发放资助金⏎225⏎万元，受助幼儿⏎3600⏎人次；/惠及全县。"}},
	{"a number torn at its point is one block", "总结\n总投资3.\n6亿元，铺设管网112\n公里，面值\n.3万元。", []string{
		"H0<-1 总结", "P0<-1 总投资3.⏎6亿元，铺设管网112⏎公里，面值⏎.3万元。"}},
	{"quoting marks and blanks are left out, CRLF too", "总结\r\n >一、情况\r\n> 　有馆3个。`\r\n", []string{
		"H0<-1 总结", "H1<-1 一、情况", "P0<1 有馆3个。"}},
	{"rows of a table, with bars and with spaces", "一、指标\n名称 | 目标\t| 完成\n演出 | 12 | 13\n项目 预算 支出\n培训 50 48.5", []string{
		"H1<-1 一、指标", "T0<0 名称 | 目标\t| 完成", "T0<0 演出 | 12 | 13", "T0<0 项目 预算 支出", "T0<0 培训 50 48.5"}},
	{"a table with one cell a line", "总结\n一、指标\n名称\n目标\n道路\n40\n办班\n>22\n二、问题", []string{
		"H0<-1 总结", "H1<-1 一、指标", "T0<1 名称", "T0<1 目标", "T0<1 道路", "T0<1 40", "T0<1 办班", "T0<1 >22", "H1<-1 二、问题"}},
	{"rows of words under 序号, each with its number", "总结\n序号 任务 进展\n1 建书房3座 已完成\n2 办文化节 筹备中\n以上。", []string{
		"H0<-1 总结", "T0<-1 序号 任务 进展", "T0<-1 1 建书房3座 已完成", "T0<-1 2 办文化节 筹备中", "P0<-1 以上。"}},
	{"a comma in a cell between bars", "总结\n项目|计划|完成\n危房|120户|118户，在建2户", []string{
		"H0<-1 总结", "T0<-1 项目|计划|完成", "T0<-1 危房|120户|118户，在建2户"}},
	{"organisation and date at the end belong to nothing", "一、情况\n有馆3个。\n某县文化局\n2021年7月6日", []string{
		"H1<-1 一、情况", "P0<0 有馆3个。", "P0<-1 某县文化局", "P0<-1 2021年7月6日"}},
	{"a new paragraph leaves a run-in headline but not a full-line one", "一、做法\n（一）抓人。办班3期。\n一年来成绩不小。\n二、问题\n人少。\n钱也少。", []string{
		"H1<-1 一、做法", "H2<0 （一）抓人。", "P0<1 办班3期。", "P0<0 一年来成绩不小。", "H1<-1 二、问题", "P0<4 人少。", "P0<4 钱也少。"}},
	{"quotes keep their stops, titles do not end a sentence", "总结\n他说：“先跳。再领着跳。”大家都笑。读《好吗？好》一书。", []string{
		"H0<-1 总结", "P0<-1 他说：“先跳。再领着跳。”/大家都笑。/读《好吗？好》一书。"}},
	{"an open quote does not swallow the rest", "总结\n他说：“先跳。再领着跳。大家都笑。", []string{
		"H0<-1 总结", "P0<-1 他说：“先跳。/再领着跳。/大家都笑。"}},
	{"western stops end sentences but not numbers and addresses", "总结\n全县有书屋142家,藏书3.5万册.选A.网页，网址www.gov.cn/a.html.每周开放30小时.", []string{
		"H0<-1 总结", "P0<-1 全县有书屋142家,藏书3.5万册./选A.网页，网址www.gov.cn/a.html./每周开放30小时."}},
	{"a point before a unit is a lost number", "总结\n架设光缆.公里，投资.3万元。", []string{
		"H0<-1 总结", "P0<-1 架设光缆.公里，投资.3万元。"}},
	{"dots end a sentence, before a comma they do not", "总结\n圆满落幕……据悉，等等…，很好...再见", []string{
		"H0<-1 总结", "P0<-1 圆满落幕……/据悉，等等…，很好.../再见"}},
	{"a bulletin has titles further down", "文化简报\n第9期\n【动态】晚会举行\n观众300人。\n【培训】开班\n学员20人。", []string{
		"H0<-1 文化简报", "P0<-1 第9期", "H0<-1 【动态】晚会举行", "P0<-1 观众300人。", "H0<-1 【培训】开班", "P0<-1 学员20人。"}},
	{"nothing", " \n>\n", nil},
}

func TestParse(t *testing.T) {
	var d Document // one for all: Parse must forget what it held
	for _, test := range parseTests {
		d.Parse(test.text, Span{0, len(test.text)})
		got, want := strings.Join(dump(&d), "\n"), strings.Join(test.want, "\n")
		if got != want {
			t.Errorf("%s:\n%s\nwant\n%s", test.name, got, want)
		}
		checkInvariants(t, &d)
	}
}

func TestParseKeepsToItsSpan(t *testing.T) {
	text := "别的报告。\n总结\n一、情况\n有馆3个。\n别的报告"
	start, end := strings.Index(text, "总结"), strings.LastIndex(text, "别的")
	var d Document
	d.Parse(text, Span{start, end})
	if got := strings.Join(dump(&d), " "); got != "H0<-1 总结 H1<-1 一、情况 P0<1 有馆3个。" {
		t.Errorf("got %s", got)
	}
	d.Parse(text, Span{-5, len(text) + 5})
	checkInvariants(t, &d)
}

func TestMarkerAndOrdinal(t *testing.T) {
	text := "总结\n十二、情况\n（三）问题\n１．2021年打算\n三是办班5期。"
	want := []struct {
		marker  string
		ordinal int
	}{{"", 0}, {"十二、", 12}, {"（三）", 3}, {"１．", 1}, {"三是", 3}}
	var d Document
	d.Parse(text, Span{0, len(text)})
	for i, w := range want {
		if b := d.Blocks[i]; b.Marker.Of(text) != w.marker || b.Ordinal != w.ordinal {
			t.Errorf("block %d: marker %q, ordinal %d; want %q, %d", i, b.Marker.Of(text), b.Ordinal, w.marker, w.ordinal)
		}
	}
}

// TestParseIsLinear parses texts that tempt a parser to look far ahead, at one
// size and at eight times that size.
func TestParseIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	for name, unit := range map[string]string{
		"no punctuation": "县", "numerals": "3万", "open brackets": "（", "open quotes": "“", "一是 without 二是": "，一是",
		"首先": "。首先，", "lines": "1\n", "rows": "a 1 2\n", "titles": "【首先】\n", "markers": "（1）", "stops": "。", "closers": "）",
		"dots": ".", "ellipses": "…，", "blank": "　", "spaced numbers": "1 、", "short lines": "县\n", "wrapped": "县，县县县县县县县县县县县县县县县县县县\n",
	} {
		small, large := parseTime(unit, 1<<18), parseTime(unit, 1<<21)
		t.Logf("%s: %v for 256 KB, %v for 2 MB", name, small, large)
		if large > 40*small && large > time.Second {
			t.Errorf("%s: eight times the text takes %v, not %v", name, large, small)
		}
	}
}

func parseTime(unit string, size int) time.Duration {
	text := "总结\n" + strings.Repeat(unit, size/len(unit))
	var d Document
	start := time.Now()
	d.Parse(text, Span{0, len(text)})
	for _, s := range d.Sentences {
		AppendClauses(nil, text, s.Span)
	}
	return time.Since(start)
}

func TestParseReusesItsMemory(t *testing.T) {
	text := strings.Repeat("一、情况\n（一）抓人。办班3期，一是好；二是快。\n演出 12 13\n2021年1月2日\n", 50)
	var d Document
	d.Parse(text, Span{0, len(text)})
	if n := testing.AllocsPerRun(10, func() { d.Parse(text, Span{0, len(text)}) }); n > 1 {
		t.Errorf("%v allocations in the steady state", n)
	}
}
