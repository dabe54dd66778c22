package cli

import (
	"fmt"
	"slices"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/correct"
	"github.com/zhaibao/zhaibao/corpus/identity"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/segment"
)

// summary is what a run is told of when it ends.
type summary struct {
	lang        lang
	cat         *catalog.Catalog
	corrections *correct.List  // nil where the run has none
	identity    *identity.List // nil where the run has none
	stats       corpus.Stats
	facts       int
	roles       [extract.Reference + 1]int // facts by role
	gaps        int
	arabic      share // numerals in Arabic digits
	han         share // numerals in Chinese characters, outside dictionary words
	reports     []reportLine
	noRegion    int // reports without a region
	noPeriod    int // reports without a period
	failedFiles int
	failures    []string
	totals      []total
	seconds     float64
	stops       stops    // of the user's patterns
	resumed     *resumed // nil without --resume

	identityHash string
}

// reportLine is what the summary shows of one report.
type reportLine struct {
	file, region, period     string
	facts, gaps, unexplained int
	same                     bool // as an earlier report to the byte, and not read again
}

// share is how many of the numerals were not explained.
type share struct{ unexplained, all int }

func (s share) percent() string {
	if s.all == 0 {
		return "0%"
	}
	return fmt.Sprintf("%.1f%%", 100*float64(s.unexplained)/float64(s.all))
}

const (
	listedFailures    = 20 // how many failures are named
	listedReports     = 12 // how many reports have a line
	listedTotals      = 12 // how many metrics have a line
	listedUnsupported = 5  // how many files of unsupported formats are named
)

func (s *summary) add(item *corpus.Item) {
	if item.Err != nil {
		s.fail(item)
		return
	}
	unexplained := s.count(item)
	s.stops.add(s.lang, s.cat, item)
	if item.Region == "" {
		s.noRegion++
	}
	if item.Period == "" {
		s.noPeriod++
	}
	if len(s.reports) == listedReports {
		return
	}
	name := item.File
	if item.Doc > 1 {
		name = fmt.Sprintf("%s#%d", name, item.Doc)
	}
	s.reports = append(s.reports, reportLine{
		file: name, region: item.Region, period: string(item.Period),
		facts: len(item.Result.Facts), gaps: len(item.Result.Gaps), unexplained: unexplained, same: item.Copy.Exact,
	})
}

func (s *summary) fail(item *corpus.Item) {
	if item.Doc == 0 {
		s.failedFiles++
	}
	if len(s.failures) < listedFailures {
		s.failures = append(s.failures, s.lang.text(item.Err))
	}
}

// count counts the report's facts, gaps and numerals; it returns how many numerals are not explained.
func (s *summary) count(item *corpus.Item) int {
	s.facts += len(item.Result.Facts)
	s.gaps += len(item.Result.Gaps)
	for i := range item.Result.Facts {
		s.roles[item.Result.Facts[i].Role]++
	}
	unexplained := 0
	for i := range item.Result.Numerals {
		n := &item.Result.Numerals[i]
		if n.Reason == "word" {
			continue
		}
		to := &s.han
		if isArabic(item.Document, n) {
			to = &s.arabic
		}
		to.all++
		if n.Verdict == extract.Unexplained {
			to.unexplained++
			unexplained++
		}
	}
	return unexplained
}

// isArabic reports whether the numeral is written in digits, full-width ones too.
func isArabic(doc *segment.Document, n *extract.Numeral) bool {
	for _, r := range n.Number.Of(doc.Text) {
		if '0' <= r && r <= '9' || '０' <= r && r <= '９' {
			return true
		}
	}
	return false
}

// skipped counts what was passed over, by reason.
func (s *summary) skipped() map[string]int { return countSkips(s.stats.Skips) }

func countSkips(skips []corpus.Skip) map[string]int {
	n := map[string]int{}
	for _, skip := range skips {
		n[string(skip.Reason)]++
	}
	return n
}

// unsupported names the files whose format is not read.
func (s *summary) unsupported() []string { return unsupported(s.stats.Skips) }

func unsupported(skips []corpus.Skip) []string {
	var names []string
	for _, skip := range skips {
		if skip.Reason == corpus.SkipUnsupported {
			names = append(names, skip.Name)
		}
	}
	slices.Sort(names)
	return names
}
