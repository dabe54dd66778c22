package compare

import (
	"slices"
	"strconv"

	"github.com/zhaibao/zhaibao/period"
)

// Options say what is compared. The zero value compares every indicator of
// every period but those that collect things of different kinds (other, change,
// completion_status), without denominators and without an index.
type Options struct {
	Metrics []string        // indicators, see Panel.Select; all where empty
	Periods []period.Period // periods that results are given for; all where empty
	Per     []string        // denominators, see Panel.Denominator
	Index   []string        // at least two expressions of the composite index, see Panel.Expr
	Lower   []string        // indicators of which less is better; rank 1 is the smallest then
}

// Run compares the regions of a panel and gives the results to the sink, ordered
// by period, indicator, measure and region; what concerns several periods comes
// last. An error of the options is an *Error.
func Run(p *Panel, o Options, sink Sink) error {
	r := &run{Panel: p, sink: sink, lower: map[int]bool{}, wan: map[column][]Result{}}
	if err := r.plan(o); err != nil {
		return err
	}
	for _, t := range r.periods {
		for _, i := range r.indicators {
			r.column(t, i)
		}
		r.absent(t)
		r.correlations(t)
		r.composite(t)
		r.components(t)
	}
	r.convergence()
	r.digits()
	return r.err
}

// Check tells what is wrong with the options, as Run does, before anything is computed.
func Check(p *Panel, o Options) error { return (&run{Panel: p, lower: map[int]bool{}}).plan(o) }

// run is the state of Run. After an error nothing more is given out.
type run struct {
	*Panel
	sink       Sink
	err        error
	indicators []int
	named      bool // the indicators were named by the user
	periods    []int
	per        []Denominator
	index      []Expr
	lower      map[int]bool
	wan        map[column][]Result // what was asked so far, see questions
}

// mixed are metrics whose figures speak of different things in every report.
var mixed = []string{"other", "change", "completion_status"}

func (r *run) plan(o Options) (err error) {
	if r.indicators, r.named, err = r.selected(o.Metrics); err != nil {
		return err
	}
	for _, name := range o.Periods {
		t := slices.Index(r.Periods, name)
		if t < 0 {
			return errorf("汇总表中没有报告期 %q，有：%v", "the table has no period %q, but: %v", name, r.Periods)
		}
		r.periods = append(r.periods, t)
	}
	if len(o.Periods) == 0 {
		for t := range r.Periods {
			r.periods = append(r.periods, t)
		}
	}
	r.periods = sortedSet(r.periods, func(a, b int) int { return a - b })
	for _, name := range o.Per {
		d, err := r.Denominator(name)
		if err != nil {
			return err
		}
		r.per = append(r.per, d)
	}
	return r.planIndex(o)
}

// selected are the indicators that names mean, all where there is no name.
func (r *run) selected(names []string) (list []int, named bool, err error) {
	for _, name := range names {
		found, err := r.Select(name)
		if err != nil {
			return nil, true, err
		}
		list = append(list, found...)
	}
	if len(names) > 0 {
		return sortedSet(list, func(a, b int) int { return a - b }), true, nil
	}
	return slices.DeleteFunc(r.all(), func(i int) bool { return slices.Contains(mixed, r.Indicators[i].Metric) }), false, nil
}

func (r *run) planIndex(o Options) error {
	for _, name := range o.Lower {
		found, err := r.Select(name)
		if err != nil {
			return err
		}
		for _, i := range found {
			r.lower[i] = true
		}
	}
	for _, name := range o.Index {
		e, err := r.Expr(name)
		if err != nil {
			return err
		}
		r.index = append(r.index, e)
	}
	if len(r.index) == 1 {
		return errorf("综合指数至少要有两个指标", "a composite index needs two indicators at least")
	}
	return nil
}

func (r *run) result(x Result) {
	if r.err == nil && r.sink.Result != nil {
		r.err = r.sink.Result(&x)
	}
}

func (r *run) model(x ModelRow) {
	if r.err == nil && r.sink.Model != nil {
		r.err = r.sink.Model(&x)
	}
}

// of starts a result about an indicator.
func (r *run) of(m Measure, region, t, i int) Result {
	ind := r.Indicators[i]
	return Result{Measure: m, Region: r.Regions[region], Period: r.Periods[t], Metric: ind.Metric, MetricName: ind.Name, Base: ind.Unit}
}

// about starts a model row about an expression.
func (r *run) about(model, statistic string, t int, e Expr) ModelRow {
	return ModelRow{Model: model, Statistic: statistic, Period: r.Periods[t], Metric: r.Indicators[e.Indicator].Metric, Unit: r.unit(e)}
}

func componentName(k int) string { return "PC" + strconv.Itoa(k+1) }
