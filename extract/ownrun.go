package extract

import (
	"errors"
	"sort"
	"time"

	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

// Stop tells that a user's pattern was stopped in a report. The report's other
// figures are what they are without the pattern.
type Stop struct {
	segment.Span      // the text it was tried on
	Pattern      int  // index into Catalog.Patterns
	Slow         bool // it was not stopped there, but has spent too many limits by now
	Last         bool // it was not tried again in this report
}

// A pattern is not tried any more in a report where it was stopped so often, or
// spent so many of its time limits on texts that took it a quarter of one.
const (
	mostStops = 3
	mostSlow  = 10
)

// claim is a figure that a pattern takes.
type claim struct {
	pattern     int // index into Extractor.patterns
	unit, label Runes
}

// ownWork is what a worker knows of the patterns in the report at hand.
type ownWork struct {
	text   []rune
	done   []Runes // by scope, the text tried last
	stops  []int   // by pattern
	slow   []time.Duration
	claims []claim // by candidate, pattern -1 where nobody took it
	found  []Match
}

// resetOwn forgets the report before.
func (w *Worker) resetOwn() {
	n := len(w.ex.patterns)
	w.dst.Stops = w.dst.Stops[:0]
	if n == 0 {
		return
	}
	if w.own == nil {
		w.own = &ownWork{stops: make([]int, n), slow: make([]time.Duration, n)}
	}
	clear(w.own.stops)
	clear(w.own.slow)
}

// findOwn lets the user's patterns take figures of the block. They are tried in
// their order on each clause, or sentence, that holds a candidate; the first
// that takes a figure has it. Tables are read by their columns.
func (w *Worker) findOwn(index int) {
	o := w.own
	o.claims = o.claims[:0]
	for range w.cands {
		o.claims = append(o.claims, claim{pattern: -1})
	}
	if w.inTable(index) {
		return
	}
	for k := range w.ex.patterns {
		last := Runes{-1, -1}
		for i := range w.cands {
			at := w.pieceOf(&w.cands[i], k)
			if at == last {
				continue
			}
			last = at
			if w.given(k) {
				break
			}
			w.try(k, at)
		}
	}
}

// pieceOf is the stretch of the block that pattern k sees around a figure.
func (w *Worker) pieceOf(c *candidate, k int) Runes {
	from, to := c.clause, c.clause
	if w.ex.patterns[k].Within == "sentence" {
		from = c.clauses[c.clause].first
		for to+1 < len(c.clauses) && c.clauses[to+1].first == from && c.clauses[to].end < c.m.End+reach {
			to++
		}
	}
	return Runes{max(c.clauses[from].start, c.lead, c.m.First-reach), min(max(c.clauses[to].end, c.m.End), c.m.End+reach)}
}

func (w *Worker) given(k int) bool {
	return w.own.stops[k] >= mostStops || w.own.slow[k] > mostSlow*w.ex.patterns[k].Timeout
}

// try matches pattern k against a stretch of the block and notes what it takes.
// A stretch that takes long is tried again, so that a busy machine stops no
// pattern that is quick.
func (w *Worker) try(k int, at Runes) {
	o, p := w.own, &w.ex.patterns[k]
	o.text = o.text[:0]
	for _, r := range w.block.text.R[at.Start:at.End] {
		o.text = append(o.text, rune(r))
	}
	took, err := w.match(p)
	if err != nil || took > p.Timeout/4 {
		again, failed := w.match(p)
		took, err = min(took, again), failed
	}
	if took > p.Timeout/4 {
		o.slow[k] += took
	}
	if err != nil {
		o.stops[k]++
	}
	if err != nil || w.given(k) {
		w.dst.Stops = append(w.dst.Stops, Stop{Span: w.block.text.Span(at.Start, at.End), Pattern: k, Slow: err == nil, Last: w.given(k)})
	}
	if err != nil {
		return
	}
	for i := range o.found {
		w.take(k, at.Start, &o.found[i])
	}
}

// match finds the matches of a pattern in the text at hand; of one that is stopped nothing is kept.
func (w *Worker) match(p *ownPattern) (time.Duration, error) {
	o, start := w.own, time.Now()
	o.found = o.found[:0]
	late := false
	err := p.matcher.Match(o.text, func(m Match) bool {
		o.found = append(o.found, m)
		late = time.Since(start) > p.Timeout
		return !late
	})
	if late {
		err = errors.Join(err, ErrStopped)
	}
	return time.Since(start), err
}

// take gives the figure of a match to pattern k: the only numeral that may be a
// figure in the group value, or in the match where it has no such group.
func (w *Worker) take(k, from int, m *Match) {
	in := m.Value
	if in.empty() {
		in = m.Whole
	}
	in = Runes{from + in.Start, from + in.End}
	numEnd := func(i int) int { return max(w.cands[i].m.NumEnd, w.cands[i].m.First+1) }
	found := sort.Search(len(w.cands), func(i int) bool { return numEnd(i) > in.Start })
	if found == len(w.cands) || w.cands[found].m.First >= in.End {
		return // none
	}
	if found+1 < len(w.cands) && w.cands[found+1].m.First < in.End {
		return // two: nobody can say which
	}
	if w.own.claims[found].pattern >= 0 || !w.unitFits(&w.cands[found], from, m.Unit) {
		return
	}
	cl := claim{pattern: k}
	if !m.Unit.empty() {
		cl.unit = Runes{from + m.Unit.Start, from + m.Unit.End}
	}
	if !m.Label.empty() {
		cl.label = Runes{from + m.Label.Start, from + m.Label.End}
	}
	w.own.claims[found] = cl
	w.cands[found].claim = &w.own.claims[found]
}

// unitFits reports whether the group unit names a unit that the figure has or can take.
func (w *Worker) unitFits(c *candidate, from int, unit Runes) bool {
	if unit.empty() {
		return true
	}
	if at := c.text.Span(from+unit.Start, from+unit.End); !c.m.UnitSpan.Empty() && at.End == c.m.UnitSpan.End {
		return true
	}
	spell, exp, end, ok := w.ex.lex.quantity.UnitNote(&c.text, from+unit.Start)
	q := c.m.Quantity
	if !ok || end != from+unit.End || !w.ex.lex.quantity.Apply(&q, spell, exp) {
		return false
	}
	return c.class == bare && c.m.UnitID == quantity.NoUnit || q.UnitID == c.m.UnitID
}

// takeOwn gives a claimed figure the metric of its pattern and the unit that the pattern names.
func (w *Worker) takeOwn(c *candidate) {
	p := &w.ex.patterns[c.claim.pattern]
	if !c.claim.unit.empty() && c.m.UnitID == quantity.NoUnit {
		spell, exp, _, ok := w.ex.lex.quantity.UnitNote(&c.text, c.claim.unit.Start)
		w.takeUnit(c, unitNote{spell, exp, ok})
		c.fact.Quantity = c.m.Quantity
	}
	c.findNoun()
	if w.steps != nil {
		w.record(c)
		w.ownFirst(c.claim.pattern)
	}
	c.fact.Metric, c.fact.Rule = p.metric, uint8(ownRule+c.claim.pattern)
}

// ownAttributes gives a claimed figure the attributes that its pattern names.
func (w *Worker) ownAttributes(c *candidate) {
	p := &w.ex.patterns[c.claim.pattern]
	if p.Role != "" {
		c.fact.Role, c.fact.Later = p.role, c.fact.Later && p.role == Target
	}
	if p.Basis != "" {
		c.fact.Basis = p.basis
	}
	if p.Time != "" {
		c.fact.Time = p.time
	}
	if !c.claim.label.empty() {
		c.fact.Label = c.text.Span(c.claim.label.Start, c.claim.label.End)
	}
}
