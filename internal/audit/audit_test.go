package audit

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/internal/byhand"
)

// folder writes a facts.csv of n facts, metric a for every third, the others b.
func folder(t testing.TB, n int, order func(i int) int) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("\uFEFFid,metric,sentence,sentence_start,start,end,value\r\n")
	for i := range n {
		k := order(i)
		fmt.Fprintf(&b, "x.txt#1/%d,%s,我县举办活动%d场。,10,16,%d,%d\r\n", k, [...]string{"a", "b", "b"}[k%3], k, 17+len(fmt.Sprint(k)), k)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "facts.csv"), []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

func same(i int) int { return i }

func drawOf(t testing.TB, dir string, o Options) (ids []string) {
	t.Helper()
	s, err := Draw(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range s.Facts {
		ids = append(ids, f.Cells["id"])
	}
	return ids
}

// The draw depends on the seed and the ids alone.
func TestDraw(t *testing.T) {
	dir, turned := folder(t, 900, same), folder(t, 900, func(i int) int { return 899 - i })
	ids := drawOf(t, dir, Options{N: 50, Seed: 1})
	if len(ids) != 50 || !slices.Equal(ids, drawOf(t, dir, Options{N: 50, Seed: 1})) {
		t.Errorf("%d facts, or others the second time", len(ids))
	}
	back := drawOf(t, turned, Options{N: 50, Seed: 1})
	slices.Reverse(back)
	if !slices.Equal(ids, back) {
		t.Error("another order of the facts gives other facts")
	}
	if slices.Equal(ids, drawOf(t, dir, Options{N: 50, Seed: 2})) {
		t.Error("another seed gives the same facts")
	}
	if n := len(drawOf(t, dir, Options{N: 5000, Seed: 1})); n != 900 {
		t.Errorf("%d of 900", n)
	}
}

// Over many seeds every fact is drawn equally often: χ² with 299 degrees of
// freedom stays below its 99.9 % quantile, 381.
func TestDrawIsFair(t *testing.T) {
	dir := folder(t, 300, same)
	count := map[string]int{}
	const seeds, n = 400, 30
	for seed := range uint64(seeds) {
		for _, id := range drawOf(t, dir, Options{N: n, Seed: seed}) {
			count[id]++
		}
	}
	chi, want := 0.0, float64(seeds*n)/300
	for i := range 300 {
		d := float64(count[fmt.Sprintf("x.txt#1/%d", i)]) - want
		chi += d * d / (want * (1 - float64(n)/300))
	}
	if chi > 381 {
		t.Errorf("χ² %.1f", chi)
	}
}

func TestDrawByGroups(t *testing.T) {
	s, err := Draw(folder(t, 90, same), Options{N: 41, Seed: 1, By: "metric"})
	if err != nil {
		t.Fatal(err)
	}
	n := map[string]int{}
	for _, f := range s.Facts {
		n[fmt.Sprint(f.Stratum, f.Population)]++
	}
	if len(n) != 2 || n["a30"]+n["b60"] != 41 || min(n["a30"], n["b60"]) != 20 {
		t.Errorf("%v", n)
	}
	if s, err = Draw(folder(t, 90, same), Options{N: 80, Seed: 1, By: "metric"}); err != nil || len(s.Facts) != 80 {
		t.Errorf("%d facts, all 30 of the small group and 50 of the large one wanted", len(s.Facts))
	}
}

func TestTheFigureIsMarked(t *testing.T) {
	s, err := Draw(folder(t, 12, same), Options{N: 12, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if f := s.Facts[11]; f.Before != "我县举办活动" || f.Figure != "11场" || f.After != "。" {
		t.Errorf("%q %q %q", f.Before, f.Figure, f.After)
	}
	var page bytes.Buffer
	if err := s.WritePage(&page, false); err != nil || !strings.Contains(page.String(), "我县举办活动<mark>11场</mark>。") {
		t.Error(err)
	}
	for _, outside := range []string{"http:", "https:", "src=", "@import"} {
		if strings.Contains(page.String(), outside) {
			t.Errorf("the page holds %q and may need a network", outside)
		}
	}
}

// judged is a table of n rows with those judgements.
func judged(population int, rows ...string) string {
	var b strings.Builder
	b.WriteString("id,stratum,population,metric,judgement,wrong\n")
	for i, r := range rows {
		fmt.Fprintf(&b, "x#1/%d,,%d,%s\n", i+1, population, r)
	}
	return b.String()
}

func TestScore(t *testing.T) {
	times := func(n int, row string) (list []string) {
		for range n {
			list = append(list, row)
		}
		return list
	}
	for _, c := range []struct {
		what string
		file string
		want string // right/n low-high
	}{
		// 90 of 100 of very many: Wilson 0.8256–0.9448 (scipy.stats.binomtest(90, 100).proportion_ci(method="wilson")).
		{"a small part of all", judged(100_000_000, append(times(90, "a,right,"), times(10, "a,wrong,value")...)...), "90/100 0.8256-0.9448"},
		{"all of them", judged(100, append(times(90, "a,right,"), times(10, "a,wrong,value")...)...), "90/100 0.9000-0.9000"},
		{"half of all: as 200 of very many", judged(200, append(times(90, "a,对,"), times(10, "a,错,数值")...)...), "90/100 0.8506-0.9343"},
		{"all right", judged(100_000_000, times(100, "a,1,")...), "100/100 0.9630-1.0000"},
		{"what is not judged and unsure stands aside", judged(100_000_000, append(times(90, "a,right,"), "a,,", "a,unsure,", "a,wrong,")...), "90/91 0.9404-0.9981"},
		{"nothing judged", judged(10, "a,,"), "0/0 0.0000-1.0000"},
		{"groups are weighed by their size", "id,stratum,population,metric,judgement,wrong\n1,a,30,a,right,\n2,a,30,a,wrong,\n3,b,90,b,right,\n4,b,90,b,right,\n", "3/4 0.3571-0.9888"},
	} {
		j, err := ReadJudged("audit.csv", []byte(c.file))
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		s := j.Score().All
		if got := fmt.Sprintf("%d/%d %.4f-%.4f", s.Right, s.N, s.Low, s.High); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

func TestAttributes(t *testing.T) {
	j, err := ReadJudged("audit.csv", []byte(judged(1000, "a,right,", "a,wrong,value;单位", "b,wrong,not_a_fact", "b,wrong,", "b,unsure,metric", "a,错,存量")))
	if err != nil {
		t.Fatal(err)
	}
	r := j.Score()
	var got []string
	for _, l := range r.Attributes {
		got = append(got, fmt.Sprintf("%s %d/%d", l.Code, l.Right, l.N))
	}
	if s := strings.Join(got, ", "); s != "not_a_fact 3/4, value 2/3, unit 2/3, time 2/3" {
		t.Error(s)
	}
	if r.Unnamed != 1 || r.Unsure != 1 || r.Pessimist.Right != 1 || r.Optimist.Right != 2 || r.Optimist.N != 6 {
		t.Errorf("%+v", r)
	}
	if len(r.Metrics) != 2 || r.Metrics[0].Code != "a" || r.Metrics[0].Right != 1 || r.Metrics[0].N != 3 || r.Metrics[1].N != 2 {
		t.Errorf("%+v", r.Metrics)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ what, file, want string }{
		{"empty", "", "line 1: not one row"},
		{"another table", "file,region\na.txt,x\n", "line 1, column id: the header lacks this column"},
		{"a judgement that is none", judged(9, "a,right,", "a,maybe,"), `line 3, column judgement: "maybe" does not go here; write right, wrong or unsure`},
		{"an attribute that is none", judged(9, "a,wrong,number"), `line 2, column wrong: "number" is not known; use not_a_fact`},
		{"right with something wrong", judged(9, "a,right,value"), "line 2, column judgement: the column wrong names what is wrong"},
		{"a count that was changed", judged(0, "a,right,"), `line 2, column population: "0" is no count`},
		{"two samples in one", "id,stratum,population,metric,judgement,wrong\n1,,9,a,,\n2,,8,a,,\n", "line 3, column population: rows of one group"},
		{"one fact twice", "id,stratum,population,metric,judgement,wrong\n1,,9,a,,\n1,,9,a,,\n", "line 3, column id: the same fact as in line 2"},
		{"more than there are", judged(1, "a,,", "a,,"), "line 3, column population: the group is said to have 1 facts"},
		{"a row cut short", judged(9, "a"), "line 2: 4 cells, the header has 6"},
	} {
		_, err := ReadJudged("audit.csv", []byte(c.file))
		e, ok := err.(*byhand.Error)
		if !ok || !strings.Contains(e.English(), c.want) || !strings.Contains(e.English(), "audit.csv ") {
			t.Errorf("%s: %v\nwant %s", c.what, err, c.want)
		}
	}
}

// No bytes make it fail other than by an Error; a score is a share with its interval around it.
func TestAnyBytes(t *testing.T) {
	pieces := rapid.SampledFrom([]string{"id,stratum,population,metric,judgement,wrong\n", "1,", "2,", "3,,9,a,right,\n", "4,,9,b,wrong,value\n", "5,s,7,a,unsure,\n", ",", "\n", `"`, "9,", "a,", "\xFF", "'"})
	rapid.Check(t, func(t *rapid.T) {
		data := strings.Join(rapid.SliceOfN(pieces, 0, 30).Draw(t, "pieces"), "")
		j, err := ReadJudged("audit.csv", []byte(data))
		if err != nil {
			if _, told := err.(*byhand.Error); !told {
				t.Fatalf("%q: %v", data, err)
			}
			return
		}
		r := j.Score()
		for _, s := range []Share{r.All, r.Pessimist, r.Optimist} {
			if math.IsNaN(s.Low+s.High+s.Estimate) || s.N > 0 && (s.Low > s.Estimate+1e-12 || s.High < s.Estimate-1e-12) {
				t.Fatalf("%q: %+v", data, s)
			}
		}
	})
}
