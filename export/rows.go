package export

import (
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/metrics"
)

// tableColumns are the columns of table.*, one row per region, period, metric and base unit.
func tableColumns(cat *catalog.Catalog, plan metrics.Plan) []column[metrics.Row] {
	type row = metrics.Row
	plain := func(name, meaning string, get func(*row) metrics.Number) column[row] {
		return decimal(name, meaning, get).in("base_unit 列", "不可加")
	}
	place := &memo[row]{1, func(r *row) memoKey { return memoKey{name: r.Region, code: r.RegionCode} }}
	what := &memo[row]{256, func(r *row) memoKey { return memoKey{which: uint64(r.Metric), name: r.Unit} }}
	columns := []column[row]{
		text("region", "地区：有行政区划代码的用现行名称，没有的按原文", func(r *row) string { return r.Region }).by(place),
		text("region_code", "行政区划代码，按文本读", func(r *row) string { return r.RegionCode }).by(place),
		text("period", "报告期", func(r *row) string { return string(r.Period) }),
		text("metric", "指标代码", func(r *row) string { return cat.Metrics[r.Metric].Code }).by(what),
		text("metric_name", "指标名称", func(r *row) string { return cat.Metrics[r.Metric].Name }).by(what),
		text("base_unit", "单位", func(r *row) string { return r.Unit }).by(what),
		count("n_docs", "有此指标的报告数，不含副本", func(r *row) int { return r.Docs }).in("份", "不可跨指标加"),
		count("n_facts", "facts 表中的行数，含不计入合计的", func(r *row) int { return r.Facts }).in("行", "可加"),
		plain("sum", "合计：只含实绩总数；空为没有可合计的数，不是零", func(r *row) metrics.Number { return r.Sum }).
			in("base_unit 列", "同一单位、同一级地区、互不包含的时期可加"),
		plain("low", "合计的下限；有一项没有下限即为空", func(r *row) metrics.Number { return r.Low }).in("base_unit 列", "同 sum"),
		plain("high", "合计的上限；有一项没有上限即为空", func(r *row) metrics.Number { return r.High }).in("base_unit 列", "同 sum"),
		count("n_open", "计入合计而没有上限的项数", func(r *row) int { return r.Open }).in("项", "可加"),
		plain("mean", "均值：计入合计的各项；没有合计时为存量、累计数、比率等水平值。六位小数，四舍六入五成双", func(r *row) metrics.Number { return r.Mean }),
		plain("median", "中位数，范围同 mean", func(r *row) metrics.Number { return r.Median }),
		plain("max", "最大值，范围同 mean", func(r *row) metrics.Number { return r.Max }),
		plain("target", "目标总数之和", func(r *row) metrics.Number { return r.Target }).in("base_unit 列", "同 sum"),
		plain("completion", "实绩与其对应目标之比（只计 target_id 连上的成对数字），四位小数", func(r *row) metrics.Number { return r.Completion }).in("比值", "不可加"),
		plain("approximate_share", "mean 各项中不是确数的比例", func(r *row) metrics.Number { return r.Approximate }).in("0–1", "不可加"),
		count("gaps", "涉及这些行的缺口数", func(r *row) int { return r.Gaps }).in("处", "可加"),
		text("left_out", "未计入合计的行数，按原因：copy 副本，repeated 重复，disputed 与前面同一事物的数矛盾，missing 缺失，no_value 无数值，target 目标，reference 参照，each 每单位数，part 其中数，undone 未完成，other_period 其他时期，not_additive 不可加，stock 存量，cumulative 累计",
			func(r *row) string { return r.LeftOut.String() }),
		count("n", "mean 各项的个数", func(r *row) int { return r.Count }).in("项", "可加"),
		plain("min", "最小值，范围同 mean", func(r *row) metrics.Number { return r.Min }),
		plain("q1", "下四分位数，范围同 mean；算法同 Excel 的 QUARTILE.INC", func(r *row) metrics.Number { return r.Q1 }),
		plain("q3", "上四分位数，同上", func(r *row) metrics.Number { return r.Q3 }),
		plain("completion_actual", "completion 的分子：有对应目标的实绩之和", func(r *row) metrics.Number { return r.Reached }).in("base_unit 列", "同 sum"),
		plain("completion_target", "completion 的分母：这些实绩对应的目标之和", func(r *row) metrics.Number { return r.Aimed }).in("base_unit 列", "同 sum"),
	}
	columns = append(columns, partsColumns("children", "下一级地区", "本地区自己的报告与下级之和是两列，不可相加",
		func(r *row) *metrics.Parts { return &r.Children })...)
	columns = append(columns, partsColumns("periods", "期内各时期（恰好拼满本期的最少几段，如上、下半年）", "本期自己的报告与各段之和是两列，不可相加",
		func(r *row) *metrics.Parts { return &r.Periods })...)
	return append(columns, planColumns(plan, func(r *row) (*metrics.ReportKey, string) { return &r.ReportKey, r.Label })...)
}

// partsColumns are the columns of a sum over parts.
func partsColumns(name, what, summed string, get func(*metrics.Row) *metrics.Parts) []column[metrics.Row] {
	type row = metrics.Row
	plain := func(name, meaning string, get func(*row) metrics.Number) column[row] {
		return decimal(name, meaning, get).in("base_unit 列", summed)
	}
	return []column[row]{
		plain(name+"_sum", what+"的合计；空为没有，不是零", func(r *row) metrics.Number { return get(r).Sum }),
		plain(name+"_low", name+"_sum 的下限", func(r *row) metrics.Number { return get(r).Low }),
		plain(name+"_high", name+"_sum 的上限；有一项没有上限即为空", func(r *row) metrics.Number { return get(r).High }),
		count("n_"+name, name+"_sum 的项数", func(r *row) int { return get(r).N }).in("个", "可加"),
	}
}

// planColumns are the columns of what a plan groups by besides region and period.
func planColumns[T any](plan metrics.Plan, get func(*T) (*metrics.ReportKey, string)) []column[T] {
	var columns []column[T]
	if plan.Groups(metrics.ByOrg) {
		columns = append(columns, text("org", "报告单位，按原文", func(r *T) string { k, _ := get(r); return k.Org }))
	}
	if plan.Groups(metrics.ByGenre) {
		columns = append(columns, text("genre", "报告种类，按标题", func(r *T) string { k, _ := get(r); return k.Genre }))
	}
	if plan.Groups(metrics.ByLabel) {
		columns = append(columns, text("label", "被计数的事物，按原文", func(r *T) string { _, label := get(r); return label }))
	}
	return columns
}

// wideColumns are the columns of wide.*, one row per region and period. None is
// blank in every row.
func wideColumns(w *metrics.Table, cat *catalog.Catalog, plan metrics.Plan) []column[metrics.WideRow] {
	type row = metrics.WideRow
	columns := []column[row]{
		text("region", "地区，按原文", func(r *row) string { return r.Region }),
	}
	if w.Coded {
		columns = append(columns, text("region_code", "行政区划代码，按文本读", func(r *row) string { return r.RegionCode }))
	}
	columns = append(columns, text("period", "报告期", func(r *row) string { return string(r.Period) }))
	plan.By &^= metrics.ByLabel // its rows add up in one
	columns = append(columns, planColumns(plan, func(r *row) (*metrics.ReportKey, string) { return &r.ReportKey, "" })...)
	for i, c := range w.Columns {
		def := cat.Metrics[c.Metric]
		meaning, summed := def.Name+"：table 的 sum；空为没有，不是零", "同 sum"
		if !def.Additive {
			meaning, summed = def.Name+"：仅在只有一个值时填写；空为没有或有多个", "不可加"
		}
		columns = append(columns, decimal(c.Name(cat), meaning, func(r *row) metrics.Number { return r.Cells[i] }).in(c.Unit, summed))
	}
	return columns
}
