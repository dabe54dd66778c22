package export

import (
	"math"
	"strconv"

	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/metrics/terms"
)

// The tables of an analysis of words, as they are asked for.
const (
	TermsTable        = "terms"
	KeynessTable      = "keyness"
	CollocationsTable = "collocations"
	SharesTable       = "shares"
	NewWordsTable     = "newwords"
	KwicTable         = "kwic"
)

// real is v with eight significant digits; none where it is no finite number.
func real(v float64) Cell {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return Cell{}
	}
	short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 7, 64), 64)
	if err != nil || short == 0 {
		return IntCell(0)
	}
	return plain(strconv.FormatFloat(short, 'f', -1, 64))
}

// realIf is v where there is one.
func realIf(has bool, v float64) Cell {
	if !has {
		return Cell{}
	}
	return real(v)
}

// probability is p with fifteen decimals at most.
func probability(p float64) Cell {
	v := real(p)
	if p >= 1e-8 || v.None() {
		return v
	}
	short, _ := strconv.ParseFloat(strconv.FormatFloat(p, 'f', 15, 64), 64)
	return plain(strconv.FormatFloat(short, 'f', -1, 64))
}

func plain(s string) Cell { return PlainCell(metrics.Number(s)) }

// groupColumns are the columns of the group that a row belongs to.
func groupColumns[T any](plan metrics.Plan, get func(*T) *metrics.ReportKey) []column[T] {
	columns := []column[T]{
		text("region", "地区：有行政区划代码的用现行名称，没有的按原文", func(r *T) string { return get(r).Region }),
		text("region_code", "行政区划代码，按文本读", func(r *T) string { return get(r).RegionCode }),
		text("period", "报告期", func(r *T) string { return string(get(r).Period) }),
	}
	plan.By &^= metrics.ByLabel
	return append(columns, planColumns(plan, func(r *T) (*metrics.ReportKey, string) { return get(r), "" })...)
}

const (
	kindMeaning  = "word 词，pattern 用户的模式，place 地名，org 单位名"
	wordsMeaning = "本组的词数：停用词、单字、地名、单位名都算，数字不算"
)

func termColumns(plan metrics.Plan) []column[terms.TermRow] {
	type row = terms.TermRow
	count := func(name, meaning, unit, summed string, get func(*row) int) column[row] {
		return integer(name, meaning, func(r *row) Cell { return IntCell(get(r)) }).in(unit, summed)
	}
	counted := func(name, meaning, unit, summed string, get func(*row) int) column[row] { // 0 is only stopped
		return integer(name, meaning, func(r *row) Cell { return intOrNone(get(r)) }).in(unit, summed)
	}
	return append(groupColumns(plan, func(r *row) *metrics.ReportKey { return &r.ReportKey }),
		text("term", "词（繁体归到简体）", func(r *row) string { return r.Text }),
		text("kind", kindMeaning, func(r *row) string { return r.Kind.String() }),
		counted("count", "本组中的次数；空为 n_stopped 所说的报告以外没有，不是零", "次", "可加", func(r *row) int { return r.Count }),
		counted("n_docs", "本组中有这个词的报告数", "份", "同一词各组可加", func(r *row) int { return r.Reports }),
		number("per_10k", "每万词的次数：10000·count/group_words", func(r *row) Cell { return realIf(r.Count > 0, r.Share) }).in("次/万词", "不可加"),
		number("tfidf", "TF-IDF：count·idf（Manning 等 2008，式 6.8、6.9，以组为文档取 tf）", func(r *row) Cell { return realIf(r.Count > 0, r.TFIDF) }).in("", "不可加"),
		number("idf", "log10(全部报告数/all_docs)（同上，式 6.7）", func(r *row) Cell { return realIf(r.AllReports > 0, r.IDF) }).in("", "不可加"),
		counted("all_count", "全部各组中的次数", "次", "不可加", func(r *row) int { return r.AllCount }),
		counted("all_docs", "全部报告中有这个词的报告数", "份", "不可加", func(r *row) int { return r.AllReports }),
		count("group_words", wordsMeaning, "词", "不可跨行加", func(r *row) int { return r.GroupWords }),
		count("group_docs", "本组的报告数", "份", "不可跨行加", func(r *row) int { return r.GroupReports }),
		count("n_stopped", "模式超时而没有计数的报告数，次数因此偏少；0 为没有", "份", "同一词各组可加", func(r *row) int { return r.Stopped }),
	)
}

func keyColumns(plan metrics.Plan) []column[terms.KeyRow] {
	type row = terms.KeyRow
	count := func(name, meaning, unit string, get func(*row) int) column[row] {
		return integer(name, meaning, func(r *row) Cell { return IntCell(get(r)) }).in(unit, "不可加")
	}
	return append(groupColumns(plan, func(r *row) *metrics.ReportKey { return &r.ReportKey }),
		text("term", "词；地名、单位名不参加", func(r *row) string { return r.Text }),
		text("kind", kindMeaning, func(r *row) string { return r.Kind.String() }),
		text("direction", "over 本组比其余各组多用，under 少用，same 一样多", direction),
		number("g2", "对数似然比 G²=2ΣO·ln(O/E)，四格（Dunning 1993）", func(r *row) Cell { return real(r.G2) }).in("", "不可加"),
		number("p", "自由度为 1 的卡方分布超过 g2 的概率；小于 5e-16 的记 0", func(r *row) Cell { return probability(r.P) }).in("0–1", "不可加"),
		number("q", "p 经 Benjamini–Hochberg（1995）校正，本组 n_tests 个检验", func(r *row) Cell { return probability(r.Q) }).in("0–1", "不可加"),
		integer("significant", "1 为 q≤0.05，0 为不显著。同一报告里的词并不独立，请同时看 n_docs", func(r *row) Cell {
			if r.Q <= terms.Significant {
				return IntCell(1)
			}
			return IntCell(0)
		}),
		number("diff_pct", "%DIFF=100·(f−f')/f'，f=count/words，f'=rest_count/rest_words（Gabrielatos、Marchi 2012）；空为其余各组没有这个词", func(r *row) Cell {
			return realIf(r.HasDiff, r.Diff)
		}).in("%", "不可加"),
		count("count", "本组中的次数", "次", func(r *row) int { return r.Count }),
		count("n_docs", "本组中有这个词的报告数", "份", func(r *row) int { return r.Reports }),
		count("words", wordsMeaning, "词", func(r *row) int { return r.Words }),
		count("rest_count", "其余各组中的次数", "次", func(r *row) int { return r.RestCount }),
		count("rest_docs", "其余各组中有这个词的报告数", "份", func(r *row) int { return r.RestReports }),
		count("rest_words", "其余各组的词数", "词", func(r *row) int { return r.RestWords }),
		count("n_tests", "本组检验的词数：总次数达到 --min-count 的词；本组没有而又不显著的不列，但算在内", "个", func(r *row) int { return r.Tests }),
	)
}

// direction says where the term is more frequent.
func direction(r *terms.KeyRow) string {
	switch {
	case r.Over():
		return "over"
	case r.HasDiff && r.Diff == 0:
		return "same"
	}
	return "under"
}

var pairColumns = func() []column[terms.PairRow] {
	type row = terms.PairRow
	count := func(name, meaning, unit string, get func(*row) int) column[row] {
		return integer(name, meaning, func(r *row) Cell { return IntCell(get(r)) }).in(unit, "不可加")
	}
	return []column[row]{
		text("first", "在前的词", func(r *row) string { return r.First.Text }),
		text("second", "在后的词", func(r *row) string { return r.Second.Text }),
		count("count", "在同一分句的窗口内相遇的次数", "次", func(r *row) int { return r.Count }),
		count("n_docs", "有这一对的报告数", "份", func(r *row) int { return r.Reports }),
		number("pmi", "log2(count·pairs/(first_count·second_count))（Church、Hanks 1990）", func(r *row) Cell { return real(r.PMI) }).in("比特", "不可加"),
		number("g2", "对数似然比，四格（Dunning 1993）", func(r *row) Cell { return real(r.G2) }).in("", "不可加"),
		number("p", "自由度为 1 的卡方分布超过 g2 的概率，未校正；小于 5e-16 的记 0", func(r *row) Cell { return probability(r.P) }).in("0–1", "不可加"),
		count("first_count", "以 first 在前的词对数", "对", func(r *row) int { return r.FirstCount }),
		count("second_count", "以 second 在后的词对数", "对", func(r *row) int { return r.SecondCount }),
		count("pairs", "全部词对数，停用词的也算", "对", func(r *row) int { return r.Pairs }),
	}
}()

func shareColumns(plan metrics.Plan) []column[terms.ShareRow] {
	type row = terms.ShareRow
	count := func(name, meaning, unit, summed string, get func(*row) int) column[row] {
		return integer(name, meaning, func(r *row) Cell { return IntCell(get(r)) }).in(unit, summed)
	}
	return append(groupColumns(plan, func(r *row) *metrics.ReportKey { return &r.ReportKey }),
		text("word_group", "词典中的组", func(r *row) string { return r.Name }),
		count("count", "本组报告提到该组词的次数；0 就是没有提到", "次", "可加", func(r *row) int { return r.Count }),
		count("n_docs", "提到该组词的报告数", "份", "同一词组各组可加", func(r *row) int { return r.Reports }),
		number("share", "count/all_count；空为词典里的词都没有提到", func(r *row) Cell {
			return realIf(r.HasShare, r.Share)
		}).in("0–1", "同一组报告内为 1"),
		number("per_10k", "每万词的次数：10000·count/group_words", func(r *row) Cell {
			return realIf(r.GroupWords > 0, 1e4*float64(r.Count)/float64(r.GroupWords))
		}).in("次/万词", "同一组报告内可加"),
		count("all_count", "词典各组的次数之和", "次", "不可加", func(r *row) int { return r.AllCount }),
		count("group_words", wordsMeaning, "词", "不可跨行加", func(r *row) int { return r.GroupWords }),
		count("group_docs", "本组的报告数", "份", "不可跨行加", func(r *row) int { return r.GroupReports }),
	)
}

var newWordColumns = func() []column[terms.NewWord] {
	type row = terms.NewWord
	return []column[row]{
		text("word", "两到四字的字串", func(r *row) string { return r.Text }),
		integer("count", "次数", func(r *row) Cell { return IntCell(r.Count) }).in("次", "不可加"),
		integer("n_docs", "报告数", func(r *row) Cell { return IntCell(r.Reports) }).in("份", "不可加"),
		number("cohesion", "凝固度：各种切法的 PMI 中最小的，log2(n·N/(n左·n右))，N 为汉字数", func(r *row) Cell { return real(r.Cohesion) }).in("比特", "不可加"),
		number("left_entropy", "左邻字的熵；标点、数字、地名和句首各算一个不同的字", func(r *row) Cell { return real(r.Left) }).in("比特", "不可加"),
		number("right_entropy", "右邻字的熵", func(r *row) Cell { return real(r.Right) }).in("比特", "不可加"),
		integer("known", "1 为分词词典里本来就有，0 为新词", func(r *row) Cell {
			if r.Known {
				return IntCell(1)
			}
			return IntCell(0)
		}),
	}
}()

// Keyword is a keyword in context, with the report it stands in.
type Keyword struct {
	File string
	Doc  int
	metrics.ReportKey
	terms.Hit
}

var kwicColumns = func() []column[Keyword] {
	type row = Keyword
	return []column[row]{
		text("file", "文件，相对于输入路径", func(r *row) string { return r.File }),
		integer("doc", "文件中的第几份报告", func(r *row) Cell { return IntCell(r.Doc) }),
		text("region", "地区，按原文", func(r *row) string { return r.Region }),
		text("region_code", "行政区划代码，按文本读", func(r *row) string { return r.RegionCode }),
		text("period", "报告期", func(r *row) string { return string(r.Period) }),
		integer("start", "关键词在文件正文中的起点，码点，含", func(r *row) Cell { return IntCell(r.Start) }),
		integer("end", "终点，码点，不含", func(r *row) Cell { return IntCell(r.End) }),
		text("left", "左边的文字，不出本句", func(r *row) string { return r.Left }),
		text("keyword", "关键词", func(r *row) string { return r.Hit.Keyword }),
		text("right", "右边的文字，不出本句", func(r *row) string { return r.Right }),
	}
}()
