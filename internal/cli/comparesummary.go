package cli

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/metrics/compare"
	"github.com/zhaibao/zhaibao/period"
)

// compareSummary is what a comparison is told of when it ends.
type compareSummary struct {
	lang    lang
	panel   *compare.Panel
	names   map[string]string // of metrics, by code
	rows    int               // of the table
	results int
	files   []string // none for a stream

	lines    map[compareKey]*compareLine
	outliers []compare.Result
	lost     []compare.Result
	absent   map[absence][]string // names of indicators, nil where there is no report at all
	scores   map[period.Period][]compare.Result
	weights  map[period.Period][]string
}

// compareKey names a line of the summary.
type compareKey struct {
	period       period.Period
	metric, unit string
}

// compareLine is what the summary shows of one indicator in one period.
type compareLine struct {
	name, median    string
	n               int
	top, bottom     string
	topRank, lowest int
}

type absence struct {
	region compare.Region
	period period.Period
}

// How many lines each part of the summary has.
const (
	listedPeriods    = 3
	listedIndicators = 8
	listedQuestions  = 10
	listedAbsent     = 10
	listedScores     = 5
)

func newCompareSummary(l lang, p *compare.Panel, rows int) *compareSummary {
	names := map[string]string{}
	for _, i := range p.Indicators {
		names[i.Metric] = l.say(i.Name, i.NameEN)
	}
	return &compareSummary{lang: l, panel: p, names: names, rows: rows, lines: map[compareKey]*compareLine{}, absent: map[absence][]string{},
		scores: map[period.Period][]compare.Result{}, weights: map[period.Period][]string{}}
}

func (s *compareSummary) result(r *compare.Result) {
	s.results++
	switch r.Measure {
	case compare.Actual:
		s.value(r)
	case compare.ModZ:
		if strings.HasPrefix(r.Note, string(compare.Outlier)) {
			s.outliers = append(s.outliers, *r)
		}
	case compare.WanCheck:
		s.lost = append(s.lost, *r)
	case compare.Coverage:
		at := absence{r.Region, r.Period}
		if names := s.absent[at]; r.Metric == "" {
			s.absent[at] = nil
		} else {
			s.absent[at] = append(names, s.indicator(r.Metric, r.Base)+s.lang.reason(r.Note))
		}
	case compare.Score:
		s.scores[r.Period] = append(s.scores[r.Period], *r)
	}
}

// reason is why an indicator has no number, "" where it was just not reported.
func (l lang) reason(note string) string {
	switch compare.Note(note) {
	case compare.NumberLost:
		return l.say("（数字缺失）", " (number lost)")
	case compare.NoTotal:
		return l.say("（没有总数）", " (no total)")
	}
	return ""
}

func (s *compareSummary) value(r *compare.Result) {
	at := compareKey{r.Period, r.Metric, r.Base}
	line := s.lines[at]
	if line == nil {
		line = &compareLine{name: s.indicator(r.Metric, r.Base), n: r.N}
		s.lines[at] = line
	}
	who := r.Region.Name + " " + amountOf(r.Value, r.Base)
	if strings.HasSuffix(r.Note, string(compare.WanAsked)) {
		who += s.lang.say("？", "?")
	}
	if line.topRank == 0 || r.Rank < line.topRank {
		line.top, line.topRank = who, r.Rank
	}
	if r.Rank >= line.lowest {
		line.bottom, line.lowest = who, r.Rank
	}
}

func (s *compareSummary) model(r *compare.ModelRow) {
	switch {
	case r.Model == "distribution" && r.Statistic == "median":
		at := compareKey{r.Period, r.Metric, r.Unit}
		s.lines[at] = &compareLine{name: s.indicator(r.Metric, r.Unit), n: r.N, median: amountOf(r.Value, r.Unit)}
	case r.Model == "index" && r.Statistic == "weight" && r.Value != "":
		s.weights[r.Period] = append(s.weights[r.Period], s.indicator(r.Metric, r.Unit)+" "+fixed(r.Value, 3))
	}
}

// indicator is how an indicator is shown: its name and, in brackets, its unit.
func (s *compareSummary) indicator(metric, unit string) string {
	name := s.names[metric]
	if unit == "" {
		return name
	}
	return name + "[" + unit + "]"
}

// amountOf shows a number with large sums of money in 万元 and 亿元.
func amountOf(n metrics.Number, unit string) string {
	v, ok := new(big.Rat).SetString(string(n))
	if !ok {
		return ""
	}
	number, shown := (&total{sum: v, unit: unit}).amount()
	if shown != unit {
		return number + shown
	}
	return number
}

func fixed(n metrics.Number, places int) string {
	v, err := strconv.ParseFloat(string(n), 64)
	if err != nil {
		return ""
	}
	return strconv.FormatFloat(v, 'f', places, 64)
}
