package terms

import (
	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/region"
	"github.com/zhaibao/zhaibao/segment"
)

// Report is one report as it is counted.
type Report struct {
	metrics.ReportKey
	Text      string             // the whole file's
	Sentences []segment.Sentence // the report's, in Text
}

// Kind says what a term is.
type Kind uint8

// The kinds, in the order in which rows have them.
const (
	Word    Kind = iota // what the segmenter cut
	Matched             // the name of a pattern that matched
	Place               // a place's name
	Org                 // the name of the body that reports
)

var kindNames = [...]string{"word", "pattern", "place", "org"}

// String is the kind's name in the output.
func (k Kind) String() string { return kindNames[k] }

// isName reports whether terms of the kind are names, which no keyness is asked of.
func (k Kind) isName() bool { return k == Place || k == Org }

// Term is what is counted.
type Term struct {
	Text string
	Kind Kind
}

// group is the group that a report belongs to.
func (a *Analyzer) group(k metrics.ReportKey) (g metrics.ReportKey) {
	if a.Plan.Groups(metrics.ByRegion) {
		g.Region, g.RegionCode = k.Place()
		if d, ok := region.ByCode(g.RegionCode); ok && g.RegionCode != "" {
			if up, ok := d.At(a.Level); ok {
				g.Region, g.RegionCode = up.Name, up.Code
			}
		}
	}
	if a.Plan.Groups(metrics.ByPeriod) {
		g.Period = within(k.Period, a.Months)
	}
	if a.Plan.Groups(metrics.ByOrg) {
		g.Org = k.Org
	}
	if a.Plan.Groups(metrics.ByGenre) {
		g.Genre = k.Genre
	}
	return g
}

// within is the calendar period of so many months that p lies in, p itself where none does.
func within(p period.Period, months int) period.Period {
	first, last, ok := p.Months()
	if months == 0 || !ok || first/months != last/months {
		return p
	}
	from := first / months * months
	return period.Of(from/12, from%12+1, from%12+months)
}
