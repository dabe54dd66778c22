package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/region"
	"github.com/zhaibao/zhaibao/segment"
)

// trait is what the text around a fact says of it, found once it is asked for.
type trait struct {
	named, told bool // what was found already
	placed      bool
	name        string // the label without words that any such thing may have
	verb        string // the two characters before figure and label
	place       string // the place it is told of; see placeOf
	occasion    string // the feast, season or level of government it is told of
	summingUp   bool   // it stands where the report sums up
}

// nameOf is the name of what fact i counts.
func (w *Worker) nameOf(i int) string {
	t := &w.traits[i]
	if !t.named {
		t.named, t.name = true, bareName(w.labelOf(i))
	}
	return t.name
}

// trait is all that is said around fact i, but for its place, which costs the most.
func (w *Worker) trait(i int) *trait {
	w.nameOf(i)
	t := &w.traits[i]
	if !t.told {
		t.told, t.verb, t.occasion, t.summingUp = true, w.verb(i), w.occasion(i), w.summary(i)
	}
	return t
}

// samePlace reports whether facts k and i are told of one place.
func (w *Worker) samePlace(k, i int) bool { return w.placeOf(k) == w.placeOf(i) }

func (w *Worker) placeOf(i int) string {
	t := &w.traits[i]
	if !t.placed {
		t.placed, t.place = true, w.place(i)
	}
	return t.place
}

// looseWords before a name tell no thing from another.
var looseWords = []string{"各类", "各项", "各种", "各级", "全县", "全市", "全区", "全镇", "全乡", "全年", "辖区", "共", "了"}

// bareName is a label without words that any such thing may have.
func bareName(s string) string {
	for again := true; again; {
		again = false
		for _, p := range looseWords {
			if len(s) > len(p)+3 && strings.HasPrefix(s, p) {
				s, again = s[len(p):], true
			}
		}
	}
	return s
}

// verb is the two characters before a figure and its label, which say what is
// done, "" where a mark or a digit stands there.
func (w *Worker) verb(i int) string {
	f := &w.dst.Facts[i]
	at := f.Start
	if !f.Label.Empty() && f.Label.Start < at && f.Label.Start >= w.report.Doc.Sentences[f.Sentence].Start {
		at = f.Label.Start
	}
	text := w.report.Doc.Text[max(w.report.Doc.Sentences[f.Sentence].Start, at-30):at]
	text = trimWords(text, verbTails)
	end := len(text)
	for range 2 {
		r, n := utf8.DecodeLastRuneInString(text[:end])
		if n < 3 || r < 0x4e00 || r > 0x9fff {
			return ""
		}
		end -= n
	}
	return text[end:]
}

// verbTails stand between a verb and what it counts.
var verbTails = []string{"全年", "今年", "上半年", "各类", "各项", "各种", "全县", "全镇", "全市", "全区", "全乡", "达到", "超过", "突破", "共", "了", "达", "为", "近", "约", "至", "到", "有", "“"}

func trimWords(s string, words []string) string {
	for again := true; again; {
		again = false
		for _, t := range words {
			if strings.HasSuffix(s, t) {
				s, again = s[:len(s)-len(t)], true
			}
		}
	}
	return s
}

// atOpening reports whether fact i stands before the first numbered block.
func (w *Worker) atOpening(i int) bool { return w.blockOf(i) < w.body }

// summary reports whether fact i stands where a report sums up: before its
// first numbered block, or after words for the whole.
func (w *Worker) summary(i int) bool {
	return w.atOpening(i) || sumsUp(w.lead(i).Of(w.report.Doc.Text))
}

// wholeWords say that what follows is told of the whole.
var wholeWords = []string{"全年", "一年来", "半年来", "总之", "综上", "总的", "总体", "回顾", "累计", "合计", "总计", "以来", "上半年共", "总结", "期间，"}

func sumsUp(text string) bool { return hasAny(text, wholeWords) || sumAt(text) >= 0 }

// sumAt is where the last 共 that sums up stands in text, -1 where none does.
func sumAt(text string) int {
	for end := len(text); ; {
		at := strings.LastIndex(text[:end], "共")
		if at < 0 {
			return -1
		}
		before, after := text[:at], text[at+len("共"):]
		if !hasSuffix(before, "公", "中", "和", "反") && !hasPrefix(after, "产", "同", "享", "建", "青", "治", "服", "文", "有") {
			return at
		}
		end = at
	}
}

func hasSuffix(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

func hasPrefix(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// lead is the text of fact i's sentence before the figure, at most a reach long.
func (w *Worker) lead(i int) segment.Span {
	f := &w.dst.Facts[i]
	return segment.Span{Start: max(w.report.Doc.Sentences[f.Sentence].Start, f.Start-reach), End: f.Start}
}

// place is the place named at the start of the nearest clause before fact i that
// names one, "" where none does, it is named in the title, or the figure sums up places.
func (w *Worker) place(i int) string {
	text := w.lead(i).Of(w.report.Doc.Text)
	if sumAt(text[1+strings.LastIndexAny(text, "，；。"):]) >= 0 {
		return ""
	}
	for end := len(text); end > 0; {
		start := 0
		if at := strings.LastIndexAny(text[:end], "，；：、。 （"); at >= 0 {
			_, n := utf8.DecodeRuneInString(text[at:])
			start = at + n
			end = at
		} else {
			end = 0
		}
		if name, ok := region.Head(text[start:]); ok {
			s := text[start : start+name.End]
			if blocks := w.report.Doc.Blocks; w.blockOf(i) > 0 && strings.Contains(blocks[0].Of(w.report.Doc.Text), s) {
				return ""
			}
			return s
		}
	}
	return ""
}

// occasions are feasts and seasons, of which each has its own events, and levels, of which each has its own funds.
var occasions = []string{"中央", "国家级", "省级", "市级", "县级", "区级", "镇级", "乡级", "村级", "春节", "元宵", "清明", "五一", "端午", "七一", "八一", "中秋", "国庆", "重阳", "元旦", "六一", "寒假", "暑假", "暑期", "春季", "秋季", "夏季", "冬季", "妇女节", "读书日", "汛期", "第一期", "第二期", "第三期"}

// occasion is the occasion named last before fact i in its sentence.
func (w *Worker) occasion(i int) string {
	lex := w.ex.lex
	w.runes = lex.quantity.Fold.Append(w.runes[:0], w.lead(i).Of(w.report.Doc.Text))
	for at := len(w.runes) - 2; at >= 0; at-- {
		n, name := lex.occasions.Longest(w.runes[at:])
		if n > 0 && (at+n == len(w.runes) || w.runes[at+n] != '班') { // 春季班 is a course
			return occasions[name]
		}
	}
	return ""
}
