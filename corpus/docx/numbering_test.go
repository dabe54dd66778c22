package docx

import (
	"strings"
	"testing"
)

// lvl is a level of a list: its start, format and text, and what else it has.
func lvl(i, start, format, text string, more ...string) string {
	return `<w:lvl w:ilvl="` + i + `"><w:start w:val="` + start + `"/><w:numFmt w:val="` + format + `"/><w:lvlText w:val="` + text + `"/>` + strings.Join(more, "") + `</w:lvl>`
}

func abstract(id string, levels ...string) string {
	return `<w:abstractNum w:abstractNumId="` + id + `">` + strings.Join(levels, "") + `</w:abstractNum>`
}

func inst(id, abstract string, more ...string) string {
	return `<w:num w:numId="` + id + `"><w:abstractNumId w:val="` + abstract + `"/>` + strings.Join(more, "") + `</w:num>`
}

func TestNumbering(t *testing.T) {
	report := abstract("0", lvl("0", "1", "chineseCounting", "%1、"), lvl("1", "1", "chineseCounting", "（%2）"), lvl("2", "1", "decimal", "%3."), lvl("3", "1", "decimal", "（%4）"))
	legal := abstract("1", lvl("0", "1", "japaneseCounting", "第%1章"), lvl("1", "1", "decimal", "%1.%2", `<w:isLgl/>`), lvl("2", "3", "lowerLetter", "%3)"))
	style := func(id string) string { return `<w:pStyle w:val="` + id + `"/>` }
	for _, c := range []struct{ name, numbering, styles, body, want string }{
		{"the levels of a report", report + inst("1", "0"), "",
			p("概况", inList("1", "0")) + p("成绩", inList("1", "1")) + p("2019年建成", inList("1", "2")) + p("5万元", inList("1", "2")) + p("问题", inList("1", "1")) + p("道路", inList("1", "2")) + p("打算", inList("1", "0")) + p("明年", inList("1", "1")),
			"一、概况|（一）成绩|1. 2019年建成|2. 5万元|（二）问题|1. 道路|二、打算|（一）明年"},
		{"chapters, with legal numbers and a start", legal + inst("1", "1"), "",
			p("总则", inList("1", "0")) + p("范围", inList("1", "1")) + p("甲", inList("1", "2")) + p("乙", inList("1", "2")) + p("细则", inList("1", "0")) + p("条", inList("1", "1")),
			"第一章 总则|1.1 范围|c) 甲|d) 乙|第二章 细则|2.1 条"},
		{"instances of a list go on", report + inst("1", "0") + inst("2", "0"), "", p("甲", inList("1", "0")) + p("乙", inList("2", "0")), "一、甲|二、乙"},
		{"unless one starts anew", report + inst("1", "0") + inst("2", "0", `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`), "",
			p("甲", inList("1", "0")) + p("乙", inList("2", "0")) + p("丙", inList("2", "0")), "一、甲|一、乙|二、丙"},
		{"an instance with a level of its own", report + inst("1", "0", `<w:lvlOverride w:ilvl="0">`+lvl("0", "4", "upperRoman", "%1.")+`</w:lvlOverride>`), "", p("甲", inList("1", "0")), "IV. 甲"},
		{"no restart", abstract("0", lvl("0", "1", "decimal", "%1、"), lvl("1", "1", "decimal", "(%2)", `<w:lvlRestart w:val="0"/>`)) + inst("1", "0"), "",
			p("甲", inList("1", "0")) + p("子", inList("1", "1")) + p("乙", inList("1", "0")) + p("丑", inList("1", "1")), "1、甲|(1) 子|2、乙|(2) 丑"},
		{"bullets are dropped", abstract("0", lvl("0", "1", "bullet", "\uf06c")) + inst("1", "0"), "", p("甲", inList("1", "0")), "甲"},
		{"text that counts nothing stays", abstract("0", lvl("0", "1", "none", "附：")) + inst("1", "0"), "", p("甲", inList("1", "0")), "附：甲"},
		{"circles and wide digits", abstract("0", lvl("0", "1", "decimalEnclosedCircle", "%1"), lvl("1", "1", "decimalFullWidth", "%2．")) + inst("1", "0"), "", p("甲", inList("1", "0")) + p("3户", inList("1", "1")), "①甲|１． 3户"},
		{"a number through a style", report + inst("7", "0"), `<w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="a"/></w:style>`,
			p("甲", style("b")) + p("乙", style("b"), inList("0", "0")) + p("丙", style("a")), "（一）甲|乙|（二）丙"},
		{"a level through its style", abstract("0", lvl("0", "1", "decimal", "%1、"), lvl("1", "1", "decimal", "%1.%2", `<w:pStyle w:val="a"/>`)) + inst("7", "0"), `<w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>`,
			p("首", inList("7", "0")) + p("甲", style("a")), "1、首|1.1 甲"},
		{"a list through a numbering style", `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="n"/></w:abstractNum>` + abstract("1", lvl("0", "1", "ideographDigital", "%1、")) + inst("1", "0") + inst("2", "1"), `<w:style w:type="numbering" w:styleId="n"><w:name w:val="n"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`,
			p("甲", inList("1", "0")), "一、甲"},
		{"deleted paragraphs do not count", report + inst("1", "0"), "",
			p("甲", inList("1", "0")) + `<w:p><w:pPr>` + inList("1", "0") + `<w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del>` + r("乙") + `</w:del></w:p>` + p("丙", inList("1", "0")), "一、甲|二、丙"},
		{"empty ones do, and show nothing", report + inst("1", "0"), "", p("甲", inList("1", "0")) + p("", inList("1", "0")) + p("丙", inList("1", "0")), "一、甲||三、丙"},
		{"a format of its own", abstract("0", lvl("0", "7", "x", "%1号", `<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>`)) + inst("1", "0"), "", p("甲", inList("1", "0")), "007号 甲"},
		{"a list that is not there", "", "", p("甲", inList("9", "0")), "甲"},
	} {
		got := readText(t, pack(t, c.body, map[string]string{"numbering": c.numbering, "styles": c.styles})).Text
		if got = strings.ReplaceAll(strings.TrimSuffix(got, "\n"), "\n", "|"); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestNumerals(t *testing.T) {
	for _, c := range []struct {
		format string
		n      int
		want   string
	}{
		{"chineseCounting", 10, "十"}, {"chineseCounting", 12, "十二"}, {"chineseCounting", 20, "二十"}, {"chineseCounting", 99, "九十九"}, {"chineseCounting", 105, "一〇五"},
		{"chineseCountingThousand", 11, "十一"}, {"chineseCountingThousand", 105, "一百零五"}, {"chineseCountingThousand", 1010, "一千零一十"}, {"chineseCountingThousand", 110, "一百一十"},
		{"japaneseCounting", 110, "百十"}, {"japaneseCounting", 21, "二十一"},
		{"ideographDigital", 10, "一〇"}, {"chineseLegalSimplified", 12, "拾贰"},
		{"upperRoman", 1994, "MCMXCIV"}, {"lowerRoman", 4, "iv"}, {"lowerLetter", 26, "z"}, {"upperLetter", 28, "BB"},
		{"decimalZero", 3, "03"}, {"decimalEnclosedCircle", 21, "㉑"}, {"decimalEnclosedCircle", 51, "51"}, {"decimal", 0, "0"}, {"upperRoman", 0, "0"},
		{"ideographTraditional", 2, "乙"}, {"decimalFullWidth", 15, "１５"}, {"whatever", 15, "15"},
	} {
		if got := numeral(c.format, "", c.n); got != c.want {
			t.Errorf("%s %d: %s, want %s", c.format, c.n, got, c.want)
		}
	}
}
