package export

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/zhaibao/zhaibao/metrics/compare"
)

// The tables of a comparison.
const (
	compareName      = "compare"
	compareModelName = "compare_model"
	compareBookName  = "compare_codebook"
)

// compareColumns are the columns of compare.csv, one row per measure of a region.
func compareColumns() []column[compare.Result] {
	type row = compare.Result
	var measures []string
	for _, m := range compare.Measures {
		measures = append(measures, string(m.Measure))
	}
	count := func(name, meaning string, get func(*row) int) column[row] {
		return integer(name, meaning, func(r *row) Cell { return intOrNone(get(r)) })
	}
	return []column[row]{
		text("measure", "量："+strings.Join(measures, "，"), func(r *row) string { return string(r.Measure) }),
		text("region", "地区，按原文", func(r *row) string { return r.Region.Name }),
		text("region_code", "行政区划代码，按文本读", func(r *row) string { return r.Code }),
		text("period", "报告期", func(r *row) string { return string(r.Period) }),
		text("metric", "指标代码；空为涉及几个指标", func(r *row) string { return r.Metric }),
		text("base_unit", "指标的单位", func(r *row) string { return r.Base }),
		number("value", "结果；空为没有，原因见 note，不是零", func(r *row) Cell { return PlainCell(r.Value) }).in("unit 列", "不可加"),
		text("unit", "value 的单位；1 为比值", func(r *row) string { return r.Unit }),
		count("rank", "同期同指标的名次，并列取同一名次，其后跳过（1、2、2、4）；空为不排名", func(r *row) int { return r.Rank }),
		count("n", "参加比较的地区数", func(r *row) int { return r.N }),
		text("against", "与什么相比：时期，分母（@ 后为其时期），total 总和，target 目标，median 中位数，regions 同期其他地区，periods 本地区其他时期，PC1 成分", func(r *row) string { return r.Against }),
		text("note", "说明代码，以分号分隔，见 codebook", func(r *row) string { return r.Note }),
		text("metric_name", "指标名称", func(r *row) string { return r.MetricName }),
		number("own_value", "被比较的数", func(r *row) Cell { return PlainCell(r.Own) }).in("base_unit 列", "不可加"),
		number("against_value", "与之相比的数：分母、基期、总和、目标、中位数", func(r *row) Cell { return PlainCell(r.Other) }).in("按 against", "不可加"),
	}
}

func intOrNone(n int) Cell {
	if n == 0 {
		return Cell{}
	}
	return IntCell(n)
}

// compareModelColumns are the columns of compare_model.csv: what concerns no single region.
func compareModelColumns() []column[compare.ModelRow] {
	type row = compare.ModelRow
	return []column[row]{
		text("model", "模型：distribution 分布，coverage 报告率，correlation 秩相关，index 综合指数，pca 主成分，sigma、beta 收敛，benford 首位数字", func(r *row) string { return r.Model }),
		text("statistic", "统计量", func(r *row) string { return r.Statistic }),
		text("period", "报告期；beta 为末期；空为全部时期", func(r *row) string { return string(r.Period) }),
		text("from_period", "beta 的初期", func(r *row) string { return string(r.From) }),
		text("metric", "指标代码", func(r *row) string { return r.Metric }),
		text("unit", "指标的单位，除以分母的写成 场/人", func(r *row) string { return r.Unit }),
		text("with_metric", "与之相关的指标", func(r *row) string { return r.WithMetric }),
		text("with_unit", "其单位", func(r *row) string { return r.WithUnit }),
		text("component", "成分（PC1），或 benford 的首位数字", func(r *row) string { return r.Component }),
		number("value", "结果；空为没有，原因见 note", func(r *row) Cell { return PlainCell(r.Value) }).in("", "不可加"),
		integer("n", "所据的地区数；benford 为数字个数", func(r *row) Cell { return IntCell(r.N) }),
		text("note", "说明代码，以分号分隔，见 codebook；benford 的 mad 为 Nigrini 的分级", func(r *row) string { return r.Note }),
	}
}

// Comparison writes what compare.Run gives out. It is not safe for concurrent use.
type Comparison struct {
	files   []string // where the finished files go
	partial string   // the folder they are written in first, "" for a stream
	results *table[compare.Result]
	models  *table[compare.ModelRow] // nil for a stream
}

// CreateComparison starts the files of a comparison: compare.csv,
// compare_model.csv and compare_codebook.csv in the folder path; where path ends
// in .csv, that file and beside it PATH_model.csv and PATH_codebook.csv.
// Everything goes to a folder beside them until Close. A file there that is not
// an earlier comparison is left alone; see Error.
func CreateComparison(path string) (*Comparison, error) {
	folder, stem := path, compareName
	if ending := filepath.Ext(path); strings.EqualFold(ending, ".csv") {
		folder, stem = filepath.Dir(path), strings.TrimSuffix(filepath.Base(path), ending)
	}
	c := &Comparison{}
	for _, name := range []string{"", "_model", "_codebook"} {
		c.files = append(c.files, filepath.Join(folder, stem+name+".csv"))
	}
	if folder != path {
		c.files[0] = path // with the ending as it was written
	}
	if info, err := os.Stat(folder); err == nil && !info.IsDir() {
		return nil, errNoFolder(folder)
	}
	for i, file := range c.files {
		if !replaceable(file, comparisonSchemas()[i]) {
			return nil, errConflict(file)
		}
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return nil, errUnwritable(filepath.Dir(folder), folder, err)
	}
	partial, err := os.MkdirTemp(folder, ".compare-*.partial")
	if err != nil {
		return nil, errUnwritable(folder, folder, err)
	}
	c.partial = partial
	if err := c.open(); err != nil {
		c.Abort()
		return nil, errWrite(folder, err)
	}
	return c, nil
}

// comparisonSchemas are those of the three files.
func comparisonSchemas() []Schema {
	return []Schema{schemaOf(compareName, compareColumns()), schemaOf(compareModelName, compareModelColumns()), schemaOf(compareBookName, codebookColumns)}
}

// replaceable reports whether there is no such file, or one with the schema's first column.
func replaceable(file string, s Schema) bool {
	f, err := os.Open(file)
	if err != nil {
		return os.IsNotExist(err)
	}
	defer f.Close()
	want := byteOrderMark + s.Columns[0].Name + "," + s.Columns[1].Name + ","
	head := make([]byte, len(want))
	_, err = io.ReadFull(f, head)
	return err == nil && string(head) == want
}

func (c *Comparison) open() (err error) {
	if c.results, err = newTable([]Book{perTable{c.partial, createCSV}}, compareName, compareColumns()); err == nil {
		c.models, err = newTable([]Book{perTable{c.partial, createCSV}}, compareModelName, compareModelColumns())
	}
	return err
}

// StreamComparison writes compare.csv alone to out, which stays the caller's.
func StreamComparison(out io.Writer) *Comparison {
	columns := compareColumns()
	t := &table[compare.Result]{columns: columns, row: make([]Cell, len(columns))}
	t.writers = []Writer{csvTo(&file{out: out, done: func() error { return nil }}, schemaOf(compareName, columns))}
	return &Comparison{results: t}
}

// Sink takes the rows; given to compare.Run it writes them all.
func (c *Comparison) Sink() compare.Sink {
	s := compare.Sink{Result: c.results.add}
	if c.models != nil {
		s.Model = c.models.add
	}
	return s
}

// Files are where the finished files go, none for a stream.
func (c *Comparison) Files() []string { return c.files }

// Close puts the finished files into their place. On an error it aborts.
func (c *Comparison) Close() error {
	if c.partial == "" {
		return c.results.close()
	}
	err := errors.Join(c.results.close(), c.models.close(), writeComparisonBook(c.partial))
	for i, name := range []string{compareName, compareModelName, compareBookName} {
		if err == nil {
			err = os.Rename(filepath.Join(c.partial, name+".csv"), c.files[i])
		}
	}
	if err != nil {
		err = errWrite(filepath.Dir(c.files[0]), err)
	}
	return errors.Join(err, os.RemoveAll(c.partial))
}

// Abort drops what was written. After Close it does nothing.
func (c *Comparison) Abort() error {
	if c.partial == "" {
		return nil
	}
	errors.Join(c.results.close(), c.models.close())
	return os.RemoveAll(c.partial)
}

// writeComparisonBook explains the columns, measures and notes.
func writeComparisonBook(folder string) error {
	t, err := newTable([]Book{perTable{folder, createCSV}}, compareBookName, codebookColumns)
	if err != nil {
		return err
	}
	defer t.close()
	var entries []entry
	for _, s := range comparisonSchemas()[:2] {
		for _, c := range s.Columns {
			entries = append(entries, entry{s.Name, c})
		}
	}
	for _, m := range compare.Measures {
		entries = append(entries, entry{"measure", Column{Name: string(m.Measure), Kind: Number, Meaning: fmt.Sprintf("%s (%s)", m.ZH, m.EN)}})
	}
	for _, n := range compare.AllNotes() {
		entries = append(entries, entry{"note", Column{Name: string(n), Meaning: fmt.Sprintf("%s (%s)", n.Text(false), n.Text(true))}})
	}
	for i := range entries {
		if err := t.add(&entries[i]); err != nil {
			return err
		}
	}
	return t.close()
}
