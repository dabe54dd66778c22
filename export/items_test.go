package export

import (
	"errors"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

var testCatalog = &catalog.Catalog{Metrics: []catalog.MetricDef{
	{Code: "performance_sessions", Name: "演出场次", NameEN: "performances", Doc: "舞台演出、送戏的场次。", Additive: true},
	{Code: "participants", Name: "参与人数", Additive: true},
	{Code: "funds_invested", Name: "投入资金", Additive: true},
	{Code: "facilities", Name: "设施数量", Additive: true},
	{Code: "change", Name: "增减变化"},
	{Code: "completion_status", Name: "完成情况"},
}}

var testOptions = Options{
	Catalog:    testCatalog,
	Formats:    []Format{CSV, JSONL},
	RuleID:     func(n uint8) string { return [...]string{"verb-number", "list"}[n] },
	Confidence: func(n uint8) string { return [...]string{"0.93", ""}[n] },
}

// builder makes an Item by hand: each fact is found by its text, in order.
type builder struct {
	*corpus.Item
	at int
}

// build starts a report over the part of text that body is.
func build(meta corpus.Meta, text, body string) *builder {
	start := strings.Index(text, body)
	doc := &segment.Document{Text: text, Span: segment.Span{Start: start, End: start + len(body)}}
	for at := start; at < start+len(body); {
		end := start + len(body)
		if i := strings.Index(text[at:end], "\n"); i >= 0 {
			end = at + i + 1
		}
		line := segment.Span{Start: at, End: at + len(strings.TrimRight(text[at:end], "\r\n"))}
		kind := segment.Paragraph
		if len(doc.Blocks) == 0 {
			kind = segment.Heading
		}
		doc.Blocks = append(doc.Blocks, segment.Block{Span: line, Kind: kind, FirstSentence: len(doc.Sentences), EndSentence: len(doc.Sentences) + 1})
		doc.Sentences = append(doc.Sentences, segment.Sentence{Span: line, Block: len(doc.Blocks) - 1})
		at = end
	}
	return &builder{&corpus.Item{Meta: meta, Document: doc, Result: &extract.Result{}}, start}
}

// fact adds the next mention that reads text; value "" is none.
func (b *builder) fact(code, text, value, unit string, edits ...func(*extract.Fact)) *builder {
	i := strings.Index(b.Document.Text[b.at:], text)
	if i < 0 {
		panic(text + " is not in the report")
	}
	m, ok := testCatalog.Lookup(code)
	if !ok {
		panic(code + " is no metric")
	}
	f := extract.Fact{Metric: m, SameAs: extract.None, Parent: extract.None, TargetOf: extract.None}
	f.Start = b.at + i
	f.End = f.Start + len(text)
	b.at = f.End
	f.Quantity.Unit = unit
	if value != "" {
		f.Quantity.Value, f.Quantity.HasValue = dec(value), true
	}
	for n, s := range b.Document.Sentences {
		if s.Contains(f.Span) {
			f.Sentence = n
		}
	}
	for _, edit := range edits {
		edit(&f)
	}
	b.Result.Facts = append(b.Result.Facts, f)
	b.Result.Numerals = append(b.Result.Numerals, extract.Numeral{Quantity: f.Quantity, Verdict: extract.IsFact})
	return b
}

// gap adds a gap at the last fact.
func (b *builder) gap(kind extract.GapKind) *builder {
	n := len(b.Result.Facts) - 1
	f := b.Result.Facts[n]
	b.Result.Gaps = append(b.Result.Gaps, extract.Gap{Span: f.Span, Kind: kind, Sentence: f.Sentence, Fact: n})
	return b
}

func (b *builder) label(text string) func(*extract.Fact) {
	return func(f *extract.Fact) {
		start := strings.Index(b.Document.Text, text)
		f.Label = segment.Span{Start: start, End: start + len(text)}
	}
}

func dec(s string) quantity.Decimal {
	d, ok := quantity.ParseDecimal(s)
	if !ok {
		panic("bad decimal " + s)
	}
	return d
}

func missing(f *extract.Fact) { f.Missing = true }
func target(f *extract.Fact)  { f.Role = extract.Target }
func stock(f *extract.Fact)   { f.Time = extract.Stock }
func list(f *extract.Fact)    { f.Rule = 1 }

func sameAs(n int) func(*extract.Fact) { return func(f *extract.Fact) { f.SameAs = n } }
func partOf(n int) func(*extract.Fact) {
	return func(f *extract.Fact) { f.Parent, f.Basis = n, extract.Part }
}
func targetOf(n int) func(*extract.Fact) { return func(f *extract.Fact) { f.TargetOf = n } }

func over(low, high string) func(*extract.Fact) {
	return func(f *extract.Fact) {
		f.Quantity.Bound = quantity.Over
		f.Quantity.Low, f.Quantity.HasLow = dec(low), true
		f.Quantity.Upper, f.Quantity.HasUpper = dec(high), true
	}
}

// testItems are two reports of one file, one of another and a file that failed.
func testItems() []*corpus.Item {
	first := "青河县2019年上半年文化工作总结\r\n上半年计划演出100场，共演出120余场，“送戏”\"下乡\"惠及3.5万人次😀，其中老人1.2万人次。\r\n投入资金万元，新建站室3个，现有站室45个。\r\n全年演出120余场，同比增长\r\n-5.5%，新馆已完工。\r\n"
	second := "江川区2019年上半年总结\n演出30场，投入12.35万元。\n"
	text := first + second
	meta := corpus.Meta{File: "县区/甲.txt", Doc: 1, Title: "青河县2019年上半年文化工作总结", Region: "青河县", RegionCode: "0110", RegionPath: "某省/某市/青河县", Org: "青河县文化局", Period: "2019H1", Format: "txt", Encoding: "gb18030", TextHash: strings.Repeat("0a", 32)}

	a := build(meta, text, first)
	a.fact("performance_sessions", "100场", "100", "场", target).
		fact("performance_sessions", "120余场", "120", "场", over("120", "130"), targetOf(0), a.label("演出")).
		fact("participants", "3.5万人次", "35000", "人次").
		fact("participants", "1.2万人次", "12000", "人次", partOf(2)).
		fact("funds_invested", "万元", "", "元", missing).gap(extract.GapMissing).
		fact("facilities", "3个", "3", "个", list).
		fact("facilities", "45个", "45", "个", stock, list).
		fact("performance_sessions", "120余场", "120", "场", over("120", "130"), sameAs(1)).
		fact("change", "-5.5%", "-5.5", "%").
		fact("completion_status", "已完工", "", "", func(f *extract.Fact) { f.Status = extract.Done })
	a.Result.Numerals = append(a.Result.Numerals, extract.Numeral{}, extract.Numeral{Verdict: extract.IsNonfact})
	a.Result.Facts[2].Period, a.Result.Facts[3].Period = "2019Q2", "2019H1"

	meta.Doc, meta.Region, meta.RegionCode, meta.RegionPath, meta.Org = 2, "江川区", "", "", "=江川区"
	meta.Title = "江川区2019年上半年总结"
	b := build(meta, text, second)
	b.fact("performance_sessions", "30场", "30", "场").fact("funds_invested", "12.35万元", "123500", "元")

	third := "江川区上半年总结\n演出14场。"
	meta.File, meta.Doc, meta.Title, meta.Encoding, meta.TextHash = "县区/包.zip/乙.md", 1, "", "utf-8", strings.Repeat("1b", 32)
	c := build(meta, third, third)
	c.fact("performance_sessions", "14场", "14", "场")

	failed := &corpus.Item{Meta: corpus.Meta{File: "坏\xff.txt"}, Err: errors.New("读不出文字：不是文本文件")}
	return []*corpus.Item{a.Item, b.Item, c.Item, failed}
}
