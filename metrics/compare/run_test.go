package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/metrics/meta"
	"github.com/zhaibao/zhaibao/period"
)

var testCatalog = &catalog.Catalog{Metrics: []catalog.MetricDef{
	{Code: "sessions", Name: "场次", Additive: true},
	{Code: "visits", Name: "人次", Additive: true},
	{Code: "rate", Name: "覆盖率"},
	{Code: "other", Name: "其他"},
}}

const (
	sessions catalog.Metric = iota
	visits
	rate
	other
)

// row is a row of an additive metric; edits make something else of it.
func row(region string, p period.Period, m catalog.Metric, unit string, sum metrics.Number, edits ...func(*metrics.Row)) metrics.Row {
	r := metrics.Row{ReportKey: metrics.ReportKey{Region: region, Period: p}, Metric: m, Unit: unit, Sum: sum, Mean: sum, Median: sum, Max: sum}
	for _, edit := range edits {
		edit(&r)
	}
	return r
}

func level(r *metrics.Row)     { r.Sum = "" }
func gap(r *metrics.Row)       { r.Gaps = 1 }
func openEnd(r *metrics.Row)   { r.Open = 1 }
func differing(r *metrics.Row) { r.Sum, r.Mean = "", "1" }
func aims(target, completion metrics.Number) func(*metrics.Row) {
	return func(r *metrics.Row) { r.Target, r.Completion = target, completion }
}

// told runs a comparison and gives the results as lines: measure region period
// metric value unit #rank/n against own other note, without what is empty.
func told(t *testing.T, rows []metrics.Row, table string, o Options) (results, models []string) {
	t.Helper()
	var m *meta.Table
	if table != "" {
		var err error
		if m, err = meta.Read("meta.csv", []byte(table), meta.Known{Places: Places(rows)}); err != nil {
			t.Fatal(err)
		}
	}
	p, err := New(rows, testCatalog, m)
	if err != nil {
		t.Fatal(err)
	}
	join := func(parts ...string) string {
		return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
	}
	err = Run(p, o, Sink{
		Result: func(r *Result) error {
			rank := ""
			if r.Rank > 0 {
				rank = fmt.Sprintf("#%d/%d", r.Rank, r.N)
			}
			metric := r.Metric
			if r.Base != "" {
				metric += "[" + r.Base + "]"
			}
			results = append(results, join(string(r.Measure), r.Region.Name, string(r.Period), metric, string(r.Value), r.Unit, rank, r.Against, string(r.Own), string(r.Other), r.Note))
			return nil
		},
		Model: func(r *ModelRow) error {
			models = append(models, join(r.Model, r.Statistic, string(r.From), string(r.Period), r.Metric, r.Unit, r.WithMetric, r.WithUnit, r.Component, string(r.Value), fmt.Sprintf("n=%d", r.N), r.Note))
			return nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return results, models
}

func has(t *testing.T, lines []string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !slices.Contains(lines, w) {
			t.Errorf("no line %q in\n%s", w, strings.Join(lines, "\n"))
		}
	}
}

func hasNot(t *testing.T, lines []string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, part) }) {
			t.Errorf("a line has %q in\n%s", part, strings.Join(lines, "\n"))
		}
	}
}

func TestRanksAndShares(t *testing.T) {
	rows := []metrics.Row{
		row("甲县", "2019", sessions, "场", "30"), row("乙县", "2019", sessions, "场", "20"), row("丙县", "2019", sessions, "场", "20"),
		row("丁县", "2019", sessions, "场", "10"), row("戊县", "2019H1", sessions, "场", "999"), row("己县", "2019", sessions, "次", "500"),
		row("庚县", "2019", sessions, "场", "0"),
	}
	results, models := told(t, rows, "", Options{})
	has(t, results,
		"value 甲县 2019 sessions[场] 30 场 #1/5", "value 丙县 2019 sessions[场] 20 场 #2/5", "value 乙县 2019 sessions[场] 20 场 #2/5",
		"value 丁县 2019 sessions[场] 10 场 #4/5", "value 庚县 2019 sessions[场] 0 场 #5/5", // zero is a value
		"value 戊县 2019H1 sessions[场] 999 场 #1/1", // half a year is not ranked with whole ones
		"share 甲县 2019 sessions[场] 0.375 1 #1/5 total 30 80",
		"coverage 己县 2019 sessions[场] not_reported",
	)
	hasNot(t, results, "share 戊县", "share 己县")
	has(t, models, "distribution median 2019 sessions 场 20 n=5", "distribution q1 2019 sessions 场 10 n=5", "coverage share 2019 sessions 场 0.833333333333 n=6")
	results, _ = told(t, rows, "", Options{Lower: []string{"sessions[场]"}, Periods: []period.Period{"2019"}})
	has(t, results, "value 庚县 2019 sessions[场] 0 场 #1/5")
	hasNot(t, results, "2019H1")
}

func TestAbsentIsNotZero(t *testing.T) {
	rows := []metrics.Row{
		row("甲县", "2019", sessions, "场", "30"), row("乙县", "2019", sessions, "场", "20"),
		row("丙县", "2019", sessions, "场", "20", level), row("丁县", "2019", sessions, "场", "", gap),
		row("戊县", "2019", rate, "%", "98", level), row("己县", "2019", rate, "%", "98", differing), row("庚县", "2019", other, "个", "5"),
		row("辛县", "2018", sessions, "场", "8"), row("甲县", "2019", visits, "人次", "9", gap, openEnd),
		row("xx县", "2019", sessions, "场", "7"), row("甲县", "XXXX", sessions, "场", "7"), row("甲县", "", sessions, "场", "7"),
	}
	results, _ := told(t, rows, "", Options{Metrics: []string{"场次", "rate", "visits"}})
	has(t, results,
		"coverage 丙县 2019 sessions[场] no_total", "coverage 丁县 2019 sessions[场] number_lost", "coverage 庚县 2019 sessions[场] not_reported",
		"coverage 己县 2019 rate[%] no_total", "coverage 辛县 2019 no_report",
		"value 戊县 2019 rate[%] 98 % #1/1 single_value", "value 甲县 2019 visits[人次] 9 人次 #1/1 has_gaps;open_sum",
	)
	hasNot(t, results, "share 戊县", "xx县", " 7 ")
	results, _ = told(t, rows, "", Options{})
	hasNot(t, results, "other", "rate[%] not_reported") // what few report is missed by nobody
}

// The panel takes the numbers that the wide table has.
func TestPanelHasTheNumbersOfTheWideTable(t *testing.T) {
	rows := []metrics.Row{
		row("甲县", "2019", sessions, "场", "30"), row("甲县", "2019", visits, "人次", "5", level),
		row("甲县", "2019", rate, "%", "98", level), row("乙县", "2019", rate, "%", "98", differing),
	}
	slices.SortFunc(rows, func(a, b metrics.Row) int {
		return strings.Compare(a.Region+"\t"+fmt.Sprint(a.Metric), b.Region+"\t"+fmt.Sprint(b.Metric))
	})
	columns := []metrics.WideColumn{{Metric: sessions, Unit: "场"}, {Metric: visits, Unit: "人次"}, {Metric: rate, Unit: "%"}}
	spread := metrics.NewSpread(columns, testCatalog)
	var wide []metrics.WideRow
	keep := func(w *metrics.WideRow) error {
		wide = append(wide, metrics.WideRow{ReportKey: w.ReportKey, Cells: slices.Clone(w.Cells)})
		return nil
	}
	for i := range rows {
		rows[i].Facts = 1 // else the row is one that nobody reported
		spread.Add(&rows[i], keep)
	}
	spread.End(keep)
	if len(wide) != 2 {
		t.Fatalf("%d rows across, want 2", len(wide))
	}
	p, err := New(rows, testCatalog, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range wide {
		for j, c := range columns {
			region := slices.Index(p.Regions, Region{Name: w.Region})
			found, err := p.Select(c.Name(testCatalog))
			if err != nil {
				t.Fatal(err)
			}
			if got := p.Cell(region, 0, found[0]).Number; got != w.Cells[j] {
				t.Errorf("%s %s: %q, the wide table has %q", w.Region, c.Name(testCatalog), got, w.Cells[j])
			}
		}
	}
}

func TestChanges(t *testing.T) {
	rows := []metrics.Row{
		row("甲县", "2018H1", sessions, "场", "100"), row("甲县", "2018", sessions, "场", "400"), row("甲县", "2019H1", sessions, "场", "120.5"),
		row("甲县", "2019H2", sessions, "场", "7"),
		row("乙县", "2017H1", sessions, "场", "50"), row("乙县", "2019H1", sessions, "场", "25"),
		row("丙县", "2018H1", sessions, "场", "0"), row("丙县", "2019H1", sessions, "场", "5"),
		row("丁县", "2018H1", sessions, "场", "-4"), row("丁县", "2019H1", sessions, "场", "5"),
		row("己县", "2018-01/2019-12", sessions, "场", "5"), row("己县", "2019-01/2020-12", sessions, "场", "9"), // they overlap
		row("戊县", "2018H1", rate, "%", "90", level), row("戊县", "2019H1", rate, "%", "92.5", level),
	}
	results, _ := told(t, rows, "", Options{})
	has(t, results,
		"change 甲县 2019H1 sessions[场] 20.5 场 2018H1 120.5 100", "change_pct 甲县 2019H1 sessions[场] 20.5 % #1/2 2018H1 120.5 100",
		"change 乙县 2019H1 sessions[场] -25 场 2017H1 25 50 years_apart", "change_pct 乙县 2019H1 sessions[场] -50 % #2/2 2017H1 25 50 years_apart",
		"change 丙县 2019H1 sessions[场] 5 场 2018H1 5 0", "change_pct 丙县 2019H1 sessions[场] % 2018H1 5 0 zero_base",
		"change 丁县 2019H1 sessions[场] 9 场 2018H1 5 -4", "change_pct 丁县 2019H1 sessions[场] % 2018H1 5 -4 negative_base",
		"change 戊县 2019H1 rate[%] 2.5 百分点 2018H1 92.5 90 rate",
	)
	hasNot(t, results, "change 己县", "change 甲县 2019H2", "change 甲县 2018", "change_pct 戊县")
}

func TestDenominators(t *testing.T) {
	rows := []metrics.Row{
		row("甲县", "2019H1", sessions, "场", "120"), row("乙县", "2019H1", sessions, "场", "90"),
		row("丙县", "2019H1", sessions, "场", "90"), row("丁县", "2019H1", sessions, "场", "90"),
	}
	results, _ := told(t, rows, "地区,报告期,人口（人）,村数\n甲县,2019,240000,\n乙县,2019H1,\"90,000\",30\n丙县,2019,0,3\n",
		Options{Per: []string{"population", "人口:10000", "villages"}})
	has(t, results,
		"per 甲县 2019H1 sessions[场] 0.0005 场/人 #2/2 population@2019 120 240000", "per 甲县 2019H1 sessions[场] 5 场/10000 人 #2/2 population@2019 120 240000",
		"per 乙县 2019H1 sessions[场] 0.001 场/人 #1/2 population 90 90000", "per 乙县 2019H1 sessions[场] 3 场/villages #2/2 villages 90 30",
		"per 丙县 2019H1 sessions[场] 场/人 population@2019 90 0 zero_denominator", "per 丁县 2019H1 sessions[场] 场/人 population 90 no_denominator",
	)
}

func TestCompletions(t *testing.T) {
	rows := []metrics.Row{
		row("甲县", "2019", sessions, "场", "90", aims("120", "0.75")), row("乙县", "2019", sessions, "场", "500", aims("120", "0.8")),
		row("丙县", "2019", sessions, "场", "90", aims("120", "")), row("丁县", "2019", sessions, "场", "", aims("120", "")), row("戊县", "2019", sessions, "场", "90"),
	}
	results, _ := told(t, rows, "", Options{})
	has(t, results,
		"completion 甲县 2019 sessions[场] 0.75 1 #2/2 target 90 120", "completion 乙县 2019 sessions[场] 0.8 1 #1/2 target 500 120 pairs_only",
		"completion 丙县 2019 sessions[场] 1 target 90 120 target_not_linked", "completion 丁县 2019 sessions[场] 1 target 120 target_not_linked",
	)
	hasNot(t, results, "completion 戊县")
}

func TestOutliersAndLostWan(t *testing.T) {
	var rows []metrics.Row
	for i, n := range []metrics.Number{"35000", "41000", "38000", "3.6", "52000", "470000000"} {
		rows = append(rows, row(string([]rune("甲乙丙丁戊己")[i])+"县", "2019", visits, "人次", n))
	}
	rows = append(rows, row("甲县", "2018", visits, "人次", "3.1"))
	results, _ := told(t, rows, "", Options{})
	has(t, results,
		"wan_check 丁县 2019 visits[人次] 0.0000878048780488 1 regions 3.6 41000 x10000_low",
		"wan_check 己县 2019 visits[人次] 12368.4210526 1 regions 470000000 38000 x10000_high",
		"wan_check 甲县 2019 visits[人次] 11290.3225806 1 periods 35000 3.1 x10000_high",
		"wan_check 甲县 2018 visits[人次] 0.0000885714285714 1 periods 3.1 35000 x10000_low",
		"value 丁县 2019 visits[人次] 3.6 人次 #6/6 wan_asked", "change 甲县 2019 visits[人次] 34996.9 人次 2018 35000 3.1 wan_asked",
		"value 乙县 2019 visits[人次] 41000 人次 #3/6",
		"modified_z 乙县 2019 visits[人次] 0.119029411765 median 41000 39500", // 0.6745·(41000−39500)/8500
	)
}

func TestIndexOfThePanel(t *testing.T) {
	var rows []metrics.Row
	for i, n := range []metrics.Number{"35000", "41000", "38000", "52000", "9000"} {
		region := string([]rune("甲乙丙丁戊")[i]) + "县"
		rows = append(rows, row(region, "2019", visits, "人次", n))
		if i < 4 {
			rows = append(rows, row(region, "2019", sessions, "场", metrics.Number(fmt.Sprint(10+i*i))))
		}
	}
	o := Options{Index: []string{"sessions", "人次/人口"}}
	results, models := told(t, rows, "地区,报告期,人口\n甲县,,100\n乙县,,200\n丙县,,300\n丁县,,400\n戊县,,500\n", o)
	has(t, results, "index_score 戊县 2019 incomplete")
	if n := len(slices.DeleteFunc(slices.Clone(results), func(l string) bool { return !strings.HasPrefix(l, "index_topsis") })); n != 4 {
		t.Errorf("%d regions are in the index", n)
	}
	hasNot(t, results, "obstacle 戊县", "pca_score 戊县")
	has(t, models, "correlation spearman 2019 sessions 场 visits 人次/population -0.8 n=4", "correlation kendall_tau_b 2019 sessions 场 visits 人次/population -0.666666666667 n=4")
	for _, kind := range []string{"index weight 2019 visits 人次/population", "pca loading 2019 sessions 场 PC1", "pca explained 2019 PC2"} {
		if !slices.ContainsFunc(models, func(l string) bool { return strings.HasPrefix(l, kind) }) {
			t.Errorf("no %s in\n%s", kind, strings.Join(models, "\n"))
		}
	}
}

func TestConvergenceOfThePanel(t *testing.T) {
	var rows []metrics.Row
	for i, region := range []string{"甲县", "乙县", "丙县", "丁县"} {
		rows = append(rows, row(region, "2018", sessions, "场", metrics.Number(fmt.Sprint(10<<i))))
		if i < 3 {
			rows = append(rows, row(region, "2020", sessions, "场", metrics.Number(fmt.Sprint([]int{22, 30, 57}[i]))))
		}
	}
	_, models := told(t, rows, "", Options{})
	// numpy: std([10,20,40], ddof=1)/mean = 0.6546536707; regions that fell out are in cv alone
	has(t, models, "sigma cv_balanced 2018 sessions 场 0.654653670708 n=3", "sigma cv 2018 sessions 场 0.825518916489 n=4")
	// scipy.stats.linregress(log([10,20,40]), log([2.2,1.5,1.425])/2)
	has(t, models, "beta slope 2018 2020 sessions 场 -0.156635401118 n=3 left_out")
	has(t, models, "benford chi_square sessions 场 n=7 too_few")
}

func TestWrongQuestions(t *testing.T) {
	rows := []metrics.Row{row("甲县", "2019", sessions, "场", "1"), row("甲县", "2019", sessions, "次", "1")}
	p, err := New(rows, testCatalog, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		o    Options
		want string
	}{
		{Options{Metrics: []string{"nothing"}}, `the table has no metric "nothing"; see extract catalog list`},
		{Options{Metrics: []string{"sessions[个]"}}, `the table has no "sessions[个]", but: sessions[场], sessions[次]`},
		{Options{Index: []string{"sessions", "sessions[场]"}}, `"sessions" has several units; say which: sessions[场], sessions[次]`},
		{Options{Index: []string{"sessions[场]"}}, "a composite index needs two indicators at least"},
		{Options{Per: []string{"population"}}, `there is no denominator "population"`},
		{Options{Index: []string{"sessions[场]/population", "sessions[次]"}}, `there is no denominator "population"`},
		{Options{Periods: []period.Period{"2020"}}, `the table has no period "2020", but: [2019]`},
		{Options{Lower: []string{"none"}}, `the table has no metric "none"`},
	} {
		err := Check(p, c.o)
		e, ok := err.(*Error)
		if !ok || !strings.Contains(e.English(), c.want) {
			t.Errorf("%+v: %v, want %s", c.o, err, c.want)
		}
		if Run(p, c.o, Sink{}) == nil {
			t.Errorf("%+v: Run went on", c.o)
		}
	}
}

func TestRowsThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		rows []metrics.Row
		want string
	}{
		{[]metrics.Row{row("甲县", "2019", sessions, "场", "1"), row("甲县", "2019", sessions, "场", "2")}, "the table has two rows of 甲县 2019 sessions[场]"},
		{[]metrics.Row{row("甲县", "2019", 99, "场", "1")}, "the table has metric number 99"},
		{[]metrics.Row{row("甲县", "2019", sessions, "场", "many")}, `the table has "many" for 甲县 2019 sessions[场]`},
	} {
		_, err := New(c.rows, testCatalog, nil)
		e, ok := err.(*Error)
		if !ok || !strings.Contains(e.English(), c.want) {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}
