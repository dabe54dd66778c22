package corpus

import (
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/region"
)

// region is the place reported on: the heading's, the reporting body's, else
// the one the text names most.
func (p parts) region(org string) string {
	for _, l := range p.heading {
		if l.date() || hasAnyPrefix(l.text, annexWords...) {
			continue
		}
		if n, t := place(cutNumber(l.text)); n.End > 0 {
			return strings.Clone(t[:n.End])
		}
		if name := afterIn(l.text); name != "" {
			return strings.Clone(name)
		}
	}
	if n, _ := place(org); n.End > 0 {
		return strings.Clone(org[:n.End])
	}
	if org != "" && !isBarePlace(org) {
		return ""
	}
	return strings.Clone(p.commonPlace())
}

// afterIn is the place behind 在 in a heading: 在柳河镇第十八届人民代表大会….
func afterIn(t string) string {
	if _, rest, ok := strings.Cut(t, "在"); ok {
		if n, ok := region.Head(rest); ok {
			return rest[:n.End]
		}
	}
	return ""
}

// commonPlace is the place that the text names most, with or without its rank
// (端州区, 端州), the higher in rank where two are named as often; a name that
// stands only once is not enough.
func (p parts) commonPlace() string {
	count := map[string]int{}
	best, most, level := "", 1, region.None
	for _, l := range p.start(placeBytes) {
		for _, n := range region.Find(l) {
			name := n.Of(l)
			if n.Level == region.Province || charCount(name) > 5 {
				continue
			}
			if _, seen := count[name]; !seen {
				count[name] = p.mentions(name)
			}
			if c := count[name]; c > most || c == most && c > 1 && n.Level < level {
				best, most, level = name, c, n.Level
			}
		}
	}
	return best
}

// placeBytes is how much of a report is searched for the place it names most.
const placeBytes = 16 << 10

// start returns the report's lines up to limit bytes of text.
func (p parts) start(limit int) []string {
	var out []string
	for _, l := range p.all {
		t := l.text[:runeFloor(l.text, limit)]
		out = append(out, t)
		if limit -= len(t); limit <= 0 {
			break
		}
	}
	return out
}

// mentions counts how often the report's start names a place, its rank left
// aside where at least two characters remain.
func (p parts) mentions(name string) int {
	_, rank := utf8.DecodeLastRuneInString(name)
	if stem := name[:len(name)-rank]; charCount(stem) > 1 {
		name = stem
	}
	n := 0
	for _, l := range p.start(placeBytes) {
		n += strings.Count(l, name)
	}
	return n
}
