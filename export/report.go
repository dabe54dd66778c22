package export

import (
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/segment"
)

// report is the report whose rows are being written.
type report struct {
	*corpus.Item
	cat     *catalog.Catalog
	opts    *Options
	file    string // whose text offsets is made of
	text    string
	offsets segment.OffsetTable
	prefix  string         // of its facts' ids
	counted metrics.Report // as the aggregation sees it
	serial  uint64         // of the report, from 1
	row     mention        // the one at hand
}

// reset makes the item the current report.
func (r *report) reset(item *corpus.Item) {
	r.Item = item
	r.serial++
	r.counted = item.Report()
	r.prefix = valid(item.File) + "#" + strconv.Itoa(item.Doc) + "/"
	if d := item.Document; d != nil && (item.File != r.file || d.Text != r.text) {
		r.file, r.text = item.File, d.Text
		r.offsets.Reset(d.Text)
	}
}

// id appends the name of the n-th fact, from 0: FILE#DOC/N with N from 1. None has no name.
func (r *report) id(dst []byte, n int) []byte {
	if n < 0 {
		return dst
	}
	return strconv.AppendInt(append(dst, r.prefix...), int64(n)+1, 10)
}

func (r *report) metric(m catalog.Metric) catalog.MetricDef {
	if int(m) >= len(r.cat.Metrics) {
		return catalog.MetricDef{}
	}
	return r.cat.Metrics[m]
}

// of returns the text at span.
func (r *report) of(span segment.Span) string {
	if span.Empty() {
		return ""
	}
	return span.Of(r.Document.Text)
}

// label is the text of a fact's label.
func (r *report) label(f *extract.Fact) string { return r.of(f.Label) }

// section is the governing headline's text.
func (r *report) section(block int) string {
	if block < 0 || block >= len(r.Document.Blocks) {
		return ""
	}
	return strings.TrimSpace(r.of(r.Document.Blocks[block].Span))
}

// around is what is printed of the sentence with that number.
func (r *report) around(sentence int, span segment.Span) segment.Span {
	s := span
	if sentence >= 0 && sentence < len(r.Document.Sentences) {
		s = r.Document.Sentences[sentence].Span
	}
	if s.Contains(span) && (s.Len() <= maxSentence || r.runes(s) <= maxSentence) {
		return s
	}
	return Around(r.Document.Text, s, span, maxSentence)
}

// runes is how many code points lie at span.
func (r *report) runes(span segment.Span) int {
	start, end := r.offsets.Runes(span)
	return end - start
}

// facts calls add for each fact of the report.
func (r *report) facts(add func(*mention) error) error {
	for i := range r.Result.Facts {
		f := &r.Result.Facts[i]
		r.row = mention{report: r, fact: f, n: i, sentence: r.around(f.Sentence, f.Span)}
		if err := add(&r.row); err != nil {
			return err
		}
	}
	return nil
}

// gaps calls add for each gap of the report.
func (r *report) gaps(add func(*mention) error) error {
	for i := range r.Result.Gaps {
		g := &r.Result.Gaps[i]
		r.row = mention{report: r, gap: g, sentence: r.around(g.Sentence, g.Span)}
		if err := add(&r.row); err != nil {
			return err
		}
	}
	return nil
}

// mention is a row's source: a fact (with its number) or a gap of a report, or the report alone.
type mention struct {
	*report
	fact     *extract.Fact
	n        int
	gap      *extract.Gap
	sentence segment.Span
}

// What the cells of many rows have in common.
var (
	byReport   = &memo[mention]{1, func(m *mention) memoKey { return memoKey{report: m.serial} }}
	bySection  = &memo[mention]{1, func(m *mention) memoKey { return memoKey{report: m.serial, which: uint64(m.fact.Section)} }}
	bySentence = &memo[mention]{1, func(m *mention) memoKey {
		return memoKey{report: m.serial, which: uint64(m.sentence.Start)<<32 | uint64(m.sentence.End)}
	}}
	byMetric = &memo[mention]{256, func(m *mention) memoKey { return memoKey{which: uint64(m.fact.Metric)} }}
	byRule   = &memo[mention]{256, func(m *mention) memoKey { return memoKey{which: uint64(m.fact.Rule)} }}
	byTraits = &memo[mention]{512, func(m *mention) memoKey { return memoKey{which: m.traits()} }}
)

// traits packs bound, basis, role, time, status and whether the fact is missing,
// what differs most lowest.
func (m *mention) traits() uint64 {
	f := m.fact
	t := uint64(f.Quantity.Bound) | uint64(f.Basis)<<3 | uint64(f.Role)<<5 | uint64(f.Time)<<7 | uint64(f.Status)<<16
	if f.Missing {
		t |= 1 << 24
	}
	return t
}

// The columns that tell where a row comes from.
var (
	fileColumn = text("file", "文件，相对于命令行参数的路径，以 / 分隔",
		func(m *mention) string { return valid(m.File) }).by(byReport)
	docColumn = integer("doc", "文件中的第几份报告，从 1 起", func(m *mention) Cell {
		if m.Doc == 0 {
			return Cell{}
		}
		return IntCell(m.Doc)
	}).by(byReport)
	regionColumn     = text("region", "所报告的地区，按原文", func(m *mention) string { return m.Region }).by(byReport)
	regionCodeColumn = text("region_code", "行政区划代码，按文本读", func(m *mention) string { return m.RegionCode }).by(byReport)
	regionPathColumn = text("region_path", "行政区划路径", func(m *mention) string { return m.RegionPath }).by(byReport)
	orgColumn        = text("org", "报告单位，按原文", func(m *mention) string { return m.Org }).by(byReport)
	periodColumn     = text("period", "报告期：2019、2019H1、2019Q2、2019-06、2019-01/2019-05；年份被隐去时为 XXXX",
		func(m *mention) string { return string(m.Period) }).by(byReport)
	genreColumn    = text("genre", "报告种类，按标题：工作总结、工作报告、统计公报等；空为标题没有说", func(m *mention) string { return m.Genre }).by(byReport)
	sentenceColumn = text("sentence", "所在句，至多 300 个码点",
		func(m *mention) string { return m.of(m.sentence) }).by(bySentence)
	sentenceStartColumn = integer("sentence_start", "sentence 在文件正文中的起点",
		func(m *mention) Cell { return IntCell(m.offsets.Rune(m.sentence.Start)) }).in("码点", "").by(bySentence)
)

// valid replaces what is not UTF-8, which only a file's name can hold.
func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
