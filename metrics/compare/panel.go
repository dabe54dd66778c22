package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/metrics/meta"
	"github.com/zhaibao/zhaibao/period"
)

// Region is a place; Code tells places of one name apart.
type Region = meta.Place

// Indicator is a metric in one base unit.
type Indicator struct {
	Metric       string // the catalogue's code
	Name, NameEN string
	Unit         string
	Additive     bool // its totals may be summed, so shares of a total mean something
}

// String is the code with the unit in brackets (activity_sessions[场]), as in
// the headings of the wide table.
func (i Indicator) String() string {
	if i.Unit == "" {
		return i.Metric
	}
	return i.Metric + "[" + i.Unit + "]"
}

// Cell is what a region reported of an indicator in a period.
type Cell struct {
	Note   Note           // why there is no number; None where there is one
	Number metrics.Number // the sum of an additive metric, else the single value
	Value  float64        // Number for statistics

	Single, Open, Gaps bool           // see the notes Single, OpenSum, HasGaps
	Sum                metrics.Number // of the row, with Target and Completion as the table has them
	Target, Completion metrics.Number
}

// Entry is a cell with its region's place in Panel.Regions.
type Entry struct {
	Region int
	Cell
}

// Panel is the table as regions × periods × indicators, each in a fixed order.
type Panel struct {
	Regions    []Region        // by name and code, bytewise
	Periods    []period.Period // by period.Compare
	Indicators []Indicator     // in the catalogue's order, then by unit
	SetAside   []Aside         // what cannot be compared
	Meta       *meta.Table     // denominators, nil where there are none

	columns map[column][]Entry // by region; with and without a number
	reports map[report]bool    // the regions and periods that there is any row of
}

type column struct{ period, indicator int }

type report struct{ region, period int }

// Aside is a region and period that cannot be compared: the region is not
// named or masked (xx县), or the period is not stated or its year is masked.
type Aside struct {
	metrics.ReportKey
	Rows int
}

// Places lists the regions that rows speak of, for meta.Read.
func Places(rows []metrics.Row) []meta.Place {
	var places []meta.Place
	for i := range rows {
		places = append(places, meta.Place{Name: rows[i].Region, Code: rows[i].RegionCode})
	}
	return sortedSet(places, comparePlaces)
}

// New builds the panel of rows over the catalogue they were made with; table
// may be nil. The error tells of a metric that the catalogue does not have, a
// row that stands twice or a number that is none.
func New(rows []metrics.Row, cat *catalog.Catalog, table *meta.Table) (*Panel, error) {
	p := &Panel{Meta: table, columns: map[column][]Entry{}, reports: map[report]bool{}}
	used := p.setAside(rows)
	at, err := p.axes(used, cat)
	if err != nil {
		return nil, err
	}
	for _, r := range used {
		if err := p.add(r, at); err != nil {
			return nil, err
		}
	}
	if err := p.sort(); err != nil {
		return nil, err
	}
	return p, nil
}

// sort brings the entries of every column into the order of the regions.
func (p *Panel) sort() error {
	var errs []error
	for at, c := range p.columns {
		slices.SortFunc(c, func(a, b Entry) int { return a.Region - b.Region })
		for i := 1; i < len(c); i++ {
			if r := c[i].Region; c[i-1].Region == r {
				errs = append(errs, errorf("汇总表中 %s %s %s 有两行；请重新汇总", "the table has two rows of %s %s %s; aggregate again",
					p.Regions[r].Name, p.Periods[at.period], p.Indicators[at.indicator]))
			}
		}
	}
	if len(errs) == 0 {
		return nil
	}
	return slices.MinFunc(errs, func(a, b error) int { return cmp.Compare(a.Error(), b.Error()) })
}

// setAside returns the rows that can be compared.
func (p *Panel) setAside(rows []metrics.Row) []*metrics.Row {
	var used []*metrics.Row
	aside := map[metrics.ReportKey]int{}
	for i := range rows {
		r := &rows[i]
		if masked(r.Region) || !r.Period.Valid() || r.Period.IsMasked() {
			aside[r.ReportKey]++
			continue
		}
		used = append(used, r)
	}
	for key, n := range aside {
		p.SetAside = append(p.SetAside, Aside{key, n})
	}
	slices.SortFunc(p.SetAside, func(a, b Aside) int {
		return cmp.Or(cmp.Compare(a.Region, b.Region), cmp.Compare(a.RegionCode, b.RegionCode), cmp.Compare(a.Period, b.Period))
	})
	return used
}

// masked reports whether a name does not say which region it is: xx县, 某县.
func masked(region string) bool {
	return region == "" || strings.ContainsAny(region, "xX×✕ＸｘＸ*＊_○某")
}

// cellKey names an indicator.
type cellKey struct {
	metric catalog.Metric
	unit   string
}

// axes sets regions, periods and indicators and says where each indicator stands.
func (p *Panel) axes(rows []*metrics.Row, cat *catalog.Catalog) (map[cellKey]int, error) {
	var keys []cellKey
	for _, r := range rows {
		if cat.Code(r.Metric) == "" {
			return nil, errorf("汇总表中有目录里没有的指标（第 %d 号）；请用同一目录重新汇总", "the table has metric number %d, which the catalogue does not; aggregate again with the same catalogue", r.Metric)
		}
		p.Regions = append(p.Regions, Region{Name: r.Region, Code: r.RegionCode})
		p.Periods = append(p.Periods, r.Period)
		keys = append(keys, cellKey{r.Metric, r.Unit})
	}
	p.Regions = sortedSet(p.Regions, comparePlaces)
	p.Periods = sortedSet(p.Periods, period.Period.Compare)
	at := map[cellKey]int{}
	for _, k := range sortedSet(keys, func(a, b cellKey) int {
		return cmp.Or(cmp.Compare(a.metric, b.metric), cmp.Compare(a.unit, b.unit))
	}) {
		m := cat.Metrics[k.metric]
		at[k] = len(p.Indicators)
		p.Indicators = append(p.Indicators, Indicator{m.Code, m.Name, m.NameEN, k.unit, m.Additive})
	}
	return at, nil
}

func comparePlaces(a, b meta.Place) int {
	return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Code, b.Code))
}

func sortedSet[T comparable](list []T, order func(a, b T) int) []T {
	slices.SortFunc(list, order)
	return slices.Compact(list)
}
