// Package pattern is the engine for the patterns of a user's catalogue:
// regular expressions of .NET's dialect, read by github.com/dlclark/regexp2/v2.
//
//  1. Compile refuses what the parser refuses and named groups other than
//     value, unit and label, and sets the pattern's time limit. A dot also
//     matches the end of a line, since texts are wrapped anywhere.
//  2. A Matcher hands out matches in runes; one that outlives its limit or its
//     stack of backtracking ends in extract.ErrStopped.
//  3. extract.Compile takes Compile as its engine: extract.Compile(cat, pattern.Compile).
//
// The library looks at the clock every 100 ms; importing this package has it
// look every 2 ms, so that a limit of 50 ms is one. The clock runs only while
// patterns are matched.
package pattern

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/dlclark/regexp2/v2"
	"github.com/dlclark/regexp2/v2/syntax"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
)

const clockPeriod = 2 * time.Millisecond

func init() { regexp2.SetTimeoutCheckPeriod(clockPeriod) }

// mostBacktracks bounds the stack of a match, in integers.
const mostBacktracks = 1 << 20

// groups are the names that groups may have.
var groups = []string{"value", "unit", "label"}

// Compile is an extract.Engine.
func Compile(expr string, def *catalog.PatternDef) (_ extract.Matcher, err error) {
	defer func() {
		if p := recover(); p != nil { // a fault of the library must not end a run
			err = &problem{fmt.Sprintf("正则库出错：%v", p), fmt.Sprintf("the library of patterns failed: %v", p)}
		}
	}()
	if def.Timeout < catalog.LeastTimeout || def.Timeout > catalog.MostTimeout {
		return nil, &problem{fmt.Sprintf("没有时限，或不在 %v 到 %v 之间", catalog.LeastTimeout, catalog.MostTimeout),
			fmt.Sprintf("no time limit, or none between %v and %v", catalog.LeastTimeout, catalog.MostTimeout)}
	}
	re, err := regexp2.Compile(expr, regexp2.Singleline, regexp2.OptionMaxBacktrackingStackSize(mostBacktracks))
	var bad *syntax.Error
	switch {
	case errors.As(err, &bad):
		why := string(bad.Code)
		if len(bad.Args) > 0 {
			why = fmt.Sprintf(why, bad.Args...)
		}
		return nil, &problem{"写法不对：" + inChinese(why), "not a regular expression: " + why}
	case err != nil:
		return nil, &problem{"写法不对：" + err.Error(), "not a regular expression: " + err.Error()}
	}
	re.MatchTimeout = def.Timeout
	m := &matcher{re: re}
	for _, name := range re.GetGroupNames() {
		if strings.Trim(name, "0123456789") == "" {
			continue // unnamed
		}
		if !slices.Contains(groups, name) {
			return nil, &problem{fmt.Sprintf("不认识的组 (?<%s>…)；可用 value、unit、label，或不命名", name), fmt.Sprintf("unknown group (?<%s>…); expected value, unit, label or no name", name)}
		}
	}
	for i, to := range []*int{&m.value, &m.unit, &m.label} {
		*to = re.GroupNumberFromName(groups[i])
	}
	return m, nil
}

// matcher is a compiled pattern with the numbers of its groups, -1 for one it does not have.
type matcher struct {
	re                 *regexp2.Regexp
	value, unit, label int
}

// Match calls yield for the matches in text.
func (m *matcher) Match(text []rune, yield func(extract.Match) bool) (err error) {
	defer func() {
		if recover() != nil { // a fault of the library costs the figure, not the report
			err = extract.ErrStopped
		}
	}()
	err = m.re.FindRunesMatches(text, 0, func(v regexp2.MatchView) bool {
		return yield(extract.Match{Whole: group(v, 0), Value: group(v, m.value), Unit: group(v, m.unit), Label: group(v, m.label)})
	})
	if err != nil { // the time limit or the stack: a pattern that compiled has no other errors
		return extract.ErrStopped
	}
	return nil
}

func group(v regexp2.MatchView, n int) extract.Runes {
	if n < 0 {
		return extract.Runes{}
	}
	at, length, ok := v.GroupRange(n)
	if !ok {
		return extract.Runes{}
	}
	return extract.Runes{Start: at, End: at + length}
}

// problem is what is wrong with an expression, in both languages.
type problem struct{ zh, en string }

func (p *problem) Error() string   { return p.zh }
func (p *problem) English() string { return p.en }

// inChinese is the parser's complaint in Chinese, with its own words behind.
func inChinese(why string) string {
	for _, known := range complaints {
		if strings.Contains(why, known.en) {
			return known.zh + " (" + why + ")"
		}
	}
	return why
}

var complaints = []problem{
	{"缺少右括号 )", "missing closing )"}, {"多出右括号 )", "unexpected )"}, {"缺少右花括号 }", "missing closing }"},
	{"字符集 [ ] 没有结束", "unterminated [] set"}, {"字符范围前后颠倒", "range in reverse order"},
	{"重复记号前面没有东西", "missing argument to repetition operator"}, {"重复记号叠用", "invalid nested repetition operator"},
	{"组名写法不对", "invalid group name"}, {"末尾是单独的 \\", "illegal \\ at end of pattern"},
	{"不认识的转义", "unrecognized escape sequence"}, {"不认识的 (? 写法", "unrecognized grouping construct"},
	{"引用了没有的组", "reference to undefined group"},
}
