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
	{rateColumn, []string{"完成率", "执行率", "完成比例", "完成进度"}},
	{changeColumn, []string{"增幅", "增速", "增长率", "同比", "增减", "升降", "增长"}},
	{scoreColumn, []string{"分值", "得分", "权重", "评分", "自评分", "满分"}},
	{earlierColumn, []string{"上年", "去年", "同期", "上期"}},
	{targetColumn, []string{"目标", "指标值", "计划", "任务", "预算", "年度指标", "预期"}},
	{actualColumn, []string{"完成", "实际", "执行数", "实绩", "达到", "累计", "落实", "本年", "今年", "本期"}},
	{plainColumn, []string{"总投资", "数量", "金额", "合计", "人数", "面积", "投资额"}},
}

// table follows a flattened table, whether its rows are lines, several rows
// are glued into a line or every cell is a line of its own: the headlines of
// its columns, the label of the current row, the place of the next figure.
type table struct {
	active  bool
	open    bool        // still reading headlines
	heads   []tableHead // the headlines that stand over numbers
	cols    []tableHead // every headline of the last line of headlines
	label   segment.Span
	pending segment.Span // the last cell without a figure
	column  int
	unit    unitNote // 单位：万元 over the table
	row     block    // the label of the row, analysed
	rowOf   segment.Span
	head    block // the headline of the column, analysed
	headOf  segment.Span
	line    []lineCell
	cells   []tableCell
	next    int
}

type tableHead struct {
	kind column
	text segment.Span
}

// lineCell is one cell of a line: its text, and the rune at which its figure starts, -1 where it holds none.
type lineCell struct {
	span   segment.Span
	figure int
	empty  bool // — or /: a figure that is not there
}

// tableCell is one figure's place: its label and column.
type tableCell struct {
	figure int // rune where the figure starts
	label  segment.Span
	head   tableHead
	known  bool // the column has a headline
}

// unitNote is a unit given in brackets or a headline for figures without one.
type unitNote struct {
	spell, exp int
	ok         bool
}

func (t *table) reset() {
	t.active, t.open, t.heads, t.cols, t.unit = false, false, t.heads[:0], t.cols[:0], unitNote{}
	t.row.doc, t.head.doc = nil, nil
}

// enter reads block i: a line of a table moves it on, any other block ends it.
func (t *table) enter(w *Worker, i int) {
	def := &w.report.Doc.Blocks[i]
	t.cells, t.next = t.cells[:0], 0
	if def.Kind != segment.Table {
		t.active = false
		t.unit = unitNote{}
		if text := def.Of(w.report.Doc.Text); strings.Contains(text, "单位") || strings.Contains(text, "單位") {
			t.unit = w.noteIn(&w.block, 0, w.block.text.Len())
		}
		return
	}
	if !t.active {
		t.active, t.open, t.heads, t.cols = true, true, t.heads[:0], t.cols[:0]
		t.label, t.pending, t.column = segment.Span{}, segment.Span{}, 0
	}
	t.cut(w, def.Span)
	if len(t.line) == 1 {
		t.single(w, t.line[0])
		return
	}
	t.rows(w)
}

// cut splits a line into cells.
func (t *table) cut(w *Worker, span segment.Span) {
	b := &w.block
	t.line = t.line[:0]
	for at := span.Start; at < span.End; {
		end := at + cellEnd(b.text.Raw[at:span.End])
		if text := strings.Trim(b.text.Raw[at:end], "|>　 \r\n"); text != "" {
			t.line = append(t.line, w.lineCell(segment.Span{Start: at, End: end}, text))
		}
		for at = end; at < span.End && isCellGap(b.text.Raw[at]); at++ {
		}
		if strings.HasPrefix(b.text.Raw[at:span.End], "　") {
			at += len("　")
		}
	}
}

func (w *Worker) lineCell(span segment.Span, text string) lineCell {
	b := &w.block
	c := lineCell{span: span, figure: -1}
	switch text {
	case "—", "-", "/", "——", "无":
		c.empty = true
	}
	for _, cand := range w.candidatesIn(b.text.Index(span.Start), b.text.Index(span.End)) {
		if mostly(cand.m.Span, span) {
			c.figure = cand.m.First
			break
		}
	}
	return c
}

func isCellGap(c byte) bool { return c == ' ' || c == '\t' || c == '|' || c == '\r' || c == '\n' }

// cellEnd is the length of the cell that text begins with.
func cellEnd(text string) int {
	for i := 0; i < len(text); i++ {
		if isCellGap(text[i]) || strings.HasPrefix(text[i:], "　") {
			return max(i, 1)
		}
	}
	return len(text)
}

// mostly reports whether a figure fills a cell, but for a sign before it.
func mostly(m, cell segment.Span) bool { return m.Start-cell.Start <= 6 && cell.End-m.End <= 3 }

// rows reads a line of several cells: headlines while no figure has come, else rows.
func (t *table) rows(w *Worker) {
	figures := 0
	for _, c := range t.line {
		if c.figure >= 0 || c.empty {
			figures++
		}
	}
	if figures == 0 {
		if t.open || len(t.line) >= 3 {
			t.heads, t.cols = t.heads[:0], t.cols[:0]
			for _, c := range t.line {
				t.addHead(w, c.span)
			}
		}
		return
	}
	t.open = false
	byPlace := len(t.cols) > 1 && len(t.line)%len(t.cols) == 0
	t.column, t.label = 0, segment.Span{}
	for i, c := range t.line {
		switch {
		case c.figure < 0 && !c.empty:
			t.column, t.label = 0, c.span
		default:
			if c.figure >= 0 {
				place := tableCell{figure: c.figure, label: t.label}
				if byPlace {
					place.head, place.known = t.cols[i%len(t.cols)], true
				} else if t.column < len(t.heads) {
					place.head, place.known = t.heads[t.column], true
				}
				t.cells = append(t.cells, place)
			}
			t.column++
		}
	}
}

// single reads a line that is one cell: headlines and labels come before the figures they name.
func (t *table) single(w *Worker, c lineCell) {
	switch {
	case c.figure >= 0:
		t.open = false
		if !t.pending.Empty() {
			t.label, t.pending, t.column = t.pending, segment.Span{}, 0
		}
		place := tableCell{figure: c.figure, label: t.label}
		if t.column < len(t.heads) {
			place.head, place.known = t.heads[t.column], true
		}
		t.column++
		t.cells = append(t.cells, place)
	case c.empty:
		t.column++
	default:
		if t.open && !t.pending.Empty() {
			t.addHead(w, t.pending)
		}
		if !t.open {
			t.column = 0
		}
		t.pending = c.span
	}
}

// addHead adds a headline; those that stand over numbers are known by their words or by a year.
func (t *table) addHead(w *Worker, span segment.Span) {
	text := w.folded(span.Of(w.report.Doc.Text))
	head := tableHead{plainColumn, span}
	known := false
	if len(text) >= len("2022年") && text[0] == '2' && strings.HasPrefix(text[4:], "年") {
		known, head.kind = true, actualColumn
		if p := string(w.report.Period); len(p) >= 4 && text[:4] < p[:4] {
			head.kind = earlierColumn
		}
	}
	for _, g := range columnWords {
		if !known && hasAny(text, g.words) && !strings.HasSuffix(text, "级指标") && !strings.HasSuffix(text, "名称") {
			known, head.kind = true, g.kind
		}
	}
	t.cols = append(t.cols, head)
	if known {
		t.heads = append(t.heads, head)
	}
}
