package corpus

import (
	"cmp"
	"slices"
	"strings"

	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
)

// Describe reads what a report says of itself: its title, the place it reports
// on, the body that reports and the period, each as it stands in the text and
// empty where the text names none. name is the file's name (Meta.File); only
// the period's year, where the text leaves it open, and the larger places of
// the one reported on are taken from it.
//
//  1. The heading: the bare lines before the first running text.
//  2. The signature: the bare lines at the end.
//  3. The opening: the first running text before any numbered headline.
//
// The place's code and path are those of package region, empty where the place
// is not certain; its name stays as in the text.
func Describe(text string, span segment.Span, name string) Meta {
	return describeLines(appendLines(nil, span.Of(text), span.Start), name)
}

func describeLines(lines []line, name string) Meta {
	r := readParts(lines)
	m := Meta{File: name, Title: r.title()}
	m.Genre = genre(m.Title)
	m.Org = r.org()
	m.Region = r.region(m.Org)
	m.Period = r.period(name)
	r.locate(&m)
	return m
}

// describePart is describeLines for a part, whose file says of it what p holds:
// that counts where it says something, and the place's code and path are those
// of the place that is given. ok is false where the period given is none that is
// known; the text's own counts then.
func describePart(lines []line, name string, p *Part) (m Meta, ok bool) {
	r := readParts(lines)
	m = Meta{File: name, Row: p.Row, Title: cmp.Or(trim(p.Title), r.title())}
	m.Genre = genre(m.Title)
	m.Org = cmp.Or(trim(p.Org), r.org())
	m.Region = cmp.Or(trim(p.Region), r.region(m.Org))
	m.Period, ok = givenPeriod(p.Period)
	if m.Period == "" {
		m.Period = r.period(name)
	}
	r.locate(&m)
	return m, ok
}

// givenPeriod reads a period as tables have it: 2019H1, 2019年上半年, 2019. ok is
// false where s names none, or more than one.
func givenPeriod(s string) (p period.Period, ok bool) {
	if s = trim(s); s == "" {
		return "", true
	}
	if p, err := period.Parse(s); err == nil {
		return p, true
	}
	if m, ok := period.Leading(s); ok && !m.NoYear && m.End == len(s) {
		return m.Period, true
	}
	return "", false
}

// parts are the lines of a report that speak of the report itself.
type parts struct {
	heading   []headLine // bare lines at the start
	signature []line     // bare lines at the end
	opening   []line     // running text before the first numbered headline
	body      []line     // the first running text behind it
	all       []line
}

// headLine is a line of a heading with what is asked of it more than once.
type headLine struct {
	line
	score float64     // titleScore
	org   string      // orgLine
	heads []titleHead // where names may stand
}

func newHeadLine(l line) headLine {
	return headLine{line: l, score: titleScore(l), org: orgLine(l), heads: titleHeads(cutNumber(l.text))}
}

const (
	maxHeading   = 8
	maxSignature = 8
	maxOpening   = 4
	maxBody      = 3
	openingBytes = 2000 // of a paragraph
)

func readParts(lines []line) parts {
	p := parts{all: lines}
	i := 0
	for i < len(lines) && i < maxHeading && (lines[i].bare() || lines[i].glued) && lines[i].marker == 0 || i == 0 && i < len(lines) && isCollection(lines[0].text) {
		i++
	}
	for _, l := range lines[:i] {
		p.heading = append(p.heading, newHeadLine(l))
	}
	k := i
	for ; k < len(lines) && len(p.opening) < maxOpening && lines[k].marker == 0; k++ {
		p.opening = append(p.opening, lines[k].cut(openingBytes))
	}
	for ; k < len(lines) && len(p.body) < maxBody; k++ {
		if lines[k].body() {
			p.body = append(p.body, lines[k].cut(openingBytes))
		}
	}
	end := len(lines)
	for end > i && len(lines)-end < maxSignature && lines[end-1].bare() {
		end--
	}
	p.signature = lines[end:]
	return p
}

// first are the first paragraphs: the opening and what follows its headline.
func (p parts) first() []line { return append(slices.Clip(p.opening), p.body...) }

// title is the heading's best line, joined with the subtitle or the name of
// the body that stand around it.
func (p parts) title() string {
	best, score := -1, 0.0
	for i, l := range p.heading {
		s := l.score
		if s > 0 && isCollection(l.text) {
			s = 0.5
		}
		if s > 0 && l.glued {
			s = 1
		}
		if s > score {
			best, score = i, s
		}
	}
	switch {
	case best >= 0:
	case len(p.heading) > 0 && p.heading[0].chars >= 4:
		best = 0
	default:
		return ""
	}
	t := cutNumber(p.heading[best].text)
	if best > 0 {
		up := p.heading[best-1]
		if nameAlone(up) && !isPlaced(t) && headOrg(stripLead(t)) == "" || strings.HasPrefix(t, "—") && !up.glued && !isCollection(up.text) {
			t = up.text + t
		}
	}
	if best+1 < len(p.heading) && strings.HasPrefix(p.heading[best+1].text, "—") {
		t += p.heading[best+1].text
	}
	return strings.Clone(t)
}

// nameAlone reports whether l is the name of a body and nothing else.
func nameAlone(l headLine) bool {
	return l.org != "" && strings.HasPrefix(l.text, l.org) && !strings.Contains(l.text, "年")
}

// cutNumber cuts a title to which a collection's number and the text behind it are glued.
func cutNumber(t string) string {
	if i := titleNumber(t); i > 0 {
		return t[:i]
	}
	return t
}
