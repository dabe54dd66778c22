package compare

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"os"
	"slices"
	"testing"

	"github.com/zhaibao/zhaibao/metrics"
)

// reference is what numpy and scipy say: testdata/reference.py writes it.
type reference struct {
	Values []struct {
		Name      string
		Values    []float64
		Rank      []int
		Mid       []float64
		Quantiles []float64
		Z         []float64
		CV        *float64
	}
	Pairs []struct {
		Name     string
		X, Y     []float64
		Spearman float64
		TauB     float64 `json:"tau_b"`
	}
	Matrices []struct {
		Name  string
		Data  [][]float64
		Lower []bool
		Index struct {
			Entropies, Weights, Scores, Closeness []float64
			Obstacles                             [][]float64
		}
		PCA struct {
			Variances, Explained []float64
			Loadings, Scores     [][]float64
		}
	}
	Growth []struct {
		Name                        string
		First, Last                 []float64
		Years                       float64
		Slope, Intercept, SE, T, R2 float64
	}
	Benford []struct {
		Name      string
		ChiSquare float64 `json:"chi_square"`
		P, MAD    float64
	}
}

func readReference(t *testing.T) (r reference) {
	t.Helper()
	data, err := os.ReadFile("testdata/reference.json")
	if err == nil {
		err = json.Unmarshal(data, &r)
	}
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// near fails where two lists differ by more than 1e-9 of their size.
func near(t *testing.T, what string, got, want []float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d numbers, want %d: %v, %v", what, len(got), len(want), got, want)
		return
	}
	for i := range got {
		if math.Abs(got[i]-want[i]) > 1e-9*max(1, math.Abs(want[i])) {
			t.Errorf("%s [%d]: %v, want %v", what, i, got[i], want[i])
		}
	}
}

func nearAll(t *testing.T, what string, got, want [][]float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d rows, want %d", what, len(got), len(want))
		return
	}
	for i := range got {
		near(t, fmt.Sprintf("%s row %d", what, i), got[i], want[i])
	}
}

// LibreOffice 7.4 gives the same quantiles with PERCENTILE.INC.
func TestValuesAgreeWithScipy(t *testing.T) {
	for _, r := range readReference(t).Values {
		if got := Rank(r.Values, false); !slices.Equal(got, r.Rank) {
			t.Errorf("%s: ranks %v, want %v", r.Name, got, r.Rank)
		}
		near(t, r.Name+": mid-ranks", midRanks(r.Values), r.Mid)
		for i, q := range []float64{0, 0.1, 0.25, 0.5, 0.75, 0.9, 1} {
			got, _ := Quantile(r.Values, q)
			near(t, fmt.Sprintf("%s: quantile %v", r.Name, q), []float64{got}, r.Quantiles[i:i+1])
		}
		z, _ := ModifiedZ(r.Values)
		near(t, r.Name+": modified z", z, r.Z)
		if cv, note := Sigma(r.Values); r.CV != nil {
			near(t, r.Name+": cv", []float64{cv}, []float64{*r.CV})
		} else if note == None {
			t.Errorf("%s: cv %v where scipy has none", r.Name, cv)
		}
	}
}

func TestCorrelationsAgreeWithScipy(t *testing.T) {
	for _, r := range readReference(t).Pairs {
		rho, _ := Spearman(r.X, r.Y)
		tau, _ := KendallTauB(r.X, r.Y)
		near(t, r.Name, []float64{rho, tau}, []float64{r.Spearman, r.TauB})
	}
}

func TestIndexAgreesWithNumpy(t *testing.T) {
	for _, r := range readReference(t).Matrices {
		ix := NewIndex(r.Data, r.Lower)
		near(t, r.Name+": entropies", ix.Entropies, r.Index.Entropies)
		near(t, r.Name+": weights", ix.Weights, r.Index.Weights)
		near(t, r.Name+": scores", ix.Scores, r.Index.Scores)
		near(t, r.Name+": closeness", ix.Closeness, r.Index.Closeness)
		nearAll(t, r.Name+": obstacles", ix.Obstacles, r.Index.Obstacles)
	}
}

func TestPCAAgreesWithNumpy(t *testing.T) {
	for _, r := range readReference(t).Matrices {
		p := NewPCA(r.Data)
		near(t, r.Name+": variances", p.Variances, r.PCA.Variances)
		near(t, r.Name+": explained", p.Explained, r.PCA.Explained)
		nearAll(t, r.Name+": loadings", p.Loadings, r.PCA.Loadings)
		nearAll(t, r.Name+": scores", p.Scores, r.PCA.Scores)
	}
}

func TestBetaAgreesWithScipy(t *testing.T) {
	for _, r := range readReference(t).Growth {
		b := Beta(r.First, r.Last, r.Years)
		near(t, r.Name, []float64{b.Slope, b.Intercept, b.SE, b.T, b.R2}, []float64{r.Slope, r.Intercept, r.SE, r.T, r.R2})
		if b.N != len(r.First) {
			t.Errorf("%s: n %d", r.Name, b.N)
		}
	}
}

func TestBenfordAgreesWithScipy(t *testing.T) {
	var powers, alike []metrics.Number
	for k := range 200 {
		powers = append(powers, metrics.Number(new(big.Int).Lsh(big.NewInt(1), uint(k)).String()))
	}
	for k := range 180 {
		alike = append(alike, metrics.Number(fmt.Sprintf("-0.%0*d", 1+k/9, 1+k%9))) // signs and noughts do not count
	}
	want := readReference(t).Benford
	for i, c := range []struct {
		numbers []metrics.Number
		verdict string
	}{{powers, "close"}, {alike, "nonconforming"}} {
		f := Benford(c.numbers)
		near(t, want[i].Name, []float64{f.ChiSquare, f.P, f.MAD}, []float64{want[i].ChiSquare, want[i].P, want[i].MAD})
		if f.Verdict != c.verdict || f.N != len(c.numbers) {
			t.Errorf("%s: %+v", want[i].Name, f)
		}
	}
}
