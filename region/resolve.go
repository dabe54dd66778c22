package region

import (
	"slices"
	"strings"
)

// By says how a Resolution was decided.
type By uint8

// How a name is decided.
const (
	Open     By = iota // not at all
	Unique             // only one division has or had the name, which is no common one (东区)
	Chain              // the larger places in front of the name
	Context            // the larger places that the context names
	Conflict           // open, since chain or context contradict the name
)

// String is the lower-case word: open, unique, chain, context, conflict.
func (b By) String() string {
	return [...]string{"open", "unique", "chain", "context", "conflict"}[b]
}

// Resolution is what a chain of names was found to mean.
type Resolution struct {
	Division   Division   // the smallest division of the chain; Code is "" where it is open
	Rest       []string   // the chain's names below it, which have no code: 白沙镇, 高新区
	By         By         // how Division was decided
	Former     Former     // the old name or code that led to Division; Code is "" where the name is today's
	Candidates []Division // what the name may mean where it is open
}

// Exact reports whether the chain's last name is Division itself and nothing below it.
func (r Resolution) Exact() bool { return r.Division.Code != "" && len(r.Rest) == 0 }

// Code is the place's own code, "" where it is open or has none (a township, a zone).
func (r Resolution) Code() string {
	if !r.Exact() {
		return ""
	}
	return r.Division.Code
}

// Path is the path of the division with the names below it behind it:
// 浙江省/宁波市/鄞州区/白沙镇; "" where the division is open.
func (r Resolution) Path() string {
	if r.Division.Code == "" {
		return ""
	}
	if len(r.Rest) == 0 {
		return r.Division.Path()
	}
	return strings.Join(append([]string{r.Division.Path()}, r.Rest...), "/")
}

// Resolve finds the division that a chain of names means, as it stands in a
// text: 宁波市鄞州区, 鄞州区, 江苏南京鼓楼区, 雲南省, 恩施州. Each context is a text that
// names larger places: a title, a signature, a folder. It decides between
// namesakes (鼓楼区), tells where a township or zone lies, and where it names
// places and none of them fits, the name stays open.
//
// Nothing is guessed: a name that no division has or had, one whose chain
// contradicts itself (浙江省鼓楼区), a division that was divided, and namesakes
// that nothing tells apart are open.
func Resolve(name string, context ...string) Resolution { return ResolveAt(0, name, context...) }

// Known reports whether Resolve could find a division for the name, given the
// right context; it never does for a chain with a name that no division has or had.
func Known(name string) bool {
	t := load()
	var buf [6]part
	parts, ok := t.split(buf[:0], simplify(strings.TrimSpace(name)))
	if !ok {
		return false
	}
	for _, p := range parts {
		if p.below() {
			break
		}
		if p.senses == nil {
			return false
		}
	}
	return true
}

// ResolveAt is Resolve for a text that speaks of a year (2019), 0 where it is
// not known. Names that no division had by then are left aside where others had them:
// 巢湖市 was a prefecture until 2011.
func ResolveAt(year int, name string, context ...string) Resolution {
	t := load()
	var buf [6]part
	parts, ok := t.split(buf[:0], simplify(strings.TrimSpace(name)))
	if !ok {
		return Resolution{}
	}
	k := slices.IndexFunc(parts, part.below)
	if k < 0 {
		k = len(parts)
	}
	var r Resolution
	if parts, r.Rest = parts[:k], names(parts[k:]); len(parts) == 0 {
		r.place(t, context)
		return r
	}
	r.decide(t, parts, year, context)
	return r
}

func names(parts []part) []string {
	var out []string
	for _, p := range parts {
		out = append(out, p.text)
	}
	return out
}

// decide finds the division of a chain of divisions' names.
func (r *Resolution) decide(t *tree, parts []part, year int, context []string) {
	last := len(parts) - 1
	if slices.ContainsFunc(parts, func(p part) bool { return p.senses == nil }) {
		return
	}
	r.By = Unique
	var buf [8]sense
	senses := append(buf[:0], parts[last].senses...)
	for _, outer := range parts[:last] {
		r.By = Chain
		senses = slices.DeleteFunc(senses, func(s sense) bool { return !t.belongs(s, outer.senses) })
	}
	senses = t.distinct(t.inForce(senses, year))
	if r.By == Unique {
		senses = r.byContext(t, senses, context)
	}
	switch {
	case len(senses) == 0:
		r.By = Conflict
	case len(senses) > 1 || senses[0].to < 0 || r.By == Unique && manyHave(parts[last].text) && !t.named(senses[0], context):
		r.By, r.Candidates = Open, t.candidates(senses)
	default:
		r.Division = t.all[senses[0].to]
		if f := senses[0].former; f >= 0 {
			r.Former = t.former[f]
		}
	}
}

// manyHave reports whether places that are no divisions have a name too: the
// quarters of cities (东区, 城北区) and new areas by the sea.
func manyHave(name string) bool {
	switch name {
	case "东区", "西区", "南区", "北区", "中区", "城区", "郊区", "矿区", "新区", "城东区", "城西区", "城南区", "城北区", "城中区", "新城区", "市中区", "市郊区", "滨海新区":
		return true
	}
	return false
}

// named reports whether a context names a place in which s lies.
func (t *tree) named(s sense, context []string) bool {
	return slices.ContainsFunc(context, func(c string) bool {
		return slices.ContainsFunc(t.mentioned(c, Prefecture), func(p sense) bool { return t.agree(s, p) })
	})
}

// byContext keeps the senses that agree with every context that names places.
func (r *Resolution) byContext(t *tree, senses []sense, context []string) []sense {
	many := len(senses) > 1
	for _, c := range context {
		places := t.mentioned(c, Prefecture)
		if len(places) == 0 {
			continue
		}
		senses = slices.DeleteFunc(senses, func(s sense) bool {
			return !slices.ContainsFunc(places, func(p sense) bool { return t.agree(s, p) })
		})
		if many {
			r.By = Context
		}
	}
	return senses
}

// agree reports whether one of two senses lies in the other, or they are the same.
func (t *tree) agree(s, p sense) bool {
	return s.to >= 0 && s.to == p.to || t.belongs(s, []sense{p}) || t.belongs(p, []sense{s})
}

// place finds where a township or a zone lies that the chain does not say: in
// the smallest division that the contexts name, where all they name agree.
func (r *Resolution) place(t *tree, context []string) {
	var places []sense
	for _, c := range context {
		places = append(places, t.mentioned(c, County)...)
	}
	deepest := int32(-1)
	for _, p := range places {
		if p.to < 0 || p.former >= 0 {
			return
		}
		if deepest < 0 || t.within(p.to, deepest) {
			deepest = p.to
		}
	}
	for _, p := range places {
		if !t.within(deepest, p.to) {
			return
		}
	}
	if deepest >= 0 {
		r.Division, r.By = t.all[deepest], Context
	}
}

// distinct leaves one sense for each division, today's before a former one.
func (t *tree) distinct(senses []sense) []sense {
	slices.SortStableFunc(senses, func(a, b sense) int { return min(int(a.former), 0) - min(int(b.former), 0) })
	out := senses[:0]
	for _, s := range senses {
		if s.to < 0 || !slices.ContainsFunc(out, func(o sense) bool { return o.to == s.to }) {
			out = append(out, s)
		}
	}
	return out
}

// candidates are the divisions that senses may mean, by code.
func (t *tree) candidates(senses []sense) []Division {
	var at []int32
	for _, s := range senses {
		if s.to >= 0 {
			at = append(at, s.to)
			continue
		}
		for _, code := range t.former[s.former].Now {
			at = append(at, t.byCode[code])
		}
	}
	slices.Sort(at)
	var out []Division
	for _, i := range slices.Compact(at) {
		out = append(out, t.all[i])
	}
	return out
}
