package browse

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/internal/gold"
)

var codes = []string{
	"facility_visits", "book_loans", "exhibition_lectures", "activity_sessions", "participants", "coverage_rate",
	"facility_area", "funds_invested", "funds_disbursed", "completion_rate", "completion_status",
	"infrastructure", "facilities", "projects", "change", "other",
}

// samples compares the reports of package gold's tests with the facts beside them.
func samples(t *testing.T) Input {
	t.Helper()
	docs, err := gold.ReadDir("../testdata/reports", codes)
	if err != nil {
		t.Fatal(err)
	}
	facts, err := gold.ReadFacts("facts", file(t, "../testdata/facts.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	found, err := gold.ReadDocuments("documents", file(t, "../testdata/documents.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	return input(docs, facts, found)
}

// input makes an Input; every fact is of rule noun, which rule unit would contradict.
func input(docs []*gold.Document, facts []gold.Prediction, found []gold.DocPrediction) Input {
	in := Input{Dir: "reports", Documents: docs, Report: gold.Score(docs, facts, found), Rules: []Name{{"noun", "由名词决定"}}}
	for _, code := range codes {
		in.Metrics = append(in.Metrics, Name{code, "名称 " + code})
	}
	for _, f := range facts {
		in.Traces = append(in.Traces, gold.Trace{Rule: "noun", Answers: []gold.Answer{{Rule: "noun", Metric: f.Metric}, {Rule: "unit", Metric: "other"}}})
	}
	return in
}

func file(t *testing.T, name string) *os.File {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func written(t *testing.T, in Input) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, in); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// dataOf reads the JSON that the page's script reads.
func dataOf(t *testing.T, page string) data {
	t.Helper()
	_, rest, _ := strings.Cut(page, `<script type="application/json" id="data">`)
	text, _, found := strings.Cut(rest, "</script>")
	var d data
	if err := json.Unmarshal([]byte(text), &d); err != nil || !found {
		t.Fatalf("the data of the page: %v", err)
	}
	return d
}

var markPattern = regexp.MustCompile(`<mark id="f(\d+)" class="f ([a-z]+)( also)?" data-tag="([^"]+)" [^>]*>([^<]*)</mark>`)

// TestEveryFactIsInThePage: in its place in the text, with its class as class
// and as tag, and with its two sides in the data.
func TestEveryFactIsInThePage(t *testing.T) {
	in := samples(t)
	page := written(t, in)
	d := dataOf(t, page)
	if len(d.Facts) != len(in.Report.Outcomes) {
		t.Fatalf("%d facts in the data, want %d", len(d.Facts), len(in.Report.Outcomes))
	}
	marks := map[string][]string{}
	for _, m := range markPattern.FindAllStringSubmatch(page, -1) {
		marks[m[1]] = m
	}
	for i := range in.Report.Outcomes {
		o := &in.Report.Outcomes[i]
		m := marks[fmt.Sprint(i)]
		if m == nil || m[2] != o.Class.String() || m[4] != in.tag(o.Class) || !strings.Contains(html.UnescapeString(m[5]), o.Surface()) {
			t.Errorf("%s of class %v: the page has %q", o.Surface(), o.Class, m)
		}
		if f := d.Facts[i]; f.Class != o.Class.String() || f.Gold != (o.Marked != nil) || f.Found != (o.Found != nil) || len(f.Fields) == 0 {
			t.Errorf("%s: the data is %+v", o.Surface(), f)
		}
		if o.Found != nil && (d.Facts[i].Rule != "noun" || len(d.Facts[i].Answers) != 2) {
			t.Errorf("%s: the trace is %v", o.Surface(), d.Facts[i].Answers)
		}
	}
	for _, e := range in.Report.Errors {
		if strings.HasPrefix(e.Step, "doc_") && !strings.Contains(page, "<s>"+e.Predicted+"</s>，标注 <b>"+e.Gold+"</b>") {
			t.Errorf("%s: %s is not in the page", e.Document, e.Step)
		}
	}
}

// TestTheTextIsWhole: with the marks taken off, the text of a report stands in the page as it is.
func TestTheTextIsWhole(t *testing.T) {
	in := samples(t)
	_, rest, _ := strings.Cut(written(t, in), `<div class="text">`)
	for _, d := range in.Documents {
		text, after, _ := strings.Cut(rest, "</div>")
		_, rest, _ = strings.Cut(after, `<div class="text">`)
		text = markPattern.ReplaceAllStringFunc(text, func(m string) string {
			if parts := markPattern.FindStringSubmatch(m); parts[3] == "" {
				return parts[5]
			}
			return "" // stands behind the text that it overlaps
		})
		if html.UnescapeString(text) != d.Text {
			t.Errorf("%s: the page has\n%s\nwant\n%s", d.Name, text, d.Text)
		}
	}
}

func TestTextIsEscaped(t *testing.T) {
	const evil = `</div></script><script>alert("1")</script><img src=x onerror=alert(1)>`
	text := evil + "三场" + evil
	at := len([]rune(evil))
	g := gold.Fact{Start: at, End: at + 2, Text: "三场", Metric: "other", Value: "3", Unit: "场", Label: evil}
	p := g
	p.Metric, p.Unit = evil, evil
	doc := &gold.Document{Name: evil, Text: text, Meta: map[string]string{"region": evil}, Facts: []gold.Marked{{Fact: g}}}
	in := input([]*gold.Document{doc}, []gold.Prediction{{File: "x", Fact: p}}, []gold.DocPrediction{{File: "x", Region: evil}})
	in.Report = gold.Score([]*gold.Document{doc}, nil, []gold.DocPrediction{})
	in.Report.Outcomes = append(in.Report.Outcomes, gold.Outcome{Document: doc, Found: &p, Index: 0, Class: gold.Extra})
	in.Traces[0].Rule, in.Dir = evil, evil
	in.Rules = append(in.Rules, Name{evil, evil})
	page := written(t, in)
	for _, raw := range []string{"<script>alert", "<img", `alert("1")`} {
		if strings.Contains(page, raw) {
			t.Errorf("the page has %s", raw)
		}
	}
	if n := strings.Count(page, "</script>"); n != 2 {
		t.Errorf("%d scripts end, want the page's two", n)
	}
	if !strings.Contains(page, html.EscapeString("<script>")) {
		t.Error("the text is not there")
	}
	if got := dataOf(t, page).Facts[0].Doc; got != evil {
		t.Errorf("the name in the data is %q", got)
	}
}

func TestNothingComesFromOutside(t *testing.T) {
	page := written(t, samples(t))
	for _, s := range []string{"http:", "https:", "//cdn", " src=", " href=", "url(", "@import", "fetch("} {
		if strings.Contains(page, s) {
			t.Errorf("the page has %s", s)
		}
	}
}

func TestLanguages(t *testing.T) {
	in := samples(t)
	zh := written(t, in)
	in.English = true
	en := written(t, in)
	for _, c := range []struct{ page, want, not string }{
		{zh, `<html lang="zh-CN">`, "wrong metric"},
		{zh, `data-tag="漏"`, `data-tag="miss"`},
		{en, `<html lang="en">`, "指标不对"},
		{en, `data-tag="miss"`, `data-tag="漏"`},
	} {
		if !strings.Contains(c.page, c.want) || strings.Contains(c.page, c.not) {
			t.Errorf("want %s and not %s", c.want, c.not)
		}
	}
}

func TestPieces(t *testing.T) {
	at := func(start, end int) gold.Fact { return gold.Fact{Start: start, End: end, Metric: "other", Value: "1"} }
	tests := []struct {
		name   string
		text   string
		marked []gold.Fact
		want   string // facts in brackets, those that overlap counted behind it
	}{
		{"no fact", "一二三", nil, "一二三"},
		{"facts at both ends", "一二三", []gold.Fact{at(0, 1), at(2, 3)}, "[一]二[三]"},
		{"facts that touch", "一二三", []gold.Fact{at(0, 1), at(1, 3)}, "[一][二三]"},
		{"facts that overlap share a piece", "一二三四五", []gold.Fact{at(2, 4), at(1, 3)}, "一[二三四+1]五"},
		{"the longer one is shown", "一二三四五", []gold.Fact{at(1, 2), at(1, 4)}, "一[二三四+1]五"},
		{"without a text the facts alone", "", []gold.Fact{at(1, 2)}, "[?]"},
	}
	for _, test := range tests {
		doc := &gold.Document{Name: "d", Text: test.text}
		var indexes []int
		for i, f := range test.marked {
			f.Text = "?"
			doc.Facts = append(doc.Facts, gold.Marked{Fact: f})
			indexes = append(indexes, i)
		}
		in := input([]*gold.Document{doc}, nil, nil)
		var got strings.Builder
		for _, p := range in.pieces(doc, indexes) {
			switch n := len(p.Facts); n {
			case 0:
				got.WriteString(p.Text)
			case 1:
				got.WriteString("[" + p.Text + "]")
			default:
				fmt.Fprintf(&got, "[%s+%d]", p.Text, n-1)
			}
		}
		if got.String() != test.want {
			t.Errorf("%s: %s, want %s", test.name, &got, test.want)
		}
	}
}
