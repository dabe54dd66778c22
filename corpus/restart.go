package corpus

import (
	"slices"
	"strings"
)

// restarts adds a bound wherever the first-level numbering starts again
// inside a report and the lines before it look like another report's opening.
func (s *splitter) restarts() {
	lastLine, last := 0, 0 // the latest first-level number
	b := 0                 // bounds passed
	found := s.bounds
	for i, l := range s.lines {
		for b < len(s.bounds) && s.bounds[b] <= i {
			lastLine, last = s.bounds[b], 0
			b++
		}
		if l.ordinal == 0 {
			continue
		}
		if l.ordinal == 1 && last >= 2 {
			if at, ok := s.restartAt(lastLine, i); ok {
				found = append(found, at)
			}
		}
		lastLine, last = i, l.ordinal
	}
	slices.Sort(found)
	s.bounds = slices.Compact(found)
}

// restartAt returns the line between the number at line from and the 一、 at
// line to with which another report begins.
func (s *splitter) restartAt(from, to int) (at int, ok bool) {
	best := -100.0
	for i := from + 1; i <= to; i++ {
		if s.vetoes(i, to) {
			return 0, false
		}
		if score := s.openingAt(i, to); score > best || score == best && i == to {
			at, best = i, score
		}
	}
	for at-1 > from && opening(s.lines[at-1]) > 0 && closing(s.lines[at-1]) == 0 && s.lines[at-1].marker == 0 {
		at--
	}
	score := 2 + best + s.around(from, at, to)
	return at, score >= restartSure
}

// vetoes reports whether line i says that the numbering starts again inside
// the same report: a part, an annex, or a heading of plans.
func (s *splitter) vetoes(i, to int) bool {
	l := s.lines[i]
	if hasAnyPrefix(l.text, "附件", "附表") || strings.HasPrefix(l.text, "第") && containsAny(l.text[:runeFloor(l.text, 15)], "部分", "章") {
		return true
	}
	return i < to && l.bare() && l.chars <= 30 && containsAny(l.text, planWords...)
}

// openingAt weighs line i as the first line of a report that reaches 一、 at line to.
func (s *splitter) openingAt(i, to int) float64 {
	l := s.lines[i]
	if l.marker > 0 && i < to {
		return -3
	}
	score := min(closing(s.lines[i-1]), 2) + min(titleScore(l), 3)
	if i < to {
		score += min(opening(l), 3) - closing(l)
	}
	return score
}

// around weighs what stands on both sides of a bound at line at: an arc that
// came to its end before it, a fresh first heading and another voice after it.
func (s *splitter) around(from, at, to int) float64 {
	score := 0.0
	if containsAny(head(s.lines[from]), endWords...) {
		score++
	}
	first := head(s.lines[to])
	switch {
	case containsAny(first, planWords...):
		score -= 2
	case containsAny(first, freshWords...):
		score++
	}
	before, after := s.voice(at, -1), s.voice(at, 1)
	if before != 0 && after != 0 && before != after {
		score += 1.5
	}
	return score
}

// head is the heading of a numbered line: up to its first full stop.
func head(l line) string {
	t := l.text[:runeFloor(l.text, 90)]
	if i := strings.Index(t, "。"); i >= 0 {
		return t[:i]
	}
	return t
}

// voiceLines is how many lines on a side are asked for their voice.
const voiceLines = 40

// voice returns the body that speaks of itself most (我局: 局) in the lines
// before at (step -1) or from it on (step 1), 0 where none does.
func (s *splitter) voice(at, step int) rune {
	var count [len(voices)]int
	if step < 0 {
		at--
	}
	for n := 0; n < voiceLines && at >= 0 && at < len(s.lines); n, at = n+1, at+step {
		for rest := s.lines[at].text; ; {
			i := strings.Index(rest, "我")
			if i < 0 {
				break
			}
			rest = rest[i+len("我"):]
			for k, v := range voices {
				if strings.HasPrefix(rest, string(v)) {
					count[k]++
				}
			}
		}
	}
	best := 0
	for k := range count {
		if count[k] > count[best] {
			best = k
		}
	}
	if count[best] == 0 {
		return 0
	}
	return voices[best]
}

var voices = [...]rune{'局', '镇', '乡', '校', '馆', '站', '会', '院', '区', '县', '市', '街', '办', '中', '公', '委', '鎮', '縣', '館'}
