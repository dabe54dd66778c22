package extract

import (
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/segment"
)

// scripted is an engine whose matches come from package regexp; before each
// call it does what the test says.
type scripted struct {
	re     *regexp.Regexp
	before func(call int, text []rune) error
	calls  int
}

func (s *scripted) Match(text []rune, yield func(Match) bool) error {
	s.calls++
	for _, at := range s.re.FindAllStringSubmatchIndex(string(text), -1) {
		runes := func(i int) int { return utf8.RuneCountInString(string(text)[:i]) }
		if !yield(Match{Whole: Runes{runes(at[0]), runes(at[1])}}) {
			break
		}
	}
	return s.before(s.calls, text)
}

// withPattern compiles the built-in catalogue with a metric own and a scripted pattern.
func withPattern(t *testing.T, limit time.Duration, before func(int, []rune) error) (*Extractor, *scripted) {
	t.Helper()
	c := *catalog.Builtin()
	c.Metrics = append(c.Metrics[:len(c.Metrics):len(c.Metrics)], catalog.MetricDef{Code: "own", Name: "自定"})
	c.Patterns = []catalog.PatternDef{{ID: "p", Metric: "own", Pattern: `演出\d+场`, Timeout: limit}}
	s := &scripted{before: before}
	e, err := Compile(&c, func(expr string, _ *catalog.PatternDef) (Matcher, error) {
		var err error
		s.re, err = regexp.Compile(expr)
		return s, err
	})
	if err != nil {
		t.Fatal(err)
	}
	return e, s
}

func extractOwn(e *Extractor, text string) *Result {
	var doc segment.Document
	doc.Parse(text, segment.Span{End: len(text)})
	res := new(Result)
	e.NewWorker().Extract(Report{Doc: &doc}, res)
	return res
}

func countOwn(e *Extractor, res *Result) (n int) {
	for i := range res.Facts {
		if e.Pattern(res.Facts[i].Rule) != nil {
			n++
		}
	}
	return n
}

// TestStops: when a pattern counts as stopped, and what that costs.
func TestStops(t *testing.T) {
	text := strings.Repeat("演出12场。", 60)
	for _, c := range []struct {
		what          string
		limit         time.Duration
		before        func(call int, text []rune) error
		facts, stops  int
		last, atLeast bool
	}{
		{"never stopped", time.Second, func(int, []rune) error { return nil }, 60, 0, false, false},
		{"stopped once on every text and quick when tried again, as on a busy machine", time.Second,
			func(call int, _ []rune) error {
				if call%2 == 1 {
					return ErrStopped
				}
				return nil
			}, 60, 0, false, false},
		{"always stopped: three times are enough, and what it found before is not kept", time.Second,
			func(int, []rune) error { return ErrStopped }, 0, 3, true, false},
		{"slow on every text: ten limits are enough", 2 * time.Millisecond,
			func(int, []rune) error { time.Sleep(time.Millisecond); return nil }, 1, 1, true, true},
	} {
		e, s := withPattern(t, c.limit, c.before)
		res := extractOwn(e, text)
		n := countOwn(e, res)
		if c.atLeast && (n < c.facts || n >= 60) || !c.atLeast && n != c.facts || len(res.Stops) < c.stops || !c.atLeast && len(res.Stops) != c.stops {
			t.Errorf("%s: %d facts, %d stops, want %d and %d", c.what, n, len(res.Stops), c.facts, c.stops)
		}
		if len(res.Facts) != 60 {
			t.Errorf("%s: %d facts in all, want 60", c.what, len(res.Facts))
		}
		if k := len(res.Stops); c.last && (k == 0 || !res.Stops[k-1].Last) || !c.last && k > 0 {
			t.Errorf("%s: %+v", c.what, res.Stops)
		}
		if k := len(res.Stops); k > 0 && res.Stops[k-1].Slow != c.atLeast {
			t.Errorf("%s: slow in %+v", c.what, res.Stops)
		}
		if s.calls > 120 {
			t.Errorf("%s: %d calls", c.what, s.calls)
		}
	}
}

// TestPatternsSeeLittle: a report without any punctuation is cut around its
// figures, so that the time stays linear.
func TestPatternsSeeLittle(t *testing.T) {
	longest, all := 0, 0
	e, s := withPattern(t, time.Second, func(_ int, text []rune) error {
		longest, all = max(longest, len(text)), all+len(text)
		return nil
	})
	res := extractOwn(e, strings.Repeat("全年共组织演出12场参加", 5000))
	if n := countOwn(e, res); n != 5000 {
		t.Errorf("%d figures were taken, want 5000", n)
	}
	if longest > 2*reach+8 || s.calls > 5100 {
		t.Errorf("%d calls, the longest of %d runes", s.calls, longest)
	}
	before := s.calls
	extractOwn(e, strings.Repeat("全县文化工作取得新的成绩。", 100)+"2019年，第三届，文化〔2019〕12号。")
	if s.calls != before {
		t.Errorf("patterns were tried %d times on clauses without a figure", s.calls-before)
	}
}

// TestOwnRulesHaveRoom: the numbers of patterns' rules are nobody else's.
func TestOwnRulesHaveRoom(t *testing.T) {
	if len(rules) > ownRule || ownRule+catalog.MostPatterns > CorrectionRule {
		t.Errorf("%d rules, patterns from %d to %d, others from %d", len(rules), ownRule, ownRule+catalog.MostPatterns, CorrectionRule)
	}
	e := mustCompile(t)
	for rule := range 256 {
		if e.RuleID(uint8(rule)) != RuleID(uint8(rule)) || e.Pattern(uint8(rule)) != nil {
			t.Errorf("rule %d is %q", rule, e.RuleID(uint8(rule)))
		}
	}
}

// TestFoldPattern: an expression is folded as texts are, but stays one.
func TestFoldPattern(t *testing.T) {
	l := mustCompile(t).lex
	for _, c := range []struct{ expr, want string }{
		{`書屋\d+`, `书屋\d+`}, {`[一-龥]`, `[一-龥]`}, {`Ａ１`, `A1`}, {`＋［`, `\+\[`}, {`（人）`, `（人）`}, {`𠮷`, `𠮷`}, {`(?<value>\d)`, `(?<value>\d)`},
	} {
		if got := l.foldPattern(c.expr); got != c.want {
			t.Errorf("%s is folded to %s, want %s", c.expr, got, c.want)
		}
	}
}
