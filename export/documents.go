package export

import (
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/quantity"
)

// documentColumns are the columns of documents.*, one row per report or file that failed.
var documentColumns = []column[mention]{
	fileColumn, docColumn,
	text("title", "标题", func(m *mention) string { return m.Title }),
	regionColumn, regionCodeColumn, regionPathColumn, orgColumn, periodColumn,
	integer("start", "报告在文件正文中的起点", func(m *mention) Cell {
		return m.ifRead(func() int { return m.offsets.Rune(m.Document.Span.Start) })
	}).in("码点", ""),
	integer("end", "报告在文件正文中的终点（不含）", func(m *mention) Cell {
		return m.ifRead(func() int { return m.offsets.Rune(m.Document.Span.End) })
	}).in("码点", ""),
	text("format", "文件格式", func(m *mention) string { return m.Format }),
	text("encoding", "文字编码", func(m *mention) string { return m.Encoding }),
	integer("characters", "报告的码点数，含空白", func(m *mention) Cell {
		return m.ifRead(m.characters)
	}).in("码点", "可加"),
	integer("numbers", "报告中的数字个数，无论是否成为数据", func(m *mention) Cell {
		return m.ifFound(func(r *extract.Result) int { return len(r.Numerals) })
	}).in("个", "可加"),
	integer("facts", "facts 表中的行数", func(m *mention) Cell {
		return m.ifFound(func(r *extract.Result) int { return len(r.Facts) })
	}).in("行", "可加"),
	integer("gaps", "gaps 表中的行数", func(m *mention) Cell {
		return m.ifFound(func(r *extract.Result) int { return len(r.Gaps) })
	}).in("行", "可加"),
	integer("unexplained", "未能解释的数字个数", func(m *mention) Cell {
		return m.ifFound(unexplained)
	}).in("个", "可加"),
	text("copied_from", "是哪份路径在前的报告的副本（文件#报告）；空为不是副本。副本的数字不计入 table", func(m *mention) string { return valid(m.Copy.Of) }),
	number("similarity", "与 copied_from 的相似度：隐去地名、数字之后的文字与各处数字，两者相同的比例中较小的一个；1 且 facts 为空的是逐字相同，数据见 copied_from", func(m *mention) Cell {
		if m.Copy.Of == "" {
			return Cell{}
		}
		hundredths, _ := quantity.Int(int64(m.Copy.Similarity)).Shift(-2)
		return NumberCell(hundredths)
	}).in("0–1", "不可加"),
	text("error", "读取失败的原因；空为成功", func(m *mention) string {
		if m.Err == nil {
			return ""
		}
		return valid(m.Err.Error())
	}),
	text("text_hash", "文件正文的 SHA-256（十六进制；正文即 extract text 打印的文字），写更正文件时照抄；空为读取失败", func(m *mention) string { return m.TextHash }),
	genreColumn,
}

// characters is the number of code points of the report.
func (r *report) characters() int { return r.runes(r.Document.Span) }

func unexplained(r *extract.Result) int {
	n := 0
	for i := range r.Numerals {
		if r.Numerals[i].Verdict == extract.Unexplained {
			n++
		}
	}
	return n
}

func (m *mention) ifRead(get func() int) Cell {
	if m.Document == nil {
		return Cell{}
	}
	return IntCell(get())
}

func (m *mention) ifFound(get func(*extract.Result) int) Cell {
	if m.Result == nil || m.Copy.Exact {
		return Cell{}
	}
	return IntCell(get(m.Result))
}
