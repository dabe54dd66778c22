package terms

import (
	"errors"
	"slices"
	"strings"

	"github.com/zhaibao/zhaibao/metrics"
)

// Table adds up the Counts of many reports. It is not safe for concurrent use.
type Table struct {
	a *Analyzer

	reports int
	ordinal uint32 // of the report that is being added, from 1
	words   int    // of all reports
	pairSum int    // pairs of any two words

	groups   []group
	groupIDs map[metrics.ReportKey]uint32
	terms    []term
	termIDs  map[Term]uint32
	cells    map[cellKey]cell

	pairs   lossy[pairKey]
	strings lossy[gram]
	singles []tally // of one character, by it
	chars   int
}

// group is what is known of a group besides its cells.
type group struct {
	key            metrics.ReportKey
	reports, words int
	shares         []share
}

// share is what a group of reports holds of a group of the dictionary.
type share struct{ n, docs int }

// term is what is known of a term over all groups.
type term struct {
	Term
	n, docs       int
	first, second int // in pairs with any word
	stopped       int // reports in which its pattern ran out of time
}

type (
	cellKey uint64 // group and term
	pairKey uint64 // first and second term
	cell    struct{ n, docs, stopped uint32 }
)

func cellKeyOf(group, term uint32) cellKey { return cellKey(group)<<32 | cellKey(term) }

func pairKeyOf(first, second uint32) pairKey { return pairKey(first)<<32 | pairKey(second) }

func (k pairKey) terms() (first, second uint32) { return uint32(k >> 32), uint32(k) }

// NewTable returns an empty table.
func (a *Analyzer) NewTable() *Table {
	t := &Table{
		a: a, groupIDs: map[metrics.ReportKey]uint32{}, termIDs: map[Term]uint32{}, cells: map[cellKey]cell{},
		pairs: newLossy[pairKey](a.PairLimit), strings: newLossy[gram](a.StringLimit),
	}
	if a.NewWords {
		t.singles = make([]tally, 1<<16)
	}
	return t
}

// Reports is how many reports were added, Words how many words they have.
func (t *Table) Reports() int { return t.reports }

// Words is how many words the reports have, stop words and names among them.
func (t *Table) Words() int { return t.words }

// Groups is how many groups the reports belong to.
func (t *Table) Groups() int { return len(t.groups) }

// Vocabulary is how many different terms there are.
func (t *Table) Vocabulary() int { return len(t.terms) }

// Lost is by how much the count of a pair and of a character string may be too
// low, since their table was full; 0 says that all of them are exact.
func (t *Table) Lost() (pairs, strings int) { return int(t.pairs.lost), int(t.strings.lost) }

// Add adds what a Worker of the same Analyzer counted in one report.
func (t *Table) Add(c *Counts) {
	t.reports++
	t.ordinal++
	t.words += c.words
	t.pairSum += c.total
	id := t.group(c.group)
	g := &t.groups[id]
	g.reports++
	g.words += c.words
	for i, n := range c.shares {
		if n > 0 {
			g.shares[i].n += n
			g.shares[i].docs++
		}
	}
	ids := make([]uint32, len(c.terms))
	for i := range c.terms {
		ids[i] = t.addTerm(id, &c.terms[i])
	}
	for _, name := range c.TimedOut {
		t.addStopped(id, name)
	}
	for _, p := range c.pairs {
		t.pairs.add(pairKeyOf(ids[p.first], ids[p.second]), p.n, t.ordinal)
	}
	t.addRuns(c.runs)
}

func (t *Table) addTerm(group uint32, c *termCount) uint32 {
	id := t.term(c.Term)
	g := &t.terms[id]
	g.n += int(c.n)
	g.docs++
	g.first += int(c.first)
	g.second += int(c.second)
	key := cellKeyOf(group, id)
	cell := t.cells[key]
	cell.n += c.n
	cell.docs++
	t.cells[key] = cell
	return id
}

// addStopped notes that the pattern's term was not counted in a report of the group.
func (t *Table) addStopped(group uint32, name string) {
	id := t.term(Term{name, Matched})
	t.terms[id].stopped++
	key := cellKeyOf(group, id)
	cell := t.cells[key]
	cell.stopped++
	t.cells[key] = cell
}

func (t *Table) group(key metrics.ReportKey) uint32 {
	id, ok := t.groupIDs[key]
	if !ok {
		id = uint32(len(t.groups))
		key = cloneKey(key)
		t.groupIDs[key] = id
		g := group{key: key}
		if d := t.a.Dictionary; d != nil {
			g.shares = make([]share, len(d.groups))
		}
		t.groups = append(t.groups, g)
	}
	return id
}

func (t *Table) term(k Term) uint32 {
	id, ok := t.termIDs[k]
	if !ok {
		id = uint32(len(t.terms))
		k.Text = strings.Clone(k.Text) // not to keep the report's text alive
		t.termIDs[k] = id
		t.terms = append(t.terms, term{Term: k})
	}
	return id
}

func cloneKey(k metrics.ReportKey) metrics.ReportKey {
	k.Region, k.RegionCode, k.Org, k.Genre = strings.Clone(k.Region), strings.Clone(k.RegionCode), strings.Clone(k.Org), strings.Clone(k.Genre)
	return k
}

// Merge adds what o holds, which counted other reports with the same Analyzer.
// Where neither lost anything, the order of merging changes no row.
func (t *Table) Merge(o *Table) error {
	if t.a != o.a {
		return errors.New("terms: tables of two analyzers cannot be merged")
	}
	t.reports += o.reports
	t.ordinal += o.ordinal
	t.words += o.words
	t.pairSum += o.pairSum
	groups := make([]uint32, len(o.groups))
	for i := range o.groups {
		groups[i] = t.group(o.groups[i].key)
		t.groups[groups[i]].merge(&o.groups[i])
	}
	ids := make([]uint32, len(o.terms))
	for i := range o.terms {
		ids[i] = t.term(o.terms[i].Term)
		mine, other := &t.terms[ids[i]], &o.terms[i]
		mine.n += other.n
		mine.docs += other.docs
		mine.first += other.first
		mine.second += other.second
		mine.stopped += other.stopped
	}
	for k, c := range o.cells {
		key := cellKeyOf(groups[k>>32], ids[uint32(k)])
		mine := t.cells[key]
		t.cells[key] = cell{mine.n + c.n, mine.docs + c.docs, mine.stopped + c.stopped}
	}
	t.pairs.merge(&o.pairs, func(k pairKey) pairKey {
		first, second := k.terms()
		return pairKeyOf(ids[first], ids[second])
	})
	t.mergeStrings(o)
	return nil
}

func (g *group) merge(o *group) {
	g.reports += o.reports
	g.words += o.words
	for i, s := range o.shares {
		g.shares[i].n += s.n
		g.shares[i].docs += s.docs
	}
}

// sortedGroups are the groups' numbers in the order of the rows.
func (t *Table) sortedGroups() []uint32 {
	ids := make([]uint32, len(t.groups))
	for i := range ids {
		ids[i] = uint32(i)
	}
	slices.SortFunc(ids, func(a, b uint32) int { return compareGroups(&t.groups[a].key, &t.groups[b].key) })
	return ids
}
