package metrics

import (
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/period"
)

// run holds groups in the order of their keys. A group takes 32 bytes, each of
// its values 8, and what few groups have a rest.
type run struct {
	heads  []head
	values []int64 // of all groups in turn: totals, then levels
	rests  []rest
}

type head struct {
	key                    groupKey
	docs, facts            uint32
	done, levels           uint32 // how many values
	rest                   int32  // its place in rests, from 1; 0 for none
	doneScale, levelsScale uint8
}

// Group is what is known of one key. It is valid until the next one is asked for.
type Group struct {
	key          groupKey
	docs, facts  int
	done, levels column // the totals that are summed; what stands and may not be summed
	rest         *rest  // nil for a group of exact totals that are counted
	own          rest   // scratch that rest may point to
	agg          *Aggregator
}

func (g *Group) reset(key groupKey) {
	g.key, g.docs, g.facts, g.rest = key, 0, 0, nil
	g.done.reset()
	g.levels.reset()
}

// more is the rest, a new one where there is none yet.
func (g *Group) more() *rest {
	if g.rest == nil {
		g.own = rest{}
		g.rest = &g.own
	}
	return g.rest
}

// fold makes g of the entries of one key.
func (g *Group) fold(key groupKey, list []entry) {
	g.reset(key)
	counted := 0
	for i := range list {
		e := &list[i]
		a := e.aux()
		if a&firstOfDoc != 0 {
			g.docs++
		}
		if a.use() != useDone {
			g.foldOther(e, a)
			continue
		}
		g.done.add(e.value, a.scale())
		counted++
		if a&notExact != 0 {
			g.inexact(e)
		}
	}
	g.facts += counted
	if g.rest != nil {
		g.rest.reasons[Counted] += counted
	}
	g.done.sort()
	g.levels.sort()
}

func (g *Group) foldOther(e *entry, a aux) {
	m := g.more()
	switch u := a.use(); u {
	case useLow:
		m.low.addScaled(e.value, a.scale())
	case useHigh:
		m.high.addScaled(e.value, a.scale())
	case useReached:
		m.reached.addScaled(e.value, a.scale())
		m.pairs++
	case useAimed:
		m.aimed.addScaled(e.value, a.scale())
	case useGap:
		m.gaps++
	case useTarget:
		m.target.addScaled(e.value, a.scale())
		m.targets++
		g.leave(Target)
	default:
		reason := Reason(u - useLeft)
		if reason.level() {
			g.levels.add(e.value, a.scale())
			if a&notExact != 0 {
				m.approxLevel++
			}
		}
		g.leave(reason)
	}
}

// leave counts a fact that is left out.
func (g *Group) leave(r Reason) {
	g.facts++
	g.rest.reasons[r]++
}

// inexact counts a total that is not its own interval: its ends come as entries of their own.
func (g *Group) inexact(e *entry) {
	m, a := g.more(), e.aux()
	m.approxDone++
	if a&noLowEnd != 0 {
		m.noLow++
	} else {
		m.low.subScaled(e.value, a.scale())
	}
	if a&noHighEnd != 0 {
		m.noHigh++
	} else {
		m.high.subScaled(e.value, a.scale())
	}
}

// merge makes g of two groups of one key.
func (g *Group) merge(a, b *Group) {
	g.reset(a.key)
	g.docs, g.facts = a.docs+b.docs, a.facts+b.facts
	g.done.merge(&a.done, &b.done)
	g.levels.merge(&a.levels, &b.levels)
	if a.rest == nil && b.rest == nil {
		return
	}
	m := g.more()
	for _, part := range []*Group{a, b} {
		if part.rest != nil {
			m.merge(part.rest)
		} else {
			m.reasons[Counted] += part.facts // all of them are exact totals
		}
	}
}

// append puts a group at the end of the run.
func (r *run) append(g *Group) {
	h := head{key: g.key, docs: uint32(g.docs), facts: uint32(g.facts),
		done: uint32(len(g.done.values)), levels: uint32(len(g.levels.values)),
		doneScale: uint8(g.done.scale), levelsScale: uint8(g.levels.scale)}
	r.values = append(append(r.values, g.done.values...), g.levels.values...)
	if g.rest != nil || g.done.wide != nil || g.levels.wide != nil {
		if g.rest == nil {
			g.more().reasons[Counted] = g.facts
		}
		m := g.rest.clone()
		m.doneWide, m.levelsWide = g.done.wide, g.levels.wide
		r.rests = append(r.rests, m)
		h.rest = int32(len(r.rests))
	}
	r.heads = append(r.heads, h)
}

// cursor reads a run from its start.
type cursor struct {
	run   *run
	next  int // head
	value int // where its values begin
	group Group
}

func (c *cursor) at() *Group { return &c.group }

// advance makes group the next one; it is false behind the last.
func (c *cursor) advance() bool {
	if c.next == len(c.run.heads) {
		return false
	}
	h := &c.run.heads[c.next]
	c.next++
	g := &c.group
	g.key, g.docs, g.facts = h.key, int(h.docs), int(h.facts)
	done, end := c.value+int(h.done), c.value+int(h.done+h.levels)
	g.done = column{values: c.run.values[c.value:done:done], scale: int(h.doneScale)}
	g.levels = column{values: c.run.values[done:end:end], scale: int(h.levelsScale)}
	c.value = end
	if g.rest = nil; h.rest > 0 {
		g.rest = &c.run.rests[h.rest-1]
		g.done.wide, g.levels.wide = g.rest.doneWide, g.rest.levelsWide
	}
	return true
}

// Key says whose figures the group has, as far as the plan tells them apart.
func (g *Group) Key() ReportKey {
	who := &g.agg.whos.keys[g.key.who()]
	return ReportKey{Region: who[0], RegionCode: who[1], Period: period.Period(g.agg.times.keys[g.key.time()][0]), Org: who[2], Genre: who[3]}
}

// Metric is what the group counts.
func (g *Group) Metric() catalog.Metric { return g.agg.metrics[g.key.what()] }

// Count is how many totals of the group are summed.
func (g *Group) Count() int { return g.done.len() }

// Sum is the exact sum of the counted totals; ok is false where it does not fit a Decimal (Row has it then).
func (g *Group) Sum() (d quantity.Decimal, ok bool) {
	s := g.done.sum()
	return s.decimal()
}

// Mean is the mean of the counted totals, rounded half to even at six places;
// ok is false where there are none or it does not fit.
func (g *Group) Mean() (d quantity.Decimal, ok bool) {
	s := g.done.sum()
	return s.over(g.Count(), places)
}

// At is the i-th of the counted totals in ascending order, from 0.
func (g *Group) At(i int) quantity.Decimal { return g.done.at(i) }

// Quantile is the type-7 quantile at num/den of the counted totals; empty where there are none.
func (g *Group) Quantile(num, den int) Number { return g.done.quantile(num, den) }
