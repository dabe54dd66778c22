package jsonl

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/internal/page"
	"github.com/zhaibao/zhaibao/corpus/internal/sheet"
)

// Options of the reader; the zero value has its defaults.
type Options struct {
	// Text is the name of the field that holds an object's text; "" takes one
	// called text, content, body, 正文, 内容, 全文, 工作总结, … . A file without it is
	// an error.
	Text string
}

// Reader reads with the default options.
var Reader = New(Options{})

// New returns a reader for the .jsonl, .ndjson and .json files of a run.
func New(o Options) corpus.Reader {
	return corpus.Reader{
		Format:  "jsonl",
		Endings: []string{".jsonl", ".ndjson", ".json"},
		Plain:   true,
		Is:      is,
		Read:    func(ctx context.Context, s corpus.Source) (corpus.Text, error) { return read(ctx, s, o) },
	}
}

// is reports whether data begins with an object, or a list of objects.
func is(data []byte) bool {
	text, _ := sheet.Head(data)
	text = strings.TrimSpace(text)
	if rest, ok := strings.CutPrefix(text, "["); ok {
		text = strings.TrimSpace(rest)
	}
	rest, ok := strings.CutPrefix(text, "{")
	if rest = strings.TrimSpace(rest); !ok || !strings.HasPrefix(rest, `"`) {
		return false
	}
	d := json.NewDecoder(strings.NewReader(rest))
	if _, err := d.Token(); err != nil {
		return false
	}
	return strings.HasPrefix(strings.TrimSpace(rest[d.InputOffset():]), ":")
}

// objectCost is what an object takes of the budget beside its text.
const objectCost = 256

// fieldsListed is how many fields an error names at most.
const fieldsListed = 20

func read(ctx context.Context, s corpus.Source, o Options) (corpus.Text, error) {
	t, err := corpus.Decode(s.Data)
	if err != nil {
		return t, err
	}
	limit := s.Limits.Filled().Unpacked
	if int64(len(t.Text)) > limit {
		return corpus.Text{}, page.ErrTooLong
	}
	r := reader{text: t.Text, want: o.Text, dec: json.NewDecoder(strings.NewReader(t.Text)), limit: limit, line: 1, fields: map[string]bool{}}
	if err := r.all(ctx); err != nil {
		return corpus.Text{}, err
	}
	if len(r.rows) == 1 {
		return corpus.Text{}, r.noText()
	}
	out, err := sheet.Write(ctx, s.Limits, []sheet.Sheet{{Rows: r.rows}}, sheet.Options{Text: head})
	out.Encoding = t.Encoding
	out.Replaced = t.Replaced + max(0, strings.Count(out.Text, "\ufffd")-strings.Count(t.Text, "\ufffd"))
	return out, err
}

// head is the headline of the objects' texts.
const head = "text"

type reader struct {
	text   string
	want   string
	dec    *json.Decoder
	limit  int64
	at     int // the lines before this byte are counted
	line   int
	rows   []sheet.Row
	empty  bool            // a field of texts is there
	fields map[string]bool // of the objects, for the error
}

// all reads the objects, in a list or one after another.
func (r *reader) all(ctx context.Context) error {
	r.rows = []sheet.Row{{Cells: []string{head}}}
	list := strings.HasPrefix(strings.TrimLeft(r.text, " \t\r\n\ufeff"), "[")
	if list {
		if _, err := r.dec.Token(); err != nil {
			return r.bad(err)
		}
	}
	for n := 0; ; n++ {
		if n&255 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if list && !r.dec.More() {
			break
		}
		r.count()
		var raw json.RawMessage
		switch err := r.dec.Decode(&raw); {
		case err == io.EOF && !list:
			return nil
		case err != nil:
			return r.bad(err)
		}
		if err := r.object(raw); err != nil {
			return err
		}
	}
	if _, err := r.dec.Token(); err != nil {
		return r.bad(err)
	}
	if rest := r.text[r.dec.InputOffset():]; strings.TrimSpace(rest) != "" {
		return r.bad(behind)
	}
	return nil
}

// count goes to the line of the next value.
func (r *reader) count() {
	next := int(r.dec.InputOffset())
	for next < len(r.text) && strings.IndexByte(" \t\r\n,", r.text[next]) >= 0 {
		next++
	}
	r.line += strings.Count(r.text[r.at:next], "\n")
	r.at = next
}

// bad says at which line the file is no JSON.
func (r *reader) bad(err error) error {
	line := r.line
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		if at := int(min(syntax.Offset, int64(len(r.text)))); at > r.at {
			line += strings.Count(r.text[r.at:at], "\n")
		}
	}
	why := reason(err)
	return corpus.Problem(fmt.Sprintf("第 %d 行不是完整的 JSON（%s），请检查该行，或重新导出", line, why.zh),
		fmt.Sprintf("line %d is not complete JSON (%s); check that line or export the file again", line, why.en))
}

// flaw is what is wrong with a line.
type flaw struct{ zh, en string }

func (f flaw) Error() string { return f.en }

var (
	notObject = flaw{"不是一个对象", "it is no object"}
	behind    = flaw{"列表后面还有内容", "something follows the list"}
	endsEarly = flaw{"没有写完就结束了", "it ends too soon"}
	tooDeep   = flaw{"嵌套太深", "it is nested too deeply"}
	badForm   = flaw{"有 JSON 不允许的写法", "something stands there that JSON does not allow"}
)

// reason is what the decoder's error means to who wrote the file.
func reason(err error) flaw {
	var known flaw
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return endsEarly
	case strings.HasSuffix(err.Error(), "max depth"):
		return tooDeep
	}
	return badForm
}

// object makes a row of an object.
func (r *reader) object(raw json.RawMessage) error {
	if !bytes.HasPrefix(raw, []byte("{")) {
		return r.bad(notObject)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		return r.bad(err)
	}
	for name := range fields {
		if len(r.fields) < fieldsListed {
			r.fields[name] = true
		}
	}
	list, heads, err := r.textsOf(fields)
	if err != nil || len(list) == 0 {
		return err
	}
	groups, of := sheet.Group(heads, metaOf(fields))
	for i, group := range groups {
		text := ""
		for _, k := range group {
			if len(list) > 1 {
				text += heads[k] + "\n"
			}
			text += list[k] + "\n"
		}
		if r.limit -= int64(len(text) + objectCost); r.limit < 0 {
			return page.ErrTooLong
		}
		r.rows = append(r.rows, sheet.Row{Number: r.line, Cells: []string{text}, About: &of[i]})
	}
	return nil
}

// textsOf are the object's texts with their fields: the longest of the fields of
// usual names, else all of those of names like 上半年工作总结.
func (r *reader) textsOf(fields map[string]json.RawMessage) (list, heads []string, err error) {
	best, of := "", ""
	for _, name := range sheet.Sorted(fields) {
		sure := name == r.want || r.want == "" && sheet.IsText(name)
		if !sure && (r.want != "" || !sheet.MayBeText(name)) {
			continue
		}
		text, ok := texts(fields[name])
		switch {
		case !ok && sure:
			return nil, nil, corpus.Problem(fmt.Sprintf("第 %d 行的字段“%s”不是文字，请用 --text-column 另指定正文字段", r.line, name),
				fmt.Sprintf("a field of line %d that should hold the text holds something else; name the field with --text-column", r.line))
		case sure && len(text) > len(best):
			best, of = text, name
		case sure:
			r.empty = true
		case ok && sheet.IsProse(text):
			list, heads = append(list, text), append(heads, name)
		}
	}
	if best != "" {
		return []string{best}, []string{of}, nil
	}
	return list, heads, nil
}

// texts reads a string, or a list of strings as paragraphs; null is no text.
func texts(raw json.RawMessage) (string, bool) {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return clean(s), true
	}
	var list []string
	if json.Unmarshal(raw, &list) == nil {
		return clean(strings.Join(list, "\n")), true
	}
	return "", false
}

// clean is s without blanks around it and without NUL, which JSON may hold.
func clean(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(s, "\x00", "\ufffd"))
}

// metaOf is what the object says of its text in fields of strings and numbers.
func metaOf(fields map[string]json.RawMessage) corpus.Part {
	names := sheet.Sorted(fields)
	values := make([]string, len(names))
	for i, name := range names {
		var s string
		var n json.Number
		switch {
		case json.Unmarshal(fields[name], &s) == nil:
			values[i] = clean(s)
		case json.Unmarshal(fields[name], &n) == nil: // a year
			values[i] = n.String()
		}
	}
	return sheet.Describe(names, values)
}

// noText says which fields there are.
func (r *reader) noText() error {
	zh, en := sheet.Names(sheet.Sorted(r.fields))
	if r.want != "" {
		return corpus.Problem("没有名为“"+r.want+"”的字段（--text-column），现有字段："+zh+"；请改用其中一个，或去掉该选项",
			"no field has the name that --text-column gives; there are "+en+"; name one of them, or leave the flag out")
	}
	if r.empty {
		return corpus.Problem("正文字段都是空的，现有字段："+zh+"；请检查是否导出完整，或用 --text-column 指定正文字段",
			"the fields of texts are empty; there are "+en+"; check the export, or name the field with --text-column")
	}
	return corpus.Problem("没有正文字段（text、content、正文、工作总结等），现有字段："+zh+"；请用 --text-column 指定正文字段",
		"no field of texts; there are "+en+"; name the field with --text-column")
}
