package extract

import (
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/segment"
)

// ruled makes the text and the marks of a title and a table whose cells are
// parted by bars here and by tabs in the text.
func ruled(table string) (string, []segment.Mark) {
	var b strings.Builder
	var marks []segment.Mark
	b.WriteString("总结\n")
	for row := range strings.Lines(table) {
		row = strings.TrimSuffix(row, "\n")
		start := b.Len()
		at := len(marks)
		marks = append(marks, segment.Mark{Kind: segment.MarkRow})
		for i, cell := range strings.Split(row, "|") {
			if i > 0 {
				b.WriteByte('\t')
			}
			from := b.Len()
			b.WriteString(cell)
			marks = append(marks, segment.Mark{Span: segment.Span{Start: from, End: b.Len()}, Kind: segment.MarkCell})
		}
		marks[at].Span = segment.Span{Start: start, End: b.Len()}
		b.WriteByte('\n')
	}
	return b.String(), marks
}

// Cells that a file marks keep their columns, whatever is empty.
func TestMarkedTables(t *testing.T) {
	e := mustCompile(t)
	for _, c := range []struct{ kind, table, want string }{
		{"a first and a last cell that are empty",
			"乡镇|村|演出（场）|展览（个）|图书（册）\n东山镇|甲村|3||\n|乙村|4|5|120\n西河乡|丙村||6|",
			"3 performance_sessions; 4 performance_sessions; 5 exhibition_lectures; 120 books; 6 exhibition_lectures"},
		{"a cell with blanks and a comma is one cell",
			"项目|目标|完成\n送戏下乡|12 场|13 场，超额完成\n文化站 改造|3 个|4 个",
			"12 场 performance_sessions target; 13 场 performance_sessions done; 超额完成 completion_status done; 3 个 facilities target; 4 个 facilities"},
		{"合 and 计 in cells of their own stay there",
			"乡镇|村|演出（场）\n东山镇|甲村|3\n合|计|3",
			"3 performance_sessions; 3 performance_sessions"},
		{"numbers of neighbouring cells do not fuse",
			"乡镇|演出（场）|观众（人次）\n东山镇|1|768\n西河乡|12|345",
			"1 performance_sessions; 768 participants; 12 performance_sessions; 345 participants"},
		{"headlines over several columns name what those below leave open",
			"乡镇|演出||公益电影（场）|\n|场次|观众（人次）|计划|完成\n东山镇|12|1350|20|22\n西河乡|9|800|15|15",
			"12 performance_sessions; 1350 participants; 20 film_screenings target; 22 film_screenings; 9 performance_sessions; 800 participants; 15 film_screenings target; 15 film_screenings"},
		{"headlines that part a thing by time or kind take its name",
			"学段|资助人数（人）||学校（所）\n|春季|秋季|\n小学|1305|1390|82\n初中|870|905|61",
			"1305 beneficiaries; 1390 beneficiaries; 82 places_covered; 870 beneficiaries; 905 beneficiaries; 61 places_covered"},
		{"headlines below with names of their own keep them",
			"乡镇|文化活动||培训（期）\n|场次（场）|观众（人次）|\n柳溪镇|52|18600|6",
			"52 activity_sessions; 18600 participants; 6 training_sessions"},
		{"a label that was merged over two rows names both",
			"乡镇|演出（场）|图书（册）\n东山镇|3|100\n|4|120",
			"3 performance_sessions; 100 books; 4 performance_sessions; 120 books"},
		{"a row of words below the headlines is a row",
			"乡镇|演出（场）|备注\n东山镇|已取消|雨\n西河乡|9|好",
			"9 performance_sessions"},
		{"what stands below a total is not of its name",
			"乡镇|演出（场）\n东山镇|3\n合计|3\n|5",
			"3 performance_sessions part; 3 performance_sessions"},
	} {
		text, marks := ruled(c.table)
		if got := describeMarked(e, text, marks); got != c.want {
			t.Errorf("%s:\n%s\n got %s\nwant %s", c.kind, c.table, got, c.want)
		}
	}
}
