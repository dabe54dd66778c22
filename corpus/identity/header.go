package identity

import (
	"slices"
	"strings"

	"github.com/zhaibao/zhaibao/internal/byhand"
)

// Columns are the columns of the file; all but the first may be left out.
var Columns = []string{"file", "doc", "region", "region_code", "org", "period", "title", "genre", "copy", "note"}

// passed are columns of documents.csv that say nothing here.
var passed = []string{"region_path", "start", "end", "format", "encoding", "characters", "numbers", "facts", "gaps", "unexplained", "copied_from", "similarity", "error", "text_hash"}

// aliases are other names of columns, those of the denominators among them.
var aliases = map[string]string{
	"文件": "file", "文件名": "file", "路径": "file",
	"报告": "doc", "第几份": "doc", "报告序号": "doc",
	"地区": "region", "区域": "region", "县区": "region", "区县": "region", "市县": "region", "行政区": "region",
	"代码": "region_code", "地区代码": "region_code", "区划代码": "region_code", "行政区划代码": "region_code",
	"单位": "org", "报告单位": "org", "机构": "org", "部门": "org",
	"报告期": "period", "时期": "period", "期间": "period", "时间": "period", "年份": "period", "年度": "period",
	"标题": "title", "题目": "title", "种类": "genre", "报告种类": "genre", "文种": "genre",
	"副本": "copy", "备注": "note", "说明": "note",
}

// header reads the first line: the column of each cell, "" where it says nothing.
func (p *parser) header(line int, cells []string) {
	p.columns = make([]string, len(cells))
	for i, cell := range cells {
		name := strings.TrimSpace(cell)
		if known, ok := aliases[name]; ok {
			name = known
		}
		name = strings.ToLower(name)
		p.ours = p.ours || name == "text_hash"
		switch {
		case name == "" || slices.Contains(passed, name):
		case !slices.Contains(Columns, name):
			p.problem(line, name, byhand.Sayf("没有这一列，可用 %s", "there is no such column; use %s", strings.Join(Columns, ", ")))
		case slices.Contains(p.columns, name):
			p.problem(line, name, byhand.Sayf("这一列出现了两次，请去掉一个", "this column stands twice; take one out"))
		default:
			p.columns[i] = name
		}
	}
	if !slices.Contains(p.columns, "file") {
		p.problem(line, "file", byhand.Sayf("表头缺少这一列（文件）；表头是第一行，各列用逗号分隔", "the header lacks this column; it is the first line, with commas between"))
	}
}
