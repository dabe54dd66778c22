package catalog

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// addUnits adds the units whose spellings are new, whose metric is known and
// whose base is a unit that is its own base, in the same class.
func (x *extension) addUnits(list []userUnit) {
	taken := map[string]string{} // by spelling, the unit
	for _, u := range x.base.Units {
		for _, s := range spellings(u) {
			taken[x.folded(s)] = u.Unit
		}
	}
	for i := range list {
		u := &list[i]
		fine := !u.faulty
		fine = (u.def.Metric == "" || x.metric(u.fields["metric"])) && fine
		for _, n := range slices.Concat([]*yaml.Node{u.fields["unit"]}, u.also, u.spell) {
			fine = x.spelling(n, u.def.Unit, taken) && fine
		}
		if !(x.based(u, list) && fine) {
			continue
		}
		x.cat.Units = append(x.cat.Units, u.def)
		for _, n := range slices.Concat([]*yaml.Node{u.fields["unit"]}, u.also, u.spell) {
			x.cat.Own = append(x.cat.Own, OwnWord{At: x.at(n), Word: n.Value, Metric: u.def.Unit, Kind: UnitWord})
		}
	}
}

func spellings(u UnitDef) []string { return slices.Concat([]string{u.Unit}, u.Also, u.Spell) }

// spelling reports whether a spelling is free, and takes it.
func (x *extension) spelling(n *yaml.Node, unit string, taken map[string]string) bool {
	s := x.folded(n.Value)
	if of, ok := taken[s]; ok {
		x.wrong(n, "单位 %q 已有（%s），请删去", "there is a unit %q already (%s); leave it out", n.Value, of)
		return false
	}
	if strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r == '　' }) {
		x.wrong(n, "单位 %q 中有空格", "the unit %q holds a blank", n.Value)
		return false
	}
	taken[s] = unit
	return true
}

// based reports whether the unit's base is known and fits.
func (x *extension) based(u *userUnit, own []userUnit) bool {
	at := u.fields["base"]
	if u.def.Base == u.def.Unit {
		if f := u.def.Factor; f != "1" && f != "" {
			x.wrong(u.fields["factor"], "单位以自身为基本单位，factor 应为 1；要换算请写 base", "the unit is its own base, so factor is 1; name the base to convert to")
			return false
		}
		return true
	}
	base, ok := x.baseUnit(u.def.Base, own)
	switch {
	case !ok:
		x.wrong(at, "不认识的基本单位 %q；应为内置的单位，或本文件 units 中的", "unknown base %q; expected a built-in unit or one of units here", u.def.Base)
	case base.Base != base.Unit:
		x.wrong(at, "%q 本身换算为 %q；base 应为 %[2]q，factor 随之改写", "%q is itself converted to %q; expected %[2]q, with factor to fit", base.Unit, base.Base)
	case base.Class != u.def.Class && u.def.Class != "":
		x.wrong(u.fields["class"], "class 是 %s，而基本单位 %q 是 %[3]s；应为 %[3]s", "class is %s, but the base %q has %[3]s; expected %[3]s", u.def.Class, base.Unit, base.Class)
	default:
		u.def.Base = base.Base // as the catalogue spells it
		return true
	}
	return false
}

func (x *extension) baseUnit(name string, own []userUnit) (UnitDef, bool) {
	for _, u := range x.base.Units {
		if slices.Contains(spellings(u), name) {
			return u, true
		}
	}
	for i := range own {
		if own[i].def.Unit == name {
			return own[i].def, true
		}
	}
	return UnitDef{}, false
}
