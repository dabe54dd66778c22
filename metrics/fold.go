package metrics

import (
	"math/bits"
	"runtime"
	"slices"
	"sync"
)

// foldBlocks sorts the waiting entries and folds the groups they form, in runs
// one behind the other. It is a radix sort: one pass over memory cuts the
// entries into a thousand buckets, and each is sorted and folded in the cache.
// Passes over all of it take half as long again, and runs that are folded
// oftener and merged in the end a third more.
func (a *Aggregator) foldBlocks() []*run {
	o := a.order()
	f := folder{keyAt: a.keysByPlace(), shift: auxBits}
	if n := bits.Len64(o.limit() - 1); n > bucketBits {
		f.shift += n - bucketBits
	}
	f.scatter(a.blocks, &o)
	workers := 1
	if len(f.sorted) >= blockSize {
		workers = min(runtime.GOMAXPROCS(0), maxRuns/2)
	}
	runs := make([]*run, workers)
	var wg sync.WaitGroup
	for i := range runs {
		wg.Go(func() { runs[i] = f.fold(i*buckets/workers, (i+1)*buckets/workers) })
	}
	wg.Wait()
	return runs
}

const (
	bucketBits = 10
	buckets    = 1 << bucketBits
)

// folder folds entries that are sorted by bucket.
type folder struct {
	keyAt  func(place uint64) groupKey
	shift  int // of an entry's key, to its bucket
	sorted []entry
	ends   [buckets]int
}

// scatter puts the entries, with places for their groups, into their buckets.
func (f *folder) scatter(blocks [][]entry, o *order) {
	total := 0
	for _, block := range blocks {
		for i := range block {
			e := &block[i]
			e.key = o.of(e.group())<<auxBits | uint64(e.aux())
			f.ends[e.key>>f.shift]++
		}
		total += len(block)
	}
	at := 0
	for i, n := range f.ends {
		f.ends[i], at = at, at+n
	}
	f.sorted = make([]entry, total)
	for _, block := range blocks {
		for i := range block {
			end := &f.ends[block[i].key>>f.shift]
			f.sorted[*end] = block[i]
			*end++
		}
	}
}

// fold makes a run of the buckets [from, to).
func (f *folder) fold(from, to int) *run {
	start := 0
	if from > 0 {
		start = f.ends[from-1]
	}
	r, g := &run{values: make([]int64, 0, f.ends[to-1]-start)}, Group{}
	var scratch []entry
	for ; from < to; from++ {
		list := f.sorted[start:f.ends[from]]
		start = f.ends[from]
		if len(scratch) < len(list) {
			scratch = make([]entry, len(list)+len(list)/4)
		}
		list = sortBucket(list, scratch[:len(list)], f.shift)
		for len(list) > 0 {
			place := list[0].key >> auxBits
			n := 1
			for n < len(list) && list[n].key>>auxBits == place {
				n++
			}
			g.fold(f.keyAt(place), list[:n])
			r.append(&g)
			list = list[n:]
		}
		if done := len(r.values); done > 0 && cap(r.heads)-len(r.heads) < len(r.heads)/8 {
			r.heads = slices.Grow(r.heads, len(r.heads)*(cap(r.values)-done)/done*9/8+64) // as many as have come so far, by the values
		}
	}
	return r
}

// sortBucket sorts by the bits of the key from auxBits up to shift, into list or scratch.
func sortBucket(list, scratch []entry, shift int) []entry {
	const digit = 10
	for low := auxBits; low < shift && len(list) > 1; low += digit {
		var at [1 << digit]uint32
		for i := range list {
			at[list[i].key>>low&(1<<digit-1)]++
		}
		sum := uint32(0)
		for i, n := range at {
			at[i], sum = sum, sum+n
		}
		for i := range list {
			d := list[i].key >> low & (1<<digit - 1)
			scratch[at[d]] = list[i]
			at[d]++
		}
		list, scratch = scratch, list
	}
	return list
}
