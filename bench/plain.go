package bench

import (
	"slices"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/metrics"
)

// countedValues are the figures of a corpus that enter a sum.
func countedValues(c *Corpus, e *extraction) ([]metrics.Value, error) {
	var list []metrics.Value
	cat := catalog.Builtin()
	for i := range c.Documents {
		err := e.document(&c.Documents[i], func(item *corpus.Item) error {
			report := item.Report()
			for i := range item.Result.Facts {
				f := &item.Result.Facts[i]
				if metrics.LeftOut(f, &report, cat) != "" {
					continue
				}
				value, unit := metrics.Based(&f.Quantity)
				list = append(list, metrics.Value{ReportKey: report.ReportKey, Metric: cat.Metrics[f.Metric].Code, Unit: unit, Value: value})
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return list, nil
}

// repeats is how often the aggregations go over a corpus's figures, so that
// there is something to measure.
const repeats = 20

// plainly adds up in a map of slices, in floats: the way one would write it. It
// counts groups and adds up their medians, rounded.
func plainly(values []metrics.Value) (a Answer) {
	type key struct{ region, code, period, metric, unit string }
	groups := map[key][]float64{}
	for range repeats {
		for i := range values {
			v := &values[i]
			k := key{v.Region, v.RegionCode, string(v.Period), v.Metric, v.Unit}
			groups[k] = append(groups[k], v.Value.Float64())
		}
	}
	for _, list := range groups {
		slices.Sort(list)
		sum := 0.0
		for _, v := range list {
			sum += v
		}
		_ = sum / float64(len(list))
		a.add(Answer{1, int64(list[(len(list)-1)/2])})
	}
	return a
}

// aggregate adds the same figures up with package metrics, exactly.
func aggregate(values []metrics.Value) (a Answer) {
	agg := metrics.NewAggregator(catalog.Builtin())
	for range repeats {
		for i := range values {
			agg.AddValue(&values[i])
		}
	}
	agg.Groups(func(g *metrics.Group) bool {
		g.Sum()
		g.Mean()
		a.add(Answer{1, int64(g.At((g.Count() - 1) / 2).Float64())})
		return true
	})
	return a
}
