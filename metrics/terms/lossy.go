package terms

import "slices"

// lossy counts keys in bounded memory. When there are more than limit, the
// rarest go until half of the limit is left; lost grows by the highest count
// that went, so that no count is more than lost too low. This is the lossy
// counting of G. Manku and R. Motwani, Approximate frequency counts over data
// streams, VLDB 2002, with the memory given and the error told, instead of the
// other way round. What goes depends on the order of the keys alone.
type lossy[K comparable] struct {
	cells map[K]tally
	limit int
	lost  uint32
}

// tally is how often and in how many reports something occurred.
type tally struct {
	n, docs uint32
	last    uint32 // the report it was counted in last, from 1
}

func newLossy[K comparable](limit int) lossy[K] {
	return lossy[K]{cells: map[K]tally{}, limit: limit}
}

// add counts n occurrences of k in the report of that number.
func (l *lossy[K]) add(k K, n, report uint32) {
	t := l.cells[k]
	t.n += n
	if t.last != report {
		t.docs, t.last = t.docs+1, report
	}
	l.cells[k] = t
	if len(l.cells) > l.limit {
		l.trim()
	}
}

// trim drops the rarest keys until at most half of the limit is left.
func (l *lossy[K]) trim() {
	most := l.rarest()
	kept := make(map[K]tally, l.limit)
	for k, t := range l.cells {
		if t.n > most {
			kept[k] = t
		}
	}
	l.cells = kept
	l.lost += most
}

// rarest is the count up to which keys have to go, so that half of the limit is
// left at most. It is nearly always a small one.
func (l *lossy[K]) rarest() uint32 {
	var small [256]int // how many keys have that count
	for _, t := range l.cells {
		if t.n < uint32(len(small)) {
			small[t.n]++
		}
	}
	left := len(l.cells)
	for n, keys := range small {
		if left -= keys; left <= l.limit/2 {
			return uint32(n)
		}
	}
	counts := make([]uint32, 0, len(l.cells))
	for _, t := range l.cells {
		counts = append(counts, t.n)
	}
	slices.Sort(counts)
	return counts[len(counts)-1-l.limit/2]
}

// merge adds what another table counted in other reports.
func (l *lossy[K]) merge(o *lossy[K], key func(K) K) {
	for k, t := range o.cells {
		k = key(k)
		mine := l.cells[k]
		l.cells[k] = tally{n: mine.n + t.n, docs: mine.docs + t.docs}
	}
	l.lost += o.lost
	if len(l.cells) > l.limit {
		l.trim()
	}
}
