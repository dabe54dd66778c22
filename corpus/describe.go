package corpus

import (
	"cmp"
	"strings"

	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/region"
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
	return new(Reports).describeSpan(text, span, name)
}

// describe is Describe of the report with these lines.
func (p *parts) describe(lines []line, name string) Meta {
	p.read(lines)
	m := Meta{File: name, Title: p.title()}
	m.Genre = genre(m.Title)
	m.Org = p.org()
	m.Region = p.region(m.Org)
	m.Period = p.period(name)
	p.locate(&m)
	m.own()
	return m
}

// describePart is describe for a part, whose file says of it what given holds:
// that counts where it says something, and the place's code and path are those
// of the place that is given. ok is false where the period given is none that is
// known; the text's own counts then.
func (p *parts) describePart(lines []line, name string, given *Part) (m Meta, ok bool) {
	p.read(lines)
	m = Meta{File: name, Row: given.Row, Title: cmp.Or(trim(given.Title), p.title())}
	m.Genre = genre(m.Title)
	m.Org = cmp.Or(trim(given.Org), p.org())
	m.Region = cmp.Or(trim(given.Region), p.region(m.Org))
	m.Period, ok = givenPeriod(given.Period)
	if m.Period == "" {
		m.Period = p.period(name)
	}
	p.locate(&m)
	m.own()
	return m, ok
}

// own copies title, body and place, so that they do not keep the file's text alive.
func (m *Meta) own() {
	n, k := len(m.Title), len(m.Title)+len(m.Org)
	all := m.Title + m.Org + m.Region
	m.Title, m.Org, m.Region = all[:n], all[n:k], all[k:]
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

// parts are the lines of a report that speak of the report itself. It is filled
// anew for each report and keeps its memory.
type parts struct {
	heading   []headLine // bare lines at the start
	signature []line     // bare lines at the end
	opening   []line     // running text before the first numbered headline
	first     []line     // the opening and the first running text behind its headline
	all       []line

	heads []titleHead   // of the heading's lines
	texts []string      // scratch of start
	named []string      // scratch of locate
	names []region.Name // scratch of appendChains
}

// headLine is a line of a heading with what is asked of it more than once.
type headLine struct {
	line
	score float64     // titleScore
	org   string      // orgLine
	heads []titleHead // where names may stand
}

func newHeadLine(l line) headLine {
	return headLine{line: l, score: titleScore(l), org: orgLine(l), heads: appendTitleHeads(nil, cutNumber(l.text))}
}

const (
	maxHeading   = 8
	maxSignature = 8
	maxOpening   = 4
	maxBody      = 3
	openingBytes = 2000 // of a paragraph
)

func (p *parts) read(lines []line) {
	p.all, p.heading, p.heads, p.first = lines, p.heading[:0], p.heads[:0], p.first[:0]
	i := 0
	for i < len(lines) && i < maxHeading && (lines[i].bare() || lines[i].glued) && lines[i].marker == 0 || i == 0 && i < len(lines) && isCollection(lines[0].text) {
		i++
	}
	for _, l := range lines[:i] {
		n := len(p.heads)
		p.heads = appendTitleHeads(p.heads, cutNumber(l.text))
		p.heading = append(p.heading, headLine{line: l, score: titleScore(l), org: orgLine(l), heads: p.heads[n:len(p.heads):len(p.heads)]})
	}
	k := i
	for ; k < len(lines) && len(p.first) < maxOpening && lines[k].marker == 0; k++ {
		p.first = append(p.first, lines[k].cut(openingBytes))
	}
	opened := len(p.first)
	for ; k < len(lines) && len(p.first) < opened+maxBody; k++ {
		if lines[k].body() {
			p.first = append(p.first, lines[k].cut(openingBytes))
		}
	}
	p.opening = p.first[:opened]
	end := len(lines)
	for end > i && len(lines)-end < maxSignature && lines[end-1].bare() {
		end--
	}
	p.signature = lines[end:]
}

// title is the heading's best line, joined with the subtitle or the name of
// the body that stand around it.
func (p *parts) title() string {
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
	return t
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
