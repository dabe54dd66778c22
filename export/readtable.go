package export

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/internal/lazy"
	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/period"
)

// ReadTable reads table.csv of a folder that an earlier run wrote, by the names
// of its columns, so that columns may be added. LeftOut and Parts.Open are not read. The error,
// an *Error, names the file and the line.
func ReadTable(dir string, cat *catalog.Catalog) ([]metrics.Row, error) {
	sheet, err := readSheet(dir, tableName)
	if err != nil {
		return nil, err
	}
	if err := sheet.need("region", "region_code", "period", "metric", "base_unit", "sum", "mean", "median", "max", "target", "completion", "gaps"); err != nil {
		return nil, err
	}
	for _, name := range []string{"org", "genre", "label"} {
		if _, grouped := sheet.at[name]; grouped {
			return nil, &Error{Path: sheet.path,
				zh: fmt.Sprintf("%s 按 %s 分了组，一个地区一期有多行，不能比较；请不带 --by %[2]s 重新运行 extract", sheet.path, name),
				en: fmt.Sprintf("%s is grouped by %s and has several rows for a place and period; run extract again without --by %[2]s", sheet.path, name)}
		}
	}
	rows := make([]metrics.Row, 0, len(sheet.rows))
	for i := range sheet.rows {
		row, err := sheet.row(i, cat)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// ReportLine is a line of documents.csv: a report and what it speaks of.
type ReportLine struct {
	File string
	metrics.ReportKey
}

// ReadReports reads documents.csv of a folder that an earlier run wrote.
func ReadReports(dir string) ([]ReportLine, error) {
	s, err := readSheet(dir, documentsName)
	if err != nil {
		return nil, err
	}
	if err := s.need("file", "region", "region_code", "period"); err != nil {
		return nil, err
	}
	var reports []ReportLine
	for i := range s.rows {
		reports = append(reports, ReportLine{s.text(i, "file"), s.key(i)})
	}
	return reports, nil
}

// sheet is one of our CSV files.
type sheet struct {
	path  string
	at    map[string]int // columns by name
	rows  [][]string
	lines []int
}

// readSheet reads a CSV file of a folder that has a run.json of ours.
func readSheet(dir, name string) (*sheet, error) {
	path := filepath.Join(dir, name+".csv")
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, &Error{Path: dir, Err: err,
			zh: fmt.Sprintf("%s 不是目录；这里需要 extract 写出的结果目录，如 extract-out", dir),
			en: fmt.Sprintf("%s is no folder; a folder that extract wrote is needed, such as extract-out", dir)}
	}
	m, ours := readManifest(dir)
	if !ours {
		return nil, &Error{Path: dir,
			zh: fmt.Sprintf("%s 中没有本程序写的 run.json，不是 extract 写出的结果目录；请先运行 extract -o %[1]s 报告目录/", dir),
			en: fmt.Sprintf("%s has no run.json of ours and is no folder that extract wrote; run extract -o %[1]s REPORTS/ first", dir)}
	}
	if m.SchemaVersion != SchemaVersion {
		return nil, &Error{Path: dir,
			zh: fmt.Sprintf("%s 是另一版本写出的（schema_version %s，本版为 %s）；请重新运行 extract", dir, m.SchemaVersion, SchemaVersion),
			en: fmt.Sprintf("%s was written by another version (schema_version %s, this one has %s); run extract again", dir, m.SchemaVersion, SchemaVersion)}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, &Error{Path: path, Err: err,
			zh: fmt.Sprintf("读不了 %s；请用 extract --format csv 写出它", path),
			en: fmt.Sprintf("%s cannot be read; have extract --format csv write it", path)}
	}
	s := &sheet{path: path}
	return s, s.parse(data)
}

func (s *sheet) parse(data []byte) error {
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte(byteOrderMark))))
	for {
		cells, err := in.Read()
		var bad *csv.ParseError
		switch {
		case err == io.EOF && s.at == nil:
			return s.wrong(1, "文件是空的", "the file is empty")
		case err == io.EOF:
			return nil
		case errors.As(err, &bad):
			return s.wrong(bad.Line, "引号不配对，或格数与表头不同", "quotes do not pair, or there are more or fewer cells than in the header")
		case err != nil:
			return err
		}
		if s.at == nil {
			s.at = map[string]int{}
			for i, name := range cells {
				s.at[name] = i
			}
			continue
		}
		line, _ := in.FieldPos(0)
		s.rows, s.lines = append(s.rows, slices.Clone(cells)), append(s.lines, line)
	}
}

func (s *sheet) wrong(line int, zh, en string) error {
	return &Error{Path: s.path,
		zh: fmt.Sprintf("%s 第 %d 行：%s；请重新运行 extract", s.path, line, zh),
		en: fmt.Sprintf("%s line %d: %s; run extract again", s.path, line, en)}
}

func (s *sheet) need(names ...string) error {
	for _, name := range names {
		if _, ok := s.at[name]; !ok {
			return s.wrong(1, "缺少 "+name+" 列", "the column "+name+" is missing")
		}
	}
	return nil
}

// text is a cell of a text column.
func (s *sheet) text(i int, name string) string { return Unguard(s.rows[i][s.at[name]]) }

func (s *sheet) key(i int) metrics.ReportKey {
	return metrics.ReportKey{Region: s.text(i, "region"), RegionCode: s.text(i, "region_code"), Period: period.Period(s.text(i, "period"))}
}

// plainNumber is what our number columns hold.
var plainNumber = lazy.Regexp(`^(-?\d+(\.\d+)?)?$`)

func (s *sheet) row(i int, cat *catalog.Catalog) (row metrics.Row, err error) {
	number := func(name string) metrics.Number {
		at, has := s.at[name]
		if !has {
			return ""
		}
		cell := s.rows[i][at]
		if !plainNumber().MatchString(cell) && err == nil {
			err = s.wrong(s.lines[i], fmt.Sprintf("%s 列的 %q 不是数", name, cell), fmt.Sprintf("%q in column %s is no number", cell, name))
		}
		return metrics.Number(cell)
	}
	count := func(name string) int {
		cell := number(name)
		n, wrong := strconv.Atoi(string(cell))
		if cell != "" && wrong != nil && err == nil {
			err = s.wrong(s.lines[i], fmt.Sprintf("%s 列的 %q 不是整数", name, cell), fmt.Sprintf("%q in column %s is no whole number", cell, name))
		}
		return n
	}
	metric, known := cat.Lookup(s.text(i, "metric"))
	if !known {
		return row, s.wrong(s.lines[i], fmt.Sprintf("目录中没有指标 %q", s.text(i, "metric")), fmt.Sprintf("the catalogue has no metric %q", s.text(i, "metric")))
	}
	row = metrics.Row{
		ReportKey: s.key(i), Metric: metric, Unit: s.text(i, "base_unit"),
		Docs: count("n_docs"), Facts: count("n_facts"), Open: count("n_open"), Gaps: count("gaps"),
		Sum: number("sum"), Low: number("low"), High: number("high"),
		Mean: number("mean"), Median: number("median"), Max: number("max"),
		Target: number("target"), Completion: number("completion"), Approximate: number("approximate_share"),
		Count: count("n"), Min: number("min"), Q1: number("q1"), Q3: number("q3"),
		Reached: number("completion_actual"), Aimed: number("completion_target"),
	}
	parts := func(name string) metrics.Parts {
		return metrics.Parts{Sum: number(name + "_sum"), Low: number(name + "_low"), High: number(name + "_high"), N: count("n_" + name)}
	}
	row.Children, row.Periods = parts("children"), parts("periods")
	return row, err
}
