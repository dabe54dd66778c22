package pdf

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

// headDepth is how many lines running heads and feet have at most.
const headDepth = 3

// dropHeads removes running heads, feet and page numbers: the outermost lines
// of pages that repeat at the same height, the same in all but the page's
// number; those that say the title again, and those that stand alone in the
// margin in small print (marginal.go). A line whose other numbers differ is
// text and stays.
func (d *document) dropHeads() {
	drop := make([]bool, len(d.items))
	pages := d.byHeight()
	m := d.marginal()
	for _, top := range [...]bool{true, false} {
		for range headDepth {
			if !d.dropOutermost(pages, top, drop, m) {
				break
			}
		}
	}
	kept := d.items[:0]
	for i := range d.items {
		if !drop[i] {
			kept = append(kept, d.items[i])
		}
	}
	d.items = kept
}

// byHeight lists the items of each page from the top downwards.
func (d *document) byHeight() [][]int {
	pages := make([][]int, d.pages)
	for i := range d.items {
		if it := &d.items[i]; !it.turned {
			pages[it.page-1] = append(pages[it.page-1], i)
		}
	}
	for _, p := range pages {
		slices.SortStableFunc(p, func(a, b int) int { return cmpFloat(d.items[b].base, d.items[a].base) })
	}
	return pages
}

// head is the outermost line of a page.
type head struct {
	item    int
	gap     float64 // to the next line inwards
	numbers []int
}

// headKey is what running heads have in common.
type headKey struct {
	text   string // numbers are #
	height float64
}

// dropOutermost removes the outermost lines that are heads, from pages too, and
// reports whether there were any.
func (d *document) dropOutermost(pages [][]int, top bool, drop []bool, m marginal) bool {
	groups := map[headKey][]head{}
	var order []headKey
	for _, p := range pages {
		h, ok := d.outermost(p, top)
		if !ok {
			continue
		}
		it := &d.items[h.item]
		key := headKey{height: math.Round(it.base / 3)}
		key.text, h.numbers = withoutNumbers(it.text)
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], h)
	}
	any := false
	for _, key := range order {
		group := groups[key]
		repeated := d.repeats(group, m, top)
		for _, h := range group {
			if it := &d.items[h.item]; repeated || d.isPageNumber(it, h) || m.drops(it, h, top) {
				drop[h.item], any = true, true
				p := &pages[it.page-1]
				*p = slices.DeleteFunc(*p, func(i int) bool { return i == h.item })
			}
		}
	}
	return any
}

func (d *document) outermost(p []int, top bool) (head, bool) {
	if len(p) == 0 {
		return head{}, false
	}
	at, next := 0, 1
	if !top {
		at, next = len(p)-1, len(p)-2
	}
	h := head{item: p[at], gap: math.Inf(1)}
	if next >= 0 && next < len(p) {
		inner := d.items[p[next]].base
		if !top {
			inner = d.items[p[next]].low
		}
		h.gap = math.Abs(d.items[p[at]].base - inner)
	}
	return h, d.items[h.item].row == nil
}

var digits = lazy.Regexp(`[0-9]+`)

func withoutNumbers(text string) (string, []int) {
	var numbers []int
	out := digits().ReplaceAllStringFunc(text, func(s string) string {
		n, err := strconv.Atoi(s)
		if err != nil {
			return s
		}
		numbers = append(numbers, n)
		return "#"
	})
	return out, numbers
}

// repeats reports whether lines of the same words at the same height are a
// running head: on three pages, or on two with a distance to the text. The
// distance may be smaller to a table, and where the line is in small print.
func (d *document) repeats(group []head, m marginal, top bool) bool {
	if len(group) < 2 {
		return false
	}
	first := &d.items[group[0].item]
	if first.size > 1.05*d.body.size || strings.ContainsAny(lastRune(first.text), "。；：，;:,") {
		return false
	}
	near, far := math.Inf(1), 0.0
	for _, h := range group {
		if m.isText(&d.items[h.item], top) {
			return false
		}
		near, far = min(near, h.gap), max(far, h.gap)
	}
	for i := range group[0].numbers {
		if !d.counts(group, i) {
			return false
		}
	}
	return len(group) > 2 || near >= 1.5*first.size && (far >= 2*first.size || first.size < noteSize*d.body.size)
}

// counts reports whether the number at i is the same on all pages or goes up
// with them.
func (d *document) counts(group []head, i int) bool {
	same, rising := true, true
	for _, h := range group[1:] {
		step := h.numbers[i] - group[0].numbers[i]
		same = same && step == 0
		rising = rising && step == d.items[h.item].page-d.items[group[0].item].page
	}
	return same || rising
}

var (
	pageNumber = lazy.Regexp(`^(?:[-–—－•·~]+ ?\d{1,4} ?[-–—－•·~]+|第 ?(?:\d{1,4}|[一二三四五六七八九十百]+) ?页(?:[ ,，/（(]*共 ?(?:\d{1,4}|[一二三四五六七八九十百]+) ?页[）)]?)?|(?i:page) ?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?)$`)
	bareNumber = lazy.Regexp(`^\d{1,4}(?: ?/ ?\d{1,4})?$`)
)

// isPageNumber reports a line that says a page's number in a form that nothing
// else has, or is the page's very number and stands apart.
func (d *document) isPageNumber(it *item, h head) bool {
	if pageNumber().MatchString(it.text) {
		return it.size < 2*d.body.size
	}
	if !bareNumber().MatchString(it.text) || it.size > 1.2*d.body.size || h.gap < 2*it.size || len(h.numbers) == 0 {
		return false
	}
	return h.numbers[0] == it.page && (len(h.numbers) == 1 || h.numbers[1] == d.pages)
}
