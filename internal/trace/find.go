package trace

import (
	"encoding/csv"
	"errors"
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/metrics"
)

// ErrGrouped is the error of a table that has several rows for a cell.
var ErrGrouped = errors.New("这个目录的 table 按 org、genre 或 label 分了组，一格有多行；请不带 --by 重新运行 extract (the table is grouped by org, genre or label; run extract again without --by)")

// Cell names rows of table.*: a region, a period, a metric by its code or name,
// and a base unit, without which all of the metric's units are meant.
type Cell struct {
	Region, Period, Metric, Unit string
	AnyUnit                      bool
}

// ErrCell is the error of a cell that is not three or four names.
var ErrCell = errors.New("a cell is region,period,metric or region,period,metric,unit")

// ParseCell reads region,period,metric[,unit]; a name with a comma stands in quotes.
func ParseCell(s string) (Cell, error) {
	names, err := csv.NewReader(strings.NewReader(strings.ReplaceAll(s, "，", ","))).Read()
	if err != nil || len(names) < 3 || len(names) > 4 {
		return Cell{}, ErrCell
	}
	for i := range names {
		names[i] = strings.TrimSpace(names[i])
	}
	c := Cell{Region: names[0], Period: names[1], Metric: names[2], AnyUnit: len(names) == 3}
	if !c.AnyUnit {
		c.Unit = names[3]
	}
	return c, nil
}

// Row is a row of the table with the facts behind it. Numbers are in plain
// notation, "" where there is none.
type Row struct {
	Region, RegionCode, Period, Metric, MetricName, Unit string
	Sum                                                  string
	Facts                                                int // as the table has them
	Counted, LeftOut                                     []Fact
}

// Fact is a row of facts.*.
type Fact struct {
	ID, File, Doc, Start, End, Text  string
	Value, Unit, BaseValue, BaseUnit string
	Bound, Sentence                  string
	Reason                           string // why it is left out, "" where it is counted
}

// Mismatch is the error of a table and facts that do not belong together.
type Mismatch struct {
	Row            *Row
	Added, Counted string // the counted facts' sum, "" where there are none, and how many facts there are
}

func (e *Mismatch) Error() string {
	return "table and facts differ: " + e.Row.Sum + " and " + e.Added
}

// Find returns the rows that the cell names, with their facts in the order of
// the file. The error is a *NotFound, a *FileError or a *Mismatch, or the file's.
func Find(dir string, c Cell) ([]*Row, error) {
	rows, err := tableRows(dir, c)
	if err != nil {
		return nil, err
	}
	byKey := map[key]*Row{}
	for _, r := range rows {
		k := key{r.Region, r.RegionCode, r.Period, r.Metric, r.Unit}
		if byKey[k] != nil {
			return nil, ErrGrouped
		}
		byKey[k] = r
	}
	err = Each(dir, "facts", []string{"left_out"}, func(get Getter) error {
		if r := byKey[keyOf(get)]; r != nil {
			r.add(factOf(get))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		if err := r.check(); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// key is what a fact and its row have in common.
type key struct{ region, code, period, metric, unit string }

// keyOf is a fact's; a report without a period lends it to the fact's own.
func keyOf(get Getter) key {
	period := get("period")
	if period == "" {
		period = get("fact_period")
	}
	k := metrics.ReportKey{Region: get("region"), RegionCode: get("region_code")}
	region, code := k.Place()
	return key{region, code, period, get("metric"), get("base_unit")}
}

func factOf(get Getter) Fact {
	return Fact{
		ID: get("id"), File: get("file"), Doc: get("doc"), Start: get("start"), End: get("end"), Text: get("text"),
		Value: get("value"), Unit: get("unit"), BaseValue: get("base_value"), BaseUnit: get("base_unit"),
		Bound: get("bound"), Sentence: get("sentence"), Reason: get("left_out"),
	}
}

func (r *Row) add(f Fact) {
	if f.Reason == "" {
		r.Counted = append(r.Counted, f)
	} else {
		r.LeftOut = append(r.LeftOut, f)
	}
}

// check holds the facts against the table.
func (r *Row) check() error {
	added, n := "", len(r.Counted)+len(r.LeftOut)
	if len(r.Counted) > 0 {
		var sum metrics.Sum
		for _, f := range r.Counted {
			d, ok := quantity.ParseDecimal(f.BaseValue)
			if !ok {
				return &Mismatch{r, f.BaseValue, strconv.Itoa(n)}
			}
			sum.Add(d)
		}
		added = string(sum.Number())
	}
	if added != r.Sum || n != r.Facts {
		return &Mismatch{r, added, strconv.Itoa(n)}
	}
	return nil
}
