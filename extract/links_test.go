package extract

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/segment"
)

// gapsOf lists the gaps of one kind in a text.
func gapsOf(t *testing.T, text string, kind GapKind) string {
	t.Helper()
	var got []string
	for _, g := range extractText(t, text).Gaps {
		if g.Kind == kind {
			got = append(got, g.Of(text))
		}
	}
	return strings.Join(got, "; ")
}

func TestContradictions(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"opening and section differ", "全年完成粮食产量23.6万吨。\n一、生产。完成粮食产量24.6万吨。", "24.6万吨"},
		{"section and closing differ", "一、执法。立案查处案件63起。\n二、其他。\n全年共立案查处案件62起。", "62起"},
		{"a rate differs", "全县森林覆盖率58.6%。\n一、造林。森林覆盖率达56.8%。", "56.8%"},
		{"opening and section round alike", "全年接待读者1.2万人次。\n一、服务。接待读者12043人次。", ""},
		{"several events of a kind", "全年举办培训班26期。\n一、种植。举办培训班22期。\n二、养殖。举办培训班21期。", ""},
		{"another place", "全年造林8625亩。\n一、各镇。龙潭镇造林8265亩。", ""},
		{"far apart", "全年造林8625亩。\n一、重点。造林1200亩。", ""},
		{"another verb", "全年新建公路23.5公里。\n一、管护。养护公路25.3公里。", ""},
		{"a target", "全年造林8625亩。\n一、计划。明年计划造林9000亩。", ""},

		{"a share that does not follow from plan and result", "计划整治路段36处，实际整治27处，完成率85%。", "85%"},
		{"the same after 占任务", "完成抽检300批次，占任务500批次的70%。", "70%"},
		{"what was dealt with", "受理投诉86件，办结80件，办结率98%。", "98%"},
		{"a share that follows", "计划整治路段36处，实际整治27处，完成率75%。", ""},
		{"a rounded share that follows", "计划投资1.2亿元，完成投资1.1亿元，完成率92%。", ""},
		{"the share of another whole", "受理投诉86件，办结80件，满意率98%。", ""},

		{"a sum that is none", "发放护理补贴28.6万元、生活补贴35.4万元，合计65万元。", "65万元"},
		{"a sum over several sentences", "甲村收购320吨；乙村收购280吨，两村共计收购620吨。", "620吨"},
		{"共 before a sum that is none", "评选最美家庭36户、书香家庭24户，共62户。", "62户"},
		{"a sum that is right", "发放护理补贴28.6万元、生活补贴35.4万元，合计64万元。", ""},
		{"a sum of rounded figures", "发放护理补贴1.24万元、生活补贴1.33万元，合计2.58万元。", ""},
		{"共 of something else", "新建公厕36座、垃圾站24座，共投入资金62万元。", ""},

		{"parts that make more than their total", "整治问题86个，其中乱占28个、乱采25个、乱堆36个。", "36个"},
		{"parts with a rest that make less", "实施项目32个，其中交通项目8个、水利项目12个、其他项目5个。", "5个"},
		{"sources that make more than the sum", "投入资金86万元，其中县级50万元、镇级26万元、村级16万元。", "16万元"},
		{"parts that are not all", "投入资金86万元，其中县级50万元、镇级26万元。", ""},
		{"people counted by two questions", "培训300人，其中党员200人、妇女160人。", ""},
		{"firms counted by two questions", "检查企业126家，其中规模以上企业86家、国有企业52家。", ""},
		{"money of one level", "全年投入资金386万元。\n一、资金。县级投入资金368万元。", ""},
		{"parts that fit", "整治问题89个，其中乱占28个、乱采25个、乱堆36个。", ""},
	} {
		if got := gapsOf(t, c.text, GapContradiction); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}

func TestDeclaredLists(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"three announced and two told", "重点做了三项工作：一是抓培训；二是抓宣传。", "三项"},
		{"two announced and three told", "存在两个问题：一是资金不足，二是人员不足，三是设备老化。", "两个"},
		{"numbered lines", "承担4项任务：\n1.建公厕。\n2.修道路。\n3.装路灯。", "4项"},
		{"a word with a number", "做到三个到位：一是人员到位，二是经费到位。", "三个到位"},
		{"what is looked back on", "一是抓培训。\n二是抓宣传。\n三是抓管理。\n以上四项工作成效明显。", "四项"},
		{"headlines after as follows", "现将三个方面情况报告如下：\n一、生产\n产量稳定。\n二、生活\n生活改善。", "三个"},
		{"as many as announced", "重点做了三项工作：一是抓培训；二是抓宣传；三是抓管理。", ""},
		{"lines as many as announced", "承担3项任务：\n1.建公厕。\n2.修道路。\n3.装路灯。", ""},
		{"a figure that announces nothing", "完成项目3个，总投资86万元。一是抓培训，二是抓宣传。", ""},
		{"a part of the items", "承担实事3件，目前1件已完成，2件正在实施。具体为：\n1.建公厕。\n2.修道路。\n3.装路灯。", ""},
		{"headlines of the report after a figure", "全年完成5项任务。\n一、工作开展情况\n进展顺利。\n二、存在问题\n不多。", ""},
		{"a slogan", "坚持“三个一”：一是每月一课，二是每季一会。", ""},
	} {
		if got := gapsOf(t, c.text, GapCountMismatch); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}

func TestNestedParts(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"其中 inside 其中", "投入资金900万元，其中县级500万元，其中教育200万元。", "500万元<900万元; 200万元<500万元"},
		{"a part too large for the part before", "投入资金900万元，其中县级300万元，其中教育400万元。", "300万元<900万元; 400万元<900万元"},
		{"back to the total after ；", "投入资金900万元，其中县级500万元；其中教育200万元。", "500万元<900万元; 200万元<900万元"},
		{"a part named with 中", "签约居民2300人，其中重点人群1200人，重点人群中老年人480人、慢性病患者530人。", "1200人<2300人; 480人<1200人; 530人<1200人"},
		{"what was dealt with is not divided", "调解纠纷862件，办结850件，涉及3260万元。其中婚姻纠纷362件。", "850件<862件; 362件<862件"},
		{"the result and not its plan", "放映电影3912场，完成任务3900场；其中室内放映1752场。", "1752场<3912场"},
	} {
		res := extractText(t, c.text)
		var got []string
		for i := range res.Facts {
			if f := &res.Facts[i]; f.Parent != None {
				got = append(got, f.Of(c.text)+"<"+res.Facts[f.Parent].Of(c.text))
			}
		}
		if got := strings.Join(got, "; "); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}

func TestPartsAboveTheirTotal(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"people", "培训300人，其中党员500人。", "500人"},
		{"money", "投入资金86万元，其中县级96万元。", "96万元"},
		{"in another unit of length", "修建道路2公里，其中硬化2600米。", "2600米"},
		{"the same", "培训300人，其中党员300人。", ""},
		{"a vague total", "培训300多人，其中党员320人。", ""},
		{"a rate above the mean", "群众满意率96.3%，其中城关镇满意率97.2%。", ""},
	} {
		if got := gapsOf(t, c.text, GapPartExceedsTotal); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}

// TestNamesInOrder: the names before 分别 and the figures after it.
func TestNamesInOrder(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"as many", "文化馆、图书馆分别接待群众12人次、30人次。", "12人次 文化馆, 30人次 图书馆, "},
		{"pairs of figures", "城市低保、农村低保分别为86户126人、320户862人。", "86户 城市低保, 126人 城市低保, 320户 农村低保, 862人 农村低保, "},
		{"one name more", "文化馆、图书馆、博物馆分别接待群众12人次、30人次。", "12人次 , 30人次 , count_mismatch 12人次"},
	} {
		res := extractText(t, c.text)
		got := ""
		for i := range res.Facts {
			got += fmt.Sprint(res.Facts[i].Of(c.text), " ", res.Facts[i].Label.Of(c.text), ", ")
		}
		for _, g := range res.Gaps {
			got += fmt.Sprint(g.Kind, " ", g.Of(c.text))
		}
		if got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}

// TestLinksEnd: no link comes back to its fact, a repeat points to an earlier
// fact that repeats none, and every chain of totals ends, whatever the text.
func TestLinksEnd(t *testing.T) {
	pieces := []string{"培训", "党员", "演出", "其中", "含", "共", "合计", "分别", "上半年", "全年", "重点人群", "中", "整改", "排查隐患", "计划", "每村",
		"30人", "30场", "1263人", "0场", "12万元", "500人", "1200余人", "三项", "45%", "，", "。", "、", "；", "\n", "一是", "二是", "（", "）"}
	rnd := rand.New(rand.NewPCG(1, 2))
	texts := reports(t)
	for range 3000 {
		var b strings.Builder
		for range 5 + rnd.IntN(60) {
			b.WriteString(pieces[rnd.IntN(len(pieces))])
		}
		texts = append(texts, b.String())
	}
	w := mustCompile(t).NewWorker()
	for _, text := range texts {
		var doc segment.Document
		var res Result
		doc.Parse(text, segment.Span{End: len(text)})
		w.Extract(Report{Doc: &doc, Period: "2023"}, &res)
		for i := range res.Facts {
			f := &res.Facts[i]
			if f.SameAs != None && (f.SameAs >= i || res.Facts[f.SameAs].SameAs != None) {
				t.Fatalf("%s of %q repeats %d, which is no first mention", f.Of(text), text, f.SameAs)
			}
			steps := 0
			for k := f.Parent; k != None; k = res.Facts[k].Parent {
				if steps++; k == i || steps > len(res.Facts) {
					t.Fatalf("the totals of %s in %q come back", f.Of(text), text)
				}
			}
		}
	}
}
