package doc

import (
	"cmp"
	"context"
	"slices"
)

// run is a stretch of the WordDocument stream whose characters (or paragraphs)
// have the same properties.
type run struct {
	start, end uint32 // bytes
	istd       uint16 // the paragraph's style
	grpprl     []byte
}

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
// PlcBtePapx), each once, whatever it says. Pages that lie outside the file are an error:
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
		runs = appendPage(runs, word[at:at+pageSize], size)
	}
	slices.SortStableFunc(runs, func(a, b run) int { return cmp.Compare(a.start, b.start) })
	return runs, nil
}

func appendPage(runs []run, page []byte, size int) []run {
	n := int(page[pageSize-1])
	if 4*(n+1)+size*n >= pageSize {
		return runs
	}
	for i := range n {
		r := run{start: u32(page, 4*i), end: u32(page, 4*i+4)}
		at := 2 * int(page[4*(n+1)+size*i])
		switch {
		case at == 0:
		case size == chpxSize:
			r.grpprl = counted(page, at, int(page[at]))
		case page[at] == 0:
			r.grpprl = counted(page, at+1, 2*int(page[at+1]))
		default:
			r.grpprl = counted(page, at, 2*int(page[at])-1)
		}
		if size == papxSize && len(r.grpprl) >= 2 {
			r.istd, r.grpprl = u16(r.grpprl, 0), r.grpprl[2:]
		}
		runs = append(runs, r)
	}
	return runs
}

// counted are the n bytes behind the count at page[at], fewer at the page's end.
func counted(page []byte, at, n int) []byte {
	return page[min(at+1, pageSize):min(at+1+n, pageSize)]
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
