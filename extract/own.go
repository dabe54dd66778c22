package extract

import (
	"errors"
	"strings"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/internal/fold"
	"github.com/zhaibao/zhaibao/internal/trie"
	"github.com/zhaibao/zhaibao/segment"
)

// Engine compiles the patterns of a user's catalogue; package extract/pattern
// has one. Its errors say in Chinese and in English what is wrong.
type Engine func(expr string, def *catalog.PatternDef) (Matcher, error)

// Matcher is a compiled pattern, safe for concurrent use.
type Matcher interface {
	// Match calls yield for the matches in text, from left to right, until it
	// returns false. A match that takes longer than the pattern's time limit
	// ends it with ErrStopped; yield may have been called before.
	Match(text []rune, yield func(Match) bool) error
}

// Match is a match and its groups, in runes of the text.
type Match struct{ Whole, Value, Unit, Label Runes }

// Runes is a half-open range of runes; the zero value is a group that took no part.
type Runes struct{ Start, End int }

func (r Runes) empty() bool { return r.Start >= r.End }

// matchesNothing stands for a pattern that does not compile while the rest of the file is checked.
type matchesNothing struct{}

func (matchesNothing) Match([]rune, func(Match) bool) error { return nil }

// ErrStopped says that a pattern was stopped by its time limit.
var ErrStopped = errors.New("the pattern was stopped by its time limit")

// Bilingual is an error with a text in English; Error is in Chinese.
type Bilingual interface {
	error
	English() string
}

// errNoEngine is for the programmer who compiles a user's catalogue.
var errNoEngine = errors.New("extract: the catalogue has patterns: pass an Engine, as in extract.Compile(cat, pattern.Compile) with package extract/pattern")

// ownPattern is a user's pattern, compiled.
type ownPattern struct {
	*catalog.PatternDef
	metric  catalog.Metric
	matcher Matcher
	role    Role
	basis   Basis
	time    Time
}

// ownRule is the Rule of the first pattern's facts; the others follow.
const ownRule = 128

// compileOwn compiles what the user's file adds and holds it to its examples.
// The error is a *catalog.Error with all problems.
func (e *Extractor) compileOwn(engines []Engine) error {
	c := e.cat
	if len(c.Own) == 0 && len(c.Patterns) == 0 && len(c.Examples) == 0 {
		return nil
	}
	if len(c.Patterns) > 0 && len(engines) == 0 {
		return errNoEngine
	}
	problems := e.uselessWords()
	for i := range c.Patterns {
		def := &c.Patterns[i]
		m, err := engines[0](e.lex.foldPattern(def.Pattern), def)
		if err != nil {
			en := err.Error()
			if b := Bilingual(nil); errors.As(err, &b) {
				en = b.English()
			}
			problems = append(problems, catalog.Problemf(def.At, "正则 %[1]s：%[2]s", "pattern %[1]s: %[3]s", def.ID, err.Error(), en))
			m = matchesNothing{}
		}
		e.patterns = append(e.patterns, e.ownPattern(def, m))
	}
	for i := range c.Patterns {
		problems = e.checkExamples(problems, c.Patterns[i].Examples)
	}
	problems = e.checkExamples(problems, c.Examples)
	return catalog.Problems(c.File(), problems)
}

func (e *Extractor) ownPattern(def *catalog.PatternDef, m Matcher) ownPattern {
	p := ownPattern{PatternDef: def, matcher: m}
	p.metric, _ = e.cat.Lookup(def.Metric)
	for r := Actual; r <= Reference; r++ {
		if r.String() == def.Role {
			p.role = r
		}
	}
	for b := Total; b <= Each; b++ {
		if b.String() == def.Basis {
			p.basis = b
		}
	}
	for t := Flow; t <= Cumulative; t++ {
		if t.String() == def.Time {
			p.time = t
		}
	}
	return p
}

// foldPattern folds the characters of an expression as texts are folded, but
// for the ends of ranges, so that [一-龥] stays what it is.
func (l *lexicon) foldPattern(expr string) string {
	runes := []rune(expr)
	var b strings.Builder
	for i, r := range runes {
		f := rune(l.quantity.Fold.Rune(r))
		inRange := i > 0 && runes[i-1] == '-' || i+1 < len(runes) && runes[i+1] == '-'
		switch {
		case r < 0x80 || r > 0xFFFF || inRange:
			b.WriteRune(r)
		case f > ' ' && f < 0x80 && !isWordByte(f): // ＋ is the sign and no operator
			b.WriteRune('\\')
			b.WriteRune(f)
		default:
			b.WriteRune(f)
		}
	}
	return b.String()
}

func isWordByte(r rune) bool {
	return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_'
}

// uselessWords are the words and units of the user's file that no text can lead
// to: words that the grammar needs (计划, 人均), units that are read as something else.
func (e *Extractor) uselessWords() (problems []catalog.Problem) {
	for i := range e.cat.Own {
		w := &e.cat.Own[i]
		if w.Kind == catalog.UnitWord {
			text := "共3" + w.Word + "。"
			ms := e.scanOf(text)
			if len(ms) != 1 || ms[0].Unit == "" || ms[0].UnitID == quantity.NoUnit || e.lex.quantity.Units[ms[0].UnitID].Unit != w.Metric {
				problems = append(problems, catalog.Problemf(w.At, "单位 %q 读不出来：“3%[1]s”不会读作它；应为数字之后的量词，不含数字和“个”", "the unit %q is never read: 3%[1]s is something else; expected what follows a number, without digits or 个", w.Word))
			}
			continue
		}
		if n := e.numeralIn(w.Word); n != "" {
			problems = append(problems, catalog.Problemf(w.At, "词 %q 里的“%s”会被读作数字，这个词见不到；应为不含数字的词，或改用 patterns", "the word %q holds %q, which is read as a number, so that it is never seen; expected a word without numbers, or use patterns", w.Word, n))
			continue
		}
		m, _ := e.cat.Lookup(w.Metric)
		classes := classSetOf(w.Units)
		useful := false
		for _, s := range e.lex.sensesOf(w.Word) {
			useful = useful || s.metric == m && s.classes&classes != 0 && s.strength == strength(w.Kind)
		}
		if !useful {
			problems = append(problems, catalog.Problemf(w.At, "词 %q 是语法用词（计划、人均一类），不能指向指标；应为更长的词", "the word %q belongs to the grammar (as 计划, 人均 do) and points to no metric; expected a longer word", w.Word))
		}
	}
	return problems
}

// numeralIn is the first numeral in a word that no word of the dictionary explains, "" where there is none.
func (e *Extractor) numeralIn(word string) string {
	for _, m := range e.scanOf(word) {
		if !m.InWord() {
			return m.Span.Of(word)
		}
	}
	return ""
}

// scanOf are the numerals of a text.
func (e *Extractor) scanOf(text string) []quantity.Mention {
	var t fold.Text
	t.Set(e.lex.quantity.Fold, text, segment.Span{End: len(text)})
	return e.lex.quantity.Scan(nil, &t)
}

// sensesOf are the senses of a word, nil where it is none of the lexicon's.
func (l *lexicon) sensesOf(word string) []sense {
	if id := l.trie.Get(l.quantity.Fold.Append(nil, word)); id != trie.None {
		return l.words[id].senses
	}
	return nil
}

func classSetOf(classes []catalog.Class) (set classSet) {
	for _, class := range classes {
		if class == catalog.Any {
			return anyClass
		}
		set |= classBit(class)
	}
	return set
}

// RuleID is the ID of a fact's rule, with the patterns of the catalogue: pattern:ID.
func (e *Extractor) RuleID(rule uint8) string {
	if p := e.Pattern(rule); p != nil {
		return "pattern:" + p.ID
	}
	return RuleID(rule)
}

// Pattern is the pattern that a fact's Rule stands for, nil where it is none.
func (e *Extractor) Pattern(rule uint8) *catalog.PatternDef {
	if k := int(rule) - ownRule; k >= 0 && k < len(e.patterns) {
		return e.patterns[k].PatternDef
	}
	return nil
}
