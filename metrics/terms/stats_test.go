package terms

import (
	"math"
	"testing"
)

// The arithmetic of every row stands beside it; testdata/reference.py computes
// them once more in another program (TestReference).
func TestG2ByHand(t *testing.T) {
	for _, c := range []struct {
		what string
		o    [4]float64
		want float64
	}{
		// rows 10+90 and 10+890: E = 100·20/1000 = 2, 98, 18, 882
		// 2(10·ln5 + 90·ln(90/98) + 10·ln(10/18) + 890·ln(890/882)) = 2(16.094379 − 7.664203 − 5.877867 + 8.036174)
		{"five times as often as expected", [4]float64{10, 90, 10, 890}, 21.176963},
		// E = 10·10/20 = 5 in all four: 2·20·ln(5/5) = 0
		{"as often as expected", [4]float64{5, 5, 5, 5}, 0},
		// rows 0+100 and 20+80: E = 10, 90, 10, 90: 2(0 + 100·ln(10/9) + 20·ln2 + 80·ln(8/9)) = 2(10.536052 + 13.862944 − 9.422643)
		{"absent from one side", [4]float64{0, 100, 20, 80}, 29.952706},
		// rows 3+0 and 0+3: E = 1.5 in all: 2·6·ln2
		{"never together and never apart", [4]float64{3, 0, 0, 3}, 8.317766},
	} {
		if got := G2(c.o[0], c.o[1], c.o[2], c.o[3]); math.Abs(got-c.want) > 2e-6 {
			t.Errorf("%s: %v gives %.6f, want %.6f", c.what, c.o, got, c.want)
		}
	}
	if got := G2(0, 0, 3, 4); got != 0 {
		t.Errorf("an empty row gives %v", got)
	}
}

func TestPByHand(t *testing.T) {
	for _, c := range []struct{ g2, want float64 }{
		{0, 1}, {3.841458820694124, 0.05}, {6.634896601021213, 0.01}, {10.827566170662733, 0.001}, // quantiles of chi-square(1)
	} {
		if got := P(c.g2); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("P(%v) = %v, want %v", c.g2, got, c.want)
		}
	}
}

func TestDiffByHand(t *testing.T) {
	// 10 of 100 against 10 of 900: 0.1 against 0.011111…, nine times, 800% more
	if got, ok := Diff(10, 100, 10, 900); !ok || !near(got, 800) {
		t.Errorf("%v %v, want 800", got, ok)
	}
	// 0 of 100 against 5 of 100: all of it is missing
	if got, ok := Diff(0, 100, 5, 100); !ok || got != -100 {
		t.Errorf("%v %v, want -100", got, ok)
	}
	if _, ok := Diff(5, 100, 0, 100); ok {
		t.Error("a percentage of nothing")
	}
}

func TestPMIAndIDFByHand(t *testing.T) {
	// 8 of 1024, expected 16·32/1024 = 0.5: log2(16) = 4
	if got := PMI(8, 16, 32, 1024); got != 4 {
		t.Errorf("PMI %v, want 4", got)
	}
	if got := IDF(1000, 10); got != 2 { // log10(1000/10)
		t.Errorf("IDF %v, want 2", got)
	}
	if got := IDF(7, 7); got != 0 { // in every report
		t.Errorf("IDF %v, want 0", got)
	}
}

func TestEntropyByHand(t *testing.T) {
	for _, c := range []struct {
		counts []uint32
		want   float64
	}{
		{nil, 0}, {[]uint32{7}, 0}, {[]uint32{1, 1, 1, 1}, 2},
		{[]uint32{2, 1, 1}, 1.5},       // ½·1 + ¼·2 + ¼·2
		{[]uint32{4, 2, 1, 1}, 1.75},   // ½·1 + ¼·2 + ⅛·3 + ⅛·3
		{[]uint32{3, 1}, 0.8112781245}, // ¾·log2(4/3) + ¼·2
	} {
		if got := Entropy(c.counts, 0, 1); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%v: %v, want %v", c.counts, got, c.want)
		}
	}
	if got := Entropy([]uint32{2}, 2, 1); got != 1.5 { // the two others are two different ones
		t.Errorf("%v, want 1.5", got)
	}
	if got := Entropy([]uint32{2}, 2, 2); got != 1 { // or may be one and the same
		t.Errorf("%v, want 1", got)
	}
}

func TestAdjustByHand(t *testing.T) {
	// sorted: 0.005·4/1 = 0.02, 0.01·4/2 = 0.02, 0.03·4/3 = 0.04, 0.04·4/4 = 0.04
	got := Adjust([]float64{0.01, 0.04, 0.03, 0.005}, 4)
	for i, want := range []float64{0.02, 0.04, 0.04, 0.02} {
		if !near(got[i], want) {
			t.Errorf("q %d is %v, want %v", i, got[i], want)
		}
	}
	// 0.02·3/1 is above 0.03·3/2 = 0.045, which therefore holds for both
	if got := Adjust([]float64{0.02, 0.03, 0.9}, 3); !near(got[0], 0.045) || !near(got[1], 0.045) || !near(got[2], 0.9) {
		t.Errorf("%v", got)
	}
}
