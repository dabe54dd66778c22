package identity

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/internal/byhand"
	"github.com/zhaibao/zhaibao/period"
)

// List is a file that was checked. It is immutable and safe for concurrent use.
type List struct {
	Name string // as it was given to Read
	rows []Row
	at   map[key]int // index into rows
}

// key is what a row speaks of: a report, a file (doc 0) or a folder (with / at its end).
type key struct {
	file string
	doc  int
}

// Row is one line. A field that is not Set leaves what was found.
type Row struct {
	Line   int
	File   string
	Doc    int // 0 for all reports of the file
	Title  Text
	Genre  Text
	Org    Text
	Region Text   // the place's own name, without the larger ones
	Code   string // of the place where the row decides it
	Path   string // the same
	Period Period
	Own    bool // it is no copy of another report
}

// Text is the cell of a text column.
type Text struct {
	Set   bool
	Value string
}

// Period is the cell of the column period.
type Period struct {
	Set   bool
	Value period.Period
}

// parser is the state of Read.
type parser struct {
	list     *List
	columns  []string
	ours     bool // the columns are those of documents.csv
	problems []byhand.Problem
}

// Read checks a file: UTF-8 with or without a byte order mark, or GB18030. The
// name stands in messages. The error is a *byhand.Error with all problems.
func Read(name string, data []byte) (*List, error) {
	p := &parser{list: &List{Name: name, at: map[key]int{}}}
	whole := func(line int, m byhand.Message) { p.problem(line, "", m) }
	if text, ok := byhand.Decode(data, whole); ok {
		byhand.Split(text, whole, func(line int, cells []string) {
			if p.columns == nil {
				p.header(line, cells)
			} else {
				p.row(line, cells)
			}
		})
		if p.columns == nil && len(p.problems) == 0 {
			whole(1, byhand.Sayf("文件是空的；第一行应为表头，如 file,region,period", "the file is empty; its first line is a header such as file,region,period"))
		}
	}
	return p.list, byhand.Fail(name, p.problems)
}

func (p *parser) problem(line int, column string, m byhand.Message) {
	p.problems = append(p.problems, byhand.Problem{File: p.list.Name, Line: line, Column: column, Message: m})
}

// row reads one line after the header.
func (p *parser) row(line int, cells []string) {
	if !slices.Contains(p.columns, "file") {
		return // told
	}
	cell, ok := byhand.Cells(p.columns, cells)
	if !ok {
		p.problem(line, "", byhand.Sayf("有 %d 格，表头有 %d 列；请检查逗号，空的格也要留逗号", "%d cells, the header has %d; check the commas, empty cells have theirs too", len(cells), len(p.columns)))
		return
	}
	r := Row{Line: line, File: fileName(cell("file")), Title: text(cell("title")), Genre: text(cell("genre")), Org: text(cell("org"))}
	if r.File == "" {
		p.problem(line, "file", byhand.Sayf("没有写是哪个文件；请照 documents.csv 的 file 填写", "the row names no file; write it as in the column file of documents.csv"))
	}
	p.readDoc(&r, cell("doc"))
	p.readPeriod(&r, cell("period"))
	p.readPlace(&r, cell("region"), cell("region_code"))
	p.readCopy(&r, cell("copy"))
	p.add(r)
}

// fileName cleans a name as Walk does: slashes, no ./ in front. A folder keeps
// its slash.
func fileName(cell string) string {
	if cell == "" {
		return ""
	}
	name := path.Clean(strings.ReplaceAll(cell, `\`, "/"))
	if strings.HasSuffix(cell, "/") || strings.HasSuffix(cell, `\`) {
		name += "/"
	}
	return name
}

func text(cell string) Text {
	if cell == "-" {
		return Text{Set: true}
	}
	return Text{cell != "", cell}
}

func (p *parser) readDoc(r *Row, cell string) {
	if cell == "" {
		return
	}
	n, err := strconv.Atoi(cell)
	switch {
	case err != nil || n < 1:
		p.problem(r.Line, "doc", byhand.Sayf("%q 不是第几份报告；请照 documents.csv 的 doc 填写，从 1 起，空格为整个文件", "%q is no report's number; write it as in the column doc of documents.csv, from 1, or leave it empty for the whole file", cell))
	case strings.HasSuffix(r.File, "/"):
		p.problem(r.Line, "doc", byhand.Sayf("%q 是目录，没有第几份；请把 doc 留空", "%q is a folder and has no reports of its own; leave doc empty", r.File))
	}
	r.Doc = n
}

func (p *parser) readPeriod(r *Row, cell string) {
	if r.Period.Set = cell != ""; cell == "-" || cell == "" {
		return
	}
	var ok bool
	if r.Period.Value, ok = byhand.Period(cell); !ok {
		p.problem(r.Line, "period", byhand.Sayf("%q 不是报告期；请写成 2019、2019H1、2019Q2、2019-06 或 2019-01/2019-05", "%q is no period; write 2019, 2019H1, 2019Q2, 2019-06 or 2019-01/2019-05", cell))
	}
}

func (p *parser) readCopy(r *Row, cell string) {
	switch strings.ToLower(cell) {
	case "":
	case "no", "否", "0", "-":
		r.Own = true
	default:
		p.problem(r.Line, "copy", byhand.Sayf("%q 不可用；不是副本写 no（否），其余留空", "%q does not go here; write no for what is no copy, else leave it empty", cell))
	}
}

// add keeps the row; two of one report contradict each other or are one too many.
func (p *parser) add(r Row) {
	k := key{r.File, r.Doc}
	if i, twice := p.list.at[k]; twice && r.File != "" {
		p.problem(r.Line, "file", byhand.Sayf("与第 %d 行说的是同一份报告，请去掉一行", "speaks of the same report as line %d; take one out", p.list.rows[i].Line))
		return
	}
	p.list.at[k] = len(p.list.rows)
	p.list.rows = append(p.list.rows, r)
}
