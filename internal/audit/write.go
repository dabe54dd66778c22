package audit

import (
	_ "embed"
	"encoding/csv"
	"html/template"
	"io"
	"strconv"
	"strings"
)

// Columns are those of the table: what is judged, then the judgement.
var Columns = append(append([]string{"stratum", "population"}, Shown...), "judgement", "wrong", "note")

// WriteCSV writes the table: UTF-8 with a byte order mark.
func (s *Sample) WriteCSV(w io.Writer) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(Columns); err != nil {
		return err
	}
	for i := range s.Facts {
		if err := out.Write(s.Facts[i].row()); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// row are the cells of the table, texts guarded against spreadsheets that would
// take them for formulas.
func (f *Fact) row() []string {
	row := []string{guard(f.Stratum), strconv.Itoa(f.Population)}
	for _, name := range Shown {
		cell := f.Cells[name]
		if name != "value" && name != "high" {
			cell = guard(cell)
		}
		row = append(row, cell)
	}
	return append(row, "", "", "")
}

func guard(s string) string {
	if s != "" && (strings.ContainsRune("=+-@\t\r\n'", rune(s[0])) || strings.ContainsAny(s[:min(3, len(s))], "＝＋－＠")) {
		return "'" + s
	}
	return s
}

//go:embed page.html
var page string

//go:embed page.css
var style template.CSS

//go:embed page.js
var script template.JS

// words are the codes of facts in Chinese.
var words = map[string]string{
	"exact": "确数", "about": "约", "over": "以上", "under": "以下", "range": "区间",
	"actual": "实绩", "target": "目标", "reference": "参照", "total": "总数", "part": "其中数", "each": "每单位数",
	"done": "已完成", "ongoing": "进行中", "undone": "未完成", "flow": "当期", "stock": "时点存量", "cumulative": "累计",
}

// view is what the page is made of.
type view struct {
	*Sample
	English    bool
	Key        string // under which the browser keeps the judgements
	Style      template.CSS
	Script     template.JS
	Columns    []string
	Rows       [][]string
	Attributes []Attribute
}

// WritePage writes the page. It needs no network and no other file.
func (s *Sample) WritePage(w io.Writer, english bool) error {
	v := view{Sample: s, English: english, Style: style, Script: script, Columns: Columns, Attributes: Attributes}
	ids := ""
	for i := range s.Facts {
		v.Rows = append(v.Rows, s.Facts[i].row())
		ids += s.Facts[i].Cells["id"] + "\n"
	}
	v.Key = "zhaibao-audit-" + strconv.FormatUint(hash(s.Seed, ids), 16)
	t, err := template.New("page").Funcs(template.FuncMap{"say": func(zh, en string) string {
		if english {
			return en
		}
		return zh
	}, "word": func(code string) string {
		if zh := words[code]; !english && zh != "" {
			return zh
		}
		return code
	}, "inc": func(i int) int { return i + 1 }}).Parse(page)
	if err != nil {
		return err
	}
	return t.Execute(w, v)
}
