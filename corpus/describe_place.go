package corpus

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/region"
)

// region is the place reported on: the heading's, the reporting body's, where
// the opening says the body lies, else the one the text names most.
func (p *parts) region(org string) string {
	if name := p.headingPlace(); name != "" {
		return name
	}
	if n, rest := place(org); n.End > 0 {
		return rest[:n.End]
	}
	if org != "" && !isBarePlace(org) {
		return p.placeOf(org)
	}
	return cmp.Or(p.commonPlace(), p.located())
}

// headingPlace is the place in the heading's titles and names of bodies, else
// in any other line of it.
func (p *parts) headingPlace() string {
	for _, titled := range []bool{true, false} {
		for _, l := range p.heading {
			if l.date() || hasAnyPrefix(l.text, annexWords...) || titled != (l.score > 0 || l.org != "") {
				continue
			}
			for _, h := range l.heads {
				if n, ok := region.Head(h.text); ok {
					return h.text[:n.End]
				}
			}
			if name := afterIn(cutNumber(l.text)); name != "" {
				return name
			}
		}
	}
	return ""
}

// afterIn is the place behind 在 in a heading: 在柳河镇第十八届人民代表大会….
func afterIn(t string) string {
	if _, rest, ok := strings.Cut(t, "在"); ok {
		rest = stripLead(rest)
		if n, ok := region.Head(rest); ok {
			return rest[:n.End]
		}
	}
	return ""
}

// placeOf is the place of a body whose name begins with none: the one whose
// name without its rank the body bears (云洲城乡水务集团 of 云洲市), or where the
// text says it lies (位于松河县).
func (p *parts) placeOf(org string) string {
	for _, n := range []int{4, 3, 2} {
		stem := org[:runeFloor(org, n*len("云"))]
		for _, l := range p.start(placeBytes) {
			i := strings.Index(l, stem)
			for ; i >= 0; i = indexFrom(l, stem, i+len(stem)) {
				if name, ok := region.Head(l[i:]); ok && name.Last == 0 && placeStem(l[i:i+name.End]) == stem {
					return l[i : i+name.End]
				}
			}
		}
	}
	return p.located()
}

// indexFrom is the first index of w in s at or after from, -1 where there is none.
func indexFrom(s, w string, from int) int {
	if i := strings.Index(s[from:], w); i >= 0 {
		return from + i
	}
	return -1
}

// located is where the opening says that the body lies or the writer serves:
// 位于松河县, 任松河县柳溪镇石坳村第一书记.
func (p *parts) located() string {
	for _, l := range p.first {
		for _, w := range []string{"位于", "地处", "坐落于", "坐落在", "任"} {
			if _, rest, ok := strings.Cut(l.text, w); ok {
				if n, ok := region.Head(rest); ok {
					return rest[:n.End]
				}
			}
		}
	}
	return ""
}

// placeStem is a place's name without its rank, the whole where it has none.
func placeStem(name string) string {
	_, rank := utf8.DecodeLastRuneInString(name)
	return name[:len(name)-rank]
}

// commonPlace is the place that the text names most, with or without its rank
// (端州区, 端州), the higher in rank where two are named as often. A name that
// stands only once is enough where it has the rank of which the text speaks as
// its own (我县, 全县); one of another rank is then no choice.
func (p *parts) commonPlace() string {
	start := p.start(placeBytes)
	own := ownRank(start)
	count := map[string]int{}
	best, most, level := "", 1, region.None
	for _, l := range start {
		for _, n := range region.Find(l) {
			name := n.Of(l)
			if n.Level == region.Province && own != "省" || n.Level == region.Village || charCount(name) > 5 {
				continue
			}
			if own != "" && !strings.HasSuffix(name, own) {
				continue
			}
			if _, seen := count[name]; !seen {
				count[name] = mentions(start, name)
				if own != "" {
					count[name]++
				}
			}
			if c := count[name]; c > most || c == most && c > 1 && n.Level < level {
				best, most, level = name, c, n.Level
			}
		}
	}
	return best
}

// ownRank is the rank of the place that the text calls its own most, "" where
// it speaks of none: 我县, 全县 give 县.
func ownRank(lines []string) string {
	best, most := "", 0
	for _, rank := range []string{"省", "市", "县", "區", "区", "縣", "镇", "鎮", "乡", "鄉", "街道", "州", "旗"} {
		n := 0
		for _, l := range lines {
			n += strings.Count(l, "我"+rank) + strings.Count(l, "全"+rank)
		}
		if n > most {
			best, most = rank, n
		}
	}
	return best
}

// placeBytes is how much of a report is searched for the place it names most.
const placeBytes = 16 << 10

// start returns the report's lines up to limit bytes of text.
func (p *parts) start(limit int) []string {
	p.texts = p.texts[:0]
	for _, l := range p.all {
		t := l.text[:runeFloor(l.text, limit)]
		p.texts = append(p.texts, t)
		if limit -= len(t); limit <= 0 {
			break
		}
	}
	return p.texts
}

// mentions counts how often the lines name a place, its rank left aside where
// at least two characters remain.
func mentions(lines []string, name string) int {
	if stem := placeStem(name); charCount(stem) > 1 {
		name = stem
	}
	n := 0
	for _, l := range lines {
		n += strings.Count(l, name)
	}
	return n
}
