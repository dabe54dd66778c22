package correct

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/internal/byhand"
)

// Columns are the columns of a corrections file. They may stand in any order;
// those after the first four may be left out.
var Columns = []string{"text_hash", "start", "end", "action", "metric", "value", "high", "unit", "bound",
	"role", "basis", "status", "time", "label", "missing", "note"}

const required = 4 // the first so many columns

// Read checks a corrections file: UTF-8 with or without a byte order mark, a
// header, commas. Metrics and units are those ex was compiled with; name stands
// in messages. The error is an *Error with all problems.
func Read(name string, data []byte, ex *extract.Extractor) (*List, error) {
	sum := sha256.Sum256(data)
	p := &parser{
		list: &List{Name: name, Hash: hex.EncodeToString(sum[:]), lexicon: ex.Lexicon(), byText: map[string][]int{}},
		ex:   ex, metrics: metrics(ex.Catalog()), units: units(ex.Lexicon()),
	}
	p.file(data)
	p.conflicts()
	if len(p.problems) > 0 {
		slices.SortStableFunc(p.problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
		return nil, &Error{File: name, Problems: p.problems}
	}
	for i := range p.list.fixes {
		text := p.list.fixes[i].text
		p.list.byText[text] = append(p.list.byText[text], i)
	}
	return p.list, nil
}

// parser is the state of Read.
type parser struct {
	list     *List
	ex       *extract.Extractor
	metrics  kind[catalog.Metric]
	units    kind[unit]
	columns  []string // of the header, "" for one without a name
	problems []Problem
}

func (p *parser) problem(line int, column string, m message) {
	p.problems = append(p.problems, Problem{line, column, m})
}

func metrics(cat *catalog.Catalog) kind[catalog.Metric] {
	var codes []string
	for _, m := range cat.Metrics {
		codes = append(codes, m.Code)
	}
	return kind[catalog.Metric]{read: cat.Lookup, wrong: func(s string) message { return wrongName(s, codes) }}
}

func (p *parser) file(data []byte) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if line, ok := firstInvalid(data); ok {
		p.problem(line, "", sayf("不是 UTF-8；请在表格软件中另存为“CSV UTF-8”", "not UTF-8; save it as “CSV UTF-8” from the spreadsheet"))
		return
	}
	byhand.Split(data, func(line int, m byhand.Message) { p.problem(line, "", message{m.ZH, m.EN}) }, func(line int, cells []string) {
		if p.columns == nil {
			p.header(line, cells)
		} else {
			p.row(line, cells)
		}
	})
	if p.columns == nil && len(p.problems) == 0 {
		p.problem(1, "", sayf("文件没有表头；第一行应为 %s", "the file has no header; its first line is %s", strings.Join(Columns, ",")))
	}
}

// firstInvalid is the line of the first byte that is not UTF-8.
func firstInvalid(data []byte) (line int, ok bool) {
	if utf8.Valid(data) {
		return 0, false
	}
	valid := 0
	for {
		r, n := utf8.DecodeRune(data[valid:])
		if r == utf8.RuneError && n <= 1 {
			return 1 + bytes.Count(data[:valid], []byte("\n")), true
		}
		valid += n
	}
}

func (p *parser) header(line int, cells []string) {
	p.columns = make([]string, len(cells))
	for i, name := range cells {
		name = strings.TrimSpace(name)
		switch {
		case name == "":
		case !slices.Contains(Columns, name):
			p.problem(line, name, sayf("没有这一列，可用 %s", "there is no such column; use %s", strings.Join(Columns, ", ")))
		case slices.Contains(p.columns, name):
			p.problem(line, name, sayf("这一列出现了两次，请去掉一个", "this column stands twice; take one out"))
		default:
			p.columns[i] = name
		}
	}
	for _, name := range Columns[:required] {
		if !slices.Contains(p.columns, name) {
			p.problem(line, name, sayf("表头缺少这一列；表头是第一行，各列用逗号分隔", "the header lacks this column; it is the first line, with commas between"))
		}
	}
}

// readable reports whether the header has what rows cannot be read without.
func (p *parser) readable() bool {
	return !slices.ContainsFunc(Columns[:required], func(name string) bool { return !slices.Contains(p.columns, name) })
}

// conflicts finds rows that speak of the same place, and added facts that overlap.
func (p *parser) conflicts() {
	order := make([]*fix, len(p.list.fixes))
	for i := range order {
		order[i] = &p.list.fixes[i]
	}
	slices.SortFunc(order, func(a, b *fix) int {
		return cmp.Or(cmp.Compare(a.text, b.text), cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), cmp.Compare(a.line, b.line))
	})
	var last *fix // the added fact that reaches farthest
	for i, f := range order {
		switch {
		case i > 0 && order[i-1].text == f.text && order[i-1].start == f.start && order[i-1].end == f.end:
			p.problem(f.line, "start", sayf("与第 %d 行是同一处，每处只能有一行；删去后另加请用 change", "the same place as in line %d; one row speaks of a place, and change does what delete and add would", order[i-1].line))
		case f.action == add && last != nil && last.text == f.text && last.end > f.start:
			p.problem(f.line, "start", sayf("与第 %d 行增加的数据重叠", "overlaps the fact that line %d adds", last.line))
		}
		if f.action == add && (last == nil || last.text != f.text || last.end < f.end) {
			last = f
		}
	}
}
