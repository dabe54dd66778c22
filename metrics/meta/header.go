package meta

import (
	"slices"
	"strings"
)

// The columns that say of whom and when a row speaks.
const (
	fileColumn   = "file"
	regionColumn = "region"
	codeColumn   = "region_code"
	periodColumn = "period"
)

// Column is a column of numbers.
type Column struct {
	Name string // as in the header, without the unit; a Chinese alias in English: population
	Unit string // what stood in brackets behind the name; "" where nothing did
}

// aliases are other names of columns. 常住人口 and 户籍人口 are no aliases: they differ.
var aliases = map[string]string{
	"文件": fileColumn, "文件名": fileColumn,
	"地区": regionColumn, "区域": regionColumn, "县区": regionColumn, "区县": regionColumn, "市县": regionColumn, "行政区": regionColumn,
	"代码": codeColumn, "地区代码": codeColumn, "区划代码": codeColumn, "行政区划代码": codeColumn,
	"报告期": periodColumn, "时期": periodColumn, "期间": periodColumn, "时间": periodColumn, "年份": periodColumn, "年度": periodColumn,
	"人口": "population", "人口数": "population", "总人口": "population",
	"面积": "area", "土地面积": "area", "区域面积": "area",
	"村数": "villages", "行政村数": "villages", "户数": "households", "总户数": "households",
	"乡镇数": "townships", "乡镇街道数": "townships", "社区数": "communities",
}

// Canonical is the name by which a column of that header is found: population for 人口.
func Canonical(header string) string {
	name, _ := cutUnit(strings.TrimSpace(header))
	if known, ok := aliases[name]; ok {
		return known
	}
	if lower := strings.ToLower(name); slices.Contains([]string{fileColumn, regionColumn, codeColumn, periodColumn}, lower) {
		return lower
	}
	return name
}

// cutUnit takes the unit in brackets off a header: 人口（万人）.
func cutUnit(header string) (name, unit string) {
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}, {"[", "]"}} {
		if before, after, ok := strings.Cut(header, pair[0]); ok && strings.HasSuffix(after, pair[1]) && before != "" {
			return strings.TrimSpace(before), strings.TrimSpace(strings.TrimSuffix(after, pair[1]))
		}
	}
	return header, ""
}

// header is the first line: where the columns stand.
type header struct {
	file, region, code, period int // -1 where there is none
	width                      int
	columns                    []Column
	at                         []int // the cell of each of columns
}

func (p *parser) readHeader(line int, cells []string) {
	h := &header{file: -1, region: -1, code: -1, period: -1, width: len(cells)}
	p.header = h
	seen := map[string]bool{}
	for i, cell := range cells {
		name := Canonical(cell)
		if name == "" {
			continue
		}
		if seen[name] {
			p.problem(line, name, sayf("这一列出现了两次，请去掉一个", "this column stands twice; take one out"))
			continue
		}
		seen[name] = true
		switch name {
		case fileColumn:
			h.file = i
		case regionColumn:
			h.region = i
		case codeColumn:
			h.code = i
		case periodColumn:
			h.period = i
		default:
			_, unit := cutUnit(strings.TrimSpace(cell))
			h.columns, h.at = append(h.columns, Column{name, unit}), append(h.at, i)
		}
	}
	p.checkHeader(line)
}

func (p *parser) checkHeader(line int) {
	h := p.header
	if h.file < 0 && h.region < 0 && h.code < 0 {
		p.problem(line, "", sayf("表头缺少 region（地区）、region_code（行政区划代码）或 file（文件）列；表头是第一行，各列用逗号分隔",
			"the header lacks region, region_code or file; it is the first line, with commas between"))
	}
	if h.period < 0 && h.file < 0 {
		p.problem(line, "", sayf("表头缺少 period（报告期）列；不分时期的数，此列留空",
			"the header lacks period; its cells may be empty where a number holds for all periods"))
	}
	if len(h.columns) == 0 {
		p.problem(line, "", sayf("表头没有数字列，如 population（人口）", "the header has no column of numbers, such as population"))
	}
}
