package export

import (
	"slices"

	"github.com/zhaibao/zhaibao/corpus/copies"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/metrics"
)

// factColumns are the columns of facts.*, one row per mention.
var factColumns = []column[mention]{
	appended("id", "本行的编号：文件#报告/序号", func(dst []byte, m *mention) []byte { return m.id(dst, m.n) }),
	fileColumn, docColumn, regionColumn, regionCodeColumn, regionPathColumn, orgColumn, periodColumn,
	text("fact_period", "数字自身的时期，仅在与报告期不同时填写", func(m *mention) string {
		if m.fact.Period == m.Period {
			return ""
		}
		return string(m.fact.Period)
	}),
	text("section", "所在章节的标题", func(m *mention) string { return m.section(m.fact.Section) }).by(bySection),
	text("metric", "指标代码", func(m *mention) string { return m.metric(m.fact.Metric).Code }).by(byMetric),
	text("metric_name", "指标名称", func(m *mention) string { return m.metric(m.fact.Metric).Name }).by(byMetric),
	text("label", "被计数的名词，按原文", func(m *mention) string { return m.of(m.fact.Label) }),
	text("text", "数量的原文，从首个数字到单位末尾", func(m *mention) string { return m.of(m.fact.Span) }),
	number("value", "数值，万、亿已乘开；区间取低端；空为没有数值，不是零", func(m *mention) Cell {
		return numberIf(m.hasValue(), m.fact.Quantity.Value)
	}).in("unit 列", "只加 role=actual、basis=total、time=flow 且 same_as、parent 为空的行；建议用 table"),
	number("high", "区间或约数的高端", func(m *mention) Cell {
		return numberIf(m.hasValue() && m.fact.Quantity.HasHigh, m.fact.Quantity.High)
	}).in("unit 列", ""),
	text("unit", "原文单位，不含万、亿", func(m *mention) string { return m.fact.Quantity.Unit }),
	number("base_value", "换算到 base_unit 的数值", func(m *mention) Cell {
		v, _ := metrics.Based(&m.fact.Quantity)
		return numberIf(m.hasValue(), v)
	}).in("base_unit 列", "同 value"),
	text("base_unit", "汇总所用的单位", func(m *mention) string {
		_, unit := metrics.Based(&m.fact.Quantity)
		return unit
	}),
	number("low_est", "由余、多、近等推出的下限", func(m *mention) Cell {
		q := &m.fact.Quantity
		return numberIf(m.hasValue() && q.Bound != quantity.Exact && q.HasLow, q.Low)
	}).in("unit 列", ""),
	number("high_est", "由余、多、近等推出的上限；空为没有上限", func(m *mention) Cell {
		q := &m.fact.Quantity
		return numberIf(m.hasValue() && q.Bound != quantity.Exact && q.HasUpper, q.Upper)
	}).in("unit 列", ""),
	text("bound", "exact 确数，about 约，over 以上，under 以下，range 区间", func(m *mention) string { return m.fact.Quantity.Bound.String() }).by(byTraits),
	text("role", "actual 实绩，target 目标，reference 参照", func(m *mention) string { return m.fact.Role.String() }).by(byTraits),
	text("basis", "total 总数，part 其中数，each 每单位数或平均数", func(m *mention) string { return m.fact.Basis.String() }).by(byTraits),
	text("status", "done 已完成，ongoing 进行中，undone 未完成；空为未说明", func(m *mention) string { return m.fact.Status.String() }).by(byTraits),
	text("time", "flow 当期发生，stock 时点存量，cumulative 累计", func(m *mention) string { return m.fact.Time.String() }).by(byTraits),
	integer("missing", "1 为数字缺失或被隐去；不是零", func(m *mention) Cell {
		if m.fact.Missing {
			return IntCell(1)
		}
		return Cell{}
	}).by(byTraits),
	appended("same_as", "重复了哪一行（id，第一次提到处，数值相等或为其约数）；重复行不计", func(dst []byte, m *mention) []byte { return m.id(dst, m.fact.SameAs) }),
	appended("parent", "是哪一行的其中数（id）", func(dst []byte, m *mention) []byte { return m.id(dst, m.fact.Parent) }),
	appended("target_id", "对应的目标行（id）", func(dst []byte, m *mention) []byte { return m.id(dst, m.fact.TargetOf) }),
	text("rule", "得出本行的规则；correction 为人工更正", func(m *mention) string { return m.opts.rule(m.fact.Rule) }).by(byRule),
	number("confidence", "该规则在自有标注上正确率的 Wilson 下限；人工更正为 1", func(m *mention) Cell {
		return PlainCell(metrics.Number(m.opts.confidence(m.fact.Rule)))
	}).in("0–1", "不可加").by(byRule),
	sentenceColumn, sentenceStartColumn,
	integer("start", "text 在文件正文中的起点", func(m *mention) Cell { return IntCell(m.offsets.Rune(m.fact.Start)) }).in("码点", ""),
	integer("end", "text 在文件正文中的终点（不含）", func(m *mention) Cell { return IntCell(m.offsets.Rune(m.fact.End)) }).in("码点", ""),
	text("left_out", "未计入 table 合计的原因，取值同 table 的 left_out；空为计入", func(m *mention) string { return metrics.LeftOut(m.fact, &m.counted, m.cat) }),
	text("copied_from", "另一地区（不是上下级）的报告中逐字逐数相同的一句（隐去地名、年份）里的同一个数（id），其时期不晚于本报告：本行多半抄自那里。计入与否不因此改变", func(m *mention) string { return m.echo(false) }),
	text("copied_by", "同上，但那份报告的时期晚于本报告：多半是那里抄自本行", func(m *mention) string { return m.echo(true) }),
}

// echo is the id of the fact in another place's report that stands there word for word.
func (m *mention) echo(later bool) string {
	i, ok := slices.BinarySearchFunc(m.Copy.Echoes, m.n, func(e copies.Echo, n int) int { return e.Fact - n })
	if !ok || m.Copy.Echoes[i].Later != later {
		return ""
	}
	return valid(m.Copy.Echoes[i].Of)
}

func (m *mention) hasValue() bool { return m.fact.Quantity.HasValue && !m.fact.Missing }

func numberIf(ok bool, d quantity.Decimal) Cell {
	if !ok {
		return Cell{}
	}
	return NumberCell(d)
}
