package synth

import (
	"fmt"
	"math/big"
	"strconv"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
)

// True is the report as a perfect extraction would hand it to the aggregation.
func True(r *Report, cat *catalog.Catalog, copied bool) (metrics.Report, error) {
	m := metrics.Report{
		ReportKey: metrics.ReportKey{Region: r.County, Period: period.Period(r.Period)},
		Copy:      copied,
	}
	for i := range r.Facts {
		f, err := trueFact(&r.Facts[i], r, cat)
		if err != nil {
			return m, fmt.Errorf("frame %s, %s: %w", r.Facts[i].Frame, r.Facts[i].Text, err)
		}
		if g := r.Facts[i].Gap; g != "" {
			m.Gaps = append(m.Gaps, extract.Gap{Span: f.Span, Kind: extract.GapKind(g), Fact: i})
		}
		m.Facts = append(m.Facts, f)
	}
	return m, nil
}

func trueFact(f *Fact, r *Report, cat *catalog.Catalog) (extract.Fact, error) {
	x := extract.Fact{
		Span: segment.Span{Start: f.Start, End: f.End}, Section: extract.None,
		SameAs: extract.None, Parent: extract.None, TargetOf: extract.None,
	}
	var ok bool
	if x.Metric, ok = cat.Lookup(f.Metric); !ok {
		return x, fmt.Errorf("no metric %s in the catalogue", f.Metric)
	}
	if err := trueQuantity(f, &x.Quantity); err != nil {
		return x, err
	}
	switch f.Reason {
	case "missing":
		x.Missing = true
	case "repeated":
		x.SameAs = f.Of
	case "part":
		if x.Parent = f.Of; f.Of < 0 || f.Start%2 == 0 { // a parent alone makes a part as well
			x.Basis = extract.Part
		}
	case "target":
		x.Role = extract.Target
	case "reference":
		x.Role = extract.Reference
	case "each":
		x.Basis = extract.Each
	case "stock":
		x.Time = extract.Stock
	case "cumulative":
		x.Time = extract.Cumulative
	case "disputed":
		x.Disputed = true
	case "other_period":
		when, err := parseSpan(r.Period)
		if err != nil {
			return x, err
		}
		x.Period = period.Period(strconv.Itoa(when.year - 1))
	}
	return x, nil
}

// trueQuantity fills in the quantity, in base units.
func trueQuantity(f *Fact, q *quantity.Quantity) error {
	q.Unit, q.BaseUnit, q.UnitID = f.Base, f.Base, quantity.NoUnit
	if f.Value == nil {
		return nil
	}
	var err error
	set := func(r *big.Rat, d *quantity.Decimal) bool {
		if r == nil {
			return false
		}
		var ok bool
		if *d, ok = quantity.ParseDecimal(Plain(r)); !ok {
			err = fmt.Errorf("%s does not fit", Plain(r))
		}
		return true
	}
	q.HasValue = set(f.Value, &q.Value)
	q.BaseValue = q.Value
	q.HasLow, q.HasUpper = set(f.Low, &q.Low), set(f.High, &q.Upper)
	for b := quantity.Exact; b <= quantity.Range; b++ {
		if b.String() == f.Bound {
			q.Bound = b
		}
	}
	return err
}
