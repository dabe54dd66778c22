package corpus

import (
	"cmp"
	"slices"
	"strings"

	"github.com/zhaibao/zhaibao/segment"
)

// The scores from which a bound is accepted. They were set on whole reports
// and their concatenations; the weights in cues.go are in the same unit.
const (
	titleSure    = 5.0 // a title with the lines around it
	untitledSure = 4.0 // a first paragraph after another report's last one
	restartSure  = 3.5 // a restart of the numbering with the lines around it
)

// Split returns the reports in a file's text as spans that are in order and
// cover it. A report starts at the line start of its first line that is not
// blank; text without any sign of a second report is one span.
//
//  1. Titles, alone or with the lines around them, open a report.
//  2. So does the line after a signature with its date.
//  3. So does a first paragraph (…现将情况汇报如下) after another report's last one.
//  4. Where the numbering restarts at 一、 between two bounds, the best opening
//     line before the restart does.
func Split(text string) []segment.Span { return AppendSplit(nil, text) }

// AppendSplit appends the reports of text to dst, as Split has them.
func AppendSplit(dst []segment.Span, text string) []segment.Span {
	return new(Reports).appendSplit(dst, text)
}

// splitter holds the lines of one file and the indexes of those that open a report.
type splitter struct {
	text   string
	lines  []line
	bounds []int // ascending; the first report's line is not among them
	last   []int // for each line, the last first-level ordinal before it, 0 none
	next   []int // for each line, the first first-level ordinal at or after it, 0 none
}

// split appends the reports of text, whose lines these are.
func (s *splitter) split(dst []segment.Span, text string, lines []line) []segment.Span {
	s.text, s.lines, s.bounds = text, lines, s.bounds[:0]
	s.numbering()
	s.titles()
	s.restarts()
	start := 0
	for _, i := range s.bounds {
		if at := s.lines[i].start; at > start {
			dst = append(dst, segment.Span{Start: start, End: at})
			start = at
		}
	}
	return append(dst, segment.Span{Start: start, End: len(text)})
}

func (s *splitter) numbering() {
	s.last, s.next = s.last[:0], slices.Grow(s.next[:0], len(s.lines))[:len(s.lines)]
	seen := 0
	for i := range s.lines {
		s.last = append(s.last, seen)
		if o := s.lines[i].ordinal; o > 0 {
			seen = o
		}
	}
	seen = 0
	for i := len(s.lines) - 1; i >= 0; i-- {
		if o := s.lines[i].ordinal; o > 0 {
			seen = o
		}
		s.next[i] = seen
	}
}

// titles finds the lines that open a report by themselves.
func (s *splitter) titles() {
	from, body := 0, -1 // the present report's first line, its last line of running text
	for i, l := range s.lines {
		if i > 0 && body >= from && s.opens(i, from) {
			from = s.mastheadStart(i, from, body)
			s.bounds = append(s.bounds, from)
		}
		if l.body() && !l.glued || i > from && l.chars > 20 && l.marker > 0 {
			body = i
		}
	}
}

// opens reports whether line i opens a report after the one that began at line from.
func (s *splitter) opens(i, from int) bool {
	if s.signedBefore(i, from) && s.bodyFollows(i) && !hasAnyPrefix(s.lines[i].text, annexWords...) {
		return true
	}
	score := titleScore(s.lines[i])
	if score == 0 {
		return s.opensUntitled(i) || s.opensAddressed(i)
	}
	if score < weightReport && !s.orgAbove(i, from) {
		return false // 2024年工作计划, 主要工作情况: a headline
	}
	return !s.innerTitle(i, from) && score+s.context(i, from) >= titleSure
}

// innerTitle reports whether line i repeats a part of the title of the report
// at line from, as headlines do: 2023年工作总结 under …2023年工作总结和2024年计划.
func (s *splitter) innerTitle(i, from int) bool {
	t := s.lines[i].text
	for _, l := range s.lines[from:min(from+3, i)] {
		if l.bare() && len(t) < len(l.text) && strings.Contains(l.text, t) && !strings.HasSuffix(l.text, t) && !s.orgAbove(i, from) {
			return true
		}
	}
	return false
}

// opensUntitled reports whether line i is a first paragraph (…现将情况汇报如下)
// that comes after another report's end and before a numbering of its own.
func (s *splitter) opensUntitled(i int) bool {
	if s.next[i] > 1 || s.lines[i].marker > 0 {
		return false
	}
	o := opening(s.lines[i])
	if o < 3 {
		return false
	}
	c := closing(s.lines[i-1])
	return (c > 0 || s.last[i] >= 2) && c+o >= untitledSure
}

// opensAddressed reports whether line i addresses the readers (县委、县政府：) or
// is a motto above a line that does (各位代表：), with the first paragraph behind
// it and another report's end before.
func (s *splitter) opensAddressed(i int) bool {
	l, prev := s.lines[i], s.lines[i-1]
	if !l.addressed() && !l.bare() || l.chars > 40 || s.next[i] > 1 || prev.bare() || prev.addressed() || hasAnyPrefix(l.text, annexWords...) || l.bare() && orgLine(l) != "" {
		return false
	}
	for k, n := range s.lines[i:min(i+4, len(s.lines))] {
		switch {
		case n.addressed():
			following := s.lines[min(i+k+1, len(s.lines)-1)]
			return k > 0 && listeners.begins(n.text) > 0 && closing(prev) > 0 || opening(following) >= 2 && !following.addressed() && (closing(prev) > 0 || s.last[i] >= 2)
		case !n.bare():
			return false
		}
	}
	return false
}

// listeners are the words with which speeches and reports address a meeting.
var listeners = prefixes("各位", "尊敬的", "同志们", "主任", "主席", "代表们")

// context weighs the lines around a title at line i.
func (s *splitter) context(i, from int) float64 {
	score := 0.0
	prev := s.lines[i-1]
	switch c := closing(prev); {
	case c > 0:
		score += min(c, 1.5)
	case !prev.body() && !prev.bare():
		score -= 0.5
	}
	for _, l := range s.lines[i+1 : min(i+5, len(s.lines))] {
		if l.bare() && l.chars < 30 {
			if containsAny(l.text, "第") && hasAnySuffix(l.text, "期）", "期", "期)") {
				score += 2
			}
			continue
		}
		if opening(l) > 0 {
			score += 1.5
		}
		break
	}
	if s.orgAbove(i, from) {
		score += 2
	}
	switch last, next := s.last[i], s.next[i]; {
	case isCollection(s.lines[i].text):
	case last >= 1 && next == last+1:
		score -= 6
	case last >= 2 && next == 1:
		score += 1.5
	}
	return score
}

// orgAbove reports whether the line above title i is the name of the body whose
// report begins here, not the signature of the report that began at line from.
func (s *splitter) orgAbove(i, from int) bool {
	if i-1 <= from {
		return false
	}
	name := orgLine(s.lines[i-1])
	if name == "" || headOrg(stripLead(s.lines[i].text)) != "" {
		return false
	}
	if owner := s.owner(from); owner != "" {
		return !strings.Contains(owner, name) && !strings.Contains(name, owner)
	}
	place, _ := place(name)
	before := s.text[s.lines[from].start:s.lines[i-1].start]
	return !strings.Contains(before, name) && (place.End == 0 || !strings.Contains(before, name[:place.End]))
}

// owner is the body that the first lines of the report at line from name as theirs.
func (s *splitter) owner(from int) string {
	for _, l := range s.lines[from:min(from+3, len(s.lines))] {
		if !l.bare() {
			break
		}
		h := newHeadLine(l)
		if name := cmp.Or(h.org, titleOrg(h)); name != "" {
			return name
		}
	}
	return ""
}

// mastheadStart is the first line of the heading to which the title at line i belongs.
func (s *splitter) mastheadStart(i, from, body int) int {
	for i-1 > max(from, body) {
		up := s.lines[i-1]
		subtitle := hasAnyPrefix(s.lines[i].text, "—", "－－", "--") && up.bare() && !up.date() && orgLine(up) == ""
		number := strings.ContainsAny(up.text, "〔[") && strings.HasSuffix(up.text, "号") || hasAnySuffix(up.text, "文件")
		if !subtitle && !(number && up.bare()) && !isMotto(up) && !s.orgAbove(i, from) {
			break
		}
		i--
	}
	return i
}

// isMotto reports whether l is a motto in two halves, as headings have it above
// their title: 用心用情 为民服务.
func isMotto(l line) bool {
	if !l.bare() || l.chars < 8 || l.chars > 32 || l.date() || orgLine(l) != "" || hasAnyPrefix(l.text, annexWords...) {
		return false
	}
	first, second, ok := strings.Cut(l.text, " ")
	if !ok {
		first, second, ok = strings.Cut(l.text, "\u3000")
	}
	second = trim(second)
	return ok && charCount(first) >= 4 && charCount(second) >= 4 && !strings.ContainsAny(second, " \u3000：:0123456789") && !strings.ContainsAny(first, "：:0123456789")
}

// signedBefore reports whether the lines before i are a signature with its
// date, behind another report's text.
func (s *splitter) signedBefore(i, from int) bool {
	if i-2 <= from || !s.lines[i-1].date() {
		return i-1 > from && orgLine(s.lines[i-1]) != "" && endsInDay(s.lines[i-1]) && s.lines[i-2].body()
	}
	for k := max(from+1, i-4); k < i-1; k++ {
		l := s.lines[k]
		if hasAnyPrefix(l.text, closeWords...) {
			return true
		}
		if orgLine(l) != "" {
			up := s.lines[k-1]
			return !up.bare() || hasAnyPrefix(up.text, closeWords...) || hasAnyPrefix(up.text, annexWords...)
		}
	}
	return false
}

func endsInDay(l line) bool { return hasAnySuffix(l.text, "日", "号") }

// bodyFollows reports whether running text follows within a few lines.
func (s *splitter) bodyFollows(i int) bool {
	return slices.ContainsFunc(s.lines[i:min(i+6, len(s.lines))], line.body)
}
