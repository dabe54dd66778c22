package browse

import (
	_ "embed"
	"html/template"
	"io"

	"github.com/zhaibao/zhaibao/internal/gold"
)

// Input is what the page is made of.
type Input struct {
	English   bool // the language of the page, Chinese otherwise
	Dir       string
	Documents []*gold.Document
	Report    *gold.Report
	Traces    []gold.Trace // of the facts given to gold.Score, index by index
	Metrics   []Name       // in the order in which they can be chosen
	Rules     []Name       // the same, with what each rule says of itself
}

// Name is a code and what it is called, or what it means, in the page's language.
type Name struct{ Code, Text string }

//go:embed page.html
var page string

//go:embed page.css
var style template.CSS

//go:embed page.js
var script template.JS

// Write writes the page.
func Write(w io.Writer, in Input) error {
	t, err := template.New("page").Funcs(template.FuncMap{"say": in.say}).Parse(page)
	if err != nil {
		return err
	}
	return t.Execute(w, newView(&in))
}

// say picks the text in the page's language.
func (in *Input) say(zh, en string) string {
	if in.English {
		return en
	}
	return zh
}
