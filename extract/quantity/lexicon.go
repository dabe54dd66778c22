package quantity

import (
	"fmt"
	"strings"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/internal/fold"
	"github.com/zhaibao/zhaibao/internal/trie"
)

// Unit is a compiled unit or classifier.
type Unit struct {
	catalog.UnitDef
	Factor Decimal // Base per unit
}

// Lexicon is the compiled vocabulary of the scanner. It is immutable and safe for concurrent use.
type Lexicon struct {
	Fold  *fold.Table
	Units []Unit

	units    trie.Trie // folded spelling to spelling index
	spell    []spelling
	notUnits trie.Trie
	words    trie.Trie // words that hold a numeral without counting
	cues     trie.Trie // bound marks, value is mark | side
}

// spelling is one way to write a unit.
type spelling struct {
	unit  int
	fixed string // reported instead of the text where not empty
}

// Compile builds the lexicon of a catalogue.
func Compile(c *catalog.Catalog) (*Lexicon, error) {
	l := &Lexicon{Fold: fold.New(c.Fold)}
	l.Fold.Fill(func(r uint16) fold.Set { return fold.Numeral.If(mayStart(r)) })
	for i, def := range c.Units {
		factor, ok := ParseDecimal(def.Factor)
		if !ok || factor.Sign() <= 0 {
			return nil, fmt.Errorf("unit %s: factor %q is no positive decimal", def.Unit, def.Factor)
		}
		l.Units = append(l.Units, Unit{def, factor})
		l.spelling(def.Unit, i, "")
		for _, s := range def.Also {
			l.spelling(s, i, "")
		}
		for _, s := range def.Spell {
			l.spelling(s, i, def.Unit)
		}
	}
	if l.loadWords(c, storedWords) != nil { // another catalogue than the built-in one
		l.compileWords(c)
	}
	l.compileNotUnits()
	for _, m := range boundMarks {
		for word := range strings.FieldsSeq(m.words) {
			l.addCue(word, m)
		}
	}
	for _, t := range []*trie.Trie{&l.units} {
		t.Pack()
	}
	return l, nil
}

// spelling enters one way to write a unit; a first entry wins. 个 in front of
// a unit and a second unit in brackets are matters of grammar and not of spelling.
func (l *Lexicon) spelling(s string, unit int, fixed string) {
	folded := l.Fold.Append(nil, s)
	if len(folded) == 0 || strings.ContainsAny(s, "（(") || len(folded) > 1 && folded[0] == '个' || l.units.Get(folded) >= 0 {
		return
	}
	l.units.Add(folded, int32(len(l.spell)))
	l.spell = append(l.spell, spelling{unit, fixed})
}

// boundMark is a group of marks outside a quantity that tell its bound.
type boundMark struct {
	bound  Bound
	before bool // before the numeral, else after the unit
	words  string
}

var boundMarks = []boundMark{
	{About, true, "约莫 约 大约 约为 约有 约合 约占 大概 大致 左右约 估计 差不多 ~ ≈"},
	{Over, true, "超 超过 超出 突破 突破了 超过了 逾 过 多于 高于 大于 至少 至少有 最少 不少于 不低于 不小于 不下 不下于 " +
		"大于等于 大于或等于 大于或者等于 > ≥ ≧ ⩾ 达到或超过 起码"},
	{Under, true, "近 将近 接近 不足 不到 未达 未达到 不满 少于 低于 小于 不超过 不多于 不高于 不大于 未超过 小于等于 小于或等于 " +
		"最多 至多 < ≤ ≦ ⩽ 仅不足 控制在"},
	{About, false, "左右 上下 许"},
	{Over, false, "以上 之上 及以上 或以上 或者以上 出头 开外 余 多 有余 还多 挂零"},
	{Under, false, "以下 以内 之内 及以下 以里"},
}

const cueAfter = 1 << 8

func (l *Lexicon) addCue(word string, m boundMark) {
	folded := l.Fold.Append(nil, word)
	if m.before { // matched backwards from the numeral
		for i, j := 0, len(folded)-1; i < j; i, j = i+1, j-1 {
			folded[i], folded[j] = folded[j], folded[i]
		}
		l.cues.Add(folded, int32(m.bound))
		return
	}
	l.cues.Add(append([]uint16{0}, folded...), int32(m.bound)|cueAfter)
}

// before returns the bound that a mark directly before rune i gives.
func (l *Lexicon) before(t *fold.Text, i int) (Bound, bool) {
	for i > 0 && (isSpace(t.At(i-1)) || t.At(i-1) == '了') {
		i--
	}
	node, found, bound := int32(0), 0, Exact
	for n := 1; i-n >= 0; n++ {
		if node = l.cues.Step(node, t.At(i-n)); node < 0 {
			break
		}
		if v := l.cues.Value(node); v >= 0 && v&cueAfter == 0 {
			found, bound = n, Bound(v)
		}
	}
	if found == 0 || found == 1 && glued(t.At(i-1), t.At(i-2)) {
		return Exact, false
	}
	return bound, true
}

// glued reports whether a one-character mark is part of the word before it: 最近 通过 经过.
func glued(mark, before uint16) bool {
	switch mark {
	case '近':
		return strings.ContainsRune("最附就邻临亲靠远", rune(before))
	case '过':
		return before != '已' && before != '均'
	case '约':
		return strings.ContainsRune("节条签合公预制契大违", rune(before)) && before != '大'
	case '超':
		return strings.ContainsRune("赶反高彩BＢ", rune(before))
	}
	return false
}

// after returns the bound that a mark directly at rune i gives, and its length.
func (l *Lexicon) after(t *fold.Text, i int) (bound Bound, length int) {
	if isSpace(t.At(i)) {
		return Exact, 0
	}
	node := l.cues.Step(0, 0)
	for n := 0; node >= 0; n++ {
		if v := l.cues.Value(node); v >= 0 {
			bound, length = Bound(v&0xFF), n
		}
		node = l.cues.Step(node, t.At(i+n))
		if i+n >= t.Len() {
			break
		}
	}
	return bound, length
}

// inWord reports whether the numeral at rune i lies in a word of the
// dictionary, and where that word ends.
func (l *Lexicon) inWord(t *fold.Text, i int) (start, end int, ok bool) {
	for back := 0; back <= 5 && back <= i; back++ {
		if n, _ := l.words.Longest(t.R[i-back:]); n > back && i-back+n > end {
			start, end, ok = i-back, i-back+n, true
		}
	}
	return start, end, ok
}
