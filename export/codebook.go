package export

import "github.com/zhaibao/zhaibao/extract/catalog"

// entry is a line of the codebook: a column of a table, or a metric.
type entry struct {
	table string
	Column
}

var codebookColumns = []column[entry]{
	text("table", "所在的表；metric 为指标", func(e *entry) string { return e.table }),
	text("name", "列名或指标代码", func(e *entry) string { return e.Name }),
	text("meaning", "含义", func(e *entry) string { return e.Meaning }),
	text("unit", "单位", func(e *entry) string { return e.Unit }),
	text("summed", "能否相加", func(e *entry) string { return e.Summed }),
	text("read_as", "读取方式：text 文本，number 小数，integer 整数；代码一律按文本读；CSV 文本列若以撇号开头，去掉一个即为原文；number 在 Parquet 中为 DECIMAL(38,18)，在 SQLite 和 xlsx 中超过 15 位有效数字的存为文本，以免舍入；xlsx 单元格至多 32767 字，更长的以 … 结尾", func(e *entry) string { return e.Kind.String() }),
}

// writeCodebook explains every column of the schemas and every metric.
func writeCodebook(books []Book, schemas []Schema, cat *catalog.Catalog) error {
	t, err := newTable(books, codebookName, codebookColumns)
	if err != nil {
		return err
	}
	defer t.close()
	for _, s := range append(schemas, schemaOf(codebookName, codebookColumns)) {
		for _, c := range s.Columns {
			if err := t.add(&entry{s.Name, c}); err != nil {
				return err
			}
		}
	}
	for _, m := range cat.Metrics {
		if err := t.add(metricEntry(m)); err != nil {
			return err
		}
	}
	return t.close()
}

// summable is what the codebook says of metrics whose totals may be added up.
const summable = "实绩总数可加"

func metricEntry(m catalog.MetricDef) *entry {
	c := Column{Name: m.Code, Kind: Number, Meaning: m.Name, Unit: "base_unit 列", Summed: "不可加"}
	if m.NameEN != "" {
		c.Meaning += " (" + m.NameEN + ")"
	}
	if m.Doc != "" {
		c.Meaning += "：" + m.Doc
	}
	if m.Additive {
		c.Summed = summable
	}
	return &entry{"metric", c}
}
