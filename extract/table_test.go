package extract

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/segment"
)

// tables are small flattened tables and the facts that must come out of them.
var tables = []struct{ kind, text, want string }{
	{"places: the column names what is counted, the caption its kind",
		"总结\n各镇放映情况：\n乡镇 任务数（场） 观众（万人次） 完成率\n东山镇 30 1.2 90%\n西河乡 20 0.8 85%",
		"30 film_screenings target; 1.2 participants; 90% completion_rate; 20 film_screenings target; 0.8 participants; 85% completion_rate"},
	{"what stands beside its sum is a part",
		"总结\n乡镇 书屋（个） 新增图书（册）\n东山镇 3 120\n西河乡 4 160\n合计 7 280",
		"3 facilities part; 120 books part; 4 facilities part; 160 books part; 7 facilities; 280 books"},
	{"columns beside 合计 are parts of it",
		"总结\n项目 合计 中央 省级\n文化站改造 30万元 20万元 10万元",
		"30万元 funds_received; 20万元 funds_received part; 10万元 funds_received part"},
	{"a budget under a blank headline, 其中 below it",
		"总结\n（单位：万元）\n年初预算 执行数 执行率 得分\n资金总额 100 95 95% 9.5\n其中：财政拨款 80 76 95% -",
		"100 funds_received target; 95 funds_invested; 95% completion_rate; 80 funds_received target part; 76 funds_invested part; 95% completion_rate"},
	{"serial numbers count nothing, states are said of their rows",
		"总结\n序号 项目 里程（公里） 进展\n1 东山公路 3.5 已完工\n2 西河公路 2.4 未开工",
		"3.5 infrastructure done; 已完工 completion_status done; 2.4 infrastructure undone; 未开工 completion_status undone"},
	{"a column of units",
		"总结\n指标 单位 计划 完成\n送戏下乡 场 10 12\n争取资金 万元 50 60",
		"10 performance_sessions target; 12 performance_sessions; 50 funds_received target; 60 funds_received"},
	{"Markdown, with an empty cell and a rule",
		"总结\n| 指标 | 目标 | 完成 |\n|---|---|---|\n| 演出（场） | 12 | 13 |\n| 展览（个） | — | 4 |",
		"12 performance_sessions target; 13 performance_sessions; 4 exhibition_lectures"},
	{"rows glued into one line behind their headlines",
		"总结\n指标 目标 完成 演出（场） 12 13 展览（个） 3 4",
		"12 performance_sessions target; 13 performance_sessions; 3 exhibition_lectures target; 4 exhibition_lectures"},
	{"one cell a line, with serial numbers",
		"总结\n一、指标\n序号\n名称\n目标\n完成\n1\n演出（场）\n12\n13\n2\n展览（个）\n3\n4",
		"12 performance_sessions target; 13 performance_sessions; 3 exhibition_lectures target; 4 exhibition_lectures"},
	{"merged cells of groups are missing on the left",
		"总结\n类别 指标 目标值 完成值 分值\n产出 演出 12场 13场 10\n展览 3个 4个 10",
		"12场 performance_sessions target; 13场 performance_sessions; 3个 exhibition_lectures target; 4个 exhibition_lectures"},
	{"years name their rows, and earlier ones are only compared with",
		"总结\n年份 演出场次 观众（人次）\n2022 10 800\n2023 12 900",
		"10 performance_sessions reference; 800 participants reference; 12 performance_sessions; 900 participants"},
	{"aims and results in rows, things in columns",
		"总结\n类别\t演出（场）\t展览（个）\n年度目标\t12\t3\n实际完成\t13\t4",
		"12 performance_sessions target; 3 exhibition_lectures target; 13 performance_sessions; 4 exhibition_lectures"},
}

func TestTables(t *testing.T) {
	e := mustCompile(t)
	for _, s := range tables {
		if got := describe(e, s.text); got != s.want {
			t.Errorf("%s:\n%s\n got %s\nwant %s", s.kind, s.text, got, s.want)
		}
	}
}

// TestPartsPointToTheirTotal holds sums in tables to be counted once, also
// where the total comes last.
func TestPartsPointToTheirTotal(t *testing.T) {
	text := "总结\n乡镇 书屋（个） 图书（册）\n东山镇 3 120\n西河乡 4 160\n合计 7 280"
	e := mustCompile(t)
	var doc segment.Document
	doc.Parse(text, segment.Span{End: len(text)})
	var res Result
	e.NewWorker().Extract(Report{Doc: &doc, Period: "2023"}, &res)
	parts := 0
	for _, f := range res.Facts {
		if f.Basis != Part {
			continue
		}
		parts++
		if f.Parent == None {
			t.Errorf("%s has no total", f.Of(text))
		} else if total := res.Facts[f.Parent].Of(text); total != "7" && total != "280" {
			t.Errorf("%s is a part of %s", f.Of(text), total)
		}
	}
	if parts != 4 {
		t.Errorf("%d parts, want 4", parts)
	}
}

// TestTornTables reads tables whose cells are lost, doubled and glued: any
// answer will do, as long as there is one.
func TestTornTables(t *testing.T) {
	files, err := filepath.Glob(filepath.FromSlash("../testdata/tables/*/*.mark"))
	if err != nil || len(files) == 0 {
		t.Fatal("no tables", err)
	}
	e := mustCompile(t)
	w := e.NewWorker()
	r := rand.New(rand.NewPCG(1, 2))
	seps := []string{" ", "  ", "　", "\t", " | ", "\n", "|", "||"}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for range 20 {
			var b strings.Builder
			sep := seps[r.IntN(len(seps))]
			for cell := range strings.FieldsSeq(string(raw)) {
				if r.IntN(20) == 0 {
					sep = seps[r.IntN(len(seps))]
				}
				if i := strings.IndexByte(cell, '|'); i > 0 && r.IntN(9) > 0 {
					cell = strings.TrimPrefix(cell[:i], "⟦")
				}
				for range max(1, 1-r.IntN(2)+r.IntN(9)/7) * min(1, r.IntN(9)) {
					b.WriteString(cell)
					b.WriteString(sep)
				}
				if r.IntN(6) == 0 {
					b.WriteByte('\n')
				}
			}
			var doc segment.Document
			var res Result
			doc.Parse(b.String(), segment.Span{End: b.Len()})
			w.Explain(Report{Doc: &doc, Period: "2023"}, &res)
		}
	}
}
