package export

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
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
	partial string     // the folder the files are written in first, "" for a stream
	outputs []finished // what goes where in the end
	books   []Book     // one per format, then that of compare_codebook.csv
	formats []Format   // of the books but the last
	results *table[compare.Result]
	models  *table[compare.ModelRow] // nil for a stream
}

// finished is a file under its name in the partial folder, and its place.
type finished struct{ name, place string }

// CreateComparison starts the files of a comparison in the formats, CSV where
// none is given: compare.csv, compare_model.csv and the like, one compare.xlsx
// for all tables, and always compare_codebook.csv, in the folder path; where path
// ends in .csv, that file and the others named after it beside it. Everything
// goes to a folder beside them until Close. A file there that is not of an
// earlier comparison is left alone; see Error.
func CreateComparison(path string, formats ...Format) (*Comparison, error) {
	if len(formats) == 0 {
		formats = []Format{CSV}
	}
	folder, stem := path, compareName
	if ending := filepath.Ext(path); strings.EqualFold(ending, ".csv") {
		folder, stem = filepath.Dir(path), strings.TrimSuffix(filepath.Base(path), ending)
	}
	c := &Comparison{formats: formats}
	for _, f := range formats {
		if f.File != "" {
			c.put(f.File, filepath.Join(folder, stem+filepath.Ext(f.File)))
			continue
		}
		c.put(compareName+"."+f.Name, filepath.Join(folder, stem+"."+f.Name))
		c.put(compareModelName+"."+f.Name, filepath.Join(folder, stem+"_model."+f.Name))
	}
	c.put(compareBookName+".csv", filepath.Join(folder, stem+"_codebook.csv"))
	if i := slices.IndexFunc(c.outputs, func(o finished) bool { return o.name == compareName+".csv" }); i >= 0 && folder != path {
		c.outputs[i].place = path // with the ending as it was written
	}
	if info, err := os.Stat(folder); err == nil && !info.IsDir() {
		return nil, errNoFolder(folder)
	}
	if err := c.replaceable(); err != nil {
		return nil, err
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

func (c *Comparison) put(name, place string) { c.outputs = append(c.outputs, finished{name, place}) }

// comparisonSchemas are those of the three files.
func comparisonSchemas() []Schema {
	return []Schema{schemaOf(compareName, compareColumns()), schemaOf(compareModelName, compareModelColumns()), schemaOf(compareBookName, codebookColumns)}
}

// replaceable fails where a file is in the way that is not of an earlier
// comparison: a CSV shows that by its first columns, another format by the
// codebook that every comparison leaves beside it.
func (c *Comparison) replaceable() error {
	book := c.outputs[len(c.outputs)-1].place
	_, err := os.Stat(book)
	had := err == nil && headed(book, comparisonSchemas()[2])
	for _, o := range c.outputs {
		if _, err := os.Stat(o.place); os.IsNotExist(err) {
			continue
		}
		ours := had
		for _, s := range comparisonSchemas() {
			if o.name == s.Name+".csv" {
				ours = headed(o.place, s)
			}
		}
		if !ours {
			return errConflict(o.place)
		}
	}
	return nil
}

// headed reports whether the file is a CSV with the schema's first columns.
func headed(file string, s Schema) bool {
	f, err := os.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	want := byteOrderMark + s.Columns[0].Name + "," + s.Columns[1].Name + ","
	head := make([]byte, len(want))
	_, err = io.ReadFull(f, head)
	return err == nil && string(head) == want
}

func (c *Comparison) open() (err error) {
	for _, f := range append(slices.Clip(c.formats), CSV) {
		b, err := f.Open(c.partial)
		if err != nil {
			return err
		}
		c.books = append(c.books, b)
	}
	tables := c.books[:len(c.formats)]
	if c.results, err = newTable(tables, compareName, compareColumns()); err == nil {
		c.models, err = newTable(tables, compareModelName, compareModelColumns())
	}
	return err
}

// StreamComparison writes compare.csv alone to out, which stays the caller's.
func StreamComparison(out io.Writer) *Comparison {
	columns := compareColumns()
	t := &table[compare.Result]{columns: columns}
	t.to(csvTo(&file{out: out, done: func() error { return nil }}, schemaOf(compareName, columns)))
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
func (c *Comparison) Files() []string {
	var files []string
	for _, o := range c.outputs {
		files = append(files, o.place)
	}
	return files
}

// Close puts the finished files into their place. On an error it aborts.
func (c *Comparison) Close() error {
	if c.partial == "" {
		return c.results.close()
	}
	err := errors.Join(c.results.close(), c.models.close(), c.writeBook())
	for _, b := range c.books {
		err = errors.Join(err, b.Close())
	}
	c.books = nil
	for _, o := range c.outputs {
		if err == nil {
			err = os.Rename(filepath.Join(c.partial, o.name), o.place)
		}
	}
	if err != nil {
		err = errWrite(filepath.Dir(c.outputs[0].place), err)
	}
	return errors.Join(err, os.RemoveAll(c.partial))
}

// Abort drops what was written. After Close it does nothing.
func (c *Comparison) Abort() error {
	if c.partial == "" {
		return nil
	}
	if c.results != nil {
		c.results.close()
	}
	if c.models != nil {
		c.models.close()
	}
	for _, b := range c.books {
		b.Abort()
	}
	c.books = nil
	return os.RemoveAll(c.partial)
}

// writeBook explains the columns, measures and notes, in compare_codebook.csv
// and in the files that hold all tables.
func (c *Comparison) writeBook() error {
	books := slices.Clone(c.books[len(c.formats):])
	for i, f := range c.formats {
		if f.File != "" {
			books = append(books, c.books[i])
		}
	}
	t, err := newTable(books, compareBookName, codebookColumns)
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
