package metrics

import (
	"cmp"
	"slices"
)

// order numbers the possible groups in the order of Rows.
type order struct{ who, time, what []uint32 }

func (a *Aggregator) order() order {
	return order{a.whos.rank(), a.times.rank(), a.whats.rank()}
}

func (p *order) of(k groupKey) uint64 {
	return (uint64(p.who[k.who()])*uint64(len(p.time))+uint64(p.time[k.time()]))*uint64(len(p.what)) + uint64(p.what[k.what()])
}

func (p *order) limit() uint64 {
	return uint64(len(p.who)) * uint64(len(p.time)) * uint64(len(p.what))
}

// keysByPlace turns places back into keys.
func (a *Aggregator) keysByPlace() func(place uint64) groupKey {
	who, time, what := a.whos.sorted(), a.times.sorted(), a.whats.sorted()
	nTime, nWhat := uint64(len(time)), uint64(len(what))
	return func(place uint64) groupKey {
		return keyOf(who[place/nWhat/nTime], time[place/nWhat%nTime], what[place%nWhat])
	}
}

// maxRuns is how many runs are kept before they are merged into one.
const maxRuns = 8

// fold turns the waiting entries into runs.
func (a *Aggregator) fold() {
	if len(a.block) > 0 {
		a.blocks, a.block = append(a.blocks, a.block), nil
	}
	if len(a.blocks) > 0 {
		entries, size := (len(a.blocks)-1)*blockSize+len(a.blocks[len(a.blocks)-1]), 0
		runs := a.foldBlocks()
		for _, r := range runs {
			size += r.size()
		}
		a.blocks, a.perEntry = nil, 1+size/max(1, entries)
		a.keep(runs...)
	}
}

func (a *Aggregator) keep(runs ...*run) {
	a.runs = append(a.runs, runs...)
	if len(a.runs) > maxRuns {
		a.runs = []*run{a.mergeRuns()}
	}
	a.spill()
}

// Merge adds what another aggregator over the same catalogue and plan has
// collected. The other may be used on; it shares nothing with a that changes.
func (a *Aggregator) Merge(o *Aggregator) {
	o.fold()
	var who, time, what []uint32
	for i := range o.whos.keys {
		who = append(who, a.within(a.whos.id(&o.whos.keys[i]), whoBits, "places and bodies"))
	}
	for i := range o.times.keys {
		time = append(time, a.within(a.times.id(&o.times.keys[i]), timeBits, "periods"))
	}
	for _, k := range o.whats.keys {
		id, _ := a.what(k[0], k[1], k[2])
		what = append(what, id)
	}
	for _, r := range o.runs {
		if len(o.files) > 0 {
			break // read with the files below
		}
		copied := &run{heads: slices.Clone(r.heads), values: r.values, rests: r.rests}
		for i := range copied.heads {
			k := &copied.heads[i].key
			*k = keyOf(who[k.who()], time[k.time()], what[k.what()])
		}
		a.keep(copied)
	}
	if len(o.files) > 0 {
		rest := &run{}
		o.each(func(g *Group) bool {
			rest.append(g)
			rest.heads[len(rest.heads)-1].key = keyOf(who[g.key.who()], time[g.key.time()], what[g.key.what()])
			return true
		})
		a.keep(rest)
	}
	a.err = cmp.Or(a.err, o.err)
}

// mergeRuns makes one run of all.
func (a *Aggregator) mergeRuns() *run {
	r := &run{}
	m := merger{order: a.order()}
	for _, part := range a.runs {
		m.add(&cursor{run: part})
	}
	for g := m.next(); g != nil; g = m.next() {
		r.append(g)
	}
	return r
}

// Groups calls yield for every group in the order of Rows until it returns
// false. The group is valid until the next call. Err tells whether all could
// be read.
func (a *Aggregator) Groups(yield func(*Group) bool) {
	a.fold()
	a.each(yield)
}

// each merges the runs and what is on disk group by group.
func (a *Aggregator) each(yield func(*Group) bool) {
	m := merger{order: a.order()}
	for _, r := range a.runs {
		m.add(&cursor{run: r})
	}
	for _, name := range a.files {
		f, err := openSpill(name)
		if err != nil {
			a.err = err
			return
		}
		defer func() { a.err = cmp.Or(a.err, f.close()) }()
		m.add(f)
	}
	for g := m.next(); g != nil; g = m.next() {
		g.agg = a
		if !yield(g) {
			return
		}
	}
}

// merger reads sources side by side.
type merger struct {
	order   order
	sources []source // each with its group at hand
	places  []uint64 // and its place
	used    []source // those whose group was given last
	merged  [2]Group
}

func (m *merger) add(s source) {
	if s.advance() {
		m.sources, m.places = append(m.sources, s), append(m.places, m.order.of(s.at().key))
	}
}

// next is the next group in order, merged where several sources have it; nil behind the last.
func (m *merger) next() *Group {
	for _, s := range m.used {
		m.add(s)
	}
	m.used = m.used[:0]
	if len(m.sources) == 0 {
		return nil
	}
	least := slices.Min(m.places)
	var g *Group
	left := 0
	for i, s := range m.sources {
		if m.places[i] != least {
			m.sources[left], m.places[left] = s, m.places[i]
			left++
			continue
		}
		if m.used = append(m.used, s); g == nil {
			g = s.at()
			continue
		}
		to := &m.merged[len(m.used)&1]
		to.merge(g, s.at())
		g = to
	}
	m.sources, m.places = m.sources[:left], m.places[:left]
	return g
}
