package compare

import (
	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/period"
)

// Measure says what a Result holds.
type Measure string

// The measures of a region.
const (
	Actual    Measure = "value"       // the number itself
	Share     Measure = "share"       // of the sum over the regions that reported it
	PerUnit   Measure = "per"         // divided by a denominator, which Against names
	Absolute  Measure = "change"      // against the same months of an earlier year, which Against names
	Percent   Measure = "change_pct"  // the same in percent
	Reached   Measure = "completion"  // results over the targets they answer
	ModZ      Measure = "modified_z"  // distance from the median, see ModifiedZ
	WanCheck  Measure = "wan_check"   // times the median of what Against names: was 万 lost?
	Coverage  Measure = "coverage"    // what was not reported; there is no value
	Score     Measure = "index_score" // of the composite index
	Closeness Measure = "index_topsis"
	Obstacle  Measure = "obstacle"  // the indicator's part in what the region lacks
	Component Measure = "pca_score" // on the component that Against names
)

// What Result.Against names beside periods, denominators and components.
const (
	AgainstMedian  = "median"  // of ModZ: the median of the regions
	AgainstTotal   = "total"   // of Share
	AgainstTarget  = "target"  // of Reached
	AgainstRegions = "regions" // of WanCheck: the median of the period's other regions
	AgainstPeriods = "periods" // of WanCheck: the median of the region's other periods
)

// MeasureDef explains a measure.
type MeasureDef struct {
	Measure Measure
	ZH, EN  string
}

// Measures explains every measure, in the order in which they come.
var Measures = []MeasureDef{
	{Actual, "指标值：可加指标的合计；不可加的指标只有一个值时取该值", "the number: the sum of an additive metric, else the single value"},
	{Share, "占报告了该指标的各地区之和的比重", "share of the sum over the regions that reported it"},
	{PerUnit, "除以分母（against）：own_value / against_value，分母按 1 或所写的倍数计", "divided by the denominator in against: own_value / against_value, times the scale that was asked for"},
	{Absolute, "比更早年份同类时期（against）增减：own_value − against_value", "change against the same months of an earlier year (against): own_value − against_value"},
	{Percent, "增减幅度：100 ×（own_value − against_value）/ against_value", "change in percent: 100 · (own_value − against_value) / against_value"},
	{Reached, "完成比：与目标对应的实绩 / 目标；own_value 为合计，against_value 为目标之和", "results over the targets they answer; own_value is the sum, against_value the sum of targets"},
	{ModZ, "修正 z 值：0.6745 ×（值 − 中位数）/ MAD；绝对值超过 3.5 为离群", "modified z-score 0.6745 · (value − median) / MAD; beyond ±3.5 an outlier"},
	{WanCheck, "为中位数（against：regions 同期其他地区，periods 本地区其他时期）的多少倍；千倍、万倍以上才列", "times the median (against: regions, the others of the period; periods, the region's others); listed from a thousand times"},
	{Coverage, "没有可比数字的指标，note 为原因；n 为报告了它的地区数；metric 为空指整期没有报告", "an indicator without a number, note says why; n regions have it; no metric: no report of the period at all"},
	{Score, "综合指数：熵权 × 极差标准化值之和，0–1", "composite index: entropy weights times min-max scaled values, 0–1"},
	{Closeness, "TOPSIS 相对贴近度，0–1", "TOPSIS relative closeness, 0–1"},
	{Obstacle, "障碍度：该指标占差距的份额，各指标相加为 1", "obstacle degree: the indicator's part in what is lacking; they add up to 1"},
	{Component, "主成分得分（标准化各列），against 为成分", "score on the component in against, over standardised columns"},
}

// Result is one number of one region.
type Result struct {
	Measure Measure
	Region
	Period     period.Period
	Metric     string // the indicator's code, "" for what concerns several
	MetricName string // and its name
	Base       string // the indicator's base unit

	Value   metrics.Number
	Unit    string // of Value
	Rank    int    // among the regions with a value, 1 is best; 0 where nothing is ranked
	N       int    // how many regions have a value
	Against string // what it is compared with: a period, a denominator, target, median

	Own, Other metrics.Number // what was compared and what it was compared with
	Note       string         // notes, divided by semicolons
}

// ModelRow is one number of what concerns no single region: weights, loadings,
// correlations, tests.
type ModelRow struct {
	Model     string        // distribution, coverage, correlation, index, pca, sigma, beta, benford
	Statistic string        // median, spearman, weight, loading, slope, chi_square
	Period    period.Period // of beta: the last one
	From      period.Period // of beta: the first one
	Metric    string
	Unit      string // of the metric's values

	WithMetric, WithUnit string // of a correlation
	Component            string // PC1; the digit of benford

	Value metrics.Number
	N     int // what it rests on
	Note  string
}

// Sink takes results; a field that is nil takes none. An error ends the run.
type Sink struct {
	Result func(*Result) error
	Model  func(*ModelRow) error
}
