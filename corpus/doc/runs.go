package doc

import (
	"cmp"
	"context"
	"slices"
)

// run is a stretch of the WordDocument stream whose characters (or paragraphs)
// have the same properties.
type run struct {
	start, end  uint32 // bytes
	props, size uint32 // where the properties lie in the stream, and their length in bytes
	istd        uint16 // the paragraph's style
}

// grpprl are the run's properties.
func (r *run) grpprl(word []byte) []byte { return word[r.props : r.props+r.size] }

// The two kinds of page that hold runs ([MS-DOC] 2.9.33 ChpxFkp, 2.9.174 PapxFkp).
const (
	pageSize     = 512
	chpxSize     = 1  // of what stands for a run behind the positions
	papxSize     = 13 // the same for paragraphs
	pageMask     = 1<<22 - 1
	checkEvery   = 4096
	longestTable = 1 << 16 // pages; 32 MiB of them
)

// readRuns reads all pages that plc names (2.8.5 PlcBteChpx, 2.8.6
// PlcBtePapx), each once, whatever it says. Pages that are none, or lie outside the file, are an error:
// deleted text would come back, rows would fall apart.
func readRuns(ctx context.Context, plc, word []byte, size int) ([]run, error) {
	n := (len(plc) - 4) / 8
	var runs []run
	seen := map[uint32]bool{}
	for i := range max(n, 0) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		page := u32(plc, 4*(n+1)+4*i) & pageMask
		if seen[page] {
			continue
		}
		seen[page] = true
		at := int64(page) * pageSize
		if at+pageSize > int64(len(word)) || len(seen) > longestTable {
			return nil, errDamaged
		}
		if page == 0 || !soundPage(word[at:at+pageSize], size) {
			return nil, errDamaged
		}
		runs = appendPage(runs, word[at:at+pageSize], uint32(at), size)
	}
	slices.SortStableFunc(runs, func(a, b run) int { return cmp.Compare(a.start, b.start) })
	return runs, nil
}

// soundPage reports whether a page has runs, one behind the other: a piece of
// the file that was lost or overwritten has not.
func soundPage(page []byte, size int) bool {
	n := int(page[pageSize-1])
	if n == 0 && u32(page, 0) == 0 || 4*(n+1)+size*n >= pageSize {
		return false
	}
	for i := range n {
		if u32(page, 4*i) > u32(page, 4*i+4) {
			return false
		}
	}
	return true
}

// appendPage appends the runs of a page, which begins at byte base.
func appendPage(runs []run, page []byte, base uint32, size int) []run {
	for i, n := 0, int(page[pageSize-1]); i < n; i++ {
		r := run{start: u32(page, 4*i), end: u32(page, 4*i+4)}
		from, length := 2*int(page[4*(n+1)+size*i]), 0
		switch {
		case from == 0:
		case size == chpxSize:
			length = int(page[from])
		case page[from] != 0:
			length = 2*int(page[from]) - 1
		default:
			from++
			length = 2 * int(page[from])
		}
		from++
		length = max(0, min(length, pageSize-from))
		if size == papxSize && length >= 2 {
			r.istd = u16(page, from)
			from, length = from+2, length-2
		}
		r.props, r.size = base+uint32(from), uint32(length)
		runs = append(runs, r)
	}
	return runs
}

// finder finds the run of a byte; asked in order it does so in constant time.
type finder struct {
	runs []run
	last int
}

// at is the run that covers byte fc, nil where there is none.
func (f *finder) at(fc int) *run {
	for _, i := range [2]int{f.last, f.last + 1} {
		if i < len(f.runs) && f.runs[i].covers(fc) {
			f.last = i
			return &f.runs[i]
		}
	}
	i, found := slices.BinarySearchFunc(f.runs, fc, func(r run, fc int) int { return cmp.Compare(int(r.start), fc) })
	if !found {
		i--
	}
	if i >= 0 && f.runs[i].covers(fc) {
		f.last = i
		return &f.runs[i]
	}
	return nil
}

func (r *run) covers(fc int) bool { return int(r.start) <= fc && fc < int(r.end) }
