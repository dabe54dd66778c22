package synth

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// Key names a cell of the table.
type Key struct{ County, Period, Metric, Unit string }

// Cell is what the table must say in one place.
type Cell struct {
	Counted        int      // totals of what was done
	Sum, Low, High *big.Rat // nil where there is none
	Open           int      // counted without an upper end
	NoLow          int      // counted without a lower end
	Facts, Gaps    int
	LeftOut        map[string]int // by reason
}

// Cells is the truth about all cells of a corpus. Copies are left out.
func Cells(c *Corpus) map[Key]*Cell {
	cells := map[Key]*Cell{}
	for _, file := range c.Files {
		if file.CopyOf != "" {
			continue
		}
		for i := range file.Reports {
			r := &file.Reports[i]
			for k := range r.Facts {
				f := &r.Facts[k]
				key := Key{r.County, r.Period, f.Metric, f.Base}
				if cells[key] == nil {
					cells[key] = &Cell{LeftOut: map[string]int{}}
				}
				cells[key].add(f)
			}
		}
	}
	return cells
}

func (c *Cell) add(f *Fact) {
	c.Facts++
	if f.Gap != "" {
		c.Gaps++
	}
	if f.Reason != "" {
		c.LeftOut[f.Reason]++
		return
	}
	c.Counted++
	c.Sum = plus(c.Sum, f.Value)
	if f.Low == nil {
		c.NoLow++
	}
	if f.High == nil {
		c.Open++
	}
	c.Low, c.High = plus(c.Low, f.Low), plus(c.High, f.High)
}

// plus adds b to a, either may be nil.
func plus(a, b *big.Rat) *big.Rat {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return new(big.Rat).Add(a, b)
}

// Figures are a cell's sum, ends and counts as the table prints them: "" is none.
type Figures struct {
	Sum, Low, High string
	Open, Gaps     int
}

// Figures are what the table must print.
func (c *Cell) Figures() Figures {
	f := Figures{Sum: Plain(c.Sum), Open: c.Open, Gaps: c.Gaps}
	if c.NoLow == 0 {
		f.Low = Plain(c.Low)
	}
	if c.Open == 0 {
		f.High = Plain(c.High)
	}
	return f
}

// Reasons lists why figures were left out, in alphabetical order: "part:2;target:1".
func (c *Cell) Reasons() string { return reasonList(c.LeftOut) }

func reasonList(counts map[string]int) string {
	var list []string
	for reason, n := range counts {
		list = append(list, fmt.Sprintf("%s:%d", reason, n))
	}
	slices.Sort(list)
	return strings.Join(list, ";")
}

// Keys are the cells in order.
func Keys(cells map[Key]*Cell) []Key {
	var keys []Key
	for k := range cells {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, Key.compare)
	return keys
}

func (k Key) compare(o Key) int {
	return cmp.Or(cmp.Compare(k.County, o.County), cmp.Compare(k.Period, o.Period), cmp.Compare(k.Metric, o.Metric), cmp.Compare(k.Unit, o.Unit))
}
