package extract

import (
	"cmp"
	"strings"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

// checkExamples appends a problem for each example that comes out otherwise.
func (e *Extractor) checkExamples(problems []catalog.Problem, list []catalog.ExampleDef) []catalog.Problem {
	if len(list) == 0 {
		return problems
	}
	w := e.NewWorker()
	var doc segment.Document
	var res Result
	for i := range list {
		x := &list[i]
		doc.Parse(x.Text, segment.Span{End: len(x.Text)})
		w.Extract(Report{Doc: &doc}, &res)
		for k := range res.Stops {
			p := &e.patterns[res.Stops[k].Pattern]
			problems = append(problems, catalog.Problemf(p.At, "正则 %s 在例子“%s”上超过时限 %v；请改写（限定重复次数，用 (?>…)）", "pattern %s took longer than %[3]v on the example %[2]q; rewrite it (bound repetitions, use (?>…))", p.ID, x.Text, p.Timeout))
		}
		wants := make([]want, len(x.Want))
		malformed := false
		for k, s := range x.Want {
			var ok bool
			if wants[k], ok = e.parseWant(s); !ok {
				problems = append(problems, catalog.Problemf(x.At, "例子的 want %q 不行；应为“原文 指标代码 属性”，如 320家 bookhouses target value=320", "want %q of the example is none; expected SURFACE METRIC ATTRIBUTES, such as 320家 bookhouses target value=320", s))
				malformed = true
			}
		}
		if !malformed && !e.same(wants, &res, x.Text) {
			problems = append(problems, catalog.Problemf(x.At, "例子的结果不同：“%s”\n    应为 %s\n    实为 %s", "the example comes out otherwise: %q\n    expected %s\n    actual   %s",
				x.Text, cmp.Or(strings.Join(x.Want, "; "), "[]"), cmp.Or(e.describeFacts(&res, x.Text, wants), "[]")))
		}
	}
	return problems
}

// want is a fact that an example asks for.
type want struct {
	surface, metric string
	set             map[string]bool   // target part done missing …
	values          map[string]string // value unit label …
}

// attributes that are compared where a want gives them.
var valueNames = []string{"value", "high", "unit", "label", "bound", "time"}

// parseWant reads "surface metric attributes"; the surface may hold blanks.
func (e *Extractor) parseWant(s string) (want, bool) {
	parts := strings.Fields(s)
	x := want{set: map[string]bool{}, values: map[string]string{}}
	at := -1
	for i := 1; i < len(parts) && at < 0; i++ {
		if _, ok := e.cat.Lookup(parts[i]); ok {
			at = i
		}
	}
	if at < 0 {
		return x, false
	}
	x.surface, x.metric = strings.Join(parts[:at], " "), parts[at]
	for _, part := range parts[at+1:] {
		name, value, isValue := strings.Cut(part, "=")
		switch {
		case isValue && contains(valueNames, name):
			x.values[name] = value
		case !isValue && contains([]string{"target", "reference", "part", "each", "done", "ongoing", "undone", "missing"}, part):
			x.set[part] = true
		default:
			return x, false
		}
	}
	return x, true
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func (e *Extractor) same(wants []want, res *Result, text string) bool {
	if len(wants) != len(res.Facts) {
		return false
	}
	for i := range wants {
		x, f := &wants[i], &res.Facts[i]
		set := setOf(f)
		if strings.Join(strings.Fields(f.Of(text)), " ") != x.surface || e.cat.Code(f.Metric) != x.metric || len(set) != len(x.set) {
			return false
		}
		for _, name := range set {
			if !x.set[name] {
				return false
			}
		}
		for name, value := range x.values {
			if !sameValue(name, value, valueOf(f, name, text)) {
				return false
			}
		}
	}
	return true
}

// sameValue compares numbers by what they are worth.
func sameValue(name, want, got string) bool {
	if name == "value" || name == "high" {
		a, ok1 := quantity.ParseDecimal(want)
		b, ok2 := quantity.ParseDecimal(got)
		return ok1 == ok2 && a.Cmp(b) == 0
	}
	return want == got
}

// setOf are the attributes of a fact that are not the usual ones.
func setOf(f *Fact) (set []string) {
	if f.Missing {
		set = append(set, "missing")
	}
	if f.Role != Actual {
		set = append(set, f.Role.String())
	}
	if f.Basis != Total {
		set = append(set, f.Basis.String())
	}
	if f.Status != NoStatus {
		set = append(set, f.Status.String())
	}
	return set
}

// valueOf is an attribute as an example writes it.
func valueOf(f *Fact, name, text string) string {
	q := &f.Quantity
	switch name {
	case "value":
		if q.HasValue && !f.Missing {
			return q.Value.String()
		}
	case "high":
		if q.HasHigh {
			return q.High.String()
		}
	case "unit":
		return q.Unit
	case "label":
		return strings.Join(strings.Fields(f.Label.Of(text)), "")
	case "bound":
		return q.Bound.String()
	case "time":
		return f.Time.String()
	}
	return ""
}

// describeFacts writes facts as an example would, with the values that it asks for.
func (e *Extractor) describeFacts(res *Result, text string, wants []want) string {
	var list []string
	for i := range res.Facts {
		f := &res.Facts[i]
		parts := append([]string{strings.Join(strings.Fields(f.Of(text)), " "), e.cat.Code(f.Metric)}, setOf(f)...)
		for _, name := range valueNames {
			if i < len(wants) && wants[i].values[name] != "" {
				parts = append(parts, name+"="+valueOf(f, name, text))
			}
		}
		list = append(list, strings.Join(parts, " "))
	}
	return strings.Join(list, "; ")
}
