package correct

import (
	"slices"
	"strings"

	"github.com/zhaibao/zhaibao/extract/quantity"
)

// statusMetric is the metric whose facts carry a state of completion and no number.
const statusMetric = "completion_status"

// row is one line of the file that is being read.
type row struct {
	p     *parser
	line  int
	cells []string
}

func (r *row) problem(column string, m message) { r.p.problem(r.line, column, m) }

// cell is the row's cell in the column, without blanks and the apostrophe that
// guards against formulas.
func (r *row) cell(column string) string {
	i := slices.Index(r.p.columns, column)
	if i < 0 {
		return ""
	}
	return strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(r.cells[i]), "'"))
}

// row reads one line after the header.
func (p *parser) row(line int, cells []string) {
	if !p.readable() {
		return
	}
	for len(cells) > len(p.columns) && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) != len(p.columns) {
		p.problem(line, "", sayf("有 %d 格，表头有 %d 列；请检查逗号，空的格也要留逗号", "%d cells, the header has %d; check the commas, empty cells have theirs too", len(cells), len(p.columns)))
		return
	}
	r := &row{p, line, cells}
	before := len(p.problems)
	for _, column := range Columns[:required] {
		if r.cell(column) == "" {
			r.problem(column, sayf("不能是空的", "cannot be empty"))
		}
	}
	f := fix{
		line: line, text: read(r, "text_hash", hashes).value,
		start: read(r, "start", places).value, end: read(r, "end", places).value,
		action: read(r, "action", actions).value,
	}
	placed := len(p.problems) == before
	f.edit = r.edit()
	if len(p.problems) == before {
		r.check(&f)
	}
	if placed { // so that it may be in the way of another, whatever else is wrong with it
		p.list.fixes = append(p.list.fixes, f)
	}
}

func (r *row) edit() edit {
	return edit{
		metric: read(r, "metric", r.p.metrics), value: read(r, "value", decimals), high: read(r, "high", decimals),
		unit: read(r, "unit", r.p.units), bound: read(r, "bound", bounds), role: read(r, "role", roles),
		basis: read(r, "basis", bases), status: read(r, "status", statuses), time: read(r, "time", times),
		label: read(r, "label", texts), missing: read(r, "missing", missings),
	}
}

// check holds the cells of a row against each other.
func (r *row) check(f *fix) {
	if f.end <= f.start {
		r.problem("end", sayf("end 应大于 start（含头不含尾）", "end must be above start (the end is not included)"))
	}
	switch f.action {
	case remove:
		r.checkRemove()
		return
	case change:
		if !slices.ContainsFunc(Columns[required:len(Columns)-1], func(c string) bool { return r.cell(c) != "" }) {
			r.problem("action", sayf("change 没有写要改什么；请填要改的列，- 为清空", "change says nothing to change; fill the columns to change, - empties one"))
		}
	case add:
		r.checkAdd(f)
	}
	r.checkNumber(f)
}

func (r *row) checkRemove() {
	for _, column := range Columns[required : len(Columns)-1] {
		if r.cell(column) != "" {
			r.problem(column, sayf("delete 不用这一列，请留空；要改这条数据请用 change", "delete does not take this column; leave it empty, or use change"))
		}
	}
}

func (r *row) checkAdd(f *fix) {
	if !f.metric.set {
		r.problem("metric", sayf("add 需要指标代码", "add needs a metric code"))
		return
	}
	state := r.p.ex.Catalog().Code(f.metric.value) == statusMetric
	switch {
	case state && !f.status.set:
		r.problem("status", sayf("completion_status 需要 status", "a completion_status needs status"))
	case !state && !f.value.set && !f.missing.set:
		r.problem("value", sayf("add 需要 value，或 missing=1", "add needs a value, or missing=1"))
	}
}

// checkNumber holds value, high, bound and missing against each other.
func (r *row) checkNumber(f *fix) {
	switch {
	case f.missing.set && (f.value.set || f.high.set):
		r.problem("missing", sayf("缺失的数没有 value 和 high；请去掉其中一样", "a missing number has neither value nor high; take one of them out"))
	case f.missing.clear && !f.value.set:
		r.problem("value", sayf("不再缺失的数需要 value", "a number that is no longer missing needs a value"))
	case f.value.clear && f.high.set, f.action == add && f.high.set && !f.value.set:
		r.problem("high", sayf("没有 value 就没有 high", "there is no high without a value"))
	case f.value.set && f.high.set && !ordered(f.value.value, f.high.value):
		r.problem("high", sayf("high 应高于 value", "high must be above value"))
	case f.high.set && f.bound.set && !hasHigh(f.bound.value):
		r.problem("bound", sayf("有 high 的数是 range 或 about", "a number with high is range or about"))
	case f.bound.set && f.bound.value == quantity.Range && (f.high.clear || f.action == add && !f.high.set):
		r.problem("high", sayf("range 需要 high", "range needs high"))
	}
}

// ordered reports whether high may be the high end of value; decreases are given as -3 to -5.
func ordered(value, high quantity.Decimal) bool {
	c := value.Cmp(high)
	return c < 0 || c > 0 && value.Sign() < 0
}

func hasHigh(b quantity.Bound) bool { return b == quantity.Range || b == quantity.About }
