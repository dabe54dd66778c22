package region

import (
	"strings"
	"unicode/utf8"
)

// part is one name of a chain.
type part struct {
	text   string
	senses []sense // what it may mean; nil for a name that no division has
	level  Level   // where senses is nil
}

// below reports whether p is a place that has no code: a township, a village, a zone.
func (p part) below() bool {
	return p.senses == nil && (p.level >= Township || strings.HasSuffix(p.text, "区") && zoneEnd(p.text))
}

// zoneEnd reports whether a name ends in the kind of a zone.
func zoneEnd(name string) bool {
	for _, kind := range []string{"开发区", "高新区", "经开区", "园区", "风景区", "名胜区", "度假区", "保税区", "新区", "示范区", "管理区", "实验区", "合作区"} {
		if strings.HasSuffix(name, kind) {
			return true
		}
	}
	return false
}

// split takes a chain of names apart, the larger place first; ok is false where
// something is left that is no name. s is simplified.
func (t *tree) split(parts []part, s string) (_ []part, ok bool) {
	for s != "" {
		p := t.next(s, parts)
		if p.text == "" {
			return parts, false
		}
		parts = append(parts, p)
		s = s[len(p.text):]
	}
	return parts, len(parts) > 0
}

// next is the name at the start of s behind the names before: the longest that
// a division has, a province or prefecture without its rank, else one of which
// only the rank is known.
func (t *tree) next(s string, before []part) part {
	if n, senses := t.lookup(t.names, s); n > 0 {
		return part{text: s[:n], senses: senses}
	}
	if n, _ := province(s); n > 0 && n == len(s) && len(before) == 0 {
		return part{text: s, senses: t.bare[s][:1]} // 吉林: the province stands in the table before its city
	}
	if n, senses := t.lookup(t.bare, s); n > 0 && t.bareFits(senses, s[n:], before) {
		return part{text: s[:n], senses: senses}
	}
	if n, _ := province(s); n > 0 && len(before) == 0 {
		return part{text: s[:n], senses: t.bare[s[:n]]}
	}
	n, level := one(s)
	return part{text: s[:n], level: level}
}

// lookup finds the longest name of m at the start of s that the text behind it
// does not continue to the name of something smaller (东区街道, 朝阳村).
func (t *tree) lookup(m map[string][]sense, s string) (int, []sense) {
	first, _ := utf8.DecodeRuneInString(s)
	end := min(len(s), t.longest[first])
	for end > 0 {
		if end == len(s) || utf8.RuneStart(s[end]) {
			if senses := m[s[:end]]; senses != nil {
				if !t.continues(s[end:]) {
					return end, senses
				}
			}
		}
		end--
	}
	return 0, nil
}

// continues reports whether rest begins with a rank that makes the name before
// it that of something smaller, and with no name of its own (镇海区, 市中区).
func (t *tree) continues(rest string) bool {
	if n, _ := suffixAt(rest); n == 0 {
		return false
	}
	if n, _ := t.lookup(t.names, rest); n > 0 {
		return false
	}
	n, _ := one(rest)
	return n == 0
}

// shared reports whether a city or district has the name of a prefecture
// without its rank too: 大理 is 大理州 or 大理市.
func (t *tree) shared(senses []sense) bool {
	to, _ := t.level(senses)
	if to < 0 {
		return true
	}
	stem := bareName(t.all[to].Name, t.all[to].Level)
	for _, rank := range []string{"市", "区"} {
		for _, s := range t.names[stem+rank] {
			if s.to != to {
				return true
			}
		}
	}
	return false
}

// bareFits reports whether a name without rank may stand there: at the end
// where it is no city's or district's as well, in front of a division that belongs to it (南京鼓楼区), or behind its own
// province (江苏苏州木渎镇).
func (t *tree) bareFits(senses []sense, rest string, before []part) bool {
	if rest == "" {
		return len(before) > 0 || !t.shared(senses)
	}
	if n, inner := t.lookup(t.names, rest); n > 0 && t.anyInside(inner, senses) {
		return true
	}
	if n, inner := t.lookup(t.bare, rest); n > 0 && t.anyInside(inner, senses) {
		return true
	}
	n, _ := one(rest)
	if len(before) == 0 || utf8.RuneCountInString(rest[:n]) < 3 {
		return false
	}
	return t.anyInside(senses, before[len(before)-1].senses)
}

// level is the division and level of the first sense that leads to one of today.
func (t *tree) level(senses []sense) (int32, Level) {
	for _, s := range senses {
		if s.to >= 0 {
			return s.to, t.all[s.to].Level
		}
	}
	return -1, None
}

// anyInside reports whether any of the inner senses belongs to one of the outer.
func (t *tree) anyInside(inner, outer []sense) bool {
	for _, s := range inner {
		if t.belongs(s, outer) {
			return true
		}
	}
	return false
}

// belongs reports whether what s means lies in one of the outer divisions, or
// did when it bore that name (巢湖市居巢区).
func (t *tree) belongs(s sense, outer []sense) bool {
	for _, o := range outer {
		if o.to >= 0 && s.to >= 0 && o.to != s.to && t.within(s.to, o.to) {
			return true
		}
		if s.former >= 0 && covers(t.code(o), t.former[s.former].Code) {
			return true
		}
	}
	return false
}

// code is the code that a sense had under its name.
func (t *tree) code(s sense) string {
	if s.former >= 0 {
		return t.former[s.former].Code
	}
	return t.all[s.to].Code
}

// covers reports whether the code of a larger division is the head of a smaller one's.
func covers(outer, inner string) bool {
	switch levelOf(outer) {
	case Province:
		return inner[:2] == outer[:2] && inner != outer
	case Prefecture:
		return inner[:4] == outer[:4] && inner != outer
	}
	return false
}
