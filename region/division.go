package region

import (
	"slices"
	"strings"
)

// Division is a province, prefecture or county of China with its code of GB/T 2260.
type Division struct {
	Code   string // six digits: 330000, 330200, 330212
	Name   string // the full one: 浙江省, 宁波市, 鄞州区
	Level  Level  // Province, Prefecture or County
	Parent string // the code of the division it belongs to, "" for a province
}

// Former is a name or code that a division bore and no longer bears.
type Former struct {
	Code, Name string
	Gone       string   // the first edition at hand without it (2016-07); the change was made since the edition before
	Now        []string // the code of what it is today; several where it was divided
}

// Divided reports whether a former division was divided, so that no single one follows it.
func (f Former) Divided() bool { return len(f.Now) > 1 }

// ByCode returns the division of a code. Two and four digits stand for a
// province and a prefecture. An old code leads to what the division is today,
// unless the code was given to another division since or its own was divided.
func ByCode(code string) (Division, bool) {
	if len(code) == 2 || len(code) == 4 {
		code += "0000"[len(code)-2:]
	}
	t := load()
	if i, ok := t.byCode[code]; ok {
		return t.all[i], true
	}
	if f, ok := t.formerByCode[code]; ok && f >= 0 && !t.former[f].Divided() {
		return ByCode(t.former[f].Now[0])
	}
	return Division{}, false
}

// Provinces lists the divisions of the first level by code.
func Provinces() []Division { return slices.Clone(load().children[""]) }

// Children lists what d is directly divided into, by code; empty for a county
// and for the cities that have none (东莞市).
func (d Division) Children() []Division { return slices.Clone(load().children[d.Code]) }

// Ancestors lists what d belongs to, the province first.
func (d Division) Ancestors() []Division {
	var up []Division
	for p, ok := ByCode(d.Parent); ok; p, ok = ByCode(p.Parent) {
		up = append(up, p)
	}
	slices.Reverse(up)
	return up
}

// Path is the names from the province to d: 浙江省/宁波市/鄞州区.
func (d Division) Path() string {
	if d.Code == "" {
		return ""
	}
	var names [County]string // that of d last
	n := len(names) - 1
	names[n] = d.Name
	for p, ok := ByCode(d.Parent); ok && n > 0; p, ok = ByCode(p.Parent) {
		n--
		names[n] = p.Name
	}
	return strings.Join(names[n:], "/")
}

// At is the division of a level to which d belongs, or d itself. A county that
// is ruled by its province (仙桃市) is its own place at the prefecture's level,
// and a municipality that of its districts (北京市 for 东城区). ok is false for
// a level below d's own.
func (d Division) At(level Level) (up Division, ok bool) {
	switch {
	case d.Code == "" || level == None || level > d.Level:
		return Division{}, false
	case level == d.Level:
		return d, true
	}
	parent, _ := ByCode(d.Parent)
	if parent.Level < level {
		if parent.isMunicipality() {
			return parent, true
		}
		return d, true
	}
	return parent.At(level)
}

// isMunicipality tells the four cities that have districts and no prefectures.
func (d Division) isMunicipality() bool {
	switch d.Code {
	case "110000", "120000", "310000", "500000":
		return true
	}
	return false
}

// Formers lists the names and codes that became d, whole, by code.
func (d Division) Formers() []Former {
	var out []Former
	for _, f := range load().former {
		if len(f.Now) == 1 && f.Now[0] == d.Code {
			out = append(out, f)
		}
	}
	return out
}
