package copies

import (
	"cmp"
	"slices"
	"strconv"
	"sync"
)

// Mark is what an Index says of a report; the zero Mark says that it is nobody's.
type Mark struct {
	Of         string // FILE#DOC of the report it is a copy of, "" where it is none
	Similarity int    // to that one, in a hundred
	Exact      bool   // both texts are the same to the byte, of one place, body and period
	Echoes     []Echo // facts that stand in another place's report, by their numbers
}

// Echo is a fact whose sentence stands in an earlier file, in the report of
// another place, word for word and number for number. Names and years are left aside.
type Echo struct {
	Fact  int    // its number in the report, from 0
	Of    string // FILE#DOC/N, the id of the fact there
	Later bool   // that report's period is later than this one's: it is the copy
}

// Index holds what is kept of the reports so far: some 150 bytes a report and 10
// a sentence with figures. Add is not safe for concurrent use; Claim is, beside it.
type Index struct {
	reports   [][]entry // chunks
	n         int
	sentences table
	places    intern[place]
	periods   intern[time]
	near      []int // scratch

	mu    sync.RWMutex
	exact table
	under map[uint64]uint64 // the first of those under way, by Sketch.Exact
}

// entry is one report.
type entry struct {
	text    [textBins]uint8
	figures [figureBins]uint8
	file    string
	doc     int32
	place   uint32
	period  uint32
	exact   uint64
	copied  bool
}

const (
	chunk = 1 << 10
	// candidates is how many reports a report is compared with at most.
	candidates = 8
)

// NewIndex returns an empty index.
func NewIndex() *Index { return &Index{under: map[uint64]uint64{}} }

// Len is the number of reports.
func (x *Index) Len() int { return x.n }

// Claim reports whether a report with the same Sketch.Exact comes before at in
// the order of the run, so that its facts need not be looked for again.
func (x *Index) Claim(exact, at uint64) (taken bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if n, _, ok := x.exact.find(exact); ok && x.at(n).exact == exact {
		return true
	}
	if first, ok := x.under[exact]; ok && first < at {
		return true
	}
	x.under[exact] = at
	return false
}

// Add compares a report with all before it and keeps what is needed of it. The
// Mark is valid until the next call.
func (x *Index) Add(sk *Sketch, id *Identity) (m Mark) {
	x.mu.Lock()
	delete(x.under, sk.Exact)
	x.mu.Unlock()
	e := entry{text: sk.Text, figures: sk.Figures, exact: sk.Exact, file: id.File, doc: int32(id.Doc),
		place: x.places.id(id.place()), period: x.periods.id(time{id.Period})}
	if n, _, ok := x.exact.find(sk.Exact); ok && !id.Own {
		if of := x.at(n); of.exact == e.exact {
			x.keep(sk, &e, true)
			return Mark{Of: of.name(), Similarity: 100, Exact: true}
		}
	}
	m.Echoes = x.echoes(sk, &e)
	if !id.Own {
		if of, s := x.source(&e); of != nil {
			m.Of, m.Similarity = of.name(), s
		}
	}
	x.keep(sk, &e, m.Of != "")
	return m
}

func (x *Index) at(n int) *entry { return &x.reports[n/chunk][n%chunk] }

func (e *entry) name() string { return e.file + "#" + strconv.Itoa(int(e.doc)) }

// echoes looks the sentences up. What they lead to is also what the report is
// compared with.
func (x *Index) echoes(sk *Sketch, e *entry) (list []Echo) {
	x.near = x.near[:0]
	here, when := x.places.keys[e.place], x.periods.keys[e.period]
	for i := range sk.Keys {
		k := &sk.Keys[i]
		n, fact, ok := x.sentences.find(k.Hash)
		if !ok {
			continue
		}
		x.near = append(x.near, n)
		of := x.at(n)
		if of.period != e.period {
			if n, _, ok := x.sentences.find(inPeriod(k.Hash, e.period)); ok {
				x.near = append(x.near, n)
			}
		}
		if fact < 0 || !k.Plain || !here.apart(x.places.keys[of.place]) {
			continue
		}
		for j := range int(k.Facts) {
			list = append(list, Echo{int(k.Fact) + j, of.name() + "/" + strconv.Itoa(fact+j+1), x.periods.keys[of.period].After(when.Period)})
		}
	}
	return list
}

// source is the report that e is a copy of, nil where there is none: of those
// that share the most sentences the most similar, the first by path of several.
func (x *Index) source(e *entry) (best *entry, similarity int) {
	for _, n := range x.nearest() {
		of := x.at(n)
		when := compare(x.periods.keys[e.period].Period, x.periods.keys[of.period].Period)
		if of.copied || when == different {
			continue
		}
		l := like(&e.text, &of.text, &e.figures, &of.figures)
		if s := l.similarity(); s > similarity && l.copied(when, x.places.keys[e.place].differs(x.places.keys[of.place])) {
			best, similarity = of, s
		}
	}
	return best, similarity
}

// nearest are the reports that stand most often in x.near, at most eight, in
// the order of the run.
func (x *Index) nearest() []int {
	slices.Sort(x.near)
	type vote struct{ n, votes int }
	var top [candidates + 1]vote
	held := 0
	for i := 0; i < len(x.near); {
		k := i
		for i < len(x.near) && x.near[i] == x.near[k] {
			i++
		}
		at := held
		for ; at > 0 && top[at-1].votes < i-k; at-- {
			top[at] = top[at-1]
		}
		top[at] = vote{x.near[k], i - k}
		held = min(held+1, candidates)
	}
	x.near = x.near[:0]
	for _, v := range top[:held] {
		x.near = append(x.near, v.n)
	}
	slices.SortFunc(x.near, cmp.Compare[int])
	return x.near
}

// keep adds the report, and the sentences that no earlier report has. Those of a
// copy are its source's.
func (x *Index) keep(sk *Sketch, e *entry, copied bool) {
	e.copied = copied
	x.mu.Lock() // Claim looks at reports and exact
	if x.n%chunk == 0 {
		x.reports = append(x.reports, make([]entry, 0, chunk))
	}
	last := &x.reports[len(x.reports)-1]
	*last = append(*last, *e)
	if _, _, ok := x.exact.find(sk.Exact); !ok {
		x.exact.add(sk.Exact, x.n, -1)
	}
	x.mu.Unlock()
	if !copied {
		for i := range sk.Keys {
			x.learn(&sk.Keys[i], e.period)
		}
	}
	x.n++
}

// learn remembers that the report at hand has the sentence. Where the first that
// had it speaks of another period, it is no source of copies of this one, so the
// first of each period is remembered.
func (x *Index) learn(k *Key, period uint32) {
	n, _, ok := x.sentences.find(k.Hash)
	hash := k.Hash
	if ok {
		if x.at(n).period == period {
			return
		}
		hash = inPeriod(hash, period)
		if _, _, ok := x.sentences.find(hash); ok {
			return
		}
	}
	x.sentences.add(hash, x.n, int(k.Fact))
}

// inPeriod is the hash of a sentence in reports of a period.
func inPeriod(hash uint64, period uint32) uint64 { return mix(hash, uint64(period)+1) }

// intern numbers values; 0 is the zero value.
type intern[T interface {
	comparable
	own() T // without the text that it is a piece of
}] struct {
	keys []T
	ids  map[T]uint32
}

func (t *intern[T]) id(v T) uint32 {
	if t.ids == nil {
		var zero T
		t.ids, t.keys = map[T]uint32{zero: 0}, []T{zero}
	}
	id, ok := t.ids[v]
	if !ok {
		v, id = v.own(), uint32(len(t.keys))
		t.ids[v], t.keys = id, append(t.keys, v)
	}
	return id
}
