package sheet

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/corpus"
)

// rowsOf makes a sheet of lines whose cells | parts; ~ is a line end, * a long
// text and + one of 45 characters.
func rowsOf(lines ...string) (s Sheet) {
	for i, l := range lines {
		cells := strings.Split(l, "|")
		for k := range cells {
			cells[k] = strings.NewReplacer("~", "\n", "*", strings.Repeat("各项工作有序推进，", 15), "+", strings.Repeat("工作有序推进开展，", 6)).Replace(cells[k])
		}
		s.Rows = append(s.Rows, Row{Number: i + 1, Cells: cells})
	}
	return s
}

const (
	a = "2023年，甲镇开展志愿服务活动45场，服务群众2300人次，新建文化广场2处。"
	b = "2023年，乙镇植树造林1,200亩，开展护林巡查360次，改造危桥三座。"
)

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, sheet, want string }{
		{"工作总结 is a headline of texts", "序号|乡镇|填报日期|工作总结/1|甲镇|2023-12-31|" + a + "/2|乙镇|2023-12-31|" + b, "[3] from 1"},
		{"so is 报告全文", "乡镇|报告全文/甲镇|" + a, "[1] from 1"},
		{"and 总结内容, below a title", "各乡镇总结/乡镇|总结内容/甲镇|" + a, "[1] from 2"},
		{"and 内容", "编号|内容/1|" + a, "[1] from 1"},
		{"short texts are enough where nothing else has figures", "序号|单位|工作总结/1|甲镇|新建公厕6座，群众满意。", "[2] from 1"},
		{"one sentence each is enough", "街道|年度|小结/甲|2022|新建公厕3座。/乙|2023|改造公厕4座。", "[2] from 1"},
		{"they are none beside figures", "乡镇|人口（人）|总结/甲镇|1200|新建公厕6座，群众满意。", "none"},
		{"内容 of projects stays a table", "项目|建设内容|投资（万元）/甲|新建文化广场2处，配套建设健身器材，改造道路3公里|20", "none"},
		{"so do names of reports", "乡镇|报告名称/甲镇|甲镇人民政府关于2023年上半年全镇安全生产工作情况的报告", "none"},
		{"so do words under 总结", "乡镇|总结|公厕（座）/甲镇|已交|6/乙镇|未交|7", "none"},
		{"lines under a title are lines", "2023年工作总结/" + a + "/" + b, "none"},
		{"any long column holds texts", "序号|情况/1|*/2|*", "[1] from 1"},
		{"a form with one long answer holds none", "单位|甲镇/日期|2023/联系人|王某/情况|*", "none"},
		{"long columns together are a report", "乡镇|上半年|下半年/甲镇|*1|*2/乙镇|*3|*4", "[1 2] from 1"},
		{"also under names", "乡镇|上半年工作总结|下半年打算|联系电话/甲镇|*1|+|1380000", "[1 2] from 1"},
		{"and under two rows of headlines", "乡镇|工作总结|/|上半年|下半年/甲镇|*1|*2/乙镇|*3|*4", "[1 2] from 2"},
		{"正文 is the whole", "标题|摘要|正文|说明/甲|*|*2|*", "[2] from 1"},
		{"a column that says it again is left out", "县|总结|总结（备份）/甲县|" + a + "|" + a, "[1] from 1"},
		{"a column without a headline", "1|*/2|*", "[1] from 0"},
	} {
		s := rowsOf(strings.Split(c.sheet, "/")...)
		got := "none"
		if x, ok := s.find(Options{}); ok == found {
			got = fmt.Sprint(x.columns, " from ", x.from)
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestAsked(t *testing.T) {
	table := rowsOf("县|人数", "甲县|12")
	for _, c := range []struct {
		name   string
		sheets []Sheet
		want   string // of the text or the error
	}{
		{"a table needs no column of the name", []Sheet{table}, "甲县\t12"},
		{"short texts count when they are asked for", []Sheet{rowsOf("县|情况", "甲县|共5家。")}, "共5家。"},
		{"texts under another name are an error", []Sheet{rowsOf("县|正文", "甲县|"+a)}, "没有名为“情况”的列（--text-column），表头是：县、正文"},
		{"also what only may be texts", []Sheet{rowsOf("县|进展", "甲县|+")}, "表头是：县、进展"},
	} {
		got, err := Write(context.Background(), corpus.Limits{}, c.sheets, Options{Text: "情况"})
		if s := got.Text + fmt.Sprint(err); !strings.Contains(s, c.want) {
			t.Errorf("%s: %q %v, want %q", c.name, got.Text, err, c.want)
		}
	}
}

func TestSeveralColumns(t *testing.T) {
	for _, c := range []struct{ name, sheet, want string }{
		{"texts of a row are one report", "乡镇|年度|基本情况|存在问题/甲镇|2023|*1|*2/乙镇|2023||*3", "2 2023:基本情况 *1 存在问题 *2;3 2023:存在问题 *3;"},
		{"halves are two", "乡镇|年度|上半年|下半年/甲镇|2023|*1|*2/乙镇|2023||*3", "2 2023H1:上半年 *1;2 2023H2:下半年 *2;3 2023H2:下半年 *3;"},
		{"in a year that is not given they are of none", "乡镇|上半年总结|下半年总结/甲镇|*1|*2", "2 :上半年总结 *1;2 :下半年总结 *2;"},
		{"years are two", "乡镇|2021年总结|2022年总结/甲镇|*1|*2", "2 2021:2021年总结 *1;2 2022:2022年总结 *2;"},
		{"a half under its headline is of that half", "乡镇|年度|上半年工作总结/甲镇|2023|*1", "2 2023H1:*1;"},
		{"a year under its headline is of that year", "乡镇|2022年工作总结/甲镇|*1", "2 2022:*1;"},
		{"a quarter in a column of its own counts", "乡镇|报告期|2022年工作总结/甲镇|2022Q1|*1", "2 2022Q1:*1;"},
		{"plans belong to what was done", "乡镇|时间|上半年总结|下半年打算/甲镇|2023H1|*1|*2", "2 2023H1:上半年总结 *1 下半年打算 *2;"},
	} {
		got, err := Write(context.Background(), corpus.Limits{}, []Sheet{rowsOf(strings.Split(c.sheet, "/")...)}, Options{})
		text := ""
		for _, p := range got.Parts {
			text += fmt.Sprint(p.Row, " ", p.Period, ":", strings.ReplaceAll(strings.TrimSpace(p.Span.Of(got.Text)), "\n", " "), ";")
		}
		text = strings.ReplaceAll(text, strings.Repeat("各项工作有序推进，", 15), "*")
		if err != nil || text != c.want {
			t.Errorf("%s: %s %v, want %s", c.name, text, err, c.want)
		}
	}
}

func TestLead(t *testing.T) {
	for _, c := range []struct{ name, sheet, want string }{
		{"a title and notes are lines above the table", "松河县收入表||/填报单位：松河县财政局||单位：万元/乡镇|收入|支出/柳河镇|5|6", "松河县收入表\n填报单位：松河县财政局\n单位：万元\n\n乡镇\t收入\t支出\n柳河镇\t5\t6\n\n"},
		{"a date beside a note too", "2023年12月|单位：人/乡镇|人数/柳河镇|5", "2023年12月\n单位：人\n\n乡镇\t人数\n柳河镇\t5\n\n"},
		{"a note in brackets", "|（单位：万元）/乡镇|收入/柳河镇|5", "（单位：万元）\n\n乡镇\t收入\n柳河镇\t5\n\n"},
		{"a headline over some columns stays", "|收入|/乡镇|本年|上年/柳河镇|5|6", "\t收入\t\n乡镇\t本年\t上年\n柳河镇\t5\t6\n\n"},
		{"cells with 其中 are no notes", "合计|5/其中：女|3", "合计\t5\n其中：女\t3\n\n"},
	} {
		got, err := Write(context.Background(), corpus.Limits{}, []Sheet{rowsOf(strings.Split(c.sheet, "/")...)}, Options{})
		if err != nil || got.Text != c.want {
			t.Errorf("%s: %q %v, want %q", c.name, got.Text, err, c.want)
		}
	}
}

func TestDescribe(t *testing.T) {
	for _, c := range []struct{ name, heads, cells, want string }{
		{"a place", "序号|乡镇", "1|白沙镇", "/白沙镇//"},
		{"a place under 单位 is one", "填报单位", "白沙镇", "/白沙镇//"},
		{"a body under 乡镇 is one", "乡镇", "白沙镇人民政府", "/白沙镇/白沙镇人民政府/"},
		{"a body", "单位名称|县（市、区）", "县水利局|松河县", "/松河县/县水利局/"},
		{"places of several ranks", "乡镇|县区|部门", "白沙镇|松河县|农办", "/松河县白沙镇/农办/"},
		{"places that are no names stay apart", "地市|地区", "甲|乙", "/乙//"},
		{"a place within 单位", "县区|单位", "松河县|城东街道", "/松河县城东街道//"},
		{"a title", "报告标题|标题", "|总结", "总结///"},
		{"a year", "年度", "2023", "///2023"},
		{"a half", "时期", "2022年上半年", "///2022年上半年"},
		{"a half of the year beside it", "年度|时间", "2022年度|上半年", "///2022H1"},
		{"a quarter", "年份|季度", "2022|二季度", "///2022Q2"},
		{"its number", "季度|年份", "1|2022", "///2022Q1"},
		{"a month", "年|月份", "2022|07", "///2022-07"},
		{"a month with its year", "年|月份", "2022|2022-07", "///2022-07"},
		{"what is no part of a year", "年|季度", "2022|冬春", "///"},
		{"a month without a year", "月份", "7", "///"},
		{"a day is no period", "时间", "2023-12-31", "///"},
		{"nor is a day in words", "报告期", "2023年6月30日", "///"},
		{"nor the day of filling in", "填报日期|报送时间", "2023|2023", "///"},
	} {
		p := Describe(strings.Split(c.heads, "|"), strings.Split(c.cells, "|"))
		if got := p.Title + "/" + p.Region + "/" + p.Org + "/" + p.Period; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
