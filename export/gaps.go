package export

// gapColumns are the columns of gaps.*: kind, place, sentence.
var gapColumns = []column[mention]{
	text("kind", "missing 缺失，masked 隐去，doubtful 存疑，contradiction 前后矛盾（与前文数字、各项之和或比率不符，标在后一个数字上），part_exceeds_total 其中数超过总数，count_mismatch 条数不符（几项与所列项数、分别前后个数），unexplained 未能解释",
		func(m *mention) string { return string(m.gap.Kind) }),
	fileColumn, docColumn, regionColumn, regionCodeColumn, periodColumn,
	appended("fact", "所涉及的 facts 行（id）", func(dst []byte, m *mention) []byte { return m.id(dst, m.gap.Fact) }),
	text("text", "原文", func(m *mention) string { return m.of(m.gap.Span) }),
	sentenceColumn, sentenceStartColumn,
	integer("start", "text 在文件正文中的起点", func(m *mention) Cell { return IntCell(m.offsets.Rune(m.gap.Start)) }).in("码点", ""),
	integer("end", "text 在文件正文中的终点（不含）", func(m *mention) Cell { return IntCell(m.offsets.Rune(m.gap.End)) }).in("码点", ""),
}
