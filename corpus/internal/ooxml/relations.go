package ooxml

import (
	"path"
	"strings"
)

// Relation leads from a part to another.
type Relation struct {
	ID   string // r:id
	Type string // the last step of its type: styles, numbering, worksheet
	Part string // the part's name, "" for what lies outside the package
}

// Relations lists what part names; "" stands for the package itself. A part
// without any has none.
func (p *Package) Relations(part string) ([]Relation, error) {
	dir, base := path.Split(part)
	name := dir + "_rels/" + base + ".rels"
	if !p.Has(name) {
		return nil, nil
	}
	var list []Relation
	err := p.Scan(name, func(s *Scanner) {
		for d := s.Depth(); s.Child(d); {
			r := Relation{ID: s.Get("Id"), Type: path.Base(s.Get("Type"))}
			if target := strings.ReplaceAll(s.Get("Target"), `\`, "/"); !strings.EqualFold(s.Get("TargetMode"), "External") {
				if !strings.HasPrefix(target, "/") {
					target = "/" + dir + target
				}
				r.Part = strings.TrimPrefix(path.Clean(target), "/")
			}
			list = append(list, r)
		}
	})
	return list, err
}

// Main is the name of the package's main part, or usual where it names none
// that it has.
func (p *Package) Main(usual string) (string, error) {
	list, err := p.Relations("")
	for _, r := range list {
		if r.Type == "officeDocument" && p.Has(r.Part) {
			return r.Part, err
		}
	}
	return usual, err
}
