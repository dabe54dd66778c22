package catalog

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

// mostBytes bounds a user's file.
const mostBytes = 8 << 20

// reader reads a user's file from the nodes of its YAML, so that every problem
// has its place and none hides the next. Values are taken as they are written:
// nothing turns 0110 into 72 or no into false.
type reader struct {
	file     string
	lines    int
	problems []Problem
}

// at is the place of a node; what is missing at the end of the file stands in its last line.
func (r *reader) at(n *yaml.Node) Position {
	if n.Line > r.lines {
		return Position{r.file, r.lines, 1}
	}
	return Position{r.file, n.Line, n.Column}
}

// lineEnds are those that YAML counts.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

func (r *reader) wrong(n *yaml.Node, zh, en string, args ...any) {
	r.problems = append(r.problems, Problemf(r.at(n), zh, en, args...))
}

// document is the file's only document, nil where it is empty or no YAML.
func (r *reader) document(data []byte) *yaml.Node {
	if len(data) > mostBytes {
		r.problems = append(r.problems, Problemf(Position{r.file, 1, 1}, "文件有 %d 字节，至多 %d", "the file has %d bytes, %d at most", len(data), mostBytes))
		return nil
	}
	if line, column, bad := invalid(data); bad {
		r.problems = append(r.problems, Problemf(Position{r.file, line, column}, "不是 UTF-8 文本，请另存为 UTF-8", "not UTF-8; save the file as UTF-8"))
		return nil
	}
	text := lineEnds.Replace(string(data))
	r.lines = strings.Count(text, "\n") + 1
	var doc, next yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(data))
	switch err := dec.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		r.syntax(text, err)
		return nil
	}
	switch err := dec.Decode(&next); {
	case err == nil:
		r.wrong(&next, "文件里有第二份文档（---）；应只有一份", "a second document (---); there must be one only")
	case !errors.Is(err, io.EOF):
		r.syntax(text, err)
	}
	if doc.Kind != yaml.DocumentNode || len(doc.Content) == 0 || isNothing(doc.Content[0]) {
		return nil
	}
	return doc.Content[0]
}

// invalid finds the first byte that is no UTF-8; line and column are of it.
func invalid(data []byte) (line, column int, bad bool) {
	line, column = 1, 1
	for i := 0; i < len(data); {
		c, n := utf8.DecodeRune(data[i:])
		switch {
		case c == utf8.RuneError && n == 1:
			return line, column, true
		case c == '\n':
			line, column = line+1, 0
		}
		i, column = i+n, column+1
	}
	return 0, 0, false
}

var yamlLine = lazy.Regexp(`line (\d+): *`)

// syntax records an error of the YAML parser, which tells the line at most. The
// column is that of a tab in the indentation, else of the line's first character.
func (r *reader) syntax(data string, err error) {
	text, at := strings.TrimPrefix(err.Error(), "yaml: "), Position{r.file, 1, 1}
	if m := yamlLine().FindStringSubmatch(text); m != nil {
		at.Line, _ = strconv.Atoi(m[1])
		text = strings.Replace(text, m[0], "", 1)
	}
	lines := strings.Split(data, "\n")
	at.Line = max(1, min(at.Line, len(lines)))
	indent := func(line string) string { return line[:len(line)-len(strings.TrimLeft(line, " \t"))] }
	at.Column = len(indent(lines[at.Line-1])) + 1
	for i := at.Line; i <= min(at.Line+1, len(lines)); i++ { // the parser may be a line behind
		if tab := strings.IndexByte(indent(lines[i-1]), '\t'); tab >= 0 {
			at.Line, at.Column = i, tab+1
			break
		}
	}
	r.problems = append(r.problems, Problemf(at, "YAML 写法不对：%s。请检查缩进（用空格）、冒号后的空格、引号和括号是否成对", "no YAML: %s; look at the indentation (blanks), the blank after a colon, quotes and brackets", text))
}

// fields are the keys of a mapping that are known, each once.
func (r *reader) fields(n *yaml.Node, known ...string) map[string]*yaml.Node {
	if n.Kind != yaml.MappingNode {
		keys := strings.Join(known, " ")
		r.misshapen(n, "“键: 值”，键为 "+keys, "KEY: VALUE with the keys "+keys)
		return nil
	}
	fields := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch name := key.Value; {
		case key.Kind != yaml.ScalarNode || !contains(known, name):
			r.wrong(key, "不认识的键 %q；可用 %s", "unknown key %q; expected one of %s", name, strings.Join(known, " "))
		case fields[name] != nil:
			r.wrong(key, "键 %q 写了两次，第一次在第 %d 行", "key %q stands twice, first in line %d", name, fields[name].Line)
		default:
			fields[name] = value
		}
	}
	return fields
}

// need reports the keys that are missing from the mapping at n.
func (r *reader) need(n *yaml.Node, fields map[string]*yaml.Node, names ...string) bool {
	if fields == nil {
		return false
	}
	ok := true
	for _, name := range names {
		if fields[name] == nil {
			r.wrong(n, "缺少 %s", "%s is missing", name)
			ok = false
		}
	}
	return ok
}

// items are the members of a list; an absent one has none.
func (r *reader) items(n *yaml.Node) []*yaml.Node {
	switch {
	case n == nil || isNothing(n):
		return nil
	case n.Kind != yaml.SequenceNode:
		r.misshapen(n, "列表：每项以 - 开头，或写在 [ ] 里", "a list: each item after -, or all in [ ]")
		return nil
	}
	return n.Content
}

// text is a string as it is written. What YAML reads as something else must be quoted.
func (r *reader) text(n *yaml.Node) (string, bool) {
	switch {
	case n == nil:
		return "", false
	case n.Kind != yaml.ScalarNode:
		r.misshapen(n, "文字", "text")
		return "", false
	case isNothing(n):
		r.wrong(n, "这里是空的，应为文字", "this is empty; expected text")
		return "", false
	case n.Tag != "!!str":
		r.wrong(n, "%s 会被当作%s，应为文字；请加引号：\"%[1]s\"", "%[1]s is read as %[3]s; expected text, so put it in quotes: \"%[1]s\"", n.Value, zhTags[n.Tag], strings.TrimPrefix(n.Tag, "!!"))
		return "", false
	case strings.TrimSpace(n.Value) == "":
		r.wrong(n, "这里是空的，应为文字", "this is empty; expected text")
		return "", false
	}
	return n.Value, true
}

// isNothing reports whether nothing is written where a value belongs.
func isNothing(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Value == ""
}

// texts are the strings of a list.
func (r *reader) texts(n *yaml.Node) (list []*yaml.Node) {
	for _, item := range r.items(n) {
		if _, ok := r.text(item); ok {
			list = append(list, item)
		}
	}
	return list
}

// number is a plain decimal as it is written, never by way of a float.
func (r *reader) number(n *yaml.Node) (string, bool) {
	switch {
	case n.Kind != yaml.ScalarNode:
		r.misshapen(n, "数", "a number")
	case !plainDecimal().MatchString(n.Value) || strings.Trim(n.Value, "0.") == "":
		r.wrong(n, "%q 不行，应为 1、0.5、10000 这样的正数（不写 1e4、1_000、010）", "%q is none; expected a positive number such as 1, 0.5, 10000 (not 1e4, 1_000, 010)", n.Value)
	default:
		return n.Value, true
	}
	return "", false
}

var plainDecimal = lazy.Regexp(`^(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?$`)

// truth is true or false; yes, no, on and off are not taken for them.
func (r *reader) truth(n *yaml.Node) (value, ok bool) {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!bool" && (n.Value == "true" || n.Value == "false") {
		return n.Value == "true", true
	}
	r.wrong(n, "%q 不行，应为 true 或 false（不写 yes、no、是、否）", "%q is neither; expected true or false (not yes, no)", n.Value)
	return false, false
}

// oneOf is one of a few names.
func (r *reader) oneOf(n *yaml.Node, names ...string) (string, bool) {
	s, ok := r.text(n)
	if ok && !contains(names, s) {
		r.wrong(n, "%q 不行，可用 %s", "%q is not known; expected one of %s", s, strings.Join(names, " "))
		return "", false
	}
	return s, ok
}

var zhTags = map[string]string{"!!int": "整数", "!!float": "小数", "!!bool": "真假值", "!!null": "空值", "!!timestamp": "日期", "!!binary": "二进制数据"}

// misshapen records that a node is of another kind than expected.
func (r *reader) misshapen(n *yaml.Node, zh, en string) {
	is := [2]string{"“" + n.Value + "”", strconv.Quote(n.Value)}
	switch n.Kind {
	case yaml.MappingNode:
		is = [2]string{"“键: 值”", "KEY: VALUE"}
	case yaml.SequenceNode:
		is = [2]string{"列表", "a list"}
	case yaml.AliasNode:
		is = [2]string{"别名 *" + n.Value, "the alias *" + n.Value}
	}
	r.problems = append(r.problems, Problem{r.at(n), "这里是" + is[0] + "，应为" + zh, "this is " + is[1] + "; expected " + en})
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
