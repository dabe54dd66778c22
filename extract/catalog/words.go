package catalog

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// senseKey is a word in one list for one class of unit.
type senseKey struct {
	word  string // folded
	kind  WordKind
	class Class
}

// holder is the metric that a word points to, and its line in the user's file, 0 for the catalogue's.
type holder struct {
	metric string
	line   int
}

// wordBook knows what words point to while a user's are added.
type wordBook struct {
	has      map[senseKey]holder
	replaced map[senseKey]bool
}

// addWords adds the words. A word that the catalogue has with another metric
// for the same class of unit is a problem, unless its group has override: true;
// then it is taken out of the catalogue's own group.
func (x *extension) addWords(groups []userWords) {
	book := wordBook{map[senseKey]holder{}, map[senseKey]bool{}}
	x.find(groups, &book)
	for i := range groups {
		x.addGroup(&groups[i], &book)
	}
	x.replace(book.replaced)
	for i := range groups {
		if d := &groups[i].def; !groups[i].faulty && len(d.Nouns)+len(d.Weak)+len(d.Verbs) > 0 {
			x.cat.Words = append(x.cat.Words, *d)
		}
	}
}

// find notes what the words of the groups point to in the catalogue.
func (x *extension) find(groups []userWords, book *wordBook) {
	asked := map[string]bool{}
	for i := range groups {
		for _, n := range slices.Concat(groups[i].lists[:]...) {
			asked[x.folded(n.Value)] = true
		}
	}
	for i := range x.base.Words {
		w := &x.base.Words[i]
		for kind, list := range wordLists(w) {
			for _, word := range *list {
				if word = x.folded(word); !asked[word] {
					continue
				}
				for _, class := range classesOf(w.Units) {
					book.has[senseKey{word, WordKind(kind), class}] = holder{metric: w.Metric}
				}
			}
		}
	}
}

// addGroup takes the words of a group that are of use.
func (x *extension) addGroup(g *userWords, book *wordBook) {
	if !x.metric(g.fields["metric"]) {
		return
	}
	lists := wordLists(&g.def)
	for kind := range g.lists {
		for _, n := range g.lists[kind] {
			if x.word(n, g, WordKind(kind), book) && !g.faulty {
				x.cat.Own = append(x.cat.Own, OwnWord{x.at(n), n.Value, g.def.Metric, g.def.Units, WordKind(kind)})
				*lists[kind] = append(*lists[kind], n.Value)
			}
		}
	}
}

// wordLists are the lists of a group, by WordKind.
func wordLists(w *WordDef) [Verb + 1]*[]string { return [...]*[]string{&w.Nouns, &w.Weak, &w.Verbs} }

// classesOf spells out any.
func classesOf(classes []Class) []Class {
	if slices.Contains(classes, Any) {
		return Classes[:len(Classes)-1]
	}
	return classes
}

func joinClasses() string { return strings.Join(names(Classes), " ") }

// word reports whether a word may stand in the group, and notes what it replaces.
func (x *extension) word(n *yaml.Node, g *userWords, kind WordKind, book *wordBook) bool {
	for _, class := range classesOf(g.def.Units) {
		h, ok := book.has[senseKey{x.folded(n.Value), kind, class}]
		switch {
		case !ok:
		case h.line > 0:
			x.wrong(n, "词 %q 在第 %d 行已指向 %s（%s），请留一处", "the word %q points to %[3]s (%[4]s) in line %[2]d already; leave one out", n.Value, h.line, h.metric, class)
			return false
		case h.metric == g.def.Metric:
			x.wrong(n, "词 %q 在内置目录中已指向 %s（%s），请删去", "the built-in catalogue has the word %q for %s (%s) already; leave it out", n.Value, h.metric, class)
			return false
		case !g.override:
			x.wrong(n, "词 %q 在内置目录中指向 %s（%s）；要改指 %s，请在这一组写 override: true", "the built-in catalogue has the word %q for %s (%s); to have it point to %s, write override: true in this group", n.Value, h.metric, class, g.def.Metric)
			return false
		}
	}
	for _, class := range classesOf(g.def.Units) {
		k := senseKey{x.folded(n.Value), kind, class}
		if _, ok := book.has[k]; ok {
			book.replaced[k] = true
		}
		book.has[k] = holder{g.def.Metric, n.Line}
	}
	return true
}

// replace takes words out of the catalogue's own groups for the classes of unit
// that a user's group gives another metric; for the others they stay.
func (x *extension) replace(replaced map[senseKey]bool) {
	if len(replaced) == 0 {
		return
	}
	var rest []WordDef
	for i := range x.cat.Words {
		w := &x.cat.Words[i]
		for kind, list := range wordLists(w) {
			var kept []string
			for k, word := range *list {
				left := slices.DeleteFunc(slices.Clone(classesOf(w.Units)), func(c Class) bool { return replaced[senseKey{x.folded(word), WordKind(kind), c}] })
				if len(left) == len(classesOf(w.Units)) {
					if kept != nil {
						kept = append(kept, word)
					}
					continue
				}
				if kept == nil {
					kept = append(make([]string, 0, len(*list)), (*list)[:k]...) // the list itself is shared
				}
				if len(left) > 0 {
					one := WordDef{Metric: w.Metric, Units: left}
					*wordLists(&one)[kind] = []string{word}
					rest = append(rest, one)
				}
			}
			if kept != nil {
				*list = kept
			}
		}
	}
	x.cat.Words = append(x.cat.Words, rest...)
}
