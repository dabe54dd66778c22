package corpus

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestSplitKeepsEachKindWhole(t *testing.T) {
	for _, c := range kinds {
		if spans := Split(c.text); len(spans) > 1 {
			t.Errorf("%s: split before %q", c.name, firstLine(c.text[spans[1].Start:]))
		}
	}
}

// TestSplitFindsTheBoundsOfKinds joins reports of all kinds, each with an end
// as reports have it.
func TestSplitFindsTheBoundsOfKinds(t *testing.T) {
	all := map[string]string{}
	var names []string
	for _, c := range kinds {
		if strings.HasSuffix(c.name, "is no body") || strings.HasSuffix(c.name, "are no body") || strings.Contains(c.name, "without a name") {
			continue
		}
		all[c.name] = c.text
		if !strings.HasSuffix(c.text, "日\n") {
			all[c.name] += "下一步，我们将再接再厉，确保各项任务圆满完成，为全面发展作出新的贡献！\n"
		}
		names = append(names, c.name)
	}
	right, total := 0, 0
	for seed := range uint64(200) {
		text, want := concatenate(rand.New(rand.NewPCG(seed, 7)), all, names)
		missed, extra := compare(text, want, Split(text))
		total += len(want)
		right += len(want) - len(missed)
		for _, at := range missed {
			t.Logf("missed %q", firstLine(text[at:]))
		}
		for _, at := range extra {
			t.Errorf("extra %q", firstLine(text[at:]))
		}
	}
	if right*100 < total*98 {
		t.Errorf("%d of %d bounds found", right, total)
	}
}

func TestSplitOpenings(t *testing.T) {
	const before = "梅溪县林业局2022年工作总结\n2022年，完成造林3200亩。\n一、主要工作\n义务植树12万株，抚育8000亩。\n二、下步打算\n计划造林3000亩，确保各项任务圆满完成！\n"
	const after = "一年来，在县委的坚强领导下，发放救助金1200万元，惠及3200户。\n"
	for _, title := range []string{
		"梅岭县民政局2022年度述职报告\n",
		"在梅岭县第十八届人民代表大会第二次会议上的报告\n",
		"在全市民政工作会议上的交流发言\n",
		"王某某同志在全县民政工作会议上的讲话\n",
		"望江水务集团有限公司2022年上半年经营情况分析\n",
		"梅岭县2022年一季度经济运行情况分析\n",
		"梅岭县民政局2022年度工作要点完成情况\n",
		"关于2022年预算执行情况的报告\n",
		"梅岭县民政局关于2022年民生实事进展情况的通报\n",
		"梅岭县2022年国民经济和社会发展统计公报\n",
		"民政工作汇报材料\n",
		"乡村振兴典型材料\n",
		"民政工作经验交流材料\n",
		"民政工作情况通报\n",
		"民政工作简报\n（第8期）\n梅岭县民政局办公室　　2022年7月8日\n",
		"政府工作报告\n——2023年1月6日在梅岭县第十八届人民代表大会第二次会议上\n各位代表：\n",
		"凝心聚力谋发展\n各位代表：\n",
		"凝心聚力　真抓实干\n——梅岭县民政局2022年工作总结\n",
		"凝聚“她”力量 绽放“她”风采\n梅岭县妇联2022年工作亮点\n",
		"石坳村村民委员会述职报告\n各位村民代表：\n",
		"梅岭县民政局\n2022年工作总结\n",
		"中共梅岭县委：\n现将梅岭县民政局2022年工作情况报告如下：\n",
	} {
		text := before + title + after
		if got := Split(text); len(got) != 2 || got[1].Start != len(before) {
			t.Errorf("%q does not open a report: %v", firstLine(title), got)
		}
	}
}

func TestSplitLeavesHeadlinesInside(t *testing.T) {
	const before = "梅岭县民政局2022年工作总结和2023年工作计划\n2022年，在县委的坚强领导下，我局各项工作取得新成效！\n"
	const after = "发放救助金1200万元，惠及3200户，群众满意度达到98%！\n"
	for _, headline := range []string{
		"2022年工作总结\n", "2023年工作计划\n", "2023年工作打算\n", "主要工作成效\n", "存在的问题\n", "一年来的主要工作情况\n", "下一年工作要点\n",
		"典型案例\n", "经验做法\n", "表1　2022年救助资金发放情况\n", "附件：梅岭县2022年民政统计公报\n", "附表：梅岭县民政局2022年工作情况\n",
		"《梅岭县民政局2022年工作总结》\n", "各位代表！\n", "同志们！\n", "具体情况如下：\n", "其中：\n", "（一）2022年工作总结\n", "一、2022年工作回顾\n", "第一部分　2022年工作总结\n",
		"柳溪镇：小院坝里话振兴\n", "“救急难”工作成效明显\n", "2022年，全县民政系统主要做了以下工作\n",
	} {
		text := before + after + headline + after + after
		if got := Split(text); len(got) != 1 {
			t.Errorf("%q splits the report at %q", firstLine(headline), firstLine(text[got[1].Start:]))
		}
	}
}

func TestKindsAreManyAndDiffer(t *testing.T) {
	var names []string
	for _, c := range kinds {
		names = append(names, c.name)
	}
	slices.Sort(names)
	if len(names) < 60 || len(slices.Compact(names)) != len(kinds) {
		t.Errorf("%d kinds, %d with a name of their own", len(kinds), len(slices.Compact(names)))
	}
}

// TestNotesStayWithTheirReport: notes behind the signature open no report.
func TestNotesStayWithTheirReport(t *testing.T) {
	const report = "梅溪县文化馆2021年工作总结\n2021年，开展讲座24场，参加读者4350人次，广受好评。\n一、主要工作\n举办展览18期。\n梅溪县文化馆\n2021年12月28日\n"
	for _, note := range []string{"[1] 讲座场次含线上讲座6场，均由县文化馆承办。\n", "①讲座场次含线上讲座6场，均由县文化馆承办。\n", "注：讲座场次含线上讲座6场，均由县文化馆承办。\n"} {
		if got := Split(report + note); len(got) != 1 {
			t.Errorf("split before %q", note)
		}
	}
}
