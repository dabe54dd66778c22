package metrics

import (
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"

	"gonum.org/v1/gonum/stat"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/period"
)

// record is a figure as it comes in: its keys are strings.
type record struct {
	region, period, metric, unit string
	value                        quantity.Decimal
}

// stream is a run of figures over so many places, periods and metrics, in no
// order. It is kept in numbers and comes in as strings.
type stream struct {
	regions, periods, metrics, units []string
	list                             []numbers
}

type numbers struct {
	region, period, metric uint16
	value                  quantity.Decimal
}

func newStream(n, regions, periods, metrics int) *stream {
	r := rand.New(rand.NewPCG(1, 2))
	names := func(n int, ending string) []string {
		list := make([]string, n)
		for i := range list {
			list[i] = "第" + strconv.Itoa(i) + ending
		}
		return list
	}
	s := &stream{names(regions, "县"), names(periods, "期"), names(metrics, "号指标"), []string{"场", "人次", "元"}, make([]numbers, n)}
	for i := range s.list {
		m := r.IntN(metrics)
		value, _ := quantity.New(int64(math.Exp(r.NormFloat64()*2+6)*100), -2*(m%2))
		s.list[i] = numbers{uint16(r.IntN(regions)), uint16(r.IntN(periods)), uint16(m), value}
	}
	return s
}

func (s *stream) at(i int) record {
	n := &s.list[i]
	return record{s.regions[n.region], s.periods[n.period], s.metrics[n.metric], s.units[n.metric%3], n.value}
}

// harvest is what both ways give of all groups: checked against each other.
type harvest struct {
	groups, members   int
	sum, mean, median float64
}

// plainly is the way one would write it without this package.
func plainly(s *stream) (h harvest) {
	type key struct{ region, period, metric, unit string }
	groups := map[key][]float64{}
	for i := range s.list {
		r := s.at(i)
		k := key{r.region, r.period, r.metric, r.unit}
		groups[k] = append(groups[k], r.value.Float64())
	}
	for _, values := range groups {
		slices.Sort(values)
		mean := stat.Mean(values, nil)
		h.groups, h.members = h.groups+1, h.members+len(values)
		h.mean += mean
		h.sum += mean * float64(len(values))
		h.median += stat.Quantile(0.5, stat.Empirical, values, nil)
	}
	return h
}

// ours goes the way of this package, from the same strings.
func ours(s *stream, cat *catalog.Catalog) (h harvest) {
	a := NewAggregator(cat)
	for i := range s.list {
		r := s.at(i)
		a.AddValue(&Value{ReportKey: ReportKey{Region: r.region, Period: period.Period(r.period)}, Metric: r.metric, Unit: r.unit, Value: r.value})
	}
	a.Groups(func(g *Group) bool {
		sum, _ := g.Sum()
		mean, _ := g.Mean()
		h.groups, h.members = h.groups+1, h.members+g.Count()
		h.sum += sum.Float64()
		h.mean += mean.Float64()
		h.median += g.At((g.Count() - 1) / 2).Float64()
		return true
	})
	return h
}

func numbered(metrics int) *catalog.Catalog {
	c := &catalog.Catalog{}
	for i := range metrics {
		c.Metrics = append(c.Metrics, catalog.MetricDef{Code: "第" + strconv.Itoa(i) + "号指标", Additive: true})
	}
	return c
}

var sizes = []struct {
	name                      string
	regions, periods, metrics int
}{{"50k", 250, 10, 20}, {"1M", 2500, 20, 20}}

func TestAsThePlainWay(t *testing.T) {
	for _, size := range sizes {
		list, cat := newStream(200_000, size.regions, size.periods, size.metrics), numbered(size.metrics)
		got, want := ours(list, cat), plainly(list)
		if got.groups != want.groups || got.members != want.members || !near(got.sum, want.sum) || !near(got.mean, want.mean) || !near(got.median, want.median) {
			t.Errorf("%s: %+v, want %+v", size.name, got, want)
		}
	}
}

// BenchmarkAggregate compares the aggregation with a map of slices, from
// strings to sum, mean and median of every group, over ten million figures:
// plain_x is how many times as long the plain way takes in the same run.
func BenchmarkAggregate(b *testing.B) {
	const facts = 10_000_000
	for _, size := range sizes {
		b.Run(size.name, func(b *testing.B) {
			list, cat := newStream(facts, size.regions, size.periods, size.metrics), numbered(size.metrics)
			var mine, plain time.Duration
			timed := func(total *time.Duration, way func() harvest) harvest {
				runtime.GC()
				start := time.Now()
				h := way()
				*total += time.Since(start)
				return h
			}
			for i := range 2 * b.N { // each goes first as often: the second finds memory that was used before
				var got, want harvest
				first := func() { got = timed(&mine, func() harvest { return ours(list, cat) }) }
				second := func() { want = timed(&plain, func() harvest { return plainly(list) }) }
				if i%2 == 1 {
					first, second = second, first
				}
				first()
				second()
				if got.groups != want.groups || got.members != facts || !near(got.sum, want.sum) {
					b.Fatalf("%+v, want %+v", got, want)
				}
				b.ReportMetric(float64(got.groups), "groups")
			}
			b.ReportMetric(float64(mine.Nanoseconds())/float64(2*b.N)/facts, "ns/fact")
			b.ReportMetric(plain.Seconds()/mine.Seconds(), "plain_x")
			b.ReportMetric(0, "ns/op")
		})
	}
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-6*math.Abs(b) }

// TestMemory holds the memory that Aggregator states: 32 bytes a group and 8 a
// figure, and little else, once the entries are folded.
func TestMemory(t *testing.T) {
	const facts = 1_000_000
	for _, size := range sizes {
		list, cat := newStream(facts, size.regions, size.periods, size.metrics), numbered(size.metrics)
		held := func() float64 {
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			return float64(m.HeapAlloc)
		}
		before := held()
		a := NewAggregator(cat)
		for i := range list.list {
			r := list.at(i)
			a.AddValue(&Value{ReportKey: ReportKey{Region: r.region, Period: period.Period(r.period)}, Metric: r.metric, Unit: r.unit, Value: r.value})
		}
		groups := 0
		a.Groups(func(*Group) bool { groups++; return true })
		got, want := held()-before, float64(32*groups+8*facts)
		t.Logf("%s: %d groups of %d figures: %.1f MB, 32 bytes a group and 8 a figure are %.1f MB", size.name, groups, facts, got/1e6, want/1e6)
		if got > want*1.25+4e6 {
			t.Errorf("%s: %.1f MB are held, want about %.1f", size.name, got/1e6, want/1e6)
		}
		runtime.KeepAlive(a)
		runtime.KeepAlive(list)
	}
}
