package metrics

import (
	"fmt"
	"math"
	"math/big"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/period"
)

var decimals = rapid.Custom(func(t *rapid.T) quantity.Decimal {
	coef := rapid.OneOf(rapid.Int64Range(-20, 2000), rapid.Int64(), rapid.Just[int64](math.MinInt64+1)).Draw(t, "coef")
	d, ok := quantity.New(coef, -rapid.IntRange(0, 18).Draw(t, "scale"))
	if !ok {
		t.Skip("does not fit")
	}
	return d
})

var facts = rapid.Custom(func(t *rapid.T) extract.Fact {
	f := fact(catalog.Metric(rapid.IntRange(0, 2).Draw(t, "metric")), "0", rapid.SampledFrom([]string{"", "场"}).Draw(t, "unit"))
	q := &f.Quantity
	q.Value = decimals.Draw(t, "value")
	q.Bound = quantity.Bound(rapid.IntRange(0, 4).Draw(t, "bound"))
	q.HasLow, q.Low = rapid.Bool().Draw(t, "has low"), q.Value
	q.HasUpper, q.Upper = rapid.Bool().Draw(t, "has upper"), q.Value
	f.Missing = rapid.IntRange(0, 9).Draw(t, "missing") == 0
	f.Role = extract.Role(rapid.IntRange(0, 2).Draw(t, "role"))
	f.Time = extract.Time(rapid.IntRange(0, 2).Draw(t, "time"))
	f.Period = period.Period(rapid.SampledFrom([]string{"", "", "2019Q1", "2018"}).Draw(t, "period"))
	return f
})

var someReports = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Report {
	return Report{
		ReportKey: ReportKey{
			Region: rapid.SampledFrom([]string{"青河县", "江川区"}).Draw(t, "region"),
			Period: period.Period(rapid.SampledFrom([]string{"", "2019H1"}).Draw(t, "period")),
		},
		Facts: rapid.SliceOfN(facts, 0, 12).Draw(t, "facts"),
		Copy:  rapid.IntRange(0, 9).Draw(t, "copy") == 0,
	}
}), 0, 20)

// Whatever the split and the order of merging, the rows are the same.
func TestMergeInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reports := someReports.Draw(t, "reports")
		whole := NewAggregator(testCatalog)
		parts := make([]*Aggregator, rapid.IntRange(1, 5).Draw(t, "parts"))
		for i := range parts {
			parts[i] = NewAggregator(testCatalog)
		}
		for _, r := range reports {
			whole.Add(r)
		}
		for _, r := range rapid.Permutation(reports).Draw(t, "order") {
			parts[rapid.IntRange(0, len(parts)-1).Draw(t, "part")].Add(r)
		}
		for len(parts) > 1 { // a random tree of merges
			i := rapid.IntRange(1, len(parts)-1).Draw(t, "merged")
			j := rapid.IntRange(0, i-1).Draw(t, "into")
			before := parts[i].Rows()
			parts[j].Merge(parts[i])
			if !reflect.DeepEqual(before, parts[i].Rows()) {
				t.Fatal("Merge changed its argument")
			}
			parts = slices.Delete(parts, i, i+1)
		}
		want, got := fmt.Sprint(whole.Rows()), fmt.Sprint(parts[0].Rows())
		if want != got {
			t.Fatalf("\n%s\n%s", want, got)
		}
	})
}

// Every mention is counted or left out for a reason.
func TestEveryFactIsAccountedFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, n := NewAggregator(testCatalog), 0
		for _, r := range someReports.Draw(t, "reports") {
			a.Add(r)
			n += len(r.Facts)
		}
		for _, r := range a.Rows() {
			if r.LeftOut[Counted]+r.LeftOut.Total() != r.Facts {
				t.Fatalf("%+v", r)
			}
			if (r.Sum == "") != (r.LeftOut[Counted] == 0) {
				t.Fatalf("sum without members: %+v", r)
			}
			n -= r.Facts
		}
		if n != 0 {
			t.Fatalf("%d facts are in no row", n)
		}
	})
}

// Sums, means and medians equal those of rational arithmetic.
func TestExactAgainstRationals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(decimals, 1, 200).Draw(t, "values")
		var left, right Sum
		var halves [2]column
		oracle, rats := new(big.Rat), []*big.Rat{}
		for i, d := range list {
			half := &left
			if i%3 == 0 {
				half = &right
			}
			half.Add(d)
			coef, exp := d.Parts()
			halves[i%2].add(coef, -exp)
			r, _ := new(big.Rat).SetString(d.String())
			oracle.Add(oracle, r)
			rats = append(rats, r)
		}
		left.Merge(&right)
		if got, _ := new(big.Rat).SetString(string(left.Number())); got.Cmp(oracle) != 0 {
			t.Fatalf("sum %s, want %s", left.Number(), oracle)
		}
		halves[0].sort()
		halves[1].sort()
		var v column
		v.merge(&halves[0], &halves[1])
		n := len(list)
		wantNear(t, "mean", left.Over(n, 6), oracle.Quo(oracle, big.NewRat(int64(n), 1)))
		slices.SortFunc(rats, (*big.Rat).Cmp)
		middle := new(big.Rat).Add(rats[(n-1)/2], rats[n/2])
		wantNear(t, "median", v.quantile(1, 2), middle.Quo(middle, big.NewRat(2, 1)))
		if got, _ := new(big.Rat).SetString(string(Number(v.at(n - 1).String()))); got.Cmp(rats[n-1]) != 0 {
			t.Fatalf("max %s, want %s", Number(v.at(n-1).String()), rats[n-1])
		}
	})
}

func wantNear(t *rapid.T, what string, got Number, want *big.Rat) {
	t.Helper()
	g, ok := new(big.Rat).SetString(string(got))
	if !ok {
		t.Fatalf("%s %q is no number", what, got)
	}
	diff := g.Sub(g, want)
	if diff.Abs(diff).Cmp(big.NewRat(1, 2_000_000)) > 0 {
		t.Fatalf("%s %s, want %s", what, got, want.FloatString(8))
	}
}

func TestRounding(t *testing.T) {
	tests := []struct {
		num, den int64
		places   int
		want     Number
	}{
		{1, 3, 6, "0.333333"},
		{2, 3, 6, "0.666667"},
		{-2, 3, 6, "-0.666667"},
		{1, 8, 2, "0.12"}, // half to even
		{3, 8, 2, "0.38"},
		{-1, 8, 2, "-0.12"},
		{7, 1, 4, "7"},
		{0, 5, 4, "0"},
		{-1, 1000, 2, "0"},
		{1200, 1, 0, "1200"},
	}
	for _, tt := range tests {
		if got := quotient(big.NewInt(tt.num), big.NewInt(tt.den), tt.places); got != tt.want {
			t.Errorf("%d/%d at %d places = %q, want %q", tt.num, tt.den, tt.places, got, tt.want)
		}
	}
}

func TestInt128AgainstBig(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := int128{rapid.Int64().Draw(t, "hi"), rapid.Uint64().Draw(t, "lo")}
		b := int128{rapid.Int64Range(-9, 9).Draw(t, "hi2"), rapid.Uint64().Draw(t, "lo2")}
		m := rapid.Uint64Range(1, 1e18).Draw(t, "m")
		if got := a.cmp(b); got != a.big().Cmp(b.big()) {
			t.Fatalf("cmp = %d", got)
		}
		if s, ok := a.add(b); ok && s.big().Cmp(new(big.Int).Add(a.big(), b.big())) != 0 {
			t.Fatalf("add = %v", s)
		}
		want := new(big.Int).Mul(b.big(), new(big.Int).SetUint64(m))
		if p, ok := b.mul(m); ok && p.big().Cmp(want) != 0 || !ok && want.BitLen() < 127 {
			t.Fatalf("mul = %v, %v, want %s", p, ok, want)
		}
	})
}
