package terms

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/region"
	"github.com/zhaibao/zhaibao/segment"
)

// mark is a stretch of a sentence that no words are looked for in.
type mark struct {
	segment.Span
	term Term // no Text where it is a number
}

// cutter finds the marks of a report's sentences. It owns its scratch memory.
type cutter struct {
	a       *Analyzer
	report  *Report
	marks   []mark
	found   []mark
	merged  []mark
	spans   []segment.Span
	numbers []quantity.Mention
	periods []period.Mention
	places  map[string]bool // names that were looked up

	matched [][]match // by pattern, those of the report that cut has not come to
	kept    [][]match // the memory of matched
}

// match is a stretch of a sentence that a pattern matched.
type match struct {
	sentence int
	segment.Span
}

func newCutter(a *Analyzer) *cutter {
	n := len(a.patterns)
	return &cutter{a: a, places: map[string]bool{}, matched: make([][]match, n), kept: make([][]match, n)}
}

// reset starts a report. It appends the names of the patterns that run out of
// time in it: all of such a name match nothing, rather than what they found before.
func (c *cutter) reset(r *Report, stopped []string) []string {
	c.report = r
	for i := range c.a.patterns {
		p := &c.a.patterns[i]
		c.kept[i] = c.kept[i][:0]
		if slices.Contains(stopped, p.Name) {
			continue
		}
		var ok bool
		if c.kept[i], ok = c.match(c.kept[i], p); !ok {
			stopped = append(stopped, p.Name)
		}
	}
	for i := range c.a.patterns {
		c.matched[i] = c.kept[i]
		if slices.Contains(stopped, c.a.patterns[i].Name) {
			c.matched[i] = nil
		}
	}
	return stopped
}

// match appends what a pattern matches in the report; ok is false where it runs out of time.
func (c *cutter) match(dst []match, p *compiled) (_ []match, ok bool) {
	deadline := time.Now().Add(c.a.TimeLimit)
	for n, s := range c.report.Sentences {
		var err error
		c.spans, err = p.AppendMatches(c.spans[:0], s.Span.Of(c.report.Text), deadline)
		if err != nil || time.Now().After(deadline) {
			return dst, false
		}
		for _, span := range c.spans {
			dst = append(dst, match{n, span})
		}
	}
	return dst, true
}

// cut returns the marks in sentence n, in order and without overlap. Where they
// would overlap, the user's patterns come first, in their order, then the report's
// own names, numbers, times and other places. Sentences come in order; the marks
// are valid until the next call.
func (c *cutter) cut(n int) []mark {
	c.marks = c.marks[:0]
	text := c.report.Sentences[n].Span.Of(c.report.Text)
	for i := range c.a.patterns {
		c.take(c.matches(i, n))
	}
	c.take(c.names(c.report.Org, Org, text))
	c.take(c.names(c.report.Region, Place, text))
	c.found = c.found[:0]
	c.numbers = c.a.Lexicon.Find(c.numbers[:0], text, segment.Span{End: len(text)})
	for i := range c.numbers {
		if m := &c.numbers[i]; !m.InWord() && !m.Empty() {
			c.found = append(c.found, mark{Span: m.Span})
		}
	}
	c.take(c.found)
	c.take(c.times(text))
	c.take(c.otherPlaces(text))
	return c.marks
}

// matches are those of pattern i in sentence n.
func (c *cutter) matches(i, n int) []mark {
	c.found = c.found[:0]
	for len(c.matched[i]) > 0 && c.matched[i][0].sentence == n {
		c.found = append(c.found, mark{c.matched[i][0].Span, Term{c.a.patterns[i].Name, Matched}})
		c.matched[i] = c.matched[i][1:]
	}
	return c.found
}

// names are the places where the report's own place or body is named.
func (c *cutter) names(name string, k Kind, text string) []mark {
	c.found = c.found[:0]
	if utf8.RuneCountInString(name) < 2 {
		return c.found
	}
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return c.found
		}
		at += i
		c.found = append(c.found, mark{segment.Span{Start: at, End: at + len(name)}, Term{name, k}})
		at += len(name)
	}
}

// times are the periods that the text names without a number of its own (一季度, 上半年).
func (c *cutter) times(text string) []mark {
	c.found = c.found[:0]
	c.periods = period.AppendMentions(c.periods[:0], text)
	for i := range c.periods {
		c.found = append(c.found, mark{Span: c.periods[i].Span})
	}
	return c.found
}

// otherPlaces are the divisions that the text names. A name that no division
// bears is none: in running text its left end is too often wrong (建成社区).
func (c *cutter) otherPlaces(text string) []mark {
	c.found = c.found[:0]
	for _, n := range region.Find(text) {
		if name := n.Of(text); c.isPlace(name) {
			c.found = append(c.found, mark{n.Span, Term{name, Place}})
		}
	}
	return c.found
}

// maxPlaces is how many names are remembered.
const maxPlaces = 1 << 14

func (c *cutter) isPlace(name string) bool {
	is, known := c.places[name]
	if !known {
		r := region.Resolve(name)
		is = r.Division.Code != "" || len(r.Candidates) > 0
		if len(c.places) >= maxPlaces {
			clear(c.places)
		}
		c.places[strings.Clone(name)] = is
	}
	return is
}

// take adds those of found, in order, that overlap no mark.
func (c *cutter) take(found []mark) {
	if len(found) == 0 {
		return
	}
	c.merged = c.merged[:0]
	i := 0
	for _, f := range found {
		for i < len(c.marks) && c.marks[i].End <= f.Start {
			c.merged = append(c.merged, c.marks[i])
			i++
		}
		if i == len(c.marks) || f.End <= c.marks[i].Start {
			c.merged = append(c.merged, f)
		}
	}
	c.merged = append(c.merged, c.marks[i:]...)
	c.marks, c.merged = c.merged, c.marks
}
