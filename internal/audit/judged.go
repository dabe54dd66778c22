package audit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/internal/byhand"
)

// Judged is a judged table.
type Judged struct {
	Name string
	Rows []JudgedRow
}

// JudgedRow is one judged fact.
type JudgedRow struct {
	Line       int
	ID         string
	Metric     string
	MetricName string
	Stratum    string
	Population int
	Judgement  Judgement
	Wrong      []int // of Attributes; none where the judge named none
}

// judgedColumns are those that are read; the last two may be left out.
var judgedColumns = []string{"id", "stratum", "population", "metric", "judgement", "wrong", "metric_name"}

// ReadJudged checks a table that WriteCSV or the page wrote and somebody filled
// in: UTF-8 or GB18030. The error is a *byhand.Error with all problems.
func ReadJudged(name string, data []byte) (*Judged, error) {
	p := &parser{j: &Judged{Name: name}, sizes: map[string]int{}, lines: map[string]int{}}
	whole := func(line int, m byhand.Message) { p.problem(line, "", m) }
	if text, ok := byhand.Decode(data, whole); ok {
		byhand.Split(text, whole, func(line int, cells []string) {
			if p.columns == nil {
				p.header(line, cells)
			} else {
				p.row(line, cells)
			}
		})
		if len(p.j.Rows) == 0 && len(p.problems) == 0 {
			whole(1, byhand.Sayf("没有一行数据；请给出 extract audit 写出、已经判断过的 audit.csv", "not one row; give the audit.csv that extract audit wrote and somebody judged"))
		}
	}
	p.sampled()
	return p.j, byhand.Fail(name, p.problems)
}

// parser is the state of ReadJudged.
type parser struct {
	j        *Judged
	columns  []string
	sizes    map[string]int // of the strata
	lines    map[string]int // of the ids
	problems []byhand.Problem
}

func (p *parser) problem(line int, column string, m byhand.Message) {
	p.problems = append(p.problems, byhand.Problem{File: p.j.Name, Line: line, Column: column, Message: m})
}

func (p *parser) header(line int, cells []string) {
	p.columns = make([]string, len(cells))
	for i, c := range cells {
		p.columns[i] = strings.ToLower(strings.TrimSpace(c))
	}
	for _, name := range judgedColumns[:5] {
		if !slices.Contains(p.columns, name) {
			p.problem(line, name, byhand.Sayf("表头缺少这一列；请用 extract audit 写出的 audit.csv，各列用逗号分隔", "the header lacks this column; use the audit.csv that extract audit wrote, with commas between"))
		}
	}
}

func (p *parser) row(line int, cells []string) {
	if len(p.problems) > 0 && len(p.j.Rows) == 0 && p.problems[0].Line < line && p.problems[0].Column != "" && !slices.Contains(p.columns, p.problems[0].Column) {
		return // the header's problem was told
	}
	cell, ok := byhand.Cells(p.columns, cells)
	if !ok {
		p.problem(line, "", byhand.Sayf("有 %d 格，表头有 %d 列；请检查逗号和引号", "%d cells, the header has %d; check commas and quotes", len(cells), len(p.columns)))
		return
	}
	r := JudgedRow{Line: line, ID: cell("id"), Metric: cell("metric"), MetricName: cell("metric_name"), Stratum: cell("stratum")}
	p.identify(&r, cell("population"))
	if r.Judgement, ok = judgements[strings.ToLower(cell("judgement"))]; !ok {
		p.problem(line, "judgement", byhand.Sayf("%q 不可用；请写 right（对）、wrong（错）或 unsure（不确定），没有判断的留空", "%q does not go here; write right, wrong or unsure, or leave it empty", cell("judgement")))
	}
	p.attributes(&r, cell("wrong"), ok)
	p.j.Rows = append(p.j.Rows, r)
}

// identify checks what extract wrote, which nobody should have changed.
func (p *parser) identify(r *JudgedRow, population string) {
	n, err := strconv.Atoi(population)
	if r.Population = n; err != nil || n < 1 {
		p.problem(r.Line, "population", byhand.Sayf("%q 不是条数；这一列由 extract audit 写出，请不要改动", "%q is no count; extract audit wrote this column, leave it as it is", population))
	} else if size, ok := p.sizes[r.Stratum]; ok && size != n {
		p.problem(r.Line, "population", byhand.Sayf("同一组（%q）的条数前后不同：%d 和 %d；不同的抽样请分开计算", "rows of one group (%q) have different counts, %d and %d; score different samples apart", r.Stratum, size, n))
	} else {
		p.sizes[r.Stratum] = n
	}
	switch first, twice := p.lines[r.ID]; {
	case r.ID == "":
		p.problem(r.Line, "id", byhand.Sayf("没有编号", "the id is empty"))
	case twice:
		p.problem(r.Line, "id", byhand.Sayf("与第 %d 行是同一条数据，请去掉一行", "the same fact as in line %d; take one out", first))
	}
	p.lines[r.ID] = r.Line
}

// attributes reads what is wrong: codes or Chinese names with ; between.
func (p *parser) attributes(r *JudgedRow, cell string, judged bool) {
	for _, name := range strings.FieldsFunc(cell, func(c rune) bool { return strings.ContainsRune(";；,，、 ", c) }) {
		i, ok := attribute(name)
		if !ok {
			p.problem(r.Line, "wrong", byhand.Sayf("不认识 %q，可用 %s，用分号隔开", "%q is not known; use %s, with semicolons between", name, codes()))
			continue
		}
		if !slices.Contains(r.Wrong, i) {
			r.Wrong = append(r.Wrong, i)
		}
	}
	if len(r.Wrong) > 0 && judged && r.Judgement != Wrong && r.Judgement != Unsure {
		p.problem(r.Line, "judgement", byhand.Sayf("wrong 列写了哪里错，judgement 却不是 wrong（错）；请改正其中一个", "the column wrong names what is wrong, but judgement is not wrong; correct one of them"))
	}
}

func codes() string {
	var list []string
	for _, a := range Attributes {
		list = append(list, fmt.Sprintf("%s（%s）", a.Code, a.ZH))
	}
	return strings.Join(list, ", ")
}

// sampled checks that no group gives more facts than it has.
func (p *parser) sampled() {
	n := map[string]int{}
	for i := range p.j.Rows {
		r := &p.j.Rows[i]
		if n[r.Stratum]++; r.Population > 0 && n[r.Stratum] == r.Population+1 {
			p.problem(r.Line, "population", byhand.Sayf("这一组写着共 %d 条，表中却不止", "the group is said to have %d facts, and the table has more", r.Population))
		}
	}
}
