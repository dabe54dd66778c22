package pattern_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/pattern"
	"github.com/zhaibao/zhaibao/segment"
)

// compile compiles the built-in catalogue with a metric m and a pattern that has
// more lines of its own.
func compile(t testing.TB, expr string, more ...string) *extract.Extractor {
	t.Helper()
	file := fmt.Sprintf("metrics:\n  - {code: m, name: 甲数, additive: true}\npatterns:\n  - id: p\n    metric: m\n    timeout: 100ms\n    pattern: '%s'\n", expr)
	for _, line := range more {
		file += "    " + line + "\n"
	}
	cat, err := catalog.Builtin().Extend("own.yaml", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	ex, err := extract.Compile(cat, pattern.Compile)
	if err != nil {
		t.Fatal(err)
	}
	return ex
}

// facts are the facts of a text as "surface metric unit label", those of m marked by *.
func facts(ex *extract.Extractor, text string) string {
	var doc segment.Document
	doc.Parse(text, segment.Span{End: len(text)})
	var res extract.Result
	ex.NewWorker().Extract(extract.Report{Doc: &doc}, &res)
	var list []string
	for i := range res.Facts {
		f := &res.Facts[i]
		s := f.Of(text) + " " + ex.Catalog().Code(f.Metric)
		if ex.Pattern(f.Rule) != nil {
			s += " " + f.Quantity.Unit + " " + f.Label.Of(text)
		}
		if f.Missing {
			s += " missing"
		}
		list = append(list, s)
	}
	return strings.Join(list, "; ")
}

// TestPatterns: what a pattern takes and what it leaves alone.
func TestPatterns(t *testing.T) {
	for _, c := range []struct {
		what, expr, more, text, want string
	}{
		{"the group value names the numeral", `书吧(?<value>\d+)家`, "", "建成书吧12家、书屋3家。", "12家 m 家 书吧; 3家 facilities"},
		{"without it the only numeral of the match", `书吧\d+家`, "", "建成书吧12家。", "12家 m 家 书吧"},
		{"of two numerals nobody can say which", `书吧.*册`, "", "为书吧5家配书300册。", "5家 facilities; 300册 books"},
		{"the value is the whole numeral, not what the group holds", `书吧(?<value>\d)`, "", "建成书吧1,200余家。", "1,200余家 m 家 书吧"},
		{"万 and 余 are read as ever", `图书(?<value>[\d.]+)`, "", "配送图书1.2万余册。", "1.2万余册 m 册 图书"},
		{"a date is no figure", `(?<value>\d+)年建成`, "", "2019年建成书吧3家。", "3家 facilities"},
		{"nor is a document number", `(?<value>\d+)号`, "", "印发文件〔2019〕12号，演出3场。", "3场 performance_sessions"},
		{"a stretch of time may be one", `开门(?<value>\d+)天`, "", "书吧开门300天。", "300天 m 天 书吧开门"},
		{"the group unit gives a bare numeral its unit", `(?<unit>小时)数(?<value>\d+)`, "", "开放小时数2400，演出3场。", "2400 m 小时 小时数; 3场 performance_sessions"},
		{"and must agree with the one it has", `(?<value>\d+)家(?<unit>册)`, "", "书吧3家册子。", "3家 facilities"},
		{"the group label is what is counted", `(?<label>阅读点).{0,6}?(?<value>\d+)个`, "", "阅读点新增共12个。", "12个 m 个 阅读点"},
		{"traditional and full-width characters are folded", `書吧(?<value>\d+)家`, "", "建成书吧１２家。", "１２家 m 家 书吧"},
		{"in the text too", `书吧(?<value>\d+)家`, "", "建成書吧12家。", "12家 m 家 書吧"},
		{"a full-width operator is a sign", `Ａ＋书吧(?<value>\d+)家`, "", "建成A+书吧12家。", "12家 m 家 书吧"},
		{"the ends of a range are not folded", `[一-龥]吧(?<value>\d+)家`, "", "建成书吧12家。", "12家 m 家 书吧"},
		{"characters outside the basic plane are one each", `^.吧(?<value>\d+)家`, "", "𠮷吧12家。", "12家 m 家 "},
		{"bytes that are no text are one each", `^..吧(?<value>\d+)家`, "", "\xff\xfe吧12家。", "12家 m 家 "},
		{"a clause is seen alone", `书吧.*(?<value>\d+)册`, "", "书吧很多，每处藏书15册。", "15册 books"},
		{"a sentence whole", `书吧.*?(?<value>\d+)册`, "within: sentence", "书吧很多，每处藏书15册。", "15册 m 册 藏书"},
		{"but not the next one", `书吧.*?(?<value>\d+)册`, "within: sentence", "书吧很多。每处藏书15册。", "15册 books"},
		{"a lost number is missing", `投入(?<value>万元)`, "", "投入万元。", "万元 m 元 投入 missing"},
		{"attributes may be fixed", `书吧(?<value>\d+)家`, "role: target\n    basis: each\n    time: stock", "建成书吧12家。", "12家 m 家 书吧"},
		{"tables are read by their columns", `(?<value>\d+)`, "", "乡镇\t书吧数\n东乡\t12\n西乡\t15\n", "12 facilities; 15 facilities"},
		{"several in one clause", `书吧(?<value>\d+)家`, "", "书吧3家，书吧5家。", "3家 m 家 书吧; 5家 m 家 书吧"},
		{"an empty match takes nothing", `(?=书吧)`, "", "书吧3家。", "3家 facilities"},
	} {
		ex := compile(t, c.expr, c.more)
		if got := facts(ex, c.text); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.what, c.text, got, c.want)
		}
	}
}

// TestFixedAttributes: role, basis and time are those of the pattern.
func TestFixedAttributes(t *testing.T) {
	ex := compile(t, `书吧(?<value>\d+)家`, "role: target", "basis: each", "time: cumulative")
	text := "建成书吧12家。"
	var doc segment.Document
	doc.Parse(text, segment.Span{End: len(text)})
	var res extract.Result
	ex.NewWorker().Extract(extract.Report{Doc: &doc}, &res)
	if f := res.Facts[0]; f.Role != extract.Target || f.Basis != extract.Each || f.Time != extract.Cumulative || ex.RuleID(f.Rule) != "pattern:p" {
		t.Errorf("%v %v %v %s", f.Role, f.Basis, f.Time, ex.RuleID(f.Rule))
	}
}

// TestFirstPatternWins: of two patterns the first has the figure.
func TestFirstPatternWins(t *testing.T) {
	cat, err := catalog.Builtin().Extend("own.yaml", []byte(`metrics:
  - {code: a, name: 甲, additive: true}
  - {code: b, name: 乙, additive: true}
patterns:
  - {id: one, metric: a, pattern: '书吧\d+家', timeout: 50ms}
  - {id: two, metric: b, pattern: '\d+家', timeout: 50ms}
`))
	if err != nil {
		t.Fatal(err)
	}
	ex, err := extract.Compile(cat, pattern.Compile)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := facts(ex, "书吧3家，书屋5家。"), "3家 a 家 书吧; 5家 b 家 书屋"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if _, err := extract.Compile(cat); err == nil || !strings.Contains(err.Error(), "pattern.Compile") {
		t.Errorf("without an engine: %v", err)
	}
}

// TestEndlessPatternIsStopped: it is named, tried three times at most, and every other figure stays.
func TestEndlessPatternIsStopped(t *testing.T) {
	clause := "组织全县各乡镇街道各村社区的文化志愿者开展文明实践志愿服务活动60余次。"
	text := strings.Repeat(clause, 20)
	cat, err := catalog.Builtin().Extend("own.yaml", []byte(`metrics:
  - {code: m, name: 甲, additive: true}
patterns:
  - {id: p, metric: m, pattern: '^(\w+\s?)+！$', timeout: 5ms}
`))
	if err != nil {
		t.Fatal(err)
	}
	ex, err := extract.Compile(cat, pattern.Compile)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := extract.Compile(catalog.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	var doc segment.Document
	doc.Parse(text, segment.Span{End: len(text)})
	w := ex.NewWorker()
	var res extract.Result
	for range 2 { // the second report starts anew
		w.Extract(extract.Report{Doc: &doc}, &res)
		if len(res.Stops) != 3 || res.Stops[0].Last || !res.Stops[2].Last || res.Stops[0].Of(text) != strings.TrimSuffix(clause, "。") {
			t.Fatalf("stops: %+v", res.Stops)
		}
	}
	if got, want := facts(ex, text), facts(plain, text); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestCompileRefuses: expressions that are none, in both languages.
func TestCompileRefuses(t *testing.T) {
	for _, c := range []struct{ expr, zh, en string }{
		{`(\d+`, "缺少右括号", "missing closing )"},
		{`[一`, "字符集 [ ] 没有结束", "unterminated [] set"},
		{`[龥-一]`, "字符范围前后颠倒", "range in reverse order"},
		{`*家`, "重复记号前面没有东西", "missing argument"},
		{`(?<number>\d)`, "不认识的组 (?<number>…)；可用 value、unit、label", "unknown group (?<number>…)"},
		{`\k<x>`, "引用了没有的组", "reference to undefined group"},
	} {
		_, err := pattern.Compile(c.expr, &catalog.PatternDef{Timeout: catalog.MostTimeout})
		var both extract.Bilingual
		if !errors.As(err, &both) || !strings.Contains(err.Error(), c.zh) || !strings.Contains(both.English(), c.en) {
			t.Errorf("%s: %v", c.expr, err)
		}
	}
	if _, err := pattern.Compile("家", &catalog.PatternDef{}); err == nil || !strings.Contains(err.Error(), "没有时限") {
		t.Errorf("no limit: %v", err)
	}
}

// TestUnrelatedMetricChangesNothing: a metric, words, a unit and a pattern that
// the project's reports do not hold change none of their facts.
func TestUnrelatedMetricChangesNothing(t *testing.T) {
	files, err := filepath.Glob("../../testdata/reports/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(err, len(files))
	}
	plain, err := extract.Compile(catalog.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	texts, before, all := []string{}, []string{}, ""
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts, before, all = append(texts, string(data)), append(before, everything(plain, string(data))), all+string(data)
	}
	strange := rapid.Custom(func(rt *rapid.T) string {
		word := rapid.SliceOfN(rapid.SampledFrom([]rune("饕餮魑魅魍魉氍毹龃龉")), 1, 4)
		list := make([]any, 7)
		list[0] = rapid.SampledFrom([]string{"people", "place", "thing", "copy", "money", "session", "any", "none"}).Draw(rt, "class")
		for i := range list[1:] {
			w := word.Filter(func(w []rune) bool { return !strings.Contains(all, string(w)) }).Draw(rt, "word")
			list[i+1] = string(w)
		}
		return fmt.Sprintf(`metrics:
  - {code: strange_one, name: 怪数, additive: true}
units:
  - {unit: %[2]s, class: thing}
words:
  - {metric: strange_one, units: [%[1]s], nouns: [%[3]s], weak: [%[4]s], verbs: [%[5]s]}
patterns:
  - {id: p, metric: strange_one, pattern: '%[6]s(?<value>\d+)', timeout: 1s}
  - {id: q, metric: strange_one, pattern: '(?<value>\d+)%[7]s', timeout: 1s, within: sentence}
`, list...)
	})
	for seed := range 20 { // to compile a catalogue takes 20 ms, so a check of rapid's hundred is too much
		file := strange.Example(seed)
		cat, err := catalog.Builtin().Extend("own.yaml", []byte(file))
		if err != nil {
			t.Fatal(err)
		}
		ex, err := extract.Compile(cat, pattern.Compile)
		if err != nil {
			t.Fatal(err)
		}
		for i := seed % 4; i < len(texts); i += 4 {
			if after := everything(ex, texts[i]); after != before[i] {
				t.Fatalf("%s: the facts change with\n%s", files[i], file)
			}
		}
	}
}

// everything is all that is found in a text.
func everything(ex *extract.Extractor, text string) string {
	var doc segment.Document
	doc.Parse(text, segment.Span{End: len(text)})
	var res extract.Result
	ex.NewWorker().Extract(extract.Report{Doc: &doc}, &res)
	return fmt.Sprintf("%+v", res)
}

// FuzzCompile: no expression makes the engine panic, and a match keeps to its limit.
func FuzzCompile(f *testing.F) {
	for _, seed := range []string{`书吧(?<value>\d+)家`, `(\w+)+$`, `(?<=书吧)\d+(?=家)`, `[一-龥]{2,}`, `(?>a|b)*?\1`, `\p{IsHan}+`, `(?(x)a|b)`, `(?i)\k<value>`, `(?r)家\d`, "\xff"} {
		f.Add(seed)
	}
	text := []rune("全县建成书吧12家，每家藏书1500余册，全年接待读者3.6万人次。")
	f.Fuzz(func(t *testing.T, expr string) {
		m, err := pattern.Compile(expr, &catalog.PatternDef{Timeout: catalog.LeastTimeout})
		if err != nil {
			if both := extract.Bilingual(nil); !errors.As(err, &both) || err.Error() == "" || both.English() == "" {
				t.Errorf("%q: %v", expr, err)
			}
			return
		}
		err = m.Match(text, func(got extract.Match) bool {
			for _, r := range []extract.Runes{got.Whole, got.Value, got.Unit, got.Label} {
				if r.Start < 0 || r.End < r.Start || r.End > len(text) {
					t.Errorf("%q: %+v", expr, got)
				}
			}
			return true
		})
		if err != nil && !errors.Is(err, extract.ErrStopped) {
			t.Errorf("%q: %v", expr, err)
		}
	})
}
