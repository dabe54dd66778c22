package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
)

// goldMeta reads the header of a .mark file.
func goldMeta(t *testing.T, path string) Meta {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var m Meta
	for line := range strings.Lines(string(data)) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), "=")
		if !ok || !strings.HasPrefix(key, "#") {
			break
		}
		switch key {
		case "#region":
			m.Region = value
		case "#org":
			m.Org = value
		case "#period":
			m.Period = period.Period(value)
		}
	}
	return m
}

func TestDescribeAgainstGold(t *testing.T) {
	for _, dir := range [][]string{{devDir, seedDir}, {ownDir}} {
		total, right := 0, [3]int{}
		for _, d := range dir {
			for name, text := range reports(t, d) {
				want := goldMeta(t, filepath.Join(d, strings.TrimSuffix(name, ".txt")+".mark"))
				got := Describe(text, segment.Span{End: len(text)}, name)
				total++
				for i, ok := range []bool{got.Region == want.Region, got.Org == want.Org, got.Period == want.Period} {
					if ok {
						right[i]++
						continue
					}
					t.Logf("%s %s: got %q %q %q, want %q %q %q", name, []string{"region", "org", "period"}[i], got.Region, got.Org, got.Period, want.Region, want.Org, want.Period)
				}
			}
		}
		for i, n := range right {
			if n*10 < total*9 {
				t.Errorf("%v: %s right in %d of %d", dir, []string{"region", "org", "period"}[i], n, total)
			}
		}
	}
}

func TestDescribe(t *testing.T) {
	for _, c := range []struct{ name, file, text, title, region, org, period string }{
		{"a title says it all", "", "松河县民政局2021年上半年工作总结\n今年以来，各项工作有序推进。\n",
			"松河县民政局2021年上半年工作总结", "松河县", "松河县民政局", "2021H1"},
		{"the place's chain is kept, the body's name is short", "", "灵江市白石区文化馆2020年工作总结\n2020年，我馆举办活动12场。\n",
			"灵江市白石区文化馆2020年工作总结", "灵江市白石区", "白石区文化馆", "2020"},
		{"brackets after the body fall away", "", "松河县博物馆（县非遗中心）二〇二一年工作情况\n我馆有展厅5个，观众3万人次。\n",
			"松河县博物馆（县非遗中心）二〇二一年工作情况", "松河县", "松河县博物馆", "2021"},
		{"the body stands above the title", "", "松河县总工会\n2023年工作总结和2024年工作安排\n2023年，全县各级工会开展活动66场。\n",
			"松河县总工会2023年工作总结和2024年工作安排", "松河县", "松河县总工会", "2023"},
		{"the body signs", "", "关于文化活动的汇报\n县政府：\n我馆全年举办活动66场，观众5万人次，现汇报如下。\n松河县文化馆\n2021年12月8日\n",
			"关于文化活动的汇报", "松河县", "松河县文化馆", "2021"},
		{"the year comes from the signature", "", "和顺街道前三季度工作情况通报\n各社区：\n今年，街道举办活动66场。\n和顺街道办事处\n2022年10月9日\n",
			"和顺街道前三季度工作情况通报", "和顺街道", "和顺街道办事处", "2022-01/2022-09"},
		{"a half before the date's year", "", "松河县文化馆下半年工作总结\n我馆举办活动66场，观众5万人次。\n松河县文化馆\n2022年1月9日\n",
			"松河县文化馆下半年工作总结", "松河县", "松河县文化馆", "2021H2"},
		{"a report of October covers what its opening says", "", "关于2023年实事项目的汇报\n今年，我局承担项目4项，1-9月完成投资4102万元。\n松河县文化局\n2023年10月8日\n",
			"关于2023年实事项目的汇报", "松河县", "松河县文化局", "2023-01/2023-09"},
		{"the year comes from the file's name", "2019/松河县文化馆.txt", "松河县文化馆上半年工作总结\n我馆举办活动66场，观众5万人次。\n",
			"松河县文化馆上半年工作总结", "松河县", "松河县文化馆", "2019H1"},
		{"a half without year stays open", "", "松河县文化馆上半年工作总结\n我馆举办活动66场，观众5万人次。\n",
			"松河县文化馆上半年工作总结", "松河县", "松河县文化馆", ""},
		{"a masked year stays masked", "", "xx县文化馆20XX年上半年工作总结\n我馆举办活动66场，观众5万人次。\n",
			"xx县文化馆20XX年上半年工作总结", "xx县", "xx县文化馆", "XXXXH1"},
		{"the bare name is completed from the text", "", "市文化馆扎实推进阅读活动情况汇报\n今年以来，海安市文化馆举办活动66场。\n",
			"市文化馆扎实推进阅读活动情况汇报", "海安市", "海安市文化馆", ""},
		{"the body acts in the opening", "", "文化扶贫工作总结\n20XX年以来，xx县文新局认真落实各项要求，举办活动66场。\n",
			"文化扶贫工作总结", "xx县", "xx县文新局", "XXXX"},
		{"a government reports through its speaker", "", "政 府 工 作 报 告\n——2020年2月11日在松岗镇第七届人民代表大会上\n各位代表：\n现在，我代表松岗镇人民政府向大会报告工作，请审议。\n一、2019年工作回顾\n2019年，全镇新修公路12公里。\n",
			"政 府 工 作 报 告——2020年2月11日在松岗镇第七届人民代表大会上", "松岗镇", "松岗镇人民政府", "2019"},
		{"a school year", "", "松河县教育局2020—2021学年度工作总结\n过去的一学年，全县教育稳步发展，成绩喜人。\n",
			"松河县教育局2020—2021学年度工作总结", "松河县", "松河县教育局", "2020-09/2021-08"},
		{"a place without a body", "", "沙溪县2022年群众体育情况汇报\n2022年，我县举办赛事66场，参赛5万人次。\n",
			"沙溪县2022年群众体育情况汇报", "沙溪县", "", "2022"},
		{"a text that names nothing", "", "一、基本情况\n举办活动66场，观众5万人次。\n", "", "", "", ""},
	} {
		got := Describe(c.text, segment.Span{End: len(c.text)}, c.file)
		want := Meta{File: c.file, Title: c.title, Region: c.region, Org: c.org, Period: period.Period(c.period)}
		got.Genre = ""                          // TestGenre asks for it
		got.RegionCode, got.RegionPath = "", "" // see TestLocate
		if got != want {
			t.Errorf("%s:\n got %q %q %q %q\nwant %q %q %q %q", c.name, got.Title, got.Region, got.Org, got.Period, want.Title, want.Region, want.Org, want.Period)
		}
	}
}
