package metrics

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
)

// Place is the rows of one place, body and kind of report.
type Place struct {
	table  *Table
	key    ReportKey // without a period
	groups encoder   // as they come
	keys   []groupKey
	extra  []Row // for which there is no group

	named  encoder // the same without numbers that another run gives otherwise
	reader bytes.Reader
	in     *bufio.Reader
	rows   []Row
}

// Places calls yield for every place, in the order of Rows, until it fails. A
// Place is valid until the next call.
func (t *Table) Places(yield func(*Place) error) (err error) {
	p := &Place{table: t}
	extra := t.extra
	flush := func() bool {
		if len(p.keys)+len(p.extra) > 0 {
			err = yield(p)
		}
		p.groups, p.keys, p.extra, p.named = p.groups[:0], p.keys[:0], p.extra[:0], p.named[:0]
		return err == nil
	}
	at := func(k ReportKey) bool {
		k.Period = ""
		if p.key != k && !flush() {
			return false
		}
		p.key = k
		return true
	}
	t.agg.Groups(func(g *Group) bool {
		k := g.Key()
		k.Period = ""
		for len(extra) > 0 && placeBefore(&extra[0].ReportKey, &k) {
			if !at(extra[0].ReportKey) {
				return false
			}
			p.extra, extra = append(p.extra, extra[0]), extra[1:]
		}
		if !at(k) {
			return false
		}
		p.add(g)
		return true
	})
	for ; err == nil && len(extra) > 0; extra = extra[1:] {
		if at(extra[0].ReportKey) {
			p.extra = append(p.extra, extra[0])
		}
	}
	if err == nil {
		flush()
	}
	return cmp.Or(err, t.agg.Err())
}

// placeBefore reports whether the rows of a's place come before those of b's, or are among them.
func placeBefore(a, b *ReportKey) bool {
	return cmp.Or(cmp.Compare(a.Region, b.Region), cmp.Compare(a.RegionCode, b.RegionCode), cmp.Compare(a.Org, b.Org), cmp.Compare(a.Genre, b.Genre)) <= 0
}

// add takes a group of the place.
func (p *Place) add(g *Group) {
	from := len(p.groups)
	p.groups.group(0, g)
	p.keys = append(p.keys, g.key)
	what := &p.table.agg.whats.keys[g.key.what()]
	for _, name := range [...]string{string(g.Key().Period), what[0], what[1], what[2]} {
		p.named.string(name)
	}
	p.named = append(p.named, p.groups[from:]...)
}

// Sum names the rows: two places in which it is the same, of tables of the same
// plan, columns and options, have the same rows.
func (p *Place) Sum() [16]byte {
	k := &p.key
	fmt.Fprintf((*buffer)(&p.named), "%q %q %q %q %#v", k.Region, k.RegionCode, k.Org, k.Genre, p.extra)
	if d := p.table.division(k); d {
		for i := range p.keys {
			r := p.bare(p.keys[i])
			if b := p.table.tree[r.cell()]; b != nil {
				fmt.Fprintf((*buffer)(&p.named), "%d %#v", i, b.children.parts())
			}
		}
	}
	sum := sha256.Sum256(p.named)
	return [16]byte(sum[:16])
}

// division reports whether sums over children may belong to the place.
func (t *Table) division(k *ReportKey) bool { return k.RegionCode != "" && len(t.tree) > 0 }

// bare is the row of a group, without its figures.
func (p *Place) bare(key groupKey) Row {
	g := Group{key: key, agg: p.table.agg}
	what := &p.table.agg.whats.keys[key.what()]
	return Row{ReportKey: g.Key(), Metric: g.Metric(), Unit: what[1], Label: what[2]}
}

// Rows are the place's rows, in order, valid until the next call.
func (p *Place) Rows() ([]Row, error) {
	p.reader.Reset(p.groups)
	if p.in == nil {
		p.in = bufio.NewReader(&p.reader)
	}
	p.in.Reset(&p.reader)
	d, g := decoder{in: p.in}, Group{agg: p.table.agg}
	p.rows = p.rows[:0]
	for _, key := range p.keys {
		d.group(&g)
		g.key = key
		r := g.Row()
		if p.table.division(&p.key) {
			if b := p.table.tree[r.cell()]; b != nil {
				r.Children = b.children.parts()
			}
		}
		p.rows = append(p.rows, r)
	}
	if d.err != nil {
		return nil, d.err
	}
	if len(p.extra) > 0 {
		p.rows = inOrder(p.rows, p.extra)
	}
	p.rows = inOrder(p.rows, rollUpPeriods(p.rows, p.table.months))
	return p.rows, nil
}

// Each calls yield for every row, in the order of Rows, until it fails. A row is
// valid until the next call.
func (t *Table) Each(yield func(*Row) error) error {
	return t.Places(func(p *Place) error {
		rows, err := p.Rows()
		for i := range rows {
			if err = cmp.Or(err, yield(&rows[i])); err != nil {
				break
			}
		}
		return err
	})
}

// buffer has an encoder written to.
type buffer encoder

func (b *buffer) Write(p []byte) (int, error) {
	*b = append(*b, p...)
	return len(p), nil
}
