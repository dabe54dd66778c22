package catalog

import (
	"time"

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

// located is a part of the file with the nodes of its values.
type located[T any] struct {
	def    T
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
		if m, ok := r.metric(n); ok {
			f.metrics = append(f.metrics, m)
		}
	}
	for _, n := range r.items(top["units"]) {
		if u, ok := r.unit(n); ok {
			f.units = append(f.units, u)
		}
	}
	for _, n := range r.items(top["words"]) {
		if w, ok := r.words(n); ok {
			f.words = append(f.words, w)
		}
	}
	for _, n := range r.items(top["patterns"]) {
		if p, ok := r.pattern(n); ok {
			f.patterns = append(f.patterns, p)
		}
	}
	f.examples = r.examples(top["examples"])
	return f
}

func (r *reader) metric(n *yaml.Node) (m located[MetricDef], ok bool) {
	m.node, m.fields = n, r.fields(n, "code", "name", "name_en", "doc", "additive")
	ok = r.need(n, m.fields, "code", "name", "additive")
	for _, to := range []struct {
		key string
		at  *string
	}{{"code", &m.def.Code}, {"name", &m.def.Name}, {"name_en", &m.def.NameEN}, {"doc", &m.def.Doc}} {
		if v := m.fields[to.key]; v != nil {
			s, good := r.text(v)
			*to.at, ok = s, ok && good
		}
	}
	if m.def.NameEN == "" {
		m.def.NameEN = m.def.Code
	}
	if v := m.fields["additive"]; v != nil {
		additive, good := r.truth(v)
		m.def.Additive, ok = additive, ok && good
	}
	return m, ok
}

func (r *reader) unit(n *yaml.Node) (u userUnit, ok bool) {
	u.node, u.fields = n, r.fields(n, "unit", "class", "base", "factor", "metric", "also", "spell")
	if ok = r.need(n, u.fields, "unit", "class"); !ok {
		return u, false
	}
	u.def.Factor = "1"
	u.def.Unit, ok = r.text(u.fields["unit"])
	u.def.Base = u.def.Unit
	class, good := r.oneOf(u.fields["class"], names(unitClasses)...)
	u.def.Class, ok = Class(class), ok && good
	if v := u.fields["base"]; v != nil {
		u.def.Base, good = r.text(v)
		ok = ok && good
	}
	if v := u.fields["factor"]; v != nil {
		u.def.Factor, good = r.number(v)
		ok = ok && good
	}
	if v := u.fields["metric"]; v != nil {
		u.def.Metric, good = r.text(v)
		ok = ok && good
	}
	u.also, u.spell = r.texts(u.fields["also"]), r.texts(u.fields["spell"])
	u.def.Also, u.def.Spell = values(u.also), values(u.spell)
	return u, ok
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

func (r *reader) words(n *yaml.Node) (w userWords, ok bool) {
	w.node, w.fields = n, r.fields(n, "metric", "units", "nouns", "weak", "verbs", "override")
	if ok = r.need(n, w.fields, "metric", "units"); !ok {
		return w, false
	}
	w.def.Metric, ok = r.text(w.fields["metric"])
	for _, item := range r.items(w.fields["units"]) {
		class, good := r.oneOf(item, names(Classes)...)
		w.def.Units, ok = append(w.def.Units, Class(class)), ok && good
	}
	for kind, key := range [...]string{Noun: "nouns", Weak: "weak", Verb: "verbs"} {
		w.lists[kind] = r.texts(w.fields[key])
	}
	if v := w.fields["override"]; v != nil {
		override, good := r.truth(v)
		w.override, ok = override, ok && good
	}
	if w.fields["nouns"] == nil && w.fields["weak"] == nil && w.fields["verbs"] == nil {
		r.wrong(n, "没有词；应有 nouns、weak 或 verbs", "no words; expected nouns, weak or verbs")
	}
	if ok && len(w.def.Units) == 0 {
		r.wrong(w.fields["units"], "没有单位类别；可用 %s", "no class of unit; expected some of %s", joinClasses())
		ok = false
	}
	return w, ok
}

func (r *reader) pattern(n *yaml.Node) (p located[PatternDef], ok bool) {
	p.node, p.fields = n, r.fields(n, "id", "metric", "pattern", "timeout", "within", "role", "basis", "time", "examples")
	ok = r.need(n, p.fields, "id", "metric", "pattern", "timeout")
	d := &p.def
	d.Within = Clause
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
		*to.at, ok = s, ok && good
	}
	d.Within = Scope(within)
	if v := p.fields["timeout"]; v != nil {
		limit, good := r.limit(v)
		d.Timeout, ok = limit, ok && good
	}
	if v := p.fields["pattern"]; v != nil {
		d.At = r.at(v)
	}
	d.Examples = r.examples(p.fields["examples"])
	return p, ok
}

// limit is a time limit between the bounds.
func (r *reader) limit(n *yaml.Node) (time.Duration, bool) {
	d, err := time.ParseDuration(n.Value)
	if n.Kind != yaml.ScalarNode || err != nil || d < LeastTimeout || d > MostTimeout {
		r.wrong(n, "%q 不行，应为 %v 到 %v 之间的时间，如 50ms", "%q is none; expected a time between %v and %v, such as 50ms", n.Value, LeastTimeout, MostTimeout)
		return 0, false
	}
	return d, true
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
