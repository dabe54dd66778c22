package metrics

import (
	"slices"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/region"
)

// Table gives the rows of an Aggregator one after another, with Row.Children and
// Row.Periods filled in, without having all of them in memory: a place's at a
// time, and the sums over the children of prefectures and provinces.
//
//  1. A division's children are those below it in the tree: prefectures of a
//     province, counties of a prefecture. A child counts with its own sum, and
//     where it did not report with the sum over its own children.
//  2. A period's parts are the fewest other periods of the same place that
//     fill it without gap or overlap (H1 and H2, H1 and Q3 and Q4). Where they
//     do not fill it there is no sum, since what is missing is not zero.
type Table struct {
	// Columns are those of the wide table. Coded says that one of its rows has a code.
	Columns []WideColumn
	Coded   bool

	// Totals adds up the sums of all rows, by metric and unit.
	Totals []Total

	agg    *Aggregator
	level  region.Level
	months int
	tree   map[cell]*branch // places above others
	extra  []Row            // of places that did not report, ordered
}

// branch is a place's cell and what came together from the places below it.
type branch struct {
	division region.Division
	own      *Row // what the place itself reported, nil where it did not
	children total
}

// Table looks at all groups once. level and months ask for rows of their own where
// a place of that level, or a calendar period of so many months (3, 6 or 12), did
// not report and its parts did; region.None and 0 ask for none.
func (a *Aggregator) Table(level region.Level, months int) *Table {
	t := &Table{agg: a, level: level, months: months, tree: map[cell]*branch{}}
	columns := map[WideColumn]bool{}
	totals := map[WideColumn]*Total{}
	a.Groups(func(g *Group) bool {
		what := &a.whats.keys[g.key.what()]
		code := a.whos.keys[g.key.who()][1]
		column := WideColumn{g.Metric(), what[1]}
		t.Coded = t.Coded || code != "" && g.facts > 0
		if g.done.len() > 0 {
			if totals[column] == nil {
				totals[column] = &Total{WideColumn: column}
			}
			totals[column].add(g)
		}
		if code == "" && columns[column] {
			return true
		}
		r := g.Row()
		if !columns[column] && wideValue(&r, a.cat) != "" {
			columns[column] = true
			t.Columns = append(t.Columns, column)
		}
		if d, ok := region.ByCode(code); ok && code != "" {
			t.enter(&r, d)
		}
		return true
	})
	slices.SortFunc(t.Columns, compareColumns)
	for _, total := range totals {
		t.Totals = append(t.Totals, *total)
	}
	slices.SortFunc(t.Totals, func(a, b Total) int { return compareColumns(a.WideColumn, b.WideColumn) })
	t.climb()
	return t
}

// Total is what all rows of a metric and unit add up to.
type Total struct {
	WideColumn
	Sum   Sum
	Facts int // those in Sum
	Docs  int // reports, a report once for each row
}

func (t *Total) add(g *Group) {
	s := g.done.sum()
	t.Sum.Merge(&s)
	t.Docs += g.docs
	if t.Facts += g.facts; g.rest != nil {
		t.Facts += g.rest.reasons[Counted] - g.facts
	}
}

// enter counts a place's figure to the place above it. Figures of counties are
// final; those of places above wait until all below them have come.
func (t *Table) enter(r *Row, d region.Division) {
	if d.Level == region.County {
		if r.Sum != "" {
			t.raise(r.cell(), d, r.Sum, r.Low, r.High, r.Open)
		}
		return
	}
	t.branch(r.cell(), d).own = &Row{Sum: r.Sum, Low: r.Low, High: r.High, Open: r.Open}
}

func (t *Table) branch(c cell, d region.Division) *branch {
	b := t.tree[c]
	if b == nil {
		b = &branch{division: d}
		t.tree[c] = b
	}
	return b
}

// raise counts a figure to the place above the division.
func (t *Table) raise(c cell, d region.Division, sum, low, high Number, open int) {
	parent, ok := region.ByCode(d.Parent)
	if !ok {
		return
	}
	c.Region, c.RegionCode = parent.Name, parent.Code
	t.branch(c, parent).children.add(sum, low, high, open)
}

// climb counts the prefectures to their provinces, and lists the rows of places
// that did not report.
func (t *Table) climb() {
	var prefectures []cell
	for c, b := range t.tree {
		if b.division.Level == region.Prefecture {
			prefectures = append(prefectures, c)
		}
	}
	for _, c := range prefectures {
		b := t.tree[c]
		if b.own != nil && b.own.Sum != "" {
			t.raise(c, b.division, b.own.Sum, b.own.Low, b.own.High, b.own.Open)
		} else if p := b.children.parts(); p.N > 0 {
			t.raise(c, b.division, p.Sum, p.Low, p.High, p.Open)
		}
	}
	for c, b := range t.tree {
		if b.own == nil && b.division.Level == t.level && b.children.n > 0 {
			t.extra = append(t.extra, Row{ReportKey: c.ReportKey, Metric: c.metric, Unit: c.unit, Label: c.label, Children: b.children.parts()})
		}
	}
	slices.SortFunc(t.extra, func(a, b Row) int { return compareRows(&a, &b) })
}

// Spread makes the rows of the wide table of rows that come in order.
type Spread struct {
	cat   *catalog.Catalog
	index map[WideColumn]int
	row   WideRow
	open  bool
}

// NewSpread spreads over the columns.
func NewSpread(columns []WideColumn, cat *catalog.Catalog) *Spread {
	s := &Spread{cat: cat, index: make(map[WideColumn]int, len(columns))}
	for i, c := range columns {
		s.index[c] = i
	}
	s.row.Cells, s.row.full = make([]Number, len(columns)), make([]bool, len(columns))
	return s
}

// Add takes a row. Where another wide row begins with it, the one before is
// given to done first; it is valid until done returns.
func (s *Spread) Add(r *Row, done func(*WideRow) error) error {
	if r.Facts == 0 {
		return nil // of a place or period that did not report
	}
	if s.open && s.row.ReportKey != r.ReportKey {
		if err := s.End(done); err != nil {
			return err
		}
	}
	s.open, s.row.ReportKey = true, r.ReportKey
	if n := wideValue(r, s.cat); n != "" {
		s.row.enter(s.index[WideColumn{r.Metric, r.Unit}], n, s.cat.Metrics[r.Metric].Additive)
	}
	return nil
}

// End gives the last row.
func (s *Spread) End(done func(*WideRow) error) error {
	if !s.open {
		return nil
	}
	err := done(&s.row)
	s.open = false
	clear(s.row.Cells)
	clear(s.row.full)
	return err
}
