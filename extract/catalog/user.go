package catalog

import (
	"cmp"
	"strings"
	"time"
	"unicode"

	"go.yaml.in/yaml/v3"
)

// userFile is a user's file as it was understood; what was not is in the reader's problems.
type userFile struct {
	metrics  []located[MetricDef]
	units    []userUnit
	words    []userWords
	patterns []located[PatternDef]
	examples []ExampleDef
}

// located is a part of the file with the nodes of its values. A faulty one is
// checked as far as it goes, but of no use.
type located[T any] struct {
	def    T
	faulty bool
	node   *yaml.Node
	fields map[string]*yaml.Node
}

type userUnit struct {
	located[UnitDef]
	also, spell []*yaml.Node
}

// userWords is a group of words with their nodes.
type userWords struct {
	located[WordDef]
	override bool
	lists    [Verb + 1][]*yaml.Node
}

// read understands what it can of the file.
func (r *reader) read(data []byte) (f userFile) {
	root := r.document(data)
	if root == nil {
		if len(r.problems) == 0 {
			r.problems = append(r.problems, Problemf(Position{r.file, 1, 1}, "文件是空的，应有 metrics、units、words、patterns 或 examples（extract catalog new 给出样例）",
				"the file is empty; expected metrics, units, words, patterns or examples (extract catalog new prints a starter)"))
		}
		return f
	}
	top := r.fields(root, "metrics", "units", "words", "patterns", "examples")
	for _, n := range r.items(top["metrics"]) {
		if m := r.metric(n); m.fields["code"] != nil {
			f.metrics = append(f.metrics, m)
		}
	}
	for _, n := range r.items(top["units"]) {
		if u := r.unit(n); u.def.Unit != "" {
			f.units = append(f.units, u)
		}
	}
	for _, n := range r.items(top["words"]) {
		if w := r.words(n); w.def.Metric != "" {
			f.words = append(f.words, w)
		}
	}
	for _, n := range r.items(top["patterns"]) {
		if p := r.pattern(n); p.def.ID != "" && p.def.Metric != "" && p.def.Pattern != "" {
			f.patterns = append(f.patterns, p)
		}
	}
	f.examples = r.examples(top["examples"])
	return f
}

func (r *reader) metric(n *yaml.Node) (m located[MetricDef]) {
	m.node, m.fields = n, r.fields(n, "code", "name", "name_en", "doc", "additive")
	r.need(n, m.fields, "code", "name", "additive")
	for _, to := range []struct {
		key string
		at  *string
	}{{"code", &m.def.Code}, {"name", &m.def.Name}, {"name_en", &m.def.NameEN}, {"doc", &m.def.Doc}} {
		if v := m.fields[to.key]; v != nil {
			*to.at, _ = r.text(v)
		}
	}
	m.def.NameEN = cmp.Or(m.def.NameEN, m.def.Code)
	if v := m.fields["additive"]; v != nil {
		m.def.Additive, _ = r.truth(v)
	}
	return m
}

func (r *reader) unit(n *yaml.Node) (u userUnit) {
	u.node, u.fields = n, r.fields(n, "unit", "class", "base", "factor", "metric", "also", "spell")
	ok := r.need(n, u.fields, "unit", "class")
	text := func(key string, to *string, of ...string) {
		v := u.fields[key]
		if v == nil {
			return
		}
		s, good := r.text(v)
		if good && len(of) > 0 {
			s, good = r.oneOf(v, of...)
		}
		*to, ok = s, ok && good
	}
	class := ""
	text("unit", &u.def.Unit)
	text("class", &class, names(unitClasses)...)
	text("base", &u.def.Base)
	text("metric", &u.def.Metric)
	u.def.Class, u.def.Base, u.def.Factor = Class(class), cmp.Or(u.def.Base, u.def.Unit), "1"
	if v := u.fields["factor"]; v != nil {
		factor, good := r.number(v)
		u.def.Factor, ok = factor, ok && good
	}
	u.also, u.spell = r.texts(u.fields["also"]), r.texts(u.fields["spell"])
	u.def.Also, u.def.Spell = values(u.also), values(u.spell)
	u.faulty = !ok
	return u
}

// unitClasses are the classes that a unit may have.
var unitClasses = Classes[:len(Classes)-2] // without None and Any

func names[S ~string](list []S) (names []string) {
	for _, s := range list {
		names = append(names, string(s))
	}
	return names
}

func values(nodes []*yaml.Node) (list []string) {
	for _, n := range nodes {
		list = append(list, n.Value)
	}
	return list
}

func (r *reader) words(n *yaml.Node) (w userWords) {
	w.node, w.fields = n, r.fields(n, "metric", "units", "nouns", "weak", "verbs", "override")
	ok := r.need(n, w.fields, "metric", "units")
	if v := w.fields["metric"]; v != nil {
		w.def.Metric, _ = r.text(v)
	}
	for _, item := range r.items(w.fields["units"]) {
		if class, good := r.oneOf(item, names(Classes)...); good {
			w.def.Units = append(w.def.Units, Class(class))
		} else {
			ok = false
		}
	}
	for kind, key := range [...]string{Noun: "nouns", Weak: "weak", Verb: "verbs"} {
		for _, item := range r.texts(w.fields[key]) {
			if strings.ContainsFunc(item.Value, unicode.IsSpace) {
				r.wrong(item, "词 %q 中有空格；一项只写一个词", "the word %q holds a blank; expected one word an item", item.Value)
				continue
			}
			w.lists[kind] = append(w.lists[kind], item)
		}
	}
	if v := w.fields["override"]; v != nil {
		w.override, _ = r.truth(v)
	}
	if w.fields != nil && w.fields["nouns"] == nil && w.fields["weak"] == nil && w.fields["verbs"] == nil {
		r.wrong(n, "没有词；应有 nouns、weak 或 verbs", "no words; expected nouns, weak or verbs")
	}
	if ok && len(w.def.Units) == 0 {
		r.wrong(w.fields["units"], "没有单位类别；可用 %s", "no class of unit; expected some of %s", joinClasses())
		ok = false
	}
	w.faulty = !ok
	return w
}

// pattern understands a pattern. One without a fit time limit has the least, so
// that its expression and its examples can be checked too.
func (r *reader) pattern(n *yaml.Node) (p located[PatternDef]) {
	p.node, p.fields = n, r.fields(n, "id", "metric", "pattern", "timeout", "within", "role", "basis", "time", "examples")
	r.need(n, p.fields, "id", "metric", "pattern", "timeout")
	d := &p.def
	d.Timeout = LeastTimeout
	within := string(Clause)
	for _, to := range []struct {
		key  string
		at   *string
		from []string
	}{
		{"id", &d.ID, nil}, {"metric", &d.Metric, nil}, {"pattern", &d.Pattern, nil},
		{"within", &within, []string{string(Clause), string(Sentence)}},
		{"role", &d.Role, []string{"actual", "target", "reference"}},
		{"basis", &d.Basis, []string{"total", "part", "each"}},
		{"time", &d.Time, []string{"flow", "stock", "cumulative"}},
	} {
		v := p.fields[to.key]
		if v == nil {
			continue
		}
		s, good := r.text(v)
		if to.from != nil && good {
			s, good = r.oneOf(v, to.from...)
		}
		if good {
			*to.at = s
		}
	}
	d.Within = Scope(within)
	if v := p.fields["timeout"]; v != nil {
		d.Timeout = r.limit(v)
	}
	if v := p.fields["pattern"]; v != nil {
		d.At = r.at(v)
	}
	d.Examples = r.examples(p.fields["examples"])
	return p
}

// limit is a time limit between the bounds, the least where there is none.
func (r *reader) limit(n *yaml.Node) time.Duration {
	d, err := time.ParseDuration(n.Value)
	if n.Kind != yaml.ScalarNode || err != nil || d < LeastTimeout || d > MostTimeout {
		r.wrong(n, "%q 不行，应为 %v 到 %v 之间的时间，如 50ms", "%q is none; expected a time between %v and %v, such as 50ms", n.Value, LeastTimeout, MostTimeout)
		return LeastTimeout
	}
	return d
}

func (r *reader) examples(n *yaml.Node) (list []ExampleDef) {
	for _, item := range r.items(n) {
		fields := r.fields(item, "text", "want")
		if !r.need(item, fields, "text", "want") {
			continue
		}
		text, ok := r.text(fields["text"])
		if ok {
			list = append(list, ExampleDef{Text: text, Want: values(r.texts(fields["want"])), At: r.at(fields["text"])})
		}
	}
	return list
}
