package cli

import (
	"strings"

	"github.com/spf13/pflag"

	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/region"
)

// grouping is by what the table's figures are grouped, and which rows of
// places and periods that did not report are asked for.
type grouping struct {
	plan   metrics.Plan
	level  region.Level
	months int
}

// groupingNames are the options as they are given.
type groupingNames struct {
	by           []string
	level, grain string
}

func (a *app) groupingFlags(f *pflag.FlagSet, n *groupingNames) {
	f.StringSliceVar(&n.by, "by", []string{"region", "period"},
		a.say("table 按什么`分组`（指标和单位总是分开）：region,period,org,genre,label", "`DIMENSIONS` of the table besides metric and unit: region,period,org,genre,label"))
	f.StringVar(&n.level, "level", "", a.say("为没有报告的上级`地区`补一行下级之和：province 或 prefecture", "add rows for places of this `LEVEL` that did not report, from those below: province or prefecture"))
	f.StringVar(&n.grain, "grain", "", a.say("为没有报告的`时期`补一行各段之和：quarter、half 或 year", "add rows for calendar `PERIODS` that did not report, from their parts: quarter, half or year"))
}

var dimensions = map[string]metrics.Dimension{
	"region": metrics.ByRegion, "period": metrics.ByPeriod, "org": metrics.ByOrg, "genre": metrics.ByGenre, "label": metrics.ByLabel,
	"metric": 0, "unit": 0, // always told apart
}

var levels = map[string]region.Level{"": region.None, "province": region.Province, "prefecture": region.Prefecture}

var grains = map[string]int{"": 0, "quarter": 3, "half": 6, "year": 12}

func (a *app) grouping(n groupingNames) (grouping, error) {
	var g grouping
	for _, name := range n.by {
		d, ok := dimensions[strings.ToLower(strings.TrimSpace(name))]
		if !ok {
			return g, a.usagef("--by 不认识 %q，可用 region、period、org、genre、label", "--by does not know %q; region, period, org, genre and label are there", name)
		}
		g.plan.By |= d
	}
	if g.plan.By == 0 {
		return g, a.usagef("--by 至少要有 region、period、org、genre、label 之一", "--by needs at least one of region, period, org, genre and label")
	}
	var ok bool
	if g.level, ok = levels[n.level]; !ok {
		return g, a.usagef("--level 只能是 province 或 prefecture，不能是 %q", "--level is province or prefecture, not %q", n.level)
	}
	if g.months, ok = grains[n.grain]; !ok {
		return g, a.usagef("--grain 只能是 quarter、half 或 year，不能是 %q", "--grain is quarter, half or year, not %q", n.grain)
	}
	return g, nil
}
