package terms

import (
	"cmp"
	"slices"
	"strings"

	"github.com/zhaibao/zhaibao/metrics"
)

// TermRow is a term of a group.
type TermRow struct {
	metrics.ReportKey // the group; what it is not grouped by is empty
	Term
	Count, Reports           int     // in the group
	Stopped                  int     // reports of the group that are not counted, since the term's pattern ran out of time
	GroupWords, GroupReports int     // of the group
	AllCount, AllReports     int     // in all groups
	Share                    float64 // Count among ten thousand words of the group
	IDF                      float64 // of the reports of all groups; see IDF
	TFIDF                    float64 // Count × IDF
}

// Terms calls fn for every term of every group, the groups in their order, the
// terms of a group from the most frequent one on. It ends with fn's error.
func (t *Table) Terms(fn func(*TermRow) error) error {
	return t.eachGroup(func(g *group, cells []counted) error {
		slices.SortFunc(cells, func(a, b counted) int {
			return cmp.Or(cmp.Compare(b.n, a.n), compareTerms(&t.terms[a.id].Term, &t.terms[b.id].Term))
		})
		for _, c := range cells {
			m := &t.terms[c.id]
			idf := 0.0
			if m.docs > 0 { // else only stopped
				idf = IDF(t.reports, m.docs)
			}
			row := TermRow{
				ReportKey: g.key, Term: m.Term, Count: int(c.n), Reports: int(c.docs), Stopped: int(c.stopped),
				GroupWords: g.words, GroupReports: g.reports, AllCount: m.n, AllReports: m.docs,
				Share: share10k(int(c.n), g.words), IDF: idf, TFIDF: float64(c.n) * idf,
			}
			if err := fn(&row); err != nil {
				return err
			}
		}
		return nil
	})
}

// share10k is n among ten thousand words.
func share10k(n, words int) float64 {
	if words == 0 {
		return 0
	}
	return 1e4 * float64(n) / float64(words)
}

// KeyRow is how far a term stands out in a group against all other groups.
type KeyRow struct {
	metrics.ReportKey
	Term
	Count, Reports, Words             int // in the group
	RestCount, RestReports, RestWords int // in all other groups
	G2                                float64
	P                                 float64 // see P
	Q                                 float64 // P adjusted for the Tests of the group; see Adjust
	Tests                             int     // terms that were tested in the group
	Diff                              float64 // %DIFF, where HasDiff
	HasDiff                           bool    // the rest has the term
}

// Over reports whether the term is more frequent in the group than in the rest.
func (r *KeyRow) Over() bool {
	return float64(r.Count)*float64(r.RestWords) > float64(r.RestCount)*float64(r.Words)
}

// Significant is the Q up to which a difference is taken to be one.
const Significant = 0.05

// Keyness calls fn for the terms of every group by their G2 against all other
// groups, names excepted: first those that are more frequent in the group, then
// those that are less so, each from the largest G2 on. Tested in every group are
// the terms with a total count of MinCount or more that no time limit stopped
// anywhere. A term that the group lacks has a row where that is significant
// (Significant). A single group has no rest and no rows. top limits the rows of
// a group and direction, 0 does not.
func (t *Table) Keyness(top int, fn func(*KeyRow) error) error {
	if len(t.groups) < 2 {
		return nil
	}
	var tested []uint32
	for id := range t.terms {
		if m := &t.terms[id]; m.n >= t.a.MinCount && !m.Kind.isName() && m.stopped == 0 {
			tested = append(tested, uint32(id))
		}
	}
	slices.SortFunc(tested, func(a, b uint32) int { return compareTerms(&t.terms[a].Term, &t.terms[b].Term) })
	for _, id := range t.sortedGroups() {
		if err := t.keynessOf(id, tested, top, fn); err != nil {
			return err
		}
	}
	return nil
}

func (t *Table) keynessOf(id uint32, tested []uint32, top int, fn func(*KeyRow) error) error {
	g := &t.groups[id]
	if g.words == 0 || g.words == t.words {
		return nil
	}
	rows := make([]KeyRow, len(tested))
	p := make([]float64, len(tested))
	for i, m := range tested {
		c, all := t.cells[cellKeyOf(id, m)], &t.terms[m]
		r := KeyRow{
			ReportKey: g.key, Term: all.Term, Count: int(c.n), Reports: int(c.docs), Words: g.words,
			RestCount: all.n - int(c.n), RestReports: all.docs - int(c.docs), RestWords: t.words - g.words, Tests: len(tested),
		}
		r.G2 = G2(float64(r.Count), float64(r.RestCount), float64(r.Words-r.Count), float64(r.RestWords-r.RestCount))
		r.P = P(r.G2)
		r.Diff, r.HasDiff = Diff(r.Count, r.Words, r.RestCount, r.RestWords)
		rows[i], p[i] = r, r.P
	}
	for i, q := range Adjust(p, len(tested)) {
		rows[i].Q = q
	}
	slices.SortStableFunc(rows, func(a, b KeyRow) int {
		return cmp.Or(cmp.Compare(direction(&b), direction(&a)), cmp.Compare(b.G2, a.G2))
	})
	n := [2]int{}
	for i := range rows {
		d := direction(&rows[i])
		if rows[i].Count == 0 && rows[i].Q > Significant {
			continue
		}
		if n[d]++; top > 0 && n[d] > top {
			continue
		}
		if err := fn(&rows[i]); err != nil {
			return err
		}
	}
	return nil
}

// direction is 1 for a term that is more frequent in its group, else 0.
func direction(r *KeyRow) int {
	if r.Over() {
		return 1
	}
	return 0
}

// PairRow is a pair of words that stand near each other.
type PairRow struct {
	First, Second           Term
	Count, Reports          int
	FirstCount, SecondCount int     // pairs that First begins, and that Second ends
	Pairs                   int     // pairs of any two words
	PMI                     float64 // of Count, FirstCount, SecondCount and Pairs; see PMI
	G2                      float64 // of the pairs with and without First and Second; see G2
	P                       float64
}

// Collocations are the pairs of terms with a count of MinCount or more that
// stand together more often than their own counts let expect, the largest G2
// first. Where Lost is not 0, a count may be that much too low.
func (t *Table) Collocations() []PairRow {
	var out []PairRow
	total := float64(t.pairSum)
	for k, n := range t.pairs.cells {
		if int(n.n) < t.a.MinCount {
			continue
		}
		first, second := k.terms()
		a, b := &t.terms[first], &t.terms[second]
		r := PairRow{
			First: a.Term, Second: b.Term, Count: int(n.n), Reports: int(n.docs),
			FirstCount: a.first, SecondCount: b.second, Pairs: t.pairSum,
		}
		both, left, right := float64(n.n), float64(a.first), float64(b.second)
		if r.PMI = PMI(both, left, right, total); r.PMI <= 0 {
			continue
		}
		r.G2 = G2(both, left-both, right-both, max(0, total-left-right+both))
		r.P = P(r.G2)
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b PairRow) int {
		return cmp.Or(cmp.Compare(b.G2, a.G2), compareTerms(&a.First, &b.First), compareTerms(&a.Second, &b.Second))
	})
	return out
}

// ShareRow is what a group of reports says of a group of the dictionary.
type ShareRow struct {
	metrics.ReportKey
	Name                     string // of the dictionary's group
	Count, Reports           int    // mentions, and reports with one
	AllCount                 int    // mentions of all groups of the dictionary
	GroupWords, GroupReports int
	Share                    float64 // Count/AllCount, where HasShare
	HasShare                 bool    // something of the dictionary is mentioned
}

// Shares calls fn for every group of reports and of the dictionary, in their order.
func (t *Table) Shares(fn func(*ShareRow) error) error {
	if t.a.Dictionary == nil {
		return nil
	}
	for _, id := range t.sortedGroups() {
		g := &t.groups[id]
		all := 0
		for _, s := range g.shares {
			all += s.n
		}
		for i, s := range g.shares {
			r := ShareRow{
				ReportKey: g.key, Name: t.a.Dictionary.groups[i], Count: s.n, Reports: s.docs, AllCount: all,
				GroupWords: g.words, GroupReports: g.reports, HasShare: all > 0,
			}
			if all > 0 {
				r.Share = float64(s.n) / float64(all)
			}
			if err := fn(&r); err != nil {
				return err
			}
		}
	}
	return nil
}

// counted is a cell with its term.
type counted struct {
	id uint32
	cell
}

// eachGroup calls fn for every group, in order, with its cells in any order.
func (t *Table) eachGroup(fn func(*group, []counted) error) error {
	byGroup := make([][]counted, len(t.groups))
	for k, c := range t.cells {
		g := k >> 32
		byGroup[g] = append(byGroup[g], counted{uint32(k), c})
	}
	for _, id := range t.sortedGroups() {
		if err := fn(&t.groups[id], byGroup[id]); err != nil {
			return err
		}
	}
	return nil
}

func compareTerms(a, b *Term) int {
	return cmp.Or(strings.Compare(a.Text, b.Text), cmp.Compare(a.Kind, b.Kind))
}

func compareGroups(a, b *metrics.ReportKey) int {
	return cmp.Or(strings.Compare(a.Region, b.Region), strings.Compare(a.RegionCode, b.RegionCode),
		a.Period.Compare(b.Period), strings.Compare(a.Org, b.Org), strings.Compare(a.Genre, b.Genre))
}
