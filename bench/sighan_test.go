package bench

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/zhaibao/zhaibao/segment"
	"github.com/zhaibao/zhaibao/segment/fast"
	"github.com/zhaibao/zhaibao/segment/gse"
	"github.com/zhaibao/zhaibao/segment/jieba"
)

// named is a segmenter with its name.
type named struct {
	name string
	segment.Segmenter
}

// segmenters are the backends, jieba only with cgo.
func segmenters(t *testing.T) []named {
	g, err := gse.New()
	if err != nil {
		t.Fatal(err)
	}
	list := []named{{"fast", fast.Default()}, {"gse", g}}
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yanyiwu/gojieba").Output()
	if err != nil {
		return list
	}
	if j, err := jieba.New(jieba.In(filepath.Join(strings.TrimSpace(string(dir)), "deps", "cppjieba", "dict"))); err == nil {
		list = append(list, named{"jieba", j})
	}
	return list
}

// TestSIGHAN prints the word F1 of each backend on the test sets PKU and MSR of
// SIGHAN 2005, where ZHAIBAO_SIGHAN names the folder icwb2-data:
//
//	ZHAIBAO_SIGHAN=/data/icwb2-data go test -run SIGHAN -v .
func TestSIGHAN(t *testing.T) {
	dir := os.Getenv("ZHAIBAO_SIGHAN")
	if dir == "" {
		t.Skip("ZHAIBAO_SIGHAN names no folder icwb2-data")
	}
	for _, name := range []string{"pku", "msr"} {
		set, err := ReadTestSet(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		f1 := map[string]float64{}
		for _, s := range segmenters(t) {
			score := set.Score(s)
			f1[s.name] = score.F1()
			t.Logf("%s %-5s P %.4f R %.4f F1 %.4f (%d words)", name, s.name, score.Precision(), score.Recall(), score.F1(), score.Got)
		}
		if f1["fast"] < f1["gse"]-0.002 {
			t.Errorf("%s: fast has %.4f, gse %.4f", name, f1["fast"], f1["gse"])
		}
	}
}

// TestScorer counts small cases by hand.
func TestScorer(t *testing.T) {
	for _, row := range []struct {
		gold, got string
		want      WordScore
		f1        float64
	}{
		{"全县 举办 活动", "全县 举办 活动", WordScore{3, 3, 3}, 1},
		{"全县 举办 活动", "全 县 举办 活动", WordScore{3, 4, 2}, 4. / 7},
		{"全县 举办 活动", "全县举办活动", WordScore{3, 1, 0}, 0},
		{"农家书屋 建成", "农家 书屋 建成", WordScore{2, 3, 1}, 2. / 5},
		{"一 二三 四", "一二 三四", WordScore{3, 2, 0}, 0},
		{"", "", WordScore{}, 0},
	} {
		_, gold := goldLine(row.gold)
		_, got := goldLine(row.got)
		var s WordScore
		s.add(gold, got)
		if s != row.want || math.Abs(s.F1()-row.f1) > 1e-12 {
			t.Errorf("%s for %s: %+v, F1 %v, want %+v, %v", row.got, row.gold, s, s.F1(), row.want, row.f1)
		}
		if p, r := s.Precision(), s.Recall(); p+r > 0 && math.Abs(2*p*r/(p+r)-s.F1()) > 1e-12 {
			t.Errorf("%s: F1 is not the harmonic mean of %v and %v", row.got, p, r)
		}
	}
}

func TestReadTestSet(t *testing.T) {
	dir := t.TempDir()
	write := func(path, text string) {
		path = filepath.Join(dir, "icwb2-data", path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("testing/pku_test.utf8", "\ufeff群众参加活动\r\n３０场\r\n")
	write("gold/pku_test_gold.utf8", "群众  参加  活动  \r\n３０  场\r\n")
	set, err := ReadTestSet(dir, "pku")
	if err != nil || len(set.Lines) != 2 || set.Lines[1] != "３０场" || len(set.Words[0]) != 3 {
		t.Fatalf("%+v, %v", set, err)
	}
	if s := set.Score(fast.Default()); s != (WordScore{5, 5, 5}) {
		t.Errorf("%+v", s)
	}
	for _, row := range []struct{ gold, want string }{
		{"群众  参加  活动\n", "pku_test_gold.utf8 1: they are not of one test set"},
		{"群众  参加  活动\n３０  次\n", "pku_test_gold.utf8:2: the text is not that of"},
	} {
		write("gold/pku_test_gold.utf8", row.gold)
		if _, err := ReadTestSet(dir, "pku"); err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%v, want %s", err, row.want)
		}
	}
	if _, err := ReadTestSet(dir, "msr"); err == nil {
		t.Error("a set that is not there is read")
	}
}

// TestAsGse takes gse's words for gold, over the annotated reports and the
// corpora: all words, and those of Chinese letters only, whose paths fast and gse
// find by the same costs. (Numbers, blanks and dashes fast keeps whole.)
func TestAsGse(t *testing.T) {
	list := segmenters(t)
	texts := map[string][]string{}
	for _, pattern := range []string{"../testdata/reports/*.txt", "../testdata/tables/*/*.txt"} {
		paths, _ := filepath.Glob(pattern)
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			texts["reports"] = append(texts["reports"], string(text))
		}
	}
	varied, err := Varied(20)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range varied.Documents {
		texts["varied"] = append(texts["varied"], d.Text)
	}
	for _, name := range []string{"reports", "varied"} {
		var line []string
		for _, s := range list {
			var all, han WordScore
			for _, text := range texts[name] {
				gold, got := list[1].AppendWords(nil, text), s.AppendWords(nil, text)
				all.add(gold, got)
				han.add(hanOnly(text, gold), hanOnly(text, got))
			}
			line = append(line, fmt.Sprintf("%s %.4f (Chinese letters only %.5f)", s.name, all.F1(), han.F1()))
			if s.name == "fast" && han.F1() < 0.999 {
				t.Errorf("%s: fast cuts otherwise than gse: %.5f", name, han.F1())
			}
		}
		t.Logf("%s, F1 against gse's words: %s", name, strings.Join(line, ", "))
	}
}

func hanOnly(text string, words []segment.Span) (han []segment.Span) {
	for _, w := range words {
		if !strings.ContainsFunc(w.Of(text), func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
			han = append(han, w)
		}
	}
	return han
}
