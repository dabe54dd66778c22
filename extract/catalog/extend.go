package catalog

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

// extension is a catalogue being extended by a user's file.
type extension struct {
	*reader
	base *Catalog
	cat  *Catalog
	fold map[rune]rune
}

func (x *extension) add(f userFile) {
	x.fold = foldOf(x.base.Fold)
	x.addMetrics(f.metrics)
	x.addUnits(f.units)
	x.addWords(f.words)
	x.addPatterns(f.patterns)
	x.cat.Examples = append(x.cat.Examples, f.examples...)
}

// foldOf maps traditional characters to their simplified forms.
func foldOf(pairs string) map[rune]rune {
	fold := map[rune]rune{}
	for line := range strings.Lines(pairs) {
		if from, to, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			f, _ := utf8.DecodeRuneInString(from)
			fold[f], _ = utf8.DecodeRuneInString(to)
		}
	}
	return fold
}

// folded is a word in the characters in which words are compared.
func (x *extension) folded(s string) string {
	return strings.Map(func(r rune) rune { return cmp.Or(x.fold[r], r) }, s)
}

var codeForm = lazy.Regexp(`^[a-z][a-z0-9_]{0,59}$`)

func (x *extension) addMetrics(list []located[MetricDef]) {
	for _, m := range list {
		switch same := x.namesake(m.def.Name); {
		case m.def.Code == "":
		case !codeForm().MatchString(m.def.Code):
			x.wrong(m.fields["code"], "代码 %q 不行，应由小写字母开头，只含小写字母、数字和 _", "code %q; expected small letters, digits and _, a letter first", m.def.Code)
		case x.known(m.def.Code):
			x.wrong(m.fields["code"], "已有指标 %s（%s），请换一个代码", "there is a metric %s (%s) already; choose another code", m.def.Code, x.cat.Metrics[x.number(m.def.Code)].Name)
		case m.def.Name != "" && same != "":
			x.wrong(m.fields["name"], "指标 %[2]s 已叫“%[1]s”，请换一个名称", "the metric %[2]s is called %[1]q already; choose another name", m.def.Name, same)
			x.cat.Metrics = append(x.cat.Metrics, m.def)
		case strings.ContainsFunc(m.def.Name+m.def.NameEN+m.def.Doc, func(r rune) bool { return r < ' ' }):
			x.wrong(m.node, "name、name_en、doc 应各为一行文字", "name, name_en and doc are one line each")
		case len(x.cat.Metrics) >= MostMetrics:
			x.wrong(m.node, "指标太多：连同内置的至多 %d 个", "too many metrics: with the built-in ones %d at most", MostMetrics)
		default:
			x.cat.Metrics = append(x.cat.Metrics, m.def)
		}
	}
}

func (x *extension) known(code string) bool { _, ok := x.cat.Lookup(code); return ok }

func (x *extension) number(code string) Metric { m, _ := x.cat.Lookup(code); return m }

// namesake is the code of the metric with the name, "" where there is none.
func (x *extension) namesake(name string) string {
	i := slices.IndexFunc(x.cat.Metrics, func(m MetricDef) bool { return m.Name == name })
	if i < 0 {
		return ""
	}
	return x.cat.Metrics[i].Code
}

// metric reports whether the node names a metric.
func (x *extension) metric(n *yaml.Node) bool {
	if !x.known(n.Value) {
		x.wrong(n, "没有指标 %q；应为 metrics 中的代码，或 extract catalog list 列出的代码%s", "no metric %q; expected a code of metrics or one that extract catalog list prints%s", n.Value, x.near(n.Value))
		return false
	}
	return true
}

// near names a code that differs by its plural or a slip of one character.
func (x *extension) near(code string) string {
	for _, m := range x.cat.Metrics {
		if a, b := m.Code, code; len(a)-len(b) < 3 && len(b)-len(a) < 3 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)) {
			return " (" + a + "?)"
		}
	}
	return ""
}

func (x *extension) addPatterns(list []located[PatternDef]) {
	for _, p := range list {
		first := slices.IndexFunc(x.cat.Patterns, func(q PatternDef) bool { return q.ID == p.def.ID })
		switch {
		case !patternID().MatchString(p.def.ID):
			x.wrong(p.fields["id"], "id %q 不行，应由字母、数字、- 和 _ 组成", "id %q; expected letters, digits, - and _", p.def.ID)
		case first >= 0:
			x.wrong(p.fields["id"], "id %q 已用过（%s）", "id %q stands before (%s)", p.def.ID, x.cat.Patterns[first].At)
		case len(x.cat.Patterns) >= MostPatterns:
			x.wrong(p.node, "pattern 太多：至多 %d 个", "too many patterns: %d at most", MostPatterns)
		case x.metric(p.fields["metric"]):
			x.cat.Patterns = append(x.cat.Patterns, p.def)
		}
	}
}

var patternID = lazy.Regexp(`^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$`)
