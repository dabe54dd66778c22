package compare

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/metrics"
)

// What is expected here was worked out by hand.

func TestRank(t *testing.T) {
	for _, c := range []struct {
		what      string
		values    []float64
		ascending bool
		want      []int
	}{
		{"ties share a rank and the next is skipped", []float64{30, 20, 20, 10}, false, []int{1, 2, 2, 4}},
		{"less is better", []float64{30, 20, 20, 10}, true, []int{4, 2, 2, 1}},
		{"all alike are all first", []float64{7, 7, 7}, false, []int{1, 1, 1}},
		{"a single region is first", []float64{7}, false, []int{1}},
		{"nobody", nil, false, []int{}},
		{"below zero", []float64{-1, 0, -2}, false, []int{2, 1, 3}},
		{"a third is a third, however it was divided", []float64{0.1 / 0.3, 1.0 / 3}, false, []int{1, 1}},
	} {
		if got := Rank(c.values, c.ascending); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}

func TestRatios(t *testing.T) {
	of := func(v float64, n Note) string { return fmt.Sprintf("%v %s", v, n) }
	change := func(now, base float64) string {
		a, p, n := Change(now, base)
		return fmt.Sprintf("%v %v %s", a, p, n)
	}
	for _, c := range []struct{ what, got, want string }{
		{"per head", of(Per(120, 240000)), "0.0005 "},
		{"nobody lives there", of(Per(120, 0)), "0 zero_denominator"},
		{"fewer than nobody", of(Per(120, -5)), "0 negative_values"},
		{"beyond all numbers", of(Per(math.MaxFloat64, 1e-300)), "0 not_finite"},
		{"half more", change(150, 100), "50 50 "},
		{"to nothing", change(0, 100), "-100 -100 "},
		{"from nothing", change(150, 0), "150 0 zero_base"},
		{"from nothing to nothing", change(0, 0), "0 0 zero_base"},
		{"from a loss", change(150, -100), "250 0 negative_base"},
		{"beyond all numbers", change(math.MaxFloat64, -math.MaxFloat64), "0 0 not_finite"},
		{"three quarters of the target", of(Completion(90, 120)), "0.75 "},
		{"no target to speak of", of(Completion(90, 0)), "0 zero_denominator"},
		{"a target below zero", of(Completion(90, -1)), "0 negative_base"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.what, c.got, c.want)
		}
	}
}

func TestShares(t *testing.T) {
	for _, c := range []struct {
		what   string
		values []float64
		want   []float64
		note   Note
	}{
		{"of a hundred", []float64{20, 30, 50}, []float64{0.2, 0.3, 0.5}, None},
		{"one has all", []float64{7}, []float64{1}, None},
		{"nothing has no parts", []float64{0, 0}, nil, ZeroTotal},
		{"a loss is no part", []float64{5, -1}, nil, NegativeValues},
		{"nobody", nil, nil, TooFew},
		{"too large a total", []float64{math.MaxFloat64, math.MaxFloat64}, nil, NotFinite},
	} {
		got, note := Shares(c.values)
		if !slices.Equal(got, c.want) || note != c.note {
			t.Errorf("%s: %v %s", c.what, got, note)
		}
	}
}

func TestModifiedZ(t *testing.T) {
	for _, c := range []struct {
		what   string
		values []float64
		note   Note
	}{
		{"four are too few", []float64{1, 2, 3, 400}, TooFew},
		{"all alike", []float64{2, 2, 2, 2, 2}, NoSpread},
		{"most alike: the mean deviation stands in", []float64{2, 2, 2, 2, 3}, MADZero},
		{"not a number", []float64{1, 2, 3, 4, math.NaN()}, NotFinite},
	} {
		z, note := ModifiedZ(c.values)
		if note != c.note || (z != nil) != (note == MADZero) {
			t.Errorf("%s: %v %s", c.what, z, note)
		}
	}
	// median 3, MAD 1: 0.6745·(100−3)/1
	z, _ := ModifiedZ([]float64{1, 2, 3, 4, 100})
	near(t, "by hand", z[4:], []float64{65.4265})
}

func TestMagnitude(t *testing.T) {
	for _, c := range []struct {
		what             string
		value, reference float64
		want             Note
	}{
		{"ten thousand times", 3500_0000, 3500, High10k},
		{"a thousand times", 3500_000, 3500, High1k},
		{"just below", 3499_999, 3500, None},
		{"万 lost", 3.5, 35000, Low10k},
		{"千 lost", 35, 35000, Low1k},
		{"nearly as much", 36, 35000, None},
		{"zero is a value", 0, 35000, None},
		{"beside zeros nothing is large", 35000, 0, None},
		{"below zero", -35000, 3, None},
	} {
		if _, note := Magnitude(c.value, c.reference); note != c.want {
			t.Errorf("%s: %q, want %q", c.what, note, c.want)
		}
	}
}

func TestCorrelationsThatAreNone(t *testing.T) {
	for _, c := range []struct {
		what string
		x, y []float64
		want Note
	}{
		{"two regions", []float64{1, 2}, []float64{1, 2}, TooFew},
		{"all alike", []float64{1, 1, 1}, []float64{1, 2, 3}, NoVariance},
		{"of two lengths", []float64{1, 2, 3}, []float64{1, 2}, TooFew},
		{"infinite", []float64{1, 2, math.Inf(1)}, []float64{1, 2, 3}, NotFinite},
	} {
		_, rho := Spearman(c.x, c.y)
		_, tau := KendallTauB(c.x, c.y)
		if rho != c.want || tau != c.want {
			t.Errorf("%s: %q, %q, want %q", c.what, rho, tau, c.want)
		}
	}
}

func TestIndexThatIsNone(t *testing.T) {
	for _, c := range []struct {
		what string
		data [][]float64
		want Note
	}{
		{"two regions", [][]float64{{1, 2}, {3, 4}}, TooFew},
		{"no region", nil, TooFew},
		{"all alike", [][]float64{{1, 2}, {1, 2}, {1, 2}}, NoVariance},
		{"infinite", [][]float64{{1, 2}, {1, math.Inf(1)}, {1, 2}}, NotFinite},
		{"a row too short", [][]float64{{1, 2}, {1}, {1, 2}}, TooFew},
	} {
		if ix := NewIndex(c.data, []bool{false, false}); ix.Note != c.want || ix.Weights != nil {
			t.Errorf("%s: %+v", c.what, ix)
		}
	}
	best := NewIndex([][]float64{{9, 9}, {1, 2}, {2, 1}}, []bool{false, false})
	if best.Obstacles[0] != nil || best.Scores[0] != 1 || best.Closeness[0] != 1 {
		t.Errorf("best in all: %+v", best)
	}
}

func TestPCAThatIsNone(t *testing.T) {
	for _, c := range []struct {
		what string
		data [][]float64
		want Note
	}{
		{"two regions", [][]float64{{1, 2}, {3, 4}}, TooFew},
		{"no region", nil, TooFew},
		{"one column that varies", [][]float64{{1, 2}, {1, 3}, {1, 4}}, NoVariance},
		{"not a number", [][]float64{{1, 2}, {2, math.NaN()}, {1, 2}}, NotFinite},
	} {
		if p := NewPCA(c.data); p.Note != c.want || p.Variances != nil {
			t.Errorf("%s: %+v", c.what, p)
		}
	}
	// Two columns without any correlation: any direction is as good.
	p := NewPCA([][]float64{{1, 1}, {1, -1}, {-1, 1}, {-1, -1}})
	if len(p.NotUnique) != 2 || !p.NotUnique[0] || !p.NotUnique[1] {
		t.Errorf("equal variances: %+v", p)
	}
	// One column is the double of the other: all variance lies in one component.
	p = NewPCA([][]float64{{1, 2}, {2, 4}, {5, 10}})
	near(t, "variances", p.Variances, []float64{2})
	near(t, "loadings", p.Loadings[0], []float64{1, 1})
}

func TestConvergenceThatIsNone(t *testing.T) {
	for _, c := range []struct {
		what        string
		first, last []float64
		want, fit   Note
	}{
		{"two regions", []float64{1, 2}, []float64{2, 3}, TooFew, None},
		{"a loss", []float64{1, 2, -3}, []float64{2, 3, 4}, NegativeValues, None},
		{"all began alike", []float64{5, 5, 5}, []float64{2, 3, 4}, NoVariance, None},
		{"all doubled", []float64{1, 2, 3}, []float64{2, 4, 6}, None, NoVariance},
		{"on a line", []float64{1, 10, 100}, []float64{1, 1, 1}, None, PerfectFit},
	} {
		b := Beta(c.first, c.last, 1)
		if b.Note != c.want || b.FitNote != c.fit || !allFinite([]float64{b.Slope, b.Intercept, b.SE, b.T, b.R2}) {
			t.Errorf("%s: %+v", c.what, b)
		}
	}
	for what, c := range map[string]struct {
		values []float64
		want   Note
	}{
		"a single region": {[]float64{5}, TooFew}, "mean zero": {[]float64{-1, 1}, MeanNotAbove0}, "alike": {[]float64{5, 5}, None},
	} {
		if cv, note := Sigma(c.values); note != c.want || cv != 0 {
			t.Errorf("%s: %v %s", what, cv, note)
		}
	}
}

func TestBenfordNeedsManyNumbersOfManySizes(t *testing.T) {
	var few, narrow []metrics.Number
	for i := range 120 {
		narrow = append(narrow, metrics.Number(fmt.Sprint(100+i)))
	}
	few = append(append(few, narrow[:99]...), "0", "100000", "")
	if f := Benford(few[:100]); f.Note != TooFew || f.N != 99 {
		t.Errorf("few: %+v", f)
	}
	if f := Benford(narrow); f.Note != ShortSpan {
		t.Errorf("narrow: %+v", f)
	}
	if f := Benford(few); f.Note != None || f.N != 100 {
		t.Errorf("just enough: %+v", f)
	}
}

func TestNumber(t *testing.T) {
	for v, want := range map[float64]metrics.Number{
		0: "0", math.Copysign(0, -1): "0", 1.0 / 3: "0.333333333333", 1e15: "1000000000000000", -2.5: "-2.5",
		0.1 + 0.2: "0.3", math.Inf(1): "", math.Inf(-1): "", 1e-7: "0.0000001",
	} {
		if got := Number(v); got != want {
			t.Errorf("%v: %q, want %q", v, got, want)
		}
	}
	if got := Number(math.NaN()); got != "" {
		t.Errorf("NaN: %q", got)
	}
}

func TestMedianOfOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sorted := rapid.SliceOfN(rapid.Float64Range(-9, 9), 1, 9).Draw(t, "values")
		slices.Sort(sorted)
		i := rapid.IntRange(0, len(sorted)-1).Draw(t, "one")
		got, ok := medianOfOthers(sorted, sorted[i])
		want := Median(slices.Delete(slices.Clone(sorted), i, i+1))
		if ok != (len(sorted) > 1) || math.Abs(got-want) > 1e-12 {
			t.Fatalf("%v without %v: %v, want %v", sorted, sorted[i], got, want)
		}
	})
}

// Whatever finite numbers come in, nothing infinite goes out.
func TestNothingInfinite(t *testing.T) {
	number := rapid.OneOf(rapid.Float64(), rapid.Float64Range(-10, 10), rapid.Just(0.0), rapid.Just(5.0), rapid.Just(math.MaxFloat64))
	rapid.Check(t, func(t *rapid.T) {
		n, m := rapid.IntRange(0, 7).Draw(t, "regions"), rapid.IntRange(1, 4).Draw(t, "indicators")
		data := make([][]float64, n)
		lower := rapid.SliceOfN(rapid.Bool(), m, m).Draw(t, "lower")
		for i := range data {
			data[i] = rapid.SliceOfN(number, m, m).Draw(t, "row")
		}
		ix, p := NewIndex(data, lower), NewPCA(data)
		all := append(slices.Concat(ix.Weights, ix.Scores, ix.Closeness, ix.Entropies, flat(ix.Obstacles)),
			slices.Concat(p.Variances, p.Explained, flat(p.Loadings), flat(p.Scores))...)
		if n > 0 {
			x, y := data[0], data[n-1]
			z, _ := ModifiedZ(flat(data))
			s, _ := Shares(x)
			rho, _ := Spearman(x, y)
			tau, _ := KendallTauB(x, y)
			cv, _ := Sigma(x)
			b := Beta(x, y, 2)
			a, pc, _ := Change(x[0], y[0])
			d, _ := Describe(flat(data))
			all = append(slices.Concat(all, z, s), rho, tau, cv, b.Slope, b.Intercept, b.SE, b.T, b.R2, a, pc, d.Q1, d.Mean, d.SD, d.Median)
		}
		if !allFinite(all) {
			t.Fatalf("%v\n%+v\n%+v", data, ix, p)
		}
	})
}
