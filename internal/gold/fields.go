package gold

import (
	"slices"
	"strings"
)

// Field is one property of a marked and of an extracted fact, side by side.
type Field struct {
	Name        string // as in the annotation: text, metric, value, high, unit, …
	Gold, Found string // "" where there is none
	Differs     bool   // both facts are there and the comparison does not take the two as equal
}

// Fields lays the two sides of an outcome next to each other. Text and label
// differ where they are not the same to the letter, though no step of the
// ladder asks for them.
func (o *Outcome) Fields() []Field {
	var g, p Fact
	if o.Marked != nil {
		g = o.Marked.Fact
	}
	if o.Found != nil {
		p = *o.Found
	}
	list := []Field{
		{Name: "text", Gold: g.Text, Found: p.Text, Differs: g.Start != p.Start || g.End != p.End},
		{Name: "metric", Gold: g.Metric, Found: p.Metric, Differs: o.Marked != nil && !o.Marked.accepts(p.Metric)},
	}
	list = append(list, o.numbers(&g, &p)...)
	list = append(list, o.attributes(&g, &p)...)
	list = append(list, Field{Name: "label", Gold: g.Label, Found: p.Label, Differs: g.Label != p.Label})
	if o.Marked == nil || o.Found == nil {
		for i := range list {
			list[i].Differs = false
		}
	}
	return slices.DeleteFunc(list, func(f Field) bool { return f.Gold == "" && f.Found == "" })
}

func (o *Outcome) numbers(g, p *Fact) []Field {
	loose := o.Marked != nil && o.Marked.isFraction()
	return []Field{
		{"value", plain(g.Value), plain(p.Value), !near(g.Value, p.Value, loose)},
		{"high", plain(g.High), plain(p.High), !near(g.High, p.High, loose)},
		{"unit", g.Unit, p.Unit, foldUnit(g.Unit) != foldUnit(p.Unit)},
		{"missing", mark(g.Missing), mark(p.Missing), g.Missing != p.Missing},
	}
}

// attributes are role, basis, bound and status; of a state of completion only the status is compared.
func (o *Outcome) attributes(g, p *Fact) []Field {
	var list []Field
	ga, pa := g.attributes(), p.attributes()
	for a, name := range attributeNames {
		f := Field{name, ga[a], pa[a], ga[a] != pa[a] && (a == status || g.kind() != statusKind)}
		if o.Marked == nil {
			f.Gold = ""
		}
		if o.Found == nil {
			f.Found = ""
		}
		list = append(list, f)
	}
	return list
}

// plain drops the .0 with which the annotation writes whole numbers.
func plain(number string) string { return strings.TrimSuffix(number, ".0") }

// mark is how the annotation writes a property that is there.
func mark(there bool) string {
	if there {
		return "1"
	}
	return ""
}
