package audit

import (
	"cmp"
	"container/heap"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/internal/trace"
)

// Options say what is drawn.
type Options struct {
	N    int    // facts; all where there are fewer
	Seed uint64 // of the draw
	By   string // a column of facts by whose values it is drawn group by group, "" for none
}

// Sample is what was drawn.
type Sample struct {
	Options
	Population int // facts there are
	Facts      []Fact
}

// Fact is a fact to be judged.
type Fact struct {
	Stratum    string // its group's value, "" where there are no groups
	Population int    // facts of the group
	Cells      map[string]string

	// Before, Figure and After are the sentence, parted at the figure.
	Before, Figure, After string
}

// Shown are the columns of facts that are given out.
var Shown = []string{"id", "file", "region", "org", "period", "fact_period", "metric", "metric_name", "label", "text", "value", "high", "unit", "bound", "role",
	"basis", "status", "time", "missing", "same_as", "parent", "left_out", "rule", "section", "sentence"}

// FewerError says that a sample by groups is to have fewer facts than there are
// groups, so that it would speak of some of them alone.
type FewerError struct{ Groups int }

func (e *FewerError) Error() string {
	return fmt.Sprintf("the sample has fewer facts than the %d groups", e.Groups)
}

// Draw draws from facts.jsonl or facts.csv of a folder that extract wrote. The
// facts are in the order of the file.
func Draw(dir string, o Options) (*Sample, error) {
	s := &Sample{Options: o}
	groups := map[string]*group{}
	needed := []string{"id", "sentence", "sentence_start", "start", "end"}
	if o.By != "" {
		needed = append(needed, o.By)
	}
	err := trace.Each(dir, "facts", needed, func(get trace.Getter) error {
		s.Population++
		value := ""
		if o.By != "" {
			value = get(o.By)
		}
		g := groups[value]
		if g == nil {
			g = &group{value: value}
			groups[value] = g
		}
		g.offer(hash(o.Seed, get("id")), s.Population, o.N, get)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if o.By != "" && o.N > 0 && len(groups) > o.N {
		return nil, &FewerError{Groups: len(groups)}
	}
	for _, g := range shares(groups, o.N) {
		for _, d := range g.drawn {
			d.fact.Stratum, d.fact.Population = g.value, g.size
			s.Facts = append(s.Facts, d.fact)
		}
	}
	slices.SortFunc(s.Facts, func(a, b Fact) int { return cmp.Compare(number(a.Cells["row"]), number(b.Cells["row"])) })
	return s, nil
}

// hash orders the facts: splitmix64 over FNV-1a.
func hash(seed uint64, id string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * 1099511628211
	}
	h ^= (seed + 1) * 0x9E3779B97F4A7C15
	h = (h ^ h>>30) * 0xBF58476D1CE4E5B9
	h = (h ^ h>>27) * 0x94D049BB133111EB
	return h ^ h>>31
}

// group is the facts of one value, of which those with the least hashes are kept.
type group struct {
	value string
	size  int
	drawn drawn // a heap, the greatest hash on top
}

type draw struct {
	hash uint64
	fact Fact
}

type drawn []draw

func (d drawn) Len() int           { return len(d) }
func (d drawn) Less(i, j int) bool { return d[i].hash > d[j].hash }
func (d drawn) Swap(i, j int)      { d[i], d[j] = d[j], d[i] }
func (d *drawn) Push(x any)        { *d = append(*d, x.(draw)) }
func (d *drawn) Pop() any {
	last := (*d)[len(*d)-1]
	*d = (*d)[:len(*d)-1]
	return last
}

// offer takes the fact in where its hash is among the n least.
func (g *group) offer(h uint64, row, n int, get trace.Getter) {
	g.size++
	switch {
	case len(g.drawn) < n:
		heap.Push(&g.drawn, draw{h, factOf(row, get)})
	case n > 0 && h < g.drawn[0].hash:
		g.drawn[0] = draw{h, factOf(row, get)}
		heap.Fix(&g.drawn, 0)
	}
}

func factOf(row int, get trace.Getter) Fact {
	f := Fact{Cells: map[string]string{"row": strconv.Itoa(row)}}
	for _, name := range Shown {
		f.Cells[name] = string([]byte(get(name))) // of a row that is used again
	}
	sentence := f.Cells["sentence"]
	from, to := number(get("start"))-number(get("sentence_start")), number(get("end"))-number(get("sentence_start"))
	a, b := offset(sentence, from), offset(sentence, to)
	f.Before, f.Figure, f.After = sentence[:a], sentence[a:max(a, b)], sentence[max(a, b):]
	return f
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// offset is where the n-th code point of s starts.
func offset(s string, n int) int {
	i := 0
	for ; n > 0 && i < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return i
}

// shares cuts the groups, by value, down to n facts in all: as many of each, and
// all of those that have fewer.
func shares(groups map[string]*group, n int) []*group {
	var list []*group
	for _, g := range groups {
		slices.SortFunc(g.drawn, func(a, b draw) int { return cmp.Compare(a.hash, b.hash) })
		list = append(list, g)
	}
	slices.SortFunc(list, func(a, b *group) int { return cmp.Or(cmp.Compare(a.size, b.size), cmp.Compare(a.value, b.value)) })
	for i, g := range list {
		each := (n + len(list) - i - 1) / (len(list) - i) // rounded up, so that each gives one while there are any
		g.drawn = g.drawn[:min(len(g.drawn), each, n)]
		n -= len(g.drawn)
	}
	slices.SortFunc(list, func(a, b *group) int { return cmp.Compare(a.value, b.value) })
	return list
}
