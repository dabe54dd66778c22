package extract

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

// checkLists notes each number that announces a list of another length:
// 14项任务 before items 1 to 13, 三个方面：一是…二是…, 以上四项 after five.
func (w *Worker) checkLists() {
	block := 0
	blocks := w.report.Doc.Blocks
	for i := range w.dst.Numerals {
		n := &w.dst.Numerals[i]
		declared, ok := w.declares(n)
		if !ok {
			continue
		}
		for block < len(blocks) && blocks[block].End <= n.Start {
			block++
		}
		if block == len(blocks) || blocks[block].Kind == segment.Table {
			continue
		}
		stop := blocks[block].End
		if i+1 < len(w.dst.Numerals) && w.dst.Numerals[i+1].Verdict != IsNonfact {
			stop = min(stop, w.dst.Numerals[i+1].Start)
		}
		if listed := w.listed(n, block, stop); listed >= 2 && listed != declared && abs(listed-declared) <= 2 {
			w.dst.Gaps = append(w.dst.Gaps, Gap{Span: n.Span, Kind: GapCountMismatch, Sentence: w.sentenceAt(n.Start), Fact: w.factAt(n.Span)})
		}
	}
}

func abs(n int) int { return max(n, -n) }

// listUnits follow a number that announces a list.
var listUnits = []string{"项", "個", "个", "点", "點", "条", "大", "方面", "类", "件", "步", "支", "种", "场", "篇", "道", "关"}

// declares is the length of the list that a numeral may announce.
func (w *Worker) declares(n *Numeral) (length int, ok bool) {
	text := w.report.Doc.Text
	length, after := w.lengthOf(n)
	if length < 2 || length > 40 || !hasPrefix(text[after:], listUnits...) || hasSuffix(text[:n.Start], "第", "“", "前", "这", "等") {
		return 0, false
	}
	if i := w.factAt(n.Span); i != None {
		f := &w.dst.Facts[i]
		return length, f.Basis == Total && f.Parent == None && f.Status == NoStatus // 承担实事3件，2件正在实施
	}
	return length, true
}

// lengthOf is the whole number that a numeral gives, also inside a word
// (四个到位), and where it ends; 0 where it gives none.
func (w *Worker) lengthOf(n *Numeral) (length, end int) {
	if n.HasValue {
		if coef, exp := n.Value.Parts(); exp == 0 && !n.HasHigh && n.Bound == quantity.Exact && coef <= 40 {
			return int(coef), n.Number.End
		}
		return 0, n.End
	}
	for i, o := range ordinals {
		if strings.HasPrefix(w.report.Doc.Text[n.Start:n.End], o) {
			return i + 1, n.Start + len(o)
		}
	}
	return 0, n.End
}

// factAt is the fact at span, None where there is none.
func (w *Worker) factAt(span segment.Span) int {
	facts := w.dst.Facts
	i := sort.Search(len(facts), func(i int) bool { return facts[i].Start >= span.Start })
	if i < len(facts) && facts[i].Start == span.Start && facts[i].Metric != w.ex.lex.metric.status {
		return i
	}
	return None
}

// announce is how many characters may stand between a number and the list it announces.
const announce = 40

// longList is how many bytes of a paragraph a list in it is followed; the limit keeps the time linear.
const longList = 1 << 13

// listed is how many items the list has that numeral n of the block announces,
// or with 以上 and 上述 looks back on; 0 where it does neither.
func (w *Worker) listed(n *Numeral, block, stop int) int {
	text, blocks := w.report.Doc.Text, w.report.Doc.Blocks
	if hasSuffix(text[:n.Number.Start], "以上", "上述") {
		return w.listBefore(block)
	}
	near := min(stop, n.End+len("一")*(announce+len(families)))
	rest := text[n.End:near]
	if at, family := firstOf(rest); at >= 0 {
		if utf8.RuneCountInString(rest[:at]) > announce || !opensList(rest[:at]) {
			return 0
		}
		k := countOn(text[n.End+at:min(blocks[block].End, n.End+at+longList)], family, 0)
		for b := block + 1; b < len(blocks) && blocks[b].Kind == segment.Item && blocks[b].Ordinal == k+1 && blocks[b].Level == 6; b++ {
			k = countOn(text[blocks[b].Start:min(blocks[b].End, blocks[b].Start+longList)], family, k)
		}
		return k
	}
	if near < blocks[block].End || utf8.RuneCountInString(rest) > announce || block+1 == len(blocks) {
		return 0
	}
	first := &blocks[block+1]
	if first.Level == 0 || first.Ordinal != 1 || !announces(rest, first.Level) || blocks[block].Kind == segment.Heading && first.Parent != block {
		return 0
	}
	return w.listAfter(block + 1)
}

// announces reports whether the words between a number and the end of its
// block lead on to a list of the level.
func announces(rest string, level uint8) bool {
	if hasSuffix(rest, "：", ":") || hasAny(rest, []string{"如下", "以下"}) {
		return true
	}
	return level >= 2 && strings.Count(rest, "。") <= 1
}

// opensList reports whether the words between a number and the first item of
// its list, in one paragraph, end in a mark and only one sentence.
func opensList(between string) bool {
	return hasSuffix(between, "：", ":", "，", ",", "。", "；") && strings.Count(between, "。") <= 1
}

// families are the ways to count items in running text.
var families = [...]string{"是", "要", "抓"}

var ordinals = [...]string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}

// firstOf finds the first item of a list in running text: 一是, 一要.
func firstOf(text string) (at int, family string) {
	at = -1
	for _, f := range families {
		if i := strings.Index(text, "一"+f); i >= 0 && (at < 0 || i < at) {
			at, family = i, f
		}
	}
	return at, family
}

// countOn counts the items of a list in text from the one after k on.
func countOn(text, family string, k int) int {
	for k < len(ordinals) {
		at := strings.Index(text, ordinals[k]+family)
		if at < 0 {
			return k
		}
		text = text[at+len(ordinals[k]):]
		k++
	}
	return k
}

// listAfter counts the items of the list whose first is block first.
func (w *Worker) listAfter(first int) int {
	blocks := w.report.Doc.Blocks
	k, level := 1, blocks[first].Level
	for b := first + 1; b < len(blocks); b++ {
		switch {
		case blocks[b].Level == 0 || blocks[b].Level > level:
		case blocks[b].Level == level && blocks[b].Ordinal == k+1:
			k++
		default:
			return k
		}
	}
	return k
}

// listBefore is the number of the last item of the list that ends before the block.
func (w *Worker) listBefore(block int) int {
	blocks := w.report.Doc.Blocks
	if block == 0 || blocks[block].Level > 0 {
		return 0
	}
	for b := block - 1; b >= 0; b-- {
		if blocks[b].Level > 0 {
			if b == blocks[block].Parent {
				return 0
			}
			return blocks[b].Ordinal
		}
		if blocks[b].Parent == blocks[block].Parent {
			return 0
		}
	}
	return 0
}
