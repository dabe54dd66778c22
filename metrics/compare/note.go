package compare

import "strings"

// Note is a code that says why a number is absent or how it is to be taken.
type Note string

// The notes.
const (
	None Note = ""

	NotReported Note = "not_reported" // the region's reports of the period do not mention it
	NoReport    Note = "no_report"    // the region has no report of the period, but of other years
	NumberLost  Note = "number_lost"  // mentioned, but the number is missing or doubtful
	NoTotal     Note = "no_total"     // mentioned, but only as target, part, stock or several values
	Single      Note = "single_value" // the one figure of a metric that is not summed; may mean something else elsewhere
	HasGaps     Note = "has_gaps"     // a number beside those of the sum is missing or doubtful
	OpenSum     Note = "open_sum"     // a member of the sum has no upper end (超过)

	TooFew         Note = "too_few"
	NoVariance     Note = "no_variance"
	NotFinite      Note = "not_finite"
	NegativeValues Note = "negative_values"
	ZeroTotal      Note = "zero_total"

	NoDenominator   Note = "no_denominator"
	ZeroDenominator Note = "zero_denominator"

	NoBase       Note = "no_base"
	ZeroBase     Note = "zero_base"
	NegativeBase Note = "negative_base"
	YearsApart   Note = "years_apart" // the base is not the year before
	IsRate       Note = "rate"        // a change of a rate is in percentage points

	NoTarget        Note = "no_target"
	TargetNotLinked Note = "target_not_linked" // no result answers the target, so sum and target may count different things
	PairsOnly       Note = "pairs_only"        // results and targets that are linked; sum and target hold others too

	MADZero  Note = "mad_zero" // the mean absolute deviation stands in for the MAD
	NoSpread Note = "no_spread"
	Outlier  Note = "outlier"
	High10k  Note = "x10000_high"
	High1k   Note = "x1000_high"
	Low10k   Note = "x10000_low"
	Low1k    Note = "x1000_low"
	WanAsked Note = "wan_asked" // rests on a number of which WanCheck asks

	Incomplete    Note = "incomplete" // the region lacks an indicator and is left out
	NoObstacle    Note = "no_obstacle"
	NotUnique     Note = "not_unique"
	MeanNotAbove0 Note = "mean_not_positive"
	PerfectFit    Note = "perfect_fit"
	LeftOut       Note = "left_out" // regions without a positive value in both periods are left out
	ShortSpan     Note = "short_span"
	OnePeriod     Note = "one_period"
	Capped        Note = "capped" // only the indicators reported most are correlated
)

// noteTexts explains every note, in the order of the codebook.
var noteTexts = []struct {
	Note   Note
	ZH, EN string
}{
	{NotReported, "该地区本期报告没有提到", "not mentioned in the region's reports of the period"},
	{NoReport, "该地区没有本期报告（其他年份有）", "the region has no report of the period, though of other years"},
	{NumberLost, "提到了，但数字缺失或存疑（见 gaps.csv）", "mentioned, but the number is missing or doubtful (see gaps.csv)"},
	{NoTotal, "提到了，但只有目标、其中数、存量，或有几个数，没有可比的总数", "mentioned, but only as target, part or stock, or with several values: no total to compare"},
	{Single, "不可加的指标，取报告中唯一的一个数；各地所指可能不同", "a metric that is not summed: the report's one figure, which may mean something else elsewhere"},
	{HasGaps, "另有缺失或存疑的数字（见 gaps.csv），合计可能不全", "other numbers are missing or doubtful (see gaps.csv): the sum may lack them"},
	{OpenSum, "合计中有没有上限的数（超过）", "a member of the sum has no upper end"},
	{TooFew, "可比的数太少", "too few numbers"},
	{NoVariance, "各数相同，没有差异", "all numbers are the same"},
	{NotFinite, "超出可计算的范围", "beyond what can be computed"},
	{NegativeValues, "有负数", "there are negative numbers"},
	{ZeroTotal, "总和为零", "the total is zero"},
	{NoDenominator, "没有分母", "no denominator"},
	{ZeroDenominator, "分母为零", "the denominator is zero"},
	{NoBase, "没有更早的同类时期可比", "no earlier period of the same kind"},
	{ZeroBase, "基期为零，没有增幅", "the base is zero: no percentage"},
	{NegativeBase, "基期为负，没有增幅", "the base is negative: no percentage"},
	{YearsApart, "基期不是上一年，相隔不止一年", "the base is more than one year back"},
	{IsRate, "比率之差，单位为百分点，不再算增幅", "the difference of a rate, in percentage points: no percentage"},
	{NoTarget, "没有目标", "no target"},
	{TargetNotLinked, "有目标，但没有与之对应的实绩，合计与目标所计可能不同，不相除", "a target that no result answers: sum and target may count different things and are not divided"},
	{PairsOnly, "只按连上的成对数字计算；合计与目标还含有其他数", "over linked pairs only; sum and target hold other figures too"},
	{MADZero, "MAD 为零，改用平均绝对离差", "the MAD is zero; the mean absolute deviation stands in"},
	{NoSpread, "各数相同，没有离散程度", "no spread"},
	{Outlier, "离群值", "an outlier"},
	{High10k, "达到万倍：是否多乘了“万”，或其他数丢了“万”？", "ten thousand times: was 万 applied twice here, or lost elsewhere?"},
	{High1k, "达到千倍：是否多乘了“万”，或其他数丢了“万”？", "a thousand times: was 万 applied twice here, or lost elsewhere?"},
	{Low10k, "不到万分之一：是否丢了“万”？", "a ten-thousandth: was 万 lost?"},
	{Low1k, "不到千分之一：是否丢了“万”？", "a thousandth: was 万 lost?"},
	{WanAsked, "所据的数可能丢了或多乘了“万”，见 wan_check", "rests on a number that may have lost a 万 or have one too many, see wan_check"},
	{Incomplete, "缺少其中的指标，未参加", "lacks one of the indicators and is left out"},
	{NoObstacle, "各项均为最好，没有障碍", "best in everything: no obstacle"},
	{NotUnique, "相邻成分的方差相同，方向不唯一", "components of equal variance: their direction is not unique"},
	{MeanNotAbove0, "均值不为正，没有变异系数", "the mean is not positive: no coefficient of variation"},
	{PerfectFit, "完全拟合，没有标准误", "a perfect fit: no standard error"},
	{LeftOut, "两期不都是正数的地区未计入", "regions without a positive number in both periods are left out"},
	{ShortSpan, "最大与最小相差不到两个数量级", "the numbers span less than two orders of magnitude"},
	{OnePeriod, "只有一个时期", "one period only"},
	{Capped, "只比较报告最多的指标；其余请用 --metric 指定", "only the indicators reported most; name others with --metric"},
}

// Text explains a note, in English where that is asked for.
func (n Note) Text(english bool) string {
	for _, t := range noteTexts {
		if t.Note == n && english {
			return t.EN
		} else if t.Note == n {
			return t.ZH
		}
	}
	return string(n)
}

// AllNotes lists every note in the order of the codebook.
func AllNotes() []Note {
	var all []Note
	for _, t := range noteTexts {
		all = append(all, t.Note)
	}
	return all
}

// join writes the notes that are set: "outlier;mad_zero".
func join(notes ...Note) string {
	var set []string
	for _, n := range notes {
		if n != None {
			set = append(set, string(n))
		}
	}
	return strings.Join(set, ";")
}
