package extract

import (
	"strings"

	"github.com/zhaibao/zhaibao/segment"
)

// column says what the figures of a table's column are.
type column uint8

const (
	plainColumn column = iota
	targetColumn
	actualColumn
	earlierColumn // 上年, 2022年 in a report on 2023
	changeColumn  // 增幅
	rateColumn    // 完成率
	scoreColumn   // 分值 得分
)

// columnWords tell a column by its headline, the first that fits.
var columnWords = []struct {
	kind  column
	words []string
}{
	{rateColumn, []string{"完成率", "执行率", "完成比", "完成进度", "进度", "支付率", "支出进度", "执行进度", "占计划", "占年度", "占目标", "占任务"}},
	{changeColumn, []string{"增幅", "增速", "增长率", "同比", "增减", "升降", "增长", "比上年", "较上年", "比去年"}},
	{scoreColumn, []string{"分值", "得分", "权重", "评分", "自评分", "满分"}},
	{earlierColumn, []string{"上年", "去年", "同期", "上期"}},
	{targetColumn, []string{"目标", "指标值", "计划", "任务", "预算", "年度指标", "预期", "批复"}},
	{actualColumn, []string{"完成", "实际", "执行数", "实绩", "达到", "累计", "落实", "本年", "今年", "本期"}},
}

// head is the headline of a column.
type head struct {
	kind    column
	known   bool         // its words say what kind it is
	text    segment.Span // without the unit in brackets
	whole   segment.Span
	over    segment.Span // the headline over it and others, whose words text then are
	figures bool         // figures stand under it
	total   bool         // 合计: the sum of the columns beside it
	of      int          // the column it is a part of, 0 where there is none: the first holds labels
	among   bool         // 其中
	serial  bool         // 序号
	unit    bool         // 计量单位: the units of the rows
	source  bool         // 中央, 自筹: money from there
	remark  bool         // 备注, 进展: says nothing that names the row
	rows    rowKind
}

// rowKind says what the rows of a table are.
type rowKind uint8

const (
	anyRow   rowKind = iota
	thingRow         // indicators, projects: the row names what is counted
	placeRow         // places, months: the column does
	kindRow          // kinds of one thing that the table's title names: the row is the label
)

// Words of the headlines over the names of rows, over remarks, and over serial numbers.
var (
	thingHeads  = []string{"指标", "项目", "名称", "内容", "事项", "任务", "工作", "类别", "类型", "资金来源", "科目"}
	placeHeads  = []string{"乡", "镇", "街道", "社区", "村", "县", "市", "区", "单位", "部门", "学校", "分馆", "医院", "站", "月", "季", "时间", "年", "班", "队", "点", "级别", "片", "组"}
	kindHeads   = []string{"平台", "媒体", "渠道", "品种", "形式", "方式"}
	remarkHeads = []string{"备注", "进度", "进展", "状态", "情况", "说明", "地点", "时间", "日期", "责任", "负责", "原因", "措施"}
	serialHeads = []string{"序号", "编号", "序 号"}
	sourceHeads = []string{"中央", "省级", "市级", "县级", "区级", "本级", "省财政", "市财政", "县财政", "区财政", "自筹", "社会资金", "上级资金", "上级补助", "地方配套", "专项债"}
	totalHeads  = []string{"合计", "总计", "小计", "共计", "总额", "总数"}
)

// newHead reads the headline of a column.
func (w *Worker) newHead(span segment.Span) head {
	raw := w.report.Doc.Text
	n := among(span.Of(raw))
	h := head{whole: span, text: withoutUnit(raw, segment.Span{Start: span.Start + n, End: span.End}), among: n > 0}
	text := w.folded(span.Of(raw))
	bare := w.folded(h.text.Of(raw))
	h.kind, h.known = w.kindOf(bare)
	h.serial = hasAny(text, serialHeads)
	h.total = is(bare, totalHeads)
	h.unit = strings.HasSuffix(bare, "单位")
	h.remark = hasAny(text, remarkHeads)
	h.source = hasAny(bare, sourceHeads)
	switch {
	case hasAny(bare, thingHeads):
		h.rows = thingRow
	case hasAny(bare, kindHeads):
		h.rows = kindRow
	case hasAny(bare, placeHeads):
		h.rows = placeRow
	}
	return h
}

// under is h below a headline that spans several columns: 演出 over 场次 and 观众,
// 资助人数 over 春季 and 秋季. It names what h leaves open.
func (h head) under(w *Worker, over segment.Span) head {
	if !w.namesNothing(&h) && w.countable(h.text) {
		return h
	}
	o := w.newHead(over)
	h.over, h.text = over, o.text
	if !h.known {
		h.kind, h.known = o.kind, o.known
	}
	return h
}

// countable reports whether the words of a headline name something that is counted.
func (w *Worker) countable(span segment.Span) bool {
	b := w.table.analyse(w, span)
	for _, h := range b.allHits() {
		if b.word(h).noun && len(b.word(h).senses) > 0 {
			return true
		}
	}
	return false
}

// kindOf is the kind of column that a headline speaks of.
func (w *Worker) kindOf(text string) (column, bool) {
	if year := text[:min(4, len(text))]; isYear(year) && (text == year || strings.HasPrefix(text[4:], "年")) {
		if p := string(w.report.Period); len(p) >= 4 && year < p[:4] {
			return earlierColumn, true
		}
		if len(text) <= len("2022年") {
			return actualColumn, true
		}
	}
	if strings.HasSuffix(text, "级指标") || strings.HasSuffix(text, "名称") {
		return plainColumn, false
	}
	for _, g := range columnWords {
		if hasAny(text, g.words) {
			return g.kind, true
		}
	}
	switch {
	case strings.HasPrefix(text, "应"):
		return targetColumn, true
	case strings.HasPrefix(text, "已"), strings.HasPrefix(text, "实"), strings.HasSuffix(text, "月") && strings.ContainsAny(text, "-—－~至"),
		strings.HasSuffix(text, "上半年"), strings.HasSuffix(text, "前三季度"):
		return actualColumn, true
	}
	return plainColumn, false
}

// withoutUnit leaves the bracket at the end of a headline or label out.
func withoutUnit(raw string, span segment.Span) segment.Span {
	text := span.Of(raw)
	if !strings.HasSuffix(text, "）") && !strings.HasSuffix(text, ")") {
		return span
	}
	if i := max(strings.LastIndex(text, "（"), strings.LastIndex(text, "(")); i > 0 {
		span.End = span.Start + len(strings.TrimRight(text[:i], " \u00a0\u3000"))
	}
	return span
}

// is reports whether text is one of the words.
func is(text string, words []string) bool {
	for _, w := range words {
		if text == w {
			return true
		}
	}
	return false
}

// totalNames are labels that say of a row that it is a sum, and not of what.
var totalNames = []string{"合计", "总计", "小计", "共计", "全年合计", "全县合计", "全市合计", "全区合计", "全镇合计", "全乡合计", "全年总计",
	"全县", "全市", "全区", "全镇", "全乡", "全省", "全州", "全旗", "全年", "汇总", "总数"}

// totalRow tells a row that sums others up, and whether only some of them.
func totalRow(label string) (total, sub bool) {
	for _, end := range totalHeads[:4] {
		total = total || strings.HasSuffix(label, end)
	}
	return total || is(label, totalNames), strings.HasSuffix(label, "小计")
}

// amounts are headlines that say how much and not of what.
var amounts = []string{"数量", "金额", "数值", "合计", "总计", "小计", "总数", "期数", "场次", "次数", "人数", "户数", "个数", "资金", "规模", "建设内容", "内容", "标准", "数"}

// namesNothing reports whether a headline leaves it to the rows to name what is counted.
func (w *Worker) namesNothing(h *head) bool {
	return h.text.Empty() || h.known || is(w.folded(h.text.Of(w.report.Doc.Text)), amounts)
}

// namesPlace reports whether a label ends like the name of a place, a body or a time.
func namesPlace(label string) bool {
	for _, end := range [...]string{"镇", "乡", "街道", "街道办", "社区", "村", "县", "区", "市", "州", "旗", "季度", "月", "月份", "半年", "分馆", "中学", "小学", "学校", "卫生院", "医院", "文化站", "放映队", "支队"} {
		if strings.HasSuffix(label, end) {
			return true
		}
	}
	return false
}
