package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
)

// TestPeriods gives each figure with its own period, and the figure of the
// whole period that holds it.
func TestPeriods(t *testing.T) {
	w := mustCompile(t).NewWorker()
	for _, c := range []struct {
		name, report, text, want string
	}{
		{"an earlier year is its own", "2019", "2018年演出100场。今年演出120场。", "100场 2018; 120场 2019"},
		{"halves belong to their year", "2019", "上半年演出50场，下半年演出70场，全年演出120场。", "50场 2019H1 of 120场; 70场 2019H2 of 120场; 120场 2019"},
		{"a month lies in the report's half", "2019H1", "3月，举办培训班2期。", "2期 2019-03"},
		{"the report's own period", "2019H1", "上半年演出50场。", "50场 2019H1"},
		{"a year that holds the half is no other time", "2019H1", "2019年演出50场。", "50场"},
		{"the second year of a school year", "2018-09/2019-08", "3月，举办培训班2期。", "2期 2019-03"},
		{"the end of a stretch is no period", "2019", "截至6月底，演出50场。", "50场"},
		{"the start of a stretch is no period", "2019", "2018年以来，演出50场。", "50场"},
		{"a year that names something", "2019", "投入2018年专项资金30万元。", "30万元"},
		{"a year of something that goes on", "2019", "2018年建成的文化站接待2万人次。", "2万人次"},
		{"another sentence is another time", "2019", "2018年编制规划。演出50场。", "50场"},
		{"nothing known of the report", "", "上半年演出50场。", "50场"},
	} {
		var doc segment.Document
		var res Result
		doc.Parse(c.text, segment.Span{End: len(c.text)})
		w.Extract(Report{Doc: &doc, Period: period.Period(c.report)}, &res)
		var got []string
		for i := range res.Facts {
			f := &res.Facts[i]
			s := f.Span.Of(c.text)
			if f.Period != "" {
				s += " " + string(f.Period)
			}
			if f.Parent != None {
				s += fmt.Sprint(" of ", res.Facts[f.Parent].Span.Of(c.text))
			}
			got = append(got, s)
		}
		if got := strings.Join(got, "; "); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}

// TestRepeats asks which figure is said again by which.
func TestRepeats(t *testing.T) {
	w := mustCompile(t).NewWorker()
	for _, c := range []struct {
		name, text string
		repeats    int
	}{
		{"a telling value is said again", "上半年接待读者52.7万人次。总之，接待读者52.7万人次。", 1},
		{"two events of a round size", "春节期间放映电影10场。国庆期间放映电影10场。", 0},
		{"two courses alike", "3月，举办培训班1期，培训50人。5月，举办培训班1期，培训50人。", 0},
		{"the same digits in another unit", "道路硬化317公里。道路硬化317米。", 0},
		{"the same length in another unit", "道路硬化3.17公里。道路硬化3170米。", 1},
		{"a summary rounds down with 余", "接待读者12043人次。\n总之，全年接待读者1.2万余人次。", 1},
		{"a summary rounds up with 近", "播发新闻4862条。\n一年来，共播发新闻近4900条。", 1},
		{"an opening rounds", "全年共接待读者约53万人次。\n一、服务。接待读者52.7万人次。", 1},
		{"rounded, but nothing sums up", "接待读者12043人次。接待读者1.2万人次。", 0},
		{"余 goes to the next round number only", "接待读者13100人次。\n全年共接待读者1.2万余人次。", 0},
		{"two figures are said again in a summary", "开展演出42场。\n全年共开展演出42场。", 1},
		{"a general name and two figures", "招商60次，共签约项目26个。新开工项目中，工业26个。", 0},
		{"two towns alike", "龙潭镇造林8625亩。黄沙镇造林8625亩。", 0},
		{"two feasts alike", "春节期间演出接待1250人次。国庆期间演出接待1250人次。", 0},
		{"a longer name of the same", "放映农村公益电影1260场。\n全年放映电影1260场。", 1},
		{"what is not up to standard is another thing", "抽检食品1262批次。检出不合格食品1262批次。", 0},
		{"what is aimed at is not what was done", "全年放映电影1260场。计划放映电影1260场。", 0},
		{"per village and in all", "补助资金1260元。每村补助资金1260元。", 0},
		{"a part is said again", "实现零售额12.86亿元，其中农产品零售额4.62亿元。\n全县农产品零售额4.62亿元。", 1},
		{"another half of the year", "上半年接待读者1263人次。下半年接待读者1263人次。", 0},
	} {
		var doc segment.Document
		var res Result
		doc.Parse(c.text, segment.Span{End: len(c.text)})
		w.Extract(Report{Doc: &doc, Period: "2019H1"}, &res)
		n := 0
		for i := range res.Facts {
			if res.Facts[i].SameAs != None {
				n++
			}
		}
		if n != c.repeats {
			t.Errorf("%s: %s: %d repeats, want %d", c.name, c.text, n, c.repeats)
		}
	}
}
