package terms

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/period"
)

// hand is a corpus small enough to count by hand. One letter is a word.
//
//	甲: "演出 演出 观众" and "演出 观众"    演出 3, 观众 2: 5 words, 2 reports
//	乙: "观众 观众 观众 文化 演出"          观众 3, 文化 1, 演出 1: 5 words, 1 report
func hand(t *testing.T, o Options) *Table {
	o.Segmenter = newToy("演出 观众 文化")
	return tableOf(t, o, reportOf("甲", "2019", "演出演出观众。"), reportOf("甲", "2019", "演出观众。"), reportOf("乙", "2019", "观众观众观众文化演出。"))
}

func TestTFIDFByHand(t *testing.T) {
	type row struct {
		count, reports int
		per10k, tfidf  float64
	}
	got := map[string]row{}
	hand(t, Options{}).Terms(func(r *TermRow) error {
		got[r.Region+r.Text] = row{r.Count, r.Reports, r.Share, r.TFIDF}
		return nil
	})
	for key, want := range map[string]row{
		"甲演出": {3, 2, 6000, 0},                  // 3/5·10000; in 3 of 3 reports: 3·log10(3/3)
		"甲观众": {2, 2, 4000, 0},                  // the same
		"乙观众": {3, 1, 6000, 0},                  //
		"乙文化": {1, 1, 2000, 0.4771212547196624}, // 1·log10(3/1)
		"乙演出": {1, 1, 2000, 0},
	} {
		if g := got[key]; g.count != want.count || g.reports != want.reports || !near(g.per10k, want.per10k) || !near(g.tfidf, want.tfidf) {
			t.Errorf("%s: %v, want %v", key, g, want)
		}
	}
	if len(got) != 5 {
		t.Errorf("%d rows, want 5", len(got))
	}
}

func TestKeynessByHand(t *testing.T) {
	// 甲 against 乙, tests of 演出 (3 and 1), 观众 (2 and 3), 文化 (0 and 1), 5 words each:
	//	演出 2(3·ln(3/2) + 1·ln(1/2) + 2·ln(2/3) + 4·ln(4/3)) = 2(1.216395 − 0.693147 − 0.810930 + 1.150728) = 1.726092
	//	观众 2(2·ln(2/2.5) + 3·ln(3/2.5) + 3·ln(3/2.5) + 2·ln(2/2.5)) = 2(−0.892574 + 1.093929)             = 0.402710
	//	文化 2(0 + 1·ln(1/0.5) + 5·ln(5/4.5) + 4·ln(4/4.5)) = 2(0.693147 + 0.526803 − 0.471132)              = 1.497635
	// p: 0.188911, 0.525694, 0.221036. Smallest first: 0.188911·3/1 = 0.566733, 0.221036·3/2 = 0.331554,
	// 0.525694·3/3 = 0.525694; the least of what follows: 0.331554, 0.331554, 0.525694
	// 文化 is tested and has no row in 甲: it is absent there, which is not significant
	// %DIFF: 演出 100(0.6−0.2)/0.2 = 200; 观众 100(0.4−0.6)/0.6 = −33.333333; 文化 100(0−0.2)/0.2 = −100
	want := []struct {
		text        string
		over        bool
		g2, p, q    float64
		diff        float64
		count, rest int
	}{
		{"演出", true, 1.726092, 0.188911, 0.331554, 200, 3, 1},
		{"观众", false, 0.402710, 0.525694, 0.525694, -33.333333, 2, 3},
	}
	var rows []KeyRow
	hand(t, Options{MinCount: 1}).Keyness(0, func(r *KeyRow) error { rows = append(rows, *r); return nil })
	if len(rows) != 5 { // 甲 lacks 文化, which is not significant
		t.Fatalf("%d rows, want 5", len(rows))
	}
	close := func(a, b float64) bool { return math.Abs(a-b) < 2e-6 }
	for i, w := range want {
		r := rows[3+i] // 乙 comes before 甲
		if r.Region != "甲" || r.Text != w.text || r.Over() != w.over || r.Tests != 3 || r.Count != w.count || r.RestCount != w.rest ||
			!close(r.G2, w.g2) || !close(r.P, w.p) || !close(r.Q, w.q) || !r.HasDiff || !close(r.Diff, w.diff) {
			t.Errorf("%d: %+v\nwant %+v", i, r, w)
		}
	}
	if r := rows[0]; r.Text != "文化" && r.Text != "观众" || !r.Over() {
		t.Errorf("%+v", r)
	}
	for _, r := range rows { // 乙 alone has 文化
		if r.Region == "乙" && r.Text == "文化" && (r.HasDiff || !r.Over()) {
			t.Errorf("%+v: a percentage of nothing", r)
		}
	}
}

func TestOneGroupHasNoKeyness(t *testing.T) {
	table := tableOf(t, Options{Segmenter: newToy("演出"), MinCount: 1}, reportOf("甲", "", "演出"))
	table.Keyness(0, func(r *KeyRow) error { t.Errorf("%+v", r); return nil })
}

func TestCollocationsByHand(t *testing.T) {
	// Neighbours: 演出演出 演出观众 | 演出观众 | 观众观众 观众观众 观众文化 文化演出: 7 pairs.
	// 演出观众: 2 times, 演出 first 3 times, 观众 second 4 times:
	//	PMI log2(2·7/(3·4)) = log2(1.166667) = 0.222392
	//	G2 of 2 | 1 | 2 | 2: E 12/7 9/7 16/7 12/7: 2(2·ln(14/12) + ln(7/9) + 2·ln(14/16) + 2·ln(14/12)) = 2(0.616603 − 0.251314 − 0.267063) = 0.196451
	// 观众观众: 2 times, first 3, second 4: the same. 文化演出: PMI log2(1·7/(1·2)) = 1.807355
	rows := hand(t, Options{Window: 1, MinCount: 1}).Collocations()
	got := map[string]PairRow{}
	for _, r := range rows {
		got[r.First.Text+r.Second.Text] = r
	}
	for key, want := range map[string]struct {
		n, first, second int
		pmi, g2          float64
	}{"演出观众": {2, 3, 4, 0.222392, 0.196451}, "观众观众": {2, 3, 4, 0.222392, 0.196451}} {
		r := got[key]
		if r.Count != want.n || r.FirstCount != want.first || r.SecondCount != want.second || r.Pairs != 7 ||
			math.Abs(r.PMI-want.pmi) > 2e-6 || math.Abs(r.G2-want.g2) > 2e-6 {
			t.Errorf("%s: %+v, want %+v", key, r, want)
		}
	}
	if r := got["文化演出"]; math.Abs(r.PMI-1.807355) > 2e-6 || r.Reports != 1 {
		t.Errorf("%+v", r)
	}
	// 演出演出: 1 time, first 3, second 2: log2(7/6) is above 0; 观众文化: log2(7/3)
	if len(rows) != 5 {
		t.Errorf("%d rows, want 5: %+v", len(rows), rows)
	}
	if rows := hand(t, Options{Window: 1, MinCount: 3}).Collocations(); len(rows) != 0 {
		t.Errorf("rarer than three times: %+v", rows)
	}
}

// Nothing but words of one clause are neighbours.
func TestNeighbours(t *testing.T) {
	words := newToy("演出 观众 文化 服务")
	for _, c := range []struct {
		what, text string
		window     int
		want       string
	}{
		{"the next word", "演出观众文化", 1, "演出观众 观众文化"},
		{"two words on", "演出观众文化", 2, "演出观众 演出文化 观众文化"},
		{"a mark parts them", "演出，观众、文化", 1, ""},
		{"a number parts them", "演出12场观众", 1, ""},
		{"a stop word stands between them", "演出的观众", 1, ""},
		{"and is passed over by a window of two", "演出的观众", 2, "演出观众"},
		{"a pattern's match is a word", "演出书屋观众", 1, "演出点 点观众"},
		{"a name parts them", "演出青河县观众", 1, ""},
	} {
		o := Options{Segmenter: words, Window: c.window, MinCount: 1, Engine: engine, Patterns: []Pattern{{Name: "点", Expr: "书屋"}}}
		var got []string
		a, err := Compile(o)
		if err != nil {
			t.Fatal(err)
		}
		var counts Counts
		a.NewWorker().Count(reportOf("青河县", "", c.text), &counts)
		for _, p := range counts.pairs {
			got = append(got, counts.terms[p.first].Text+counts.terms[p.second].Text)
		}
		want := strings.Fields(c.want)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", c.what, got, want)
		}
	}
}

func TestSharesByHand(t *testing.T) {
	d, err := ReadDictionary("d.yaml", []byte("群众文化: [群眾文化, 演出]\n产业: [产业]\n"))
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Segmenter: newToy("群众 文化 演出 生产 业务 产业 文化产业园"), Dictionary: d}
	table := tableOf(t, o,
		reportOf("甲", "2019", "群众文化演出，产业。生产业务。"), // 群众文化, 演出; 产业 once, not in 生产业务
		reportOf("甲", "2019", "文化产业园。"),          // one word, which is not in the list
		reportOf("乙", "2019", "生产。"))             // nothing of the list
	type row struct {
		count, reports, all int
		share               float64
		has                 bool
	}
	got := map[string]row{}
	table.Shares(func(r *ShareRow) error {
		got[r.Region+r.Name] = row{r.Count, r.Reports, r.AllCount, r.Share, r.HasShare}
		return nil
	})
	for key, want := range map[string]row{
		"甲群众文化": {2, 1, 3, 2.0 / 3, true}, "甲产业": {1, 1, 3, 1.0 / 3, true},
		"乙群众文化": {0, 0, 0, 0, false}, "乙产业": {0, 0, 0, 0, false}, // no share of nothing
	} {
		if got[key] != want {
			t.Errorf("%s: %v, want %v", key, got[key], want)
		}
	}
}

func TestNewWordsByHand(t *testing.T) {
	// 村晚 stands between 看, 办, 评 and 好, 多, a mark: left entropy log2(3), right log2(3).
	// Han characters in the runs 看村晚好 | 办村晚多 | 评村晚: 4+4+3 = 11, 村 3, 晚 3, 村晚 3:
	// cohesion log2(3·11/(3·3)) = log2(3.666667) = 1.874469
	o := Options{Segmenter: newToy(""), NewWords: true, MinNew: 3, MinReports: 2, MinCohesion: 1, MinEntropy: 1}
	table := tableOf(t, o, reportOf("甲", "", "看村晚好。办村晚多。"), reportOf("甲", "", "评村晚。"))
	words := table.NewWords()
	if len(words) != 1 {
		t.Fatalf("%+v", words)
	}
	w := words[0]
	if w.Text != "村晚" || w.Count != 3 || w.Reports != 2 || w.Known ||
		math.Abs(w.Cohesion-1.874469) > 2e-6 || math.Abs(w.Left-1.584963) > 2e-6 || math.Abs(w.Right-1.584963) > 2e-6 {
		t.Errorf("%+v", w)
	}
	// With 看 before it twice and 办 once the left entropy is log2(3) − (2·log2(2))/3 = 0.918296
	table = tableOf(t, o, reportOf("甲", "", "看村晚好。看村晚多。"), reportOf("甲", "", "办村晚。"))
	if words := table.NewWords(); len(words) != 0 {
		t.Errorf("too little stands before it: %+v", words)
	}
	o.MinEntropy = 0.9
	words = tableOf(t, o, reportOf("甲", "", "看村晚好。看村晚多。"), reportOf("甲", "", "办村晚。")).NewWords()
	if len(words) != 1 || math.Abs(words[0].Left-0.918296) > 2e-6 {
		t.Errorf("%+v", words)
	}
	o.Segmenter = newToy("村晚")
	if words = tableOf(t, o, reportOf("甲", "", "看村晚好。看村晚多。"), reportOf("甲", "", "办村晚。")).NewWords(); len(words) != 1 || !words[0].Known {
		t.Errorf("%+v", words)
	}
}

func TestKeywordsInContext(t *testing.T) {
	text := "甲。我县送戏下乡120场，送戏进校园。\n送戏。"
	a, err := Compile(Options{Segmenter: newToy(""), Keywords: []string{"送戏", "送戏下乡"}, Context: 3})
	if err != nil {
		t.Fatal(err)
	}
	var c Counts
	a.NewWorker().Count(reportOf("", "", text), &c)
	want := []Hit{
		{"送戏", 4, 6, "我县", "下乡1"}, {"送戏下乡", 4, 8, "我县", "120"},
		{"送戏", 13, 15, "0场，", "进校园"}, {"送戏", 20, 22, "", "。"},
	}
	if !slices.Equal(c.Hits, want) {
		t.Errorf("\n got %+v\nwant %+v", c.Hits, want)
	}
	for _, h := range c.Hits {
		if got := string([]rune(text)[h.Start:h.End]); got != h.Keyword {
			t.Errorf("%d to %d is %q, want %q", h.Start, h.End, got, h.Keyword)
		}
	}
}

func TestGroupsOfLevelAndMonths(t *testing.T) {
	var got []string
	for _, c := range []struct {
		code   string
		months int
		period period.Period
	}{
		{"330212", 12, "2019H1"}, {"330212", 6, "2019-05"}, {"", 12, "2019-09/2020-08"}, {"330212", 3, ""},
	} {
		a, err := Compile(Options{Segmenter: newToy(""), Level: 2, Months: c.months})
		if err != nil {
			t.Fatal(err)
		}
		r := reportOf("某地", c.period, "")
		r.RegionCode = c.code
		g := a.group(r.ReportKey)
		got = append(got, g.Region+g.RegionCode+" "+string(g.Period))
	}
	want := []string{"宁波市330200 2019", "宁波市330200 2019H1", "某地 2019-09/2020-08", "宁波市330200 "}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestUsersFilesAreChecked(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"a.csv", "group,word\n文化,演出\n产业,演出\n", "a.csv line 3: 演出 is in the group 文化 already"},
		{"a.csv", "group,word\n文化,2019年\n", `a.csv line 2: "2" of "2019年" is no letter; numbers and marks are not part of words`},
		{"a.csv", "group,word\n文化,\n", "a.csv line 2: word is empty"},
		{"a.csv", "词\n", "a.csv line 1: the header should be group,word"},
		{"a.csv", "group,word\n", "a.csv: it holds no word"},
		{"a.yaml", "- 演出\n", "a.yaml line 1: want GROUP: [WORD, WORD]"},
		{"a.yaml", "文化: 演出\n", "a.yaml line 1: 文化 needs a list of words"},
		{"a.yaml", "文化: [a, {b: c}]\n", "a.yaml line 1: this is no word"},
		{"a.yaml", "文化: [\n", "a.yaml: it is no valid YAML: "},
		{"p.csv", "name,pattern\n甲,(\n", "p.csv line 2: pattern 甲 is wrong: "},
		{"p.csv", "name,pattern\n甲,.*\n", "p.csv line 2: pattern 甲 is wrong: "},
		{"a.csv", "group,word\n\xb9\xe3,a\n", "a.csv: it is not UTF-8; save it as UTF-8"},
		{"a.yaml", "\xb9: [a]\n", "a.yaml: it is not UTF-8; save it as UTF-8"},
		{"p.csv", "name,pattern\n", "p.csv: it holds no pattern"},
		{"p.csv", "name,pattern\n甲,\"a\n", "p.csv line 2: it is no valid CSV: "},
	} {
		var err error
		if strings.HasPrefix(c.file, "p") {
			_, err = ReadPatterns(c.file, []byte(c.text), engine)
		} else {
			_, err = ReadDictionary(c.file, []byte(c.text))
		}
		var f *FileError
		if !errors.As(err, &f) || !strings.HasPrefix(f.English(), c.want) {
			t.Errorf("%q: %v, want %s", c.text, f.English(), c.want)
		}
	}
	for _, file := range []string{"a.yaml", "a.csv"} {
		text := "文化: [演出, 广场舞]\n产业: [招商]\n"
		if file == "a.csv" {
			text = "\ufeffgroup,word\r\n文化,演出\r\n文化,广场舞\r\n产业,招商\r\n"
		}
		d, err := ReadDictionary(file, []byte(text))
		if err != nil || !slices.Equal(d.Groups(), []string{"文化", "产业"}) || len(d.words) != 3 {
			t.Errorf("%s: %v %v", file, d, err)
		}
	}
}

func TestBuiltinStopWords(t *testing.T) {
	s := ReadStopWords(BuiltinStopWords)
	for _, w := range []string{"开展", "以及", "工作", "我县"} {
		if !s.has(w) {
			t.Errorf("%s is no stop word", w)
		}
	}
	for _, w := range []string{"文化", "群众", "演出", "产业", "的确良"} {
		if s.has(w) {
			t.Errorf("%s is a stop word", w)
		}
	}
}
