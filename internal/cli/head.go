package cli

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/zhaibao/zhaibao/export"
)

// tableHead is how many rows of the table a summary shows.
const tableHead = 10

// shownColumns are the columns of the table that a summary shows, with their headings.
var shownColumns = []struct {
	name, zh, en string
	right        bool
}{
	{"region", "地区", "region", false},
	{"period", "报告期", "period", false},
	{"metric_name", "指标", "metric", false},
	{"sum", "合计", "sum", true},
	{"mean", "均值", "mean", true},
	{"base_unit", "单位", "unit", false},
	{"n_facts", "行数", "rows", true},
}

// printTable prints the first rows of the table as it was written.
func (a *app) printTable(w io.Writer, j job, s *summary) {
	rows, err := readHead(j.out, j.formats[0], tableHead)
	if err != nil || len(rows) == 0 {
		return // the summary goes without; the table itself is written
	}
	var cells [][]string
	var titles []string
	for _, c := range shownColumns {
		titles = append(titles, a.say(c.zh, c.en))
	}
	cells = append(cells, titles)
	for _, row := range rows {
		var line []string
		for _, c := range shownColumns {
			line = append(line, shorten(row[c.name], 24))
		}
		cells = append(cells, line)
	}
	fmt.Fprintf(w, "\n%s", align(cells, func(i int) bool { return shownColumns[i].right }))
	if more := s.tableRows - len(rows); more > 0 {
		fmt.Fprintf(w, a.say("  …还有 %d 行\n", "  … %d more rows\n"), more)
	}
	fmt.Fprintln(w)
}

// readHead reads the first n rows of the table in dir that have a sum or a
// mean, by column.
func readHead(dir string, format export.Format, n int) ([]map[string]string, error) {
	f, err := os.Open(filepath.Join(dir, "table."+format.Name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if format.Name == export.JSONL.Name {
		return jsonlHead(f, n)
	}
	return csvHead(f, n)
}

func csvHead(r io.Reader, n int) ([]map[string]string, error) {
	in := bufio.NewReader(r)
	if _, err := in.Discard(len("\uFEFF")); err != nil {
		return nil, err
	}
	records := csv.NewReader(in)
	names, err := records.Read()
	if err != nil {
		return nil, err
	}
	var rows []map[string]string
	for len(rows) < n {
		record, err := records.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		row := map[string]string{}
		for i, cell := range record {
			row[names[i]] = export.Unguard(cell)
		}
		rows = appendTelling(rows, row)
	}
	return rows, nil
}

func jsonlHead(r io.Reader, n int) ([]map[string]string, error) {
	d := json.NewDecoder(r)
	d.UseNumber()
	var rows []map[string]string
	for len(rows) < n && d.More() {
		var values map[string]any
		if err := d.Decode(&values); err != nil {
			return nil, err
		}
		row := map[string]string{}
		for name, v := range values {
			if v != nil {
				row[name] = fmt.Sprint(v)
			}
		}
		rows = appendTelling(rows, row)
	}
	return rows, nil
}

func appendTelling(rows []map[string]string, row map[string]string) []map[string]string {
	if row["sum"] == "" && row["mean"] == "" {
		return rows
	}
	return append(rows, row)
}
