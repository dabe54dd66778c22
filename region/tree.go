package region

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// divisionsTable has a division a line: code, name and, for one that the first
// edition lacks under this code and name, the edition it first stands in.
//
//go:embed data/divisions.tsv
var divisionsTable string

// formerTable has a former code or name a line: code, name, the first edition
// without it, the codes of today.
//
//go:embed data/former.tsv
var formerTable string

// tree holds all divisions and their names. It is read-only after load.
type tree struct {
	all          []Division // by code
	since        []int16    // the year of the edition a division first stands in, 0 for the first edition
	former       []Former   // by code
	byCode       map[string]int32
	formerByCode map[string]int32 // -1 where what bore the code went different ways
	children     map[string][]Division
	names        map[string][]sense // full names and the usual short ones
	bare         map[string][]sense // without any rank: 南京, 延边
	longest      map[rune]int       // the length in bytes of the longest name that begins with a character
}

// sense is what a name may mean: a division, today's or a former one.
type sense struct {
	to     int32 // in all, -1 for a former one that was divided
	former int32 // in former, -1 for today's
}

// load reads the tables at the first call.
var load = sync.OnceValue(newTree)

func newTree() *tree {
	t := &tree{byCode: make(map[string]int32, 3300), formerByCode: make(map[string]int32, 700), children: make(map[string][]Division, 400), names: make(map[string][]sense, 5000), bare: make(map[string][]sense, 500), longest: make(map[rune]int, 1500)}
	t.all, t.since = make([]Division, 0, 3300), make([]int16, 0, 3300)
	for line := range strings.Lines(divisionsTable) {
		code, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		name, since, _ := strings.Cut(rest, "\t")
		d := Division{Code: code, Name: name, Level: levelOf(code), Parent: t.parent(code)}
		t.byCode[code] = int32(len(t.all))
		t.all, t.since = append(t.all, d), append(t.since, year(since))
		t.children[d.Parent] = append(t.children[d.Parent], d)
		t.addNames(name, d.Level, sense{int32(len(t.all) - 1), -1})
	}
	for line := range strings.Lines(formerTable) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		t.addFormer(Former{Code: f[0], Name: f[1], Gone: f[2][:4] + "-" + f[2][4:], Now: strings.Split(f[3], ",")})
	}
	return t
}

func (t *tree) addFormer(f Former) {
	s := sense{-1, int32(len(t.former))}
	if !f.Divided() {
		s.to = t.byCode[f.Now[0]]
	}
	t.former = append(t.former, f)
	if before, ok := t.formerByCode[f.Code]; ok && (before < 0 || !slices.Equal(t.former[before].Now, f.Now)) {
		t.formerByCode[f.Code] = -1
	} else {
		t.formerByCode[f.Code] = s.former
	}
	t.addNames(f.Name, levelOf(f.Code), s)
}

// addNames enters a name and its usual short forms.
func (t *tree) addNames(name string, level Level, s sense) {
	t.add(t.names, name, s)
	if short := shortName(name, level); short != "" {
		t.add(t.names, short, s)
	}
	for _, short := range usualNames[name] {
		t.add(t.names, short, s)
	}
	if bare := bareName(name, level); bare != "" {
		t.add(t.bare, bare, s)
	}
}

func (t *tree) add(m map[string][]sense, name string, s sense) {
	m[name] = append(m[name], s)
	r, _ := utf8.DecodeRuneInString(name)
	t.longest[r] = max(t.longest[r], len(name))
}

// levelOf reads a code's level: 330000, 330200, 330212.
func levelOf(code string) Level {
	switch {
	case code[2:] == "0000":
		return Province
	case code[4:] == "00":
		return Prefecture
	}
	return County
}

// parent is the code of the division to which that of a code belongs: the
// prefecture where there is one, else the province (北京市东城区, 湖北省仙桃市).
// The larger one stands before the smaller in the table.
func (t *tree) parent(code string) string {
	if levelOf(code) == Province {
		return ""
	}
	if up := code[:4] + "00"; up != code && t.has(up) {
		return up
	}
	return code[:2] + "0000"
}

func (t *tree) has(code string) bool {
	_, ok := t.byCode[code]
	return ok
}

// year is that of an edition (201607), 0 for none.
func year(edition string) int16 {
	if len(edition) < 4 {
		return 0
	}
	n := 0
	for _, c := range edition[:4] {
		n = n*10 + int(c-'0')
	}
	return int16(n)
}

// within reports whether the division i belongs to up, however deep, or is it.
func (t *tree) within(i, up int32) bool {
	for {
		if i == up {
			return true
		}
		parent := t.all[i].Parent
		if parent == "" {
			return false
		}
		i = t.byCode[parent]
	}
}
