package catalog

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// problemsOf are the problems of a file as LINE:COLUMN and the Chinese text.
func problemsOf(t *testing.T, data string) []string {
	t.Helper()
	_, err := Builtin().Extend("f.yaml", []byte(data))
	if err == nil {
		return nil
	}
	var e *Error
	if !errors.As(err, &e) || e.File != "f.yaml" {
		t.Fatalf("%T %v", err, err)
	}
	var list []string
	for i := range e.Problems {
		p := &e.Problems[i]
		if !strings.HasPrefix(p.English(), p.Position.String()+": ") || strings.ContainsAny(p.English(), "，；应") {
			t.Errorf("English: %s", p.English())
		}
		list = append(list, strings.TrimPrefix(p.Error(), "f.yaml:"))
	}
	return list
}

// TestProblems: what a file says, and the problems it has, each with its place.
func TestProblems(t *testing.T) {
	const one = "metrics:\n  - {code: m, name: 甲, additive: true}\n"
	for _, c := range []struct{ what, file, want string }{
		{"a whole file without problems", one + "units:\n  - {unit: 屋次, class: session, base: 次, factor: 1}\nwords:\n  - {metric: m, units: [place], nouns: [甲屋]}\n", ""},
		{"only comments", "# 空\n", "1:1: 文件是空的，应有 metrics"},
		{"lists may be empty", "metrics:\nunits: []\n", ""},
		{"a code in octal stays text and is no code", "metrics:\n  - {code: 0110, name: 甲, additive: true}\n", "2:12: 0110 会被当作整数，应为文字；请加引号"},
		{"a quoted number is a name", "metrics:\n  - {code: m, name: \"110\", additive: true}\n", ""},
		{"a date is no name", "metrics:\n  - {code: m, name: 2024-01-01, additive: true}\n", "2:21: 2024-01-01 会被当作日期"},
		{"no is a word and no truth", "metrics:\n  - {code: m, name: no, additive: no}\n", `2:35: "no" 不行，应为 true 或 false`},
		{"null is no name", "metrics:\n  - {code: m, name: , additive: true}\n", "2:21: 这里是空的，应为文字"},
		{"a name of several lines", "metrics:\n  - code: m\n    name: |\n      甲\n      乙\n    additive: true\n", "2:5: name、name_en、doc 应各为一行文字"},
		{"a metric twice", "metrics:\n  - {code: m, name: 甲, additive: true}\n  - {code: m, name: 乙, additive: true}\n", "3:12: 已有指标 m（甲）"},
		{"a unit of its own with a factor", "units:\n  - {unit: 摞摞, class: copy, factor: 10}\n", "2:37: 单位以自身为基本单位，factor 应为 1"},
		{"a base that is a spelling of one", "units:\n  - {unit: 台戏, class: session, base: 場, factor: 1}\n", ""},
		{"a factor is exact", "units:\n  - {unit: 套书, class: copy, base: 册, factor: 0.1}\n", ""},
		{"a factor of nothing", "units:\n  - {unit: 套书, class: copy, base: 册, factor: 0.0}\n", `2:46: "0.0" 不行`},
		{"a unit in traditional characters", "units:\n  - {unit: 場次, class: session}\n", `2:12: 单位 "場次" 已有（场次）`},
		{"a unit twice", "units:\n  - {unit: 摞摞, class: copy, also: [摞摞]}\n", `2:36: 单位 "摞摞" 已有（摞摞）`},
		{"a class that units do not have", "units:\n  - {unit: 摞摞, class: any}\n", `2:23: "any" 不行，可用 people`},
		{"a unit that hints at nothing", "units:\n  - {unit: 摞摞, class: copy, metric: mm}\n", `2:37: 没有指标 "mm"`},
		{"a word that points elsewhere", one + "words:\n  - {metric: m, units: [copy], nouns: [图书]}\n", `4:40: 词 "图书" 在内置目录中指向 books（copy）；要改指 m，请在这一组写 override: true`},
		{"and with override", one + "words:\n  - {metric: m, units: [copy], nouns: [图书], override: true}\n", ""},
		{"in traditional characters too", one + "words:\n  - {metric: m, units: [copy], nouns: [圖書]}\n", `4:40: 词 "圖書" 在内置目录中指向 books`},
		{"as another kind of word it is free", one + "words:\n  - {metric: m, units: [copy], weak: [图书]}\n", ""},
		{"a word twice", one + "words:\n  - {metric: m, units: [any], nouns: [甲屋, 甲屋]}\n", `4:43: 词 "甲屋" 在第 4 行已指向 m`},
		{"a list that is a word", one + "words:\n  - {metric: m, units: [any], nouns: 甲屋}\n", "4:38: 这里是“甲屋”，应为列表"},
		{"an alias", one + "words:\n  - {metric: m, units: &u [any], nouns: [甲屋]}\n  - {metric: m, units: *u, nouns: [乙屋]}\n", "5:24: 这里是别名 *u，应为列表"},
		{"an alias of itself", "metrics: &a\n  - *a\n", "2:5: 这里是别名 *a，应为“键: 值”"},
		{"a merge of keys", "metrics:\n  - <<: {code: m}\n    name: 甲\n    additive: true\n", "2:5: 缺少 code; 2:5: 不认识的键 \"<<\""},
		{"a pattern without a limit", one + "patterns:\n  - {id: p, metric: m, pattern: x}\n", "4:5: 缺少 timeout"},
		{"a limit without a unit", one + "patterns:\n  - {id: p, metric: m, pattern: x, timeout: 50}\n", `4:45: "50" 不行，应为 1ms 到 1s`},
		{"a limit that is none", one + "patterns:\n  - {id: p, metric: m, pattern: x, timeout: 0s}\n", `4:45: "0s" 不行`},
		{"a pattern that is a number", one + "patterns:\n  - {id: p, metric: m, pattern: 1, timeout: 5ms}\n", "4:33: 1 会被当作整数"},
		{"an example without what it wants", one + "examples:\n  - {text: 甲}\n", "4:5: 缺少 want"},
		{"keys in the wrong place", "code: m\n", `1:1: 不认识的键 "code"；可用 metrics`},
		{"a key that is a list", "[a]: 1\n", `1:1: 不认识的键 ""`},
		{"not closed", "metrics: [\n", "YAML 写法不对"},
		{"a tab", "metrics:\n  - code: m\n\tname: 甲\n", "3:1: YAML 写法不对"},
	} {
		got := strings.Join(problemsOf(t, c.file), "; ")
		ok := c.want == "" && got == ""
		if c.want != "" {
			ok = true
			for _, part := range strings.Split(c.want, "; ") {
				ok = ok && strings.Contains(got, part)
			}
		}
		if !ok {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.want)
		}
	}
}

// TestExtend: what a file adds, and that the built-in catalogue stays as it is.
func TestExtend(t *testing.T) {
	before := Builtin()
	lists := [][]string{}
	for _, w := range before.Words {
		lists = append(lists, append([]string(nil), w.Nouns...))
	}
	path := filepath.Join(t.TempDir(), "own.yaml")
	if err := os.WriteFile(path, []byte(`metrics:
  - {code: houses, name: 书屋数, additive: true}
units:
  - {unit: 套书, class: copy, base: 冊, factor: 0.1, also: [套圖書]}
words:
  - {metric: houses, units: [place], nouns: [书屋, 农家书屋], override: true}
patterns:
  - {id: p, metric: houses, pattern: '书屋\d+', timeout: 1s, within: sentence, role: target}
`), 0o666); err != nil {
		t.Fatal(err)
	}
	c, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	m, ok := c.Lookup("houses")
	if !ok || int(m) != len(before.Metrics) || c.Metrics[m].NameEN != "houses" {
		t.Errorf("the metric is number %d", m)
	}
	if u := c.Units[len(c.Units)-1]; u.Base != "册" || u.Factor != "0.1" {
		t.Errorf("the unit is %+v", u)
	}
	if p := c.Patterns[0]; p.Within != Sentence || p.Role != "target" || p.At.Line != 8 || p.At.Column != 38 || p.At.File != path {
		t.Errorf("the pattern is %+v", p)
	}
	places, others := "", 0
	for _, w := range c.Words {
		for _, noun := range w.Nouns {
			if noun != "书屋" {
				continue
			}
			for _, class := range classesOf(w.Units) {
				if class == "place" {
					places += w.Metric
				} else {
					others++
				}
			}
		}
	}
	if places != "houses" || others == 0 {
		t.Errorf("书屋 for places points to %q, and to %d other classes", places, others)
	}
	for i, w := range Builtin().Words {
		if !reflect.DeepEqual(append([]string(nil), w.Nouns...), lists[i]) {
			t.Fatalf("the built-in nouns of group %d changed", i)
		}
	}
	if _, err := c.Extend("again.yaml", []byte("metrics:\n  - {code: houses, name: 别的, additive: true}\n")); err == nil || !strings.Contains(err.Error(), "again.yaml:2:12") {
		t.Errorf("extended again: %v", err)
	}
	if _, err := Load(filepath.Join(t.TempDir(), "absent")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("absent: %v", err)
	}
}

// FuzzExtend: no file makes the loader panic; places are in the file, both languages say something.
func FuzzExtend(f *testing.F) {
	for _, seed := range []string{"", "metrics:\n  - {code: m, name: 甲, additive: true}\n", "words:\n- metric: books\n  units: [any]\n  nouns: [&a 图书, *a]\n  override: yes\n",
		"units: [{unit: 册, class: copy, base: 个, factor: 1e3}]", "patterns: [{id: p, metric: books, pattern: '(', timeout: 5ms, examples: [{text: 3册, want: [3册 books]}]}]",
		"a: &a [*a]\n---\n? [x]\n: y", "\xff\xfe", "metrics: !!binary aGk=\n", "%YAML 9\n---\n"} {
		f.Add(seed)
	}
	builtin := Builtin()
	small := &Catalog{Metrics: builtin.Metrics, Units: builtin.Units[:20], Words: builtin.Words[:3], Fold: "書 书\n"}
	f.Fuzz(func(t *testing.T, data string) {
		c, err := small.Extend("f", []byte(data))
		if c == nil {
			t.Fatal("no catalogue")
		}
		if err := c.Check(); err != nil {
			t.Errorf("%q: %v", data, err)
		}
		var e *Error
		if err == nil {
			return
		}
		if !errors.As(err, &e) || len(e.Problems) == 0 {
			t.Fatalf("%v", err)
		}
		lines := strings.Count(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n").Replace(data), "\n") + 1
		for _, p := range e.Problems {
			if p.Line < 1 || p.Line > lines || p.Column < 1 || p.zh == "" || p.en == "" {
				t.Errorf("%q: %s (%s)", data, p.Error(), p.English())
			}
		}
	})
}
