package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
)

func extractText(t *testing.T, text string) *Result {
	t.Helper()
	var doc segment.Document
	doc.Parse(text, segment.Span{End: len(text)})
	res := &Result{}
	mustCompile(t).NewWorker().Extract(Report{Doc: &doc, Period: "2023"}, res)
	return res
}

func TestGaps(t *testing.T) {
	for _, c := range []struct{ kind, text, want string }{
		{"lost", "发放农资折合万元，共演出12场。", "missing 万元"},
		{"masked", "共演出XX场。", "masked XX场"},
		{"cut", "印发明白纸2024余份，悬挂标语8余幅。", "doubtful 2024余份; doubtful 8余幅"},
		{"not cut", "印发明白纸2020余份，参加3700多人，投入4.2万余元。", ""},
		{"part above its total", "培训300人，其中党员500人。", "part_exceeds_total 500人"},
		{"part below a vague total", "培训300多人，其中党员320人。", ""},
		{"names that do not match", "文化馆、图书馆、博物馆分别接待群众12人次、30人次。", "count_mismatch 12人次"},
		{"names that match", "文化馆、图书馆分别接待群众12人次、30人次。", ""},
		{"not understood", "全年共计1286。", "unexplained 1286"},
	} {
		res := extractText(t, c.text)
		var got []string
		for _, g := range res.Gaps {
			got = append(got, fmt.Sprint(g.Kind, " ", g.Of(c.text)))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.kind, c.text, s, c.want)
		}
	}
}

func TestLinks(t *testing.T) {
	for _, c := range []struct{ kind, text, want string }{
		{"parts hang under their total", "培训300人，其中党员20人、团员30人。", "300人; 20人<300人; 30人<300人"},
		{"what was dealt with hangs under what there was", "排查安全隐患56处，整改54处。", "56处; 54处<56处"},
		{"a repeat points to its first mention", "接待读者41.3万人次。\n一年来，接待读者41.3万人次。", "41.3万人次; 41.3万人次=41.3万人次"},
		{"the same number of other things is no repeat", "新建书屋12家。\n举办讲座12场。", "12家; 12场"},
		{"a result before its target", "完成食品抽检368批次，占全年任务1500批次的24.5%，检出不合格9批次。", "368批次>1500批次; 1500批次; 24.5%; 9批次"},
		{"a share that does not agree parts them", "目标任务300人，完成120人，完成率98%。", "300人; 120人; 98%"},
		{"a result points to its target", "目标新建充电桩240个，实际新建充电桩251个。", "240个; 251个>240个"},
	} {
		res := extractText(t, c.text)
		var got []string
		for i := range res.Facts {
			f := &res.Facts[i]
			s := f.Of(c.text)
			for _, link := range []struct {
				sign string
				to   int
			}{{"<", f.Parent}, {"=", f.SameAs}, {">", f.TargetOf}} {
				if link.to != None {
					s += link.sign + res.Facts[link.to].Of(c.text)
				}
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.kind, c.text, s, c.want)
		}
	}
}

func TestLabels(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"新建村级文化广场9处。", "村级文化广场"},
		{"46支代表队参加。", "代表队"},
		{"全镇非遗项目、传承人分别为14项和23人。", "非遗项目; 传承人"},
		{"生猪存栏21万头、出栏16万头，分别增长1.2%和2.4%。", "生猪存栏; 出栏; 生猪存栏; 出栏"},
		{"送戏下乡68场，比去年同期增加11场。", "送戏下乡; 送戏下乡"},
		{"覆盖率达98.6%。", "覆盖率"},
		{"帮扶脱贫户86户291人。", "脱贫户; 脱贫户"},
	} {
		res := extractText(t, c.text)
		var got []string
		for i := range res.Facts {
			got = append(got, res.Facts[i].Label.Of(c.text))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

func TestNextPeriod(t *testing.T) {
	for _, c := range []struct{ p, want period.Period }{
		{"2023", "2024"}, {"2023H1", "2023H2"}, {"2023H2", "2024H1"}, {"2023Q2", "2023Q3"}, {"2023-01/2023-09", "2023Q4"},
		{"XXXXH1", "XXXXH2"}, {"XXXX", ""}, {"", ""}, {"2021-09/2022-08", "2022-09/2022-12"},
	} {
		if got := next(c.p); got != c.want {
			t.Errorf("after %q comes %q, want %q", c.p, got, c.want)
		}
	}
}
