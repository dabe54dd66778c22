package terms

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/zhaibao/zhaibao/segment"
)

// termsOf lists the terms of a text with their kind, where that is not word,
// and their count, where that is not 1.
func termsOf(t *testing.T, o Options, r Report) []string {
	t.Helper()
	var out []string
	tableOf(t, o, r).Terms(func(row *TermRow) error {
		s := row.Text
		if row.Kind != Word {
			s += "/" + row.Kind.String()
		}
		for range row.Count {
			out = append(out, s)
		}
		return nil
	})
	slices.Sort(out)
	return out
}

func TestTermsOfAText(t *testing.T) {
	words := newToy("演出 文化 观众 群众 书屋 农家 统一 部署 服务 文化馆 县 举办")
	for _, c := range []struct {
		what, text, want string
		change           func(*Options, *Report)
	}{
		{what: "numbers with their units are no terms", text: "演出120余场，观众3.5万人次", want: "演出 观众"},
		{what: "nor are dates and periods", text: "2019年6月30日演出，上半年、一季度观众", want: "演出 观众"},
		{what: "a word that holds a numeral is a term", text: "统一部署", want: "统一 部署"},
		{what: "single characters are none", text: "我县演出", want: "演出"},
		{what: "unless they are asked for", text: "我演出", want: "我 演出", change: func(o *Options, _ *Report) { o.MinLength = 1 }},
		{what: "stop words are none", text: "举办演出", want: "演出", change: func(o *Options, _ *Report) { o.StopWords = ReadStopWords("举办 # 空话\n") }},
		{what: "a line that is broken inside a word", text: "群众文\n化服务", want: "文化 服务 群众",
			change: func(_ *Options, r *Report) { r.Sentences = []segment.Sentence{{Span: segment.Span{End: len(r.Text)}}} }},
		{what: "traditional characters are simplified", text: "觀眾", want: "观众"},
		{what: "and so are stop words", text: "观眾演出", want: "演出", change: func(o *Options, _ *Report) { o.StopWords = ReadStopWords("觀眾") }},
		{what: "a run of letters without end is none", text: strings.Repeat("长", 41) + "。演出", want: "演出",
			change: func(o *Options, _ *Report) { o.Segmenter = newToy(strings.Repeat("长", 41) + " 演出") }},
		{what: "the report's own place and body are names", text: "青河县文化馆演出，青河县服务", want: "演出 服务 青河县/place 青河县文化馆/org",
			change: func(_ *Options, r *Report) { r.Region, r.Org = "青河县", "青河县文化馆" }},
		{what: "which may be left out", text: "青河县演出", want: "演出",
			change: func(o *Options, r *Report) { o.NoNames, r.Region = true, "青河县" }},
		{what: "a division of the country is a place", text: "到云南演出", want: "云南/place 演出"},
		{what: "what only looks like one is none", text: "建成社区服务", want: "服务"},
		{what: "a pattern's match is a term of its name and holds no words", text: "农家书屋服务，村级书屋", want: "书屋点/pattern 书屋点/pattern 服务",
			change: func(o *Options, _ *Report) {
				o.Engine, o.Patterns = engine, []Pattern{{Name: "书屋点", Expr: "(农家|村级)书屋"}}
			}},
		{what: "a pattern comes before a number", text: "第十届演出", want: "届次/pattern 演出",
			change: func(o *Options, _ *Report) {
				o.Engine, o.Patterns = engine, []Pattern{{Name: "届次", Expr: "第.{1,3}届"}}
			}},
		{what: "bytes that are no UTF-8 are bounds", text: "演出\xff观众", want: "演出 观众"},
	} {
		o, r := Options{Segmenter: words}, reportOf("", "", c.text)
		if c.change != nil {
			c.change(&o, &r)
		}
		want := strings.Fields(c.want)
		slices.Sort(want)
		if got := termsOf(t, o, r); !slices.Equal(got, want) {
			t.Errorf("%s: %s\n got %v\nwant %v", c.what, c.text, got, want)
		}
	}
}

// Every word counts among the words of a group: stop words, single characters
// and names, but no numbers.
func TestWordsOfAGroup(t *testing.T) {
	r := reportOf("青河县", "2019", "青河县的演出12场")
	table := tableOf(t, Options{Segmenter: newToy("演出")}, r)
	if table.Words() != 3 { // 青河县, 的, 演出
		t.Errorf("%d words, want 3", table.Words())
	}
}

func TestMarksDoNotOverlap(t *testing.T) {
	a, err := Compile(Options{Segmenter: newToy(""), Engine: engine, Patterns: []Pattern{{Name: "a", Expr: "二三"}, {Name: "b", Expr: "三四|五"}}})
	if err != nil {
		t.Fatal(err)
	}
	r := reportOf("四五", "", "甲二三四五乙五")
	c := newCutter(a)
	c.reset(&r, nil)
	at := 0
	var got []string
	for _, m := range c.cut(0) {
		if m.Start < at {
			t.Errorf("%v begins before %d", m, at)
		}
		at = m.End
		got = append(got, m.Of(r.Text))
	}
	// 三四 overlaps 二三, and 四五 overlaps 五, which a pattern matched
	if want := []string{"二三", "五", "五"}; !slices.Equal(got[:1], want[:1]) || !slices.Contains(got, "五") || slices.Contains(got, "三四") || slices.Contains(got, "四五") {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestStretches(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"文化，演出", "文化 演出"},
		{"文化\r\n　　演出", "文化演出"}, // a line broken inside a sentence
		{"a\nb", "a b"}, // of Latin words a line end parts two
		{"文化 演出", "文化 演出"},
		{"5G网络", "G网络"},
		{"", ""},
	} {
		var got []string
		stretches(c.text, func(_, _ int, s string) { got = append(got, s) })
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// A pattern that runs out of time is named, counts nothing in the report, and
// costs it nothing else.
func TestSlowPattern(t *testing.T) {
	o := Options{Segmenter: newToy("演出 观众"), TimeLimit: 300 * time.Millisecond, Engine: engine, Patterns: []Pattern{
		{Name: "慢", Expr: "演出|(.+)+龘"}, {Name: "快", Expr: "观众"}, {Name: "慢", Expr: "文化"}}}
	a, err := Compile(o)
	if err != nil {
		t.Fatal(err)
	}
	text := "演出。文化。观众" + strings.Repeat("多", 60) + "。演出。"
	var c Counts
	w, table := a.NewWorker(), a.NewTable()
	r := reportOf("甲", "", text)
	w.Count(r, &c)
	table.Add(&c)
	if !slices.Equal(c.TimedOut, []string{"慢"}) {
		t.Fatalf("timed out: %v", c.TimedOut)
	}
	w.Count(reportOf("甲", "", "演出。"), &c) // the next report is read as ever
	table.Add(&c)
	if len(c.TimedOut) != 0 {
		t.Errorf("timed out: %v", c.TimedOut)
	}
	got := map[Term][2]int{}
	table.Terms(func(row *TermRow) error { got[row.Term] = [2]int{row.Count, row.Stopped}; return nil })
	for term, want := range map[Term][2]int{{"慢", Matched}: {1, 1}, {"快", Matched}: {1, 0}, {"演出", Word}: {2, 0}} {
		if got[term] != want {
			t.Errorf("%v: %v, want %v", term, got[term], want)
		}
	}
}

func TestSegmentersSpansAreUsedAsTheyAre(t *testing.T) {
	spans := newToy("群众 群众文化").AppendWords(nil, "群众文化")
	if len(spans) != 1 || spans[0] != (segment.Span{Start: 0, End: 12}) {
		t.Errorf("%v", spans)
	}
}
