package trace

import (
	"cmp"
	"slices"
	"strconv"
	"unicode/utf8"
)

// NotFound says which part of a cell no row has, those before it fitting.
type NotFound struct {
	Part  string   // region, period, metric or unit
	Value string   // as asked for
	Near  []string // what there is, the likest first; a few of them
}

func (e *NotFound) Error() string { return "no " + e.Part + " " + e.Value }

// parts are those of a cell, in the order in which they are looked up.
var parts = []struct {
	name  string
	fits  func(*Row, *Cell) bool
	value func(*Cell) string
	of    func(*Row) string
}{
	{"region", func(r *Row, c *Cell) bool { return r.Region == c.Region }, func(c *Cell) string { return c.Region }, func(r *Row) string { return r.Region }},
	{"period", func(r *Row, c *Cell) bool { return r.Period == c.Period }, func(c *Cell) string { return c.Period }, func(r *Row) string { return r.Period }},
	{"metric", func(r *Row, c *Cell) bool { return r.Metric == c.Metric || r.MetricName == c.Metric }, func(c *Cell) string { return c.Metric }, func(r *Row) string { return r.Metric }},
	{"unit", func(r *Row, c *Cell) bool { return c.AnyUnit || r.Unit == c.Unit }, func(c *Cell) string { return c.Unit }, func(r *Row) string { return r.Unit }},
}

// tableRows are the table's rows that the cell names.
func tableRows(dir string, c Cell) ([]*Row, error) {
	var rows []*Row
	err := Each(dir, "table", []string{"sum", "n_facts"}, func(get Getter) error {
		n, err := strconv.Atoi(get("n_facts"))
		rows = append(rows, &Row{
			Region: get("region"), RegionCode: get("region_code"), Period: get("period"), Metric: get("metric"),
			MetricName: get("metric_name"), Unit: get("base_unit"), Sum: get("sum"), Facts: n,
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, p := range parts {
		left := slices.DeleteFunc(slices.Clone(rows), func(r *Row) bool { return !p.fits(r, &c) })
		if len(left) == 0 {
			return nil, &NotFound{p.name, p.value(&c), nearest(p.value(&c), rows, p.name, p.of)}
		}
		rows = left
	}
	return rows, nil
}

// most is how many names are offered.
const most = 5

// nearest are the rows' names that are likest to the one asked for; a metric
// may be meant by its code or its name.
func nearest(asked string, rows []*Row, part string, of func(*Row) string) []string {
	distance := map[string]int{}
	for _, r := range rows {
		d := apart(asked, of(r))
		if part == "metric" {
			d = min(d, apart(asked, r.MetricName))
		}
		distance[of(r)] = d
	}
	var names []string
	for name := range distance {
		names = append(names, name)
	}
	if like := slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		return distance[name] >= max(utf8.RuneCountInString(asked), utf8.RuneCountInString(name)) // nothing in common
	}); len(like) > 0 {
		names = like
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(distance[a], distance[b]), cmp.Compare(a, b)) })
	return names[:min(most, len(names))]
}

// apart is how many characters to insert, delete or replace to make b of a
// (Levenshtein).
func apart(a, b string) int {
	to := []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range []rune(a) {
		before := row[0]
		row[0] = i + 1
		for j, s := range to {
			replaced := before
			if r != s {
				replaced++
			}
			before = row[j+1]
			row[j+1] = min(row[j+1]+1, row[j]+1, replaced)
		}
	}
	return row[len(to)]
}
