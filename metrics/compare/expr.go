package compare

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/metrics/meta"
)

// Error says in Chinese, and English in English, what is wrong with a question
// that was asked of a panel, or with its rows.
type Error struct{ zh, en string }

func (e *Error) Error() string   { return e.zh }
func (e *Error) English() string { return e.en }

func errorf(zh, en string, args ...any) error {
	return &Error{fmt.Sprintf(zh, args...), fmt.Sprintf(en, args...)}
}

// Denominator is a column of meta.csv, taken Scale at a time: population:10000
// gives a value per ten thousand people.
type Denominator struct {
	meta.Column
	Scale float64 // 1 where none is given
}

// Denominator reads population or population:10000.
func (p *Panel) Denominator(s string) (Denominator, error) {
	name, scale, scaled := strings.Cut(strings.TrimSpace(s), ":")
	c, ok := p.Meta.Column(name)
	if !ok {
		var names []string
		if p.Meta != nil {
			for _, c := range p.Meta.Columns {
				names = append(names, c.Name)
			}
		}
		return Denominator{}, errorf("没有 %q 这个分母，--meta 文件中有：%s", "there is no denominator %q; the file of --meta has: %s", name, strings.Join(names, ", "))
	}
	d := Denominator{c, 1}
	if scaled {
		n, err := strconv.ParseUint(scale, 10, 32)
		if err != nil || n == 0 {
			return Denominator{}, errorf("%q 中冒号后面应为正整数，如 population:10000", "%q: a positive whole number follows the colon, as in population:10000", s)
		}
		d.Scale = float64(n)
	}
	return d, nil
}

// per is the unit of base units per denominator: 场/人, 场/10000 population.
func (d Denominator) per(unit string) string {
	name := d.Unit
	if name == "" {
		name = d.Name
	}
	if d.Scale != 1 {
		name = strconv.FormatFloat(d.Scale, 'f', -1, 64) + " " + name
	}
	return unit + "/" + name
}

// Of divides a cell's value by the region's denominator; of is what it was divided by.
func (d Denominator) Of(p *Panel, region, per int, value float64) (ratio float64, of meta.Value, note Note) {
	of, ok := p.Meta.Lookup(d.Name, p.Regions[region], p.Periods[per])
	if !ok {
		return 0, of, NoDenominator
	}
	v, ok := float(of.Number)
	if !ok {
		return 0, of, NotFinite
	}
	ratio, note = Per(value, v/d.Scale)
	return ratio, of, note
}

// Expr is an indicator, divided by a denominator where Per is set.
type Expr struct {
	Indicator int // in Panel.Indicators
	Per       *Denominator
}

// Expr reads performance_sessions[场], 演出场次 or performance_sessions[场]/population:10000.
// The unit may be left out where the metric has only one.
func (p *Panel) Expr(s string) (Expr, error) {
	name, per, divided := strings.Cut(strings.TrimSpace(s), "]/")
	if divided {
		name += "]"
	} else if at := strings.LastIndexByte(name, '/'); at >= 0 && !strings.Contains(name[at:], "]") {
		name, per, divided = name[:at], name[at+1:], true
	}
	found, err := p.Select(name)
	if err != nil {
		return Expr{}, err
	}
	if len(found) > 1 {
		return Expr{}, errorf("%q 有几种单位，请写明是哪一种：%s", "%q has several units; say which: %s", name, p.names(found))
	}
	e := Expr{Indicator: found[0]}
	if divided {
		d, err := p.Denominator(per)
		if err != nil {
			return Expr{}, err
		}
		e.Per = &d
	}
	return e, nil
}

// Select returns the indicators that a code (performance_sessions), a name
// (演出场次) or either with a unit in brackets means.
func (p *Panel) Select(name string) ([]int, error) {
	var found []int
	name = strings.TrimSpace(name)
	for i, ind := range p.Indicators {
		switch name {
		case ind.Metric, ind.Name, ind.String(), ind.Name + "[" + ind.Unit + "]":
			found = append(found, i)
		}
	}
	if found == nil {
		code, _, _ := strings.Cut(name, "[")
		all := slices.DeleteFunc(p.all(), func(i int) bool { return p.Indicators[i].Metric != code && p.Indicators[i].Name != code })
		if len(all) > 0 {
			return nil, errorf("汇总表中没有 %q，有：%s", "the table has no %q, but: %s", name, p.names(all))
		}
		return nil, errorf("汇总表中没有 %q 这个指标；代码见 extract catalog list", "the table has no metric %q; see extract catalog list for the codes", name)
	}
	return found, nil
}

func (p *Panel) all() []int {
	list := make([]int, len(p.Indicators))
	for i := range list {
		list[i] = i
	}
	return list
}

func (p *Panel) names(indicators []int) string {
	var list []string
	for _, i := range indicators {
		list = append(list, p.Indicators[i].String())
	}
	return strings.Join(list, ", ")
}

// unit is that of the expression's values.
func (p *Panel) unit(e Expr) string {
	if e.Per == nil {
		return p.Indicators[e.Indicator].Unit
	}
	return e.Per.per(p.Indicators[e.Indicator].Unit)
}

// value is the expression's value, or why there is none.
func (p *Panel) value(e Expr, region, per int) (float64, Note) {
	c := p.Cell(region, per, e.Indicator)
	if c.Note != None || e.Per == nil {
		return c.Value, c.Note
	}
	v, _, note := e.Per.Of(p, region, per, c.Value)
	return v, note
}

// Matrix gives the values of the expressions in a period, a row per region. Only
// regions that have them all are in it (listwise deletion); lacking are those
// that reported in the period but lack at least one.
func (p *Panel) Matrix(per int, exprs []Expr) (regions, lacking []int, data [][]float64) {
	for _, r := range p.reporting(per) {
		row := make([]float64, len(exprs))
		complete := true
		for j, e := range exprs {
			v, note := p.value(e, r, per)
			row[j], complete = v, complete && note == None
		}
		if complete {
			regions, data = append(regions, r), append(data, row)
		} else {
			lacking = append(lacking, r)
		}
	}
	return regions, lacking, data
}

// Pairs gives the values of two expressions for the regions that have both in
// the period (pairwise deletion).
func (p *Panel) Pairs(per int, a, b Expr) (x, y []float64) {
	for _, r := range p.reporting(per) {
		v, noteA := p.value(a, r, per)
		w, noteB := p.value(b, r, per)
		if noteA == None && noteB == None {
			x, y = append(x, v), append(y, w)
		}
	}
	return x, y
}
