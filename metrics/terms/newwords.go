package terms

import (
	"cmp"
	"math"
	"slices"
)

// maxWord is how many characters a new word has at most.
const maxWord = 4

// gram is a string of up to maxWord+1 characters, 0 behind its end. The longest
// only tell what stands beside the shorter ones.
type gram [maxWord + 1]uint16

func gramOf(chars []uint16) (g gram) {
	copy(g[:], chars)
	return g
}

func (g gram) len() int {
	n := slices.Index(g[:], 0)
	if n < 0 {
		return len(g)
	}
	return n
}

func (g gram) String() string {
	var r []rune
	for _, c := range g[:g.len()] {
		r = append(r, rune(c))
	}
	return string(r)
}

// addRuns counts the strings of a report's runs of Han characters.
func (t *Table) addRuns(runs []uint16) {
	for len(runs) > 0 {
		n := slices.Index(runs, 0)
		if n < 0 {
			n = len(runs)
		}
		t.addRun(runs[:n])
		runs = runs[min(n+1, len(runs)):]
	}
}

func (t *Table) addRun(run []uint16) {
	t.chars += len(run)
	for i, c := range run {
		s := &t.singles[c]
		s.n++
		for n := 2; n <= maxWord+1 && i+n <= len(run); n++ {
			t.strings.add(gramOf(run[i:i+n]), 1, t.ordinal)
		}
	}
}

func (t *Table) mergeStrings(o *Table) {
	t.chars += o.chars
	for c, s := range o.singles {
		t.singles[c].n += s.n
	}
	t.strings.merge(&o.strings, func(g gram) gram { return g })
}

// NewWord is a string of two to four characters that holds together and stands
// beside many different ones, as words do.
type NewWord struct {
	Text           string
	Count, Reports int
	// Cohesion is the least PMI of the two parts into which the string can be
	// parted, in bits: log₂(n(ab)·N/(n(a)·n(b))), N the Han characters.
	Cohesion float64
	// Left and Right are the entropies in bits of the characters before and
	// behind it. A bound (a mark, a number, a name, the text's end) counts as a
	// character of its own each time. Z. Jin and K. Tanaka-Ishii, Unsupervised
	// segmentation of Chinese text by use of branching entropy, ACL 2006; bounds
	// as in H. Feng et al., Accessor variety, Computational Linguistics 30(1), 2004.
	Left, Right float64
	// Known tells that the segmenter has the string as a word: by its method
	// Known(string) bool where it has one, else because it cut it out somewhere.
	Known bool
}

// NewWords are the strings that pass Options.MinNew, MinReports, MinCohesion and
// MinEntropy, those that are not Known first, then the most frequent. Where Lost is not 0, cohesion and entropy
// are computed so as to be too low rather than too high.
func (t *Table) NewWords() []NewWord {
	beside := t.beside()
	var out []NewWord
	for g, sides := range beside {
		n := t.strings.cells[g]
		w := NewWord{
			Text: g.String(), Count: int(n.n), Reports: int(n.docs), Cohesion: t.cohesion(g),
			Left: t.branching(n.n, sides.left), Right: t.branching(n.n, sides.right),
		}
		if w.Cohesion < t.a.MinCohesion || min(w.Left, w.Right) < t.a.MinEntropy {
			continue
		}
		w.Known = t.known(w.Text)
		out = append(out, w)
	}
	slices.SortFunc(out, func(a, b NewWord) int {
		if a.Known != b.Known {
			return map[bool]int{false: -1, true: 1}[a.Known]
		}
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text))
	})
	return out
}

func (t *Table) known(word string) bool {
	if s, ok := t.a.Segmenter.(interface{ Known(word string) bool }); ok {
		return s.Known(word)
	}
	_, cut := t.termIDs[Term{word, Word}]
	return cut || t.a.StopWords.has(word)
}

// sides are the counts of the characters on both sides of a string.
type sides struct{ left, right []uint32 }

// beside finds for every candidate what stands beside it.
func (t *Table) beside() map[gram]*sides {
	out := map[gram]*sides{}
	for g, n := range t.strings.cells {
		if g.len() <= maxWord && int(n.n) >= t.a.MinNew && int(n.docs) >= t.a.MinReports && t.cohesion(g) >= t.a.MinCohesion {
			out[g] = &sides{}
		}
	}
	for g, n := range t.strings.cells {
		k := g.len()
		if s := out[gramOf(g[:k-1])]; s != nil {
			s.right = append(s.right, n.n)
		}
		if s := out[gramOf(g[1:k])]; s != nil {
			s.left = append(s.left, n.n)
		}
	}
	return out
}

// cohesion is the least PMI of two parts of g.
func (t *Table) cohesion(g gram) float64 {
	least := math.Inf(1)
	k, n := g.len(), float64(t.strings.cells[g].n)
	for i := 1; i < k; i++ {
		least = min(least, PMI(n, t.atMost(gramOf(g[:i])), t.atMost(gramOf(g[i:k])), float64(t.chars)))
	}
	return least
}

// atMost is how often g occurs, or could where something was lost.
func (t *Table) atMost(g gram) float64 {
	if g[1] == 0 {
		return float64(t.singles[g[0]].n)
	}
	return float64(t.strings.cells[g].n + t.strings.lost)
}

// branching is the entropy of what stands on one side of a string that occurs
// total times, by the counts of the characters there; what is not in these are
// bounds, or went from a full table, then no more often than lost each.
func (t *Table) branching(total uint32, counts []uint32) float64 {
	rest := float64(total)
	for _, n := range counts {
		rest -= float64(n)
	}
	return Entropy(counts, rest, float64(t.strings.lost))
}
