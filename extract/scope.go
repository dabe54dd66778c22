package extract

import (
	"strings"

	"github.com/zhaibao/zhaibao/internal/trie"
	"github.com/zhaibao/zhaibao/segment"
)

// scope is what a block inherits from the headlines above it.
type scope struct {
	plan    bool // a headline of plans governs it
	section int  // index of the governing headline, None at the top
}

// planHeads are words that make a headline one of plans, resultHeads those that take it back.
var (
	planHeads   = []string{"盘算", "来年", "下学年", "下学期", "新学年", "设想", "构想", "奋斗", "打算", "计划", "安排", "思路", "要点", "下一步", "下步", "努力方向", "展望", "今后", "改进措施", "整改措施", "工作目标", "下半年", "明年", "下一年", "工作重点", "下阶段", "主要目标", "预期目标", "工作谋划", "任务目标"}
	resultHeads = []string{"原因", "资金安排", "经费安排", "预算安排", "完成情况", "落实情况", "执行情况", "回顾", "进展", "总结", "开展情况", "推进情况", "做法", "成效", "完成", "存在", "问题", "工作情况"}
	planStarts  = []string{"来年", "下学年", "下学期", "新学年", "新的一年", "下半年", "下一步", "下步", "今后", "明年", "接下来", "下一阶段", "下阶段", "来年", "未来"}
)

// findScopes computes the scope of every block from the headlines.
func (w *Worker) findScopes() {
	doc := w.report.Doc
	w.scopes, w.planTitle = w.scopes[:0], false
	announced := false // the paragraph before opens a list of plans: 2024年工作要点：
	signed := None     // the line with the report's date, behind which no headline before it governs
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		s := scope{section: None}
		if b.Parent >= 0 && b.Parent < i {
			s = w.scopes[b.Parent]
			if doc.Blocks[b.Parent].Kind == segment.Heading {
				s.section = b.Parent
			}
		}
		if signed != None && b.Parent < signed {
			s = scope{section: None}
		}
		if b.Kind == segment.Paragraph && isDateLine(b.Of(doc.Text)) {
			signed = i
		}
		if b.Kind == segment.Heading && b.Level == 0 && i == 0 {
			w.planTitle = planDocument(w.folded(b.Of(doc.Text)))
		}
		s.plan = s.plan || w.planTitle
		if b.Kind == segment.Heading && b.Level > 0 && !s.plan {
			text := b.Of(doc.Text)
			s.plan = planHeadline(w.headWords(text)) || w.opensLaterYear(text)
		}
		switch {
		case b.Kind == segment.Item && announced:
			s.plan = true
		case b.Kind == segment.Item:
		default:
			announced = w.announcesPlans(b) || i+1 < len(doc.Blocks) && w.opensFuture(b, &doc.Blocks[i+1])
		}
		w.scopes = append(w.scopes, s)
	}
}

// isDateLine reports whether a paragraph is nothing but a date: 2021年12月28日, 二〇二一年十二月.
func isDateLine(text string) bool {
	const longest = 12 // characters, 二〇二一年十二月二十八日
	text = strings.TrimSpace(text)
	return len(text) <= longest*len("年") && strings.Contains(text, "年") && strings.Contains(text, "月") &&
		strings.Trim(text, "0123456789０１２３４５６７８９〇○零一二三四五六七八九十年月日 \u3000") == ""
}

// opensFuture reports whether a paragraph that runs on into list items speaks
// of the future in its last sentence: 2024年，我局将……一是…；二是….
func (w *Worker) opensFuture(b, next *segment.Block) bool {
	if next.Kind != segment.Item || b.EndSentence <= b.FirstSentence {
		return false
	}
	if strings.ContainsAny(w.report.Doc.Text[b.End:next.Start], "\n") {
		return false
	}
	w.block.text.Set(w.ex.lex.quantity.Fold, w.report.Doc.Text, w.report.Doc.Sentences[b.EndSentence-1].Span)
	return w.turnsToFuture(&w.block, 0)
}

// announcesPlans reports whether a block ends in a colon after words of plan or the future.
func (w *Worker) announcesPlans(b *segment.Block) bool {
	text := b.Of(w.report.Doc.Text)
	if !strings.HasSuffix(text, "：") && !strings.HasSuffix(text, ":") {
		return false
	}
	if cut := strings.LastIndexAny(text, "。；"); cut >= 0 {
		text = text[cut+len("。"):]
	}
	if len(text) > 120 {
		return false
	}
	found := w.headWords(text)
	return planHeadline(found) || found&startWord != 0 || w.opensLaterYear(text)
}

// folded is a short text in simplified characters, text itself where it is in them.
func (w *Worker) folded(text string) string {
	fold := w.ex.lex.quantity.Fold
	if strings.IndexFunc(text, func(r rune) bool { return rune(fold.Rune(r)) != r }) < 0 {
		return text
	}
	return strings.Map(func(r rune) rune { return rune(fold.Rune(r)) }, text)
}

// What the words of a headline say, as bits.
const (
	planWord   = 1 << iota // planHeads
	resultWord             // resultHeads
	startWord              // planStarts
	nextWord               // nextHeads
	lookBack               // backHeads
)

// nextHeads make a headline one of plans whatever else it says, unless one of backHeads is in it.
var (
	nextHeads = []string{"下一步", "下步", "打算"}
	backHeads = []string{"总结", "存在", "问题", "不足"}
)

func compileHeads(fold func([]uint16, string) []uint16) *trie.Trie {
	t := &trie.Trie{}
	for bit, words := range [...][]string{planHeads, resultHeads, planStarts, nextHeads, backHeads} {
		for _, w := range words {
			folded := fold(nil, w)
			t.Add(folded, max(t.Get(folded), 0)|1<<bit)
		}
	}
	return t
}

// headWords are the bits of all words of a headline.
func (w *Worker) headWords(text string) int32 {
	w.runes = w.ex.lex.quantity.Fold.Append(w.runes[:0], text)
	return w.ex.lex.heads.Union(w.runes)
}

// planHeadline reports whether the words of a headline announce plans and nothing else.
func planHeadline(found int32) bool {
	if found&nextWord != 0 {
		return found&lookBack == 0
	}
	return found&planWord != 0 && found&resultWord == 0
}

// planDocument reports whether a title is that of a plan and of nothing reported: 2024年工作计划.
func planDocument(title string) bool {
	title = strings.TrimRight(title, " \t\r\n　）)")
	return hasSuffix(title, "计划", "要点", "工作打算", "工作安排", "工作思路", "任务清单", "实施方案", "工作方案") &&
		!hasAny(title, []string{"总结", "小结", "及", "暨", "和", "完成", "情况", "报告", "汇报", "回顾", "落实", "进展"})
}

func hasAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// planned reports whether the figure at rune i stands under a headline of
// plans or after a sentence that turns to the future.
func (w *Worker) planned(i int) bool { return w.scopes[w.block.index].plan || i >= w.future }

// findFuture finds the rune from which the block speaks of the future.
func (w *Worker) findFuture() {
	b := &w.block
	w.future = b.text.Len() + 1
	for k := range b.clauses {
		if b.clauses[k].first == k && w.turnsToFuture(b, max(b.clauses[k].start, b.lead)) {
			w.future = b.clauses[k].start
			return
		}
	}
}

// turnsToFuture reports whether a sentence opens with 下一步, 下半年 or a year after the report's.
func (w *Worker) turnsToFuture(b *block, start int) bool {
	if r := b.text.At(start); r == '【' || r == '[' || r == '（' || r == '(' {
		start++ // 【明年打算】一是
	}
	switch b.text.At(start) { // what planStarts, opensLater and laterYear begin with
	case '来', '下', '新', '今', '明', '接', '未', '第', '二', '三', '四', '2':
	default:
		return false
	}
	var opening [8]rune
	n := 0
	for ; n < len(opening) && start+n < b.text.Len(); n++ {
		opening[n] = rune(b.text.At(start + n))
	}
	text := string(opening[:n])
	for _, p := range planStarts {
		if strings.HasPrefix(text, p) {
			return p != "下半年" || w.report.Period == "" || !strings.HasSuffix(string(w.report.Period), "H2")
		}
	}
	if w.opensLater(b, start) {
		return true
	}
	return w.laterYear(text)
}

// opensLaterYear is laterYear for a text that is not folded yet.
func (w *Worker) opensLaterYear(text string) bool {
	return hasPrefix(text, "2", "２") && w.laterYear(w.folded(text))
}

// laterYear reports whether the text opens with a year after the report's: 2024年：.
func (w *Worker) laterYear(text string) bool {
	year := string(w.report.Period)
	if len(year) < 4 || year[0] == 'X' || len(text) < len("2024年") || text[0] != '2' || !strings.HasPrefix(text[4:], "年") {
		return false
	}
	return text[:4] > year[:4] && strings.Trim(text[:4], "0123456789") == ""
}

// opensLater reports whether the text at rune start opens with a quarter or half of the report's
// year after the report's period: 四季度： in a report on nine months.
func (w *Worker) opensLater(b *block, start int) bool {
	_, last, ok := w.report.Period.Months()
	if !ok || start >= b.text.Len() {
		return false
	}
	i := start
	if b.text.At(i) == '第' {
		i++
	}
	quarter := 0
	switch b.text.At(i) {
	case '二':
		quarter = 2
	case '三':
		quarter = 3
	case '四':
		quarter = 4
	}
	return quarter > 0 && b.text.At(i+1) == '季' && b.text.At(i+2) == '度' && last%12+1 < 3*quarter-2
}
