package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/internal/fold"
	"github.com/zhaibao/zhaibao/segment"
)

// Worker counts reports one after another. It owns scratch memory, so each
// goroutine has its own; the Analyzer is shared.
type Worker struct {
	a       *Analyzer
	cut     *cutter
	fold    *fold.Table
	counts  *Counts
	ids     map[Term]uint32   // terms of the report, by their place in counts.terms
	pairs   map[[2]uint32]int // by their place in counts.pairs
	spans   []segment.Span
	near    []int32 // the words before in this run, the nearest last; none is noTerm
	offsets segment.OffsetTable
	text    string // that offsets is of
}

// noTerm stands for a word that is no term: a stop word or a single character.
const noTerm = -1

// NewWorker returns a worker of the analyzer.
func (a *Analyzer) NewWorker() *Worker {
	return &Worker{a: a, cut: newCutter(a), fold: a.Lexicon.Fold, ids: map[Term]uint32{}, pairs: map[[2]uint32]int{}}
}

// Count replaces what c holds by what is in the report.
func (w *Worker) Count(r Report, c *Counts) {
	c.reset()
	c.group = w.a.group(r.ReportKey)
	if d := w.a.Dictionary; d != nil && len(c.shares) != len(d.groups) {
		c.shares = make([]int, len(d.groups))
	}
	w.counts = c
	clear(w.ids)
	clear(w.pairs)
	c.TimedOut = w.cut.reset(&r, c.TimedOut)
	for n, s := range r.Sentences {
		w.sentence(s.Span.Of(r.Text), w.cut.cut(n))
	}
	w.hits(&r)
}

// sentence counts what lies between the marks, and the marks that are terms.
func (w *Worker) sentence(text string, marks []mark) {
	at := 0
	w.bound()
	for _, m := range marks {
		w.between(text[at:m.Start])
		at = m.End
		w.mark(m)
	}
	w.between(text[at:])
}

// mark counts a mark. Numbers and names end the run of words; what a pattern
// matched is a word among words.
func (w *Worker) mark(m mark) {
	switch {
	case m.term.Kind == Matched:
		w.word(m.term, true)
		w.boundRun()
		return
	case m.term.Text != "":
		w.counts.words++
		if !w.a.NoNames {
			w.counts.terms[w.id(m.term)].n++
		}
	}
	w.bound()
}

// bound ends the run in which words are neighbours.
func (w *Worker) bound() {
	w.near = w.near[:0]
	w.boundRun()
}

// boundRun ends the run of characters.
func (w *Worker) boundRun() {
	if n := len(w.counts.runs); n > 0 && w.counts.runs[n-1] != 0 {
		w.counts.runs = append(w.counts.runs, 0)
	}
}

// between counts the words of a text without marks. Whatever is no letter ends
// a run of words.
func (w *Worker) between(text string) {
	end := 0
	stretches(text, func(start, stop int, s string) {
		if start > end {
			w.bound()
		}
		w.stretch(simple(w.fold, s))
		end = stop
	})
	if end < len(text) {
		w.bound()
	}
}

// stretch counts the words of a run of letters.
func (w *Worker) stretch(s string) {
	w.addRun(s)
	w.spans = w.a.Segmenter.AppendWords(w.spans[:0], s)
	for _, span := range w.spans {
		word := span.Of(s)
		w.word(Term{word, Word}, w.a.isTerm(word))
	}
	if d := w.a.Dictionary; d != nil {
		d.count(w.counts.shares, s, w.spans)
	}
}

// maxTerm is how many bytes a term has at most; a longer run of letters is debris.
const maxTerm = 120

// isTerm reports whether a word is a term.
func (a *Analyzer) isTerm(word string) bool {
	return len(word) <= maxTerm && utf8.RuneCountInString(word) >= a.MinLength && !a.StopWords.has(word)
}

// word counts a word and its pairs with the words before it in the run.
func (w *Worker) word(t Term, isTerm bool) {
	c := w.counts
	c.words++
	id := int32(noTerm)
	if isTerm {
		id = int32(w.id(t))
		c.terms[id].n++
	}
	if w.a.Window == 0 {
		return
	}
	for _, before := range w.near {
		c.total++
		if before >= 0 {
			c.terms[before].first++
		}
		if id >= 0 {
			c.terms[id].second++
		}
		if before >= 0 && id >= 0 {
			w.pair(uint32(before), uint32(id))
		}
	}
	if len(w.near) == w.a.Window {
		copy(w.near, w.near[1:])
		w.near = w.near[:len(w.near)-1]
	}
	w.near = append(w.near, id)
}

func (w *Worker) pair(first, second uint32) {
	c := w.counts
	key := [2]uint32{first, second}
	at, ok := w.pairs[key]
	if !ok {
		at = len(c.pairs)
		w.pairs[key] = at
		c.pairs = append(c.pairs, pairCount{first: first, second: second})
	}
	c.pairs[at].n++
}

// id is the place of t in the counts.
func (w *Worker) id(t Term) uint32 {
	if id, ok := w.ids[t]; ok {
		return id
	}
	id := uint32(len(w.counts.terms))
	w.ids[t] = id
	w.counts.terms = append(w.counts.terms, termCount{Term: t})
	return id
}

// simple is s with its traditional characters simplified, which words are
// listed and counted by.
func simple(t *fold.Table, s string) string {
	return strings.Map(func(r rune) rune { // gives back s where nothing changes
		if f := rune(t.Rune(r)); f != fold.Bad {
			return f
		}
		return r
	}, s)
}

// addRun keeps the Han characters of s for NewWords.
func (w *Worker) addRun(s string) {
	if !w.a.NewWords {
		return
	}
	c := w.counts
	for _, r := range s {
		if unicode.Is(unicode.Han, r) && r < 1<<16 {
			c.runs = append(c.runs, uint16(r))
		} else {
			w.boundRun()
		}
	}
}
