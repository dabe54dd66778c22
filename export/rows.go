package export

import (
	"slices"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/metrics"
)

// tableColumns are the columns of table.*, one row per region, period, metric and base unit.
func tableColumns(cat *catalog.Catalog) []column[metrics.Row] {
	type row = metrics.Row
	plain := func(name, meaning string, get func(*row) metrics.Number) column[row] {
		return number(name, meaning, func(r *row) Cell { return PlainCell(get(r)) }).in("base_unit 列", "不可加")
	}
	count := func(name, meaning string, get func(*row) int) column[row] {
		return integer(name, meaning, func(r *row) Cell { return IntCell(get(r)) })
	}
	return []column[row]{
		text("region", "地区，按原文", func(r *row) string { return r.Region }),
		text("region_code", "行政区划代码，按文本读", func(r *row) string { return r.RegionCode }),
		text("period", "报告期", func(r *row) string { return string(r.Period) }),
		text("metric", "指标代码", func(r *row) string { return cat.Metrics[r.Metric].Code }),
		text("metric_name", "指标名称", func(r *row) string { return cat.Metrics[r.Metric].Name }),
		text("base_unit", "单位", func(r *row) string { return r.Unit }),
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
		text("left_out", "未计入合计的行数，按原因：copy 副本，repeated 重复，disputed 与前面同一事物的数矛盾，missing 缺失，no_value 无数值，target 目标，reference 参照，each 每单位数，part 其中数，other_period 其他时期，not_additive 不可加，stock 存量，cumulative 累计",
			func(r *row) string { return r.LeftOut.String() }),
	}
}

// wideColumns are the columns of wide.*, one row per region and period. None is
// blank in every row.
func wideColumns(w *metrics.Wide, cat *catalog.Catalog) []column[metrics.WideRow] {
	type row = metrics.WideRow
	columns := []column[row]{
		text("region", "地区，按原文", func(r *row) string { return r.Region }),
	}
	if slices.ContainsFunc(w.Rows, func(r row) bool { return r.RegionCode != "" }) {
		columns = append(columns, text("region_code", "行政区划代码，按文本读", func(r *row) string { return r.RegionCode }))
	}
	columns = append(columns, text("period", "报告期", func(r *row) string { return string(r.Period) }))
	for i, c := range w.Columns {
		def := cat.Metrics[c.Metric]
		meaning, summed := def.Name+"：table 的 sum；空为没有，不是零", "同 sum"
		if !def.Additive {
			meaning, summed = def.Name+"：仅在只有一个值时填写；空为没有或有多个", "不可加"
		}
		columns = append(columns, number(c.Name(cat), meaning, func(r *row) Cell { return PlainCell(r.Cells[i]) }).in(c.Unit, summed))
	}
	return columns
}
